/* The reviewer's document: one key decides, the next flag is there with its page. Every control is a plain form without this. */

import { corrections } from "./correction.js";
import { ASK, parse, replaceById } from "./fragment.js";

const KEPT = 8;
const TYPED = "input:not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select, [contenteditable]";

const root = document.querySelector("[data-triage]");
const live = root.querySelector("[data-triage-live]");
const pages = new Map();

const flags = () => [...root.querySelectorAll("[data-flag]")];
const byId = (id) => root.querySelector(`[data-flag="${CSS.escape(id)}"]`);
const selected = () => root.querySelector(".flag-selected");
const open = (flag) => flag.dataset.state === "open" && !flag.dataset.busy;

/** The next open flag after this one, from the top again at the end; null when all are decided. */
function nextOpen(flag) {
  const all = flags();
  const from = all.indexOf(flag) + 1;
  return [...all.slice(from), ...all.slice(0, from)].find((one) => one !== flag && open(one)) ?? null;
}

function fold(flag, out) {
  flag.classList.toggle("flag-selected", out);
  flag.querySelector("[data-body]").hidden = !out;
  if (out) flag.setAttribute("aria-current", "true");
  else flag.removeAttribute("aria-current");
}

/* Pages */

function fetched(address) {
  if (!pages.has(address)) {
    pages.set(
      address,
      fetch(address, { headers: ASK }).then((response) => (response.ok ? response.text() : null)),
    );
    if (pages.size > KEPT) pages.delete(pages.keys().next().value);
  }
  return pages.get(address);
}

function pageView() {
  return document.getElementById("page-view");
}

async function turnTo(address, still) {
  let html = null;
  try {
    html = await fetched(address);
  } catch (error) {
    pages.delete(address);
    if (!(error instanceof TypeError)) throw error;
  }
  if (html === null || !still()) return;
  const rel = pageView().contains(document.activeElement) ? document.activeElement.rel : null;
  const view = replaceById(parse(html), "page-view");
  if (rel) view?.querySelector(`[rel="${rel}"]`)?.focus();
}

/* The page that will be wanted next is fetched while this one is read. */
async function foresee(flag) {
  const next = nextOpen(flag);
  if (!next || next.dataset.page === pageView()?.dataset.page) return;
  const html = await fetched(next.dataset.pageUrl).catch(() => null);
  const image = html && parse(html).querySelector(".page-image");
  if (image) new Image().src = image.getAttribute("src");
}

function markBox(id) {
  for (const box of root.querySelectorAll("[data-box]")) {
    box.classList.toggle("box-selected", box.dataset.box === id);
    box.classList.toggle("box-decided", byId(box.dataset.box)?.dataset.state !== "open");
  }
  root.querySelector(".box-selected rect, .text-mark .box-selected")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/* Choosing */

async function choose(flag, { focus = true } = {}) {
  const before = selected();
  if (before && before !== flag) fold(before, false);
  fold(flag, true);
  const head = flag.querySelector("[data-select]");
  history.replaceState(null, "", head.href);
  if (focus) {
    head.focus({ preventScroll: true });
    flag.scrollIntoView({ block: "nearest" });
  }
  if (pageView()?.dataset.page !== flag.dataset.page) {
    await turnTo(flag.dataset.pageUrl, () => selected() === flag);
  }
  if (selected() !== flag) return;
  markBox(flag.dataset.flag);
  foresee(flag);
}

/* Deciding */

function say(text) {
  live.textContent = text ?? "";
}

/* A correction made or taken back moves the flag's box, or gives it another colour. */
const corrected = (...ones) => ones.some((one) => one.dataset.state === "corrected");

async function redraw() {
  pages.clear();
  const number = pageView()?.dataset.page;
  const here = flags().find((one) => one.dataset.page === number);
  if (!here) return;
  await turnTo(here.dataset.pageUrl, () => pageView()?.dataset.page === number);
  if (selected()) markBox(selected().dataset.flag);
}

/* The reply may be a part or the whole page: what it says of flags, tally and undo is taken over. Returns the ids of its flags. */
function takeOver(reply) {
  const all = [...reply.querySelectorAll("[data-flag]")];
  for (const fresh of all) {
    const stale = byId(fresh.dataset.flag);
    if (!stale || stale.outerHTML === fresh.outerHTML) continue;
    if (corrected(stale, fresh)) redraw();
    const chosen = stale.classList.contains("flag-selected");
    const focused = stale.contains(document.activeElement);
    stale.replaceWith(fresh);
    fold(fresh, chosen);
    if (focused) fresh.querySelector("[data-select]").focus({ preventScroll: true });
  }
  replaceById(reply, "triage-tally");
  replaceById(reply, "triage-undo");
  replaceById(reply, "triage-done");
  return all.map((one) => one.dataset.flag);
}

async function post(form, submitter) {
  try {
    return await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, submitter)),
      headers: ASK,
    });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/* The next flag is shown while the decision is on its way; where it fails, the flag comes back. */
async function decide(form, submitter) {
  const flag = form.closest("[data-flag]");
  if (flag?.dataset.busy) return;
  const sent = post(form, submitter);
  say("");
  const next = flag && nextOpen(flag);
  if (flag) flag.dataset.busy = "yes";
  if (next) choose(next);
  const response = await sent;
  if (flag) delete flag.dataset.busy;
  if (!response || response.status >= 500) return giveBack(flag, live.dataset.textFailed);
  if (response.status === 401) return giveBack(flag, live.dataset.textSignedOut);
  const ids = takeOver(parse(await response.text()));
  if (selected()) markBox(selected().dataset.flag);
  if (!response.ok) return giveBack(flag && byId(flag.dataset.flag), ids.length ? "" : live.dataset.textFailed);
  // After an undo, the flag that is open again is the one to look at.
  if (!flag) return ids.length ? choose(byId(ids[0])) : undefined;
  if (!flags().some(open)) say(live.dataset.textDone);
}

function giveBack(flag, text) {
  say(text);
  if (!flag) return;
  choose(flag);
  flag.querySelector("[aria-invalid]")?.focus();
}

/* On to the next flag that is open; where none is left, that is said. */
function goOn(flag) {
  const next = nextOpen(flag);
  choose(next ?? flag);
  if (!next) say(live.dataset.textDone);
}

corrections(root, {
  failed: (response) => say(response?.status === 401 ? live.dataset.textSignedOut : live.dataset.textFailed),
  kept: (reply, id) => {
    takeOver(reply);
    goOn(byId(id));
  },
});

root.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decide]")) return;
  event.preventDefault();
  decide(event.target, event.submitter);
});

/* Pressing a box chooses its flag; pressing a flag shows its box. */
root.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  const box = event.target.closest("[data-box]");
  const head = event.target.closest("[data-select]");
  const step = event.target.closest(".page-steps a");
  const flag = box ? byId(box.dataset.box) : head?.closest("[data-flag]");
  if (flag) {
    event.preventDefault();
    choose(flag);
  } else if (step) {
    event.preventDefault();
    turnTo(step.href, () => true);
  }
});

/* Keys */

function step(by) {
  const all = flags();
  const here = all.indexOf(selected());
  const there = all[here + by];
  if (there) choose(there);
}

/* A fold that a key opens takes the focus to its first button; a digit presses one of them. */
function press(control) {
  control.click();
  const details = control.tagName === "SUMMARY" ? control.parentElement : null;
  if (details?.open) details.querySelector("button, textarea")?.focus();
}

const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function pressed(event) {
  const target = event.target;
  if (event.key === "Escape" && target.closest(".flag-fold")) {
    const details = target.closest(".flag-fold");
    details.open = false;
    details.querySelector("summary").focus();
    return true;
  }
  if (event.key in MOVES) {
    if (event.key.startsWith("Arrow") && !target.closest("#flags")) return false;
    step(MOVES[event.key]);
    return true;
  }
  const name = `[data-key="${CSS.escape(event.key.toLowerCase())}"]`;
  const control = selected()?.querySelector(name) ?? root.querySelector(`:not([data-body] *)${name}`);
  if (!control?.checkVisibility()) return false;
  press(control);
  return true;
}

document.addEventListener("keydown", (event) => {
  // The keys of a form are its own.
  if (event.target.closest("[data-correction]") || document.body.dataset.shortcuts !== "on" || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPED)) return;
  if (pressed(event)) event.preventDefault();
});

if (selected()) choose(selected(), { focus: false });

/* Questions that save themselves: on change, 1.5 s after typing stops, and when the page goes away. */

import { ASK, fill, parse, replaceById } from "./fragment.js";

const PAUSE = 1500;
const RETRIES = [2000, 5000, 15_000, 30_000];
const NOT_SENT = new Set(["submit", "button", "reset", "image", "file", "fieldset"]);

/** The fields of one question as the browser itself would send them, and the version they rest on. */
function fields(form, question) {
  const body = new URLSearchParams();
  for (const field of form.elements) {
    if (!question.contains(field) || !field.name || NOT_SENT.has(field.type)) continue;
    if (["checkbox", "radio"].includes(field.type) && !field.checked) continue;
    body.append(field.name, field.value);
  }
  body.append("version", version(question)?.value ?? "");
  return body;
}

function version(question) {
  return question.querySelector("[data-version]");
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.timers = new Map();
    this.dirty = new Set();
    this.sending = new Map();
    this.failures = 0;
    form.addEventListener("input", (event) => this.touched(event, PAUSE));
    form.addEventListener("change", (event) => this.touched(event, 0));
    form.addEventListener("click", (event) => this.kept(event));
    form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("pagehide", () => this.leave());
    addEventListener("online", () => this.saveAll());
    addEventListener("focus", () => this.saveAll());
    this.early();
  }

  /* What was written before this script had come was told by no event. What the browser itself put
     back after a reload or a step back is older than the page, and no wish of the person's. */
  early() {
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
    for (const field of this.form.elements) {
      if (changed(field)) this.touched({ target: field, type: "input" }, 0);
    }
  }

  touched(event, pause) {
    const question = event.target.closest("[data-question]");
    if (!question || event.target.form !== this.form || event.target.type === "file") return;
    const id = question.dataset.question;
    if (event.type === "change" && !this.dirty.has(id) && typed(event.target)) return;
    this.dirty.add(id);
    this.later(id, pause);
  }

  later(id, pause) {
    clearTimeout(this.timers.get(id));
    this.timers.set(id, setTimeout(() => this.save(id), pause));
  }

  saveAll() {
    for (const id of this.dirty) this.later(id, 0);
  }

  question(id) {
    return document.getElementById(`q-${id}`);
  }

  /* One save at a time for each question, or it would conflict with itself. */
  async save(id) {
    const question = this.question(id);
    if (!question || this.sending.has(id) || conflictOpen(question)) return;
    this.dirty.delete(id);
    if (!asksToSignIn(question)) this.say(question, this.texts.textSaving);
    const sent = this.send(id, question);
    this.sending.set(id, sent);
    const again = await sent;
    this.sending.delete(id);
    if (again) this.dirty.add(id);
    else if (this.dirty.has(id)) this.later(id, 0);
  }

  /** Sends one question; true when it has to be tried again. */
  async send(id, question) {
    let response;
    try {
      response = await fetch(fill(this.form.dataset.autosave, { question: encodeURIComponent(id) }), {
        method: "POST",
        body: fields(this.form, question),
        headers: { Accept: "application/json", ...ASK },
      });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return this.failed(id, question);
    }
    if (response.status === 401) return this.askToSignIn(question);
    if (response.status >= 500 || response.status === 429) return this.failed(id, question);
    this.failures = 0;
    this.took(id, question, response.status, await response.json());
    return false;
  }

  took(id, question, status, reply) {
    if (status === 409 && reply.html) return this.conflict(question, reply);
    if (status >= 400) {
      const sentences = Object.values(reply.fields ?? {}).join(" ") || reply.sentence;
      return this.say(question, `${this.texts.textRefused} ${sentences}`, true);
    }
    if (version(question)) version(question).value = reply.version;
    for (const shown of reply.shown ?? []) show(this.question(shown), true);
    for (const hidden of reply.hidden ?? []) show(this.question(hidden), false);
    if (reply.parts) {
      const parts = parse(reply.parts);
      for (const part of [...parts.children]) replaceById(parts, part.id);
    }
    if (!this.dirty.has(id)) this.say(question, fill(this.texts.textSaved, { time: reply.saved }));
  }

  failed(id, question) {
    const pause = RETRIES[Math.min(this.failures, RETRIES.length - 1)];
    this.failures += 1;
    this.say(question, this.texts.textWaiting, true);
    this.later(id, pause);
    return true;
  }

  /* The link that stands already is left alone: pressing it takes the focus, which saves again, and a link that is replaced under the finger is not followed. */
  askToSignIn(question) {
    if (asksToSignIn(question)) return true;
    this.say(question, `${this.texts.textSignedOut} `, true);
    const link = document.createElement("a");
    link.href = this.texts.signIn;
    link.target = "_blank";
    link.textContent = this.texts.textSignIn;
    question.querySelector("[data-saved]").append(link);
    return true;
  }

  conflict(question, reply) {
    const place = question.querySelector("[data-conflict]");
    place.replaceChildren(parse(reply.html));
    place.dataset.theirs = reply.version;
    place.hidden = false;
    this.say(question, this.texts.textConflict, true);
  }

  /* The choice between two texts: mine is saved over theirs, theirs is fetched anew. */
  async kept(event) {
    const button = event.target.closest("[data-keep]");
    const place = button?.closest("[data-conflict]");
    if (!place) return;
    event.preventDefault();
    const question = place.closest("[data-question]");
    const id = question.dataset.question;
    if (button.dataset.keep === "mine") {
      version(question).value = place.dataset.theirs;
      place.hidden = true;
      this.dirty.add(id);
      this.save(id);
    } else {
      const page = await fetch(location.pathname + location.search);
      replaceById(parse(await page.text()), question.id);
    }
    const back = this.question(id).querySelector("input:not([type=hidden]), select, textarea");
    back?.focus();
  }

  /* The whole form carries everything; only a save under way has to end first, for its version. */
  async submitted(event) {
    for (const timer of this.timers.values()) clearTimeout(timer);
    if (this.sending.size === 0) {
      this.dirty.clear();
      return;
    }
    event.preventDefault();
    await Promise.all(this.sending.values());
    this.form.requestSubmit(event.submitter);
  }

  leave() {
    for (const id of this.dirty) {
      const question = this.question(id);
      if (!question || conflictOpen(question)) continue;
      fetch(fill(this.form.dataset.autosave, { question: encodeURIComponent(id) }), {
        method: "POST",
        body: fields(this.form, question),
        headers: { Accept: "application/json", ...ASK },
        keepalive: true,
      });
    }
    this.dirty.clear();
  }

  say(question, text, wrong = false) {
    const place = question.querySelector("[data-saved]");
    place.textContent = text;
    place.classList.toggle("saved-not", wrong);
  }
}

/* Whether the link to sign in stands at a question. */
function asksToSignIn(question) {
  return question.querySelector("[data-saved] a") !== null;
}

/* A typed field tells of each letter; its change adds nothing where all was saved since. */
function typed(field) {
  return field.tagName === "TEXTAREA" || ["text", "email", "search"].includes(field.type);
}

/* Whether a field holds something else than it came with. */
function changed(field) {
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return !NOT_SENT.has(field.type) && field.type !== "hidden" && field.value !== field.defaultValue;
}

function conflictOpen(question) {
  const place = question.querySelector("[data-conflict]");
  return Boolean(place) && !place.hidden;
}

function show(question, shown) {
  if (!question) return;
  question.hidden = !shown;
  question.disabled = !shown;
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);

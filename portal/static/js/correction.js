/* The form that corrects a flag: it comes to the flag, and stays there until it is saved or left. */

import { ASK, parse } from "./fragment.js";

const FORM = "[data-correction]";
const FIRST = "select, input:not([type=hidden])";

/** Forms within root. failed(response or null) tells of what did not come; kept(reply, id) takes over what was saved of a flag. */
export function corrections(root, { failed, kept }) {
  /* The reply as nodes; null where none came. */
  async function answer(sent) {
    const response = await sent.catch((error) => {
      if (error instanceof TypeError) return null;
      throw error;
    });
    if (response && response.status !== 401 && response.status < 500) return parse(await response.text());
    failed(response);
    return null;
  }

  async function open(flag, link) {
    let form = flag.querySelector(FORM);
    if (!form) {
      const reply = await answer(fetch(link.href, { headers: ASK }));
      form = reply?.querySelector(FORM);
      if (!form) return;
      // Two forms on one page would share the ids of their fields.
      root.querySelector(FORM)?.remove();
      flag.querySelector("[data-form]").replaceChildren(form);
      settle(form);
    }
    form.hidden = false;
    form.querySelector(FIRST).focus();
    form.scrollIntoView({ block: "nearest" });
  }

  function leave(form) {
    form.hidden = true;
    form.closest("[data-flag]").querySelector("[data-correct]").focus();
  }

  async function send(form, submitter) {
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const body = new URLSearchParams(new FormData(form, submitter));
    const reply = await answer(fetch(form.action, { method: "POST", body, headers: ASK }));
    delete form.dataset.busy;
    const again = reply?.querySelector(FORM);
    if (again) {
      form.replaceWith(again);
      settle(again);
      focusIn(again, submitter);
    } else if (reply) {
      kept(reply, form.closest("[data-flag]").dataset.flag);
    }
  }

  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-correct], [data-cancel]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.matches("[data-cancel]")) leave(link.closest(FORM));
    else open(link.closest("[data-flag]"), link);
  });

  root.addEventListener("change", (event) => {
    const form = event.target.closest(FORM);
    if (form && event.target.name === "topic") form.requestSubmit(form.querySelector("[data-show] button"));
  });

  root.addEventListener("submit", (event) => {
    if (!event.target.matches(FORM)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });

  root.addEventListener("keydown", (event) => {
    const form = event.target.closest(FORM);
    if (form && event.key === "Escape" && !event.defaultPrevented) leave(form);
  });

  const there = root.querySelector(FORM);
  if (there) settle(there);
}

/* What is wrong first; else the button that was pressed, to be pressed again. */
function focusIn(form, pressed) {
  const same = pressed?.name === "move" && form.querySelector(`[name=move][value=${CSS.escape(pressed.value)}]`);
  (form.querySelector("[aria-invalid]") ?? form.querySelector(".error-summary") ?? (same || form.querySelector(FIRST))).focus();
}

/* The fields of a topic come by themselves when it is chosen. */
function settle(form) {
  form.querySelector("[data-show]").hidden = true;
}

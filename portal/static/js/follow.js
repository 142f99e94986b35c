/* Rows that move by themselves: asked for again until the server says that they are done. */

import { ASK, parse } from "./fragment.js";

const FIRST = 1000;
const SLOWER = 1.3;
const SLOWEST = 10_000;

const live = document.createElement("p");
live.className = "visually-hidden";
live.setAttribute("role", "status");
document.body.append(live);

const followed = new WeakSet();

/** What a row says of itself; read out only when it has changed. */
function words(element) {
  return element.querySelector("[data-announce]")?.dataset.announce ?? "";
}

/** The first word group changes with the state; page numbers alone are not read out each time. */
function state(text) {
  return text.replace(/\d+/g, "");
}

async function ask(element) {
  try {
    return await fetch(element.dataset.follow, { headers: ASK });
  } catch (error) {
    // Without network the next round may succeed.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function round(element, pause) {
  if (!element.isConnected) return;
  const response = document.hidden ? null : await ask(element);
  if (response && !response.ok && response.status < 500) return;
  let next = Math.min(pause * SLOWER, SLOWEST);
  if (response?.ok) {
    const before = words(element);
    if (!element.contains(document.activeElement)) element.replaceChildren(parse(await response.text()));
    const after = words(element);
    if (after !== before) next = FIRST;
    if (state(after) !== state(before)) live.textContent = after;
    if (response.headers.get("X-Done") === "1") {
      element.removeAttribute("data-follow");
      return;
    }
  }
  setTimeout(round, next, element, next);
}

function follow(root) {
  for (const element of root.querySelectorAll("[data-follow]")) {
    if (followed.has(element)) continue;
    followed.add(element);
    setTimeout(round, FIRST, element, FIRST);
  }
}

document.addEventListener("follow", (event) => follow(event.target));
follow(document);

/* Markup from this server, put into the page. Nothing else here makes markup of text. */

const policy = globalThis.trustedTypes?.createPolicy("underlag", { createHTML: (html) => html });

/* Sent with every request of a script: a part of a page is enough as reply. */
export const ASK = { "X-Fragment": "1" };

/** A reply as nodes: a fragment or, where the server sent one, a whole page. */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}

/** The reply's element with this id takes the place of the page's; null where either lacks it. */
export function replaceById(reply, id) {
  const fresh = reply.getElementById(id);
  const stale = document.getElementById(id);
  if (!fresh || !stale) return null;
  stale.replaceWith(fresh);
  return fresh;
}

/** A text with its {places} filled. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

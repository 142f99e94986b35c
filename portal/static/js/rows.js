/* One more row or list without a round to the server; the button is a plain submit where this is missing. */

/** The number before the column in NAME-ROW-COLUMN, one higher; other names stay. */
function nextName(name, prefix) {
  const rest = name.slice(prefix.length);
  return rest.startsWith("-") ? prefix + rest.replace(/^-(\d+)/, (_, n) => `-${Number(n) + 1}`) : name;
}

function lastNumberRaised(text) {
  return text.replace(/\d+(?=\D*$)/, (n) => String(Number(n) + 1));
}

function renew(field, prefix, place) {
  field.name = nextName(field.name, prefix);
  field.id = field.name === prefix ? `f-${prefix}-${place}` : `f-${field.name}`;
  field.setAttribute("aria-label", lastNumberRaised(field.getAttribute("aria-label") ?? ""));
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
  field.value = "";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-more]");
  const rows = button?.parentElement.querySelector("[data-more-rows]");
  if (!rows?.lastElementChild) return;
  event.preventDefault();
  const row = rows.lastElementChild.cloneNode(true);
  for (const error of row.querySelectorAll(".error")) error.remove();
  const count = rows.children.length + 1;
  const fields = row.matches("input, select") ? [row] : [...row.querySelectorAll("input, select")];
  for (const field of fields) renew(field, button.value, count);
  const head = row.querySelector("th");
  if (head) head.textContent = String(count);
  rows.append(row);
  fields[0].focus();
});

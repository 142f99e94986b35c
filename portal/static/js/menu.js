/* The person's menu closes again: on Escape, and when something else is pressed. */

function close(menu, { back = false } = {}) {
  menu.open = false;
  if (back) menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.person[open]")) {
    if (!menu.contains(event.target)) close(menu);
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest("details.person[open]");
  if (menu) close(menu, { back: true });
});

/* A form is sent once, however often its button is pressed. The server would bear it; the person should not wonder. */

const LONGEST = 10_000;

function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
}

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
  // A reply that is a download leaves the page where it is: let go after a while.
  setTimeout(release, LONGEST, form);
});

// Back from the browser's own store, the page must not stand locked.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) release(form);
});

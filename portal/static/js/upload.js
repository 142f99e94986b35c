/* Files leave one by one as soon as they are chosen or dropped, each with its progress. */

import { ASK, fill, parse, replaceById } from "./fragment.js";

function send(form, input, file, progress) {
  return new Promise((resolve) => {
    const body = new FormData(form);
    body.delete(input.name);
    body.append(input.name, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    for (const [name, value] of Object.entries(ASK)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => resolve(request));
    request.send(body);
  });
}

/** What a refused file is told: the server's own sentence where it sent one. */
function refusal(form, request, name) {
  if (request.status === 401) return form.dataset.textSignedOut;
  if (request.status === 413) return `${name}: ${form.dataset.textTooLarge}`;
  if (request.getResponseHeader("Content-Type")?.startsWith("application/json")) {
    const sentence = JSON.parse(request.responseText).sentence;
    if (sentence) return `${name}: ${sentence}`;
  }
  return fill(form.dataset.textFailed, { name });
}

class Upload {
  constructor(zone, form) {
    this.form = form;
    this.zone = zone;
    this.input = zone.querySelector("input[type=file]");
    this.list = zone.querySelector("[data-upload-state]");
    this.live = zone.querySelector("[data-upload-live]");
    this.queue = Promise.resolve();
    for (const button of zone.querySelectorAll("button[type=submit]")) button.hidden = true;
    this.input.addEventListener("change", () => {
      this.take(this.input.files);
      this.input.value = "";
    });
    zone.addEventListener("dragover", (event) => this.over(event, true));
    zone.addEventListener("dragleave", (event) => this.over(event, false));
    zone.addEventListener("drop", (event) => {
      this.over(event, false);
      this.take(event.dataTransfer.files);
    });
  }

  over(event, inside) {
    event.preventDefault();
    this.zone.classList.toggle("upload-over", inside);
  }

  /* One after another: a slow line carries one file sooner than five at once. */
  take(files) {
    for (const file of [...files]) this.queue = this.queue.then(() => this.carry(file));
  }

  async carry(file) {
    const row = document.createElement("li");
    const progress = document.createElement("progress");
    const text = fill(this.form.dataset.textSending, { name: file.name });
    progress.setAttribute("aria-label", text);
    progress.max = 1;
    row.append(text, progress);
    this.list.append(row);
    const request = await send(this.form, this.input, file, progress);
    progress.remove();
    if (request.status >= 200 && request.status < 300 && this.show(request.responseText)) {
      row.remove();
      this.live.textContent = fill(this.form.dataset.textSent, { name: file.name });
    } else {
      row.textContent = refusal(this.form, request, file.name);
      row.className = "error";
      this.live.textContent = row.textContent;
    }
  }

  show(html) {
    const list = replaceById(parse(html), this.form.dataset.replaces);
    list?.dispatchEvent(new CustomEvent("follow", { bubbles: true }));
    return list;
  }
}

for (const zone of document.querySelectorAll("[data-drop]")) {
  const form = document.getElementById(zone.dataset.drop);
  if (form) new Upload(zone, form);
}

// On the page of a paper that is saved: whether it is read, and a note. They have a line of their
// own below the buttons; marks.css keeps its room, so that nothing moves.

import { make } from "../search/shared.js";
import { noteField } from "./note.js";
import { change, current, now, watch } from "./store.js";

const title = document.querySelector("h1[data-paper]");
const id = title.dataset.paper;

const read = make("input", { type: "checkbox" });
const open = make("button", { type: "button", "aria-expanded": "false" }, "Note");
const preview = make("span", { class: "cat-preview" });
const line = make(
  "span",
  { class: "cat-marks" },
  make("label", {}, read, " Read"),
  open,
  preview,
);
const note = noteField(id, title.textContent);
note.element.hidden = true;
open.setAttribute("aria-controls", note.element.id);
const row = document.querySelector(".cat-save").parentElement;
row.append(line);
row.after(note.element);

read.addEventListener("change", async () => {
  const at = now();
  const { checked } = read;
  const kept = change(({ papers }) => {
    const entry = papers.get(id);
    if (entry) papers.set(id, { ...entry, read: checked ? at : null, changed: at });
  });
  if (!kept) (await import("./message.js")).after(false);
});

function unfold(shown) {
  note.element.hidden = !shown;
  open.setAttribute("aria-expanded", String(shown));
  preview.hidden = shown;
}
open.addEventListener("click", () => {
  unfold(note.element.hidden);
  if (!note.element.hidden) note.input.focus();
});

watch(() => {
  const entry = current().papers.get(id);
  line.hidden = !entry;
  if (!entry) unfold(false);
  read.checked = Boolean(entry?.read);
  preview.textContent = entry?.note ?? "";
});

// On the page of a paper that is saved: whether it is read, and a note. They have a line of their
// own below the buttons; marks.css keeps its room, so that nothing moves.

import { find, make } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { noteField } from "./note.js";
import { change, current, now, watch } from "./store.js";

const title = find("h1[data-paper]");
const id = title.dataset.paper ?? "";

const read = make("input", { type: "checkbox" });
const open = make("button", { type: "button", "aria-expanded": "false" }, say("Note"));
const preview = make("bdi", { class: "cat-note__preview" });
const line = make(
  "span",
  { class: "cat-marks" },
  make("label", {}, read, " ", say("Read")),
  open,
  preview,
);
const note = noteField(id, title.textContent ?? "");
note.element.hidden = true;
open.setAttribute("aria-controls", note.element.id);
const save = find(".cat-save");
save.parentElement?.append(line);
save.parentElement?.after(note.element);

read.addEventListener("change", async () => {
  const at = now();
  const { checked } = read;
  const kept = change(({ papers }) => {
    const entry = papers.get(id);
    if (entry) papers.set(id, { ...entry, read: checked ? at : null, changed: at });
  });
  if (!kept) (await import("./message.js")).after(false);
});

/** @param {boolean} shown */
function unfold(shown) {
  note.element.hidden = !shown;
  open.setAttribute("aria-expanded", String(shown));
  preview.hidden = shown;
}
open.addEventListener("click", () => {
  unfold(Boolean(note.element.hidden));
  if (!note.element.hidden) note.input.focus();
});

watch(() => {
  const entry = current().papers.get(id);
  line.hidden = !entry;
  if (!entry) unfold(false);
  read.checked = Boolean(entry?.read);
  preview.textContent = entry?.note ?? "";
});

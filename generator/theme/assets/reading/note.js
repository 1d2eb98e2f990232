// A field for the note on a paper, kept while it is typed.

import { make } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { joined } from "./merge.js";
import { change, current, now, trouble, watch } from "./store.js";

const LONGEST = 2000;
const PAUSE = 400;
/** That it is not kept is said once. */
let told = false;
let fields = 0;

/**
 * @param {string} id
 * @param {string} title for the label
 * @returns {{element: HTMLElement, input: HTMLTextAreaElement}}
 */
export function noteField(id, title) {
  // Not from the paper's id: one of an imported list may hold anything.
  const name = `cat-note-${++fields}`;
  const input = make("textarea", {
    id: name,
    rows: 3,
    maxlength: LONGEST,
    dir: "auto",
    "aria-label": say("Note on {title}", { title }),
  });
  const hint = make("span", { class: "cat-note__hint" });
  const label = make("label", { for: name }, say("Note"));
  const element = make("div", { class: "cat-note", id: `${name}-field` }, label, input, hint);
  /** What was kept when the field last agreed with it. */
  let before = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function keep() {
    clearTimeout(timer);
    const typed = input.value;
    if (typed === before || !current().papers.has(id)) return;
    const base = before;
    const at = now();
    const kept = change(({ papers }) => {
      const entry = papers.get(id);
      if (!entry) return;
      // Another tab may have written meanwhile: both notes stay.
      const note = entry.note === base ? typed : joined(typed, entry.note);
      papers.set(id, { ...entry, note, changed: at });
    });
    if (!kept && !told) {
      told = true;
      import("./message.js").then(({ after }) => after(false));
    }
    if (trouble === "newer") return hintAt();
    before = current().papers.get(id)?.note ?? typed;
    if (before !== typed) show(before);
    hintAt();
  }

  /** @param {string} note */
  function show(note) {
    const { selectionStart, selectionEnd } = input;
    input.value = note;
    if (document.activeElement === input) input.setSelectionRange(selectionStart, selectionEnd);
  }

  function hintAt() {
    const { length } = input.value;
    hint.textContent = trouble
      ? say("Not kept")
      : length > LONGEST - 200
        ? say("{number} of {most} characters", { number: `${length}`, most: `${LONGEST}` })
        : say("Kept in this browser as you type");
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
    hintAt();
  });
  input.addEventListener("change", keep);
  addEventListener("pagehide", keep);
  addEventListener("visibilitychange", () => {
    if (document.hidden) keep();
  });
  watch(() => {
    const note = current().papers.get(id)?.note ?? "";
    // What is being typed is not overwritten; `keep` joins the two.
    if (input.value === before && note !== before) {
      before = note;
      show(note);
    }
    hintAt();
  });
  return { element, input };
}

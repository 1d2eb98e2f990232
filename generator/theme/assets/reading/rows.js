// One paper of the reading list: its title, when it was saved, whether it is read, its note.

import { button, make } from "../shared/dom.js";
import { linkTo } from "../shared/paper.js";
import { LOCALE, say, sentence } from "../shared/words.js";
import { noteField } from "./note.js";

const DAYS = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" });
/** A day as people write it. @param {string} time */
export const day = (time) => DAYS.format(new Date(time));

/**
 * @param {string} id
 * @param {import("./store.js").Entry} first
 * @param {{read: (id: string, checked: boolean) => void, remove: (id: string) => void, undo: (id: string) => void}} acts
 */
export function createRow(id, first, acts) {
  const title = make("h3", { dir: "auto" });
  const byline = make("p", { class: "cat-rows__facts", dir: "auto" });
  const facts = make("p", { class: "cat-rows__facts" });
  const read = make("input", {
    type: "checkbox",
    "aria-label": say("Read: {title}", { title: first.title }),
  });
  const open = make("button", { type: "button", "aria-expanded": "false" });
  const name = first.title;
  const remove = button(say("Remove"), () => acts.remove(id), {
    "aria-label": say("Remove {title}", { title: name }),
  });
  const preview = make("p", { class: "cat-note__preview", dir: "auto" });
  const note = noteField(id, first.title);
  note.element.hidden = true;
  open.setAttribute("aria-controls", note.element.id);
  const kept = make(
    "div",
    {},
    title,
    byline,
    facts,
    preview,
    make("div", { class: "cat-acts" }, make("label", {}, read, " ", say("Read")), open, remove),
    note.element,
  );
  const undo = button(say("Undo"), () => acts.undo(id), {
    "aria-label": say("Undo: keep {title}", { title: name }),
  });
  const gone = make(
    "p",
    { class: "cat-rows__gone", hidden: true },
    ...sentence("Removed “{title}”. {undo}", { title: make("bdi", {}, name), undo }),
  );
  const element = make("li", {}, kept, gone);

  read.addEventListener("change", () => acts.read(id, read.checked));
  open.addEventListener("click", () => {
    unfold(Boolean(note.element.hidden));
    if (!note.element.hidden) note.input.focus();
  });

  /** @param {boolean} shown */
  function unfold(shown) {
    note.element.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
    preview.hidden = shown || !preview.textContent;
  }

  /**
   * Shows the entry as it is, or, when it was removed, how to bring it back.
   * @param {import("./store.js").Entry} entry
   * @param {boolean} removed
   */
  function draw(entry, removed) {
    kept.hidden = removed;
    gone.hidden = !removed;
    if (removed) return;
    const linked = Boolean(title.querySelector("a"));
    // A link that has the focus stays.
    if (title.textContent !== entry.title || linked === Boolean(entry.missing))
      title.replaceChildren(
        entry.missing ? make("span", {}, entry.title) : linkTo({ id, title: entry.title }),
      );
    byline.textContent = entry.byline ?? "";
    byline.hidden = !entry.byline;
    facts.textContent = [
      say("Saved {day}", { day: day(entry.saved) }),
      ...(entry.read ? [say("read {day}", { day: day(entry.read) })] : []),
      ...(entry.missing ? [say("not in this catalogue")] : []),
    ].join(" · ");
    read.checked = Boolean(entry.read);
    open.textContent = entry.note ? say("Edit note") : say("Add a note");
    open.setAttribute(
      "aria-label",
      entry.note
        ? say("Edit note on {title}", { title: entry.title })
        : say("Add a note on {title}", { title: entry.title }),
    );
    preview.textContent = entry.note;
    unfold(!note.element.hidden);
  }

  return { element, draw, title, remove, undo };
}

// Messages over the page: that something cannot be kept, or that a note went with its paper.

import { button, make } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { trouble } from "./store.js";

/** What each trouble of the store means to a visitor. @type {Record<import("./store.js").Trouble, string>} */
export const MEANING = {
  newer: say("A newer version of this site wrote your reading list. Reload the page to change it."),
  full: say(
    "This browser has no room left for your reading list: what you changed is lost when you leave this page. Download the list to keep it.",
  ),
  forbidden: say(
    "This browser keeps nothing for this site: your marks are lost when you leave the page.",
  ),
};

const text = make("p", { role: "status" });
const actions = make("div");
const toast = make("div", { class: "cat-toast", hidden: true }, text, actions);
document.body.append(toast);

/**
 * @param {string} message
 * @param {...[string, (() => void)?]} offers the names of buttons, and what they do
 */
export function tell(message, ...offers) {
  toast.hidden = false;
  text.textContent = "";
  // A live region is read when it changes, not when it appears.
  setTimeout(() => {
    text.textContent = message;
  }, 50);
  /** @type {typeof offers} */
  const all = [...offers, [say("Close")]];
  actions.replaceChildren(
    ...all.map(([name, work]) =>
      button(name, () => {
        toast.hidden = true;
        work?.();
      }),
    ),
  );
}

/** Offers the list as a file: it may be the only copy. */
export async function offerList() {
  (await import("./transfer.js")).downloadList();
}

/**
 * What is to be said after a paper was saved or taken off.
 * @param {(() => void) | false} undo brings back the paper, with its note
 */
export function after(undo) {
  if (trouble === "newer") tell(MEANING.newer);
  else if (trouble) tell(MEANING[trouble], [say("Download the list"), offerList]);
  else if (undo) tell(say("Taken off the reading list, with its note."), [say("Undo"), undo]);
}

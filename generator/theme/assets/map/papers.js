// Papers beside the map: the card of one, and the list of those that are meant.

import { find, make } from "../shared/dom.js";
import { drawPaper } from "../shared/paper.js";

/** @typedef {import("../shared/paper.js").Paper} Paper */

const LEAVE = 300; // milliseconds that a card stays for the pointer to reach it

/**
 * The card of a paper, beside its point.
 * @param {HTMLElement} frame
 * @param {import("./view.js").View} view
 * @param {import("./draw.js").Drawing} drawing whose marked paper it belongs to
 */
export function createCard(frame, view, drawing) {
  const element = make("div", { class: "cat-map__card", hidden: true });
  frame.append(element);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;
  let held = false;
  const stay = () => clearTimeout(leaving);

  function hide() {
    stay();
    held = false;
    element.hidden = true;
    drawing.mark(-1);
  }

  /** Put it where it hides neither its point nor leaves the frame. */
  function place() {
    if (element.hidden || drawing.marked < 0) return;
    if (!view.isSeen(drawing.marked)) return hide();
    const [left, top] = view.spotOf(drawing.marked);
    const away = view.radius + 10;
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = top + away + height <= view.height;
    const fits = below || top - away - height >= 0;
    element.style.left = `${Math.max(4, Math.min(view.width - width - 4, left - width / 2))}px`;
    element.style.top = fits
      ? `${below ? top + away : top - away - height}px`
      : `${top < view.height / 2 ? view.height - height - 4 : 4}px`;
  }

  const later = () => {
    stay();
    leaving = setTimeout(hide, LEAVE);
  };
  element.addEventListener("pointerenter", stay);
  element.addEventListener("pointerleave", () => {
    if (!held) later();
  });

  return {
    hide,
    place,
    /** The pointer has left the point. */
    leave() {
      if (!held && !element.hidden) later();
    },
    get held() {
      return held;
    },
    /**
     * Show the card of the marked paper.
     * @param {Paper} paper
     * @param {boolean} hold keep it when the pointer leaves
     */
    show(paper, hold) {
      stay();
      held = hold;
      const { title, facts, text } = drawPaper(paper, "beside");
      element.replaceChildren(title, facts, text);
      element.hidden = false;
      place();
    },
  };
}

/**
 * Fills the list. Each link knows its paper's number.
 * @param {HTMLElement} list
 * @param {number[]} numbers
 * @param {Paper[]} papers
 */
export function fillList(list, numbers, papers) {
  list.replaceChildren(
    ...papers.map((paper, at) => {
      const { title, facts } = drawPaper(paper, "line");
      find("a", title).dataset.number = String(numbers[at]);
      return make("li", {}, title, facts);
    }),
  );
}

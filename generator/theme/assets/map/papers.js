// What is said of papers beside the map: the card of one, and the list of those that are meant.

import { byline, dotted, make, paperAddress, published, topicAddress } from "../search/shared.js";

const LEAVE = 300; // milliseconds that a card stays for the pointer to reach it

/** The main topic of a paper, as a link. */
function topicOf(engine, paper) {
  const [slug, name] = engine.topics[paper.topic] ?? [];
  return slug ? [make("a", { href: topicAddress(slug) }, name)] : [];
}

const below = (...groups) => make("p", { class: "map-facts" }, ...dotted(...groups));

const linkTo = (paper) =>
  make("a", { href: paperAddress(paper.id), "data-paper": paper.id }, paper.title);

/**
 * The card of a paper, beside its point.
 * @param {import("./chart.js").Chart} chart
 */
export function createCard(chart) {
  const element = make("div", { class: "map-card", hidden: true });
  chart.frame.append(element);
  let leaving;
  let held = false;
  const stay = () => clearTimeout(leaving);

  function hide() {
    stay();
    held = false;
    element.hidden = true;
    chart.mark(-1);
  }

  /** Put it where it hides neither its point nor leaves the frame. */
  function place() {
    if (element.hidden || chart.marked < 0) return;
    if (!chart.isSeen(chart.marked)) return hide();
    const [left, top] = chart.screenAt(chart.marked);
    const away = chart.radius + 10;
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = top + away + height <= chart.height;
    const fits = below || top - away - height >= 0;
    element.style.left = `${Math.max(4, Math.min(chart.width - width - 4, left - width / 2))}px`;
    element.style.top = fits
      ? `${below ? top + away : top - away - height}px`
      : `${top < chart.height / 2 ? chart.height - height - 4 : 4}px`;
  }

  element.addEventListener("pointerenter", stay);
  element.addEventListener("pointerleave", () => !held && later());
  const later = () => {
    stay();
    leaving = setTimeout(hide, LEAVE);
  };

  return {
    hide,
    place,
    /** The pointer has left the point. */
    leave: () => !held && !element.hidden && later(),
    get held() {
      return held;
    },
    /** Show the card of the marked paper; `hold` to keep it when the pointer leaves. */
    show(engine, paper, hold) {
      stay();
      held = hold;
      element.replaceChildren(
        make("p", { class: "map-name" }, linkTo(paper)),
        below(byline(engine, paper), topicOf(engine, paper)),
        make("p", { class: "map-text" }, paper.text),
      );
      element.hidden = false;
      place();
    },
  };
}

/** Fills the list. Each link knows its paper's number. */
export function fillList(list, engine, numbers, papers) {
  list.replaceChildren(
    ...papers.map((paper, at) => {
      const link = linkTo(paper);
      link.dataset.number = numbers[at];
      return make("li", {}, link, below(published(paper), topicOf(engine, paper)));
    }),
  );
}

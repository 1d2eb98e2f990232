// The page of the map: the canvas over the picture, the card of a paper, and the list beside it.

import { around, button, find, make } from "../shared/dom.js";
import { openEngine, paperAddress } from "../shared/site.js";
import { counted, say } from "../shared/words.js";
import { control } from "./controls.js";
import { Drawing } from "./draw.js";
import { createCard, fillList } from "./papers.js";
import { fetchPoints } from "./points.js";
import { View } from "./view.js";
import { listenToWishes } from "./wishes.js";

const LISTED = 30;
const PAUSE = 200; // milliseconds after the last movement, before the list follows

/**
 * Say something below the map. Who was at a button there that is gone goes on at `next`, or the map.
 * @param {string} text
 * @param {...HTMLElement} next
 */
function tell(text, ...next) {
  const status = find(".cat-map__status");
  const left = status.contains(document.activeElement);
  status.replaceChildren(text, ...(next.length ? [" "] : []), ...next);
  if (left) (next[0] ?? find(".cat-map__frame canvas")).focus();
}

/**
 * @param {string} text
 * @param {unknown} error
 * @param {() => unknown} again
 */
function fail(text, error, again) {
  console.warn(error);
  const { stuck } = /** @type {import("../shared/site.js").Trouble} */ (error);
  tell(
    text,
    button(say("Retry"), () => (stuck ? location.reload() : again())),
  );
}

/** @param {HTMLElement} frame that holds the picture */
async function start(frame) {
  try {
    run(frame, await fetchPoints());
  } catch (error) {
    delete document.documentElement.dataset.asked; // no colours of years are shown
    fail(say("The map could not be loaded."), error, () => start(frame));
  }
}

/**
 * @param {HTMLElement} frame
 * @param {import("./points.js").Points} points
 */
function run(frame, points) {
  const said = make("p", { class: "cat-unseen", "aria-live": "polite" });
  const canvas = make("canvas", {
    tabindex: 0,
    role: "application",
    "aria-label": say("Map of papers"),
    "aria-describedby": find(".cat-map__note").id,
  });
  frame.append(canvas, said);
  tell("");
  const list = find(".cat-map__papers ol");
  const view = new View(points);
  const drawing = new Drawing(frame, canvas, view);
  const card = createCard(frame, view, drawing);
  view.listeners.push(later);
  frame.classList.add("live");
  let shown = false; // whether the list is on the screen
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let turn = 0; // of the list
  let pointing = 0;

  /** The numbers of papers are only good for the index of the same build. */
  async function open() {
    const engine = await openEngine();
    if (engine.count !== points.count) {
      throw Object.assign(new Error("the map and the index are of two builds"), { stuck: true });
    }
    return engine;
  }

  /** @param {number[]} numbers */
  const load = async (numbers) => (await open()).load(numbers);

  /**
   * Show the card of a paper; -1: the pointer is on none.
   * @param {number} number
   * @param {boolean} hold
   * @param {boolean} [speak]
   */
  async function point(number, hold, speak = false) {
    const mine = ++pointing;
    if (number < 0 && speak) said.textContent = say("No paper is in view.");
    if (number < 0) return hold ? card.hide() : card.leave();
    if (card.held && !hold) return;
    if (number === drawing.marked && !hold) return;
    try {
      const [paper] = await load([number]);
      if (mine !== pointing) return;
      drawing.mark(number);
      card.show(paper, hold);
      if (speak) said.textContent = say("In the middle: {title}", { title: paper.title });
    } catch (error) {
      if (mine === pointing)
        fail(say("The papers could not be loaded."), error, () => point(number, hold));
    }
  }

  const middle = () => point(view.middle(), true, true);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let travelling;
  control(frame, canvas, view, {
    point,
    close: card.hide,
    async open() {
      const number = view.middle();
      if (number < 0) return;
      try {
        const [paper] = await load([number]);
        location.assign(paperAddress(paper.id));
      } catch (error) {
        fail(say("The paper could not be loaded."), error, middle);
      }
    },
    travelled() {
      clearTimeout(travelling);
      travelling = setTimeout(middle, PAUSE * 1.5);
    },
  });

  /** The list follows when the map rests, but not while somebody is in it. */
  function later() {
    card.place();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!list.contains(document.activeElement)) showList();
    }, PAUSE);
  }

  async function showList() {
    if (!shown) return;
    const mine = ++turn;
    const all = view.chosen ? [...view.chosen] : Array.from(points.x, (_, number) => number);
    const seen = all.filter((number) => view.isSeen(number));
    const meant = seen.length ? seen : all;
    /** @param {number} number */
    const far = (number) => (points.x[number] - view.x) ** 2 + (points.y[number] - view.y) ** 2;
    meant.sort((a, b) => far(a) - far(b) || a - b);
    const numbers = meant.slice(0, LISTED);
    try {
      const papers = await load(numbers);
      if (mine !== turn) return;
      fillList(list, numbers, papers);
      const said = view.zoom > 1 ? withSeen(wished(), seen.length) : wished();
      tell(meant.length > LISTED ? withNearest(said) : said);
    } catch (error) {
      if (mine === turn) fail(say("The papers could not be loaded."), error, showList);
    }
  }

  function wished() {
    const { count } = points;
    if (!view.chosen) return counted(count, "{number} paper", "{number} papers");
    const { size: chosen } = view.chosen;
    return chosen
      ? counted(
          count,
          "{chosen} of {number} paper highlighted",
          "{chosen} of {number} papers highlighted",
          { chosen },
        )
      : counted(count, "No of {number} paper highlighted", "No of {number} papers highlighted");
  }

  new IntersectionObserver(([entry]) => {
    shown = entry.isIntersecting;
    if (shown && !list.children.length) showList();
  }).observe(find(".cat-map__papers"));

  for (const [enter, leave] of [
    ["pointerover", "pointerout"],
    ["focusin", "focusout"],
  ]) {
    list.addEventListener(enter, (event) => {
      const link = around(event, "[data-number]");
      if (!link) return;
      const number = Number(link.dataset.number);
      card.hide();
      drawing.mark(number);
      if (enter === "focusin" && !view.isSeen(number))
        view.show(points.x[number], points.y[number], view.zoom);
    });
    list.addEventListener(leave, () => drawing.mark(-1));
  }

  /** @type {HTMLElement | null} */
  const legend = document.querySelector(".cat-map__years");
  listenToWishes(points, open, {
    colour(by) {
      const byYear = by === "year";
      if (legend) legend.hidden = !byYear;
      delete document.documentElement.dataset.asked;
      drawing.colour(byYear ? points.byYear : points.byArea);
    },
    show(papers) {
      view.chosen = papers;
      card.hide();
      drawing.redraw();
      tell(wished());
      showList();
    },
    fail: (error, again) => fail(say("The search could not be loaded."), error, again),
  });
}

/** @param {string} papers that are meant @param {number} seen how many of them are in view */
const withSeen = (papers, seen) =>
  seen
    ? counted(seen, "{papers}, {number} in view", "{papers}, {number} in view", { papers })
    : say("{papers}, none in view", { papers });

/** @param {string} papers that are meant, of which the list has some */
const withNearest = (papers) =>
  say("{papers}; the {number} nearest to the middle:", { papers, number: LISTED });

/** @type {HTMLElement | null} */
const frame = document.querySelector(".cat-map__frame");
if (frame) start(frame);

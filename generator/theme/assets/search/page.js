// The search page: the query and the filters are in its address.

import { around, find, make } from "../shared/dom.js";
import { correctionLine, drawCard, numberOfResults } from "../shared/paper.js";
import { openEngine, readWish, searchAddress } from "../shared/site.js";
import { createFacets, narrow } from "./facets.js";
import { corrected, pieces } from "./words.js";

/**
 * @typedef {import("./engine.js").Document} Document
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 * @typedef {import("../shared/site.js").Trouble} Trouble
 * @typedef {import("../shared/site.js").Wish} Wish
 */

const STEP = 20;
const TROUBLE = "The search could not be loaded.";

const place = find(".cat-page");
const title = document.title;
const input = make("input", {
  id: "cat-page-q",
  name: "q",
  type: "search",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
  enterkeyhint: "search",
});
const facets = createFacets((chosen) => change({ ...wish, ...chosen }));
const form = make(
  "form",
  { role: "search", "aria-label": "Search the catalogue", method: "get" },
  make("label", { for: input.id }, "Words of a title, names of authors, or what a paper is about"),
  input,
  facets.element,
);
const heading = make("h2", { "aria-live": "polite", class: "cat-page__count" });
const note = make("div");
const list = make("ol", { class: "cat-results", role: "list" });
const more = make("button", { type: "button", class: "button", hidden: true }, "More results");
const trouble = make("p", { role: "alert" });
place.append(form, heading, note, list, trouble, more);

let wish = readWish(location.search);
let turn = 0;
let retried = 0;
/** @type {() => unknown} */
let addMore = () => {};

/** Shows what the wish asks for, with at least so many results. */
async function show(least = STEP) {
  const mine = ++turn;
  const { q, literal } = wish;
  if (input.value !== q) input.value = q;
  document.title = q.trim() ? `${q.trim()} - ${title}` : title;
  place.setAttribute("aria-busy", "true");
  try {
    if (!q.trim()) return hint();
    if (!list.children.length) say("Searching…");
    const engine = await openEngine();
    const [result, values] = await Promise.all([engine.search(q, { literal }), engine.facets()]);
    if (mine !== turn) return;
    const choice = chosen(engine);
    const counts = narrow(result.documents, values, choice);
    const first = await engine.load(counts.kept.slice(0, least));
    if (mine !== turn) return;
    say(numberOfResults(counts.kept.length));
    facets.draw(counts, choice, engine.topics, values.years.some(Boolean));
    note.replaceChildren();
    if (result.corrections.length)
      note.append(correctionLine(wish, corrected(q.trim(), result.corrections)));
    if (!counts.kept.length) note.append(make("p", {}, nothing(result.documents.length)));
    list.replaceChildren(...first.map(drawn(result)));
    retried = 0;
    addMore = () => extend(mine, engine, result, counts.kept);
    offerMore(counts.kept.length);
  } catch (error) {
    if (mine !== turn) return;
    say(TROUBLE);
    clear();
    fail(/** @type {Trouble} */ (error), () => show(least));
  } finally {
    if (mine === turn) place.removeAttribute("aria-busy");
  }
}

/**
 * @param {number} mine the turn
 * @param {Engine} engine
 * @param {Result} result
 * @param {number[]} kept documents that pass the filters
 */
async function extend(mine, engine, result, kept) {
  const from = list.children.length;
  try {
    const found = await engine.load(kept.slice(from, from + STEP));
    // A second click may have come before the first was answered.
    if (mine !== turn || list.children.length !== from) return;
    list.append(...found.map(drawn(result)));
    list.children[from]?.querySelector("a")?.focus();
    offerMore(kept.length);
    history.replaceState({ shown: list.children.length }, "");
  } catch (error) {
    if (mine !== turn) return;
    trouble.textContent = TROUBLE;
    fail(/** @type {Trouble} */ (error), () => extend(mine, engine, result, kept));
  }
}

/** @param {number} total */
function offerMore(total) {
  trouble.textContent = "";
  more.textContent = "More results";
  more.hidden = list.children.length >= total;
}

/**
 * The button that adds results becomes the one that tries again.
 * @param {Trouble} error
 * @param {() => unknown} again
 */
function fail(error, again) {
  console.warn(error);
  more.textContent = "Retry";
  more.hidden = false;
  addMore = () => (retried++ && error.stuck ? location.reload() : again());
}

function hint() {
  say("What are you looking for?");
  facets.off();
  clear();
  note.append(
    make(
      "p",
      {},
      "Type the name of a method, a task, a data set or an author, or words of a title. Results appear as you type.",
    ),
  );
}

function clear() {
  note.replaceChildren();
  list.replaceChildren();
  trouble.textContent = "";
  more.hidden = true;
}

/** @param {string} text */
function say(text) {
  if (heading.textContent !== text) heading.textContent = text;
}

/** @param {number} unfiltered */
const nothing = (unfiltered) =>
  unfiltered
    ? `No paper has these words and passes the filters; ${unfiltered} without filters.`
    : "No paper has these words. Try fewer or other ones.";

/** What the address chooses; what does not exist is as if not chosen. @param {Engine} engine */
function chosen(engine) {
  return {
    topic: engine.topics.findIndex(({ slug }) => slug === wish.topic),
    year: wish.year === "unknown" ? 0 : /^[1-9]\d{0,3}$/.test(wish.year) ? Number(wish.year) : -1,
    code: wish.code,
  };
}

/** @param {Result} result */
const drawn = (result) => (/** @type {Document} */ paper) =>
  drawCard(paper, (text) => pieces(text, result.forms));

/** A choice is a step of the history, typing is not. @param {Wish} next */
function change(next, step = true) {
  wish = next;
  history[step ? "pushState" : "replaceState"](null, "", searchAddress(wish));
  show();
}

input.addEventListener("input", () => change({ ...wish, q: input.value, literal: false }, false));
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => addMore());
place.addEventListener("click", (event) => {
  const link = around(event, ".cat-corrected a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  input.focus();
  change({ ...wish, literal: true });
});
addEventListener("popstate", (event) => {
  wish = readWish(location.search);
  show(event.state?.shown);
});

show(history.state?.shown);
if (!wish.q) input.focus();

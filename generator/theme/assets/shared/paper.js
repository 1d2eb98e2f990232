// The drawing of a paper, wherever one is found: in the results of the search page and of the box,
// on the map, among what is new. Whatever a result shows of a paper is put here, once.
// Lists that need no script are drawn by generator/pages/templates/_cards.md.j2.

import { make } from "./dom.js";
import { authorAddress, paperAddress, searchAddress, topicAddress, venueAddress } from "./site.js";
import { counted, countedSentence, say, sentence } from "./words.js";

/** @typedef {import("./dom.js").Content} Content */
/** @typedef {{slug: string, name: string, colour: number}} Topic `colour` is that of its area */

/**
 * @typedef {object} Paper what is known of a paper; what is missing or empty is left out
 * @property {string} id
 * @property {string} title
 * @property {string[]} [authors]
 * @property {string[]} [people] slugs of the authors' pages, in the order of their names
 * @property {Set<string>} [sought] slugs of people who are named wherever they stand
 * @property {number} [others] how many more authors it has; 0 if nobody knows how many
 * @property {string} [venue]
 * @property {string} [venueSlug] that of its page
 * @property {number} [year]
 * @property {Topic} [topic] the main one
 * @property {string[]} [badges] what it comes with
 * @property {string} [text]
 */

/**
 * @typedef {object} Form how a paper is drawn in one place
 * @property {"h3" | "p" | "span"} title the element around the title
 * @property {"p" | "span"} part the elements of what follows
 * @property {[string, string, string]} classes of title, facts and text
 * @property {boolean} [linked] without links, where the whole is one
 * @property {boolean} [authors] whether they are named
 * @property {boolean} [chips] topic and byline as pieces of their own, not one line of text
 */

/** @type {[string, string, string]} */
const PLAIN = ["cat-paper__title", "cat-paper__facts", "cat-paper__text"];
/** @satisfies {Record<string, Form>} */
const FORMS = {
  /** A card in a list, as the generator draws them. */
  card: {
    title: "h3",
    part: "p",
    classes: ["", "facts", "text"],
    linked: true,
    authors: true,
    chips: true,
  },
  /** An option of the search box: it may not hold anything that takes the focus itself. */
  option: { title: "span", part: "span", classes: PLAIN, authors: true },
  /** A small one beside its point. */
  beside: { title: "p", part: "p", classes: PLAIN, linked: true, authors: true },
  /** A line of a long list. */
  line: { title: "p", part: "p", classes: PLAIN, linked: true },
};

/**
 * Cuts a text at what is to be marked in it.
 * @typedef {(text: string) => {text: string, marked: boolean}[]} Mark
 */
/** @type {Mark} */
const nothing = (text) => [{ text, marked: false }];

/**
 * Draws a paper.
 * @param {Paper} paper
 * @param {keyof typeof FORMS} name of the form
 * @param {Mark} [mark] what was searched for
 * @returns {{title: HTMLElement, facts: HTMLElement, text: HTMLElement}}
 */
export function drawPaper(paper, name, mark = nothing) {
  /** @type {Form} */
  const form = FORMS[name];
  const [ofTitle, ofFacts, ofText] = form.classes.map((names) => ({ class: names || undefined }));
  const title = marked(paper.title, mark);
  // What authors wrote runs as its letters do: Hebrew and Arabic from the right.
  const dir = "auto";
  return {
    title: make(
      form.title,
      { ...ofTitle, dir },
      ...(form.linked ? [linkTo(paper, ...title)] : title),
    ),
    facts: make(form.part, ofFacts, ...facts(paper, form, mark)),
    text: make(form.part, { ...ofText, dir }, ...marked(paper.text ?? "", mark)),
  };
}

/**
 * Draws a paper as a card of a list.
 * @param {Paper} paper
 * @param {Mark} [mark]
 */
export function drawCard(paper, mark) {
  const { title, facts, text } = drawPaper(paper, "card", mark);
  return make("li", { class: "card" }, title, facts, text);
}

/**
 * The link to the page of a paper.
 * @param {{id: string, title: string}} paper
 * @param {...Content} content in place of its title
 */
export function linkTo({ id, title }, ...content) {
  const attributes = { href: paperAddress(id), "data-paper": id };
  return make("a", attributes, ...(content.length ? content : [title]));
}

/**
 * Who wrote it, where and when it was published, its topic, and what it comes with.
 * @param {Paper} paper
 * @param {Form} form
 * @param {Mark} mark
 * @returns {Content[]}
 */
function facts(paper, { linked, authors, chips }, mark) {
  const said = dotted(
    authors ? names(paper, mark, linked && chips) : [],
    spaced(paper.venue ? [venueOf(paper, linked && chips)] : [], [String(paper.year || "")]),
  );
  const topic = paper.topic ? [drawTopic(paper.topic, linked, chips)] : [];
  const badges = (paper.badges ?? []).map((badge) => make("span", { class: "badge" }, badge));
  return chips
    ? [...(said.length ? [make("span", { class: "byline" }, ...said)] : []), ...topic, ...badges]
    : [...dotted(said, topic), ...badges.flatMap((badge) => [" ", badge])];
}

/**
 * @param {Topic} topic
 * @param {boolean} [linked]
 * @param {boolean} [chip]
 * @returns {Content}
 */
function drawTopic({ slug, name, colour }, linked, chip) {
  if (!linked) return name;
  const look = chip ? { class: "topic", "data-area": colour } : {};
  return make("a", { ...look, href: topicAddress(slug) }, name);
}

/** Names that are shown, beside those that were searched for. */
const NAMES = 3;
const FOUND_NAMES = 3;

/**
 * @param {Paper} paper
 * @param {Mark} mark
 * @param {boolean} [linked] to their pages
 * @returns {Content[]} the first of them, those that are marked, and how many more there are
 */
function names({ authors = [], people = [], sought, others }, mark, linked) {
  const all = authors.map((name, at) => ({
    parts: marked(name, mark),
    slug: linked ? people[at] : undefined,
    wanted: sought?.has(people[at]),
  }));
  const found = all
    .slice(NAMES)
    .filter(({ parts, wanted }) => wanted || parts.some((part) => part instanceof Node));
  const some = [...all.slice(0, NAMES), ...found.slice(0, FOUND_NAMES)];
  const shown = all.length + (others ?? 0) > some.length + 1 ? some : all;
  const more = all.length - shown.length + (others ?? 0);
  const listed = shown.flatMap(({ parts, slug }, at) => {
    const name = make("bdi", {}, ...parts);
    return [at ? ", " : "", slug ? make("a", { href: authorAddress(slug) }, name) : name];
  });
  if (more)
    return countedSentence(more, "{names}, and {number} more", "{names}, and {number} more", {
      names: listed,
    });
  return others === 0 ? sentence("{names} and others", { names: listed }) : listed;
}

/** @param {Paper} paper @param {boolean} [linked] */
function venueOf({ venue = "", venueSlug }, linked) {
  const name = make("bdi", {}, venue);
  return linked && venueSlug ? make("a", { href: venueAddress(venueSlug) }, name) : name;
}

/**
 * Puts a space between what is known.
 * @param {...Content[]} groups
 * @returns {Content[]}
 */
function spaced(...groups) {
  return groups
    .filter((group) => group.some(Boolean))
    .flatMap((group, at) => (at ? [" ", ...group] : group));
}

/**
 * Puts a dot between what is known.
 * @param {...Content[]} groups
 * @returns {Content[]}
 */
function dotted(...groups) {
  return groups
    .filter((group) => group.some(Boolean))
    .flatMap((group, at) => (at ? [" · ", ...group] : group));
}

/**
 * @param {string} text
 * @param {Mark} mark
 * @returns {Content[]}
 */
function marked(text, mark) {
  return mark(text).map((piece) => (piece.marked ? make("mark", {}, piece.text) : piece.text));
}

/** @param {number} count */
export function numberOfResults(count) {
  return count ? counted(count, "{number} result", "{number} results") : say("No results");
}

/**
 * Says that words were corrected, and offers the search without corrections.
 * @param {Partial<import("./site.js").Wish> & {q: string}} wish
 * @param {string} searched the words that were searched for
 */
export function correctionLine(wish, searched) {
  const words = make("bdi", {}, wish.q.trim());
  const instead = make(
    "a",
    { href: searchAddress({ ...wish, literal: true }) },
    ...sentence("Search for {words} instead", { words }),
  );
  return make(
    "p",
    { class: "cat-corrected" },
    ...sentence("Showing results for {words}. {instead}", {
      words: make("strong", {}, make("bdi", {}, searched)),
      instead,
    }),
  );
}

// What the box and the search page share: one engine for both, addresses, pieces of the page.
// One file, as each takes a request. Text becomes text, never markup.

import { folded } from "./words.js";

const form = /** @type {HTMLElement} */ (document.querySelector(".cat-search"));

/** The address of the site, taken at once: what it is relative to may change with the history. */
export const base = new URL(`${form.dataset.base.replace(/\/$/, "")}/`, document.baseURI);

let tries = 0;
let opening;

/**
 * The engine with its index, fetched when first asked for. After a failure the next call tries again.
 * @returns {Promise<any>}
 */
export async function openEngine() {
  if (opening && (await opening).stale) opening = undefined;
  opening ??= fetchEngine().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function fetchEngine() {
  let module;
  try {
    // Browsers remember that a module could not be fetched; another address is another module.
    module = await import(tries ? `./engine.js?try=${tries}` : "./engine.js");
  } catch (error) {
    tries += 1;
    // If it came, but not what it imports, only another page asks for that again.
    throw Object.assign(error, { stuck: true });
  }
  return module.open(new URL("search/index/", base).href);
}

/**
 * @typedef {object} Wish
 * @property {string} q
 * @property {string} topic slug, or "" for all
 * @property {string} year a number, "unknown", or "" for all
 * @property {boolean} code only papers with code
 * @property {boolean} literal no corrections
 */

/** @param {string} search the query of an address @returns {Wish} */
export function readWish(search) {
  const given = new URLSearchParams(search);
  return {
    q: given.get("q") ?? "",
    topic: given.get("topic") ?? "",
    year: given.get("year") ?? "",
    code: given.get("code") === "1",
    literal: given.get("literal") === "1",
  };
}

/** @param {Partial<Wish>} wish @returns {string} */
export function searchAddress(wish) {
  const url = new URL("search/", base);
  for (const name of ["q", "topic", "year", "code", "literal"]) {
    const value = wish[name];
    if (value) url.searchParams.set(name, value === true ? "1" : value);
  }
  return url.href;
}

/** @param {string} id @returns {string} */
export function paperAddress(id) {
  return new URL(`papers/${encodeURIComponent(id)}/`, base).href;
}

/** @param {string} slug @returns {string} */
export function topicAddress(slug) {
  return new URL(`topics/${encodeURIComponent(slug)}/`, base).href;
}

/**
 * Makes an element. Attributes that are false or undefined are left out.
 * @param {string} name
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {...(Node | string)} content
 * @returns {any}
 */
export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : String(value));
  element.append(...content);
  return element;
}

/**
 * Cuts the text at the words that were found.
 * @returns {(Node | string)[]}
 */
export function markedText(engine, text, result) {
  return engine
    .pieces(text, result)
    .map((piece) => (piece.marked ? make("mark", {}, piece.text) : piece.text));
}

/** Names that a result shows, beside those that were searched for. */
const NAMES = 3;
const FOUND_NAMES = 3;

/**
 * Says who wrote a paper, where it was published and when, as far as known.
 * @param {any} [result] what the query found, marked in the names; without one nothing is marked
 * @returns {(Node | string)[]}
 */
export function byline(engine, paper, result) {
  const names = paper.authors.map((name) =>
    result ? markedText(engine, name, result) : [name],
  );
  const rest = names.slice(NAMES).filter((parts) => parts.some((part) => typeof part !== "string"));
  const some = [...names.slice(0, NAMES), ...rest.slice(0, FOUND_NAMES)];
  const shown = names.length > some.length + 1 ? some : names;
  const more = names.length - shown.length;
  return dotted(
    [
      ...shown.flatMap((parts, at) => (at ? [", ", ...parts] : parts)),
      ...(more ? [`, and ${more} more`] : []),
    ],
    published(paper),
  );
}

/** Says where a paper was published and when, as far as known. */
export function published(paper) {
  const said = [paper.venue, paper.year || ""].filter(Boolean).join(" ");
  return said ? [said] : [];
}

/**
 * Puts a dot between what is known.
 * @param {...(Node | string)[]} groups
 * @returns {(Node | string)[]}
 */
export function dotted(...groups) {
  return groups
    .filter((group) => group.length)
    .flatMap((group, at) => (at ? [" · ", ...group] : group));
}

/** @param {number} count */
export function numberOfResults(count) {
  return count === 1 ? "1 result" : `${count || "No"} results`;
}

/** Puts the words that were searched in the place of those that were typed. */
export function correctedQuery(query, corrections) {
  const used = new Map(corrections);
  return query.replace(/[\p{L}\p{N}\p{M}]+\+*/gu, (word) => {
    const bare = word.replace(/\++$/, "");
    return used.get(folded(word)) ?? used.get(folded(bare)) ?? word;
  });
}

/**
 * Says that words were corrected, and offers the search without corrections.
 * @param {Wish | {q: string}} wish
 * @returns {HTMLElement}
 */
export function correctionLine(wish, corrections) {
  const typed = wish.q.trim();
  return make(
    "p",
    { class: "cat-corrected" },
    "Showing results for ",
    make("strong", {}, make("bdi", {}, correctedQuery(typed, corrections))),
    ". ",
    make(
      "a",
      { href: searchAddress({ ...wish, literal: true }) },
      "Search for ",
      make("bdi", {}, typed),
      " instead",
    ),
  );
}

// What documents have a value of: the files of the facets, and narrowing a list of documents by them.
// The files are described in docs/maintainers/search-format.md.

import { pieces, usualSlug } from "./words.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("../shared/site.js").Wish} Wish
 * @typedef {"topic" | "venue" | "kind"} Named a facet whose values all have names here
 * @typedef {{slug: string, name: string}} Value
 * @typedef {Value & {documents: number[]}} Person
 */
/**
 * @typedef {object} Values of every document, by its number
 * @property {{[name in Named]: Value[]}} known the values that there are
 * @property {{[name in Named]: number[][]}} of which of them a document has
 * @property {number[]} years 0 if unknown
 * @property {boolean[]} code
 * @property {number[]} order the newest first
 * @property {[string, string][]} people first slug and file
 * @property {string} [authors] file of the people with most papers
 */
/**
 * @typedef {{from: number, to: number}} Years 0: no end
 * @typedef {object} Choice what the address asks for, as far as there is such a thing
 * @property {number[]} topic
 * @property {number[]} venue
 * @property {number[]} kind
 * @property {Person[]} author
 * @property {Years | "unknown" | null} years
 * @property {boolean} code
 */

/** The facets of which several values may be chosen and all are known. */
export const NAMED = /** @type {const} */ (["topic", "venue", "kind"]);
/** Papers that are looked into for a name, and people that are taken from them: files to fetch. */
const MOST_ASKED = 8;
/** @type {{[name: string]: string}} */
const KINDS = { dataset: "Data set" };

/** What was read already: every letter that is typed asks for it. @type {WeakMap<Engine, Values>} */
const known = new WeakMap();

/** @param {Engine} engine */
export async function openValues(engine) {
  const found = known.get(engine) ?? (await readValues(engine));
  known.set(engine, found);
  return found;
}

/** @param {Engine} engine @returns {Promise<Values>} */
function readValues(engine) {
  return engine.reading(async () => {
    /** @type {{t: number[][], y: number[], k: string, o: number[], c: string, v: number[],
     *   kinds: string[], kind_names?: string[], venues: [string, string?][], people: [string, string][], authors?: string}} */
    const { t, y, k, o, c, v, kinds, kind_names, venues, people, authors } = await engine.files.get(
      engine.start.facets,
    );
    return {
      known: {
        topic: engine.topics,
        venue: venues.map(([name, slug]) => ({ name, slug: slug ?? usualSlug(name) })),
        kind: kinds.map((slug, at) => ({
          slug,
          name: kind_names?.[at] ?? KINDS[slug] ?? capital(slug),
        })),
      },
      of: {
        topic: t,
        venue: v.map(numberOf),
        kind: [...c].map((digit) => numberOf(Number(digit))),
      },
      years: y,
      code: [...k].map((sign) => sign === "1"),
      order: o,
      people,
      authors,
    };
  });
}

/** @param {number} digit 0 for none */
const numberOf = (digit) => (digit ? [digit - 1] : []);

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Return those of the slugs that there are people of.
 * @param {Engine} engine
 * @param {Values} values
 * @param {string[]} slugs
 * @returns {Promise<Person[]>}
 */
export function openPeople(engine, { people }, slugs) {
  return engine.reading(async () => {
    const found = await Promise.all(
      slugs.map(async (slug) => {
        const [, file] = people.findLast(([first]) => first <= slug) ?? [];
        return file ? (await peopleIn(engine, file)).find(isOf(slug)) : undefined;
      }),
    );
    return found.filter((one) => one !== undefined);
  });
}

/**
 * Return people that a text names, with typing errors too: those of the papers that it finds.
 * @param {Engine} engine
 * @param {Values} values
 * @param {string} text
 */
export async function findPeople(engine, values, text) {
  const { documents, forms } = await engine.search(text);
  const papers = await engine.load(documents.slice(0, MOST_ASKED));
  const slugs = papers.flatMap(({ authors, people = [] }) =>
    people.filter((_, at) => pieces(authors[at], forms).some(({ marked }) => marked)),
  );
  return openPeople(engine, values, [...new Set(slugs)].slice(0, MOST_ASKED));
}

/**
 * Return the people with most papers, those with most first.
 * @param {Engine} engine
 * @param {Values} values
 * @returns {Promise<Person[]>}
 */
export function openAuthors(engine, { authors }) {
  return engine.reading(async () => (authors ? peopleIn(engine, authors) : []));
}

/** @param {Engine} engine @param {string} file @returns {Promise<Person[]>} */
async function peopleIn(engine, file) {
  /** @type {[name: string, documents: string, slug?: string][]} */
  const rows = await engine.files.get(file);
  return rows.map(([name, documents, slug]) => ({
    name,
    slug: slug ?? usualSlug(name),
    documents: engine.documentsIn(documents),
  }));
}

/** @param {string} slug */
const isOf = (slug) => (/** @type {Value} */ value) => value.slug === slug;

/** The years that an address asks for: null for all, undefined if it is no such text. @param {string} text */
export function readYears(text) {
  if (!text) return null;
  if (text === "unknown") return text;
  const [, first, dash, last] = /^([1-9]\d{0,3})?(-)?([1-9]\d{0,3})?$/.exec(text) ?? [];
  if (!first && !last) return undefined;
  const [from, to] = [Number(first ?? 0), dash ? Number(last ?? 0) : Number(first)];
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

/** @param {Years} years */
export function writeYears({ from, to }) {
  return from === to ? String(from || "") : `${from || ""}-${to || ""}`;
}

/**
 * What an address chooses. What does not exist is as if not chosen: `missing` has the filter and the value.
 * @param {Wish} wish
 * @param {Values} values
 * @param {Person[]} author those of the authors that there are
 * @returns {{choice: Choice, missing: [name: string, value: string][]}}
 */
export function chosenIn(wish, { known }, author) {
  const years = readYears(wish.year);
  /** @type {Choice} */
  const choice = { topic: [], venue: [], kind: [], author, years: years ?? null, code: wish.code };
  /** @type {[string, string][]} */
  const missing = wish.author
    .filter((slug) => !author.some(isOf(slug)))
    .map((slug) => ["author", slug]);
  for (const name of NAMED)
    for (const slug of wish[name]) {
      const number = known[name].findIndex(isOf(slug));
      if (number < 0) missing.push([name, slug]);
      else choice[name].push(number);
    }
  if (years === undefined) missing.push(["year", wish.year]);
  return { choice, missing };
}

/**
 * What each filter that is on lets pass.
 * @param {Values} values
 * @param {Choice} choice
 * @returns {[name: string, passes: (document: number) => boolean][]}
 */
function filters({ of, years, code }, choice) {
  /** @type {[string, (document: number) => boolean][]} */
  const found = [];
  for (const name of NAMED) {
    const wanted = new Set(choice[name]);
    if (wanted.size)
      found.push([name, (document) => of[name][document].some((n) => wanted.has(n))]);
  }
  if (choice.author.length) {
    const written = new Set(choice.author.flatMap(({ documents }) => documents));
    found.push(["author", (document) => written.has(document)]);
  }
  if (choice.years === "unknown") found.push(["year", (document) => !years[document]]);
  else if (choice.years) {
    const { from, to } = choice.years;
    const last = to || Infinity;
    found.push(["year", (n) => years[n] > 0 && years[n] >= from && years[n] <= last]);
  }
  if (choice.code) found.push(["code", (document) => code[document]]);
  return found;
}

/**
 * Narrows documents, in their order. For each facet `left` has those that pass all filters but its
 * own: of them a visitor would choose.
 * @param {Iterable<number>} documents
 * @param {Values} values
 * @param {Choice} choice
 */
export function narrow(documents, values, choice) {
  const on = filters(values, choice);
  /** @type {number[]} */
  const kept = [];
  /** @type {Map<string, number[]>} */
  const left = new Map(on.map(([name]) => [name, []]));
  for (const document of documents) {
    const failed = on.filter(([, passes]) => !passes(document));
    if (!failed.length) kept.push(document);
    for (const [name] of failed.length ? failed : on)
      if (failed.length < 2) left.get(name)?.push(document);
  }
  return { kept, left: (/** @type {string} */ name) => left.get(name) ?? kept };
}

/**
 * How many of the documents have each value.
 * @param {number[]} documents
 * @param {(document: number) => number[]} of their values
 */
export function count(documents, of) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const document of documents)
    for (const value of of(document)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** @param {Choice} choice */
export const isFree = ({ topic, venue, kind, author, years, code }) =>
  !(topic.length || venue.length || kind.length || author.length || years || code);

/**
 * In the order that is wished for: "new", "old", else as they are.
 * @param {number[]} documents
 * @param {Values} values
 * @param {string} sort
 */
export function sorted(documents, { order, years }, sort) {
  if (sort !== "new" && sort !== "old") return documents;
  const place = new Map(order.map((document, at) => [document, at]));
  const at = (/** @type {number} */ document) => place.get(document) ?? 0;
  if (sort === "new") return [...documents].sort((a, b) => at(a) - at(b));
  // Papers of no year are last in both.
  return [...documents].sort((a, b) => Number(!years[a]) - Number(!years[b]) || at(b) - at(a));
}

// Where the pages and files of this site are, and fetching them. Addresses stand here once.

import { find } from "./dom.js";
import { say } from "./words.js";

/** The address of the site, taken at once: what it is relative to may change with the history. */
export const base = new URL(
  `${(find(".cat-search").dataset.base ?? "").replace(/\/$/, "")}/`,
  document.baseURI,
);

/** Files of data, below the site's address. */
export const FILES = {
  feed: "data/feed.json",
  map: "data/map.json",
  index: "search/index/",
  authors: "search/authors/",
};

/** @param {string} path below the site's address */
export const addressOf = (path) => new URL(path, base).href;

/** @param {string} id */
export const paperAddress = (id) => addressOf(`papers/${encodeURIComponent(id)}/`);

/** @param {string} slug */
export const authorAddress = (slug) => addressOf(`authors/${encodeURIComponent(slug)}/`);

/** @param {string} slug */
export const topicAddress = (slug) => addressOf(`topics/${encodeURIComponent(slug)}/`);

/** @param {string} slug */
export const venueAddress = (slug) => addressOf(`venues/${encodeURIComponent(slug)}/`);

/** Filters of which several values may be chosen: a paper has one of them. */
export const LISTS = /** @type {const} */ (["topic", "author", "venue", "kind"]);
/** Values of a filter that are heeded: each author is a file to fetch. */
const MOST_VALUES = 20;

/**
 * @typedef {typeof LISTS[number]} ListName
 * @typedef {{[name in ListName]: string[]}} Chosen slugs; an empty list is for all
 */
/**
 * @typedef {object} Asked
 * @property {string} q
 * @property {string} year "2022", "2020-2022", "2020-", "-2022", "unknown", or "" for all
 * @property {boolean} code only papers with code
 * @property {string} sort "new", "old", or "" for what is usual
 * @property {boolean} literal no corrections
 * @typedef {Chosen & Asked} Wish what a search asks for
 */

/** @param {Partial<Wish>} wish */
export function searchAddress({ q, year, code, sort, literal, ...chosen }) {
  const url = new URL("search/", base);
  if (q) url.searchParams.set("q", q);
  for (const name of LISTS)
    for (const slug of chosen[name] ?? []) url.searchParams.append(name, slug);
  const rest = { year, code: code && "1", sort, literal: literal && "1" };
  for (const [name, value] of Object.entries(rest)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** @param {string} query that of an address @returns {Wish} */
export function readWish(query) {
  const given = new URLSearchParams(query);
  /** @param {string} name */
  const all = (name) => [...new Set(given.getAll(name).filter(Boolean))].slice(0, MOST_VALUES);
  return {
    q: given.get("q") ?? "",
    topic: all("topic"),
    author: all("author"),
    venue: all("venue"),
    kind: all("kind"),
    year: given.get("year") ?? "",
    code: given.get("code") === "1",
    sort: given.get("sort") ?? "",
    literal: given.get("literal") === "1",
  };
}

/**
 * What a JSON file of the site holds. Rejects when it cannot be had.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>} as the file says; who asks knows its form
 */
export async function fetchJson(path, options) {
  const answer = await fetch(addressOf(path), options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * Why something is not there. What is `stuck` only another page can ask for again; if it is
 * `outdated`, this page is older than the data of the site.
 * @typedef {Error & {stuck?: boolean, outdated?: boolean}} Trouble
 */
export const OUTDATED = say("This page is older than the site's data: reload it.");

/** Reload the page, and what the browser keeps of its scripts. */
export async function reloadAnew() {
  const scripts = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = new Set(scripts.filter((name) => name.startsWith(base.href) && /\.js\b/.test(name)));
  await Promise.allSettled([...own].map((name) => fetch(name, { cache: "reload" })));
  location.reload();
}

/**
 * Loads a module when it is first asked for, and again after a failure: browsers remember that a
 * module could not be fetched, but another address is another module. If it came, but not what it
 * imports, that does not help.
 * @template M
 * @param {(tries: number) => Promise<M>} load imports it; by another address after each failure
 * @returns {() => Promise<M>}
 */
export function lazily(load) {
  let tries = 0;
  /** @type {Promise<M> | undefined} */
  let loading;
  return () => {
    loading ??= load(tries).catch((error) => {
      loading = undefined;
      tries += 1;
      throw Object.assign(error, { stuck: true });
    });
    return loading;
  };
}

/** @type {() => Promise<typeof import("../search/engine.js")>} */
const loadEngine = lazily((tries) =>
  tries ? import(`../search/engine.js?try=${tries}`) : import("../search/engine.js"),
);

/**
 * Opens an index when it is first asked for, once for the whole page; again after a failure, or if a
 * file that it names could not be had: then none of those is used that the browser has.
 * @template {{stale: boolean}} I
 * @param {(anew: boolean) => Promise<I>} open
 * @returns {() => Promise<I>}
 */
export function opened(open) {
  let anew = false;
  /** @type {Promise<I> | undefined} */
  let opening;
  return async () => {
    if (opening && (await opening).stale) {
      opening = undefined;
      anew = true;
    }
    opening ??= open(anew).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

/** The engine of the search with its index. */
export const openEngine = opened((anew) =>
  loadEngine().then(({ open }) => open(addressOf(FILES.index), anew)),
);

// The reading list in this browser's localStorage.

import { base } from "../shared/site.js";

/**
 * @typedef {object} Entry a paper that is saved; times are as of toISOString
 * @property {string} title
 * @property {string} saved
 * @property {string | null} read
 * @property {string} note
 * @property {string} changed
 * @property {string} [byline] authors, venue and year in one line; older entries have none
 * @property {true} [missing] the catalogue has no such paper
 */
/**
 * @typedef {object} State
 * @property {Map<string, Entry>} papers by id
 * @property {{began: string, before: string | null}} [visit] this one, and the one before
 * @property {boolean} newer written by a newer version of the store
 */
/** @typedef {"newer" | "full" | "forbidden"} Trouble why the list is not kept */
/** @typedef {(state: State) => unknown} Change */

const VERSION = 1;
/** Catalogues below one host share its storage. */
export const key = `reading-list:${base.pathname}`;

/** As toISOString writes it; "" for what is no time. @param {string | number} value */
export function time(value) {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}
export const now = () => time(Date.now());

/** @typedef {(value: unknown) => boolean} Check */
/** @type {Check} */
const isText = (value) => typeof value === "string";
/** @type {Check} */
const isTime = (value) => typeof value === "string" && value !== "" && time(value) === value;
/** @type {Check} */
const isTimeOrNull = (value) => value === null || isTime(value);
/** What is right in each field. */
export const ENTRY = {
  title: isText,
  saved: isTime,
  read: isTimeOrNull,
  note: isText,
  changed: isTime,
};
const VISIT = { began: isTime, before: isTimeOrNull };

/**
 * @template {string} K
 * @param {any} value of any form: it was stored by whoever
 * @param {Record<K, Check>} shape
 * @returns {Record<K, any> | undefined} its fields, if all are right
 */
function pick(value, shape) {
  const names = /** @type {K[]} */ (Object.keys(shape));
  if (!names.every((name) => shape[name](value?.[name]))) return undefined;
  return /** @type {Record<K, any>} */ (
    Object.fromEntries(names.map((name) => [name, value[name]]))
  );
}

/** @type {Storage | undefined} */
let storage;
try {
  storage = localStorage;
} catch {
  // Forbidden.
}

/** @type {Trouble | ""} */
export let trouble = "";
/** @type {State | undefined} */
let state;
/** @type {Change[]} those that could not be kept */
let pending = [];
/** @type {(() => void)[]} */
const listeners = [];

/** @param {string | null} raw @returns {State} */
function parse(raw) {
  const papers = new Map();
  let value;
  try {
    value = JSON.parse(raw ?? "null");
  } catch {
    // As if empty.
  }
  for (const [id, paper] of Object.entries(value?.papers ?? {})) {
    /** @type {Entry | undefined} */
    const entry = pick(paper, ENTRY);
    if (!entry) continue;
    if (isText(paper.byline)) entry.byline = paper.byline;
    if (paper.missing === true) entry.missing = true;
    papers.set(id, entry);
  }
  const newer = typeof value?.version === "number" && value.version > VERSION;
  return { newer, papers, visit: pick(value?.visit, VISIT) };
}

/**
 * An entry with its fields in the order in which they are kept; what is empty is left out.
 * @param {Entry} entry
 */
const kept = ({ title, saved, read, note, changed, byline, missing }) => ({
  title,
  saved,
  read,
  note,
  changed,
  byline: byline || undefined,
  missing,
});

/** @param {State} state */
function serial({ papers, visit }) {
  const entries = [...papers].map(([id, entry]) => [id, kept(entry)]);
  return JSON.stringify({ version: VERSION, papers: Object.fromEntries(entries), visit });
}

function load() {
  const raw = storage?.getItem(key) ?? null;
  const loaded = parse(raw);
  trouble = loaded.newer ? "newer" : !storage ? "forbidden" : pending.length ? "full" : "";
  for (const work of pending) work(loaded);
  state = loaded;
  return { raw, loaded };
}

/** @returns {State} */
export function current() {
  return state ?? load().loaded;
}

/** Calls it now, and when the list changes here or in another tab. @param {() => void} listener */
export function watch(listener) {
  listeners.push(listener);
  listener();
}

function refresh() {
  load();
  for (const listener of listeners) listener();
}

/**
 * Changes the list as it is kept at this moment, or else in memory; says whether it is kept.
 * @param {Change} work
 */
export function change(work) {
  pending.push(work);
  const { raw, loaded } = load();
  try {
    if (!loaded.newer) {
      if (!storage) throw new Error("forbidden");
      // What would not be written as it is was not understood: its text is put aside.
      if (raw !== null && serial(parse(raw)) !== raw)
        storage.setItem(`${key}:kept-${Date.now()}`, raw);
      storage.setItem(key, serial(loaded));
    }
    pending = [];
  } catch {
    // Full or forbidden: the change is pending.
  }
  refresh();
  return !trouble;
}

addEventListener("storage", (event) => {
  if ((event.key ?? key) === key) refresh();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) refresh();
});

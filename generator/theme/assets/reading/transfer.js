// The reading list as a file, and back: nothing of either list is lost.

import { joined } from "./note.js";
import { base, current, ENTRY, now, time } from "./store.js";

/**
 * @typedef {object} Entry a paper that is saved; times are as of toISOString
 * @property {string} title
 * @property {string} saved
 * @property {string | null} read
 * @property {string} note
 * @property {string} changed
 * @property {true} [missing] the catalogue has no such paper
 */
/**
 * @typedef {object} State
 * @property {Map<string, Entry>} papers by id
 * @property {{began: string, before: string | null}} [visit] this one, and the one before
 * @property {boolean} newer written by a newer version of the store
 */

const FORMAT = "reading list of a paper catalogue";
const VERSION = 1;
const MOST_BYTES = 5e6;
const LONGEST = { title: 2000, note: 20000 };
/** As in generator/ids.py. */
const ID = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const AT_ONCE = 6;

/** Gives a file to the visitor. */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers begin only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
}

/** Downloads everything that is marked. */
export function downloadList() {
  const papers = Object.fromEntries(current().papers);
  const list = { format: FORMAT, version: VERSION, exported: now(), site: base.href, papers };
  const text = `${JSON.stringify(list, null, 2)}\n`;
  download(`reading-list-${list.exported.slice(0, 10)}.json`, "application/json", text);
}

/**
 * @param {File} file
 * @returns {Promise<{papers: Map<string, Entry>, faults: string[]}>} what is
 *   good, and what is wrong with the rest
 * @throws {Error} with a message for people, when nothing of the file can be read
 */
export async function readFile(file) {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is larger than 5 MB.`);
  return read(file.name, await file.text());
}

/** @see readFile */
export function read(name, text) {
  let list;
  try {
    list = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Error(`${name} is not a JSON file. Choose one that was downloaded here.`);
  }
  const { format, version, papers: given } = list ?? {};
  if (format !== FORMAT || !isObject(given))
    throw new Error(`${name} is not a reading list. Choose a file that was downloaded here.`);
  if (version !== VERSION)
    throw new Error(`${name} is of another version of reading lists (${short(version)}).`);
  const papers = new Map();
  const faults = [];
  for (const [id, value] of Object.entries(given)) {
    const entry = isObject(value) ? entryFrom(value) : {};
    const wrong = Object.keys(ENTRY).find((field) => !ENTRY[field](entry[field]) || long(entry, field));
    if (wrong) faults.push(`${name}: paper ${short(id)}: “${wrong}” is missing or wrong.`);
    else papers.set(id, ID.test(id) ? entry : { ...entry, missing: true });
  }
  return { papers, faults };
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const long = (entry, field) => entry[field]?.length > (LONGEST[field] ?? Infinity);

/** A wrong value as a message shows it. */
function short(value) {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An entry, with times as the store has them; a time to come would win for ever. */
function entryFrom({ title, saved, read: done = null, note = "", changed }) {
  const normal = (value) => (typeof value === "string" ? earlier(time(value), now()) : value);
  const entry = { title, saved: normal(saved), read: normal(done), note };
  return { ...entry, changed: normal(changed) || later(entry.saved, entry.read) };
}

const earlier = (a, b) => (a < b ? a : b);
const later = (a, b) => (b && b > a ? b : a);

/**
 * Adds the papers of `theirs` to `mine`. Of a paper in both, what was marked last counts, and
 * both notes stay.
 * @param {Map<string, Entry>} mine
 * @param {Map<string, Entry>} theirs
 */
export function merge(mine, theirs) {
  for (const [id, entry] of theirs) {
    const own = mine.get(id);
    const [newer, older] = own && own.changed >= entry.changed ? [own, entry] : [entry, own];
    mine.set(id, { ...newer, note: joined(newer.note, older?.note ?? "") });
  }
}

/**
 * Which of the papers the catalogue does not have; those that cannot be asked for now are had.
 * @param {string[]} ids
 * @returns {Promise<Set<string>>}
 */
export async function missing(ids) {
  const found = new Set();
  await each(ids, async (id) => {
    try {
      if (!ID.test(id) || (await fetch(pageOf(id), { method: "HEAD" })).status === 404) found.add(id);
    } catch {
      // Offline, say.
    }
  });
  return found;
}

export const pageOf = (id) => new URL(`papers/${encodeURIComponent(id)}/`, base).href;

/** Does the work for each, six at a time. */
export async function each(items, work) {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

// The reading list as a file, and back.

import { download } from "../shared/download.js";
import { base } from "../shared/site.js";
import { say } from "../shared/words.js";
import { current, ENTRY, now, time } from "./store.js";

/** @typedef {import("./store.js").Entry} Entry */

const FORMAT = "reading list of a paper catalogue";
const VERSION = 1;
const MOST_BYTES = 5e6;
/** @type {Partial<Record<string, number>>} */
const LONGEST = { title: 2000, note: 20000 };
/** A longer byline is left out: it may be anything. */
const LONGEST_BYLINE = 2000;
/** As in generator/ids.py. */
export const ID = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;

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
  if (file.size > MOST_BYTES)
    throw new Error(say("{file} is larger than 5 MB.", { file: file.name }));
  return read(file.name, await file.text());
}

/**
 * @see readFile
 * @param {string} name
 * @param {string} text
 */
export function read(name, text) {
  let list;
  try {
    list = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Error(
      say("{file} is not a JSON file. Choose one that was downloaded here.", { file: name }),
    );
  }
  const { format, version, papers: given } = list ?? {};
  if (format !== FORMAT || !isObject(given))
    throw new Error(
      say("{file} is not a reading list. Choose a file that was downloaded here.", { file: name }),
    );
  if (version !== VERSION)
    throw new Error(
      say("{file} is of another version of reading lists ({version}).", {
        file: name,
        version: short(version),
      }),
    );
  /** @type {Map<string, Entry>} */
  const papers = new Map();
  const faults = [];
  for (const [id, value] of Object.entries(given)) {
    const entry = entryFrom(isObject(value) ? value : {});
    const wrong = faultyField(entry);
    if (wrong) {
      const said = { file: name, paper: short(id), field: wrong };
      faults.push(say("{file}: paper {paper}: “{field}” is missing or wrong.", said));
    } else papers.set(id, ID.test(id) ? entry : { ...entry, missing: true });
  }
  return { papers, faults };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first field that is not as it must be. @param {Entry} entry */
function faultyField(entry) {
  const fields = /** @type {(keyof typeof ENTRY)[]} */ (Object.keys(ENTRY));
  return fields.find(
    (field) =>
      !ENTRY[field](entry[field]) || String(entry[field]).length > (LONGEST[field] ?? Infinity),
  );
}

/** A wrong value as a message shows it. @param {unknown} value */
function short(value) {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * An entry, with times as the store has them; a time to come would win for ever.
 * @param {Record<string, any>} given not yet known to be right
 * @returns {Entry}
 */
function entryFrom({ title, saved, read: done = null, note = "", changed, byline }) {
  /** @param {any} value */
  const normal = (value) => (typeof value === "string" ? [time(value), now()].sort()[0] : value);
  const entry = { title, saved: normal(saved), read: normal(done), note };
  const [, last] = [entry.saved, entry.read ?? ""].sort();
  const whole = { ...entry, changed: normal(changed) || last };
  const isByline = typeof byline === "string" && byline && byline.length <= LONGEST_BYLINE;
  return isByline ? { ...whole, byline } : whole;
}

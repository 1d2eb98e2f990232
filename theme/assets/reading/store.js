// The reading list: one value of this browser's localStorage for each address of a catalogue.

/** @typedef {{title: string, saved: string, read: string | null, note: string, changed: string, missing?: true}} Entry */
/** @typedef {{papers: Map<string, Entry>, visit?: {began: string, before: string | null}}} State */

const VERSION = 1;
const given = document.querySelector(".cat-search").dataset.base;
export const base = new URL(`${given.replace(/\/$/, "")}/`, document.baseURI);
/** Catalogues below one host share its storage. */
export const key = `reading-list:${base.pathname}`;

/** The time as of toISOString, or "" for what is none. */
export function time(value) {
  const date = new Date(value);
  return isNaN(date) ? "" : date.toISOString();
}
export const now = () => time(Date.now());

const isText = (value) => typeof value === "string";
const isTime = (value) => isText(value) && time(value) === value;
const isTimeOrNull = (value) => value === null || isTime(value);
/** What is right in a value of each field. */
export const ENTRY = {
  title: isText,
  saved: isTime,
  read: isTimeOrNull,
  note: isText,
  changed: isTime,
};
const VISIT = { began: isTime, before: isTimeOrNull };

/** Its fields of the shape, if all are right. */
function pick(value, shape) {
  const fields = Object.keys(shape).map((name) => [name, value?.[name]]);
  if (fields.every(([name, field]) => shape[name](field))) return Object.fromEntries(fields);
}

let storage;
try {
  storage = localStorage;
} catch {
  // Forbidden: marks last as long as the page.
}

/** Why the list is not kept: "", "newer" (another program's), "full" or "forbidden". */
export let trouble = "";
/** @type {State} */
let state;
/** Changes that could not be kept yet. */
let pending = [];
const listeners = [];

function parse(raw) {
  const papers = new Map();
  let value;
  try {
    value = JSON.parse(raw);
  } catch {
    // As if empty; `change` keeps the text.
  }
  for (const [id, paper] of Object.entries(value?.papers ?? {})) {
    const entry = pick(paper, ENTRY);
    if (entry && paper.missing === true) entry.missing = true;
    if (entry) papers.set(id, entry);
  }
  const newer = typeof value?.version === "number" && value.version > VERSION;
  return { newer, papers, visit: pick(value?.visit, VISIT) };
}

const serial = ({ papers, visit }) =>
  JSON.stringify({ version: VERSION, papers: Object.fromEntries(papers), visit });

function load() {
  const raw = storage?.getItem(key) ?? null;
  state = parse(raw);
  trouble = state.newer ? "newer" : storage ? pending.length ? "full" : "" : "forbidden";
  for (const work of pending) work(state);
  return raw;
}

/** What is kept, with what could not be kept. @returns {State} */
export function current() {
  if (!state) load();
  return state;
}

/** Calls it now and whenever the list has changed, here or in another tab. */
export function watch(listener) {
  listeners.push(listener);
  listener();
}

/** Looks again at what is kept. */
export function refresh() {
  load();
  for (const listener of listeners) listener();
}

/**
 * Changes the list as it is kept at this moment; what cannot be kept stays in memory. A list
 * of a newer version is left alone.
 * @param {(state: State) => void} work
 * @returns {boolean} whether it was kept
 */
export function change(work) {
  pending.push(work);
  const raw = load();
  if (state.newer) pending = [];
  else
    try {
      // What would not be written again as it is was not understood: the text is kept.
      if (raw !== null && serial(parse(raw)) !== raw)
        storage.setItem(`${key}:kept-${Date.now()}`, raw);
      storage.setItem(key, serial(state));
      pending = [];
    } catch {
      // `refresh` tells why.
    }
  refresh();
  return !trouble;
}

addEventListener("storage", (event) => (event.key ?? key) === key && refresh());
addEventListener("pageshow", (event) => event.persisted && refresh());

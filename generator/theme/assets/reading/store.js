// The reading list in this browser's localStorage. Its types are in transfer.js.

const VERSION = 1;
const given = document.querySelector(".cat-search").dataset.base;
export const base = new URL(`${given.replace(/\/$/, "")}/`, document.baseURI);
/** Catalogues below one host share its storage. */
export const key = `reading-list:${base.pathname}`;

/** As toISOString writes it; "" for what is no time. */
export function time(value) {
  const date = new Date(value);
  return isNaN(date) ? "" : date.toISOString();
}
export const now = () => time(Date.now());

const isText = (value) => typeof value === "string";
const isTime = (value) => value && isText(value) && time(value) === value;
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

function pick(value, shape) {
  const fields = Object.keys(shape).map((name) => [name, value?.[name]]);
  if (fields.every(([name, field]) => shape[name](field))) return Object.fromEntries(fields);
}

let storage;
try {
  storage = localStorage;
} catch {
  // Forbidden.
}

/** Why the list is not kept: "", "newer", "full" or "forbidden". */
export let trouble = "";
let state;
let pending = []; // changes that could not be kept
const listeners = [];

function parse(raw) {
  const papers = new Map();
  let value;
  try {
    value = JSON.parse(raw);
  } catch {
    // As if empty.
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
  trouble = state.newer ? "newer" : !storage ? "forbidden" : pending.length ? "full" : "";
  for (const work of pending) work(state);
  return raw;
}

/** @returns {import("./transfer.js").State} */
export function current() {
  if (!state) load();
  return state;
}

/** Calls it now, and when the list changes here or in another tab. */
export function watch(listener) {
  listeners.push(listener);
  listener();
}

function refresh() {
  load();
  for (const listener of listeners) listener();
}

/** Changes the list as it is kept at this moment, or else in memory; says whether it is kept. */
export function change(work) {
  pending.push(work);
  const raw = load();
  try {
    if (!state.newer) {
      // What would not be written as it is was not understood: its text is put aside.
      if (raw !== null && serial(parse(raw)) !== raw)
        storage.setItem(`${key}:kept-${Date.now()}`, raw);
      storage.setItem(key, serial(state));
    }
    pending = [];
  } catch {
    // Full or forbidden: the change is pending.
  }
  refresh();
  return !trouble;
}

addEventListener("storage", (event) => (event.key ?? key) === key && refresh());
addEventListener("pageshow", (event) => event.persisted && refresh());

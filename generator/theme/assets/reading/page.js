// The page of the reading list: what is to be read, what is read, and what is new.

import { folded } from "../search/words.js";
import { button, find, make } from "../shared/dom.js";
import { drawCard } from "../shared/paper.js";
import { counted, LOCALE, number, say } from "../shared/words.js";
import { fresh } from "./fresh.js";
import { mark, ready } from "./marks.js";
import { MEANING, offerList } from "./message.js";
import { createPanel } from "./panel.js";
import { createRow, day } from "./rows.js";
import { change, current, now, trouble, watch } from "./store.js";

/** A list no longer than this is seen at a glance. */
const GLANCE = 10;
/** Papers of a section that are shown at first, and how many more a press shows. */
const FIRST = 50;
const STEP = 200;
const { compare } = new Intl.Collator(LOCALE);

const place = find(".cat-reading");
const alarm = make("div", { role: "alert", class: "cat-reading__trouble" });
const told = make("p", { role: "status", class: "cat-unseen" });
const counts = make("span", { class: "cat-reading__counts", tabindex: -1 });
const news = make("a", { href: "#new", hidden: true });
const order = make(
  "select",
  { id: "cat-order" },
  make("option", { value: "saved" }, say("Latest saved")),
  make("option", { value: "title" }, say("Title")),
);
const filter = make("input", { id: "cat-filter", type: "search", autocomplete: "off" });
const filtering = make("div", {}, make("label", { for: filter.id }, say("Filter")), filter);
const tools = make(
  "div",
  { class: "cat-reading__tools" },
  make("div", {}, make("label", { for: order.id }, say("Sort by")), order),
  filtering,
);
const empty = find(".cat-reading__empty");
const none = make("p", { hidden: true }, say("No saved paper has these words."));
const open = createSection("to-read", say("To read"));
const done = createSection("read", say("Read"));
const addition = make("section", { hidden: true });
place.append(
  alarm,
  told,
  make("p", {}, counts, news),
  tools,
  empty,
  none,
  open.element,
  done.element,
  createPanel(),
  addition,
);

/**
 * @param {string} id
 * @param {string} name
 */
function createSection(id, name) {
  const count = make("span", { class: "count" });
  const list = make("ul", { class: "cat-rows", role: "list" });
  const heading = make("h2", { id, tabindex: -1 }, `${name} `, count);
  const more = button("", () => showMore(section), { class: "button" });
  const section = {
    element: make("section", { "aria-labelledby": id }, heading, list, more),
    heading,
    list,
    count,
    more,
    /** How many of its papers are shown at most. */
    most: FIRST,
  };
  return section;
}

/** @param {ReturnType<typeof createSection>} section */
function showMore(section) {
  const next = section.list.children.length;
  section.most += STEP;
  draw();
  section.list.children[next]?.querySelector("a")?.focus();
}

/** @type {Map<string, ReturnType<typeof createRow>>} by the id of their paper */
const rows = new Map();
/** @typedef {import("./store.js").Entry} Entry */
/** @type {{id: string, entry: Entry} | undefined} what was removed last: its place offers it back */
let removed;

/** @type {WeakMap<Entry, string>} folding takes long */
const texts = new WeakMap();

/** What a filter looks through. @param {Entry} entry */
function textOf(entry) {
  const known = texts.get(entry) ?? folded(`${entry.title} ${entry.byline ?? ""} ${entry.note}`);
  texts.set(entry, known);
  return known;
}

function draw() {
  const { papers } = current();
  if (removed && papers.has(removed.id)) removed = undefined;
  const shown = new Map(papers);
  if (removed) shown.set(removed.id, removed.entry);
  const words = folded(filter.value).split(" ").filter(Boolean);
  const sorted = [...shown]
    .filter(([, entry]) => !words.length || words.every((word) => textOf(entry).includes(word)))
    .sort(
      ([, a], [, b]) =>
        (order.value === "saved" && -compareTimes(a.saved, b.saved)) || compare(a.title, b.title),
    );
  for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id);
  const focused = document.activeElement;
  for (const section of [open, done]) {
    const isRead = section === done;
    const all = sorted.filter(([, entry]) => Boolean(entry.read) === isRead);
    arrange(
      section.list,
      all.slice(0, section.most).map(([id, entry]) => drawRow(id, entry)),
    );
    const left = all.length - section.most;
    section.more.hidden = left <= 0;
    section.more.textContent =
      left > STEP
        ? say("Show {number} more of {all}", { number: STEP, all: left })
        : counted(left, "Show {number} more", "Show {number} more");
    section.element.hidden = !all.length;
    section.count.textContent = number(all.filter(([id]) => papers.has(id)).length);
  }
  // What was moved loses the focus.
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focus(focused);
  const total = papers.size;
  const toRead = [...papers.values()].filter((entry) => !entry.read).length;
  counts.textContent = total
    ? counted(
        total,
        "{number} paper: {open} to read, {read} read",
        "{number} papers: {open} to read, {read} read",
        { open: toRead, read: total - toRead },
      )
    : "";
  empty.hidden = shown.size > 0;
  tools.hidden = shown.size < 2;
  filtering.hidden = total <= GLANCE && !filter.value;
  none.hidden = sorted.length > 0 || !shown.size;
  alarm.replaceChildren();
  if (trouble) alarm.append(make("p", {}, MEANING[trouble]));
  if (trouble === "full")
    alarm.append(button(say("Download the list"), offerList, { class: "button" }));
}

/** @param {string} id @param {Entry} entry */
function drawRow(id, entry) {
  const row = rows.get(id) ?? createRow(id, entry, { read, remove, undo });
  rows.set(id, row);
  row.draw(entry, id === removed?.id);
  return row.element;
}

/** Times as toISOString writes them are in the order of their characters. @param {string} a @param {string} b */
const compareTimes = (a, b) => Number(a > b) - Number(a < b);

/**
 * Puts the elements into the list in this order, and moves no more of them than it must.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} elements
 */
function arrange(list, elements) {
  /** @type {Set<Element>} */
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
}

/**
 * @param {string} id
 * @param {boolean} checked
 */
function read(id, checked) {
  const element = rows.get(id)?.element;
  const next = element?.nextElementSibling ?? element?.previousElementSibling;
  const { heading } = checked ? open : done;
  const at = now();
  change(({ papers }) => {
    const entry = papers.get(id);
    if (entry) papers.set(id, { ...entry, read: checked ? at : null, changed: at });
  });
  if (trouble === "newer") return;
  // It went to the other list: whoever goes through this one stays in it.
  /** @type {HTMLElement | null | undefined} */
  const first = next?.querySelector("a, button");
  focus(first ?? (heading.offsetParent ? heading : counts));
  told.textContent = checked ? say("Marked as read.") : say("Marked as to read.");
}

/** @param {string} id */
function remove(id) {
  const entry = current().papers.get(id);
  if (!entry) return;
  removed = { id, entry };
  change(({ papers }) => papers.delete(id));
  if (trouble === "newer") return;
  rows.get(id)?.undo.focus();
  told.textContent = say("Removed “{title}”. Undo brings it back.", { title: entry.title });
}

/** @param {string} id */
function undo(id) {
  if (!removed) return;
  const { entry } = removed;
  change(({ papers }) => papers.has(id) || papers.set(id, { ...entry, changed: now() }));
  rows.get(id)?.remove.focus();
  told.textContent = say("“{title}” is back.", { title: entry.title });
}

/** @param {HTMLElement} element */
const focus = (element) => element.focus({ preventScroll: true });

async function drawNew() {
  const before = current().visit?.before;
  if (!before) return;
  const papers = await fresh();
  const since = day(before);
  addition.append(
    make(
      "h2",
      { id: "new", class: "cards", tabindex: -1 },
      say("New since your last visit on {day}", { day: since }),
    ),
    papers.length
      ? make("ul", {}, ...papers.map(newCard))
      : make("p", {}, say("Nothing was added meanwhile.")),
  );
  addition.hidden = false;
  if (papers.length) {
    news.textContent = counted(
      papers.length,
      "{number} new since your last visit on {day}",
      "{number} new since your last visit on {day}",
      { day: since },
    );
    news.hidden = false;
  }
  mark();
  if (location.hash === "#new") addition.scrollIntoView();
}

/** @param {import("./fresh.js").Fresh} paper */
function newCard(paper) {
  const card = drawCard(paper);
  const added = make("span", { class: "aside" }, say("Added {day}", { day: day(paper.date) }));
  find(".facts", card).append(added);
  return card;
}

for (const control of [order, filter])
  control.addEventListener("input", () => {
    removed = undefined;
    for (const section of [open, done]) section.most = FIRST;
    draw();
  });
watch(draw);
ready.then(drawNew).catch(console.warn);

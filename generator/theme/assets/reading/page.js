// The page of the reading list: what is to be read, what is read, and what is new.

import { folded } from "../search/words.js";
import { make, paperAddress } from "../search/shared.js";
import { fresh } from "./fresh.js";
import { mark, ready } from "./marks.js";
import { MEANING, offerList } from "./message.js";
import { createPanel } from "./panel.js";
import { createRow, day } from "./rows.js";
import { change, current, now, trouble, watch } from "./store.js";

/** A list no longer than this is seen at a glance. */
const GLANCE = 10;

const place = document.querySelector(".cat-reading");
const alarm = make("div", { role: "alert", class: "cat-trouble" });
const told = make("p", { role: "status", class: "cat-unseen" });
const counts = make("span", { class: "cat-counts", tabindex: -1 });
const news = make("a", { href: "#new", hidden: true });
const order = make(
  "select",
  { id: "cat-order" },
  make("option", { value: "saved" }, "Latest saved"),
  make("option", { value: "title" }, "Title"),
);
const filter = make("input", { id: "cat-filter", type: "search", autocomplete: "off" });
const filtering = make("div", {}, make("label", { for: filter.id }, "Filter"), filter);
const tools = make(
  "div",
  { class: "cat-tools" },
  make("div", {}, make("label", { for: order.id }, "Sort by"), order),
  filtering,
);
const empty = document.querySelector(".cat-reading-empty");
const none = make("p", { hidden: true }, "No saved paper has these words.");
const open = createSection("to-read", "To read");
const done = createSection("read", "Read");
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

function createSection(id, name) {
  const count = make("span", { class: "count" });
  const list = make("ul", { class: "cat-rows", role: "list" });
  const heading = make("h2", { id, tabindex: -1 }, `${name} `, count);
  return { element: make("section", { "aria-labelledby": id }, heading, list), heading, list, count };
}

/** Rows by the id of their paper. */
const rows = new Map();
/** The paper that was removed last: its place offers to bring it back. */
let removed;

function draw() {
  const { papers } = current();
  if (removed && papers.has(removed.id)) removed = undefined;
  const shown = new Map(papers);
  if (removed) shown.set(removed.id, removed.entry);
  const words = folded(filter.value).split(" ").filter(Boolean);
  const sorted = [...shown]
    .filter(([, { title, note }]) => {
      const text = folded(`${title} ${note}`);
      return words.every((word) => text.includes(word));
    })
    .sort(
      ([, a], [, b]) =>
        (order.value === "saved" && b.saved.localeCompare(a.saved)) ||
        a.title.localeCompare(b.title, "en"),
    );
  for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id);
  for (const [id, entry] of sorted) {
    if (!rows.has(id)) rows.set(id, createRow(id, entry, { read, remove, undo }));
    rows.get(id).draw(entry, id === removed?.id);
  }
  const focused = document.activeElement;
  for (const [section, isRead] of [
    [open, false],
    [done, true],
  ]) {
    const ids = sorted.filter(([, entry]) => Boolean(entry.read) === isRead).map(([id]) => id);
    arrange(
      section.list,
      ids.map((id) => rows.get(id).element),
    );
    section.element.hidden = !ids.length;
    section.count.textContent = String(ids.filter((id) => papers.has(id)).length);
  }
  // What was moved loses the focus.
  if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
  const total = papers.size;
  const toRead = [...papers.values()].filter((entry) => !entry.read).length;
  counts.textContent = total
    ? `${total} ${total === 1 ? "paper" : "papers"}: ${toRead} to read, ${total - toRead} read`
    : "";
  empty.hidden = shown.size > 0;
  tools.hidden = shown.size < 2;
  filtering.hidden = total <= GLANCE && !filter.value;
  none.hidden = sorted.length > 0 || !shown.size;
  alarm.replaceChildren();
  if (trouble) alarm.append(make("p", {}, MEANING[trouble]));
  if (trouble === "full") alarm.append(button("Download the list", offerList));
}

/** Puts the elements into the list in this order, and moves no more of them than it must. */
function arrange(list, elements) {
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
}

function button(name, work) {
  const made = make("button", { type: "button", class: "button" }, name);
  made.addEventListener("click", work);
  return made;
}

function read(id, checked) {
  const { element } = rows.get(id);
  const next = element.nextElementSibling ?? element.previousElementSibling;
  const { heading } = checked ? open : done;
  const at = now();
  change(({ papers }) => {
    const entry = papers.get(id);
    if (entry) papers.set(id, { ...entry, read: checked ? at : null, changed: at });
  });
  if (trouble === "newer") return;
  // It went to the other list: whoever goes through this one stays in it.
  focus(next?.querySelector("a, button") ?? (heading.offsetParent ? heading : counts));
  told.textContent = checked ? "Marked as read." : "Marked as to read.";
}

function remove(id) {
  const entry = current().papers.get(id);
  removed = { id, entry };
  change(({ papers }) => papers.delete(id));
  if (trouble === "newer") return;
  rows.get(id).undo.focus();
  told.textContent = `Removed “${entry.title}”. Undo brings it back.`;
}

function undo(id) {
  const { entry } = removed;
  change(({ papers }) => papers.has(id) || papers.set(id, { ...entry, changed: now() }));
  rows.get(id).remove.focus();
  told.textContent = `“${entry.title}” is back.`;
}

const focus = (element) => element.focus({ preventScroll: true });

async function drawNew() {
  const before = current().visit?.before;
  if (!before) return;
  const papers = await fresh();
  const since = `since your last visit on ${day(before)}`;
  addition.append(
    make("h2", { id: "new", class: "cards", tabindex: -1 }, `New ${since}`),
    papers.length
      ? make("ul", {}, ...papers.map(newCard))
      : make("p", {}, "Nothing was added meanwhile."),
  );
  addition.hidden = false;
  if (papers.length) {
    news.textContent = `${papers.length} new ${since}`;
    news.hidden = false;
  }
  mark();
  if (location.hash === "#new") addition.scrollIntoView();
}

function newCard(paper) {
  return make(
    "li",
    { class: "card" },
    make("a", { href: paperAddress(paper.id), "data-paper": paper.id }, paper.title),
    make("span", { class: "facts" }, `Added ${day(paper.date)}`),
    make("span", { class: "text" }, paper.summary),
  );
}

for (const control of [order, filter])
  control.addEventListener("input", () => {
    removed = undefined;
    draw();
  });
watch(draw);
ready.then(drawNew).catch(console.warn);

// What was added since the visitor's last visit, from the feed of additions.

import { find, make } from "../shared/dom.js";
import { addressOf, FILES, fetchJson } from "../shared/site.js";
import { counted, say, sentence } from "../shared/words.js";
import { current } from "./store.js";

/**
 * @typedef {object} Item of the feed
 * @property {string} title
 * @property {string} [summary]
 * @property {{name: string}[]} [authors]
 * @property {string} date_published
 * @property {{id: string, venue?: string, year?: number}} _catalogue
 */

const DAY = 24 * 3600e3;

/** @typedef {import("../shared/paper.js").Paper & {date: string}} Fresh */

/**
 * The papers of the feed that are new, the newest first; none on a first visit. Their dates are
 * days, so those of the day of the last visit count as new: they may have come after it.
 * @returns {Promise<Fresh[]>}
 */
export async function fresh() {
  const before = current().visit?.before;
  if (!before) return [];
  /** @type {{items: Item[]}} */
  const { items } = await fetchJson(FILES.feed);
  return items
    .filter((item) => Date.parse(item.date_published) + DAY > Date.parse(before))
    .map((item) => ({
      ...item._catalogue,
      title: item.title,
      authors: item.authors?.map(({ name }) => name),
      date: item.date_published,
      text: item.summary,
    }));
}

/** Says on the front page how many are new, and which of its cards. */
export async function announce() {
  const found = await fresh();
  if (!found.length) return;
  const news = counted(found.length, "{number} new", "{number} new");
  // On a phone, only how many is shown.
  const since = sentence("{news} since your last visit", { news }).map((part) =>
    part === news ? part : make("span", {}, part),
  );
  find("#latest").append(
    make("a", { class: "cat-news", href: addressOf("reading-list/#new") }, " · ", ...since),
  );
  const ids = new Set(found.map((paper) => paper.id));
  for (const mark of document.querySelectorAll("li.card .cat-corner")) {
    const link = find("a[data-paper]", mark.closest("li") ?? undefined);
    if (ids.has(link.dataset.paper ?? ""))
      mark.prepend(make("span", { class: "cat-corner__new" }, say("new")));
  }
}

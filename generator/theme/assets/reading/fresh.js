// What was added since the visitor's last visit, from the feed of additions.

import { find, make } from "../shared/dom.js";
import { addressOf, FILES, fetchJson } from "../shared/site.js";
import { current } from "./store.js";

/** @typedef {{title: string, content_text: string, date_published: string, _catalogue: {id: string}}} Item of the feed */

const DAY = 24 * 3600e3;

/**
 * The papers of the feed that are new, the newest first; none on a first visit. Their dates are
 * days, so those of the day of the last visit count as new: they may have come after it.
 * @returns {Promise<{id: string, title: string, date: string, text: string}[]>}
 */
export async function fresh() {
  const before = current().visit?.before;
  if (!before) return [];
  /** @type {{items: Item[]}} */
  const { items } = await fetchJson(FILES.feed);
  return items
    .filter((item) => Date.parse(item.date_published) + DAY > Date.parse(before))
    .map((item) => ({
      id: item._catalogue.id,
      title: item.title,
      date: item.date_published,
      // Without a summary the feed repeats the title.
      text: item.content_text === item.title ? "" : item.content_text,
    }));
}

/** Says on the front page how many are new, and which of its cards. */
export async function announce() {
  const found = await fresh();
  if (!found.length) return;
  find("#latest").append(
    make(
      "a",
      { class: "cat-news", href: addressOf("reading-list/#new") },
      ` · ${found.length} new`,
      make("span", {}, " since your last visit"),
    ),
  );
  const ids = new Set(found.map((paper) => paper.id));
  for (const mark of document.querySelectorAll("li.card .cat-corner")) {
    const link = find("a[data-paper]", mark.closest("li") ?? undefined);
    if (ids.has(link.dataset.paper ?? ""))
      mark.prepend(make("span", { class: "cat-corner__new" }, "new"));
  }
}

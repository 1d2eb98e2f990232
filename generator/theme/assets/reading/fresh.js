// What was added since the visitor's last visit, from the feed of additions.

import { make } from "../search/shared.js";
import { base, current } from "./store.js";

const DAY = 24 * 3600e3;

/**
 * The papers of the feed that are new, the newest first; none on a first visit. Their dates are
 * days, so those of the day of the last visit count as new: they may have come after it.
 * @returns {Promise<{id: string, title: string, date: string, summary: string}[]>}
 */
export async function fresh() {
  const before = current().visit?.before;
  if (!before) return [];
  const answer = await fetch(new URL("data/feed.json", base));
  if (!answer.ok) throw new Error(`feed.json: ${answer.status}`);
  const { items } = await answer.json();
  return items
    .filter((item) => Date.parse(item.date_published) + DAY > Date.parse(before))
    .map((item) => ({
      id: item._catalogue.id,
      title: item.title,
      date: item.date_published,
      // Without a summary the feed repeats the title.
      summary: item.content_text === item.title ? "" : item.content_text,
    }));
}

/** Says on the front page how many are new, and which of its cards. */
export async function announce() {
  const found = await fresh();
  if (!found.length) return;
  const heading = document.getElementById("latest");
  heading.append(
    make(
      "a",
      { class: "cat-news", href: new URL("reading-list/#new", base).href },
      ` · ${found.length} new`,
      make("span", {}, " since your last visit"),
    ),
  );
  const ids = new Set(found.map((paper) => paper.id));
  for (const mark of document.querySelectorAll("li.card .cat-corner")) {
    const link = mark.closest("li").querySelector("a[data-paper]");
    if (ids.has(link.dataset.paper)) mark.prepend(make("span", { class: "cat-new" }, "new"));
  }
}

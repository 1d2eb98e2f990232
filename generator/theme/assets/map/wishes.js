// What the map is to show: a form, and the address ?q=…&topic=…&colour=… that says the same.

import { find } from "../shared/dom.js";

/**
 * @param {import("./points.js").Points} points
 * @param {() => Promise<import("../search/engine.js").Engine>} open the search, for the words
 * @param {{colour: (by: string) => void, show: (papers: Set<number> | null) => void,
 *   fail: (error: unknown, again: () => void) => void}} told `colour`: by what,
 *   "year" or "" for areas; `show`: these papers are meant, null for all; `fail`: it could not be
 *   found out
 */
export function listenToWishes(points, open, told) {
  const form = find(".cat-map__wishes");
  const words = /** @type {HTMLInputElement} */ (find("[name=q]", form));
  const topic = /** @type {HTMLSelectElement} */ (find("[name=topic]", form));
  /** It is there where years are known. @type {HTMLSelectElement | null} */
  const colour = form.querySelector("[name=colour]");
  const fields = [words, topic, ...(colour ? [colour] : [])];
  let turn = 0;

  async function choose() {
    const mine = ++turn;
    const text = words.value.trim();
    const number = points.slugs.indexOf(topic.value);
    /** @type {Set<number> | null} */
    let found = null;
    if (text) {
      try {
        const engine = await open();
        found = new Set((await engine.search(text, { every: true })).documents);
      } catch (error) {
        if (mine === turn) told.fail(error, choose);
        return;
      }
    }
    if (mine !== turn) return;
    if (number >= 0) {
      const all = found ? [...found] : points.topicsOf.keys();
      found = new Set([...all].filter((paper) => points.topicsOf[paper].includes(number)));
    }
    told.show(found);
  }

  /** @param {boolean} step whether it is one of the history */
  function write(step) {
    const url = new URL(location.href);
    for (const { name, value } of fields) {
      if (value.trim()) url.searchParams.set(name, value.trim());
      else url.searchParams.delete(name);
    }
    history[step ? "pushState" : "replaceState"](null, "", url);
  }

  function read() {
    const given = new URLSearchParams(location.search);
    words.value = given.get("q") ?? "";
    topic.value = given.get("topic") ?? "";
    if (topic.selectedIndex < 0) topic.value = "";
    if (colour) {
      colour.value = given.get("colour") ?? "";
      if (colour.selectedIndex < 0) colour.value = "";
      told.colour(colour.value);
    }
    choose();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", () => {
    write(false);
    choose();
  });
  topic.addEventListener("change", () => {
    write(true);
    choose();
  });
  colour?.addEventListener("change", () => {
    write(true);
    told.colour(colour.value);
  });
  addEventListener("popstate", read);
  read();
}

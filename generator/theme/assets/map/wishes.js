// What is to be highlighted on the map: a form, and the address ?q=…&topic=… that says the same.

import { find } from "../shared/dom.js";

/**
 * @param {import("./points.js").Points} points
 * @param {() => Promise<import("../search/engine.js").Engine>} open the search, for the words
 * @param {{show: (papers: Set<number> | null) => void,
 *   fail: (error: unknown, again: () => void) => void}} told `show`: these papers are meant, null
 *   for all; `fail`: it could not be found out
 */
export function listenToWishes(points, open, told) {
  const form = find(".cat-map__wishes");
  const words = /** @type {HTMLInputElement} */ (find("[name=q]", form));
  const topic = /** @type {HTMLSelectElement} */ (find("[name=topic]", form));
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
    for (const { name, value } of [words, topic]) {
      if (value.trim()) url.searchParams.set(name, value.trim());
      else url.searchParams.delete(name);
    }
    history[step ? "pushState" : "replaceState"](null, "", url);
    choose();
  }

  function read() {
    const given = new URLSearchParams(location.search);
    words.value = given.get("q") ?? "";
    topic.value = given.get("topic") ?? "";
    if (topic.selectedIndex < 0) topic.value = "";
    choose();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", () => write(false));
  topic.addEventListener("change", () => write(true));
  addEventListener("popstate", read);
  read();
}

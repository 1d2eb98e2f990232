// A filter whose values are boxes to tick: those that most of the results have, others by their names.

import { button, make } from "../shared/dom.js";
import { number, say } from "../shared/words.js";
import { folded } from "./words.js";

/** Values that are shown at first, when all are wanted, and of those that a text finds. */
const FIRST = 6;
/** With so many a field finds them by name. */
const MANY = 12;
const ALL = 200;
const FOUND = 20;
/** Milliseconds after the last letter, before files are asked for those that are not known here. */
const PAUSE = 250;

/**
 * @typedef {{slug: string, name: string, count?: number}} Option how many results have it, if known
 * @param {import("./filters.js").Filter} words what is said of it
 * @param {string} name of the field
 * @param {(slugs: string[]) => void} tell what is chosen
 * @param {(text: string) => Promise<Option[]>} [ask] others that a text finds
 */
export function createChoices({ title, find, none }, name, tell, ask) {
  const field = make("input", {
    type: "text",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    dir: "auto",
    placeholder: find,
    "aria-label": find,
  });
  const list = make("div", { class: "cat-facets__options" });
  const nothing = make("p", { class: "cat-facets__none", "aria-live": "polite" });
  const more = button("", () => expand(!expanded), { class: "cat-facets__more" });
  const legend = make("legend", {}, title);
  const element = make(
    "fieldset",
    { class: "cat-facets__group" },
    legend,
    field,
    nothing,
    list,
    more,
  );
  /** @type {Map<string, {row: HTMLElement, box: HTMLInputElement, size: HTMLElement}>} */
  const rows = new Map();
  /** @type {Option[]} */
  let offered = [];
  /** @type {Option[]} */
  let known = [];
  /** @type {Set<string>} */
  let chosen = new Set();
  let expanded = false;
  /** What was asked for, and what came of it. */
  let asked = { text: "", done: true, options: /** @type {Option[]} */ ([]) };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  field.addEventListener("input", show);
  // Enter sends no form: what was typed narrows the list at once.
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value && !event.isComposing) {
      event.preventDefault();
      field.value = "";
      show();
    }
  });

  /** @param {boolean} whole */
  function expand(whole) {
    expanded = whole;
    show();
  }

  /**
   * @param {Option[]} options those that results have and those that are chosen, the best first
   * @param {Option[]} all those that can be found by name
   * @param {string[]} slugs what is chosen
   * @param {number} [total] how many there are, if those that are known here are not all
   */
  function draw(options, all, slugs, total = all.length) {
    offered = options;
    known = all;
    chosen = new Set(slugs);
    asked = { text: "", done: true, options: [] };
    // Room for what is shown at first is kept: what stands below does not move.
    list.style.setProperty("--rows", String(Math.min(FIRST, Math.max(total, options.length))));
    field.hidden = total < MANY;
    show();
  }

  function show() {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    if (words.length) return showFound(words);
    place(
      expanded
        ? offered.slice(0, ALL)
        : offered.filter(({ slug }, at) => at < FIRST || chosen.has(slug)),
    );
    list.classList.toggle("cat-facets__long", expanded);
    nothing.textContent = "";
    more.hidden = offered.length <= FIRST;
    more.textContent = expanded
      ? say("Show fewer")
      : offered.length > ALL
        ? say("Show {number}", { number: ALL })
        : say("Show all {number}", { number: offered.length });
    more.setAttribute("aria-expanded", String(expanded));
  }

  /** @param {string[]} words */
  function showFound(words) {
    if (asked.text !== field.value) askFor(field.value);
    const found = named(words);
    const slugs = new Set(found.map(({ slug }) => slug));
    found.push(...asked.options.filter(({ slug }) => !slugs.has(slug)));
    place(found.slice(0, FOUND));
    list.classList.add("cat-facets__long");
    nothing.textContent = found.length || !asked.done ? "" : none;
    more.hidden = true;
  }

  /** @param {string} text */
  function askFor(text) {
    clearTimeout(waiting);
    asked = { text, done: !ask, options: [] };
    if (!ask) return;
    const mine = asked;
    waiting = setTimeout(async () => {
      try {
        mine.options = await ask(text);
      } catch (error) {
        // What is known here is there all the same.
        console.warn(error);
      }
      mine.done = true;
      if (asked === mine) show();
    }, PAUSE);
  }

  /** Those with a name in which a word begins with each of the words. @param {string[]} words */
  function named(words) {
    const best = new Set(offered.map(({ slug }) => slug));
    return [...offered, ...known.filter(({ slug }) => !best.has(slug))].filter(({ name: text }) => {
      const own = ` ${folded(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")}`;
      return words.every((word) => own.includes(` ${word}`));
    });
  }

  /** Puts rows into the list; who is on one stays on it. @param {Option[]} options */
  function place(options) {
    const wanted = options.map(drawn);
    if (
      wanted.length === list.children.length &&
      wanted.every((row, at) => row === list.children[at])
    )
      return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    list.replaceChildren(...wanted);
    if (focused && focused !== document.activeElement && list.contains(focused)) focused.focus();
  }

  /** @param {Option} option */
  function drawn({ slug, name: text, count }) {
    let known = rows.get(slug);
    if (!known) {
      const box = make("input", { type: "checkbox", name, value: slug });
      const size = make("span", { class: "cat-facets__count" });
      const row = make("label", { class: "cat-facets__row" }, box, make("bdi", {}, text), size);
      box.addEventListener("change", () => {
        // Who was looked for by name is found: what is chosen stays in the list.
        field.value = "";
        tell(box.checked ? [...chosen, slug] : [...chosen].filter((other) => other !== slug));
      });
      known = { row, box, size };
      rows.set(slug, known);
    }
    known.box.checked = chosen.has(slug);
    known.size.textContent = count === undefined ? "" : number(count);
    return known.row;
  }

  return { element, draw };
}

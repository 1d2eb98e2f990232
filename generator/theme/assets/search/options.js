// A filter whose values are boxes to tick: those that most of the results have, others by their names.

import { button, make } from "../shared/dom.js";
import { folded } from "./words.js";

/** Values that are shown at first, when all are wanted, and of those that a text finds. */
const FIRST = 6;
const ALL = 200;
const FOUND = 20;

/**
 * @typedef {{slug: string, name: string, count?: number}} Option how many results have it, if known
 * @param {string} title
 * @param {string} name of the field
 * @param {(slugs: string[]) => void} tell what is chosen
 */
export function createOptions(title, name, tell) {
  const field = make("input", {
    type: "text",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    dir: "auto",
    placeholder: `Find ${title === "Author" ? "an" : "a"} ${title.toLowerCase()}`,
    "aria-label": `Find ${title === "Author" ? "an" : "a"} ${title.toLowerCase()}`,
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
    list,
    nothing,
    more,
  );
  /** @type {Map<string, {row: HTMLElement, box: HTMLInputElement, number: HTMLElement}>} */
  const rows = new Map();
  /** @type {Option[]} */
  let offered = [];
  /** @type {Option[]} */
  let known = [];
  /** @type {Set<string>} */
  let chosen = new Set();
  let expanded = false;

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
   */
  function draw(options, all, slugs) {
    offered = options;
    known = all;
    chosen = new Set(slugs);
    list.style.setProperty("--rows", String(Math.min(FIRST, Math.max(all.length, offered.length))));
    field.hidden = all.length <= FIRST;
    show();
  }

  function show() {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    const found = words.length ? named(words) : offered;
    const shown = words.length
      ? found.slice(0, FOUND)
      : expanded
        ? found.slice(0, ALL)
        : found.filter(({ slug }, at) => at < FIRST || chosen.has(slug));
    place(shown.map(drawn));
    list.classList.toggle("cat-facets__options--all", expanded || words.length > 0);
    nothing.textContent = words.length && !found.length ? `No ${title.toLowerCase()} found.` : "";
    more.hidden = words.length > 0 || found.length <= FIRST;
    more.textContent = expanded ? "Show fewer" : `Show ${found.length > ALL ? ALL : `all ${found.length}`}`;
    more.setAttribute("aria-expanded", String(expanded));
  }

  /** Those with a name in which a word begins with each of the words. @param {string[]} words */
  function named(words) {
    const best = new Set(offered.map(({ slug }) => slug));
    return [...offered, ...known.filter(({ slug }) => !best.has(slug))].filter(({ name: text }) => {
      const own = ` ${folded(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")}`;
      return words.every((word) => own.includes(` ${word}`));
    });
  }

  /** Puts rows into the list; who is on one stays on it. @param {HTMLElement[]} wanted */
  function place(wanted) {
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
      const number = make("span", { class: "cat-facets__count" });
      const row = make("label", { class: "cat-facets__row" }, box, make("bdi", {}, text), number);
      box.addEventListener("change", () =>
        tell(box.checked ? [...chosen, slug] : [...chosen].filter((other) => other !== slug)),
      );
      known = { row, box, number };
      rows.set(slug, known);
    }
    known.box.checked = chosen.has(slug);
    known.number.textContent = String(count ?? "");
    return known.row;
  }

  return { element, draw };
}

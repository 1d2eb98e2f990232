// The filters of the search page: what they offer comes with the results that are left.

import { button, make, unseen } from "../shared/dom.js";
import { LISTS } from "../shared/site.js";
import { createOptions } from "./options.js";
import { count } from "./values.js";
import { createYears } from "./years.js";

/**
 * @typedef {import("./options.js").Option} Option
 * @typedef {import("./values.js").Choice} Choice
 * @typedef {import("./values.js").Named} Named
 * @typedef {import("./values.js").Person} Person
 * @typedef {import("./values.js").Values} Values
 * @typedef {ReturnType<typeof import("./values.js").narrow>} Narrowed
 * @typedef {import("../shared/site.js").ListName} ListName
 * @typedef {import("../shared/site.js").Wish} Wish
 */

/** @type {{[name in ListName]: string}} */
const TITLES = { topic: "Topic", author: "Author", venue: "Venue", kind: "Kind" };
/** Where filters stand beside the results; on narrower screens they are folded (search.css). */
const BESIDE = matchMedia("screen and (min-width: 60em)");

/**
 * The controls. `changed` is called with what the visitor chose, as the address has it.
 * @param {string[]} offered those that some paper has a value of
 * @param {(chosen: Partial<Wish>) => void} changed
 * @param {() => unknown} opened the filters are to be seen
 */
export function createFacets(offered, changed, opened) {
  const years = createYears((year) => changed({ year }));
  const lists = LISTS.map((name) => ({
    name,
    ...createOptions(TITLES[name], name, (slugs) => changed({ [name]: slugs })),
  }));
  const code = make("input", { name: "code", type: "checkbox", value: "1" });
  const codeCount = make("span", { class: "cat-facets__count" });
  const codeGroup = make(
    "fieldset",
    { class: "cat-facets__group" },
    make("legend", {}, "Code"),
    make("label", { class: "cat-facets__row" }, code, make("span", {}, "With code"), codeCount),
  );
  code.addEventListener("change", () => changed({ code: code.checked }));

  const active = make("span", { class: "cat-facets__active" });
  const fields = make(
    "fieldset",
    { class: "cat-facets__all", disabled: true, hidden: true },
    make("legend", {}, "Filters"),
    years.element,
    ...lists.map(({ element }) => element),
    codeGroup,
  );
  const element = make(
    "details",
    { class: "cat-facets", open: BESIDE.matches },
    make("summary", {}, "Filters", active),
    fields,
  );
  BESIDE.addEventListener("change", () => {
    element.open = BESIDE.matches;
  });
  element.addEventListener("toggle", () => element.open && opened());

  /**
   * @param {Narrowed} narrowed
   * @param {Values} values
   * @param {Choice} choice
   * @param {Person[]} people who is offered as an author
   */
  function draw({ left }, values, choice, people) {
    years.draw(
      values.years,
      count(left("year"), (n) => [values.years[n]]),
      choice.years,
    );
    for (const { name, draw: show } of lists) {
      if (name === "author") {
        const all = withCounts([...choice.author, ...people], left(name));
        const slugs = choice.author.map(({ slug }) => slug);
        show(present(all, slugs), all, slugs);
      } else {
        const found = count(left(name), (n) => values.of[name][n]);
        const all = values.known[name].map((one, n) => ({ ...one, count: found.get(n) ?? 0 }));
        const slugs = choice[name].map((n) => values.known[name][n].slug);
        show(present(all, slugs), all, slugs);
      }
    }
    code.checked = choice.code;
    codeCount.textContent = String(left("code").filter((n) => values.code[n]).length);
    offer(choice);
    const chosen = chosenOf(values, choice).length;
    active.textContent = chosen ? ` (${chosen})` : "";
    fields.disabled = fields.hidden = false;
  }

  /** A filter that no paper has a value of is not there, unless the address has it. @param {Choice} choice */
  function offer(choice) {
    years.element.hidden = !offered.includes("year") && !choice.years;
    for (const { name, element: group } of lists)
      group.hidden = !offered.includes(name) && !choice[name].length;
    codeGroup.hidden = !offered.includes("code") && !choice.code;
    element.hidden = [years.element, codeGroup, ...lists.map((list) => list.element)].every(
      (group) => group.hidden,
    );
  }

  return { element, draw, isOpen: () => element.open };
}

/**
 * How many of the documents each person wrote.
 * @param {Person[]} people
 * @param {number[]} documents
 * @returns {Option[]}
 */
function withCounts(people, documents) {
  const among = new Set(documents);
  const once = new Map(people.map((one) => [one.slug, one]));
  return [...once.values()].map(({ slug, name, documents: own }) => ({
    slug,
    name,
    count: own.filter((document) => among.has(document)).length,
  }));
}

/**
 * Those that results have, with most first, and those that are chosen.
 * @param {Option[]} options
 * @param {string[]} chosen slugs
 */
function present(options, chosen) {
  const wanted = new Set(chosen);
  return options
    .filter(({ slug, count: size }) => size || wanted.has(slug))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
}

/**
 * Every value that is chosen, and what the address is to have without it.
 * @param {Values} values
 * @param {Choice} choice
 * @returns {[title: string, name: string, without: Partial<Wish>][]}
 */
function chosenOf(values, choice) {
  /** @type {[string, string, Partial<Wish>][]} */
  const found = LISTS.flatMap((name) => {
    const all = name === "author" ? choice.author : choice[name].map((n) => values.known[name][n]);
    return all.map((one) => {
      const others = all.filter((other) => other !== one).map(({ slug }) => slug);
      return /** @type {[string, string, Partial<Wish>]} */ ([
        TITLES[name],
        one.name,
        { [name]: others },
      ]);
    });
  });
  if (choice.years) found.unshift(["Year", yearsInWords(choice.years), { year: "" }]);
  if (choice.code) found.push(["", "With code", { code: false }]);
  return found;
}

/** @param {NonNullable<Choice["years"]>} years */
function yearsInWords(years) {
  if (years === "unknown") return "not known";
  const { from, to } = years;
  if (from === to) return String(from);
  return from && to ? `${from}–${to}` : from ? `from ${from}` : `to ${to}`;
}

/**
 * What is chosen, each to be taken back, above the results.
 * @param {(chosen: Partial<Wish>) => void} changed
 * @param {HTMLElement} after takes the focus when nothing is left to be taken back
 */
export function createChosen(changed, after) {
  const list = make("ul", { class: "cat-chosen", role: "list", "aria-label": "Chosen filters" });
  list.hidden = true;

  /** @param {Values} values @param {Choice} choice */
  function draw(values, choice) {
    const all = chosenOf(values, choice);
    const at = [...list.children].findIndex((item) => item.contains(document.activeElement));
    list.hidden = !all.length;
    list.replaceChildren(
      ...all.map(([title, text, without]) =>
        make(
          "li",
          {},
          button(chip(title, text), () => changed(without), { class: "cat-chosen__one" }),
        ),
      ),
    );
    if (all.length)
      list.append(
        make(
          "li",
          {},
          button("Clear filters", () => changed(FREE), { class: "cat-chosen__all" }),
        ),
      );
    // What was chosen last went away under the focus: it goes on at the next.
    if (at >= 0) (list.querySelectorAll("button")[Math.min(at, all.length - 1)] ?? after).focus();
  }
  return { element: list, draw };
}

/** @type {Partial<Wish>} */
const FREE = { topic: [], author: [], venue: [], kind: [], year: "", code: false };

/** @param {string} title @param {string} text */
function chip(title, text) {
  const what = make("span", {}, title ? `${title}: ` : "", make("bdi", {}, text));
  const cross = make("span", { "aria-hidden": "true", class: "cat-chosen__cross" }, "×");
  return make("span", {}, unseen("Remove "), what, cross);
}

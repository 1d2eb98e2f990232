// The filters of the search page: what they offer comes with the results that are left.

import { button, make } from "../shared/dom.js";
import { LISTS } from "../shared/site.js";
import { counted, number, say } from "../shared/words.js";
import { createChoices } from "./choices.js";
import { chosenOf } from "./chosen.js";
import { FILTERS } from "./filters.js";
import { count, findPeople, openAuthors } from "./values.js";
import { createYears } from "./years.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./choices.js").Option} Option
 * @typedef {import("./values.js").Choice} Choice
 * @typedef {import("./values.js").Person} Person
 * @typedef {import("./values.js").Values} Values
 * @typedef {ReturnType<typeof import("./values.js").narrow>} Narrowed
 * @typedef {import("../shared/site.js").Wish} Wish
 */

/** Where filters stand beside the results; on narrower screens they are folded (search.css). */
const BESIDE = matchMedia("screen and (min-width: 60em)");

/**
 * The controls. `changed` is called with what the visitor chose, as the address has it.
 * @param {string[]} offered those that some paper has a value of
 * @param {(chosen: Partial<Wish>) => void} changed
 * @param {() => void} done the visitor has chosen and wants the results
 */
export function createFacets(offered, changed, done) {
  const years = createYears((year) => changed({ year }));
  const lists = LISTS.map((name) => ({
    name,
    ...createChoices(
      FILTERS[name],
      name,
      (slugs) => changed({ [name]: slugs }),
      name === "author" ? askFor : undefined,
    ),
  }));
  /** @type {{engine: Engine, values: Values, narrowed: Narrowed, choice: Choice} | undefined} */
  let drawn;
  /** @type {Person[]} who is offered as an author: fetched when it is to be seen, after the results */
  let authors = [];

  async function offerAuthors() {
    if (!drawn || authors.length || !element.open || !offered.includes("author")) return;
    try {
      authors = await openAuthors(drawn.engine, drawn.values);
      drawAuthors();
    } catch (error) {
      // The results are there. What is chosen next asks again.
      console.warn(error);
    }
  }

  /** @param {string} text */
  async function askFor(text) {
    if (!drawn) return [];
    const { engine, values } = drawn;
    return withCounts(await findPeople(engine, values, text), drawn.narrowed.left("author"));
  }

  const code = make("input", { name: "code", type: "checkbox", value: "1" });
  const codeCount = make("span", { class: "cat-facets__count" });
  const codeGroup = make(
    "fieldset",
    { class: "cat-facets__group" },
    make("legend", {}, say("Code")),
    make(
      "label",
      { class: "cat-facets__row" },
      code,
      make("span", {}, say("With code")),
      codeCount,
    ),
  );
  code.addEventListener("change", () => changed({ code: code.checked }));

  const active = make("span", { class: "cat-facets__active" });
  const fields = make(
    "fieldset",
    { class: "cat-facets__all", disabled: true, hidden: true },
    make("legend", {}, say("Filters")),
    years.element,
    ...lists.map(({ element }) => element),
    codeGroup,
  );
  // Where filters are folded, they stand above the results, and are longer than a screen.
  const see = button("", () => {
    element.open = false;
    done();
  });
  see.className = "button cat-facets__done";
  const element = make(
    "details",
    { class: "cat-facets", open: BESIDE.matches },
    make("summary", {}, say("Filters"), active),
    fields,
    see,
  );
  BESIDE.addEventListener("change", () => {
    element.open = BESIDE.matches;
  });
  element.addEventListener("toggle", offerAuthors);

  /**
   * @param {Engine} engine
   * @param {Values} values
   * @param {Narrowed} narrowed
   * @param {Choice} choice
   * @param {number} listed how many results there are to see
   */
  function draw(engine, values, narrowed, choice, listed) {
    drawn = { engine, values, narrowed, choice };
    const { left } = narrowed;
    years.draw(
      values.years,
      count(left("year"), (n) => [values.years[n]]),
      choice.years,
    );
    for (const { name, draw: show } of lists) {
      if (name === "author") continue;
      const found = count(left(name), (n) => values.of[name][n]);
      const all = values.known[name].map((one, n) => ({ ...one, count: found.get(n) ?? 0 }));
      const slugs = choice[name].map((n) => values.known[name][n].slug);
      show(present(all, slugs), all, slugs);
    }
    drawAuthors();
    code.checked = choice.code;
    codeCount.textContent = number(left("code").filter((n) => values.code[n]).length);
    offer(choice);
    const chosen = chosenOf(values, choice).length;
    active.textContent = chosen ? ` (${chosen})` : "";
    see.textContent = listed
      ? counted(listed, "Show {number} result", "Show {number} results")
      : say("Close filters");
    fields.disabled = fields.hidden = false;
  }

  function drawAuthors() {
    if (!drawn) return;
    const { engine, narrowed, choice } = drawn;
    const all = withCounts([...choice.author, ...authors], narrowed.left("author"));
    const slugs = choice.author.map(({ slug }) => slug);
    const list = lists.find(({ name }) => name === "author");
    list?.draw(present(all, slugs), all, slugs, engine.start.people);
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

  return { element, draw, offerAuthors };
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

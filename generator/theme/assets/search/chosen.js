// What is chosen, each value to be taken back, above the results.

import { button, make, unseen } from "../shared/dom.js";
import { LISTS } from "../shared/site.js";
import { say, sentence } from "../shared/words.js";
import { FILTERS } from "./filters.js";

/**
 * @typedef {import("./values.js").Choice} Choice
 * @typedef {import("./values.js").Values} Values
 * @typedef {import("../shared/site.js").Wish} Wish
 */

/**
 * Every value that is chosen, and what the address is to have without it.
 * @param {Values} values
 * @param {Choice} choice
 * @returns {[title: string, name: string, without: Partial<Wish>][]}
 */
export function chosenOf(values, choice) {
  /** @type {[string, string, Partial<Wish>][]} */
  const found = LISTS.flatMap((name) => {
    const all = name === "author" ? choice.author : choice[name].map((n) => values.known[name][n]);
    return all.map((one) => {
      const others = all.filter((other) => other !== one).map(({ slug }) => slug);
      return /** @type {[string, string, Partial<Wish>]} */ ([
        FILTERS[name].title,
        one.name,
        { [name]: others },
      ]);
    });
  });
  if (choice.years) found.unshift([say("Year"), yearsInWords(choice.years), { year: "" }]);
  if (choice.code) found.push(["", say("With code"), { code: false }]);
  return found;
}

/** @param {NonNullable<Choice["years"]>} years */
function yearsInWords(years) {
  if (years === "unknown") return say("not known");
  const { from, to } = years;
  if (from === to) return String(from);
  if (from && to) return `${from}–${to}`;
  return from ? say("from {year}", { year: String(from) }) : say("to {year}", { year: String(to) });
}

/**
 * @param {(chosen: Partial<Wish>) => void} changed
 * @param {HTMLElement} after takes the focus when nothing is left to be taken back
 */
export function createChosen(changed, after) {
  const list = make("ul", {
    class: "cat-chosen",
    role: "list",
    "aria-label": say("Chosen filters"),
  });
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
          button(say("Clear filters"), () => changed(FREE), { class: "cat-chosen__all" }),
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
  const value = make("bdi", {}, text);
  const named = title ? sentence("{filter}: {value}", { filter: title, value }) : [value];
  const what = make("span", {}, ...named);
  const cross = make("span", { "aria-hidden": "true", class: "cat-chosen__cross" }, "×");
  const whole = sentence("Remove {filter}", { filter: what });
  return make(
    "span",
    {},
    ...whole.map((part) => (part === what ? part : unseen(String(part)))),
    cross,
  );
}

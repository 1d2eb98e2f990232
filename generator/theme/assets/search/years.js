// The filter by year: from and to, with the papers of each year as bars.

import { make } from "../shared/dom.js";
import { number, say } from "../shared/words.js";
import { writeYears } from "./values.js";

/** Years that have bars of their own; the papers of earlier ones are one bar. */
const BARS = 40;

/**
 * @typedef {import("./values.js").Choice["years"]} Years
 * @param {(year: string) => void} tell what was chosen, as the address has it
 */
export function createYears(tell) {
  const from = make("select", { name: "from" });
  const to = make("select", { name: "to" });
  const unknown = make("input", { type: "checkbox", name: "unknown" });
  const unknownCount = make("span", { class: "cat-facets__count" });
  const unknownRow = make(
    "label",
    { class: "cat-facets__row" },
    unknown,
    make("span", {}, say("Year not known")),
    unknownCount,
  );
  const bars = make("div", { class: "cat-years", "aria-hidden": "true" });
  const [first, last] = [make("span"), make("span")];
  const ends = make("div", { class: "cat-years__ends", "aria-hidden": "true" }, first, last);
  const element = make(
    "fieldset",
    { class: "cat-facets__group" },
    make("legend", {}, say("Year")),
    bars,
    ends,
    make(
      "div",
      { class: "cat-years__range" },
      make("label", {}, make("span", {}, say("From")), from),
      make("label", {}, make("span", {}, say("To")), to),
    ),
    unknownRow,
  );

  for (const select of [from, to])
    select.addEventListener("change", () => {
      const range = [Number(from.value), Number(to.value)];
      // Who moves one end past the other means both.
      if (range[0] && range[1] && range[0] > range[1]) range.fill(Number(select.value));
      tell(writeYears({ from: range[0], to: range[1] }));
    });
  unknown.addEventListener("change", () => tell(unknown.checked ? "unknown" : ""));

  /**
   * @param {number[]} all the years of every document
   * @param {Map<number, number>} counts what each year would leave, 0 for those of none
   * @param {Years} chosen
   */
  function draw(all, counts, chosen) {
    const range = chosen === "unknown" || !chosen ? { from: 0, to: 0 } : chosen;
    const known = lastFirst(all);
    const offered = lastFirst([...known, range.from, range.to]);
    fill(from, offered, counts, range.from);
    fill(to, offered, counts, range.to);
    const none = counts.get(0) ?? 0;
    unknown.checked = chosen === "unknown";
    unknownCount.textContent = number(none);
    unknownRow.hidden = !unknown.checked && all.every(Boolean);
    drawBars(known, counts, chosen);
  }

  /**
   * @param {number[]} known the last first
   * @param {Map<number, number>} counts
   * @param {Years} chosen
   */
  function drawBars(known, counts, chosen) {
    bars.hidden = ends.hidden = known.length < 2;
    if (bars.hidden) return;
    const [newest, oldest] = [known[0], known[known.length - 1]];
    const earliest = Math.max(oldest, newest - BARS + 1);
    const shown = Array.from({ length: newest - earliest + 1 }, (_, at) => earliest + at);
    const sizes = shown.map((year) => counts.get(year) ?? 0);
    for (const [year, size] of counts) if (year && year < earliest) sizes[0] += size;
    const most = Math.max(...sizes, 1);
    const isIn = (/** @type {number} */ year) =>
      !chosen || (chosen !== "unknown" && year >= chosen.from && year <= (chosen.to || Infinity));
    bars.replaceChildren(
      ...shown.map((year, at) => {
        const before = at === 0 && oldest < earliest;
        const bar = make("span", {
          class: isIn(year) ? "cat-years__bar" : "cat-years__bar cat-years__out",
          title: before
            ? say("{year} and before: {number}", { year: String(year), number: sizes[at] })
            : say("{year}: {number}", { year: String(year), number: sizes[at] }),
          "data-year": before ? `-${year}` : year,
        });
        bar.style.setProperty("--size", String(sizes[at] / most));
        return bar;
      }),
    );
    const start = String(earliest);
    first.textContent = oldest < earliest ? say("to {year}", { year: start }) : start;
    last.textContent = String(newest);
  }

  // A picture, and a short way for who points; the fields above do the same.
  bars.addEventListener("click", ({ target }) => {
    const { year } = /** @type {HTMLElement} */ (target).dataset;
    if (year && !element.matches(":disabled")) tell(year);
  });

  return { element, draw };
}

/**
 * @param {HTMLSelectElement} select
 * @param {number[]} years
 * @param {Map<number, number>} counts
 * @param {number} value what is chosen; 0 for all
 */
function fill(select, years, counts, value) {
  select.replaceChildren(
    make("option", { value: "" }, say("Any")),
    ...years.map((year) =>
      make("option", { value: year }, `${year} (${number(counts.get(year) ?? 0)})`),
    ),
  );
  select.value = String(value || "");
}

/** @param {number[]} years */
const lastFirst = (years) => [...new Set(years)].filter(Boolean).sort((a, b) => b - a);

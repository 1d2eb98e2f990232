// Narrows results by topic, year and code, and counts what each choice would leave.

import { make } from "../shared/dom.js";

/**
 * @typedef {object} Choice
 * @property {number} topic number of the topic, -1 for all
 * @property {number} year -1 for all, 0 for papers whose year is not known
 * @property {boolean} code
 */

/**
 * A facet's counts heed the query and the other facets, not its own choice.
 * @param {Iterable<number>} documents
 * @param {{topics: number[][], years: number[], code: boolean[]}} facets
 * @param {Choice} choice
 */
export function narrow(documents, facets, choice) {
  const kept = [];
  /** @type {Map<number, number>} */
  const topics = new Map();
  /** @type {Map<number, number>} */
  const years = new Map();
  const count = { anyTopic: 0, anyYear: 0, code: 0 };
  for (const document of documents) {
    const topic = choice.topic < 0 || facets.topics[document].includes(choice.topic);
    const year = choice.year < 0 || facets.years[document] === choice.year;
    const code = !choice.code || facets.code[document];
    if (topic && year && code) kept.push(document);
    if (year && code) {
      count.anyTopic += 1;
      for (const one of facets.topics[document]) topics.set(one, (topics.get(one) ?? 0) + 1);
    }
    if (topic && code) {
      count.anyYear += 1;
      const of = facets.years[document];
      years.set(of, (years.get(of) ?? 0) + 1);
    }
    if (topic && year && facets.code[document]) count.code += 1;
  }
  return { kept, topics, years, ...count };
}

/** @param {Choice} choice */
export const isFree = ({ topic, year, code }) => topic < 0 && year < 0 && !code;

/**
 * The controls. `changed` is called with what the visitor chose, as the address has it.
 * @param {string[]} offered those that some paper has a value of
 * @param {(chosen: {topic: string, year: string, code: boolean}) => void} changed
 */
export function createFacets(offered, changed) {
  const topic = make("select", { name: "topic" });
  const topicLabel = make("label", {}, make("span", {}, "Topic"), topic);
  const year = make("select", { name: "year" });
  const yearLabel = make("label", {}, make("span", {}, "Year"), year);
  const code = make("input", { name: "code", type: "checkbox", value: "1" });
  const codeCount = make("span");
  const codeLabel = make(
    "label",
    { class: "cat-facets__check" },
    code,
    make("span", {}, "With code", codeCount),
  );
  const clear = make("button", { type: "button", class: "cat-facets__clear" }, "Clear filters");
  const element = make(
    "fieldset",
    { class: "cat-facets", disabled: true },
    make("legend", {}, "Filters"),
    topicLabel,
    yearLabel,
    codeLabel,
    clear,
  );
  const tell = () => changed({ topic: topic.value, year: year.value, code: code.checked });
  for (const control of [topic, year, code]) control.addEventListener("change", tell);
  clear.addEventListener("click", () => {
    topic.value = year.value = "";
    code.checked = false;
    // The button disappears with the choice, the focus must not.
    (offered.includes("topic") ? topic : offered.includes("year") ? year : code).focus();
    tell();
  });

  /**
   * @param {ReturnType<typeof narrow>} counts
   * @param {Choice} choice
   * @param {import("../shared/paper.js").Topic[]} topics
   */
  function draw(counts, choice, topics) {
    offer(choice);
    const byTopic = [...withChosen(counts.topics, choice.topic)].sort(
      (a, b) => b[1] - a[1] || a[0] - b[0],
    );
    fill(
      topic,
      ["All topics", counts.anyTopic],
      topics[choice.topic]?.slug ?? "",
      byTopic.map(([number, count]) => [topics[number].slug, topics[number].name, count]),
    );
    const byYear = [...withChosen(counts.years, choice.year)].sort((a, b) => b[0] - a[0]);
    fill(
      year,
      ["All years", counts.anyYear],
      yearValue(choice.year),
      byYear.map(([number, count]) => [yearValue(number), number || "Unknown", count]),
    );
    code.checked = choice.code;
    codeCount.textContent = ` (${counts.code})`;
    element.disabled = false;
    clear.hidden = isFree(choice);
  }

  /** A filter that no paper has a value of is not there, unless the address has it. @param {Choice} choice */
  function offer(choice) {
    topicLabel.hidden = !offered.includes("topic") && choice.topic < 0;
    yearLabel.hidden = !offered.includes("year") && choice.year < 0;
    codeLabel.hidden = !offered.includes("code") && !choice.code;
    element.hidden = !offered.length && isFree(choice);
  }

  /** All facets off: it is not known yet what they leave. */
  function off() {
    fill(topic, ["All topics"], "", []);
    fill(year, ["All years"], "", []);
    code.checked = false;
    codeCount.textContent = "";
    element.disabled = true;
    clear.hidden = true;
    offer({ topic: -1, year: -1, code: false });
  }

  off();
  return { element, draw, off };
}

/** @param {number} year */
const yearValue = (year) => (year < 0 ? "" : year === 0 ? "unknown" : String(year));

/**
 * What is chosen stays in the list when nothing is left of it.
 * @param {Map<number, number>} counts
 * @param {number} chosen
 */
function withChosen(counts, chosen) {
  return chosen < 0 || counts.has(chosen) ? counts : new Map([...counts, [chosen, 0]]);
}

/**
 * @param {HTMLSelectElement} select
 * @param {[name: string, total?: number]} whole the choice of all
 * @param {string} value what is chosen
 * @param {[value: string, text: string | number, count: number][]} rows
 */
function fill(select, [name, total], value, rows) {
  select.replaceChildren(
    make("option", { value: "" }, total === undefined ? name : `${name} (${total})`),
    ...rows.map(([key, text, count]) => make("option", { value: key }, `${text} (${count})`)),
  );
  select.value = value;
}

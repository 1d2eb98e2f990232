// The results under the search box.

import { make } from "../shared/dom.js";
import { correctionLine, drawPaper, numberOfResults } from "../shared/paper.js";
import { openEngine, paperAddress, searchAddress } from "../shared/site.js";
import { counted, say } from "../shared/words.js";
import { createOptions } from "./options.js";
import { corrected, pieces } from "./words.js";

/**
 * @typedef {import("./engine.js").Document} Document
 * @typedef {import("./engine.js").Result} Result
 */

const SHOWN = 7;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {HTMLElement} panel
 */
export function createList(form, input, panel) {
  const { options, status, open, hide, activate } = createOptions(form, input, panel, {
    id: "cat-search-list",
    label: say("Results"),
  });
  let turn = 0;

  /** Shows results, if nothing newer was asked for meanwhile. @param {string} query */
  async function show(query) {
    const mine = ++turn;
    try {
      if (!query.trim()) {
        hide();
        status.textContent = "";
        await openEngine(); // it is wanted soon
        return;
      }
      if (panel.hidden) {
        panel.replaceChildren(make("p", {}, say("Searching…")));
        open(false);
      }
      const engine = await openEngine();
      if (mine !== turn) return;
      const result = await engine.search(query, { literal: false });
      if (mine !== turn) return;
      const found = await engine.load(result.documents.slice(0, SHOWN));
      if (mine === turn) draw(query, result, found);
    } catch (error) {
      if (mine === turn) throw error;
    }
  }

  /**
   * @param {string} query
   * @param {Result} result
   * @param {Document[]} found
   */
  function draw(query, result, found) {
    const count = result.documents.length;
    status.textContent = numberOfResults(count);
    activate(-1);
    options.replaceChildren(...found.map((paper, number) => option(paper, result, number)));
    panel.replaceChildren(
      ...(result.corrections.length
        ? [correctionLine({ q: query }, corrected(query.trim(), result.corrections))]
        : []),
      count ? options : make("p", {}, say("No paper has these words.")),
      ...(count
        ? [make("a", { class: "cat-search__all", href: searchAddress({ q: query }) }, all(count))]
        : []),
    );
    panel.scrollTop = 0;
    open(count > 0);
  }

  /** What was asked for is not wanted any more. */
  function drop() {
    turn += 1;
    activate(-1);
  }

  return { show, drop };
}

/**
 * The link is the option: an option may not hold anything that takes the focus itself.
 * @param {Document} paper
 * @param {Result} result
 * @param {number} number
 */
function option(paper, result, number) {
  const id = `cat-search-${number}`;
  const { title, facts, text } = drawPaper(paper, "option", (part) => pieces(part, result.forms));
  title.id = `${id}-title`;
  facts.id = `${id}-facts`;
  return make(
    "a",
    {
      role: "option",
      id,
      href: paperAddress(paper.id),
      "data-paper": paper.id,
      tabindex: -1,
      "aria-selected": "false",
      "aria-labelledby": `${title.id} ${facts.id}`,
    },
    title,
    facts,
    text,
  );
}

/** @param {number} count */
const all = (count) =>
  count === 1 ? numberOfResults(1) : counted(count, "All {number} result", "All {number} results");

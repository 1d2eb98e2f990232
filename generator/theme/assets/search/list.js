// The results under the search box: a combobox whose options are links.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { make } from "../shared/dom.js";
import { correctionLine, drawPaper, numberOfResults } from "../shared/paper.js";
import { openEngine, paperAddress, searchAddress } from "../shared/site.js";
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
  // Outside the panel: a live region that is hidden and shown again is often not read.
  const status = make("p", { class: "cat-search__status", "aria-live": "polite" });
  form.append(status);
  const options = make("div", { role: "listbox", id: "cat-search-list", "aria-label": "Results" });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": options.id,
    "aria-expanded": "false",
    "aria-haspopup": "listbox",
  }))
    input.setAttribute(name, value);

  let turn = 0;
  /** Which option is active; -1 is the box itself. */
  let active = -1;

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
        panel.replaceChildren(make("p", {}, "Searching…"));
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
      count ? options : make("p", {}, "No paper has these words."),
      ...(count
        ? [make("a", { class: "cat-search__all", href: searchAddress({ q: query }) }, all(count))]
        : []),
    );
    panel.scrollTop = 0;
    open(count > 0);
  }

  /** @param {boolean} expanded */
  function open(expanded) {
    if (!form.contains(document.activeElement)) return;
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(expanded));
  }

  function hide() {
    activate(-1);
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  /** @param {number} number */
  function activate(number) {
    options.children[active]?.setAttribute("aria-selected", "false");
    active = number;
    const chosen = options.children[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || input.getAttribute("aria-expanded") !== "true") return;
    const places = options.children.length + 1; // the options and the box
    if (event.key === "ArrowDown") activate(((active + 2) % places) - 1);
    else if (event.key === "ArrowUp") activate(((active + places) % places) - 1);
    else if (event.key === "Enter" && active >= 0)
      /** @type {HTMLElement} */ (options.children[active]).click();
    else return;
    event.preventDefault();
  });
  // box.js closes the panel when the focus leaves; the next time begins at the box.
  form.addEventListener("focusout", (event) => {
    if (form.contains(/** @type {Node} */ (event.relatedTarget))) return;
    drop();
  });

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
const all = (count) => (count === 1 ? numberOfResults(1) : `All ${numberOfResults(count)}`);

// The field on the page of authors: people are found while one types. Without this script it is a
// plain form that asks the search of papers.

import { opening } from "../search/opening.js";
import { createOptions } from "../search/options.js";
import { button, find, make } from "../shared/dom.js";
import {
  addressOf,
  authorAddress,
  FILES,
  OUTDATED,
  opened,
  reloadAnew,
  searchAddress,
} from "../shared/site.js";
import { counted, say } from "../shared/words.js";
import { open as openPeople } from "./people.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {import("../shared/site.js").Trouble} Trouble
 */

const SHOWN = 8;
/** So soon after the page came, the list is fetched, unless somebody types sooner. */
const SOON = 1000;

const form = /** @type {HTMLFormElement} */ (find(".authors-find"));
const input = /** @type {HTMLInputElement} */ (find("input", form));
const panel = make("div", { class: "cat-search__panel", hidden: true });
find("div", form).append(panel);
const { options, status, open, hide, activate } = createOptions(form, input, panel, {
  id: "cat-authors-list",
  label: say("Authors"),
});

/** Counts what was wanted: the last counts. */
let wanted = 0;
/** The list of people. */
const list = opened((anew) => openPeople(addressOf(FILES.authors), anew));

async function update() {
  const mine = ++wanted;
  const query = input.value;
  try {
    if (!query.trim()) {
      hide();
      status.textContent = "";
      await list(); // it is wanted soon
      return;
    }
    const found = await (await list()).find(query, SHOWN);
    if (mine === wanted) draw(query, found);
  } catch (error) {
    if (mine === wanted) fail(/** @type {Trouble} */ (error));
  }
}

/** @param {string} query @param {Person[]} found */
function draw(query, found) {
  activate(-1);
  status.textContent = found.length
    ? counted(found.length, "{number} author", "{number} authors")
    : say("No authors");
  options.replaceChildren(...found.map(option));
  panel.replaceChildren(
    found.length ? options : make("p", {}, say("No author has these words in the name.")),
    make(
      "a",
      { class: "cat-search__all", href: searchAddress({ q: query }) },
      say("Search all papers"),
    ),
  );
  panel.scrollTop = 0;
  open(found.length > 0);
}

/** @param {Person} person @param {number} number */
function option({ name, papers, slug, variants, says }, number) {
  const facts = [counted(papers, "{number} paper", "{number} papers"), says];
  if (variants) facts.push(say("also as {names}", { names: variants }));
  return make(
    "a",
    {
      role: "option",
      id: `cat-authors-${number}`,
      href: authorAddress(slug),
      tabindex: -1,
      "aria-selected": "false",
    },
    make("span", { class: "cat-paper__title" }, make("bdi", {}, name)),
    make("span", { class: "cat-paper__facts" }, facts.filter(Boolean).join(" · ")),
  );
}

/** @param {Trouble} error */
function fail(error) {
  console.warn(error);
  panel.replaceChildren(
    make("p", { role: "alert" }, error.outdated ? OUTDATED : say("The list could not be loaded.")),
    error.outdated ? button(say("Reload"), reloadAnew) : button(say("Retry"), () => again()),
  );
  open(false);
}

const { again } = opening(form, input, panel, update, () => {
  wanted += 1;
  activate(-1);
});

setTimeout(() => list().catch(console.warn), SOON);
if (document.activeElement === input) update();

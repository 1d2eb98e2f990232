// The search page: the query and the filters are in its address.

import { around, find, make } from "../shared/dom.js";
import { correctionLine, drawCard, numberOfResults } from "../shared/paper.js";
import {
  LISTS,
  OUTDATED,
  openEngine,
  readWish,
  reloadAnew,
  searchAddress,
} from "../shared/site.js";
import { counted, say, sentence } from "../shared/words.js";
import { createChosen } from "./chosen.js";
import { createFacets } from "./facets.js";
import { FILTERS } from "./filters.js";
import { chosenIn, isFree, narrow, openPeople, openValues, sorted } from "./values.js";
import { corrected, MOST_WORDS, pieces } from "./words.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 * @typedef {import("./values.js").Values} Values
 * @typedef {import("../shared/site.js").Trouble} Trouble
 * @typedef {import("../shared/site.js").Wish} Wish
 */

const STEP = 20;
const TROUBLE = say("The search could not be loaded.");
/** Milliseconds after the last movement, before its place is noted: browsers bound how often. */
const PAUSE = 300;
/** @type {Omit<Result, "documents">} */
const NOTHING_ASKED = { corrections: [], forms: new Set(), cut: false };

const place = find(".cat-page");
const title = document.title;
const input = make("input", {
  id: "cat-page-q",
  name: "q",
  type: "search",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
  enterkeyhint: "search",
  dir: "auto",
});
const offered = (place.dataset.facets ?? "").split(" ").filter(Boolean);
/** @param {Partial<Wish>} chosen */
async function choose(chosen) {
  await change({ ...wish, ...chosen });
  // Beside a long list a visitor may be far from what is now its beginning.
  if (results.getBoundingClientRect().top < 0) results.scrollIntoView();
}
const facets = createFacets(offered, choose, () => {
  heading.focus();
  results.scrollIntoView();
});
const sort = make("select", { name: "sort" });
sort.addEventListener("change", () => choose({ sort: sort.value }));
const form = make(
  "form",
  { role: "search", "aria-label": say("Search the catalogue"), method: "get" },
  make(
    "label",
    { for: input.id },
    say("Words of a title, names of authors, or what a paper is about"),
  ),
  input,
);
const heading = make("h2", { "aria-live": "polite", class: "cat-page__count", tabindex: -1 });
const order = make("label", { class: "cat-page__sort", hidden: true }, say("Sort by"), " ", sort);
const chosen = createChosen(choose, heading);
const note = make("div");
const list = make("ol", { class: "cat-results", role: "list" });
const more = make("button", { type: "button", class: "button", hidden: true }, say("More results"));
const trouble = make("p", { role: "alert" });
const results = make(
  "div",
  { class: "cat-page__results" },
  make("div", { class: "cat-page__head" }, heading, order),
  chosen.element,
  note,
  list,
  trouble,
  more,
);
place.append(form, facets.element, results);

let wish = readWish(location.search);
let turn = 0;
let retried = 0;
/** @type {() => unknown} */
let addMore = () => {};

/** What is shown, and from where: a step of the history has it. @typedef {{shown: number, top: number}} Seen */

/** Shows what the wish asks for, as it was seen before. @param {Partial<Seen> | null} [seen] */
async function show(seen) {
  const mine = ++turn;
  const { q, literal } = wish;
  const words = q.trim();
  settled = false;
  if (input.value !== q) input.value = q;
  document.title = words ? `${words} - ${title}` : title;
  place.setAttribute("aria-busy", "true");
  try {
    if (!words && isEmpty(wish)) hint();
    else if (!list.children.length) tell(say("Searching…"));
    const engine = await openEngine();
    const [found, values] = await Promise.all([
      words ? engine.search(q, { literal }) : undefined,
      openValues(engine),
    ]);
    const people = await openPeople(engine, values, wish.author);
    if (mine !== turn) return;
    const result = found ?? { ...NOTHING_ASKED, documents: values.order };
    const { choice, missing } = chosenIn(wish, values, people);
    const unknown = missing.map(notThere);
    const narrowed = narrow(result.documents, values, choice);
    // Without words and filters there is nothing to list, but much to choose from.
    const listed = words || !isFree(choice);
    const kept = listed ? sorted(narrowed.kept, values, wish.sort || (words ? "" : "new")) : [];
    const first = await load(engine, values, kept.slice(0, seen?.shown || STEP));
    if (mine !== turn) return;
    facets.draw(engine, values, narrowed, choice, kept.length);
    chosen.draw(values, choice);
    offerOrders(Boolean(words), kept.length);
    if (listed) {
      tell(numberOfResults(kept.length));
      note.replaceChildren(...unknown, ...notes(result, kept.length));
      list.replaceChildren(...first.map(drawn(result)));
    } else hint(unknown);
    retried = 0;
    addMore = () => extend(mine, engine, values, result, kept);
    offerMore(kept.length);
    if (seen?.top !== undefined) scrollTo(0, seen.top);
    settled = true;
    facets.offerAuthors();
  } catch (error) {
    if (mine !== turn) return;
    clear();
    fail(/** @type {Trouble} */ (error), tell, () => show(seen));
  } finally {
    if (mine === turn) place.removeAttribute("aria-busy");
  }
}

/**
 * What is shown of documents.
 * @param {Engine} engine
 * @param {Values} values
 * @param {number[]} numbers
 */
async function load(engine, { known, of }, numbers) {
  const found = await engine.load(numbers);
  const sought = new Set(wish.author);
  return found.map((paper, at) => {
    const [venue] = of.venue[numbers[at]];
    return { ...paper, sought, venueSlug: known.venue[venue]?.slug };
  });
}

/** @param {boolean} words whether there are any @param {number} count of results */
function offerOrders(words, count) {
  const relevance = words ? [make("option", { value: "" }, say("Relevance"))] : [];
  sort.replaceChildren(
    ...relevance,
    make("option", { value: words ? "new" : "" }, say("Newest first")),
    make("option", { value: "old" }, say("Oldest first")),
  );
  sort.value = wish.sort;
  if (sort.selectedIndex < 0) sort.value = "";
  order.hidden = count < 2;
}

/**
 * What is to be said of a result before it is listed.
 * @param {Result} result
 * @param {number} count how many papers pass the filters
 */
function notes({ documents, corrections, cut }, count) {
  const words = wish.q.trim();
  const unfiltered = documents.length;
  return [
    ...(corrections.length ? [correctionLine(wish, corrected(words, corrections))] : []),
    ...(cut
      ? [
          make(
            "p",
            {},
            say("Only the first {number} words were searched for.", { number: MOST_WORDS }),
          ),
        ]
      : []),
    ...(count ? [] : [make("p", {}, nothing(words, unfiltered))]),
  ];
}

/**
 * @param {number} mine the turn
 * @param {Engine} engine
 * @param {Values} values
 * @param {Result} result
 * @param {number[]} kept documents that pass the filters
 */
async function extend(mine, engine, values, result, kept) {
  const from = list.children.length;
  try {
    const found = await load(engine, values, kept.slice(from, from + STEP));
    // A second click may have come before the first was answered.
    if (mine !== turn || list.children.length !== from) return;
    list.append(...found.map(drawn(result)));
    list.children[from]?.querySelector("a")?.focus();
    offerMore(kept.length);
    remember();
  } catch (error) {
    if (mine !== turn) return;
    // What failed may be of another build: then all is asked for again.
    const again = () => show({ shown: from + STEP });
    fail(/** @type {Trouble} */ (error), (text) => trouble.replaceChildren(text), again);
  }
}

/** @param {number} total */
function offerMore(total) {
  trouble.textContent = "";
  more.textContent = say("More results");
  more.hidden = list.children.length >= total;
}

/**
 * The button that adds results becomes the one that tries again.
 * @param {Trouble} error
 * @param {(text: string) => void} tell
 * @param {() => unknown} again
 */
function fail(error, tell, again) {
  console.warn(error);
  tell(error.outdated ? OUTDATED : TROUBLE);
  more.textContent = error.outdated ? say("Reload") : say("Retry");
  more.hidden = false;
  addMore = () => {
    if (error.outdated) return reloadAnew();
    return retried++ && error.stuck ? location.reload() : again();
  };
}

const TYPE = say(
  "Type the name of a method, a task, a data set or an author, or words of a title. Results appear as you type.",
);
const FILTER = say("The filters alone list papers, too.");

/** @param {Node[]} before what is to be said first */
function hint(before = []) {
  tell(say("What are you looking for?"));
  clear();
  note.append(
    ...before,
    make("p", {}, offered.length ? say("{first} {second}", { first: TYPE, second: FILTER }) : TYPE),
  );
}

function clear() {
  note.replaceChildren();
  list.replaceChildren();
  trouble.textContent = "";
  more.hidden = true;
}

/** @param {string} text */
function tell(text) {
  if (heading.textContent !== text) heading.textContent = text;
}

/** @param {string} words @param {number} unfiltered */
function nothing(words, unfiltered) {
  if (!words) return say("No paper passes these filters.");
  return unfiltered
    ? counted(
        unfiltered,
        "No paper has these words and passes the filters; {number} without filters.",
        "No paper has these words and passes the filters; {number} without filters.",
      )
    : say("No paper has these words. Try fewer or other ones.");
}

/** What an old or mistyped address asks for that is not there. @param {[string, string]} missing */
function notThere([name, value]) {
  const shown = make("bdi", {}, value);
  const list = LISTS.find((one) => one === name);
  const said = list
    ? FILTERS[list].unknown(shown)
    : sentence("“{value}” is no year.", { value: shown });
  return make("p", {}, ...said);
}

/** Whether the address asks for nothing. @param {Wish} wish */
const isEmpty = ({ year, code, ...rest }) =>
  !year && !code && LISTS.every((name) => !rest[name].length);

/** @param {Result} result */
const drawn = (result) => (/** @type {import("../shared/paper.js").Paper} */ paper) =>
  drawCard(paper, (text) => pieces(text, result.forms));

/**
 * Writes the present step of the history. Browsers refuse what comes too often; then it stays as it was.
 * @param {Seen | null} state
 * @param {string} [address]
 */
function write(state, address) {
  try {
    history.replaceState(state, "", address);
  } catch (error) {
    console.warn(error);
  }
}

/** Whether the list is as the present step of the history has it. */
let settled = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

/** Keeps how far the list was read: who comes back finds the same place. */
function remember() {
  clearTimeout(resting);
  if (settled) write({ shown: list.children.length, top: Math.round(scrollY) });
}

/** A choice is a step of the history, typing is not. @param {Wish} next */
function change(next, step = true) {
  if (step) remember();
  wish = next;
  if (step) history.pushState(null, "", searchAddress(wish));
  else write(null, searchAddress(wish));
  shownFor = location.search;
  return show();
}

input.addEventListener("input", () => change({ ...wish, q: input.value, literal: false }, false));
// Browsers empty a field for searches: what was typed would be gone.
input.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) event.preventDefault();
});
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", async () => {
  await addMore();
  // Who tried again goes on at what came, or at the button that was gone meanwhile.
  const next = more.hidden ? (list.querySelector("a") ?? input) : more;
  if (document.activeElement === document.body) next.focus();
});
place.addEventListener("click", (event) => {
  const link = around(event, ".cat-corrected a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  input.focus();
  change({ ...wish, literal: true });
});

// The list comes after the page: the browser alone would not find its place again.
history.scrollRestoration = "manual";
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(remember, PAUSE);
});
addEventListener("pagehide", remember);
let shownFor = location.search;
addEventListener("popstate", ({ state }) => {
  clearTimeout(resting);
  // To a place in the page and back: the list is there.
  if (location.search === shownFor) return scrollTo(0, state?.top ?? scrollY);
  shownFor = location.search;
  wish = readWish(location.search);
  show({ top: 0, ...state });
});

show(history.state);
if (isEmpty(wish) && !wish.q) input.focus();

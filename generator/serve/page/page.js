/**
 * In every page that `serve` shows, and in no file of the site: loads the page anew after a build,
 * and shows why one failed.
 *
 * @typedef {{ where: string, what: string, hint: string }} Problem
 * @typedef {{ title: string, problems: Problem[], more: string }} Failure
 * @typedef {{ build: string, builds: number, failure: Failure | null }} State
 */

const GONE = "This page went away with the last build; what you see is what it was.";

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-build]"));
const shown = { build: script.dataset.build ?? "", status: script.dataset.status ?? "" };
/** The last state that was acted on: a stream that begins anew says the same again. */
let known = "";
/** @type {EventSource | null} */
let stream = null;

/** What an alert says is read out when it changes, so it must be there before. */
const panel = document.createElement("section");
panel.className = "live-panel";
panel.setAttribute("role", "alert");
panel.hidden = true;
document.body.append(panel);

/**
 * @param {string} name of the element
 * @param {string} part of the panel that it is
 * @param {...(string | Node)} content
 */
function made(name, part, ...content) {
  const element = document.createElement(name);
  element.className = `live-panel__${part}`;
  element.append(...content);
  return element;
}

function close() {
  panel.hidden = true;
  panel.replaceChildren();
}

/**
 * @param {string} title
 * @param {Node[]} content
 */
function open(title, ...content) {
  const button = made("button", "close", "Close");
  button.setAttribute("type", "button");
  button.addEventListener("click", close);
  panel.hidden = false;
  panel.replaceChildren(made("div", "head", made("p", "title", title), button), ...content);
}

/** @param {Failure} failure */
function tell(failure) {
  const rows = failure.problems.map((problem) => {
    const row = made("li", "problem");
    if (problem.where) row.append(made("code", "where", problem.where), " ");
    row.append(made("span", "what", problem.what));
    if (problem.hint) row.append(" ", made("span", "hint", `(${problem.hint})`));
    return row;
  });
  if (failure.more) rows.push(made("li", "problem", failure.more));
  const list = made("ul", "problems", ...rows);
  // It may be longer than the panel, and whoever has only a keyboard must be able to scroll it.
  list.tabIndex = 0;
  list.setAttribute("aria-label", "Errors");
  open(failure.title, list);
}

/**
 * Show the new state of this page, where it was scrolled to; the browser sees to that.
 *
 * @param {boolean} failed whether there are errors to be shown
 */
async function renew(failed) {
  const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  if (answer.ok) location.reload();
  else if (shown.status === "200" && !failed) open(GONE);
}

/** @param {MessageEvent<string>} event */
function hear(event) {
  if (event.data === known) return;
  known = event.data;
  /** @type {State} */
  const state = JSON.parse(event.data);
  if (state.failure) tell(state.failure);
  else close();
  if (state.build !== shown.build) renew(state.failure !== null).catch(() => {});
}

/** A browser keeps six connections to a host: a page that nobody sees leaves its own. */
function listen() {
  stream?.close();
  stream = null;
  if (document.visibilityState === "hidden") return;
  stream = new EventSource(new URL("events", script.src));
  stream.addEventListener("message", hear);
}

document.addEventListener("visibilitychange", listen);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
});
addEventListener("pagehide", () => stream?.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) listen();
});
listen();

// Without imports it would be taken for a script, whose names are everybody's.
export {};

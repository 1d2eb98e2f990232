// On every page: buttons that save papers, which are read, how many are to read.

import { around, button, make } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { change, current, now, watch } from "./store.js";

/** @typedef {import("./store.js").Entry} Entry */

const VISIT = 6 * 3600e3; // in any number of tabs
const BUSY = 1000; // so long, in milliseconds, the marks wait for a moment that is free
/** @type {HTMLElement | null} the title of the paper whose page this is */
const heading = document.querySelector("h1[data-paper]");
/** @type {Map<string, Entry>} saved again, they have their notes again */
const removed = new Map();

/** What a card's line of facts says beside authors, venue and year. */
const OTHER_FACTS = ".topic, .badge, .aside";

/** The paper that a button saves: that of its card, or of the page. @param {Element} button */
function paperOf(button) {
  /** @type {HTMLElement | null | undefined} */
  const link = button.closest("li")?.querySelector("a[data-paper]");
  const title = link ?? heading;
  return { id: title?.dataset.paper ?? "", title: title?.textContent ?? "" };
}

/** Who wrote that paper, where and when. @param {HTMLElement} button */
function bylineOf(button) {
  const said = button.dataset.byline ?? factsOf(button.closest("li"));
  return said?.replace(/\s+/g, " ").trim();
}

/** Authors, venue and year on a card, without what is folded. @param {Element | null} card */
function factsOf(card) {
  const facts = /** @type {Element | undefined} */ (card?.querySelector(".facts")?.cloneNode(true));
  for (const part of facts?.querySelectorAll(OTHER_FACTS) ?? []) part.remove();
  for (const folded of facts?.querySelectorAll("details") ?? [])
    folded.replaceWith(folded.querySelector("summary")?.textContent ?? "");
  return facts && [...facts.children].map(({ textContent }) => textContent).join(" ");
}

function paint() {
  const { papers } = current();
  for (const button of document.querySelectorAll(".cat-save, .cat-mark")) {
    const entry = papers.get(paperOf(button).id);
    button.setAttribute("aria-pressed", String(Boolean(entry)));
    if (button.matches(".cat-save")) button.textContent = entry ? say("Saved") : say("Save");
    const said = button.matches(".cat-mark") && button.previousElementSibling;
    if (said) said.textContent = entry?.read ? say("read") : "";
  }
  const open = [...papers.values()].filter((entry) => !entry.read).length;
  const badge = document.querySelector(".cat-saved-count");
  if (badge) badge.textContent = open ? ` ${open}` : "";
  if (papers.has(heading?.dataset.paper ?? "")) import("./paper.js");
}

/** Gives every card its button. */
export function mark() {
  let made = false;
  for (const card of document.querySelectorAll("li.card")) {
    const link = card.querySelector("a[data-paper]");
    if (!link || card.querySelector(".cat-mark")) continue;
    const label = say("Save {title}", { title: link.textContent ?? "" });
    const name = { class: "cat-mark", "aria-label": label };
    card.append(make("span", { class: "cat-corner" }, make("span"), button("", save, name)));
    made = true;
  }
  if (made) paint();
}

/** Saves a paper, or takes it off the list. @param {Event} event */
async function save(event) {
  const pressed = around(event, ".cat-save, .cat-mark");
  if (!pressed) return;
  const { id, title } = paperOf(pressed);
  const at = now();
  const off = pressed.getAttribute("aria-pressed") === "true";
  const kept = change(({ papers }) => {
    const entry = papers.get(id);
    if (off && entry) removed.set(id, entry);
    if (off) papers.delete(id);
    else if (!entry)
      papers.set(id, {
        title,
        saved: at,
        read: null,
        note: "",
        byline: bylineOf(pressed),
        ...removed.get(id),
        changed: at,
      });
  });
  if (!kept || (off && removed.get(id)?.note))
    (await import("./message.js")).after(kept && (() => pressed.click()));
}

document.querySelector(".cat-save")?.addEventListener("click", save);

function begin() {
  watch(paint);
  mark();
  const results = document.querySelector(".cat-page");
  if (results) new MutationObserver(mark).observe(results, { childList: true, subtree: true });
  const began = current().visit?.began;
  if (!(Math.abs(Date.now() - Date.parse(began ?? "")) < VISIT))
    change((state) => {
      state.visit = { began: now(), before: began ?? null };
    });
  if (document.getElementById("latest") && current().visit?.before)
    import("./fresh.js").then((module) => module.announce()).catch(console.warn);
}

/** When everything is marked. */
export const ready = new Promise((/** @type {(value: void) => void} */ done) => {
  // Safari has no time of idleness, and a busy machine none to give.
  const soon = window.requestIdleCallback ?? setTimeout;
  soon(() => done(begin()), { timeout: BUSY });
});

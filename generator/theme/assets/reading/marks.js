// On every page: buttons that save papers, which are read, how many are to read.

import { change, current, now, watch } from "./store.js";

const VISIT = 6 * 3600e3; // in any number of tabs
const paper = document.querySelector("h1[data-paper]");
const removed = new Map(); // saved again, they have their notes again

const titleOf = (button) => button.closest("li")?.querySelector("a[data-paper]") ?? paper;

function paint() {
  const { papers } = current();
  for (const button of document.querySelectorAll(".cat-save, .cat-mark")) {
    const entry = papers.get(titleOf(button).dataset.paper);
    button.setAttribute("aria-pressed", !!entry);
    if (button.matches(".cat-save")) button.textContent = entry ? "Saved" : "Save";
    else button.previousSibling.textContent = entry?.read ? "read" : "";
  }
  const open = [...papers.values()].filter((entry) => !entry.read).length;
  const badge = document.querySelector(".cat-saved-count");
  if (badge) badge.textContent = open ? ` ${open}` : "";
  if (papers.has(paper?.dataset.paper)) import("./paper.js");
}

/** Gives every card its button. */
export function mark() {
  let made;
  for (const card of document.querySelectorAll("li.card")) {
    const link = card.querySelector("a[data-paper]");
    if (!link || card.querySelector(".cat-mark")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cat-mark";
    button.setAttribute("aria-label", `Save ${link.textContent}`);
    const corner = document.createElement("span");
    corner.className = "cat-corner";
    corner.append(document.createElement("span"), button);
    card.append(corner);
    made = true;
  }
  if (made) paint();
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest(".cat-save, .cat-mark");
  if (!button) return;
  const { dataset, textContent: title } = titleOf(button);
  const id = dataset.paper;
  const at = now();
  const off = button.getAttribute("aria-pressed") === "true";
  const kept = change(({ papers }) => {
    const entry = papers.get(id);
    if (off && entry) removed.set(id, entry);
    if (off) papers.delete(id);
    else if (!entry)
      papers.set(id, { title, saved: at, read: null, note: "", ...removed.get(id), changed: at });
  });
  if (!kept || (off && removed.get(id)?.note))
    (await import("./message.js")).after(kept && (() => button.click()));
});

function begin() {
  watch(paint);
  mark();
  const results = document.querySelector(".cat-page");
  if (results) new MutationObserver(mark).observe(results, { childList: true, subtree: true });
  const began = current().visit?.began;
  if (!(Math.abs(Date.now() - Date.parse(began)) < VISIT))
    change((state) => {
      state.visit = { began: now(), before: began ?? null };
    });
  if (document.getElementById("latest") && current().visit?.before)
    import("./fresh.js").then((module) => module.announce()).catch(console.warn);
}

/** When everything is marked. */
export const ready = new Promise((done) => {
  (window.requestIdleCallback ?? setTimeout)(() => done(begin()));
});

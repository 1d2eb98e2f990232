// The search box in the header. The rest (list.js, the engine) is fetched when it gets the focus.

import { around, button, find, make } from "../shared/dom.js";
import { lazily, OUTDATED, reloadAnew } from "../shared/site.js";

/** @typedef {import("../shared/site.js").Trouble} Trouble */

const form = /** @type {HTMLFormElement} */ (find(".cat-search"));
const input = /** @type {HTMLInputElement} */ (find("input", form));
const panel = make("div", { class: "cat-search__panel", hidden: true });
form.append(panel);

/** @type {() => Promise<typeof import("./list.js")>} */
const loadList = lazily((tries) =>
  tries ? import(`./list.js?try=${tries}`) : import("./list.js"),
);
/** @type {ReturnType<typeof import("./list.js").createList> | undefined} */
let list;
let retried = 0;
/** Counts what was wanted of the list: the last counts. */
let wanted = 0;

async function update() {
  const mine = ++wanted;
  try {
    const { createList } = await loadList();
    list ??= createList(form, input, panel);
    if (mine !== wanted) return;
    await list.show(input.value);
    retried = 0;
  } catch (error) {
    fail(/** @type {Trouble} */ (error));
  }
}

/** @param {Trouble} error */
function fail(error) {
  console.warn(error);
  if (!form.contains(document.activeElement)) return;
  close();
  panel.replaceChildren(
    make("p", { role: "alert" }, error.outdated ? OUTDATED : "The search could not be loaded."),
    error.outdated
      ? button("Reload", reloadAnew)
      : // When trying again here is of no use, the search page may still work.
        button("Retry", () => (retried++ && error.stuck ? form.submit() : again())),
  );
  panel.hidden = false;
}

const again = () => (document.activeElement === input ? update() : input.focus());

function close() {
  panel.hidden = true;
  if (input.hasAttribute("aria-expanded")) input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

input.addEventListener("focus", update);
input.addEventListener("input", update);
form.addEventListener("reset", () => {
  close();
  setTimeout(again);
});
form.addEventListener("focusout", (event) => {
  if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
});
// A click leaves the focus in the box, else the panel would close under it.
panel.addEventListener("mousedown", (event) => event.preventDefault());

// The first Escape closes the list, the next one leaves the box: what was typed stays.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  if (panel.hidden) return input.blur();
  input.focus();
  wanted += 1;
  list?.drop();
  close();
});
for (const [name, opens] of /** @type {[string, (event: Event) => boolean][]} */ ([
  ["click", () => true],
  ["keydown", (event) => /** @type {KeyboardEvent} */ (event).key === "ArrowDown"],
]))
  input.addEventListener(name, (event) => {
    if (panel.hidden && input.value && opens(event)) update();
  });

document.addEventListener("keydown", (event) => {
  const typing = around(
    event,
    "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]",
  );
  if (typing || event.altKey || event.isComposing) return;
  const held = event.ctrlKey || event.metaKey;
  if (held ? event.key.toLowerCase() !== "k" || event.shiftKey : event.key !== "/") return;
  event.preventDefault();
  input.focus();
  input.select();
});

if (document.activeElement === input) update();

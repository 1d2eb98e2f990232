// The search box in the header. The rest (list.js, the engine) is fetched when it gets the focus.

import { around, button, find, make } from "../shared/dom.js";
import { lazily, OUTDATED, reloadAnew } from "../shared/site.js";
import { say } from "../shared/words.js";
import { opening } from "./opening.js";

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
    make(
      "p",
      { role: "alert" },
      error.outdated ? OUTDATED : say("The search could not be loaded."),
    ),
    error.outdated
      ? button(say("Reload"), reloadAnew)
      : // When trying again here is of no use, the search page may still work.
        button(say("Retry"), () => (retried++ && error.stuck ? form.submit() : again())),
  );
  panel.hidden = false;
}

const { close, again } = opening(form, input, panel, update, () => {
  wanted += 1;
  list?.drop();
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

// Copy and download for the citations of a paper's page. Without it they can be opened and selected.

import { button, find, make } from "../shared/dom.js";
import { say } from "../shared/words.js";

const box = find(".cite");
const id = find(".paper-title").dataset.paper;
const said = make("span", { class: "cat-unseen", role: "status" });

/**
 * @param {string} name
 * @param {string} label that says of which citation
 * @param {(pressed: HTMLElement) => unknown} act
 */
function tool(name, label, act) {
  const made = button(name, () => act(made), { class: "button", "aria-label": label });
  return made;
}

/**
 * @param {HTMLElement} pre
 * @param {string} label
 * @param {HTMLElement} pressed
 */
async function copy(pre, label, pressed) {
  try {
    await navigator.clipboard.writeText(pre.textContent ?? "");
    said.textContent = say("{format} copied", { format: label });
    pressed.textContent = say("Copied");
    setTimeout(() => (pressed.textContent = say("Copy")), 2000);
  } catch {
    // No clipboard, as on a page without https: it is selected, so that a key copies it.
    const details = pre.closest("details");
    if (details) details.open = true;
    getSelection()?.selectAllChildren(pre);
    said.textContent = say("{format} is selected: copy it with Ctrl+C or ⌘C", { format: label });
  }
}

/** @param {HTMLElement} pre @param {string} name of the file */
async function save(pre, name) {
  const { download } = await import("../shared/download.js");
  download(name, "text/plain", `${pre.textContent}\n`);
}

/** @type {NodeListOf<HTMLElement>} */
const all = box.querySelectorAll("pre[data-cite]");
for (const pre of all) {
  const details = pre.closest("details");
  const label = details?.firstElementChild?.textContent ?? say("citation");
  const tools = make(
    "span",
    { class: "cat-cite" },
    tool(say("Copy"), say("Copy {format}", { format: label }), (pressed) =>
      copy(pre, label, pressed),
    ),
  );
  const ending = pre.dataset.file;
  if (ending)
    tools.append(
      tool(say("Download"), say("Download {format}", { format: label }), () =>
        save(pre, `${id}${ending}`),
      ),
    );
  const row = make("div");
  (details ?? pre).replaceWith(row);
  row.append(details ?? pre, tools);
}
box.append(said);

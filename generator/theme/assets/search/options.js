// A list under a field, as it is read out and moved through: a combobox whose options are links.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { make } from "../shared/dom.js";

/**
 * Makes the options of a field, with what says how many there are. Options may not hold anything
 * that takes the focus itself.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {HTMLElement} panel where the options are put, in the form
 * @param {{id: string, label: string}} named
 */
export function createOptions(form, input, panel, { id, label }) {
  // Outside the panel: a live region that is hidden and shown again is often not read.
  const status = make("p", { class: "cat-search__status", "aria-live": "polite" });
  form.append(status);
  const options = make("div", { role: "listbox", id, "aria-label": label });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": options.id,
    "aria-expanded": "false",
    "aria-haspopup": "listbox",
  }))
    input.setAttribute(name, value);

  /** Which option is active; -1 is the field itself. */
  let active = -1;

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
    const places = options.children.length + 1; // the options and the field
    if (event.key === "ArrowDown") activate(((active + 2) % places) - 1);
    else if (event.key === "ArrowUp") activate(((active + places) % places) - 1);
    else if (event.key === "Enter" && active >= 0)
      /** @type {HTMLElement} */ (options.children[active]).click();
    else return;
    event.preventDefault();
  });

  return { options, status, open, hide, activate };
}

// When the panel under a field opens and closes: with the focus, what is typed, and Escape.

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {HTMLElement} panel in the form
 * @param {() => void} update shows what fits what is typed
 * @param {() => void} drop what was asked for is not wanted any more
 */
export function opening(form, input, panel, update, drop) {
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
    if (form.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    close();
    drop();
  });
  // A click leaves the focus in the field, else the panel would close under it.
  panel.addEventListener("mousedown", (event) => event.preventDefault());

  // The first Escape closes the list, the next one leaves the field: what was typed stays.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    if (panel.hidden) return input.blur();
    input.focus();
    drop();
    close();
  });
  for (const [name, opens] of /** @type {[string, (event: Event) => boolean][]} */ ([
    ["click", () => true],
    ["keydown", (event) => /** @type {KeyboardEvent} */ (event).key === "ArrowDown"],
  ]))
    input.addEventListener(name, (event) => {
      if (panel.hidden && input.value && opens(event)) update();
    });

  return { close, again };
}

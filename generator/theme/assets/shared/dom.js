// Elements: making them and finding them. Text becomes text, never markup.

/** @typedef {Node | string} Content */
/** @typedef {Record<string, string | number | boolean | undefined>} Attributes */

/**
 * Makes an element. Attributes that are false or undefined are left out.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} [attributes]
 * @param {...Content} content
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : String(value));
  element.append(...content);
  return element;
}

/**
 * Makes a button that does some work.
 * @param {Content} content
 * @param {(event: MouseEvent) => void} work
 * @param {Attributes} [attributes]
 */
export function button(content, work, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, content);
  made.addEventListener("click", work);
  return made;
}

/**
 * Words for screen readers alone.
 * @param {string} text
 */
export function unseen(text) {
  return make("span", { class: "cat-unseen" }, text);
}

/**
 * The first element that a selector matches; the page has it.
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export function find(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * The element around what an event happened to, itself counted.
 * @param {Event} event
 * @param {string} selector
 */
export function around({ target }, selector) {
  return target instanceof Element
    ? /** @type {HTMLElement | null} */ (target.closest(selector))
    : null;
}

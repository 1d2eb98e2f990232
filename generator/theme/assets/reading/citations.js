// Citations of many papers, taken from the papers' own pages.

import { find } from "../shared/dom.js";
import { paperAddress } from "../shared/site.js";
import { each } from "./pages.js";

/**
 * @typedef {object} Form of citations, as the generator's table of formats has it
 * @property {string} name of the citation on a paper's page
 * @property {string} label
 * @property {{name: string, type: string}} [file] it goes into
 */
/** @type {(Form & {ending: string, type: string})[]} */
const formats = JSON.parse(find(".cat-reading").dataset.formats ?? "[]");

/** @type {Form[]} */
export const FORMS = [
  ...formats.map(({ name, label, ending, type }) => ({
    name,
    label,
    file: { name: `reading-list${ending}`, type },
  })),
  { name: "plain", label: "text" },
];

/**
 * How the citations of one form become one text.
 * @param {string[]} texts
 * @param {Form} form
 */
function whole(texts, form) {
  return isJson(form) ? joined(texts) : lines(texts);
}

/** @param {Form} form */
function isJson(form) {
  return form.file?.type.endsWith("json") ?? false;
}

/** @param {string[]} texts lists of objects */
function joined(texts) {
  const all = texts.flatMap((text) => JSON.parse(text));
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** @param {string[]} texts */
function lines(texts) {
  // Of RIS, the space at the end of the last line belongs to it.
  return texts.map((text) => `${text.replace(/^\n+|\n+$/g, "")}\n`).join("\n");
}

/**
 * @param {string[]} ids in the order of the citations
 * @param {Form} form
 * @param {(done: number) => void} step is told how many pages were read
 * @returns {Promise<{text: string, failed: string[], gone: string[]}>} `failed` could not be
 *   read, `gone` of them because the catalogue does not have them
 */
export async function citations(ids, form, step) {
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @type {string[]} */
  const gone = [];
  let done = 0;
  await each(ids, async (id) => {
    try {
      const answer = await fetch(paperAddress(id));
      if (answer.status === 404) gone.push(id);
      if (answer.ok) found.set(id, cited(await answer.text(), form));
    } catch (error) {
      console.warn(error);
    }
    step(++done);
  });
  const texts = ids.flatMap((id) => found.get(id) || []);
  return {
    text: texts.length ? whole(texts, form) : "",
    failed: ids.filter((id) => !found.get(id)),
    gone,
  };
}

/**
 * A page's citation: its scripts do not run, its pictures are not fetched.
 * @param {string} html
 * @param {Form} form
 */
function cited(html, form) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const text = page.querySelector(`pre[data-cite="${form.name}"]`)?.textContent ?? "";
  if (isJson(form) && text) JSON.parse(text);
  return text;
}

/**
 * Puts a text to come on the clipboard: the wait is within the visitor's click, as Safari wants.
 * @param {Promise<string>} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text) {
  try {
    const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false;
  }
}

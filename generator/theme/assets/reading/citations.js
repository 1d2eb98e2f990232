// Citations of many papers, taken from the papers' own pages.

import { paperAddress } from "../shared/site.js";
import { each } from "./pages.js";

/**
 * @typedef {object} Form how the citations of one form become one text
 * @property {string} name
 * @property {(texts: string[]) => string} whole
 * @property {{name: string, type: string}} [file] it goes into
 * @typedef {"bibtex" | "ris" | "csl" | "plain"} FormName
 */
/** @type {Record<FormName, Form>} */
export const FORMS = {
  bibtex: {
    name: "BibTeX",
    file: { name: "reading-list.bib", type: "application/x-bibtex" },
    whole: lines,
  },
  ris: {
    name: "RIS",
    file: { name: "reading-list.ris", type: "application/x-research-info-systems" },
    whole: lines,
  },
  csl: {
    name: "CSL-JSON",
    file: { name: "reading-list.csl.json", type: "application/vnd.citationstyles.csl+json" },
    whole: (texts) =>
      `${JSON.stringify(
        texts.flatMap((text) => JSON.parse(text)),
        null,
        2,
      )}\n`,
  },
  plain: { name: "text", whole: lines },
};

/** @param {string[]} texts */
function lines(texts) {
  // Of RIS, the space at the end of the last line belongs to it.
  return texts.map((text) => `${text.replace(/^\n+|\n+$/g, "")}\n`).join("\n");
}

/**
 * @param {string[]} ids in the order of the citations
 * @param {FormName} form
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
    text: texts.length ? FORMS[form].whole(texts) : "",
    failed: ids.filter((id) => !found.get(id)),
    gone,
  };
}

/**
 * A page's citation: its scripts do not run, its pictures are not fetched.
 * @param {string} html
 * @param {FormName} form
 */
function cited(html, form) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const text = page.querySelector(`pre[data-cite="${form}"]`)?.textContent ?? "";
  if (form === "csl" && text) JSON.parse(text);
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

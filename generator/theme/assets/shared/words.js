// What visitors read, in the language of the site. The English text stands where it is used, and is
// the name of its translation; {names} in it stand for values. Write whole sentences, never pieces
// of them: other languages have another order.

/** @typedef {import("./dom.js").Content} Content */
/** @typedef {Record<string, string | number>} Values */

/**
 * The translations by their English texts, all forms of one with a number; the build of a site in
 * another language puts them here, in one line.
 */
const WORDS = /** @type {Record<string, string | string[]>} */ ({});
/** Which form goes with a number: as `Plural-Forms` of the language's file says, here of English. */
const PLURAL = /** @type {(n: number) => number | boolean} */ ((n) => n !== 1);

const { lang } = document.documentElement;
/** The language of numbers, dates and the alphabet. English dates have the day first. */
export const LOCALE = lang && lang !== "en" ? lang : "en-GB";

/** A number as the language writes it. @param {number} value */
export const number = (value) => value.toLocaleString(LOCALE);

/**
 * A sentence with values in the place of their names. Numbers are written as the language does: a
 * year goes in as text.
 * @param {string} text
 * @param {Values} [values]
 */
export function say(text, values = {}) {
  return sentence(text, values).join("");
}

/**
 * A sentence with elements in it.
 * @param {string} text
 * @param {Record<string, number | Content | Content[]>} values
 * @returns {Content[]}
 */
export function sentence(text, values) {
  return filled(`${WORDS[text] ?? text}`, values);
}

/**
 * A sentence that says a number, {number} in it.
 * @param {number} count
 * @param {string} one what English says of one
 * @param {string} many
 * @param {Values} [values] others
 */
export function counted(count, one, many, values) {
  return countedSentence(count, one, many, values).join("");
}

/**
 * A sentence that says a number, with elements in it.
 * @param {number} count
 * @param {string} one
 * @param {string} many
 * @param {Record<string, number | Content | Content[]>} [values]
 */
export function countedSentence(count, one, many, values) {
  const forms = WORDS[one] ?? [one, many];
  const at = WORDS[one] ? PLURAL(count) : count !== 1;
  // A language without plurals has one form.
  return filled(typeof forms === "string" ? forms : forms[Number(at)], {
    number: count,
    ...values,
  });
}

/**
 * @param {string} text
 * @param {Record<string, number | Content | Content[]>} values
 */
function filled(text, values) {
  return text.split(/\{(\w+)\}/).flatMap((part, at) => {
    if (at % 2 === 0) return part || [];
    const value = values[part];
    return typeof value === "number" ? number(value) : value;
  });
}

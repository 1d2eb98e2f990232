// Reads the strings that hold postings, numbers of documents and other numbers, as
// generator/search/encoding.py writes them.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUE[ALPHABET.charCodeAt(value)] = value;
const BASE = 32;

/** Return what one character stands for. @param {string} char */
export const digitOf = (char) => VALUE[char.charCodeAt(0)];

/**
 * Call `each` for every posting of a list as generator/search/encoding.py writes it.
 * @param {string} text
 * @param {(document: number, impact: number) => void} each
 * @param {number} [impacts] characters of an impact; 0: there are none
 */
export function eachPosting(text, each, impacts = 1) {
  let document = 0;
  let distance = 0;
  let factor = 1;
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)];
    distance += factor * (value % BASE);
    factor *= BASE;
    if (value < BASE) {
      document += distance;
      at += impacts;
      each(document, VALUE[text.charCodeAt(at)]);
      document += 1;
      distance = 0;
      factor = 1;
    }
  }
}

/**
 * Return the numbers of documents that a string holds.
 * @param {string} text
 * @param {number} [impacts] as for `eachPosting`
 */
export function documentsIn(text, impacts = 0) {
  /** @type {number[]} */
  const found = [];
  eachPosting(text, (document) => found.push(document), impacts);
  return found;
}

/** Return the numbers from 0 that a string holds. @param {string} text */
export function numbersIn(text) {
  let before = -1;
  return documentsIn(text).map((document) => {
    const distance = document - before - 1;
    before = document;
    return distance;
  });
}

// Where words stand in a paper: for phrases, and for the words of one name. Mirrors
// generator/search/places.py and what generator/search/clauses.py does with places.

/** @typedef {{first: number, end: number}} Area the places of a field, `end` not among them */
/**
 * @typedef {Map<number, number[]> | undefined} Places where documents have a word, rising; nothing for
 *   a small one that is everywhere
 * @typedef {{parts: Places[], whole: Places}} Step a compound of a phrase
 */

export const TITLES = { first: 0, end: 64 };
export const AUTHORS = { first: 4096, end: 1 << 17 };
export const ANYWHERE = { first: 0, end: AUTHORS.end };
/** Each name has so many places. */
const SLOT = 8;

/** @param {Iterable<Set<number>>} sets @returns {Set<number>} */
export function union(sets) {
  const found = new Set();
  for (const some of sets) for (const one of some) found.add(one);
  return found;
}

/** @param {Set<number>[]} sets @returns {Set<number>} */
export function intersection([first, ...others]) {
  return new Set([...(first ?? [])].filter((one) => others.every((some) => some.has(one))));
}

/**
 * Call `each` for every place of lists as generator/search/places.py writes them, with the number of
 * its list.
 * @param {number[]} numbers
 * @param {(place: number, at: number) => void} each
 */
export function eachList(numbers, each) {
  let at = 0;
  let before = -1;
  let empty = true;
  for (const number of numbers) {
    if (number > 0 || !empty) {
      before += (number >> 1) + (empty ? 0 : 1);
      each(before, at);
    }
    empty = number % 2 === 0;
    if (!empty) continue;
    at += 1;
    before = -1;
  }
}

/**
 * Whether a document has, at some place, the parts of compounds one behind the other. Each compound
 * may also stand there as one word.
 * @param {Step[]} steps
 * @param {number} document
 */
export function isInOrder(steps, document) {
  /** @type {number[] | undefined} */
  let ends;
  for (const { parts, whole } of steps) {
    const before = ends;
    for (const places of parts) ends = behind(ends, places, document);
    const asOne = whole && behind(before, whole, document);
    if (asOne?.length && ends) ends = rising([...ends, ...asOne]);
    if (ends && !ends.length) return false;
  }
  return true;
}

/**
 * Where a word stands right behind one of `ends`, or anywhere without. The joined form of a compound
 * covers several places, one behind the other.
 * @param {number[] | undefined} ends rising
 * @param {Places} places
 * @param {number} document
 */
function behind(ends, places, document) {
  if (!places) return ends?.map((end) => end + 1);
  /** @type {number[]} */
  const found = [];
  let next = 0;
  for (const place of places.get(document) ?? []) {
    while (ends && ends[next] < place - 1) next += 1;
    if (!ends || ends[next] === place - 1 || found[found.length - 1] === place - 1)
      found.push(place);
  }
  return found;
}

/** Numbers in order, each once. @param {number[]} numbers */
export const rising = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

/** Whether one of a document's authors has all the words. @param {Places[]} places @param {number} document */
export function isInOneName(places, document) {
  const slots = places.map(
    (some) => new Set([...(some?.get(document) ?? [])].map((place) => Math.floor(place / SLOT))),
  );
  return intersection(slots).size > 0;
}

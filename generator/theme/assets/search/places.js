// Where words stand in a paper: for phrases, and for the words of one name. Mirrors
// generator/search/places.py and what generator/search/clauses.py does with places.

/** @typedef {{first: number, end: number}} Area the places of a field, `end` not among them */
/**
 * @typedef {Map<number, Set<number>> | undefined} Places where documents have a word; nothing for a
 *   small one that is everywhere
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
  /** @type {Set<number> | undefined} */
  let ends;
  for (const { parts, whole } of steps) {
    const before = ends;
    for (const places of parts) ends = behind(ends, places, document);
    const asOne = whole && behind(before, whole, document);
    if (asOne && ends) ends = union([ends, asOne]);
    if (ends && !ends.size) return false;
  }
  return true;
}

/**
 * Where a word stands right behind one of `ends`, or anywhere without. The joined form of a compound
 * covers several places, one behind the other.
 * @param {Set<number> | undefined} ends
 * @param {Places} places
 * @param {number} document
 */
function behind(ends, places, document) {
  if (!places) return ends && new Set([...ends].map((end) => end + 1));
  const here = [...(places.get(document) ?? [])].sort((a, b) => a - b);
  const found = new Set(ends ? here.filter((place) => ends.has(place - 1)) : here);
  for (const place of here) if (found.has(place - 1)) found.add(place);
  return found;
}

/** Whether one of a document's authors has all the words. @param {Places[]} places @param {number} document */
export function isInOneName(places, document) {
  const slots = places.map(
    (some) => new Set([...(some?.get(document) ?? [])].map((place) => Math.floor(place / SLOT))),
  );
  return intersection(slots).size > 0;
}

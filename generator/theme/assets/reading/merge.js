// Two reading lists as one, and two notes: nothing of either is lost.

/** @typedef {import("./store.js").Entry} Entry */

/**
 * Two notes as one, the first one first; what the other says already is not repeated.
 * @param {string} first
 * @param {string} second
 */
export function joined(first, second) {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

/**
 * Adds the papers of `theirs` to `mine`. Of a paper in both, what was marked last counts, and
 * both notes stay.
 * @param {Map<string, Entry>} mine
 * @param {Map<string, Entry>} theirs
 */
export function merge(mine, theirs) {
  for (const [id, entry] of theirs) {
    const own = mine.get(id);
    const [newer, older] = own && own.changed >= entry.changed ? [own, entry] : [entry, own];
    const byline = newer.byline ?? older?.byline;
    mine.set(id, { ...newer, note: joined(newer.note, older?.note ?? ""), byline });
  }
}

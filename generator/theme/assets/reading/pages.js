// Asks for the pages of many papers, a few at a time.

import { paperAddress } from "../shared/site.js";
import { ID } from "./transfer.js";

const AT_ONCE = 6;

/**
 * Does the work for each, six at a time.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Promise<void>} work
 */
export async function each(items, work) {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Which of the papers the catalogue does not have; those that cannot be asked for now are had.
 * @param {string[]} ids
 * @returns {Promise<Set<string>>}
 */
export async function missing(ids) {
  /** @type {Set<string>} */
  const found = new Set();
  await each(ids, async (id) => {
    try {
      if (!ID.test(id) || (await fetch(paperAddress(id), { method: "HEAD" })).status === 404)
        found.add(id);
    } catch {
      // Offline, say.
    }
  });
  return found;
}

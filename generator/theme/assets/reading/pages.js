// Asks for the pages of many papers, a few at a time.

import { addressOf, paperAddress } from "../shared/site.js";
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

/** More papers are looked up in the list of all pages, which is one request. */
const MOST_ASKED = 50;

/**
 * Which of the papers the catalogue does not have; those that cannot be asked for now are had.
 * @param {string[]} ids
 * @returns {Promise<Set<string>>}
 */
export async function missing(ids) {
  const known = ids.length > MOST_ASKED ? await listed() : undefined;
  /** @type {Set<string>} */
  const found = new Set(ids.filter((id) => !ID.test(id) || known?.has(id) === false));
  if (ids.length > MOST_ASKED) return found;
  await each(
    ids.filter((id) => !found.has(id)),
    async (id) => {
      try {
        if ((await fetch(paperAddress(id), { method: "HEAD" })).status === 404) found.add(id);
      } catch {
        // Offline, say.
      }
    },
  );
  return found;
}

/** The papers of the catalogue, from the site's map; undefined if it cannot be had. */
async function listed() {
  try {
    const answer = await fetch(addressOf("sitemap.xml"));
    const pages = answer.ok ? await answer.text() : "";
    const found = Array.from(pages.matchAll(/\/papers\/([a-z0-9-]+)\/</g), ([, id]) => id);
    return found.length ? new Set(found) : undefined;
  } catch {
    return undefined;
  }
}

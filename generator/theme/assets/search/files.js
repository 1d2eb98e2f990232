// The files of an index, each named by its content, and the strings in them that hold postings,
// numbers of documents and other numbers. Mirrors generator/search/files.py and encoding.py.

/** The files of the index, each fetched once. */
export class Files {
  /**
   * @param {string} base the address of their folder
   * @param {boolean} anew whether what the browser has of them is not to be used
   */
  constructor(base, anew) {
    this.base = base;
    /** @type {RequestCache} */
    this.cache = anew ? "reload" : "force-cache";
    /** @type {Map<string, Promise<any>>} */
    this.pending = new Map();
    /** Whether one was missing or wrong: perhaps the site was built anew, and has others now. */
    this.failed = false;
  }

  /** Return the content of a file, now or later. @param {string} name */
  get(name) {
    const known = this.pending.get(name);
    if (known) return known;
    const found = this.fetch(name, this.cache);
    this.pending.set(name, found);
    // What failed is forgotten, so that a retry fetches it.
    found.catch(() => this.pending.delete(name));
    return found;
  }

  /** @param {string} name @param {RequestCache} cache */
  async fetch(name, cache) {
    try {
      const answer = await fetch(new URL(name, this.base), { cache });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      const bytes = await answer.arrayBuffer();
      if (!(await isNamed(name, bytes))) throw new Error(`${name} holds something else`);
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }
}

/**
 * Whether a file holds what its name says: the name has the beginning of the SHA-256 of the content.
 * Without https a browser cannot tell.
 * @param {string} name
 * @param {ArrayBuffer} bytes
 */
async function isNamed(name, bytes) {
  const digest = /-([0-9a-f]+)\.json$/.exec(name)?.[1];
  if (!digest || !crypto.subtle) return true;
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .startsWith(digest);
}

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

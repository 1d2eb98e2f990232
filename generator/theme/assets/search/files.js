// Fetches the files of the index, each once, and reads what generator/search/encoding.py writes.

/** A file could not be fetched, or was not what it should be. */
export class LoadError extends Error {}

export class Files {
  /** @param {string} base the address of the folder of the index */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.pending = new Map();
    /** Whether a file was missing: perhaps the site was built anew, and has others now. */
    this.failed = false;
  }

  /** Return the content of a file, now or later. */
  get(name) {
    if (!this.pending.has(name)) {
      const found = this.fetch(name, { cache: "force-cache" });
      this.pending.set(name, found);
      // What failed is forgotten, so that a retry fetches it.
      found.catch(() => this.pending.delete(name));
    }
    return this.pending.get(name);
  }

  async fetch(name, options) {
    try {
      const answer = await fetch(new URL(name, this.base), options);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return await answer.json();
    } catch (error) {
      this.failed = true;
      throw new LoadError(`${name}: ${error.message}`);
    }
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUE[ALPHABET.charCodeAt(value)] = value;
const BASE = 32;

/** Call `each(document, impact)` for every posting of an encoded list. */
export function eachPosting(text, each) {
  let document = 0;
  let distance = 0;
  let factor = 1;
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)];
    distance += factor * (value % BASE);
    factor *= BASE;
    if (value < BASE) {
      document += distance;
      each(document, VALUE[text.charCodeAt(++at)]);
      document += 1;
      distance = 0;
      factor = 1;
    }
  }
}

/** The forms of a vocabulary, their classes, and how many documents those have (log2). */
export class Vocabulary {
  constructor(written) {
    const rests = written.p.length ? written.s.split(" ") : [];
    /** @type {string[]} */
    this.forms = new Array(rests.length);
    this.classes = new Int32Array(rests.length);
    this.sizes = new Uint8Array(rests.length);
    /** @type {Map<string, number>} */
    this.place = new Map();
    let before = "";
    let newest = -1;
    for (let at = 0; at < rests.length; at++) {
      const back = written.c[at];
      if (back === 0) newest += 1;
      before = start(before, written.p[at]) + rests[at];
      this.forms[at] = before;
      this.classes[at] = back === 0 ? newest : newest - back + 1;
      this.sizes[at] = written.d.charCodeAt(at) - 48;
      this.place.set(before, at);
    }
  }
}

/** Return the first `count` code points of a text. */
function start(text, count) {
  const short = text.slice(0, count);
  // Outside the first plane a character has two units; such forms are few.
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(0, count).join("") : short;
}

/** Compare two texts by code points, as the index is sorted. */
export function compare(one, other) {
  const a = [...one];
  const b = [...other];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return a[at].codePointAt(0) - b[at].codePointAt(0);
  }
  return a.length - b.length;
}

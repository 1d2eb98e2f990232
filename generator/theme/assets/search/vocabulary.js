// The forms of words in the index: which classes of postings a word of a query means. Most stand in
// the first file, rare ones in files by the alphabet. Mirrors generator/search/reader.py.

import { within } from "./words.js";

const EXACT = 1;
const WITHOUT_PLUS = 0.6;
const JOINED = 0.5;
const PREFIX = 0.8;
const PREFIX_BESIDE_EXACT = 0.4;
const MOST_PREFIXES = 30;
const LEAST_PREFIX = 2;
const EDITS = [
  { edits: 1, weight: 0.7, least: 4 },
  { edits: 2, weight: 0.5, least: 8 },
];
const MOST_EDITS = 6;
/** In place of the number of a file of rare words: the form stands in the first file. */
export const MAIN = -1;

/**
 * @typedef {object} Word of a query
 * @property {string} word
 * @property {string} plus signs behind it
 * @property {string} joined its whole compound as one word, or ""
 * @property {string[]} pairs it and each neighbour as one word
 * @property {boolean} unfinished whether it may go on
 *
 * @typedef {{file: number, number: number, weight: number}} Class the file (or MAIN), the class's
 *   number there, and how much a posting counts
 * @typedef {{form: string, size: number, file: number, number: number}} Near a form that is like a
 *   word; `size` says how many documents it has (log2)
 * @typedef {{s: string, p: number[], c: number[], d: string, postings?: string[]}} Written the
 *   forms of one file, as generator/search/encoding.py writes them
 */

/** The forms of one file, their classes, and how many documents those have (log2). */
class Vocabulary {
  /** @param {Written} written */
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

/** All forms of the index, as far as they are loaded. */
export class Lexicon {
  /**
   * @param {{documents: number, forms: Written, rare: [string, string][]}} start
   * @param {(file: string) => Promise<Written>} get fetches a file
   */
  constructor({ documents, forms, rare }, get) {
    this.documents = documents;
    this.main = new Vocabulary(forms);
    this.rare = rare;
    this.get = get;
    /** @type {Map<number, Vocabulary>} */
    this.loaded = new Map();
  }

  /** Load the files of rare words that the forms of the words would be in. @param {Word[]} words */
  async load(words) {
    /** @type {Set<number>} */
    const wanted = new Set();
    for (const { word, plus, joined } of words) {
      for (const form of [word, plus && word + plus, joined]) {
        if (form && !this.main.place.has(form)) wanted.add(this.rareFile(form));
      }
    }
    await Promise.all(
      [...wanted]
        .filter((at) => at >= 0 && !this.loaded.has(at))
        .map(async (at) => {
          this.loaded.set(at, new Vocabulary(await this.get(this.rare[at][1])));
        }),
    );
  }

  /** Return the number of the file that a rare form would be in, -1 for none. @param {string} form */
  rareFile(form) {
    let at = this.rare.length - 1;
    while (at >= 0 && compare(this.rare[at][0], form) > 0) at -= 1;
    return at;
  }

  /** Return where the class of a form is, if there is one. @param {string} form */
  classOf(form) {
    const place = this.main.place.get(form);
    if (place !== undefined) return { file: MAIN, number: this.main.classes[place] };
    const file = this.rareFile(form);
    const rare = this.loaded.get(file);
    const there = rare?.place.get(form);
    return rare && there !== undefined ? { file, number: rare.classes[there] } : undefined;
  }

  /**
   * Return the classes of a word with their weights, and what it was corrected to.
   * @param {Word} word
   * @param {boolean} literal without corrections
   * @returns {{classes: Class[], corrected: string}}
   */
  classes({ word, plus, joined, pairs, unfinished }, literal) {
    /** @type {Map<string, Class>} */
    const classes = new Map();
    /** @param {{file: number, number: number} | undefined} found @param {number} weight */
    const add = (found, weight) => {
      if (!found) return false;
      const { file, number } = found;
      const key = `${file} ${number}`;
      if (weight > (classes.get(key)?.weight ?? 0)) classes.set(key, { file, number, weight });
      return true;
    };
    const withPlus = plus !== "" && add(this.classOf(word + plus), EXACT);
    const exact = add(this.classOf(word), withPlus ? WITHOUT_PLUS : EXACT);
    if (joined) add(this.classOf(joined), JOINED);
    // Rare files are fetched for words, not for guesses.
    for (const pair of pairs) if (this.main.place.has(pair)) add(this.classOf(pair), JOINED);
    const letters = [...word];
    if (unfinished && letters.length >= LEAST_PREFIX) {
      const starting = this.near(word, (form) => form.startsWith(word));
      starting.sort((a, b) => b.size - a.size || compare(a.form, b.form));
      const weight = exact ? PREFIX_BESIDE_EXACT : PREFIX;
      const taken = starting.slice(0, MOST_PREFIXES);
      for (const found of taken) add(found, weight * this.share(found, taken));
    }
    let corrected = "";
    if (!classes.size && !literal) {
      const { close, weight } = this.misspelt(word, letters);
      const taken = close.slice(0, MOST_EDITS);
      for (const found of taken) add(found, weight * this.share(found, taken));
      corrected = close[0]?.form ?? "";
    }
    return { classes: [...classes.values()], corrected };
  }

  /**
   * Return the forms that a word may be a misspelling of, the likeliest first.
   * @param {string} word
   * @param {string[]} letters
   */
  misspelt(word, letters) {
    /** @param {Near} near */
    const other = ({ form }) => ([...form][0] === letters[0] ? 0 : 1);
    /** @param {Near} near */
    const length = ({ form }) => [...form].length;
    for (const { edits, weight, least } of EDITS) {
      if (letters.length < least) break;
      const close = this.near(word, (form) => within(letters, form, edits));
      close.sort(
        (a, b) =>
          other(a) - other(b) ||
          b.size - a.size ||
          length(b) - length(a) ||
          compare(a.form, b.form),
      );
      if (close.length) return { close, weight };
    }
    return { close: [], weight: 0 };
  }

  /**
   * Return what is left to a rare form of what it has before the most frequent one of a guess.
   * @param {Near} form
   * @param {Near[]} among
   */
  share({ size }, among) {
    const scale = Math.floor(Math.log2(Math.max(this.documents, 1))) + 2;
    const most = Math.max(...among.map((other) => other.size));
    return (scale - most) / (scale - size);
  }

  /**
   * Return the forms that pass a test: of all main ones, and of the rare ones beside a word.
   * @param {string} word
   * @param {(form: string) => boolean} test
   */
  near(word, test) {
    /** @type {Near[]} */
    const found = [];
    /** @param {Vocabulary} vocabulary @param {number} file */
    const collect = ({ forms, classes, sizes }, file) => {
      forms.forEach((form, at) => {
        if (test(form)) found.push({ form, file, number: classes[at], size: sizes[at] });
      });
    };
    collect(this.main, MAIN);
    const at = this.main.place.has(word) ? MAIN : this.rareFile(word);
    const rare = this.loaded.get(at);
    if (rare) collect(rare, at);
    return found;
  }

  /** Return every form of some classes, to mark in what is shown. @param {Class[]} classes */
  formsOf(classes) {
    /** @type {Set<string>} */
    const found = new Set();
    for (const file of new Set(classes.map((item) => item.file))) {
      const vocabulary = file === MAIN ? this.main : this.loaded.get(file);
      const numbers = new Set(
        classes.filter((item) => item.file === file).map((item) => item.number),
      );
      vocabulary?.forms.forEach((form, at) => {
        if (numbers.has(vocabulary.classes[at])) found.add(form);
      });
    }
    return found;
  }
}

/** Return the first `count` code points of a text. @param {string} text @param {number} count */
function start(text, count) {
  const short = text.slice(0, count);
  // Outside the first plane a character has two units; such forms are few.
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(0, count).join("") : short;
}

/** Compare two texts by code points, as the index is sorted. @param {string} one @param {string} other */
function compare(one, other) {
  const a = [...one];
  const b = [...other];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return (a[at].codePointAt(0) ?? 0) - (b[at].codePointAt(0) ?? 0);
  }
  return a.length - b.length;
}

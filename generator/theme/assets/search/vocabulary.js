// The forms of words in the index: which classes of postings a word of a query means. Most stand in
// the first file, rare ones in files by the alphabet. Mirrors generator/search/lexicon.py.

import { digitOf } from "./files.js";
import { compounds, formsOf } from "./words.js";

const EXACT = 1;
const OTHER = 0.9;
const WITHOUT_SIGN = 0.6;
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
/** Among the names of a field, a shorter word may be a misspelling. */
const LEAST_IN_FIELD = 3;
/** Files of rare words that a misspelt word is looked for in. */
const MOST_FILES = 6;
/** In place of the number of a file of rare words: the form stands in the first file. */
export const MAIN = -1;

/**
 * @typedef {object} Asked
 * @property {string} exact the name that its compound is with its signs, or ""
 * @property {string[]} joined its whole compound as one word
 * @property {string[]} pairs it and each neighbour as one word
 * @property {boolean} unfinished whether it may go on
 * @property {boolean} [quoted] whether it stands in quotes
 *
 * @typedef {import("./words.js").Part & Asked} Word of a query
 *
 * @typedef {{file: number, number: number, weight: number}} Class the file (or MAIN), the class's
 *   number there, and how much a posting counts
 * @typedef {{form: string, size: number, file: number, number: number}} Near a form that is like a
 *   word; `size` says how many documents it has (log2)
 * @typedef {{s: string, p: number[], c: number[], d: string, f: string, postings?: string[]}} Written
 *   the forms of one file, as generator/search/encoding.py writes them
 */

/** Return the words of a text, as they are. @param {string} text @returns {Word[]} */
export const wordsIn = (text) =>
  compounds(text).flatMap(({ parts, exact, joined }) =>
    parts.map((part) => ({ ...part, exact, joined, pairs: [], unfinished: false })),
  );

/** Return a word and each neighbour as one word. @param {Word[]} words @param {number} at */
export const pairsAt = (words, at) =>
  [at - 1, at]
    .filter((from) => words[from] && words[from + 1])
    .map((from) => words[from].word + words[from + 1].word);

/** The forms of one file, their classes, and how many documents those have (log2). */
class Vocabulary {
  /** @param {Written} written */
  constructor(written) {
    const rests = written.p.length ? written.s.split(" ") : [];
    /** @type {string[]} */
    this.forms = new Array(rests.length);
    this.classes = new Int32Array(rests.length);
    this.sizes = new Uint8Array(rests.length);
    /** For each class the bits of the lists behind its postings. */
    this.bits = Uint8Array.from(written.f, digitOf);
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
    for (const word of words) {
      for (const form of [...formsOf(word), word.run, word.exact, ...word.joined]) {
        if (form && !this.main.place.has(form)) wanted.add(this.rareFile(form));
      }
    }
    await this.loadFiles([...wanted]);
  }

  /** @param {number[]} wanted */
  async loadFiles(wanted) {
    await Promise.all(
      wanted
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
   * @param {Word} asked
   * @param {boolean} literal without corrections
   * @param {number} [field] bits: only forms that some paper has there
   * @returns {Promise<{classes: Class[], corrected: string}>}
   */
  async classes(asked, literal, field = 0) {
    const { word, signed, other, run, exact, joined, pairs, unfinished, quoted } = asked;
    /** @type {Map<string, Class>} */
    const classes = new Map();
    /** @param {{file: number, number: number} | undefined} found @param {number} weight */
    const put = (found, weight) => {
      if (!found || (field && !(this.bits(found) & field))) return false;
      const { file, number } = found;
      const key = `${file} ${number}`;
      if (weight > (classes.get(key)?.weight ?? 0)) classes.set(key, { file, number, weight });
      return true;
    };
    /** @param {string} form @param {number} weight */
    const add = (form, weight) => form !== "" && put(this.classOf(form), weight);
    const named = [add(signed, EXACT), add(exact, EXACT)].some(Boolean);
    const whole = add(word, named ? WITHOUT_SIGN : EXACT);
    add(other, OTHER);
    for (const form of [...joined, run]) add(form, JOINED);
    // Rare files are fetched for words, not for guesses.
    for (const pair of pairs) if (this.main.place.has(pair)) add(pair, JOINED);
    const letters = [...word];
    // A filter is exact where it can be.
    if (unfinished && letters.length >= LEAST_PREFIX && !(field && classes.size)) {
      const starting = this.near(word, field, (form) => form.startsWith(word));
      starting.sort((a, b) => b.size - a.size || compare(a.form, b.form));
      const weight = whole ? PREFIX_BESIDE_EXACT : PREFIX;
      const taken = starting.slice(0, MOST_PREFIXES);
      for (const found of taken) put(found, weight * this.share(found, taken));
    }
    let corrected = "";
    if (!classes.size && !literal && !quoted && !run) {
      const { close, weight } = await this.misspelt(word, letters, field);
      // What is not said to be searched for is not let through.
      const taken = close.slice(0, field ? 1 : MOST_EDITS);
      for (const found of taken) put(found, weight * this.share(found, taken));
      corrected = close[0]?.form ?? "";
    }
    return { classes: [...classes.values()], corrected };
  }

  /**
   * Return the forms that a word may be a misspelling of, the likeliest first.
   * @param {string} word
   * @param {string[]} letters
   * @param {number} field
   */
  async misspelt(word, letters, field) {
    /** @param {Near} near */
    const other = ({ form }) => ([...form][0] === letters[0] ? 0 : 1);
    /** @param {Near} near */
    const length = ({ form }) => [...form].length;
    for (const { edits, weight, least } of EDITS) {
      if (letters.length < (field && edits === 1 ? LEAST_IN_FIELD : least)) break;
      const files = this.main.place.has(word) ? [] : this.beside(word, letters);
      await this.loadFiles(files.slice(0, MOST_FILES));
      const first = letters.length < EDITS[0].least ? letters[0] : "";
      const close = this.near(
        word,
        field,
        (form) => form.startsWith(first) && within(letters, form, edits),
        files.slice(0, MOST_FILES),
      );
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
   * Return the files of rare words that a word may be in: first where it would be, then where it is
   * if its beginning is misspelt, then those of the same first letter, the nearest first.
   * @param {string} word
   * @param {string[]} letters
   */
  beside(word, [first, second = "", ...rest]) {
    const here = this.rareFile(word);
    const swapped = this.rareFile([second, first, ...rest].join(""));
    const without = second ? this.rareFile([second, ...rest].join("")) : -1;
    const ofLetter = this.rare.flatMap(([form], at) => (form.startsWith(first) ? [at] : []));
    if (ofLetter[0]) ofLetter.push(ofLetter[0] - 1);
    const from = Math.max(here, 0);
    ofLetter.sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
    return [...new Set([here, swapped, without, ...ofLetter])].filter((at) => at >= 0);
  }

  /**
   * Return the forms that pass a test: of all main ones, and of the rare ones in some files.
   * @param {string} word
   * @param {number} field bits, 0 for any
   * @param {(form: string) => boolean} test
   * @param {number[]} [files] where the word would be, unless it is a main one
   */
  near(word, field, test, files = this.main.place.has(word) ? [] : [this.rareFile(word)]) {
    /** @type {Near[]} */
    const found = [];
    /** @param {Vocabulary} vocabulary @param {number} file */
    const collect = ({ forms, classes, sizes, bits }, file) => {
      forms.forEach((form, at) => {
        if ((!field || bits[classes[at]] & field) && test(form))
          found.push({ form, file, number: classes[at], size: sizes[at] });
      });
    };
    collect(this.main, MAIN);
    for (const at of files) {
      const rare = this.loaded.get(at);
      if (rare) collect(rare, at);
    }
    return found;
  }

  /** Return the bits of a class that is loaded. @param {{file: number, number: number}} of */
  bits({ file, number }) {
    return (file === MAIN ? this.main : this.loaded.get(file))?.bits[number] ?? 0;
  }

  /** Whether two words are forms of one class of the first file. @param {string} one @param {string} other */
  same(one, other) {
    const [a, b] = [one, other].map((form) => this.main.place.get(form));
    return a !== undefined && b !== undefined && this.main.classes[a] === this.main.classes[b];
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
export function compare(one, other) {
  const a = [...one];
  const b = [...other];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return (a[at].codePointAt(0) ?? 0) - (b[at].codePointAt(0) ?? 0);
  }
  return a.length - b.length;
}

// The rows of the table that `within` fills, used again and again.
let earlier = new Uint8Array(64);
let before = new Uint8Array(64);
let row = new Uint8Array(64);

/**
 * Whether two words are at most `edits` apart (optimal string alignment). Given up as soon as
 * no value of two rows is that small.
 * @param {string[]} one code points
 * @param {string} other
 * @param {number} edits
 */
export function within(one, other, edits) {
  const letters = /[\ud800-\udfff]/.test(other) ? [...other] : other;
  const width = letters.length;
  if (Math.abs(one.length - width) > edits || width > 62) return false;
  for (let j = 0; j <= width; j++) row[j] = j;
  let least = 0;
  for (let i = 1; i <= one.length; i++) {
    [earlier, before, row] = [before, row, earlier];
    row[0] = i;
    let smallest = i;
    for (let j = 1; j <= width; j++) {
      const same = one[i - 1] === letters[j - 1];
      let value = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === letters[j - 2] && one[i - 2] === letters[j - 1]) {
        value = Math.min(value, earlier[j - 2] + 1);
      }
      row[j] = value;
      if (value < smallest) smallest = value;
    }
    if (smallest > edits && least > edits) return false;
    least = smallest;
  }
  return row[width] <= edits;
}

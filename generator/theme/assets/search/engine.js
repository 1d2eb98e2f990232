// Searches the index. What a query means is described in docs/maintainers/search-format.md, and
// generator/search/reader.py does the same: a test compares the two.

import { compare, eachPosting, Files, LoadError, Vocabulary } from "./files.js";
import { compounds, folded, joined, within } from "./words.js";

export { LoadError };

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
const MAIN = -1;

/**
 * @typedef {{word: string, plus: string, joined: string, unfinished: boolean}} Word
 * @typedef {{file: number, number: number, weight: number}} Class the file of rare words (MAIN:
 *   none), and the class's number there
 * @typedef {{documents: number[], corrections: [string, string][], forms: Set<string>}} Result
 */

/** Open the index in the folder `base`. Rejects with LoadError. */
export async function open(base) {
  const files = new Files(base);
  return new Engine(files, await files.fetch("start.json", { cache: "no-cache" }));
}

class Engine {
  constructor(files, start) {
    this.files = files;
    this.start = start;
    this.main = new Vocabulary(start.forms);
    this.stop = new Set(start.stop);
    /** @type {Map<number, Vocabulary>} */
    this.rareWords = new Map();
    /** @type {[string, string, number][]} slug, name, place of the area */
    this.topics = start.topics;
  }

  /** Whether it should be opened again, as a file that it names could not be had. */
  get stale() {
    return this.files.failed;
  }

  /** @returns {Promise<Result>} every document that has a word of the query, best first */
  async search(query, { literal = false } = {}) {
    const words = this.words(query);
    await this.loadRare(words);
    const found = words.map((word) => this.classes(word, literal));
    const lists = await Promise.all(
      found.map(({ classes }) => Promise.all(classes.map((item) => this.postings(item)))),
    );
    const count = this.start.documents;
    const scores = new Float64Array(count);
    const counts = new Uint8Array(count);
    const best = new Float64Array(count);
    found.forEach(({ classes }, at) => {
      const touched = [];
      classes.forEach(({ weight }, n) => {
        eachPosting(lists[at][n], (document, impact) => {
          const value = weight * (impact + 1) ** 2;
          if (best[document] === 0) touched.push(document);
          if (value > best[document]) best[document] = value;
        });
      });
      for (const document of touched) {
        scores[document] += best[document];
        counts[document] += 1;
        best[document] = 0;
      }
    });
    const documents = [];
    for (let document = 0; document < count; document++) {
      if (!counts[document]) continue;
      const share = counts[document] / words.length;
      scores[document] *= (share * share + 1) / 2;
      documents.push(document);
    }
    documents.sort((a, b) => scores[b] - scores[a] || a - b);
    const corrections = found.flatMap(({ corrected }, at) =>
      corrected ? [[words[at].word + words[at].plus, corrected]] : [],
    );
    return { documents, corrections, forms: this.formsOf(found.flatMap(({ classes }) => classes)) };
  }

  /** Return what is shown of documents: {id, title, year, topic, text, authors, venue, badges}, in the order given. */
  async load(numbers) {
    const { chunk, chunks } = this.start;
    const files = await Promise.all(
      numbers.map((number) => this.files.get(chunks[Math.floor(number / chunk)])),
    );
    return numbers.map((number, at) => {
      const [id, title, year, topic, text, authors, venue, ...badges] = files[at][number % chunk];
      return { id, title, year, topic, text, authors, venue, badges };
    });
  }

  /** Return the topics, year and code of every document. */
  async facets() {
    const { t, y, k } = await this.files.get(this.start.facets);
    return { topics: t, years: y, code: [...k].map((sign) => sign === "1") };
  }

  /** Cut a text into pieces, those that the query found marked. */
  pieces(text, { forms }) {
    const pieces = [];
    let done = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+\+*/gu)) {
      const word = folded(match[0]);
      if (!forms.has(word) && !forms.has(word.replace(/\++$/, ""))) continue;
      if (match.index > done) pieces.push({ text: text.slice(done, match.index), marked: false });
      pieces.push({ text: match[0], marked: true });
      done = match.index + match[0].length;
    }
    if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
    return pieces;
  }

  /** @returns {Word[]} */
  words(query) {
    const words = compounds(query).flatMap((parts) =>
      parts.map(({ word, plus }) => ({ word, plus, joined: joined(parts), unfinished: false })),
    );
    words.forEach((word, at) => {
      const pairs = [at - 1, at].filter((from) => from >= 0 && from + 1 < words.length);
      word.pairs = pairs.map((from) => words[from].word + words[from + 1].word);
    });
    const last = words[words.length - 1];
    // Only what the text ends with may go on: not "darts+", nor a word with a space behind.
    if (last && !last.plus && [...folded(query)].pop() === [...last.word].pop()) {
      last.unfinished = true;
    }
    const telling = words.filter(({ word, plus }) => plus || !this.stop.has(word));
    return telling.length ? telling : words;
  }

  /** Load the files of rare words that the forms of the words would be in. */
  async loadRare(words) {
    const wanted = new Set();
    for (const { word, plus, joined: whole } of words) {
      for (const form of [word, plus && word + plus, whole]) {
        if (form && !this.main.place.has(form)) wanted.add(this.rareFile(form));
      }
    }
    await Promise.all(
      [...wanted].filter((at) => at >= 0 && !this.rareWords.has(at)).map(async (at) => {
        const content = await this.files.get(this.start.rare[at][1]);
        this.rareWords.set(at, new Vocabulary(content));
      }),
    );
  }

  /** Return the number of the file that a rare form would be in, -1 for none. */
  rareFile(form) {
    const { rare } = this.start;
    let at = rare.length - 1;
    while (at >= 0 && compare(rare[at][0], form) > 0) at -= 1;
    return at;
  }

  /** Return the class of a form, or null. */
  classOf(form) {
    const place = this.main.place.get(form);
    if (place !== undefined) return { file: MAIN, number: this.main.classes[place] };
    const at = this.rareFile(form);
    const rare = this.rareWords.get(at);
    const there = rare?.place.get(form);
    return there === undefined ? null : { file: at, number: rare.classes[there] };
  }

  /**
   * Return the classes of a word with their weights, and what it was corrected to.
   * @param {Word} word
   * @returns {{classes: Class[], corrected: string}}
   */
  classes({ word, plus, joined: whole, pairs, unfinished }, literal) {
    /** @type {Map<string, Class>} */
    const classes = new Map();
    const add = (found, weight) => {
      if (!found) return false;
      const key = `${found.file} ${found.number}`;
      if (weight > (classes.get(key)?.weight ?? 0)) classes.set(key, { ...found, weight });
      return true;
    };
    const withPlus = plus !== "" && add(this.classOf(word + plus), EXACT);
    const exact = add(this.classOf(word), withPlus ? WITHOUT_PLUS : EXACT);
    if (whole) add(this.classOf(whole), JOINED);
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
    if (!classes.size && !literal) {
      for (const { edits, weight, least } of EDITS) {
        if (letters.length < least) break;
        const close = this.near(word, (form) => within(letters, form, edits));
        const other = ({ form }) => ([...form][0] === letters[0] ? 0 : 1);
        const size = ({ form }) => [...form].length;
        close.sort(
          (a, b) =>
            other(a) - other(b) ||
            b.size - a.size ||
            size(b) - size(a) ||
            compare(a.form, b.form),
        );
        const taken = close.slice(0, MOST_EDITS);
        for (const found of taken) add(found, weight * this.share(found, taken));
        if (close.length) return { classes: [...classes.values()], corrected: close[0].form };
      }
    }
    return { classes: [...classes.values()], corrected: "" };
  }

  /** Return what is left to a rare form of what it has before the most frequent one of a guess. */
  share({ size }, among) {
    const scale = Math.floor(Math.log2(Math.max(this.start.documents, 1))) + 2;
    const most = Math.max(...among.map((other) => other.size));
    return (scale - most) / (scale - size);
  }

  /** Return the forms that pass a test: of all main ones, and of the rare ones beside a word. */
  near(word, test) {
    const found = [];
    const collect = (vocabulary, file) => {
      vocabulary.forms.forEach((form, at) => {
        if (test(form)) {
          found.push({ form, file, number: vocabulary.classes[at], size: vocabulary.sizes[at] });
        }
      });
    };
    collect(this.main, MAIN);
    const at = this.main.place.has(word) ? -1 : this.rareFile(word);
    const rare = this.rareWords.get(at);
    if (rare) collect(rare, at);
    return found;
  }

  /** Return the encoded postings of a class. */
  async postings({ file, number }) {
    if (file !== MAIN) return (await this.files.get(this.start.rare[file][1])).postings[number];
    const { shards } = this.start;
    let at = shards.length - 1;
    while (shards[at][0] > number) at -= 1;
    return (await this.files.get(shards[at][1]))[number - shards[at][0]];
  }

  /** Return every form of some classes, to mark in what is shown. */
  formsOf(classes) {
    const forms = new Set();
    const of = new Map();
    for (const { file, number } of classes) {
      if (!of.has(file)) of.set(file, new Set());
      of.get(file).add(number);
    }
    for (const [file, numbers] of of) {
      const vocabulary = file === MAIN ? this.main : this.rareWords.get(file);
      vocabulary.forms.forEach((form, at) => {
        if (numbers.has(vocabulary.classes[at])) forms.add(form);
      });
    }
    return forms;
  }
}

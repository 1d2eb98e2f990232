// Finds people by their names. What a query means is described in
// docs/maintainers/authors-format.md, and generator/search/authors_reader.py does the same: a test
// compares the two. It knows no page: whoever opens it says where its files are.

import { Files } from "../search/files.js";
import { within } from "../search/vocabulary.js";
import { compounds, forms, isSign, usualSlug } from "../search/words.js";

/** The form of the files that this reads. */
const FORMAT = 1;
/** So many characters of a word tell in which file of words it stands. */
const TOLD_BY = 2;
const MOST_WORDS = 8;
const MOST_TRIED = 2;
const MOST_FILES = 4;
const MOST_EDITS = 6;
const LEAST_FOR_EDIT = 4;
const WHOLE = 0;
const BEGUN = 1;
const EDITED = 2;
const LACKING = 3;

/**
 * @typedef {{name: string, papers: number, slug: string, variants: string, says: string}} Person
 * @typedef {[string, number, string?, string?, string?]} Written a person in a file
 * @typedef {[key: string, divided: number, people: Written[]]} Key
 * @typedef {[first: string, file: string][]} Rows
 * @typedef {{format: number, people: Rows, beginnings: Rows, ends: Rows}} Start
 * @typedef {{text: string, letters: string[], spellings: string[]}} Word of a query
 */

/**
 * Opens the list in a folder. Rejects when it cannot be had, or is of another form.
 * @param {string} base its address
 * @param {boolean} [anew] whether a file of it was missing or wrong before
 */
export async function open(base, anew = false) {
  const files = new Files(base, anew);
  /** @type {Start} */
  const start = await files.fetch("start.json", anew ? "reload" : "no-cache");
  if (start.format === FORMAT) return new People(files, start);
  const error = new Error(`the list is of format ${start.format}, not ${FORMAT}`);
  throw Object.assign(error, { stuck: true, outdated: start.format > FORMAT });
}

export class People {
  /** @param {Files} files @param {Start} start */
  constructor(files, start) {
    this.files = files;
    this.start = start;
  }

  /** Whether it should be opened again, as a file that it names could not be had. */
  get stale() {
    return this.files.failed;
  }

  /**
   * Returns the people whose names have every word of a query, or begin one, best first.
   * @param {string} query
   * @param {number} most
   */
  async find(query, most) {
    const words = wordsOf(query);
    const files = new Set();
    const longest = [...words].sort((a, b) => b.letters.length - a.letters.length);
    for (const word of longest.slice(0, MOST_TRIED)) {
      for await (const text of this.meant(word)) {
        for (const key of keys(text, longest, word)) {
          files.add(place(this.start.people, key));
          if (files.size > MOST_FILES) return [];
          const found = await this.under(key, words);
          if (found.length) return found.slice(0, most);
        }
      }
    }
    return [];
  }

  /**
   * Yields what a word may mean: itself if any word begins so, then what it may misspell.
   * @param {Word} word
   */
  async *meant({ text, letters, spellings }) {
    for (const spelling of spellings) {
      const beside = await this.beside(spelling, "beginnings");
      if (beside.some(({ word }) => word.startsWith(spelling))) yield spelling;
    }
    if (letters.length < LEAST_FOR_EDIT) return;
    for (const [where, turned] of /** @type {["beginnings" | "ends", string][]} */ ([
      ["beginnings", text],
      ["ends", [...letters].reverse().join("")],
    ])) {
      const beside = await this.beside(turned, where);
      const close = beside.filter(({ word }) => word !== text && within(letters, word, 1));
      close.sort(
        (a, b) =>
          b.size - a.size || [...b.word].length - [...a.word].length || compare(a.word, b.word),
      );
      for (const { word } of close.slice(0, MOST_EDITS)) yield word;
    }
  }

  /**
   * Returns the words of the file that a word is in by its beginning or its end.
   * @param {string} turned
   * @param {"beginnings" | "ends"} where
   */
  async beside(turned, where) {
    const at = place(this.start[where], [...turned].slice(0, TOLD_BY).join(""));
    if (at < 0) return [];
    /** @type {[string, string]} */
    const [words, sizes] = await this.files.get(this.start[where][at][1]);
    return words.split(" ").map((word, number) => ({ word, size: Number(sizes[number]) }));
  }

  /**
   * Returns the people that stand under a key, of those that have all words.
   * @param {string} key
   * @param {Word[]} words
   * @returns {Promise<Person[]>}
   */
  async under(key, words) {
    const at = place(this.start.people, key);
    if (at < 0) return [];
    /** @type {Key[]} */
    const held = await this.files.get(this.start.people[at][1]);
    const inside = place(held, key);
    if (inside < 0) return [];
    const [known, divided, people] = held[inside];
    if (known !== key && (divided || !key.startsWith(known))) return [];
    const asked = allOf(words);
    const found = people.flatMap(([name, papers, slug = "", variants = "", says = ""]) => {
      const how = fit(forms(`${name} , ${variants}`), words);
      const person = { name, papers, slug: slug || usualSlug(name), variants, says };
      return how ? [{ how, other: allOf(wordsOf(name)) === asked ? 0 : 1, person }] : [];
    });
    found.sort(
      (a, b) =>
        a.how.edited - b.how.edited ||
        a.how.begun - b.how.begun ||
        a.other - b.other ||
        b.person.papers - a.person.papers ||
        compare(a.person.slug, b.person.slug),
    );
    // Where a name has the words as they are typed, no other is meant.
    const least = found[0]?.how.edited;
    return found.filter(({ how }) => how.edited === least).map(({ person }) => person);
  }
}

/** @param {string} query @returns {Word[]} */
function wordsOf(query) {
  const parts = compounds(query).flatMap((compound) => compound.parts);
  return parts
    .filter(({ word }) => !isSign(word))
    .map(({ word, other }) => ({
      text: word,
      letters: [...word],
      spellings: other ? [word, other] : [word],
    }))
    .slice(0, MOST_WORDS);
}

/** The words in the order of the alphabet. @param {Word[]} words */
const allOf = (words) =>
  words
    .map(({ text }) => text)
    .sort()
    .join(" ");

/**
 * Under which keys the people of a word may be: with another word of the query, and alone.
 * @param {string} text
 * @param {Word[]} longest the words, the longest first
 * @param {Word} driver
 */
function keys(text, longest, driver) {
  const other = longest.find((word) => word !== driver);
  return other ? [`${text} ${other.text}`, text] : [text];
}

/**
 * The place of the last row whose first part is not behind a key, -1 for none.
 * @param {[string, ...unknown[]][]} rows
 * @param {string} key
 */
function place(rows, key) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(rows[middle][0], key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * How well a name has the words: how many are misspelt, how many only begun; undefined if it lacks
 * one.
 * @param {string[]} known
 * @param {Word[]} words
 */
function fit(known, words) {
  const own = new Set(known);
  const how = words.map(({ spellings }) =>
    Math.min(...spellings.map((spelling) => best(own, spelling))),
  );
  if (how.includes(LACKING)) return undefined;
  /** @param {number} way */
  const count = (way) => how.filter((one) => one === way).length;
  return { edited: count(EDITED), begun: count(BEGUN) };
}

/** @param {Set<string>} known @param {string} text */
function best(known, text) {
  if (known.has(text)) return WHOLE;
  const all = [...known];
  if (all.some((form) => form.startsWith(text))) return BEGUN;
  const letters = [...text];
  if (letters.length >= LEAST_FOR_EDIT && all.some((form) => within(letters, form, 1)))
    return EDITED;
  return LACKING;
}

/** Compares two texts by code points, as the files are sorted. @param {string} one @param {string} other */
function compare(one, other) {
  if (one === other) return 0;
  const a = [...one];
  const b = [...other];
  const at = a.findIndex((letter, number) => letter !== b[number]);
  if (at < 0) return -1;
  if (at >= b.length) return 1;
  return (a[at].codePointAt(0) ?? 0) - (b[at].codePointAt(0) ?? 0);
}

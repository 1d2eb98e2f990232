// Finds the documents that satisfy the clauses of a query: phrases, and values of fields. Fetched when
// a query has some. Mirrors generator/search/clauses.py.

import { documentsIn, numbersIn } from "./files.js";
import {
  ANYWHERE,
  AUTHORS,
  eachList,
  intersection,
  isInOneName,
  isInOrder,
  rising,
  TITLES,
  union,
} from "./places.js";
import { code, years } from "./query.js";
import { compare, pairsAt, within, wordsIn } from "./vocabulary.js";
import { compounds, forms, goesOn, MOST_WORDS } from "./words.js";

/** Bits of a class, as in generator/search/files.py: a list behind its postings for each. */
const TITLE = 1;
const AUTHOR = 2;
const VENUE = 4;
const YEAR = 8;
const PREPRINT = 16;
const ASIDE = 32;
const BITS = [TITLE, AUTHOR, VENUE, YEAR, PREPRINT, ASIDE];
/** A venue may be named with its year: "ICLR 2023". @type {Record<string, number>} */
const FIELDS = { author: AUTHOR, title: TITLE, venue: VENUE | YEAR };
const LEAST_IN_NAMES = [3, 8];
const LEAST_PREFIX = 2;

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./query.js").Clause} Clause
 * @typedef {import("./vocabulary.js").Class} Class
 * @typedef {{file: number, number: number}} Found a class
 * @typedef {import("./places.js").Area} Area
 * @typedef {import("./places.js").Places} Places
 */

export class Clauses {
  /** @param {Engine} engine @param {boolean} literal without corrections */
  constructor(engine, literal) {
    this.engine = engine;
    this.lexicon = engine.lexicon;
    this.literal = literal;
    /** @type {[string, string][]} */
    this.corrections = [];
    /** What was found, to be marked. @type {Class[]} */
    this.classes = [];
    /** @type {WeakMap<Set<number>, Map<string, Promise<Places>>>} */
    this.placed = new WeakMap();
  }

  /**
   * Return those of some documents that satisfy every clause, in their order. Where none has a year
   * that is asked for, years of preprints count as well.
   * @param {Clause[]} asked
   * @param {number[]} documents
   */
  async passing(asked, documents) {
    /** @type {Map<Clause, Set<number>>} */
    const found = new Map();
    for (const clause of asked) found.set(clause, await this.documents(clause, false));
    const passing = () =>
      documents.filter((at) => asked.every((of) => found.get(of)?.has(at) !== of.excluded));
    const first = passing();
    const ofYear = asked.filter(({ field, excluded }) => field === "year" && !excluded);
    if (first.length || !ofYear.length) return first;
    for (const clause of ofYear) found.set(clause, await this.documents(clause, true));
    return passing();
  }

  /**
   * Return the documents that have what a clause names, excluded or not.
   * @param {Clause} clause
   * @param {boolean} preprints whether the year of a preprint is as good as that of the publication
   * @returns {Promise<Set<number>>}
   */
  async documents(clause, preprints) {
    const { field, text, quoted } = clause;
    if (field === "year") return this.ofYears(years(text) ?? [0, 0], preprints);
    if (field === "code" || field === "kind" || field === "topic") {
      const { t, k, c, kinds } = await this.engine.facetFile();
      if (field === "code")
        return indexes([...k], (sign) => (sign === "1") === (code(text) === "yes"));
      if (field === "kind") {
        const chosen = this.chosen(
          clause,
          kinds.map((kind) => [kind]),
        );
        return indexes([...c], (number) => chosen.has(Number(number) - 1));
      }
      const topics = this.engine.topics.map(({ slug, name }) => [name, slug]);
      const chosen = this.chosen(clause, topics);
      return indexes(t, (given) => given.some((topic) => chosen.has(topic)));
    }
    if (field === "title" && quoted) return this.ofPhrase(clause, TITLES, TITLE);
    return field ? this.ofField(clause, FIELDS[field]) : this.ofPhrase(clause, ANYWHERE, 0);
  }

  /** @param {[number, number]} range @param {boolean} preprints */
  async ofYears([first, last], preprints) {
    const { forms: written, classes } = this.lexicon.main;
    const field = preprints ? YEAR | PREPRINT : YEAR;
    const known = written.flatMap((form, at) => (/^[0-9]{4}$/.test(form) ? [at] : []));
    const wanted = known.filter((at) => {
      const year = Number(written[at]);
      return last === 0 || (first <= year && year <= last);
    });
    const found = union(
      await Promise.all(wanted.map((at) => this.inField({ file: -1, number: classes[at] }, field))),
    );
    if (last) return found;
    return new Set(
      Array.from({ length: this.engine.count }, (_, at) => at).filter((at) => !found.has(at)),
    );
  }

  /**
   * Return the documents that have every word in a field, in quotes in one name.
   * @param {Clause} clause
   * @param {number} field
   */
  async ofField({ text, quoted, excluded, unfinished }, field) {
    const asked = wordsIn(text).slice(0, MOST_WORDS);
    await this.lexicon.load(asked);
    const found = await Promise.all(
      // "Le Cun" may be one word elsewhere.
      asked.map(async (word, at) => {
        const last = unfinished && at === asked.length - 1 && goesOn(text, word.word);
        const literal = this.literal || excluded;
        const pairs = pairsAt(asked, at);
        return this.lexicon.classes({ ...word, pairs, unfinished: last }, literal, field);
      }),
    );
    found.forEach(({ classes, corrected }, at) => {
      if (!excluded) this.classes.push(...classes);
      if (corrected) this.corrections.push([asked[at].signed || asked[at].word, corrected]);
    });
    const documents = intersection(
      await Promise.all(
        found.map(async ({ classes }) =>
          union(await Promise.all(classes.map((item) => this.inField(item, field)))),
        ),
      ),
    );
    if (field !== AUTHOR || !quoted || found.length < 2) return documents;
    const places = await Promise.all(
      found.map(({ classes }) => this.places(classes, AUTHORS, documents)),
    );
    return new Set([...documents].filter((at) => isInOneName(places, at)));
  }

  /**
   * Return the documents that have words beside each other, in order.
   * @param {Clause} clause
   * @param {Area} area
   * @param {number} field
   */
  async ofPhrase({ text, excluded }, area, field) {
    const asked = compounds(text).slice(0, MOST_WORDS);
    await this.lexicon.load(wordsIn(text));
    const steps = asked.map(({ parts, exact, joined }) => ({
      parts: parts.map((part) => this.exact(part)),
      whole: this.known([exact, ...joined]),
    }));
    if (!excluded)
      for (const { parts, whole } of steps)
        for (const item of [...parts.flat(), ...whole]) this.classes.push({ ...item, weight: 1 });
    const alone = steps.length === 1 && steps[0].parts.length === 1;
    const documents = intersection(
      await Promise.all(
        steps.map(async ({ parts, whole }) => {
          const some = parts.map((classes) => this.having(classes, field, excluded));
          const all = intersection(await Promise.all(some));
          return union([all, await this.having(whole, field, excluded)]);
        }),
      ),
    );
    if (alone || !documents.size) return documents;
    const places = await Promise.all(
      steps.map(async ({ parts, whole }) => ({
        parts: await Promise.all(parts.map((some) => this.places(some, area, documents))),
        whole: await this.places(whole, area, documents),
      })),
    );
    return new Set([...documents].filter((at) => isInOrder(places, at)));
  }

  /** What a word in quotes means: with its signs, if it is known so. @param {import("./words.js").Part} part */
  exact({ word, signed, other }) {
    const known = this.known([signed]);
    return known.length ? known : this.known([word, other]);
  }

  /** The classes of forms, each once. @param {string[]} forms @returns {Found[]} */
  known(forms) {
    /** @type {Map<string, Found>} */
    const found = new Map();
    for (const form of forms) {
      const of = form ? this.lexicon.classOf(form) : undefined;
      if (of) found.set(`${of.file} ${of.number}`, of);
    }
    return [...found.values()];
  }

  /**
   * @param {Found[]} classes
   * @param {number} field 0 for any
   * @param {boolean} excluded
   */
  async having(classes, field, excluded) {
    return union(
      await Promise.all(
        classes.map(async (item) => {
          if (field) return this.inField(item, field);
          const aside = await this.inField(item, ASIDE);
          // A short form means the same as the long one, and is left out with it; what only spells
          // a venue or a name in another way is not seen.
          const hidden = excluded ? await this.inField(item, VENUE | AUTHOR) : aside;
          const all = await this.all(item);
          return new Set([...all].filter((at) => !(aside.has(at) && hidden.has(at))));
        }),
      ),
    );
  }

  /** @param {Found} item @returns {Promise<Set<number>>} */
  async all(item) {
    return new Set(documentsIn((await this.engine.lists(item))[0], 1));
  }

  /**
   * The documents that have a class in one of some fields.
   * @param {Found} item
   * @param {number} field
   * @returns {Promise<Set<number>>}
   */
  async inField(item, field) {
    const bits = this.lexicon.bits(item);
    if (!(bits & field)) return new Set();
    const [postings, ...lists] = await this.engine.lists(item);
    const texts = BITS.filter((bit) => bits & bit).flatMap((bit, at) =>
      field & bit ? [lists[at]] : [],
    );
    return union(texts.map((text) => new Set(text ? documentsIn(text) : documentsIn(postings, 1))));
  }

  /**
   * Where some documents have classes.
   * @param {Found[]} classes
   * @param {Area} area
   * @param {Set<number>} documents
   * @returns {Promise<Places>}
   */
  places(classes, area, documents) {
    const known = this.placed.get(documents) ?? new Map();
    this.placed.set(documents, known);
    // A phrase may say a word many times.
    const key = [area.first, ...classes.map(({ file, number }) => `${file} ${number}`)].join();
    const found = known.get(key) ?? this.readPlaces(classes, area, documents);
    known.set(key, found);
    return found;
  }

  /**
   * @param {Found[]} classes
   * @param {Area} area
   * @param {Set<number>} documents
   * @returns {Promise<Places>}
   */
  async readPlaces(classes, { first, end }, documents) {
    /** @type {Map<number, number[]>} */
    const found = new Map();
    for (const item of classes) {
      const [text, all] = await Promise.all([this.engine.placesOf(item), this.engine.lists(item)]);
      if (!text) return undefined;
      const of = documentsIn(all[0], 1);
      eachList(numbersIn(text), (place, at) => {
        if (place < first || place >= end || !documents.has(of[at])) return;
        const some = found.get(of[at]);
        if (some) some.push(place);
        else found.set(of[at], [place]);
      });
    }
    if (classes.length > 1) for (const [at, some] of found) found.set(at, rising(some));
    return found;
  }

  /**
   * Which of some names a value means: one as it is, or all that have its words.
   * @param {Clause} clause
   * @param {string[][]} names each in several spellings; the letters of the first are one more
   */
  chosen({ text, excluded, unfinished }, names) {
    const asked = plain(text).slice(0, MOST_WORDS);
    const said = asked.join(" ");
    const whole = indexes(names, (some) => some.some((name) => plain(name).join(" ") === said));
    if (whole.size) return whole;
    const words = names.map((some) => {
      const letters = plain(some[0]).map((word) => [...word][0]);
      return new Set([...some.flatMap(forms), letters.join("")]);
    });
    const found = asked.map((word, at) => {
      const last = unfinished && at === asked.length - 1 && goesOn(text, word);
      return this.withWord(word, words, last, this.literal || excluded);
    });
    return intersection(found);
  }

  /**
   * @param {string} word
   * @param {Set<string>[]} names the words of each
   * @param {boolean} unfinished
   * @param {boolean} literal
   */
  withWord(word, names, unfinished, literal) {
    /** @param {(form: string) => boolean} test */
    const having = (test) => indexes(names, (words) => [...words].some(test));
    const letters = [...word];
    let found = having((form) => form === word || this.lexicon.same(form, word));
    if (!found.size && unfinished && letters.length >= LEAST_PREFIX)
      found = having((form) => form.startsWith(word));
    if (found.size || literal) return found;
    for (const [at, least] of LEAST_IN_NAMES.entries()) {
      if (letters.length < least) break;
      const all = new Set(names.flatMap((words) => [...words]));
      const close = [...all].filter((form) => within(letters, form, at + 1));
      if (!close.length) continue;
      this.corrections.push([word, close.sort(compare)[0]]);
      return having((form) => close.includes(form));
    }
    return found;
  }
}

/** The words of a text, each as it is. @param {string} text */
const plain = (text) => wordsIn(text).map(({ word }) => word);

/**
 * The places of what passes a test.
 * @template T
 * @param {T[]} all
 * @param {(one: T) => boolean} test
 */
const indexes = (all, test) => new Set(all.flatMap((one, at) => (test(one) ? [at] : [])));

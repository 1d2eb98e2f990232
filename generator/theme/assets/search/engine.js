// Searches the index. What a query means is described in docs/maintainers/search-format.md, and
// generator/search/reader.py does the same: a test compares the two. It knows no page: whoever opens
// it says where its files are.

import { documentsIn, eachPosting, Files } from "./files.js";
import { Lexicon, MAIN, pairsAt, wordsIn } from "./vocabulary.js";
import { goesOn, isSign, MOST_WORDS, usualSlug } from "./words.js";

/** The form of the index that this reads. */
const FORMAT = 5;
/** Areas have so many colours, then the first comes again (base.css, generator/pages/views.py). */
const AREA_COLOURS = 10;
/** A query without these (quotes, colons, a hyphen that joins nothing) is words and nothing else. */
const MORE_THAN_WORDS = /["“”„‟«»＂:：]|(?:^|[^\p{L}\p{N}])-/u;

/**
 * @typedef {import("./vocabulary.js").Class} Class
 * @typedef {import("./vocabulary.js").Word} Word
 * @typedef {import("./vocabulary.js").Written} Written
 * @typedef {import("./query.js").Clause} Clause
 * @typedef {import("../shared/paper.js").Topic} Topic
 * @typedef {Required<Pick<import("../shared/paper.js").Paper, "id" | "title" | "text" | "authors" |
 *   "venue" | "year" | "badges">> & {topic?: Topic, others?: number, people?: string[]}} Document what
 *   is shown of a paper
 * @typedef {[string, string, number, number, string, (string | [string, string] | number)[], string,
 *   ...string[]]} Row a document in a file of the index
 */
/**
 * @typedef {object} Start the file that the index begins with
 * @property {number} format
 * @property {number} documents how many there are
 * @property {number} chunk how many are in a file
 * @property {string[]} chunks files of documents
 * @property {string} facets
 * @property {number} people how many there are
 * @property {string} places names the files that say where words stand
 * @property {Written} forms
 * @property {[string, string][]} rare first form and file
 * @property {[number, string][]} shards number of the first class, and file of postings
 * @property {string[]} stop
 * @property {[string, string, number][]} topics slug, name, place of the area
 */
/**
 * @typedef {object} Result
 * @property {number[]} documents every one that has a word of the query, best first; without words
 *   those that its fields ask for, the newest first
 * @property {[string, string][]} corrections what was typed, and what was searched for
 * @property {Set<string>} forms what it was found by
 * @property {boolean} cut whether words at its end were left out, as it has too many
 */

/**
 * Open the index in a folder. Rejects when it cannot be had, or is of another form.
 * @param {string} base its address
 * @param {boolean} [anew] whether a file of it was missing or wrong before
 */
export async function open(base, anew = false) {
  const files = new Files(base, anew);
  /** @type {Start} */
  const start = await files.fetch("start.json", anew ? "reload" : "no-cache");
  const { format } = start;
  if (format === FORMAT) return new Engine(files, start);
  const error = new Error(`the index is of format ${format}, not ${FORMAT}`);
  throw format > FORMAT ? Object.assign(error, { stuck: true, outdated: true }) : error;
}

export class Engine {
  /** @param {Files} files @param {Start} start */
  constructor(files, start) {
    this.files = files;
    this.start = start;
    this.lexicon = new Lexicon(start, (name) => files.get(name));
    this.stop = new Set(start.stop);
    /** @type {Topic[]} */
    this.topics = start.topics.map(([slug, name, area]) => ({
      slug,
      name,
      colour: (area % AREA_COLOURS) + 1,
    }));
  }

  /** How many papers there are. */
  get count() {
    return this.start.documents;
  }

  /** Whether it should be opened again, as a file that it names could not be had. */
  get stale() {
    return this.files.failed;
  }

  /**
   * @param {string} query
   * @param {{literal?: boolean, every?: boolean}} [how] `literal` corrects no word; of `every`, only
   *   those are found that have all words, if any have
   * @returns {Promise<Result>}
   */
  search(query, { literal = false, every = false } = {}) {
    return this.reading(async () => {
      const asked = await takenApart(query);
      const { plain, phrases, needed, cut } = wordsOf(asked, this.stop);
      await this.lexicon.load([...plain, ...phrases]);
      const isKnown = (/** @type {string} */ form) => this.lexicon.classOf(form) !== undefined;
      const words = [...withWholeRuns(plain, isKnown), ...phrases].slice(0, MOST_WORDS);
      const found = await Promise.all(words.map((word) => this.lexicon.classes(word, literal)));
      const lists = await Promise.all(
        found.map(({ classes }) => Promise.all(classes.map((item) => this.postings(item)))),
      );
      /** @type {[string, string][]} */
      const corrections = found.flatMap(({ corrected }, at) =>
        corrected ? [[words[at].signed || words[at].word, corrected]] : [],
      );
      const classes = found.flatMap((meant) => meant.classes);
      let documents = words.length
        ? this.ranked(
            found.map((meant, at) => ({ classes: meant.classes, lists: lists[at] })),
            every,
          )
        : [];
      if (asked.clauses.length) {
        const { Clauses } = await import("./clauses.js");
        const clauses = new Clauses(this, literal);
        // Small words beside clauses only say what comes first.
        if (!needed && !phrases.length)
          documents = [...new Set([...documents, ...(await this.facetFile()).o])];
        documents = await clauses.passing(asked.clauses, documents);
        corrections.push(...clauses.corrections);
        classes.push(...clauses.classes);
      }
      const byWords = new Map(corrections.map((pair) => [pair.join(" "), pair]));
      const forms = this.lexicon.formsOf(classes);
      return { documents, corrections: [...byWords.values()], forms, cut: cut || asked.cut };
    });
  }

  /**
   * Does what reads files. Where that cannot be, as one of them is not what it should be, the index
   * is opened again the next time.
   * @template T
   * @param {() => Promise<T>} work
   */
  async reading(work) {
    try {
      return await work();
    } catch (error) {
      this.files.failed = true;
      throw error;
    }
  }

  /**
   * Of each word a document has the best class; what counts is their sum, and how many words it has.
   * @param {{classes: Class[], lists: string[]}[]} words with the postings of their classes
   * @param {boolean} every
   */
  ranked(words, every) {
    const scores = new Float64Array(this.count);
    const counts = new Uint8Array(this.count);
    const best = new Float64Array(this.count);
    for (const { classes, lists } of words) {
      /** @type {number[]} */
      const touched = [];
      classes.forEach(({ weight }, at) => {
        eachPosting(lists[at], (document, impact) => {
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
    }
    const documents = [];
    const least = every && counts.includes(words.length) ? words.length : 1;
    for (let document = 0; document < this.count; document++) {
      if (counts[document] < least) continue;
      const share = counts[document] / words.length;
      scores[document] *= (share * share + 1) / 2;
      documents.push(document);
    }
    return documents.sort((a, b) => scores[b] - scores[a] || a - b);
  }

  /**
   * Return what is shown of documents, in the order given.
   * @param {number[]} numbers
   * @returns {Promise<Document[]>}
   */
  load(numbers) {
    const { chunk, chunks } = this.start;
    return this.reading(async () => {
      /** @type {Row[][]} */
      const files = await Promise.all(
        numbers.map((number) => this.files.get(chunks[Math.floor(number / chunk)])),
      );
      return numbers.map((number, at) => {
        const [id, title, year, topic, text, names, venue, ...badges] = files[at][number % chunk];
        const others = names.find((name) => typeof name === "number");
        const written = names
          .filter((name) => typeof name !== "number")
          .map((name) => [name].flat());
        const authors = written.map(([name]) => name);
        const people = this.start.people
          ? written.map(([name, slug]) => slug ?? usualSlug(name))
          : undefined;
        const of = { topic: this.topics[topic], authors, people, others };
        return { id, title, year, text, venue, badges, ...of };
      });
    });
  }

  /** Return what is written of where the documents of a class have it. @param {{file: number, number: number}} of */
  async placesOf({ file, number }) {
    /** @type {{shards: [number, string][], rare: string[]}} */
    const { shards, rare } = await this.files.get(this.start.places);
    if (file === MAIN) return this.ofShard(shards, number);
    return /** @type {string} */ ((await this.files.get(rare[file]))[number]);
  }

  /** Return the numbers of documents that a string holds. @param {string} text */
  documentsIn(text) {
    return documentsIn(text);
  }

  /**
   * Return the file of facets as it is.
   * @returns {Promise<{t: number[][], y: number[], k: string, o: number[], c: string, kinds: string[]}>}
   */
  facetFile() {
    return this.files.get(this.start.facets);
  }

  /** Return the encoded postings of a class. @param {Class} of */
  async postings(of) {
    return (await this.lists(of))[0];
  }

  /**
   * Return what there is of a class: its postings, and a list for each of its bits.
   * @param {{file: number, number: number}} of
   * @returns {Promise<string[]>}
   */
  async lists({ file, number }) {
    const { rare, shards } = this.start;
    const text =
      file === MAIN
        ? await this.ofShard(shards, number)
        : (await this.files.get(rare[file][1])).postings[number];
    return text.split(" ");
  }

  /**
   * Return what a file has of a class of the first vocabulary.
   * @param {[number, string][]} shards
   * @param {number} number
   * @returns {Promise<string>}
   */
  async ofShard(shards, number) {
    let at = shards.length - 1;
    while (shards[at][0] > number) at -= 1;
    return (await this.files.get(shards[at][1]))[number - shards[at][0]];
  }
}

/**
 * Take a query apart into words and clauses. Most have words alone, and what reads the others is
 * not fetched for them.
 * @param {string} query
 * @returns {Promise<{words: string, clauses: Clause[], cut: boolean}>}
 */
async function takenApart(query) {
  if (!MORE_THAN_WORDS.test(query)) return { words: query, clauses: [], cut: false };
  return (await import("./query.js")).parsed(query);
}

/**
 * Return the words that documents are ranked by: plain ones that tell something, else all, and those
 * of phrases. Plain words that tell nothing are `needed` only where there is nothing else.
 * @param {{words: string, clauses: Clause[]}} asked
 * @param {Set<string>} stop
 */
function wordsOf({ words: text, clauses }, stop) {
  const words = wordsIn(text);
  const last = words.length - 1;
  const whole = words.map((word, at) => ({
    ...word,
    pairs: pairsAt(words, at),
    unfinished: at === last && goesOn(text, word.word),
  }));
  const some = telling(whole, stop);
  const asked = some.length ? some : whole;
  const phrases = clauses
    .filter(({ field, excluded }) => !field && !excluded)
    .flatMap((clause) => {
      const quoted = wordsIn(clause.text)
        .slice(0, MOST_WORDS)
        .map((word) => ({ ...word, quoted: true }));
      const these = telling(quoted, stop);
      return these.length ? these : quoted;
    });
  const plain = asked.slice(0, MOST_WORDS);
  return { plain, phrases, needed: some.length > 0, cut: asked.length > MOST_WORDS };
}

/**
 * Those that are no stop words, nor "et al." behind a name.
 * @param {Word[]} words
 * @param {Set<string>} stop
 */
function telling(words, stop) {
  const others = new Set(
    words.flatMap(({ word }, at) =>
      word === "et" && words[at + 1]?.word === "al" ? [at, at + 1] : [],
    ),
  );
  return words.filter(
    ({ word, signed }, at) => signed || !(stop.has(word) || isSign(word) || others.has(at)),
  );
}

/**
 * Put a run of a script without spaces in the place of its pairs if none of them is known: it is
 * then one word, which may be corrected.
 * @param {Word[]} words
 * @param {(word: string) => boolean} isKnown
 */
function withWholeRuns(words, isKnown) {
  const known = new Set(words.map(({ run, word }) => (run && isKnown(word) ? run : "")));
  /** @type {Map<string | number, Word>} */
  const found = new Map();
  words.forEach((word, at) => {
    const { run } = word;
    if (!run || known.has(run)) found.set(at, word);
    else found.set(run, { ...word, word: run, signed: "", other: "", run: "", pairs: [] });
  });
  return [...found.values()];
}

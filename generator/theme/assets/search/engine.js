// Searches the index. What a query means is described in docs/maintainers/search-format.md, and
// generator/search/reader.py does the same: a test compares the two. It knows no page: whoever opens
// it says where its files are.

import { Files } from "./files.js";
import { Lexicon, MAIN } from "./vocabulary.js";
import { compounds, folded, isSign, MOST_WORDS } from "./words.js";

/** The form of the index that this reads. */
const FORMAT = 4;
/** Areas have so many colours, then the first comes again (base.css, generator/pages/views.py). */
const AREA_COLOURS = 10;

/**
 * @typedef {import("./vocabulary.js").Class} Class
 * @typedef {import("./vocabulary.js").Written} Written
 * @typedef {import("./vocabulary.js").Word} Word
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
 * @property {Written} forms
 * @property {[string, string][]} rare first form and file
 * @property {[number, string][]} shards number of the first class, and file of postings
 * @property {string[]} stop
 * @property {[string, string, number][]} topics slug, name, place of the area
 */
/**
 * @typedef {object} Result
 * @property {number[]} documents every one that has a word of the query, best first
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

  /** @param {string} query @param {{literal?: boolean}} [how] @returns {Promise<Result>} */
  search(query, { literal = false } = {}) {
    return this.reading(async () => {
      const { words: asked, cut } = this.words(query);
      await this.lexicon.load(asked);
      const words = this.lexicon.withWholeRuns(asked);
      const found = words.map((word) => this.lexicon.classes(word, literal));
      const lists = await Promise.all(
        found.map(({ classes }) => Promise.all(classes.map((item) => this.postings(item)))),
      );
      const corrections = new Map(
        found.flatMap(({ corrected }, at) =>
          corrected ? [[words[at].signed || words[at].word, corrected]] : [],
        ),
      );
      return {
        documents: this.ranked(found.map(({ classes }, at) => ({ classes, lists: lists[at] }))),
        corrections: [...corrections],
        forms: this.lexicon.formsOf(found.flatMap(({ classes }) => classes)),
        cut,
      };
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
   */
  ranked(words) {
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
    for (let document = 0; document < this.count; document++) {
      if (!counts[document]) continue;
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
          ? written.map(([name, slug]) => this.slugOf(name, slug))
          : undefined;
        const of = { topic: this.topics[topic], authors, people, others };
        return { id, title, year, text, venue, badges, ...of };
      });
    });
  }

  /**
   * Return the slug of what has a name: by the rule that generator/search/facets.py has, too,
   * if no other is written beside it.
   * @param {string} name
   * @param {string} [written]
   */
  slugOf(name, written) {
    if (written !== undefined) return written;
    const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  }

  /** Return the numbers of documents that a string holds. @param {string} text */
  documentsIn(text) {
    /** @type {number[]} */
    const found = [];
    eachPosting(text, (document) => found.push(document), 0);
    return found;
  }

  /** @param {string} query its words that tell something, else all; @returns {{words: Word[], cut: boolean}} */
  words(query) {
    const words = compounds(query).flatMap(({ parts, exact, joined }) =>
      parts.map((part) => ({ ...part, exact, joined })),
    );
    const last = words[words.length - 1];
    // Only what the text ends with may go on: not "darts+", nor a word with a space behind. A star
    // at the end, as in other searches, only says so.
    const text = folded(query).replace(/\*+$/, "");
    const goesOn = [...text].pop() === [...(last?.word ?? "")].pop();
    const whole = words.map((word, at) => {
      const pairs = [at - 1, at].filter((from) => from >= 0 && from + 1 < words.length);
      return {
        ...word,
        pairs: pairs.map((from) => words[from].word + words[from + 1].word),
        unfinished: word === last && goesOn,
      };
    });
    const telling = whole.filter(
      ({ word, signed }) => signed || !(this.stop.has(word) || isSign(word)),
    );
    const asked = telling.length ? telling : whole;
    return { words: asked.slice(0, MOST_WORDS), cut: asked.length > MOST_WORDS };
  }

  /** Return the encoded postings of a class. @param {Class} of @returns {Promise<string>} */
  async postings({ file, number }) {
    const { rare, shards } = this.start;
    if (file !== MAIN) return (await this.files.get(rare[file][1])).postings[number];
    let at = shards.length - 1;
    while (shards[at][0] > number) at -= 1;
    return (await this.files.get(shards[at][1]))[number - shards[at][0]];
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUE[ALPHABET.charCodeAt(value)] = value;
const BASE = 32;

/**
 * Call `each` for every posting of a list as generator/search/encoding.py writes it.
 * @param {string} text
 * @param {(document: number, impact: number) => void} each
 * @param {number} [impacts] characters of an impact; 0: there are none
 */
function eachPosting(text, each, impacts = 1) {
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

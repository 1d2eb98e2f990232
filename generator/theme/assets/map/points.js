// The points of the map: data/map.json, and which of them lie near a place. The format is described
// in docs/maintainers/map-format.md.

import { FILES, fetchJson } from "../shared/site.js";

const FORMAT = 1;
/** The side of a cell of the grid, in units of the map. */
const CELL = 50;

/** Fetches the points. Rejects when they cannot be had. */
export async function fetchPoints() {
  const content = await fetchJson(FILES.map, { cache: "no-cache" });
  if (content.format !== FORMAT) throw new Error(`${FILES.map} is of another version`);
  return new Points(content);
}

/**
 * @typedef {{lines: string[], colour: number, x: number, y: number, count: number}} Name
 * @typedef {object} Content of the file
 * @property {[number, number]} size
 * @property {number[]} x of each paper
 * @property {number[]} y
 * @property {number[]} [year] of each paper, 0 where it is not known
 * @property {[first: number, last: number, colour: number][]} [spans] of years, the oldest first
 * @property {number[][]} of the topics of each paper
 * @property {[slug: string, name: string, colour: number, x?: number, y?: number][]} topics
 * @property {[lines: string[], colour: number, x: number, y: number][]} areas
 */

/**
 * Colours of papers.
 * @typedef {object} Colouring
 * @property {"area" | "span"} of what the colours say: data-area or data-span
 * @property {number[]} colourOf the number of each paper's colour, 0 for those of none
 * @property {Map<number, number[]>} ofColour papers of each colour, in the order they are drawn
 */

export class Points {
  /** @param {Content} content */
  constructor({ size, x, y, of, topics, areas, year = [], spans = [] }) {
    const [width, height] = size;
    this.width = width;
    this.height = height;
    /** @type {number[]} */
    this.x = x;
    /** @type {number[]} */
    this.y = y;
    /** @type {number[][]} the topics of each paper, the main one first */
    this.topicsOf = of;
    /** @type {string[]} */
    this.slugs = topics.map(([slug]) => slug);
    this.byArea = colouring(
      "area",
      of.map(([main]) => topics[main]?.[2] ?? 0),
    );
    const colourOfYear = year.map(
      (at) => spans.find(([first, last]) => first <= at && at <= last)?.[2] ?? 0,
    );
    this.byYear = colouring("span", colourOfYear);
    const counts = topics.map(() => 0);
    for (const given of of) for (const topic of given) counts[topic] += 1;
    /** @type {Name[]} */
    this.areas = areas.map(([lines, colour, x, y]) => ({ lines, colour, x, y, count: 0 }));
    /** @type {Name[]} those of most papers first */
    this.topics = topics
      .flatMap(([, name, colour, x, y], at) =>
        x === undefined || y === undefined
          ? []
          : [{ lines: [name], colour, x, y, count: counts[at] }],
      )
      .sort((a, b) => b.count - a.count);
    this.columns = Math.ceil(this.width / CELL) + 1;
    /** @type {number[][]} papers of each cell */
    this.cells = [];
    for (let paper = 0; paper < x.length; paper++) {
      const cell = this.cell(x[paper], y[paper]);
      this.cells[cell] ??= [];
      this.cells[cell].push(paper);
    }
  }

  get count() {
    return this.x.length;
  }

  /** The number of the cell of a place. @param {number} x @param {number} y @returns {number} */
  cell(x, y) {
    return Math.floor(y / CELL) * this.columns + Math.floor(x / CELL);
  }

  /**
   * The paper nearest to a place, among those that pass a test and lie within `reach`; or -1.
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   * @param {(paper: number) => boolean} [test]
   */
  nearest(x, y, reach, test = () => true) {
    let found = -1;
    let least = reach * reach;
    const [left, right] = [Math.max(0, x - reach), Math.min(this.width, x + reach)];
    const [top, bottom] = [Math.max(0, y - reach), Math.min(this.height, y + reach)];
    for (let row = Math.floor(top / CELL); row <= bottom / CELL; row++) {
      for (let column = Math.floor(left / CELL); column <= right / CELL; column++) {
        for (const paper of this.cells[row * this.columns + column] ?? []) {
          const far = (this.x[paper] - x) ** 2 + (this.y[paper] - y) ** 2;
          if (far <= least && test(paper)) [found, least] = [paper, far];
        }
      }
    }
    return found;
  }
}

/**
 * Sorts papers by their colours; those of the highest number are drawn last, above the others.
 * @param {"area" | "span"} of
 * @param {number[]} colourOf
 * @returns {Colouring}
 */
function colouring(of, colourOf) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const colour of [...new Set(colourOf)].sort((a, b) => a - b)) found.set(colour, []);
  colourOf.forEach((colour, paper) => {
    found.get(colour)?.push(paper);
  });
  return { of, colourOf, ofColour: found };
}

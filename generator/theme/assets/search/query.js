// Takes a query apart: words, phrases in quotes, fields such as author:tay, and what to leave out.
// Fetched when a query may have more than words. Mirrors generator/search/query.py.

/** More phrases, fields and exclusions than this are not heeded. */
const MOST_CLAUSES = 20;
const FIELDS = "author|title|venue|year|topic|kind|code";
const SPACE = " \\t\\n\\r\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const QUOTE = '"“”„‟«»＂';
/** They only say in which direction text runs. */
const DIRECTIONS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** A piece of a query: what excludes it, its field, and what it says, in quotes or not. */
const PIECE = new RegExp(
  `(-(?=[^${SPACE}-]))?(?:(${FIELDS})[:：](?:[${SPACE}]+|$)?)?(?:[${QUOTE}]([^${QUOTE}]*)[${QUOTE}]|([^${SPACE}]+)|$)`,
  "iy",
);
const SPACES = new RegExp(`[${SPACE}]*`, "y");

const DASH = "(?:-|–|—|\\.\\.\\.?)";
const RANGE = new RegExp(`^(?:([0-9]{4}) *${DASH} *([0-9]{0,4})|${DASH}([0-9]{4}))$`);
const BOUND = /^(>=|<=|>|<|≥|≤|) *([0-9]{1,4})\.?$/;
const YES = ["yes", "true", "1", "on"];
const NO = ["no", "false", "0", "off"];
/** No paper is of a later year. */
const LAST_YEAR = 9999;

/**
 * @typedef {object} Clause what a paper must have, or must not
 * @property {string} field "" for a phrase
 * @property {string} text
 * @property {boolean} quoted whether it stands in quotes
 * @property {boolean} excluded
 * @property {boolean} unfinished whether the query ends with it
 */

/**
 * Take a query apart. Any text is one: what means nothing else is plain words.
 * @param {string} query
 * @returns {{words: string, clauses: Clause[], cut: boolean}} the plain words as one text
 */
export function parsed(query) {
  const text = query.replace(DIRECTIONS, "");
  /** @type {string[]} */
  const plain = [];
  /** @type {Clause[]} */
  const clauses = [];
  let at = spaces(text, 0);
  while (at < text.length) {
    PIECE.lastIndex = at;
    const piece = /** @type {RegExpExecArray} */ (PIECE.exec(text));
    const end = at + piece[0].length;
    const clause = clauseOf(piece, end === text.length);
    if (!clause) plain.push(piece[0]);
    else if (spaces(clause.text, 0) < clause.text.length) clauses.push(clause);
    at = spaces(text, end);
    // The last word is finished.
    if (at === text.length && (clause || at > end)) plain.push("");
  }
  const cut = clauses.length > MOST_CLAUSES;
  return { words: plain.join(" "), clauses: clauses.slice(0, MOST_CLAUSES), cut };
}

/**
 * What a piece asks for; nothing if it is plain words.
 * @param {RegExpExecArray} piece
 * @param {boolean} last
 * @returns {Clause | undefined}
 */
function clauseOf([, dash, name = "", inQuotes, word = ""], last) {
  const field = name.toLowerCase();
  const quoted = inQuotes !== undefined;
  const text = inQuotes ?? word;
  if (!(dash || field || quoted)) return undefined;
  if (text && ((field === "year" && !years(text)) || (field === "code" && !code(text))))
    return undefined;
  return { field, text, quoted, excluded: Boolean(dash), unfinished: last && !quoted };
}

/**
 * The first and the last year that a value asks for; nothing if it names none. 0 to 0 is for papers
 * whose year is not known. Years may be unfinished: 202 is the twenties.
 * @param {string} value
 * @returns {[number, number] | undefined}
 */
export function years(value) {
  const text = value
    .normalize("NFKC")
    .replace(/^[ ,;]+/, "")
    .replace(/([^ ,;])[ ,;]+$/, "$1")
    .toLowerCase();
  if (text === "unknown") return [0, 0];
  const range = RANGE.exec(text);
  if (range) {
    const [, first, last, until] = range;
    if (until) return [1, Number(until)];
    const low = Number(first);
    const high = last ? Number(first.slice(0, 4 - last.length) + last) : LAST_YEAR;
    return [Math.min(low, high), Math.max(low, high)];
  }
  const bound = BOUND.exec(text);
  if (!bound) return undefined;
  const [, sign, digits] = bound;
  const low = Number(digits.padEnd(4, "0"));
  const high = Number(digits.padEnd(4, "9"));
  if (sign === ">") return [high + 1, LAST_YEAR];
  if (sign === "<") return [1, low - 1];
  if (sign === "") return [low, high];
  return sign === ">=" || sign === "≥" ? [low, LAST_YEAR] : [1, high];
}

/** Yes or no as a value asks for it; "" if it does not. @param {string} value */
export function code(value) {
  const text = value
    .replace(/^ +/, "")
    .replace(/([^ ]) +$/, "$1")
    .toLowerCase();
  return YES.includes(text) ? "yes" : NO.includes(text) ? "no" : "";
}

/** Where spaces end that begin at a place, if any do. @param {string} text @param {number} at */
function spaces(text, at) {
  SPACES.lastIndex = at;
  return at + (SPACES.exec(text)?.[0].length ?? 0);
}

// Cuts text into tokens, the same way as generator/search/tokens.py does, and finds them again in
// what is shown. See docs/maintainers/search-format.md; a test compares the two on any text.

const MAX_PART = 40;
const MAX_JOINED = 3;
const JOINERS = "\\-.'’_‐";
const COMPOUND = new RegExp(`[^ +${JOINERS}]+\\+*(?:[${JOINERS}][^ +${JOINERS}]+\\+*)*`, "gu");
const PART = new RegExp(`([^ +${JOINERS}]+)(\\+*)`, "gu");
const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}]/u;
const KEPT = new Set("-.'’_‐+");

/** @typedef {{word: string, plus: string}} Part */

/** Return `text` as tokens are cut from it: no marks, small letters, spaces for all else. @param {string} text */
export function folded(text) {
  let found = "";
  // Each character by itself: no rule such as that of the final sigma looks at its neighbours.
  for (const char of text.normalize("NFKD")) {
    if (char < "\x80") {
      found +=
        /[a-z0-9]/.test(char) || KEPT.has(char)
          ? char
          : /[A-Z]/.test(char)
            ? char.toLowerCase()
            : " ";
    } else if (!MARK.test(char)) {
      found += WORD.test(char) ? char.toLowerCase() : KEPT.has(char) ? char : " ";
    }
  }
  return found;
}

/**
 * Return the compounds of `text`, in order, each a list of parts.
 * @param {string} text
 * @returns {Part[][]}
 */
export function compounds(text) {
  return [...folded(text).matchAll(COMPOUND)].map(([compound]) =>
    [...compound.matchAll(PART)].map(([, word, plus]) => ({ word: cut(word), plus })),
  );
}

/** @param {string} word */
function cut(word) {
  return word.length <= MAX_PART ? word : [...word].slice(0, MAX_PART).join("");
}

/** Return the joined form of a compound, empty if it has none. @param {Part[]} parts */
export function joined(parts) {
  return parts.length > 1 && parts.length <= MAX_JOINED
    ? parts.map((part) => part.word).join("")
    : "";
}

/** Return every form that `text` is found by, in order. @param {string} text */
export function forms(text) {
  const found = [];
  for (const parts of compounds(text)) {
    for (const { word, plus } of parts) {
      found.push(word);
      if (plus) found.push(word + plus);
    }
    const whole = joined(parts);
    if (whole) found.push(whole);
  }
  return found;
}

const TYPED = /[\p{L}\p{N}\p{M}]+\+*/gu;

/**
 * Cut a text into pieces, those that a query found marked.
 * @param {string} text
 * @param {Set<string>} found forms
 */
export function pieces(text, found) {
  const cut = [];
  let done = 0;
  for (const match of text.matchAll(TYPED)) {
    const word = folded(match[0]);
    if (!found.has(word) && !found.has(word.replace(/\++$/, ""))) continue;
    if (match.index > done) cut.push({ text: text.slice(done, match.index), marked: false });
    cut.push({ text: match[0], marked: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) cut.push({ text: text.slice(done), marked: false });
  return cut;
}

/**
 * Put the words that were searched in the place of those that were typed.
 * @param {string} query
 * @param {[typed: string, searched: string][]} corrections
 */
export function corrected(query, corrections) {
  const used = new Map(corrections);
  return query.replace(TYPED, (word) => {
    const bare = word.replace(/\++$/, "");
    return used.get(folded(word)) ?? used.get(folded(bare)) ?? word;
  });
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

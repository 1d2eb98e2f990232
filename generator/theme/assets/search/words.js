// Cuts text into tokens, the same way as generator/search/tokens.py does, and finds them again in
// what is shown. See docs/maintainers/search-format.md; a test compares the two on any text.

/** Words of a query that are searched for: a title has fewer, a pasted page would take minutes. */
export const MOST_WORDS = 50;
const MAX_PART = 40;
const MAX_JOINED = 3;
const MAX_RUN = 8;
const NAME_JOINERS = "&@/";
const SIGNS = "+#*%$@&";
const KEPT = new Set("-.'_·&@/+#*%$");
/** What many signs are written for: some come of NFKD, some would be lost in it. @type {Record<string, string>} */
const SAME = { "×": "x" };
for (const sign of "’‘‛ʼʻʹʽʾʿ′\u0060´՚׳״ꞌ") SAME[sign] = "'";
for (const sign of "‐‑־\u200c") SAME[sign] = "-";
for (const sign of "・‧") SAME[sign] = "·";
for (const sign of "™℠©®°⁄\ufffd") SAME[sign] = " ";

// The tables below are those of generator/text/folding.py and generator/search/tokens.py.

/** @param {string} table pairs @returns {[string, string][]} */
function pairs(table) {
  const words = table.trim().split(/\s+/);
  return words.flatMap((word, at) => (at % 2 ? [] : [[word, words[at + 1]]]));
}

/** Ranges of code points as a class of a regular expression. @param {string} ranges */
const among = (ranges) => `[${ranges.replace(/[0-9a-f]+/g, "\\u{$&}").replace(/\s+/g, "")}]`;

/** Small letters that NFKD leaves whole, as they are typed without what makes them special. */
const LETTERS = new Map(
  pairs(`
    ß ss ø o ł l đ d ð d ħ h ı i æ ae œ oe þ th ŋ n ŧ t ĸ k ȷ j ə e ǝ e ɛ e ɇ e ɔ o ɵ o ƀ b ɓ b
    ƃ b ƈ c ȼ c ɖ d ɗ d ƌ d ƒ f ǥ g ɠ g ɣ g ɨ i ɩ i ɉ j ƙ k ƚ l ɫ l ƞ n ɲ n ƥ p ɍ r ƭ t ʈ t ⱦ t
    ʉ u ʋ v ⱥ a ƴ y ɏ y ƶ z ȥ z ʒ z ς σ ґ г ٱ ا ى ي ة ه ی ي ک ك ە ه ہ ه ھ ه
  `),
);
LETTERS.set("\u0640", "");
for (const zero of "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០")
  for (let digit = 0; digit < 10; digit++)
    LETTERS.set(String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit), String(digit));

/** Letters that are also spelled with two. */
const SPELLINGS = new Map(pairs("a\u0308 ae o\u0308 oe u\u0308 ue a\u030a aa ø oe đ dj"));
const GREEK = new Map(
  pairs(`
    α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu
    ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega
  `),
);

/** Where marks stand that a word is written with or without. */
const MARKS = new RegExp(
  among(`300-36f 483-489 591-5c7 610-61a 64b-65f 670 6d6-6ed 711 730-74a 8d3-8ff 93c 9bc a3c abc
    b3c cbc 1ab0-1aff 1dc0-1dff 20d0-20ff fe00-fe0f fe20-fe2f e0100-e01ef`),
  "u",
);
/** A syllable of Korean in its letters, or a letter of a script without spaces with its vowel signs. */
const UNIT = `${among("1100-115f a960-a97f")}+${among("1160-11a7 d7b0-d7c6")}*${among("11a8-11ff d7cb-d7fb")}*|${among(
  `1160-11ff d7b0-d7fb e00-eff 1000-109f 1780-17ff 2e80-2fdf 3005-3007 3021-3029 3031-3035 3038-303c
   3041-312f 31a0-31bf 31f0-31ff 3400-4dbf 4e00-9fff a9e0-a9fe aa60-aa7f 16fe0-18dff 1aff0-1b2ff
   20000-323af`,
)}${among(
  `3099-309a e31 e34-e3a e47-e4e eb1 eb4-ebc ec8-ece 17b4-17d3 17dd 102b-103e 1056-1059 105e-1060
   1062-1064 1067-106d 1071-1074 1082-108d 108f 109a-109d`,
)}*`;

const JOIN = "[-.'_·&@/]";
const LETTER = "[^ \\-.'_·&@/+#*%$]";
const BEHIND = "(?:\\++|[#*%])";
const COMPOUND = new RegExp(
  `[.$#@]?${LETTER}+${BEHIND}?(?:${JOIN}${LETTER}+${BEHIND}?)*|(?:^| )[+#*%$@&](?= |$)`,
  "gu",
);
const PART = new RegExp(`(${LETTER}+)(${BEHIND}?)(${JOIN}?)`, "gu");
const ONE = new RegExp(UNIT, "gu");
const RUN = new RegExp(`((?:${UNIT})+)`, "u");
const SPELLED = /[aouAOU]\u0308|[aA]\u030a|[øØđĐ]/g;
const ANY_SAME = new RegExp(`[${Object.keys(SAME).join("")}]`, "g");

/**
 * @typedef {object} Part a run of letters and digits, or two neighbours in a run of a script
 *   without spaces; what there is nothing of is ""
 * @property {string} word
 * @property {string} signed with the signs before and behind it
 * @property {string} other as it is also spelled
 * @property {string} run that the two neighbours are of
 *
 * @typedef {Part & {start: number, end: number}} Placed where it stands in the folded text
 * @typedef {object} Compound parts without a space between them
 * @property {Placed[]} parts
 * @property {string} exact the name that it is with its signs, or ""
 * @property {string[]} joined its parts as one word, as written and as also spelled
 * @property {Placed[]} letters of its runs without spaces
 */

/** @type {Map<string, string>} */
const becomes = new Map();

/** What a character becomes: nothing, plain small letters, itself, or a space. @param {string} given */
function foldedOne(given) {
  const known = becomes.get(given);
  if (known !== undefined) return known;
  const char = SAME[given] ?? given;
  let found = " ";
  if ((MARKS.test(char) && /\p{M}/u.test(char)) || /\p{Cf}/u.test(char)) found = "";
  else if (/[\p{L}\p{N}\p{M}]/u.test(char)) {
    // By itself: no rule such as that of the final sigma looks at its neighbours.
    const small = char.toLowerCase();
    found = LETTERS.get(small) ?? small;
  } else if (KEPT.has(char)) found = char;
  else if (char >= "\x80" && /\p{S}/u.test(char)) found = /\p{Sk}/u.test(char) ? "" : ` ${char} `;
  becomes.set(given, found);
  return found;
}

/** @param {string} text */
const decomposed = (text) => text.replace(ANY_SAME, (sign) => SAME[sign]).normalize("NFKD");

/** @param {string} text decomposed */
function fold(text) {
  let found = "";
  for (const char of text) found += foldedOne(char);
  return found;
}

/**
 * Return `text` as tokens are cut from it: plain small letters, spaces for all else.
 * @param {string} text
 */
export const folded = (text) => fold(decomposed(text));

/** Folded text with letters as they are also spelled. @param {string} text decomposed */
function spelled(text) {
  const found = text.replace(SPELLED, (letter) => SPELLINGS.get(letter.toLowerCase()) ?? letter);
  return fold(found).replace(/[α-ω]+/g, (letter) => GREEK.get(letter) ?? letter);
}

/**
 * Return the compounds of `text`, in order.
 * @param {string} text
 * @returns {Compound[]}
 */
export function compounds(text) {
  const plain = decomposed(text);
  return compoundsOf(fold(plain), spelled(plain));
}

/**
 * @param {string} plain folded
 * @param {string} other folded, as it is also spelled
 */
function compoundsOf(plain, other) {
  const also = other === plain ? null : other.matchAll(COMPOUND);
  return [...plain.matchAll(COMPOUND)].map(({ 0: written, index }) => {
    const named = written[0] !== "." || index === 0 || plain[index - 1] === " ";
    return compound(written, also?.next().value?.[0] ?? written, named, index);
  });
}

/**
 * @param {string} written
 * @param {string} other as it is also spelled
 * @param {boolean} named whether a point may begin its name
 * @param {number} index where it stands
 * @returns {Compound}
 */
function compound(written, other, named, index) {
  const only = written.trim();
  if (isSign(only)) {
    const end = index + written.length;
    return { parts: [part(only, end - 1, end)], exact: "", joined: [], letters: [] };
  }
  let before = named && /^[.$#@]/.test(written) ? written[0] : "";
  const found = [...other.matchAll(PART)];
  /** @type {Placed[]} */
  const parts = [];
  /** @type {Placed[]} */
  const letters = [];
  /** @type {string[]} */
  const names = [];
  for (const [number, match] of [...written.matchAll(PART)].entries()) {
    const [, word, behind, joiner] = match;
    const also = found[number][1];
    const sign = belongs(behind, word) ? behind : "";
    const pieces = word.split(RUN).filter(Boolean);
    let start = index + match.index;
    for (const [at, piece] of pieces.entries()) {
      const end = start + piece.length;
      const units = RUN.test(piece) ? placed(piece, start) : [];
      if (units.length > 1) {
        letters.push(...units);
        for (let n = 1; n < units.length; n++) parts.push(pair(units[n - 1], units[n], piece));
      } else {
        const last = at === pieces.length - 1 ? sign : "";
        const name = cut(piece);
        parts.push({
          ...part(name, start - before.length, end + last.length),
          signed: before || last ? before + name + last : "",
          other: pieces.length === 1 && also !== word ? cut(also) : "",
        });
      }
      before = "";
      start = end;
    }
    names.push(parts[parts.length - 1].word + (NAME_JOINERS.includes(joiner) ? joiner : ""));
  }
  if (parts.length < 2 || parts.length > MAX_JOINED || names.length !== parts.length)
    return { parts, exact: "", joined: [], letters };
  const words = parts.map(({ word }) => word).join("");
  const exact = names.join("");
  const others = parts.map(({ word, other }) => other || word).join("");
  return {
    parts,
    exact: exact === words ? "" : exact,
    joined: others === words ? [words] : [words, others],
    letters,
  };
}

/** Whether a word is a sign that stands by itself. @param {string} word */
export const isSign = (word) => SIGNS.includes(word);

/** @param {string} word @param {number} start @param {number} end @returns {Placed} */
const part = (word, start, end) => ({ word, signed: "", other: "", run: "", start, end });

/** @param {Placed} one @param {Placed} next @param {string} run @returns {Placed} */
const pair = (one, next, run) => ({ ...part(one.word + next.word, one.start, next.end), run });

/** The letters of a run, each with its vowel signs. @param {string} run @param {number} start */
const placed = (run, start) =>
  [...run.matchAll(ONE)].map(({ 0: unit, index }) =>
    part(unit, start + index, start + index + unit.length),
  );

/** Whether a sign behind a word is part of it. @param {string} sign @param {string} word */
function belongs(sign, word) {
  if (sign === "*") return [...word].length === 1;
  return sign !== "%" || /[0-9]$/.test(word);
}

/** @param {string} word */
function cut(word) {
  return word.length <= MAX_PART ? word : [...word].slice(0, MAX_PART).join("");
}

/**
 * Whether a text ends with a word, so that the word may go on: not "darts+", nor a word with a space
 * behind. Stars at the end, as in other searches, only say so.
 * @param {string} text
 * @param {string} word
 */
export function goesOn(text, word) {
  const letters = [...folded(text)];
  while (letters[letters.length - 1] === "*") letters.pop();
  return letters.pop() === [...word].pop();
}

/** What a part is found as. @param {Part} part */
export const formsOf = ({ word, signed, other }) => [word, signed, other].filter(Boolean);

/** Folded text, and for each of its places where that stands in what was folded. @param {string} text */
function traced(text) {
  let plain = "";
  let other = "";
  /** @type {number[]} */
  const from = [];
  /** @type {number[]} */
  const to = [];
  // A letter with its marks becomes the same beside any other.
  for (const { 0: letter, index } of text.matchAll(/\P{M}?\p{M}*/gu)) {
    const now = decomposed(letter);
    const piece = fold(now);
    for (let n = 0; n < piece.length; n++) {
      from.push(index);
      to.push(index + letter.length);
    }
    plain += piece;
    other += now;
  }
  return { compounds: compoundsOf(plain, spelled(other)), from, to };
}

/**
 * Cut a text into pieces, those that a query found marked.
 * @param {string} text
 * @param {Set<string>} found forms
 */
export function pieces(text, found) {
  if (!found.size) return [{ text, marked: false }];
  const { compounds, from, to } = traced(text);
  /** @type {{text: string, marked: boolean}[]} */
  const cut = [];
  let done = 0;
  for (const { parts, exact, joined, letters } of compounds) {
    const whole = [exact, ...joined].some((form) => found.has(form));
    const marked = [...parts, ...letters].filter(
      (part) => whole || [...formsOf(part), part.run].some((form) => found.has(form)),
    );
    marked.sort((a, b) => a.start - b.start);
    for (const part of marked) {
      const start = Math.max(from[part.start], done);
      const end = to[part.end - 1];
      if (end <= done) continue;
      if (start > done) cut.push({ text: text.slice(done, start), marked: false });
      const last = cut[cut.length - 1];
      // Pairs of neighbours overlap: they are one mark.
      if (start === done && last?.marked) last.text += text.slice(start, end);
      else cut.push({ text: text.slice(start, end), marked: true });
      done = end;
    }
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
  const { compounds, from, to } = traced(query);
  let put = "";
  let done = 0;
  for (const { word, signed, run, start, end } of compounds.flatMap(({ parts }) => parts)) {
    const searched = used.get(run || signed || word);
    if (searched === undefined || to[end - 1] <= done) continue;
    if (from[start] >= done) put += query.slice(done, from[start]) + searched.normalize("NFC");
    done = to[end - 1];
  }
  return put + query.slice(done);
}

/** Return every form that `text` is found by, in order. @param {string} text */
export function forms(text) {
  return compounds(text).flatMap(({ parts, exact, joined, letters }) => [
    ...parts.flatMap(formsOf),
    ...letters.map(({ word }) => word),
    ...[exact, ...joined].filter(Boolean),
    ...new Set(parts.map(({ run, word }) => (run === word ? "" : run)).filter(isShort)),
  ]);
}

/** @param {string} run */
const isShort = (run) => run !== "" && (run.match(ONE)?.length ?? 0) <= MAX_RUN;

/** The slug that most have of a name: no file says it. @param {string} name */
export const usualSlug = (name) =>
  folded(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-");

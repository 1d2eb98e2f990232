// Names of areas and topics on the map: which of them have room, and drawing them.

/** Names of areas are shown until the map is enlarged so much. */
const AREAS_UNTIL = 2.6;
/** Of the whole map, so many names of topics are tried. */
const TOPICS_AT_FIRST = 26;
/** The height of a line, in sizes of its letters. */
const LINE = 1.15;
/** How far a name may give way to others, in sizes of its letters: the nearest first. */
const SHIFTS = [0, -1, 1, -2, 2];

/**
 * @typedef {import("./draw.js").Look} Look
 * @typedef {import("./draw.js").Pen} Pen
 * @typedef {import("./points.js").Name} Name
 * @typedef {import("./view.js").View} View
 * @typedef {[left: number, top: number, right: number, bottom: number]} Box
 * @typedef {{name: Name, size: number, bold: boolean}} Label
 */

/** @type {Map<string, number>} widths of texts, by their letters; measuring takes long */
const widths = new Map();

/**
 * Draw the names that have room, those of areas first, then those of most papers.
 * @param {Pen} pen
 * @param {View} view
 * @param {Look} look
 */
export function drawNames(pen, view, look) {
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.strokeStyle = look.paper;
  /** @type {Box[]} */
  const taken = [];
  for (const label of wanted(view)) {
    const { name, size, bold } = label;
    pen.font = `${bold ? "650 " : ""}${size}px ${look.font}`;
    const box = room(pen, view, label, taken);
    if (!box) continue;
    taken.push(box);
    const [left, top, right, bottom] = box;
    if (right <= 0 || left >= view.width || bottom <= 0 || top >= view.height) continue;
    pen.lineWidth = bold ? 5 : 4;
    pen.fillStyle = bold ? look.nameOf(name.colour) : look.ink;
    name.lines.forEach((line, at) => {
      const x = (left + right) / 2;
      const y = (top + bottom) / 2 + (at - (name.lines.length - 1) / 2) * size * LINE;
      pen.globalAlpha = 0.85;
      pen.strokeText(line, x, y);
      pen.globalAlpha = 1;
      pen.fillText(line, x, y);
    });
  }
}

/** @param {View} view @returns {Label[]} what may be said at this size of the map */
function wanted({ width, zoom, points }) {
  const narrow = width < 500;
  const areas = zoom < AREAS_UNTIL ? points.areas : [];
  const said = new Set(areas.map(({ lines }) => lines.join(" ")));
  const topics = points.topics.filter(({ lines }) => !said.has(lines[0]));
  const most = zoom >= 1.3 ? topics.length : narrow ? 0 : TOPICS_AT_FIRST;
  const sizeOfTopic = narrow ? 11 : zoom < 2 ? 12 : 13;
  return [
    ...areas.map((name) => ({ name, size: narrow ? 11.5 : 16, bold: true })),
    ...topics.slice(0, most).map((name) => ({ name, size: sizeOfTopic, bold: false })),
  ];
}

/**
 * Where a name has room beside those that stand already.
 * @param {Pen} pen with its letters
 * @param {View} view
 * @param {Label} label
 * @param {Box[]} taken
 * @returns {Box | undefined}
 */
function room(pen, view, { name, size }, taken) {
  const width = Math.max(...name.lines.map((line) => widthOf(pen, line)));
  const height = name.lines.length * size * LINE;
  const [x, y] = view.onScreen(name.x, name.y);
  // At the edge of the whole map a name moves in.
  const [edge, top] = view.onScreen(0, 0);
  const [end, bottom] = view.onScreen(view.points.width, view.points.height);
  const left = Math.max(edge + width / 2 + 2, Math.min(end - width / 2 - 2, x));
  /** @param {number} middle */
  const inside = (middle) =>
    Math.max(top + height / 2 + 2, Math.min(bottom - height / 2 - 2, middle));
  return SHIFTS.map((lines) => inside(y + lines * size))
    .map(
      (middle) =>
        /** @type {Box} */ ([
          left - width / 2 - 3,
          middle - height / 2,
          left + width / 2 + 3,
          middle + height / 2,
        ]),
    )
    .find((box) => !taken.some((other) => meet(box, other)));
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** @param {Pen} pen @param {string} text */
function widthOf(pen, text) {
  const key = pen.font + text;
  const width = widths.get(key) ?? pen.measureText(text).width;
  widths.set(key, width);
  return width;
}

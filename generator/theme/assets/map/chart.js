// Draws the map on a canvas: which part of it, how large, with which papers highlighted.

const MOST = 24;
const GLIDE = 180; // milliseconds
const AREAS_UNTIL = 2.6;
/** Units of the map in a pixel of the drawn regions, whose edges are soft. */
const FINE = 2;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

function blank(width, height) {
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** A disc of so many pixels on a canvas of its own. */
function disc(radius, colour, dots) {
  const side = Math.ceil(radius * dots) * 2 + 2;
  const canvas = blank(side, side);
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour;
  pen.arc(side / 2, side / 2, radius * dots, 0, 7);
  pen.fill();
  return canvas;
}

export class Chart {
  /**
   * @param {HTMLElement} frame what the canvas fills
   * @param {HTMLCanvasElement} canvas
   * @param {import("./points.js").Points} points
   */
  constructor(frame, canvas, points) {
    this.frame = frame;
    this.canvas = canvas;
    this.points = points;
    /** Called when another part is shown. */
    this.moved = () => {};
    this.zoom = 1;
    /** The middle of what is shown, in units of the map. */
    this.x = points.width / 2;
    this.y = points.height / 2;
    /** @type {Set<number> | null} the papers that stand out, null for all */
    this.chosen = null;
    /** The paper with a ring, -1 for none. */
    this.marked = -1;
    this.widths = new Map();
    this.pending = 0;
    new ResizeObserver(() => this.resize()).observe(frame);
    const recolour = () => {
      this.readColours();
      this.redraw();
    };
    dark.addEventListener("change", recolour);
    new MutationObserver(recolour).observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
    this.readColours();
    this.resize();
  }

  /** Pixels of a unit of the map. */
  get scale() {
    const { width, height } = this.points;
    return this.zoom * Math.min(this.width / width, this.height / height);
  }

  /** How large a point is, in pixels; the same as in the picture (generator/pages/map). */
  get radius() {
    const unit = this.scale / this.zoom;
    return Math.max(2.6, Math.min(11, 260 / Math.sqrt(this.points.count))) * unit * this.zoom ** 0.55;
  }

  /** The colours of the page's scheme, as it works them out. */
  readColours() {
    const probe = document.createElement("span");
    probe.className = "map-dot";
    this.frame.append(probe);
    const read = () => getComputedStyle(probe).color;
    this.colours = [read()];
    for (let number = 1; number <= 10; number++) {
      probe.dataset.area = String(number);
      this.colours.push(read());
    }
    probe.remove();
    this.regions = undefined;
    const style = getComputedStyle(this.frame);
    [this.ink, this.paper, this.font] = [style.color, style.backgroundColor, style.fontFamily];
  }

  resize() {
    this.width = this.frame.clientWidth;
    this.height = this.frame.clientHeight;
    this.dots = Math.min(devicePixelRatio || 1, 3);
    this.canvas.width = Math.round(this.width * this.dots);
    this.canvas.height = Math.round(this.height * this.dots);
    this.show(this.x, this.y, this.zoom);
    this.draw(); // at once: a canvas whose size is set is empty
  }

  /** Show a part of the map: its middle and how much larger it is than the whole. */
  show(x, y, zoom) {
    const { width, height } = this.points;
    this.zoom = Math.max(1, Math.min(MOST, zoom));
    const inside = (value, size, seen) =>
      seen >= size ? size / 2 : Math.max(seen / 2, Math.min(size - seen / 2, value));
    this.x = inside(x, width, this.width / this.scale);
    this.y = inside(y, height, this.height / this.scale);
    this.canvas.classList.toggle("zoomed", this.zoom > 1);
    this.redraw();
    this.moved();
  }

  /** Zoom so that what is at a place of the screen stays there; `glide` for more than a touch. */
  zoomBy(factor, at = [this.width / 2, this.height / 2], glide = true) {
    const zoom = Math.max(1, Math.min(MOST, this.zoom * factor));
    const [x, y] = this.placeAt(...at);
    const part = 1 - this.zoom / zoom;
    this.glideTo(this.x + (x - this.x) * part, this.y + (y - this.y) * part, zoom, glide);
  }

  glideTo(x, y, zoom, glide = true) {
    cancelAnimationFrame(this.gliding);
    if (!glide || still.matches) return this.show(x, y, zoom);
    const from = [this.x, this.y, this.zoom];
    let start;
    const step = (now) => {
      start ??= now;
      const time = Math.min(1, (now - start) / GLIDE);
      const part = time * (2 - time);
      this.show(...[x, y, zoom].map((to, n) => from[n] + (to - from[n]) * part));
      if (time < 1) this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  whole() {
    this.glideTo(this.points.width / 2, this.points.height / 2, 1);
  }

  moveBy(right, down) {
    this.show(this.x + right / this.scale, this.y + down / this.scale, this.zoom);
  }

  /** @returns {[number, number]} the place of the map at a place of the screen */
  placeAt(left, top) {
    return [this.x + (left - this.width / 2) / this.scale, this.y + (top - this.height / 2) / this.scale];
  }

  /** @returns {[number, number]} the place of the screen where a paper lies */
  screenAt(paper) {
    return this.onScreen(this.points.x[paper], this.points.y[paper]);
  }

  onScreen(x, y) {
    return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2];
  }

  isSeen(paper) {
    const [left, top] = this.screenAt(paper);
    return left >= 0 && left <= this.width && top >= 0 && top <= this.height;
  }

  stands(paper) {
    return !this.chosen || this.chosen.has(paper);
  }

  /** The paper under a place of the screen, with some room around it; those that stand out first. */
  paperAt(left, top, room) {
    const [x, y] = this.placeAt(left, top);
    const reach = (this.radius + room) / this.scale;
    const found = this.points.nearest(x, y, reach, (paper) => this.stands(paper));
    return found < 0 && this.chosen ? this.points.nearest(x, y, reach / 2) : found;
  }

  /** The paper nearest to the middle, among those that stand out. */
  middle() {
    const reach = Math.hypot(this.width, this.height) / 2 / this.scale;
    return this.points.nearest(this.x, this.y, reach, (paper) => this.stands(paper));
  }

  mark(paper) {
    if (paper === this.marked) return;
    this.marked = paper;
    this.redraw();
  }

  redraw() {
    this.pending ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    const pen = this.canvas.getContext("2d");
    pen.setTransform(this.dots, 0, 0, this.dots, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    const { radius } = this;
    this.regions ??= this.drawnRegions();
    pen.globalAlpha = this.chosen ? 0.06 : 0.1;
    const { width, height } = this.points;
    pen.drawImage(this.regions, ...this.onScreen(0, 0), width * this.scale, height * this.scale);
    if (this.chosen) this.drawPoints(pen, radius * 0.8, 0.16, (paper) => !this.chosen.has(paper));
    this.drawPoints(pen, this.chosen ? radius * 1.15 : radius, 0.8, (paper) => this.stands(paper));
    pen.globalAlpha = 1;
    this.drawNames(pen);
    if (this.marked >= 0) this.drawMark(pen, radius);
  }

  /** The regions of the areas, of full colour; drawn once, as it takes long, and then enlarged. */
  drawnRegions() {
    const { width, height, count, x, y, ofColour } = this.points;
    const radius = Math.max(16, Math.min(60, 1250 / Math.sqrt(count))) / FINE;
    const drawn = blank(width / FINE, height / FINE);
    const pen = drawn.getContext("2d");
    for (const [colour, papers] of ofColour) {
      if (!colour) continue;
      const dot = disc(radius, this.colours[colour], 1);
      for (const paper of papers) pen.drawImage(dot, x[paper] / FINE - dot.width / 2, y[paper] / FINE - dot.height / 2);
    }
    return drawn;
  }

  /** Each point is a copy of one drawn disc: ten thousand of them are drawn within a frame. */
  drawPoints(pen, radius, alpha, test) {
    const { x, y, ofColour } = this.points;
    const { scale } = this;
    const left = this.width / 2 - this.x * scale;
    const top = this.height / 2 - this.y * scale;
    pen.globalAlpha = alpha;
    for (const [colour, papers] of ofColour) {
      const tiny = radius * this.dots < 1.5; // a square looks the same, and is quicker
      const dot = disc(radius, this.colours[colour], this.dots);
      pen.fillStyle = this.colours[colour];
      const size = dot.width / this.dots;
      for (const paper of papers) {
        const atX = x[paper] * scale + left - size / 2;
        const atY = y[paper] * scale + top - size / 2;
        if (atX < -size || atY < -size || atX > this.width || atY > this.height || !test(paper)) continue;
        if (tiny) pen.fillRect(atX + size / 2 - radius, atY + size / 2 - radius, 1.8 * radius, 1.8 * radius);
        else pen.drawImage(dot, atX, atY, size, size);
      }
    }
  }

  drawMark(pen, radius) {
    const [left, top] = this.screenAt(this.marked);
    pen.beginPath();
    pen.arc(left, top, radius * 1.15 + 1, 0, 7);
    pen.fillStyle = this.colours[this.points.colourOf[this.marked]];
    pen.fill();
    for (const [more, colour, width] of [[5, this.paper, 5], [4, this.ink, 2]]) {
      pen.beginPath();
      pen.arc(left, top, radius + more, 0, 7);
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
  }

  drawNames(pen) {
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.strokeStyle = this.paper;
    for (const { name, left, top, size, bold } of this.names(pen)) {
      pen.font = this.letters(size, bold);
      pen.lineWidth = bold ? 5 : 4;
      pen.fillStyle = bold ? this.colours[name.colour] : this.ink;
      name.lines.forEach((line, at) => {
        const y = top + (at - (name.lines.length - 1) / 2) * size * 1.15;
        pen.globalAlpha = 0.85;
        pen.strokeText(line, left, y);
        pen.globalAlpha = 1;
        pen.fillText(line, left, y);
      });
    }
  }

  letters(size, bold) {
    return `${bold ? "650 " : ""}${size}px ${this.font}`;
  }

  /** The names that have room, those of areas first, then those of most papers. */
  names(pen) {
    const narrow = this.width < 500;
    const { zoom } = this;
    const found = [];
    const taken = [];
    const add = (name, size, bold) => {
      pen.font = this.letters(size, bold);
      const width = Math.max(...name.lines.map((line) => this.widthOf(pen, line)));
      const height = name.lines.length * size * 1.15;
      let [left, top] = this.onScreen(name.x, name.y);
      // At the edge of the whole map a name moves in.
      const edge = this.onScreen(0, 0)[0];
      const end = this.onScreen(this.points.width, 0)[0];
      left = Math.max(edge + width / 2 + 2, Math.min(end - width / 2 - 2, left));
      const boxAt = (middle) => [left - width / 2 - 3, middle - height / 2, left + width / 2 + 3, middle + height / 2];
      const meets = (box) =>
        taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
      const free = [0, -1, 1, -2, 2].map((lines) => top + lines * size).find((middle) => !meets(boxAt(middle)));
      if (free === undefined) return;
      top = free;
      const box = boxAt(top);
      taken.push(box);
      if (box[2] > 0 && box[0] < this.width && box[3] > 0 && box[1] < this.height)
        found.push({ name, left, top, size, bold });
    };
    if (zoom < AREAS_UNTIL) for (const name of this.points.areas) add(name, narrow ? 11.5 : 16, true);
    const most = narrow && zoom < 1.3 ? 0 : zoom < 1.3 ? 26 : Infinity;
    const said = new Set(zoom < AREAS_UNTIL ? this.points.areas.map(({ lines }) => lines.join(" ")) : []);
    const topics = this.points.topics.filter(({ lines }) => !said.has(lines[0]));
    for (const name of topics.slice(0, most)) add(name, narrow ? 11 : zoom < 2 ? 12 : 13, false);
    return found;
  }

  widthOf(pen, text) {
    const key = pen.font + text;
    if (!this.widths.has(key)) this.widths.set(key, pen.measureText(text).width);
    return this.widths.get(key);
  }
}

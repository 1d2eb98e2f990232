// Which part of the map is shown, and how large: panning and zooming, and where papers lie in it.

const MOST = 24;
const GLIDE = 180; // milliseconds
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** @typedef {[left: number, top: number]} Spot a place of the screen, from the frame's corner */

export class View {
  /** @param {import("./points.js").Points} points */
  constructor(points) {
    this.points = points;
    this.width = 0;
    this.height = 0;
    this.zoom = 1;
    /** The middle of what is shown, in units of the map. */
    this.x = points.width / 2;
    this.y = points.height / 2;
    /** @type {Set<number> | null} the papers that stand out, null for all */
    this.chosen = null;
    this.gliding = 0;
    /** @type {(() => void)[]} called when another part is shown */
    this.listeners = [];
  }

  /** Pixels of a unit of the map. */
  get scale() {
    const { width, height } = this.points;
    return this.zoom * Math.min(this.width / width, this.height / height);
  }

  /** How large a point is, in pixels; the same as in the picture (generator/pages/map). */
  get radius() {
    const unit = this.scale / this.zoom;
    const radius = Math.max(2.6, Math.min(11, 260 / Math.sqrt(this.points.count)));
    return radius * unit * this.zoom ** 0.55;
  }

  /** Take the size of the frame, in pixels. @param {number} width @param {number} height */
  resize(width, height) {
    this.width = width;
    this.height = height;
    this.show(this.x, this.y, this.zoom);
  }

  /**
   * Show a part of the map: its middle and how much larger it is than the whole.
   * @param {number} x
   * @param {number} y
   * @param {number} zoom
   */
  show(x, y, zoom) {
    const { width, height } = this.points;
    this.zoom = Math.max(1, Math.min(MOST, zoom));
    this.x = inside(x, width, this.width / this.scale);
    this.y = inside(y, height, this.height / this.scale);
    for (const listener of this.listeners) listener();
  }

  /**
   * Zoom so that what is at a place of the screen stays there; `glide` for more than a touch.
   * @param {number} factor
   * @param {Spot} [at]
   * @param {boolean} [glide]
   */
  zoomBy(factor, at = [this.width / 2, this.height / 2], glide = true) {
    const zoom = Math.max(1, Math.min(MOST, this.zoom * factor));
    const [x, y] = this.placeAt(...at);
    const part = 1 - this.zoom / zoom;
    this.glideTo(this.x + (x - this.x) * part, this.y + (y - this.y) * part, zoom, glide);
  }

  /** @param {number} x @param {number} y @param {number} zoom @param {boolean} [glide] */
  glideTo(x, y, zoom, glide = true) {
    cancelAnimationFrame(this.gliding);
    if (!glide || still.matches) return this.show(x, y, zoom);
    const from = { x: this.x, y: this.y, zoom: this.zoom };
    /** @type {number | undefined} */
    let start;
    /** @param {number} now */
    const step = (now) => {
      start ??= now;
      const time = Math.min(1, (now - start) / GLIDE);
      const part = time * (2 - time);
      this.show(
        from.x + (x - from.x) * part,
        from.y + (y - from.y) * part,
        from.zoom + (zoom - from.zoom) * part,
      );
      if (time < 1) this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  whole() {
    this.glideTo(this.points.width / 2, this.points.height / 2, 1);
  }

  /** Move by so many pixels. @param {number} right @param {number} down */
  moveBy(right, down) {
    this.show(this.x + right / this.scale, this.y + down / this.scale, this.zoom);
  }

  /** @param {number} left @param {number} top @returns {[number, number]} the place of the map there */
  placeAt(left, top) {
    return [
      this.x + (left - this.width / 2) / this.scale,
      this.y + (top - this.height / 2) / this.scale,
    ];
  }

  /** @param {number} x @param {number} y @returns {Spot} where a place of the map is on the screen */
  onScreen(x, y) {
    return [
      (x - this.x) * this.scale + this.width / 2,
      (y - this.y) * this.scale + this.height / 2,
    ];
  }

  /** Where a paper lies. @param {number} paper */
  spotOf(paper) {
    return this.onScreen(this.points.x[paper], this.points.y[paper]);
  }

  /** @param {number} paper */
  isSeen(paper) {
    const [left, top] = this.spotOf(paper);
    return left >= 0 && left <= this.width && top >= 0 && top <= this.height;
  }

  /** Whether a paper stands out. @param {number} paper */
  stands(paper) {
    return !this.chosen || this.chosen.has(paper);
  }

  /**
   * The paper under a place of the screen, or -1; those that stand out first.
   * @param {Spot} spot
   * @param {number} room around a point that belongs to it, in pixels
   */
  paperAt([left, top], room) {
    const [x, y] = this.placeAt(left, top);
    const reach = (this.radius + room) / this.scale;
    const found = this.points.nearest(x, y, reach, (paper) => this.stands(paper));
    return found < 0 && this.chosen ? this.points.nearest(x, y, reach / 2) : found;
  }

  /** The paper nearest to the middle, among those that stand out; or -1. */
  middle() {
    const reach = Math.hypot(this.width, this.height) / 2 / this.scale;
    return this.points.nearest(this.x, this.y, reach, (paper) => this.stands(paper));
  }
}

/**
 * Keep what is seen within the map; what is smaller than the frame is in its middle.
 * @param {number} value
 * @param {number} size
 * @param {number} seen
 */
function inside(value, size, seen) {
  return seen >= size ? size / 2 : Math.max(seen / 2, Math.min(size - seen / 2, value));
}

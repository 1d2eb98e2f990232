// Draws the map on a canvas, in the colours of the page's scheme: regions of areas, points, names.

import { make } from "../shared/dom.js";
import { drawNames } from "./labels.js";

/** Units of the map in a pixel of the drawn regions, whose edges are soft. */
const FINE = 2;
/** How far around its points an area is coloured; as in generator/pages/map/picture.py. */
const REGION = { size: 1250, least: 16, most: 60 };
/** What may change the colours of a page that is open. */
const MOODS = [
  "(prefers-color-scheme: dark)",
  "(prefers-contrast: more)",
  "(forced-colors: active)",
];

/** @typedef {CanvasRenderingContext2D} Pen */
/**
 * @typedef {object} Look of the page's scheme
 * @property {(number: number) => string} colourOf papers, by the number of their colour; 0 for those
 *   of none
 * @property {(number: number) => string} nameOf the name of an area, by the number of its colour
 * @property {string} ink
 * @property {string} paper
 * @property {string} font
 */

export class Drawing {
  /**
   * @param {HTMLElement} frame what the canvas fills
   * @param {HTMLCanvasElement} canvas
   * @param {import("./view.js").View} view
   */
  constructor(frame, canvas, view) {
    this.frame = frame;
    this.canvas = canvas;
    this.pen = penOf(canvas);
    this.view = view;
    /** The paper with a ring, -1 for none. */
    this.marked = -1;
    this.pending = 0;
    this.dots = 1;
    this.colouring = view.points.byArea;
    this.look = lookOf(frame, this.colouring);
    /** @type {HTMLCanvasElement | undefined} */
    this.regions = undefined;
    view.listeners.push(() => {
      canvas.classList.toggle("zoomed", view.zoom > 1);
      this.redraw();
    });
    new ResizeObserver(() => this.resize()).observe(frame);
    const recolour = () => this.colour(this.colouring);
    for (const mood of MOODS) matchMedia(mood).addEventListener("change", recolour);
    new MutationObserver(recolour).observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
    this.resize();
  }

  /** Draw in other colours, or in those of another scheme. @param {import("./points.js").Colouring} colouring */
  colour(colouring) {
    this.colouring = colouring;
    this.look = lookOf(this.frame, colouring);
    this.regions = undefined;
    this.redraw();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.frame;
    this.dots = Math.min(devicePixelRatio || 1, 3);
    this.canvas.width = Math.round(width * this.dots);
    this.canvas.height = Math.round(height * this.dots);
    this.view.resize(width, height);
    this.draw(); // at once: a canvas whose size is set is empty
  }

  /** Put the ring around a paper, or around none: -1. @param {number} paper */
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
    const { pen, view } = this;
    const { chosen, points, radius, scale } = view;
    pen.setTransform(this.dots, 0, 0, this.dots, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    // Regions are those of areas: years lie in each other.
    if (this.colouring === points.byArea) {
      this.regions ??= drawnRegions(points, this.look);
      pen.globalAlpha = chosen ? 0.06 : 0.1;
      const corner = view.onScreen(0, 0);
      pen.drawImage(this.regions, ...corner, points.width * scale, points.height * scale);
    }
    if (chosen) this.drawPoints(radius * 0.8, 0.16, (paper) => !chosen.has(paper));
    this.drawPoints(chosen ? radius * 1.15 : radius, 0.8, (paper) => view.stands(paper));
    pen.globalAlpha = 1;
    drawNames(pen, view, this.look);
    if (this.marked >= 0) this.drawMark(this.marked);
  }

  /**
   * Each point is a copy of one drawn disc: ten thousand of them are drawn within a frame.
   * @param {number} radius
   * @param {number} alpha
   * @param {(paper: number) => boolean} test
   */
  drawPoints(radius, alpha, test) {
    const { dots, pen, view } = this;
    const { scale, width, height } = view;
    const { x, y } = view.points;
    const { ofColour } = this.colouring;
    const left = width / 2 - view.x * scale;
    const top = height / 2 - view.y * scale;
    const tiny = radius * dots < 1.5; // a square looks the same, and is quicker
    pen.globalAlpha = alpha;
    for (const [number, papers] of ofColour) {
      const colour = this.look.colourOf(number);
      const dot = disc(radius, colour, dots);
      const size = dot.width / dots;
      pen.fillStyle = colour;
      for (const paper of papers) {
        const atX = x[paper] * scale + left;
        const atY = y[paper] * scale + top;
        const seen =
          atX >= -size / 2 &&
          atY >= -size / 2 &&
          atX <= width + size / 2 &&
          atY <= height + size / 2;
        if (!seen || !test(paper)) continue;
        if (tiny) pen.fillRect(atX - radius, atY - radius, 1.8 * radius, 1.8 * radius);
        else pen.drawImage(dot, atX - size / 2, atY - size / 2, size, size);
      }
    }
  }

  /** @param {number} paper */
  drawMark(paper) {
    const { look, pen, view } = this;
    const [left, top] = view.spotOf(paper);
    /** @param {number} radius */
    const circle = (radius) => {
      pen.beginPath();
      pen.arc(left, top, radius, 0, 7);
    };
    circle(view.radius * 1.15 + 1);
    pen.fillStyle = look.colourOf(this.colouring.colourOf[paper]);
    pen.fill();
    for (const { more, colour, width } of [
      { more: 5, colour: look.paper, width: 5 },
      { more: 4, colour: look.ink, width: 2 },
    ]) {
      circle(view.radius + more);
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
  }
}

/**
 * The colours and letters of the page's scheme, as the browser works them out.
 * @param {HTMLElement} frame
 * @param {import("./points.js").Colouring} colouring
 * @returns {Look}
 */
function lookOf(frame, { of, ofColour }) {
  const probe = make("span", { class: "cat-map__dot" });
  frame.append(probe);
  /** @type {Map<number, string>} */
  const colours = new Map();
  for (const number of new Set([...ofColour.keys(), 0])) {
    if (number || of === "span") probe.dataset[of] = String(number);
    else delete probe.dataset[of];
    colours.set(number, getComputedStyle(probe).color);
  }
  probe.remove();
  const { color: ink, backgroundColor: paper, fontFamily: font } = getComputedStyle(frame);
  /** @param {number} number */
  const colourOf = (number) => colours.get(number) ?? ink;
  return { colourOf, nameOf: of === "area" ? colourOf : () => ink, ink, paper, font };
}

/**
 * The regions of the areas, of full colour; drawn once, as it takes long, and then enlarged.
 * @param {import("./points.js").Points} points
 * @param {Look} look
 */
function drawnRegions({ width, height, count, x, y, byArea }, look) {
  const { size, least, most } = REGION;
  const radius = Math.max(least, Math.min(most, size / Math.sqrt(count))) / FINE;
  const drawn = blank(width / FINE, height / FINE);
  const pen = penOf(drawn);
  for (const [number, papers] of byArea.ofColour) {
    if (!number) continue;
    const dot = disc(radius, look.colourOf(number), 1);
    for (const paper of papers)
      pen.drawImage(dot, x[paper] / FINE - dot.width / 2, y[paper] / FINE - dot.height / 2);
  }
  return drawn;
}

/** A disc of so many pixels on a canvas of its own. @param {number} radius @param {string} colour @param {number} dots */
function disc(radius, colour, dots) {
  const side = Math.ceil(radius * dots) * 2 + 2;
  const canvas = blank(side, side);
  const pen = penOf(canvas);
  pen.fillStyle = colour;
  pen.arc(side / 2, side / 2, radius * dots, 0, 7);
  pen.fill();
  return canvas;
}

/** @param {number} width @param {number} height */
function blank(width, height) {
  return make("canvas", { width: Math.floor(width), height: Math.floor(height) });
}

/** @param {HTMLCanvasElement} canvas */
function penOf(canvas) {
  return /** @type {Pen} */ (canvas.getContext("2d"));
}

// Moves over the map by pointer, wheel and keys, and tells which paper is pointed at.

import { button, find } from "../shared/dom.js";
import { say } from "../shared/words.js";

const STEP = 1.6; // of a button or key
const NEAR = 6; // pixels around a point that belong to it
const NEAR_FINGER = 14;
const STILL = 5; // pixels that a click may move

/** @typedef {import("./view.js").Spot} Spot */

/**
 * @param {HTMLElement} frame
 * @param {HTMLCanvasElement} canvas
 * @param {import("./view.js").View} view
 * @param {{point: (paper: number, held: boolean) => void, open: () => void, close: () => void,
 *   travelled: () => void}} told `point`: a paper is under the pointer (-1: none), `held` if clicked;
 *   `open`: the paper in the middle is wanted; `travelled`: the keys moved the map
 */
export function control(frame, canvas, view, told) {
  /** @param {string} name @param {string} sign @param {() => void} action */
  const tool = (name, sign, action) => button(sign, action, { "aria-label": name, title: name });
  find(".cat-map__buttons").append(
    tool(say("Zoom in"), "+", () => view.zoomBy(STEP)),
    tool(say("Zoom out"), "−", () => view.zoomBy(1 / STEP)),
    tool(say("Whole map"), "⤢", () => view.whole()),
  );

  /** @type {Map<number, Spot>} the fingers on the map, where they were last */
  const fingers = new Map();
  let travel = 0;
  /** @param {MouseEvent} event @returns {Spot} */
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  /** @param {PointerEvent} event */
  const paperAt = (event) =>
    view.paperAt(at(event), event.pointerType === "mouse" ? NEAR : NEAR_FINGER);

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, at(event));
    travel = fingers.size > 1 ? Infinity : 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      const paper = paperAt(event);
      canvas.classList.toggle("pointing", paper >= 0);
      return told.point(paper, false);
    }
    const now = at(event);
    travel += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    fingers.set(event.pointerId, now);
    if (!other) {
      if (travel > STILL) view.moveBy(before[0] - now[0], before[1] - now[1]);
      return;
    }
    /** @param {Spot} one */
    const far = (one) => Math.max(1, Math.hypot(one[0] - other[0], one[1] - other[1]));
    /** @param {Spot} one @returns {Spot} */
    const half = (one) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
    const [from, to] = [half(before), half(now)];
    view.zoomBy(far(now) / far(before), to, false);
    view.moveBy(from[0] - to[0], from[1] - to[1]);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (fingers.delete(event.pointerId) && travel <= STILL) told.point(paperAt(event), true);
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => told.point(-1, false));
  canvas.addEventListener("dblclick", (event) => view.zoomBy(STEP, at(event)));

  canvas.addEventListener(
    "wheel",
    (event) => {
      // The wheel scrolls the page, unless the map was turned to and has something to do with it.
      const wanted = document.activeElement === canvas && (event.deltaY < 0 || view.zoom > 1);
      if (!event.ctrlKey && !wanted) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 30 : 1;
      const size = Math.max(-120, Math.min(120, event.deltaY * lines));
      const speed = event.ctrlKey && Math.abs(size) < 40 ? 0.012 : 0.0035;
      view.zoomBy(Math.exp(-size * speed), at(event), false);
    },
    { passive: false },
  );

  /** @type {Partial<Record<string, [number, number]>>} */
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = ways[event.key];
    if (way) view.moveBy((way[0] * view.width) / 8, (way[1] * view.height) / 8);
    else if (event.key === "+" || event.key === "=") view.zoomBy(STEP);
    else if (event.key === "-") view.zoomBy(1 / STEP);
    else if (event.key === "0") view.whole();
    else if (event.key === "Enter") return told.open();
    else return;
    event.preventDefault();
    told.travelled();
  });
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") told.close();
  });
}

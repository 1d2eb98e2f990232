// Moves over the map by pointer, wheel and keys, and tells which paper is pointed at.

import { make } from "../search/shared.js";

const STEP = 1.6; // of a button or key
const NEAR = 6; // pixels around a point that belong to it
const NEAR_FINGER = 14;
const STILL = 5; // pixels that a click may move

/**
 * @param {import("./chart.js").Chart} chart
 * @param {{point: (paper: number, held: boolean) => void, open: () => void, close: () => void,
 *   travelled: () => void}} told `point`: a paper is under the pointer (-1: none), `held` if clicked;
 *   `open`: the paper in the middle is wanted; `travelled`: the keys moved the map
 */
export function control(chart, told) {
  const { canvas, frame } = chart;
  const buttons = [
    ["Zoom in", "+", () => chart.zoomBy(STEP)],
    ["Zoom out", "−", () => chart.zoomBy(1 / STEP)],
    ["Whole map", "⤢", () => chart.whole()],
  ].map(([name, sign, action]) => {
    const button = make("button", { type: "button", "aria-label": name, title: name }, sign);
    button.addEventListener("click", action);
    return button;
  });
  document.querySelector(".map-buttons").append(...buttons);

  /** @type {Map<number, [number, number]>} the fingers on the map, where they were last */
  const fingers = new Map();
  let travel = 0;
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return /** @type {[number, number]} */ ([event.clientX - box.left, event.clientY - box.top]);
  };
  const paperAt = (event) =>
    chart.paperAt(...at(event), event.pointerType === "mouse" ? NEAR : NEAR_FINGER);

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
      if (travel > STILL) chart.moveBy(before[0] - now[0], before[1] - now[1]);
      return;
    }
    const far = (one) => Math.max(1, Math.hypot(one[0] - other[0], one[1] - other[1]));
    const half = (one) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
    const [from, to] = [half(before), half(now)];
    chart.zoomBy(far(now) / far(before), to, false);
    chart.moveBy(from[0] - to[0], from[1] - to[1]);
  });
  for (const name of ["pointerup", "pointercancel"])
    canvas.addEventListener(name, (event) => {
      if (!fingers.delete(event.pointerId) || name === "pointercancel") return;
      if (travel <= STILL) told.point(paperAt(event), true);
    });
  canvas.addEventListener("pointerleave", () => told.point(-1, false));
  canvas.addEventListener("dblclick", (event) => chart.zoomBy(STEP, at(event)));

  canvas.addEventListener(
    "wheel",
    (event) => {
      // The wheel scrolls the page, unless the map was turned to and has something to do with it.
      const wanted = document.activeElement === canvas && (event.deltaY < 0 || chart.zoom > 1);
      if (!event.ctrlKey && !wanted) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 30 : 1;
      const size = Math.max(-120, Math.min(120, event.deltaY * lines));
      chart.zoomBy(Math.exp(-size * (event.ctrlKey && Math.abs(size) < 40 ? 0.012 : 0.0035)), at(event), false);
    },
    { passive: false },
  );

  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = ways[event.key];
    if (way) chart.moveBy((way[0] * chart.width) / 8, (way[1] * chart.height) / 8);
    else if (event.key === "+" || event.key === "=") chart.zoomBy(STEP);
    else if (event.key === "-") chart.zoomBy(1 / STEP);
    else if (event.key === "0") chart.whole();
    else if (event.key === "Enter") return told.open();
    else return;
    event.preventDefault();
    told.travelled();
  });
  frame.addEventListener("keydown", (event) => event.key === "Escape" && told.close());
}

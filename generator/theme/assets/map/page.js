// The page of the map. What is highlighted is in its address: ?q=…&topic=…

import { make, openEngine, paperAddress } from "../search/shared.js";
import { Chart } from "./chart.js";
import { control } from "./controls.js";
import { createCard, fillList } from "./papers.js";
import { fetchPoints } from "./points.js";

const LISTED = 30;
const PAUSE = 200; // milliseconds after the last movement, before the list follows

const find = (name) => /** @type {any} */ (document.querySelector(name));
const frame = find(".map-frame");
const form = find(".map-wishes");
const status = find(".map-status");
const list = find(".map-papers ol");
const note = find(".map-note");

const counted = (count) => `${count} ${count === 1 ? "paper" : "papers"}`;

async function start() {
  let points;
  try {
    points = await fetchPoints();
  } catch (error) {
    return fail("The map could not be loaded.", error, start);
  }
  status.textContent = "";
  run(points);
}

function fail(text, error, again) {
  console.warn(error);
  const retry = make("button", { type: "button" }, "Retry");
  retry.addEventListener("click", () => (error.stuck ? location.reload() : again()));
  status.replaceChildren(`${text} `, retry);
}

/** @param {import("./points.js").Points} points */
function run(points) {
  const said = make("p", { class: "map-said", "aria-live": "polite" });
  const canvas = make("canvas", {
    tabindex: 0,
    role: "application",
    "aria-label": "Map of papers",
    "aria-describedby": note.id,
  });
  frame.append(canvas, said);
  const chart = new Chart(frame, canvas, points);
  const card = createCard(chart);
  chart.moved = later;
  frame.classList.add("live");
  let shown = false; // whether the list is on the screen
  let timer = 0;
  let turn = 0; // of the list
  let choosing = 0;
  let pointing = 0;

  /** Load what is shown of papers; the numbers are only good for the index of the same build. */
  async function load(numbers) {
    const engine = await openEngine();
    if (engine.start.documents !== points.count) {
      throw Object.assign(new Error("the map and the index are of two builds"), { stuck: true });
    }
    return { engine, papers: await engine.load(numbers) };
  }

  async function point(paper, hold, speak = false) {
    const mine = ++pointing;
    if (paper < 0 && speak) said.textContent = "No paper is in view.";
    if (paper < 0) return hold ? card.hide() : card.leave();
    if (card.held && !hold) return;
    if (paper === chart.marked && !hold) return;
    try {
      const { engine, papers } = await load([paper]);
      if (mine !== pointing) return;
      chart.mark(paper);
      card.show(engine, papers[0], hold);
      if (speak) said.textContent = `In the middle: ${papers[0].title}`;
    } catch (error) {
      if (mine === pointing) fail("The papers could not be loaded.", error, () => point(paper, hold));
    }
  }

  const middle = () => point(chart.middle(), true, true);
  let travelling = 0;
  control(chart, {
    point,
    close: card.hide,
    async open() {
      const paper = chart.middle();
      if (paper < 0) return;
      try {
        const { papers } = await load([paper]);
        location.assign(paperAddress(papers[0].id));
      } catch (error) {
        fail("The paper could not be loaded.", error, middle);
      }
    },
    travelled() {
      clearTimeout(travelling);
      travelling = setTimeout(middle, PAUSE * 1.5);
    },
  });

  /** The list follows when the map rests, but not while somebody is in it. */
  function later() {
    card.place();
    clearTimeout(timer);
    timer = setTimeout(() => !list.contains(document.activeElement) && showList(), PAUSE);
  }

  async function showList() {
    if (!shown) return;
    const mine = ++turn;
    const all = chart.chosen ? [...chart.chosen] : Array.from(points.x, (_, paper) => paper);
    const seen = all.filter((paper) => chart.isSeen(paper));
    const meant = seen.length ? seen : all;
    const far = (paper) => (points.x[paper] - chart.x) ** 2 + (points.y[paper] - chart.y) ** 2;
    meant.sort((a, b) => far(a) - far(b) || a - b);
    const numbers = meant.slice(0, LISTED);
    try {
      const { engine, papers } = await load(numbers);
      if (mine !== turn) return;
      fillList(list, engine, numbers, papers);
      const where = chart.zoom > 1 ? `, ${seen.length || "none"} in view` : "";
      const which = meant.length > LISTED ? `; the ${LISTED} nearest to the middle:` : "";
      status.textContent = `${wished()}${where}${which}`;
    } catch (error) {
      if (mine === turn) fail("The papers could not be loaded.", error, showList);
    }
  }

  const wished = () =>
    chart.chosen
      ? `${chart.chosen.size || "No"} of ${counted(points.count)} highlighted`
      : counted(points.count);

  new IntersectionObserver(([entry]) => {
    shown = entry.isIntersecting;
    if (shown && !list.children.length) showList();
  }).observe(list.parentElement);

  for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    list.addEventListener(enter, (event) => {
      const link = event.target.closest("[data-number]");
      if (!link) return;
      const paper = Number(link.dataset.number);
      card.hide();
      chart.mark(paper);
      if (enter === "focusin" && !chart.isSeen(paper)) chart.show(points.x[paper], points.y[paper], chart.zoom);
    });
    list.addEventListener(leave, () => chart.mark(-1));
  }

  /** Highlight what the form asks for. */
  async function choose() {
    const mine = ++choosing;
    const query = form.elements.q.value.trim();
    const topic = points.slugs.indexOf(form.elements.topic.value);
    let found = null;
    if (query) {
      try {
        found = new Set(await matching(query));
      } catch (error) {
        if (mine === choosing) fail("The search could not be loaded.", error, choose);
        return;
      }
    }
    if (mine !== choosing) return;
    if (topic >= 0) {
      const inTopic = (paper) => points.topicsOf[paper].includes(topic);
      found = new Set((found ? [...found] : points.topicsOf.map((_, paper) => paper)).filter(inTopic));
    }
    chart.chosen = found;
    card.hide();
    chart.redraw();
    status.textContent = wished();
    showList();
  }

  /** Papers that have every word of a query; where none has, those that have any. */
  async function matching(query) {
    const { engine } = await load([]);
    const words = engine.words(query);
    const results = await Promise.all(
      words.map(({ word, plus, unfinished }) => engine.search(word + plus + (unfinished ? "" : " "))),
    );
    const sets = results.map(({ documents }) => new Set(documents));
    const every = [...(sets[0] ?? [])].filter((paper) => sets.every((set) => set.has(paper)));
    return every.length ? every : (await engine.search(query)).documents;
  }

  function address(step) {
    const url = new URL(location.href);
    for (const name of ["q", "topic"]) {
      const value = form.elements[name].value.trim();
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history[step ? "pushState" : "replaceState"](null, "", url);
  }

  function read() {
    const given = new URLSearchParams(location.search);
    form.elements.q.value = given.get("q") ?? "";
    form.elements.topic.value = given.get("topic") ?? "";
    if (form.elements.topic.selectedIndex < 0) form.elements.topic.value = "";
    choose();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.q.addEventListener("input", () => (address(false), choose()));
  form.elements.topic.addEventListener("change", () => (address(true), choose()));
  addEventListener("popstate", read);
  read();
}

if (frame) start();

// Export and import: the list as a file and back, as citations, and what could not be read.

import { button, make } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { paperAddress } from "../shared/site.js";
import { counted, say } from "../shared/words.js";
import { citations, copy, FORMS } from "./citations.js";
import { merge } from "./merge.js";
import { MEANING } from "./message.js";
import { missing } from "./pages.js";
import { change, current, key, trouble, watch } from "./store.js";
import { downloadList, readFile } from "./transfer.js";

/** @typedef {import("./citations.js").Form} Form */

/** The look of a button. */
const LOOK = { class: "button" };

const MOST_SHOWN = 20;

/** @returns {HTMLElement} a section of the page */
export function createPanel() {
  const which = make(
    "select",
    { id: "cat-which" },
    make("option", { value: "all" }, say("all papers")),
    make("option", { value: "open" }, say("papers to read")),
  );
  const file = make("input", {
    type: "file",
    name: "list",
    accept: ".json,application/json",
    "aria-label": say("Reading list to import"),
    hidden: true,
  });
  const said = make("p", { role: "status" });
  const details = make("ul");
  const progress = make("progress", { hidden: true, "aria-label": say("Pages read") });
  const text = make("textarea", { id: "cat-plain", rows: 8, readonly: true });
  const byHand = make(
    "div",
    { hidden: true },
    make("label", { for: text.id }, say("Citations, to be copied from here")),
    text,
  );
  const aside = make("div", { class: "cat-panel__aside" });
  const cites = FORMS.map((form) =>
    button(form.file ? form.label : say("Copy as text"), () => cite(form), LOOK),
  );
  const cited = make(
    "div",
    { class: "cat-acts" },
    make("label", { for: which.id }, say("Citations of")),
    which,
    ...cites,
  );
  const save = button(say("Download the list"), downloadList, LOOK);
  const heading = make("h2", { id: "export" }, say("Export and import"));
  const question = make("span");
  const keepAll = button(say("Keep them"), () => ask(false), LOOK);
  const asking = make(
    "div",
    { class: "cat-acts", role: "group", "aria-label": say("Clear the list"), hidden: true },
    question,
    button(say("Remove all"), clear, LOOK),
    keepAll,
  );
  const wipe = button(say("Clear the list"), () => ask(true), LOOK);

  /**
   * @param {string} message
   * @param {import("../shared/dom.js").Content[]} items below it
   */
  function tell(message, items = []) {
    said.textContent = message;
    const more = items.length - MOST_SHOWN;
    details.replaceChildren(...items.slice(0, MOST_SHOWN).map((item) => make("li", {}, item)));
    if (more > 0)
      details.append(make("li", {}, counted(more, "… and {number} more", "… and {number} more")));
  }

  /** Asks whether the list is to be cleared, or no longer. @param {boolean} open */
  function ask(open) {
    question.textContent = counted(
      current().papers.size,
      "Remove {number} paper and all notes from this browser? Nobody can bring them back.",
      "Remove {number} papers and all notes from this browser? Nobody can bring them back.",
    );
    asking.hidden = !open;
    wipe.hidden = open;
    (open ? keepAll : wipe).focus();
  }

  function clear() {
    const { size } = current().papers;
    asking.hidden = true;
    wipe.hidden = false;
    change(({ papers }) => papers.clear());
    tell(
      trouble === "newer"
        ? MEANING.newer
        : counted(
            size,
            "The list is empty: {number} paper removed.",
            "The list is empty: {number} papers removed.",
          ),
    );
    heading.focus();
  }

  let busy = false;
  /** @param {Form} form */
  async function cite(form) {
    if (busy) return;
    const papers = [...current().papers].filter(([, { read }]) => which.value === "all" || !read);
    if (!papers.length) return tell(say("There is no paper to cite."));
    busy = true;
    progress.max = papers.length;
    progress.value = 0;
    progress.hidden = false;
    byHand.hidden = true;
    tell(
      counted(
        papers.length,
        "Reading the citations of {number} paper …",
        "Reading the citations of {number} papers …",
      ),
    );
    const reading = citations(
      papers.map(([id]) => id),
      form,
      (done) => {
        progress.value = done;
      },
    );
    try {
      const copied = !form.file && (await copy(reading.then((found) => found.text)));
      report(form, await reading, papers.length, copied);
    } finally {
      busy = false;
      progress.hidden = true;
    }
  }

  /**
   * @param {Form} form
   * @param {Awaited<ReturnType<typeof citations>>} found
   * @param {number} total
   * @param {boolean} copied
   */
  function report(form, found, total, copied) {
    const had = total - found.failed.length;
    const titles = current().papers;
    const failed = found.failed.map((id) =>
      make("a", { href: paperAddress(id) }, make("bdi", {}, titles.get(id)?.title ?? id)),
    );
    const but = failed.length
      ? counted(
          failed.length,
          "{number} paper could not be read:",
          "{number} papers could not be read:",
        )
      : "";
    if (!had) return tell(joined(say("No citation could be read."), but), failed);
    const { file } = form;
    if (file) {
      download(file.name, file.type, found.text);
      const has = counted(
        had,
        "{file} has the citations of {number} paper.",
        "{file} has the citations of {number} papers.",
        { file: file.name },
      );
      tell(joined(has, but), failed);
    } else if (copied) {
      const are = counted(
        had,
        "The citations of {number} paper are on the clipboard.",
        "The citations of {number} papers are on the clipboard.",
      );
      tell(joined(are, but), failed);
    } else {
      text.value = found.text;
      byHand.hidden = false;
      text.focus();
      text.select();
      const below = say("This browser does not let the page copy; copy the text below.");
      tell(joined(below, but), failed);
    }
    note(new Set(found.gone), found.failed);
  }

  /**
   * Keeps which of the papers asked for are not in the catalogue.
   * @param {Set<string>} gone
   * @param {string[]} asked
   */
  function note(gone, asked) {
    if (asked.some((id) => gone.has(id) !== Boolean(current().papers.get(id)?.missing)))
      change(({ papers }) => {
        for (const id of asked) {
          const entry = papers.get(id);
          if (entry) papers.set(id, { ...entry, missing: gone.has(id) || undefined });
        }
      });
  }

  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    try {
      const { papers, faults } = await readFile(chosen);
      const fresh = [...papers.keys()].filter((id) => !current().papers.has(id));
      const whole = change((state) => merge(state.papers, papers));
      if (!whole && trouble === "newer") return tell(MEANING.newer);
      const left = faults.length
        ? counted(faults.length, "{number} paper left out:", "{number} papers left out:")
        : "";
      const had = counted(
        papers.size,
        "{file}: {number} paper, {fresh} of them new here.",
        "{file}: {number} papers, {fresh} of them new here.",
        { file: chosen.name, fresh: fresh.length },
      );
      tell(joined(had, left), faults);
      note(await missing(fresh), fresh);
    } catch (error) {
      tell(/** @type {Error} */ (error).message);
    }
  });

  function drawAside() {
    aside.replaceChildren(
      ...keptAside().map((name) =>
        make(
          "p",
          { class: "cat-acts" },
          say("Something kept here could not be read, and was put aside."),
          " ",
          button(
            say("Download it"),
            () =>
              download("reading-list-unread.txt", "text/plain", localStorage.getItem(name) ?? ""),
            LOOK,
          ),
          button(
            say("Delete it"),
            () => {
              localStorage.removeItem(name);
              drawAside();
              heading.focus();
            },
            LOOK,
          ),
        ),
      ),
    );
  }

  const wiping = make("div", { class: "cat-acts" }, wipe, asking);
  watch(() => {
    const { size } = current().papers;
    cited.hidden = save.hidden = wiping.hidden = !size;
    drawAside();
  });
  heading.tabIndex = -1;
  return make(
    "section",
    { "aria-labelledby": heading.id, class: "cat-panel" },
    heading,
    make(
      "p",
      {},
      say(
        "The list is in this browser only. As a file it can be kept safe, or go to another browser: importing it there adds its papers and notes, and deletes nothing.",
      ),
    ),
    aside,
    make(
      "div",
      { class: "cat-acts" },
      save,
      button(say("Import a list"), () => file.click(), LOOK),
      file,
    ),
    cited,
    progress,
    said,
    details,
    byHand,
    wiping,
  );
}

/** Two sentences as one text. @param {string} first @param {string} second may be empty */
const joined = (first, second) => (second ? say("{first} {second}", { first, second }) : first);

/** The keys of what the store could not read. */
function keptAside() {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${key}:kept-`))
      .sort();
  } catch {
    return [];
  }
}

// Export and import: the list as a file and back, as citations, and what could not be read.

import { button, make } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { paperAddress } from "../shared/site.js";
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
    make("option", { value: "all" }, "all papers"),
    make("option", { value: "open" }, "papers to read"),
  );
  const file = make("input", {
    type: "file",
    name: "list",
    accept: ".json,application/json",
    "aria-label": "Reading list to import",
    hidden: true,
  });
  const said = make("p", { role: "status" });
  const details = make("ul");
  const progress = make("progress", { hidden: true, "aria-label": "Pages read" });
  const text = make("textarea", { id: "cat-plain", rows: 8, readonly: true });
  const byHand = make(
    "div",
    { hidden: true },
    make("label", { for: text.id }, "Citations, to be copied from here"),
    text,
  );
  const aside = make("div", { class: "cat-panel__aside" });
  const cites = FORMS.map((form) =>
    button(form.file ? form.label : "Copy as text", () => cite(form), LOOK),
  );
  const cited = make(
    "div",
    { class: "cat-acts" },
    make("label", { for: which.id }, "Citations of"),
    which,
    ...cites,
  );
  const save = button("Download the list", downloadList, LOOK);
  const heading = make("h2", { id: "export" }, "Export and import");
  const question = make("span");
  const keepAll = button("Keep them", () => ask(false), LOOK);
  const asking = make(
    "div",
    { class: "cat-acts", role: "group", "aria-label": "Clear the list", hidden: true },
    question,
    button("Remove all", clear, LOOK),
    keepAll,
  );
  const wipe = button("Clear the list", () => ask(true), LOOK);

  /**
   * @param {string} message
   * @param {import("../shared/dom.js").Content[]} items below it
   */
  function say(message, items = []) {
    said.textContent = message;
    const more = items.length - MOST_SHOWN;
    details.replaceChildren(...items.slice(0, MOST_SHOWN).map((item) => make("li", {}, item)));
    if (more > 0) details.append(make("li", {}, `… and ${more} more`));
  }

  /** Asks whether the list is to be cleared, or no longer. @param {boolean} open */
  function ask(open) {
    const count = number(current().papers.size);
    question.textContent = `Remove ${count} and all notes from this browser? Nobody can bring them back.`;
    asking.hidden = !open;
    wipe.hidden = open;
    (open ? keepAll : wipe).focus();
  }

  function clear() {
    const count = number(current().papers.size);
    asking.hidden = true;
    wipe.hidden = false;
    change(({ papers }) => papers.clear());
    say(trouble === "newer" ? MEANING.newer : `The list is empty: ${count} removed.`);
    heading.focus();
  }

  let busy = false;
  /** @param {Form} form */
  async function cite(form) {
    if (busy) return;
    const papers = [...current().papers].filter(([, { read }]) => which.value === "all" || !read);
    if (!papers.length) return say("There is no paper to cite.");
    busy = true;
    progress.max = papers.length;
    progress.value = 0;
    progress.hidden = false;
    byHand.hidden = true;
    say(`Reading the citations of ${number(papers.length)} …`);
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
    const but = failed.length ? ` ${number(failed.length)} could not be read:` : "";
    if (!had) return say(`No citation could be read.${but}`, failed);
    const { file } = form;
    if (file) {
      download(file.name, file.type, found.text);
      say(`${file.name} has the citations of ${number(had)}.${but}`, failed);
    } else if (copied) say(`The citations of ${number(had)} are on the clipboard.${but}`, failed);
    else {
      text.value = found.text;
      byHand.hidden = false;
      text.focus();
      text.select();
      say(`This browser does not let the page copy; copy the text below.${but}`, failed);
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
      if (!whole && trouble === "newer") return say(MEANING.newer);
      const left = faults.length ? ` ${number(faults.length)} left out:` : "";
      say(
        `${chosen.name}: ${number(papers.size)}, ${fresh.length} of them new here.${left}`,
        faults,
      );
      note(await missing(fresh), fresh);
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  });

  function drawAside() {
    aside.replaceChildren(
      ...keptAside().map((name) =>
        make(
          "p",
          { class: "cat-acts" },
          "Something kept here could not be read, and was put aside. ",
          button(
            "Download it",
            () =>
              download("reading-list-unread.txt", "text/plain", localStorage.getItem(name) ?? ""),
            LOOK,
          ),
          button(
            "Delete it",
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
      "The list is in this browser only. As a file it can be kept safe, or go to another browser: importing it there adds its papers and notes, and deletes nothing.",
    ),
    aside,
    make(
      "div",
      { class: "cat-acts" },
      save,
      button("Import a list", () => file.click(), LOOK),
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

/** @param {number} count */
const number = (count) => (count === 1 ? "1 paper" : `${count} papers`);

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

// Copy and download for the citations of a paper's page. Without it they can be opened and selected.

const FILES = { bibtex: ".bib", ris: ".ris", csl: ".json" };
const box = document.querySelector(".cite");
const id = /** @type {HTMLElement} */ (document.getElementById("paper")).dataset.paper;
const said = document.createElement("span");
said.className = "cite-said";
said.setAttribute("role", "status");

function button(name, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = name;
  made.setAttribute("aria-label", `${name} ${label}`);
  made.addEventListener("click", act);
  return made;
}

async function copy(pre, label, pressed) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    said.textContent = `${label} copied`;
    pressed.textContent = "Copied";
    setTimeout(() => (pressed.textContent = "Copy"), 2000);
  } catch {
    // No clipboard, as on a page without https: it is selected, so that a key copies it.
    const details = pre.closest("details");
    if (details) details.open = true;
    getSelection().selectAllChildren(pre);
    said.textContent = `${label} is selected: copy it with Ctrl+C or ⌘C`;
  }
}

function download(pre, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${pre.textContent}\n`], { type: "text/plain" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

for (const pre of box.querySelectorAll("pre[data-cite]")) {
  const kind = pre.dataset.cite;
  const details = pre.closest("details");
  const label = details ? details.firstElementChild.textContent : "citation";
  const tools = document.createElement("span");
  tools.className = "cite-tools";
  tools.append(button("Copy", label, (event) => copy(pre, label, event.currentTarget)));
  if (FILES[kind])
    tools.append(button("Download", label, () => download(pre, `${id}${FILES[kind]}`)));
  const row = document.createElement("div");
  (details ?? pre).replaceWith(row);
  row.append(details ?? pre, tools);
}
box.append(said);

// The search box in the header. The rest (list.js, the engine) is fetched when it gets the focus.

/** @type {HTMLFormElement} */
const form = document.querySelector(".cat-search");
/** @type {HTMLInputElement} */
const input = form.elements.q;
const panel = document.createElement("div");
panel.className = "cat-search__panel";
panel.hidden = true;
form.append(panel);

let tries = 0;
let retried = 0;
let loading; // the promise of the list

async function update() {
  let list;
  try {
    // A module that could not be fetched is remembered; another address is another module.
    loading ??= import(tries ? `./list.js?try=${tries}` : "./list.js").then(({ createList }) =>
      createList(form, input, panel),
    );
    list = await loading;
  } catch (error) {
    loading = undefined;
    tries += 1;
    return fail(Object.assign(error, { stuck: true }));
  }
  try {
    await list.show(input.value);
    retried = 0;
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  console.warn(error);
  if (!form.contains(document.activeElement)) return;
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = "The search could not be loaded.";
  const retry = document.createElement("button");
  retry.type = "button";
  retry.textContent = "Retry";
  // When trying again here is of no use, the search page may still work.
  retry.addEventListener("click", () => (retried++ && error.stuck ? form.submit() : again()));
  close();
  panel.replaceChildren(text, retry);
  panel.hidden = false;
}

const again = () => (document.activeElement === input ? update() : input.focus());

function close() {
  panel.hidden = true;
  if (input.hasAttribute("aria-expanded")) input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

input.addEventListener("focus", update);
input.addEventListener("input", update);
form.addEventListener("reset", () => {
  close();
  setTimeout(again);
});
form.addEventListener("focusout", (event) => {
  if (!form.contains(event.relatedTarget)) close();
});
// A click leaves the focus in the box, else the panel would close under it.
panel.addEventListener("mousedown", (event) => event.preventDefault());

form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  if (!input.value && panel.hidden) return input.blur();
  input.value = "";
  input.focus();
  update();
  close();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest(
    "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]",
  );
  if (typing || event.altKey || event.isComposing) return;
  const held = event.ctrlKey || event.metaKey;
  if (held ? event.key.toLowerCase() !== "k" || event.shiftKey : event.key !== "/") return;
  event.preventDefault();
  input.focus();
  input.select();
});

if (document.activeElement === input) update();

// Runs before the first paint, so that no page flashes in the wrong scheme. The system's scheme is
// taken unless the visitor chose the other one; the choice is kept in this browser only.
(() => {
  const KEY = "catalogue-theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is forbidden: the choice lasts as long as the page
    }
  };
  /** @param {string | undefined} theme */
  const keep = (theme) => {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  };
  /** @param {string | null | undefined} theme */
  const show = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  root.classList.replace("no-js", "js");
  // What the address asks for, for style sheets: what a script will show has its room from the start.
  root.dataset.asked = location.search;
  show(kept());
  addEventListener("storage", (event) => {
    if (event.key === KEY) show(event.newValue);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest(".cat-theme"))) return;
    const ofSystem = system.matches ? "dark" : "light";
    const next = (root.dataset.theme ?? ofSystem) === "dark" ? "light" : "dark";
    // Whoever switches back to what the system has follows the system again.
    const chosen = next === ofSystem ? undefined : next;
    keep(chosen);
    show(chosen);
  });
})();

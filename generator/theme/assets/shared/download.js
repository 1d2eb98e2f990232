// Gives the visitor a file that was made in the browser.

/**
 * @param {string} name
 * @param {string} type its media type
 * @param {string} text
 */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers begin only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
}

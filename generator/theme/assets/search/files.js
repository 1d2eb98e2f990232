// The files of an index, each named by its content.

/** The files of the index, each fetched once. */
export class Files {
  /**
   * @param {string} base the address of their folder
   * @param {boolean} anew whether what the browser has of them is not to be used
   */
  constructor(base, anew) {
    this.base = base;
    /** @type {RequestCache} */
    this.cache = anew ? "reload" : "force-cache";
    /** @type {Map<string, Promise<any>>} */
    this.pending = new Map();
    /** Whether one was missing or wrong: perhaps the site was built anew, and has others now. */
    this.failed = false;
  }

  /** Return the content of a file, now or later. @param {string} name */
  get(name) {
    const known = this.pending.get(name);
    if (known) return known;
    const found = this.fetch(name, this.cache);
    this.pending.set(name, found);
    // What failed is forgotten, so that a retry fetches it.
    found.catch(() => this.pending.delete(name));
    return found;
  }

  /** @param {string} name @param {RequestCache} cache */
  async fetch(name, cache) {
    try {
      const answer = await fetch(new URL(name, this.base), { cache });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      const bytes = await answer.arrayBuffer();
      if (!(await isNamed(name, bytes))) throw new Error(`${name} holds something else`);
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }
}

/**
 * Whether a file holds what its name says: the name has the beginning of the SHA-256 of the content.
 * Without https a browser cannot tell.
 * @param {string} name
 * @param {ArrayBuffer} bytes
 */
async function isNamed(name, bytes) {
  const digest = /-([0-9a-f]+)\.json$/.exec(name)?.[1];
  if (!digest || !crypto.subtle) return true;
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .startsWith(digest);
}

// What is said of each filter of which several values may be chosen.

import { say, sentence } from "../shared/words.js";

/**
 * @typedef {object} Filter
 * @property {string} title
 * @property {string} find asks for one by its name
 * @property {string} none is found
 * @property {(value: Node) => import("../shared/dom.js").Content[]} unknown that it has no such value
 */

/** @type {Record<import("../shared/site.js").ListName, Filter>} */
export const FILTERS = {
  topic: {
    title: say("Topic"),
    find: say("Find a topic"),
    none: say("No topic found."),
    unknown: (value) => sentence("There is no topic “{value}” in this catalogue.", { value }),
  },
  author: {
    title: say("Author"),
    find: say("Find an author"),
    none: say("No author found."),
    unknown: (value) => sentence("There is no author “{value}” in this catalogue.", { value }),
  },
  venue: {
    title: say("Venue"),
    find: say("Find a venue"),
    none: say("No venue found."),
    unknown: (value) => sentence("There is no venue “{value}” in this catalogue.", { value }),
  },
  kind: {
    title: say("Kind"),
    find: say("Find a kind"),
    none: say("No kind found."),
    unknown: (value) => sentence("There is no kind “{value}” in this catalogue.", { value }),
  },
};

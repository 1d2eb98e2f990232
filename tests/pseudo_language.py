"""A language that nobody speaks: every string of ours in brackets, so that any other text is seen.

It is German as far as numbers, dates and plurals go, and comes into a site as any correction does:
by `catalogue/language.po`.
"""

from __future__ import annotations

from babel.messages.catalog import Catalog
from playwright.sync_api import Page

from generator.language.extraction import extracted, written

CODE = "de"

#: Elements with what people wrote of papers, or typed; and a title that programs read.
OWN_WORDS = (
    "bdi, [data-paper], pre, code, textarea, #abstract + p, .text, .cat-paper__text, .Z3988,"
    " .cat-rows h3, .cat-note__preview"
)
#: There our words stand in such elements, too, beside names.
OURS = ".cat-facets__row, .cat-chosen"

#: Finds text that is not in brackets, with where it stands: in elements and in attributes that are
#: shown or read out. Brackets may open in one element and close in another, as sentences do.
_UNSAID = """([within, own, ours, names]) => {
    const said = new Set(names);
    const found = [];
    let depth = 0;
    const outside = (text) => {
        let rest = "";
        for (const char of text) {
            if (char === "⟧") depth -= 1;
            if (!depth) rest += char === "⟧" ? "" : char === "⟦" ? " " : char;
            if (char === "⟦") depth += 1;
        }
        return rest.replace(/\\s+/g, " ").trim();
    };
    // Names stand in rows, with years and numbers between them. A letter alone is one to jump to.
    const BETWEEN = /\\p{P}?(?:^|\\s)[-·›…]*(?:\\s|$)|[,:;()“”] ?| (?:und|oder) |\\d+/u;
    const HOST = /^[\\w-]+(\\.[\\w-]+)+$/;
    const isName = (text) => said.has(text) || HOST.test(text)
        || (text.includes(" - ") && text.split(/ ?- /).every(isName))
        // A description may be the beginning of an abstract.
        || (text.length > 40 && names.some((name) => name.startsWith(text)))
        || text.split(BETWEEN).every((part) => !/\\p{L}{2}/u.test(part) || said.has(part.trim()));
    const where = (element) => {
        const names = [];
        for (let at = element; at && names.length < 3; at = at.parentElement)
            names.unshift([at.localName, ...at.classList].join("."));
        return names.join(" > ");
    };
    const take = (text, element, kind = "") => {
        const rest = outside(text);
        const isOwn = element.closest(own) && !element.closest(ours);
        if (!isOwn && !isName(rest)) found.push(`${rest} [${kind}${where(element)}]`);
    };
    const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "data-late", "data-byline"];
    const DESCRIBING = "meta[name=description], meta[property='og:title'], meta[property$=':alt']";
    for (const root of document.querySelectorAll(within)) {
        const both = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
        const walker = document.createTreeWalker(root, both);
        for (let node = root; node; node = walker.nextNode()) {
            if (node instanceof Text) {
                const parent = node.parentElement;
                if (!parent.closest("script, style")) take(node.data, parent);
                continue;
            }
            const before = depth;
            depth = 0;
            for (const name of node.matches(DESCRIBING) ? ["content"] : ATTRIBUTES) {
                const value = node.getAttribute(name);
                if (value) take(value, node, `${name} of `);
                if (depth) found.push(`brackets do not close: ${value}`);
                depth = 0;
            }
            depth = before;
        }
        if (depth) found.push(`brackets do not close in ${where(root)}`);
        depth = 0;
    }
    return found;
}"""


def marked(text: str) -> str:
    """Return a string of ours as the language has it."""
    return f"⟦{text}⟧"


def translation() -> bytes:
    """Return the language's PO file: all strings that there are."""
    catalog = Catalog(locale=CODE)
    for message in extracted():
        if message.id:
            said = (
                marked(message.id)
                if isinstance(message.id, str)
                else tuple(map(marked, message.id))
            )
            catalog.add(message.id, said)
    return written(catalog, CODE)


def unsaid(page: Page, names: list[str], within: str = "body") -> list[str]:
    """Return the text of a page that is in no brackets, each with where it stands.

    `names` are those of topics, venues and the like, and words that are the same in all languages.
    """
    found: list[str] = page.evaluate(_UNSAID, [within, OWN_WORDS, OURS, names])
    return found

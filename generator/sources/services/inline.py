"""The text of an element with the markup inside it, for repair: HTML's tags, TeX, braces."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

#: Words that a title keeps in capitals are braced, as BibTeX has them; formulas are TeX.
AROUND: Mapping[str, tuple[str, str]] = {
    "fixed-case": ("{", "}"),
    "tex-math": ("$", "$"),
    **{
        name: (f"<{name}>", f"</{name}>")
        for name in ("i", "b", "em", "strong", "sub", "sup", "tt", "u", "sc", "p", "title", "math")
    },
}


def inline(element: Element | None) -> str:
    """Return the text of an element and of those in it; tags that say nothing go, words stay."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        before, behind = AROUND.get(child.tag, ("", ""))
        parts += [before, inline(child), behind, child.tail or ""]
    return "".join(parts).strip() if element.tag not in AROUND else "".join(parts)


def child_texts(element: Element | None, name: str) -> list[str]:
    """Return the texts of the children of one name that say something."""
    children = element.findall(name) if element is not None else []
    return [said for child in children if (said := inline(child).strip())]


def child_text(element: Element | None, name: str) -> str:
    """Return the text of the first child of a name that says something, else nothing."""
    return next(iter(child_texts(element, name)), "")

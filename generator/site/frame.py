"""A frame: the HTML of a page without what is the page's own, cut at slots to be filled.

Whatever can build one page can make a frame: the page's title, description and article are the
words of `SLOTS`, and it may hold only addresses that are relative or on other hosts. See
docs/decisions/0019.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.site.small import minified, without_switches

#: Begins each slot: no word that a site says of itself. The blank keeps the quotes of an attribute.
_SLOT = "frameslot "
#: What stands in the page that a frame is cut from.
SLOTS: Mapping[str, str] = {
    name: _SLOT + name for name in ("title", "description", "article", "head")
}
#: What stands in its head where a page's own elements belong; no builder changes a tag.
HEAD_MARK = f'<meta name="{SLOTS["head"]}" content="">'
#: The Markdown of the page.
ARTICLE_MARK = f"# {SLOTS['article']} {{ #title }}"

_TAG = re.compile(r"""<[a-z](?:[^>"']++|"[^"]*"|'[^']*')*+>""", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""(\s(?:href|src|action|data-base|content)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_CUT = re.compile(
    rf"<meta[^<>]*{SLOTS['head']}[^<>]*>"
    rf"|<h1[^<>]*>\s*{SLOTS['article']}\s*(?:<a [^<>]*>[^<>]*</a>\s*)?</h1>"
    rf"|{_SLOT}(?:title|description|base|address |root )"
)


class FrameFailed(Exception):
    """A page that was built for a frame lacks one of the slots; the message says which."""


@dataclass(frozen=True)
class Frame:
    """The pieces of a frame: texts, and between them the names of the slots."""

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the page. `values` are HTML, by the names of the slots."""
        found = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            found.append(values[slot])
            found.append(text)
        return "".join(found)

    def to_json(self) -> list[Sequence[str]]:
        """Return what `from_json` takes."""
        return [self.texts, self.slots]

    @classmethod
    def from_json(cls, data: Sequence[Sequence[str]]) -> Frame:
        """Return what `to_json` was called of."""
        texts, slots = data
        return cls(tuple(texts), tuple(slots))


def cut(page: str, address: str, site: str) -> Frame:
    """Return the frame that a built page is; `address` is the page's, `site` that of the site.

    Raises FrameFailed when it has no place for an article or for elements of the head.
    """
    found = without_switches(page)
    whole = site + address if site else ""
    found = minified(_TAG.sub(lambda tag: _tag_from_root(tag[0], address, whole), found))
    texts, slots, end = [], [], 0
    for slot in _CUT.finditer(found):
        texts.append(found[end : slot.start()])
        slots.append(_name(slot[0]))
        end = slot.end()
    for name in ("head", "article"):
        if slots.count(name) != 1:
            raise FrameFailed(f"the theme prints {slots.count(name)} places for the {name}")
    return Frame((*texts, found[end:]), tuple(slots))


def _name(cut: str) -> str:
    if cut.startswith("<"):
        return "head" if cut.startswith("<meta") else "article"
    return cut.split()[1]


def _tag_from_root(tag: str, address: str, whole: str) -> str:
    return _ADDRESS.sub(lambda part: _from_root(part, address, whole), tag)


def _from_root(found: re.Match[str], address: str, whole: str) -> str:
    """Return an attribute with its address from the root, behind the slot of the way there.

    The `whole` address of the page becomes a slot of its own.
    """
    begin = found[1]
    value = html.unescape(next(text for text in found.groups()[1:] if text is not None))
    if whole and value == whole:
        return f'{begin}"{_SLOT}address "'
    if begin.lstrip().startswith("content"):
        return found[0]
    if "data-base" in begin:
        return f'{begin}"{_SLOT}base"'
    if not value or _ELSEWHERE.match(value) or value.startswith(("/", _SLOT)):
        return found[0]
    path, sign, rest = _parted(value)
    target = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    if target and (path.endswith("/") or posixpath.basename(path) in (".", "..")):
        target += "/"
    if not target:
        # An empty address would be that of the page itself.
        return f'{begin}"{_SLOT}base/{html.escape(sign + rest)}"'
    return f'{begin}"{_SLOT}root {html.escape(target + sign + rest)}"'


def _parted(value: str) -> tuple[str, str, str]:
    """Return an address before its query or fragment, the sign between, and the rest."""
    at = min((value.find(sign) for sign in "?#" if sign in value), default=len(value))
    return value[:at], value[at : at + 1], value[at + 1 :]

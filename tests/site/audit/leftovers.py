"""What of Markdown came out as running text: fences, marks of emphasis, links, tables, notes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: In what of a page text may look like Markdown: it shows code, or is no text.
_NOT_READ = frozenset("annotation code head kbd math nav pre script style svg template".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCK = frozenset(
    """
    article aside blockquote body dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main ol p section summary table tbody td th thead tr ul
""".split()
)

#: What it is, and how it looks in a block of text. The site's pages keep no ends of lines, so what
#: began a line in Markdown may stand anywhere.
_LEFT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a fence", re.compile(r"`{2,}|~{3,}")),
    ("a mark of code", re.compile(r"`")),
    ("a mark of emphasis", re.compile(r"\*\*|__\w|\w__|(?<!\w)\*\w|\w\*(?!\w)")),
    ("a link", re.compile(r"\]\s?\(|\]\s?\[|(?:^|\s)\[[^\]]+\]:\s")),
    ("a footnote", re.compile(r"\[\^")),
    ("a comment", re.compile(r"<!-|-->")),
    ("attributes", re.compile(r"\{:|\{\s*[.#][\w-]|\{\s*[\w-]+=")),
    ("a template's code", re.compile(r"\{\{|\{%")),
    ("a note", re.compile(r"(?:^|\s)(?:!!!|\?\?\?\+?)\s+\w|:::")),
    ("a table", re.compile(r"^\s*\||\|\s*$|\|\s*:?-{2,}|-{2,}:?\s*\|")),
    ("a heading", re.compile(r"(?:^|\s)#{1,6}\s+\S")),
    ("a list", re.compile(r"(?:^|\s)[-+]\s+[^\W\d]|:\s+\d{1,3}[.)]\s+\S")),
    ("a line", re.compile(r"(?:^|\s)(?:-{3,}|={3,}|\*\s?\*\s?\*)(?:\s|$)")),
    ("a box to tick", re.compile(r"\[[ xX]\]\s")),
    ("a reference", re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);")),
    (
        "a tag",
        re.compile(r"</?(?:a|b|br|code|div|em|i|img|kbd|p|span|strong|su[bp])(?:\s[^<>]*)?>"),
    ),
    ("a sign escaped", re.compile(r"\\[\\`*_{}\[\]()#+.!|-]")),
)


class _Blocks(HTMLParser):
    """Collects the texts of blocks, without code; and code of several lines in running text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts = [""]
        self.code: list[str] = []
        self._open: list[str] = []
        self._in_code = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.append(tag)
        if tag in _BLOCK:
            self.texts.append("")
        elif tag == "code":
            self.texts[-1] += "code"
            self._in_code = ""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        if tag in _BLOCK:
            self.texts.append("")
        elif tag == "code" and "pre" not in self._open and "\n" in self._in_code.strip():
            self.code.append(self._in_code)

    def handle_data(self, data: str) -> None:
        if "code" in self._open:
            self._in_code += data
        elif not _NOT_READ.intersection(self._open):
            self.texts[-1] += data


def leftovers(page: str) -> list[str]:
    """Return what of Markdown is left in the text of a page, a line each."""
    blocks = _Blocks(page)
    found = [
        f"{what}: {text[max(0, match.start() - 30) : match.end() + 30]!r}"
        for text in blocks.texts
        for what, pattern in _LEFT
        if (match := pattern.search(text))
    ]
    return found + [f"a fence in running text: {code[:60]!r}" for code in blocks.code]

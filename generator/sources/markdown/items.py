"""From a Markdown document to its items: points of lists, rows of tables, paragraphs.

Each knows its line and the headings above it. Points within a point are its parts; whether they
are papers themselves only their content tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.sources.markdown.found import venue_in
from generator.sources.markdown.labels import bare
from generator.sources.markdown.links import is_of_paper
from generator.sources.markdown.spans import BREAK, Span, spans_of, text_of

#: CommonMark with GitHub's tables; what is in HTML blocks is passed over but for headings.
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_FIRST_OF_HTML = re.compile(
    r"<(?:summary|h([1-6]))(?:\s[^<>]{0,200})?>(.{0,300}?)</(?:summary|h)", re.DOTALL
)
_TAGS = re.compile(r"<[^<>]{0,300}>")
#: Slips in links that people make, each with what was meant; none changes the lines.
_SLIPS = (
    # [code] (https://…)
    (
        re.compile(r"\](?:[ \t]{1,3}\(|[ \t]{0,3}\([ \t]{0,3}\()(?=[ \t]{0,3}h{0,2}t{1,2}ps?://)"),
        "](",
    ),
    # [code](ttps://…), [code](hhttp://…)
    (re.compile(r"(?<=\]\()[ \t]{0,3}(?:h{2,3}t{1,3}|h?t|t{2,3}|ht{3})(?=ps?://)"), "htt"),
    # [code]](https://…)
    (re.compile(r"(?<!\[)(\[[^\[\]\n]{1,80}\])\](?=\(https?://)"), r"\1"),
)
#: As much of a block of HTML is looked at for a heading, in characters.
_LONGEST_HTML = 2_000
#: What may stand behind a heading.
_BEHIND_HEADINGS = frozenset(
    ("heading_open", "paragraph_open", "html_block", "table_open", "list_item_open")
)
#: A heading of a section has fewer words, though it may lead to a conference's papers.
_LEAST_WORDS = 4
#: What goes on longer below a heading is prose, not where a paper came out.
_LONGEST_BELOW = 400
#: Below any heading of the document: a line in bold, a folded part.
_LOWEST = 7


@dataclass(slots=True)
class Item:
    """A point of a list, a row of a table (then with its `cells` by header) or a paragraph."""

    line: int
    spans: list[Span]
    headings: tuple[str, ...]
    parts: list[Item] = field(default_factory=list)
    cells: dict[str, list[Span]] = field(default_factory=dict)
    is_paragraph: bool = False


def items_in(text: str) -> Iterator[Item]:
    """Yield the items of a document, points within points as parts of them."""
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    yield from _Walk(_PARSER.parse(text)).items()


class _Walk:
    """A walk through the blocks of a document, which knows the headings that it is under."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._headings: dict[int, str] = {}
        self._open: list[Item] = []
        #: The paper that the heading before names, and which paragraph was taken for its words.
        self._in_heading: Item | None = None
        self._taken = -1

    def items(self) -> Iterator[Item]:
        in_cells = False
        for at, token in enumerate(self._tokens):
            if token.type in _BEHIND_HEADINGS and self._in_heading:
                yield self._with_words_below(at)
            if token.type == "heading_open":
                self._read_heading(token, self._spans(at + 1))
            elif token.type == "html_block":
                self._enter_html(token.content[:_LONGEST_HTML])
            elif token.type == "list_item_open":
                self._open_item(token)
            elif token.type == "list_item_close":
                item = self._open.pop()
                if not self._open:
                    yield item
            elif token.type.startswith("table_"):
                in_cells = token.type == "table_open"
                if in_cells:
                    yield from _rows(self._tokens, at, self._under)
            elif token.type == "paragraph_open" and not in_cells and at != self._taken:
                yield from self._paragraph(at + 1)
        if self._in_heading:
            yield self._in_heading

    @property
    def _under(self) -> tuple[str, ...]:
        return tuple(self._headings[level] for level in sorted(self._headings))

    def _spans(self, at: int) -> list[Span]:
        return spans_of(self._tokens[at].children or [])

    def _read_heading(self, token: Token, spans: list[Span]) -> None:
        level = int(token.tag[1])
        self._enter(level, text_of(spans))
        # The first heading names the list, maybe with a link to its survey.
        if level > 1 and _names_paper(spans):
            del self._headings[level]
            self._in_heading = Item(_line(token), spans, self._under)

    def _with_words_below(self, at: int) -> Item:
        """Return the paper that a heading names, with the paragraph at `at` if it is short."""
        item, self._in_heading = cast("Item", self._in_heading), None
        if self._tokens[at].type == "paragraph_open":
            below = self._spans(at + 1)
            if sum(len(span.text) for span in below) <= _LONGEST_BELOW:
                item.spans += [BREAK, *below]
                self._taken = at
        return item

    def _enter(self, level: int, name: str) -> None:
        for deeper in [known for known in self._headings if known >= level]:
            del self._headings[deeper]
        self._headings[level] = name

    def _enter_html(self, content: str) -> None:
        if found := _FIRST_OF_HTML.search(content):
            name = " ".join(_TAGS.sub(" ", found[2]).split())
            self._enter(int(found[1] or _LOWEST), name)

    def _open_item(self, token: Token) -> None:
        item = Item(_line(token), [], self._under)
        if self._open:
            self._open[-1].parts.append(item)
        self._open.append(item)

    def _paragraph(self, at: int) -> Iterator[Item]:
        spans = self._spans(at)
        if self._open:
            item = self._open[-1]
            item.spans += [BREAK, *spans] if item.spans else spans
        elif _is_heading(spans):
            self._enter(_LOWEST, text_of(spans))
        else:
            yield _paragraph(self._tokens[at], spans, self._under)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _names_paper(spans: Sequence[Span]) -> bool:
    """Whether a heading is a paper's title with its address, not that of a section."""
    text = bare(text_of(spans))
    is_long = len(text.split()) >= _LEAST_WORDS and venue_in(text) is None
    return is_long and any(is_of_paper(span.url) for span in spans if span.url)


def _is_heading(spans: Sequence[Span]) -> bool:
    """Whether a paragraph is a line in bold and nothing else."""
    return all((span.strong and not span.url) or not span.text.strip(" :") for span in spans)


def _paragraph(token: Token, spans: list[Span], under: tuple[str, ...]) -> Item:
    """Return a paragraph, and as parts of it its lines: each may be a paper."""
    line = _line(token)
    runs: list[list[Token]] = [[]]
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            runs.append([])
        else:
            runs[-1].append(child)
    lines = [
        Item(line + number, spans_of(run), under, is_paragraph=True)
        for number, run in enumerate(runs)
    ]
    parts = lines if len(lines) > 1 else []
    return Item(line, spans, under, parts, is_paragraph=True)


def _rows(tokens: Sequence[Token], begin: int, under: tuple[str, ...]) -> Iterator[Item]:
    header: list[str] = []
    cells: list[list[Span]] = []
    is_header = False
    line = 0
    for at in range(begin, len(tokens)):
        token = tokens[at]
        if token.type == "thead_open":
            is_header = True
        elif token.type == "thead_close":
            is_header = False
            header, cells = [text_of(cell) for cell in cells], []
        elif token.type == "tr_open":
            line, cells = _line(token), []
        elif token.type in ("th_open", "td_open"):
            inside = tokens[at + 1]
            cells.append(spans_of(inside.children or []) if inside.type == "inline" else [])
        elif token.type == "tr_close" and not is_header:
            spans = [span for cell in cells for span in (*cell, BREAK)]
            named = dict(zip(header, cells, strict=False))
            yield Item(line, spans, under, cells=named)
        elif token.type == "table_close":
            return

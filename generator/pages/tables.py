"""A table of figures: as HTML, where it unfolds below a chart, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language import ENGLISH, Language
from generator.text.html import Html, attribute, html_text
from generator.text.markdown import Markdown, inline
from generator.text.unicode import visible


@dataclass(frozen=True)
class Table:
    """Rows of cells, all plain text: the first cell of each is its name, the others are figures.

    `title` says what it is about, `caption` what its figures are; all are in `language`.
    """

    title: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    language: Language = ENGLISH

    @property
    def html(self) -> Html:
        """The table, folded."""
        heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in self.heads)
        rows = "".join(
            f'<tr><th scope="row">{_text(name)}</th>'
            + "".join(f"<td>{_text(cell)}</td>" for cell in cells)
            + "</tr>"
            for name, *cells in self.rows
        )
        label = visible(self.language.say("Table: {title}", title=self.title))
        summary = _text(self.language.say("Table"))
        return Html(
            f"<details><summary>{summary}</summary>"
            f'<div class="scroll" tabindex="0" role="region" aria-label="{attribute(label)}">'
            f'<table class="stats-table"><caption>{_text(self.caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
        )

    @property
    def markdown(self) -> Markdown:
        """The table. Its columns have no sides: that would be a style, which no page allows."""
        lines = [_line(map(inline, self.heads)), _line("---" for _ in self.heads)]
        lines += [_line(inline(visible(cell)) for cell in row) for row in self.rows]
        return Markdown("\n".join(lines))


def _text(text: str) -> Html:
    return html_text(visible(text))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

"""Years: how many papers of a group are of each, as a small line of columns; the list of all.

They are for pages of topics, people, venues and years, and have their looks from catalogue.css.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.figures.per_year import Span, spans
from generator.language import Language, to_say
from generator.pages.links import PageLink
from generator.pages.views import TopicView
from generator.text.html import Html, attribute, escaped

#: Columns of a line, at most: a longer time is drawn in spans of 5, 10 … years.
MOST_COLUMNS = 80
#: Pixels that a column takes where there is room, and all of them at most.
COLUMN, WIDEST = 30, 640
#: So many columns are named, on a phone too.
NAMED = 6
#: The lowest column, in per cent of the highest: one paper among thousands is seen.
_LOWEST = 5.0
_CAPTION, _YEAR, _PAPERS = to_say("Papers per year"), to_say("Year"), to_say("Papers")


def years_line(
    counts: Mapping[int, int], language: Language, links: Mapping[int, str] | None = None
) -> Html:
    """Return papers per year as one line of HTML: an SVG, and for screen readers the same as table.

    `counts` are papers by year; of fewer than two years there is nothing to draw, and it is empty.
    `links` are addresses on the site ("#part-2024", "2/#part-2019") by year: they make columns a
    way in for a pointer. The drawing is no place for a finger or the keyboard, so a page that gives
    links offers the same ones in text as well: the parts of a list are that.
    """
    known = {year: count for year, count in counts.items() if count > 0}
    if len(known) < 2:
        return Html()
    drawn = spans(known, MOST_COLUMNS)
    most = max(span.count for span in drawn)
    step = 100 / len(drawn)
    columns = "".join(
        _column(span, number, 100 * span.count / most, step, _way(span, links or {}), language)
        for number, span in enumerate(drawn)
        if span.count
    )
    # The width is that of all columns, so that three years are no wall.
    return Html(
        f'<figure class="years"><svg aria-hidden="true" width="{min(WIDEST, COLUMN * len(drawn))}"'
        f' height="48">{columns}</svg><p aria-hidden="true">{_axis(drawn)}</p>'
        f"{_table(known, language)}</figure>"
    )


def _way(span: Span, links: Mapping[int, str]) -> str:
    """Return where the column of a span leads: to its newest year that has a link."""
    linked = (links[year] for year in range(span.last, span.first - 1, -1) if year in links)
    return next(linked, "")


def _column(
    span: Span, number: int, height: float, step: float, way: str, language: Language
) -> str:
    at, height = number * step, max(_LOWEST, height)
    bar = (
        f'<rect x="{at + step / 10:.2f}%" y="{100 - height:.1f}%" width="{step * 0.8:.2f}%"'
        f' height="{height:.1f}%"/>'
    )
    papers = language.counted(span.count, "{number} paper", "{number} papers")
    title = f"<title>{span}: {escaped(papers)}</title>"
    if not way:
        return f"<g>{title}{bar}</g>"
    # What can be pressed is as high as the drawing, however low the column.
    room = f'<rect class="room" x="{at:.2f}%" width="{step:.2f}%" height="100%"/>'
    return f'<a href="{attribute(way)}" tabindex="-1">{title}{room}{bar}</a>'


def _axis(drawn: Sequence[Span]) -> str:
    """Name columns, each in its own room: at most NAMED, the last one always."""
    every = -(-len(drawn) // NAMED)
    named = ((span, (len(drawn) - number) % every == 0) for number, span in enumerate(drawn, 1))
    return "".join(f"<span>{span.first if shown else ''}</span>" for span, shown in named)


def _table(counts: Mapping[int, int], language: Language) -> str:
    rows = "".join(
        f'<tr><th scope="row">{year}</th><td>{escaped(language.number(counts[year]))}</td></tr>'
        for year in sorted(counts)
    )
    caption, head, papers = (escaped(language.say(text)) for text in (_CAPTION, _YEAR, _PAPERS))
    return (
        f'<div class="cat-unseen"><table class="read-out"><caption>{caption}</caption>'
        "<thead><tr>"
        f'<th scope="col">{head}</th><th scope="col">{papers}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


@dataclass(frozen=True)
class Year:
    """A year in the list of all: its papers, and the topic that has most of them, if any."""

    year: int
    count: int
    most: TopicView | None

    @property
    def link(self) -> PageLink:
        """The link to its page."""
        return PageLink(str(self.year), f"years/{self.year}.md")


def years_table(years: Sequence[Year], language: Language) -> Html:
    """Return the list of all years for the page /years/, one line of HTML: a bar for each."""
    if not years:
        return Html()
    most = max(year.count for year in years)
    topics = any(year.most for year in years)
    largest = escaped(language.say("Largest topic"))
    head = f'<th scope="col">{largest}</th>' if topics else ""
    name, papers = escaped(language.say(_YEAR)), escaped(language.say(_PAPERS))
    rows = "".join(
        f'<tr><th scope="row">{year.link.html}</th>'
        f'<td><span><svg aria-hidden="true" width="{100 * year.count / most:.1f}%">'
        '<rect width="100%" height="100%"/></svg>'
        f"{escaped(language.number(year.count))}</span></td>"
        + (f"<td>{_topic(year.most, language)}</td>" if topics else "")
        + "</tr>"
        for year in years
    )
    return Html(
        f'<table class="years"><thead><tr><th scope="col">{name}</th><th scope="col">{papers}</th>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _topic(view: TopicView | None, language: Language) -> str:
    if not view:
        return ""
    return (
        f'{view.link.html}&nbsp;<span class="count">{escaped(language.number(view.count))}</span>'
    )

"""The growth of topics as small multiples: for each topic a few columns, and a table of all."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.figures.growth import Growth, Line
from generator.figures.per_year import Span
from generator.figures.wording import percent
from generator.pages.tables import Table
from generator.pages.views import area_colour
from generator.text.html import ROOT, Html, attribute, html_text
from generator.text.unicode import visible


def drawing(catalogue: Catalogue, found: Growth) -> Html:
    """Return the chart as one line of HTML: topics by area, each to its own scale."""
    return Html("".join(_area(catalogue, found, at, lines) for at, lines in found.areas))


def _area(catalogue: Catalogue, found: Growth, at: int, lines: tuple[Line, ...]) -> str:
    name = visible(catalogue.areas[at].name.plain)
    ends = f"<span>{found.spans[0]}</span><span>{found.spans[-1]}</span>"
    rows = "".join(_row(found, line) for line in lines)
    return (
        f'<div class="stats-group" data-area="{area_colour(at)}"><h3>{html_text(name)}</h3>'
        f'<ul class="bars growth" aria-label="{attribute(f"Topics over the years: {name}")}">'
        f'{rows}<li aria-hidden="true"><span></span><span>{ends}</span></li></ul></div>'
    )


def _row(found: Growth, line: Line) -> str:
    shares = [
        n / span.count if span.count else 0.0
        for n, span in zip(line.counts, found.spans, strict=True)
    ]
    step, most = 100 / len(shares), max(shares)
    columns = "".join(
        f'<rect class="strong" x="{(number + 0.1) * step:.1f}%" y="{100 - 100 * share / most:.1f}%"'
        f' width="{0.8 * step:.1f}%" height="{100 * share / most:.1f}%">'
        f"<title>{_said(line, found.spans, number)}</title></rect>"
        for number, share in enumerate(shares)
        if share
    )
    first, last = (percent(line.counts[at], found.spans[at].count) for at in (0, -1))
    name = html_text(visible(line.topic.name.plain))
    return (
        f'<li><a href="{ROOT}topics/{line.topic.slug}/">{name}</a>'
        f'<svg aria-hidden="true">{columns}</svg>'
        f"<b><small>from {html_text(first)} to </small>{html_text(last)}</b></li>"
    )


def _said(line: Line, spans: tuple[Span, ...], at: int) -> str:
    count, of = line.counts[at], spans[at].count
    return f"{spans[at]}: {count:,} of {of:,}, {html_text(percent(count, of))}"


def table(found: Growth) -> Table:
    """Return the shares as a table, with the papers of each span."""
    rows = [("All papers", *(f"{span.count:,}" for span in found.spans))]
    rows += [
        (
            line.topic.name.plain,
            *(percent(n, span.count) for n, span in zip(line.counts, found.spans, strict=True)),
        )
        for _, lines in found.areas
        for line in lines
    ]
    return Table(
        "Topics over the years",
        "Share of the papers of each period",
        ("Topic", *map(str, found.spans)),
        rows,
    )

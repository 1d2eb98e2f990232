"""The growth of topics as small multiples: for each topic a few columns, and a table of all."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.figures.growth import Growth, Line
from generator.figures.per_year import Span
from generator.language import Language
from generator.pages.tables import Table
from generator.pages.views import area_colour
from generator.text.html import ROOT, Html, attribute, html_text
from generator.text.unicode import visible


def drawing(catalogue: Catalogue, found: Growth, language: Language) -> Html:
    """Return the chart as one line of HTML: topics by area, each to its own scale."""
    return Html("".join(_area(catalogue, found, area, language) for area in found.areas))


def _area(
    catalogue: Catalogue, found: Growth, area: tuple[int, tuple[Line, ...]], language: Language
) -> str:
    at, lines = area
    name = visible(catalogue.areas[at].name.plain)
    ends = f"<span>{found.spans[0]}</span><span>{found.spans[-1]}</span>"
    rows = "".join(_row(found, line, language) for line in lines)
    label = language.say("Topics over the years: {area}", area=name)
    return (
        f'<div class="stats-group" data-area="{area_colour(at)}"><h3>{html_text(name)}</h3>'
        f'<ul class="bars growth" aria-label="{attribute(label)}">'
        f'{rows}<li aria-hidden="true"><span></span><span>{ends}</span></li></ul></div>'
    )


def _row(found: Growth, line: Line, language: Language) -> str:
    shares = [
        n / span.count if span.count else 0.0
        for n, span in zip(line.counts, found.spans, strict=True)
    ]
    step, most = 100 / len(shares), max(shares)
    columns = "".join(
        f'<rect class="strong" x="{(number + 0.1) * step:.1f}%" y="{100 - 100 * share / most:.1f}%"'
        f' width="{0.8 * step:.1f}%" height="{100 * share / most:.1f}%">'
        f"<title>{_said(line, found.spans, number, language)}</title></rect>"
        for number, share in enumerate(shares)
        if share
    )
    first, last = (language.share(line.counts[at], found.spans[at].count) for at in (0, -1))
    name = html_text(visible(line.topic.name.plain))
    return (
        f'<li><a href="{ROOT}topics/{line.topic.slug}/">{name}</a>'
        f'<svg aria-hidden="true">{columns}</svg>'
        f"<b>{_from_to(first, last, language)}</b></li>"
    )


def _from_to(first: str, last: str, language: Language) -> str:
    """Return two shares in words, of which the last is what a reader looks for."""
    said = language.say("from {first} to {last}", first=first, last="\x03")
    before, _, behind = said.partition("\x03")
    small = [f"<small>{html_text(part)}</small>" if part else "" for part in (before, behind)]
    return f"{small[0]}{html_text(last)}{small[1]}"


def _said(line: Line, spans: tuple[Span, ...], at: int, language: Language) -> str:
    count, of = line.counts[at], spans[at].count
    said = language.say(
        "{years}: {number} of {total}, {share}",
        years=str(spans[at]),
        number=count,
        total=of,
        share=language.share(count, of),
    )
    return html_text(said)


def table(found: Growth, language: Language) -> Table:
    """Return the shares as a table, with the papers of each span."""
    rows = [(language.say("All papers"), *(language.number(s.count) for s in found.spans))]
    rows += [
        (
            line.topic.name.plain,
            *(
                language.share(n, span.count)
                for n, span in zip(line.counts, found.spans, strict=True)
            ),
        )
        for _, lines in found.areas
        for line in lines
    ]
    return Table(
        language.say("Topics over the years"),
        language.say("Share of the papers of each period"),
        (language.say("Topic"), *map(str, found.spans)),
        rows,
        language,
    )

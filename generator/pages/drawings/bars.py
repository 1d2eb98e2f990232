"""Charts of figures: bars, shares, columns and a matrix as inline SVG, each with its table.

Every bar is an SVG of its own whose width is per cent of its place, and names and figures are
HTML: so text keeps its size on a phone, and names can be links. The lists of bars and the matrix
are read as the list and the table they are; the columns are one image with a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.overlap import Overlap
from generator.figures.sections import Bar, Group, Section
from generator.language import Language, to_say
from generator.pages.tables import Table
from generator.pages.views import area_colour
from generator.text.html import ROOT, Html, attribute, html_text
from generator.text.unicode import visible

#: So many names of columns fit side by side on a phone.
AXIS_NAMES = 5
#: The darkest cell of a matrix; text on it keeps a contrast of 4.5:1.
DARKEST = 0.4
#: The heads of the matrix: over the names of listings, and over papers of one listing alone.
_HEADS = (to_say("Listing"), to_say("Only here"))


def _text(text: str) -> Html:
    return html_text(visible(text))


def drawing(section: Section, language: Language) -> Html:
    """Return the chart of a section as one line of HTML that is safe in a page."""
    if section.form == "columns":
        return Html(_columns(section, language))
    most = max((bar.count for group in section.groups for bar in group.bars), default=0)
    return Html(
        _legend(section) + "".join(_group(section, g, most, language) for g in section.groups)
    )


def table(section: Section, language: Language) -> Table:
    """Return the figures of a section as a table."""
    columns = len(section.heads) - 1
    rows = [
        (bar.name, *_cells(section, bar, language)[:columns])
        for group in section.groups
        for bar in group.bars
    ]
    return Table(section.title, section.title, section.heads, rows, language)


def _cells(section: Section, bar: Bar, language: Language) -> list[str]:
    count = language.number(bar.count)
    if bar.strong is not None:
        return [count, language.number(bar.strong)]
    of = [language.number(bar.of)] if section.has_totals else []
    return [count, *of, *([language.share(bar.count, bar.of)] if bar.of else [])]


def _legend(section: Section) -> str:
    if not section.legend:
        return ""
    strong, tint = section.legend
    return f'<p class="stats-legend">{_key("strong", strong)} {_key("tint", tint)}</p>'


def _key(name: str, meaning: str) -> str:
    bar = f'<svg aria-hidden="true"><rect class="{name}" width="100%" height="100%"/></svg>'
    return f"<span>{bar}{_text(meaning)}</span>"


def _group(section: Section, group: Group, most: int, language: Language) -> str:
    head = f"<h3>{_text(group.name)}</h3>" if group.name else ""
    colour = "" if group.area is None else f' data-area="{area_colour(group.area)}"'
    label = attribute(visible(": ".join(filter(None, (section.title, group.name)))))
    rows = "".join(_row(section.form, bar, most, language) for bar in group.bars)
    bars = f'<ul class="bars {section.form}" aria-label="{label}">{rows}</ul>' if rows else ""
    return f'<div class="stats-group"{colour}>{head}{bars}</div>'


def _row(form: str, bar: Bar, most: int, language: Language) -> str:
    name = _text(bar.name)
    if bar.topic:
        name = Html(f'<a href="{ROOT}topics/{bar.topic}/">{name}</a>')
    else:
        name = Html(f"<span>{name}</span>")
    if form == "shares":
        share = _text(language.share(bar.count, bar.of))
        counts = _text(language.say("{number} of {total}", number=bar.count, total=bar.of))
        said = f"{share} <small>{counts}</small>"
        track = '<rect class="track" width="100%" height="100%"/>'
        drawn = f'<svg aria-hidden="true">{track}{_rect("strong", bar.count, bar.of)}</svg>'
        return f"<li>{name}{drawn}<b>{said}</b></li>"
    inside = '<rect class="strong" width="100%" height="100%"/>'
    if bar.strong is not None:
        tint = '<rect class="tint" width="100%" height="100%"/>'
        inside = tint + _rect("strong", bar.strong, bar.count)
    width = _percentage(bar.count, most)
    drawn = f'<svg aria-hidden="true" width="{width}">{inside}</svg>' if bar.count else ""
    return f"<li>{name}<span>{drawn}<b>{_text(language.number(bar.count))}</b></span></li>"


def _rect(name: str, count: int, of: int) -> str:
    if not count:
        return ""
    return f'<rect class="{name}" width="{_percentage(count, of)}" height="100%"/>'


def _percentage(count: float, of: float) -> str:
    return f"{100 * count / of if of else 0:.1f}%".replace(".0%", "%")


def _columns(section: Section, language: Language) -> str:
    """Draw figures over time, oldest first; the table says them."""
    bars = [bar for group in section.groups for bar in group.bars]
    most = max(bar.count for bar in bars)
    step = 100 / len(bars)
    parts = []
    for number, bar in enumerate(bars):
        if bar.count:
            height = 100 * bar.count / most
            parts.append(
                f'<rect class="strong" x="{(number + 0.1) * step:.2f}%" y="{100 - height:.1f}%"'
                f' width="{0.8 * step:.2f}%" height="{height:.1f}%">'
                f"<title>{bar.name}: {_text(language.number(bar.count))}</title></rect>"
            )
    label = attribute(
        language.say(
            "{title}, from {first} to {last}",
            title=section.title,
            first=bars[0].name,
            last=bars[-1].name,
        )
    )
    return (
        '<figure class="columns">'
        f'<p class="stats-most" aria-hidden="true">{_text(language.number(most))}</p>'
        f'<svg role="img" aria-label="{label}">{"".join(parts)}</svg>'
        f'<p class="stats-axis" aria-hidden="true">{_axis(bars)}</p></figure>'
    )


def _axis(bars: Sequence[Bar]) -> str:
    """Name columns, each in its own room: at most AXIS_NAMES, the last one always."""
    every = -(-len(bars) // AXIS_NAMES)
    named = ((bar.name, (len(bars) - number) % every == 0) for number, bar in enumerate(bars, 1))
    return "".join(f"<span>{name if shown else ''}</span>" for name, shown in named)


def matrix(found: Overlap, language: Language) -> Html:
    """Return the overlap of listings as a table whose cells are shaded by SVG; one line of HTML."""
    letters = [chr(ord("A") + number) for number in range(len(found.listings))]
    most = max(
        (n for row, line in enumerate(found.shared) for at, n in enumerate(line) if at != row),
        default=0,
    )
    heads = "".join(
        f'<th scope="col"><abbr title="{attribute(visible(listing.name))}">{letter}</abbr></th>'
        for letter, listing in zip(letters, found.listings, strict=True)
    )
    rows = []
    for number, listing in enumerate(found.listings):
        cells = "".join(
            f'<td class="own">{_text(language.number(count))}</td>'
            if at == number
            else _cell(count, most, language)
            for at, count in enumerate(found.shared[number])
        )
        whole = attribute(visible(listing.name))
        rows.append(
            f'<tr><th scope="row"><b>{letters[number]}</b>'
            f' <bdi title="{whole}">{_text(listing.short)}</bdi></th>{cells}'
            f"<td>{_text(language.number(listing.alone))}</td></tr>"
        )
    label = attribute(language.say("Table: papers that two listings share"))
    caption = _text(
        language.say(
            "Papers that two listings share; where a listing meets itself, all that it has"
        )
    )
    one, only = (_text(language.say(head)) for head in _HEADS)
    return Html(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="stats-table matrix"><caption>{caption}</caption><thead><tr>'
        f'<th scope="col">{one}</th>{heads}<th scope="col">{only}</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def shared_papers(found: Overlap, language: Language) -> Table:
    """Return the same figures as a table of plain cells."""
    rows = [
        (listing.name, *map(language.number, (*shared, listing.alone)))
        for listing, shared in zip(found.listings, found.shared, strict=True)
    ]
    one, only = map(language.say, _HEADS)
    heads = (one, *(listing.short for listing in found.listings), only)
    title = language.say("Listings")
    return Table(title, language.say("Papers that two listings share"), heads, rows, language)


def _cell(count: int, most: int, language: Language) -> str:
    if not count:
        return "<td>0</td>"
    shade = f"{DARKEST * count / most:.2f}"
    rect = f'<rect class="strong" width="100%" height="100%" fill-opacity="{shade}"/>'
    return (
        f'<td><svg aria-hidden="true">{rect}</svg><span>{_text(language.number(count))}</span></td>'
    )

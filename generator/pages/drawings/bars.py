"""Charts of figures: bars, shares, columns and a matrix as inline SVG, each with its table.

Every bar is an SVG of its own whose width is per cent of its place, and names and figures are
HTML: so text keeps its size on a phone, and names can be links. The lists of bars and the matrix
are read as the list and the table they are; the columns are one image with a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.overlap import Overlap
from generator.figures.sections import Bar, Group, Section
from generator.figures.wording import percent
from generator.pages.tables import Table
from generator.pages.views import area_colour
from generator.text.html import ROOT, Html, attribute, html_text
from generator.text.unicode import visible

#: So many names of columns fit side by side on a phone.
AXIS_NAMES = 5
#: The darkest cell of a matrix; text on it keeps a contrast of 4.5:1.
DARKEST = 0.4


def _text(text: str) -> Html:
    return html_text(visible(text))


def drawing(section: Section) -> Html:
    """Return the chart of a section as one line of HTML that is safe in a page."""
    if section.form == "columns":
        return Html(_columns(section))
    most = max((bar.count for group in section.groups for bar in group.bars), default=0)
    return Html(_legend(section) + "".join(_group(section, g, most) for g in section.groups))


def table(section: Section) -> Table:
    """Return the figures of a section as a table."""
    columns = len(section.heads) - 1
    rows = [
        (bar.name, *_cells(section, bar)[:columns])
        for group in section.groups
        for bar in group.bars
    ]
    return Table(section.title, section.title, section.heads, rows)


def _cells(section: Section, bar: Bar) -> list[str]:
    if bar.strong is not None:
        return [f"{bar.count:,}", f"{bar.strong:,}"]
    of = [f"{bar.of:,}"] if "Of" in section.heads else []
    return [f"{bar.count:,}", *of, *([percent(bar.count, bar.of)] if bar.of else [])]


def _legend(section: Section) -> str:
    if not section.legend:
        return ""
    strong, tint = section.legend
    return f'<p class="stats-legend">{_key("strong", strong)} {_key("tint", tint)}</p>'


def _key(name: str, meaning: str) -> str:
    bar = f'<svg aria-hidden="true"><rect class="{name}" width="100%" height="100%"/></svg>'
    return f"<span>{bar}{meaning}</span>"


def _group(section: Section, group: Group, most: int) -> str:
    head = f"<h3>{_text(group.name)}</h3>" if group.name else ""
    colour = "" if group.area is None else f' data-area="{area_colour(group.area)}"'
    label = attribute(visible(": ".join(filter(None, (section.title, group.name)))))
    rows = "".join(_row(section.form, bar, most) for bar in group.bars)
    bars = f'<ul class="bars {section.form}" aria-label="{label}">{rows}</ul>' if rows else ""
    return f'<div class="stats-group"{colour}>{head}{bars}</div>'


def _row(form: str, bar: Bar, most: int) -> str:
    name = _text(bar.name)
    if bar.topic:
        name = Html(f'<a href="{ROOT}topics/{bar.topic}/">{name}</a>')
    else:
        name = Html(f"<span>{name}</span>")
    if form == "shares":
        said = f"{_text(percent(bar.count, bar.of))} <small>{bar.count:,} of {bar.of:,}</small>"
        track = '<rect class="track" width="100%" height="100%"/>'
        drawn = f'<svg aria-hidden="true">{track}{_rect("strong", bar.count, bar.of)}</svg>'
        return f"<li>{name}{drawn}<b>{said}</b></li>"
    inside = '<rect class="strong" width="100%" height="100%"/>'
    if bar.strong is not None:
        tint = '<rect class="tint" width="100%" height="100%"/>'
        inside = tint + _rect("strong", bar.strong, bar.count)
    width = _percentage(bar.count, most)
    drawn = f'<svg aria-hidden="true" width="{width}">{inside}</svg>' if bar.count else ""
    return f"<li>{name}<span>{drawn}<b>{bar.count:,}</b></span></li>"


def _rect(name: str, count: int, of: int) -> str:
    if not count:
        return ""
    return f'<rect class="{name}" width="{_percentage(count, of)}" height="100%"/>'


def _percentage(count: float, of: float) -> str:
    return f"{100 * count / of if of else 0:.1f}%".replace(".0%", "%")


def _columns(section: Section) -> str:
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
                f"<title>{bar.name}: {bar.count:,}</title></rect>"
            )
    label = attribute(f"{section.title}, from {bars[0].name} to {bars[-1].name}")
    return (
        f'<figure class="columns"><p class="stats-most" aria-hidden="true">{most:,}</p>'
        f'<svg role="img" aria-label="{label}">{"".join(parts)}</svg>'
        f'<p class="stats-axis" aria-hidden="true">{_axis(bars)}</p></figure>'
    )


def _axis(bars: Sequence[Bar]) -> str:
    """Name columns, each in its own room: at most AXIS_NAMES, the last one always."""
    every = -(-len(bars) // AXIS_NAMES)
    named = ((bar.name, (len(bars) - number) % every == 0) for number, bar in enumerate(bars, 1))
    return "".join(f"<span>{name if shown else ''}</span>" for name, shown in named)


def matrix(found: Overlap) -> Html:
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
            f'<td class="own">{count:,}</td>' if at == number else _cell(count, most)
            for at, count in enumerate(found.shared[number])
        )
        whole = attribute(visible(listing.name))
        rows.append(
            f'<tr><th scope="row"><b>{letters[number]}</b>'
            f' <bdi title="{whole}">{_text(listing.short)}</bdi></th>{cells}'
            f"<td>{listing.alone:,}</td></tr>"
        )
    return Html(
        '<div class="scroll" tabindex="0" role="region" aria-label="Table: papers that two'
        ' listings share"><table class="stats-table matrix"><caption>Papers that two listings'
        " share; where a listing meets itself, all that it has</caption><thead><tr>"
        f'<th scope="col">Listing</th>{heads}<th scope="col">Only here</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def shared_papers(found: Overlap) -> Table:
    """Return the same figures as a table of plain cells."""
    rows = [
        (listing.name, *(f"{count:,}" for count in (*shared, listing.alone)))
        for listing, shared in zip(found.listings, found.shared, strict=True)
    ]
    heads = ("Listing", *(listing.short for listing in found.listings), "Only here")
    return Table("Listings", "Papers that two listings share", heads, rows)


def _cell(count: int, most: int) -> str:
    if not count:
        return "<td>0</td>"
    shade = f"{DARKEST * count / most:.2f}"
    rect = f'<rect class="strong" width="100%" height="100%" fill-opacity="{shade}"/>'
    return f'<td><svg aria-hidden="true">{rect}</svg><span>{count:,}</span></td>'

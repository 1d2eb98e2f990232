"""From a row of a Markdown table to what it says of a paper, by the names of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems import Place
from generator.sources.markdown.entry import said_of
from generator.sources.markdown.items import Item
from generator.sources.markdown.labels import Published, bare, published, together
from generator.sources.markdown.people import people_in
from generator.sources.markdown.spans import BREAK, Span, text_of
from generator.sources.said import Said

#: What columns are called, in any case.
_COLUMNS = {
    "title": ("title", "paper title", "paper", "papers", "name", "publication", "article", "work"),
    "authors": ("authors", "author", "author(s)", "first author"),
    "venue": (
        "venue", "conference", "journal", "conf", "conf.", "publisher", "published", "source",
        "conference/journal", "venue/year", "publish", "where", "pub", "pub.", "published in",
    ),
    "year": ("year", "date", "time", "published date", "publication date", "release date"),
}  # fmt: skip
#: Columns that say neither who nor where.
_PASSED = frozenset(
    ("institute", "institution", "institutions", "affiliation", "affiliations", "organization",
     "organisation", "company", "team", "lab", "university", "country")
)  # fmt: skip
_FIELD_OF = {name: field for field, names in _COLUMNS.items() for name in names}


def said_of_row(
    item: Item, place: Place, keywords: Sequence[str], under: Published | None
) -> Said | None:
    """Return what a row says of a paper, or None where it names none.

    What its columns do not tell is looked for as in a point of a list, its title column first.
    """
    columns: dict[str, list[Span]] = {}
    others: list[Span] = []
    for header, spans in item.cells.items():
        called = bare(header).casefold()
        field = _FIELD_OF.get(called)
        if called in _PASSED:
            continue
        if field == "title" and field in columns and called == "publication":
            field = "venue"
        if field and field not in columns:
            columns[field] = list(spans)
        else:
            # The header of a link is its label: the cell may say only "link" or show a sign.
            others += [BREAK, *(_labelled(span, header) for span in spans)]
    told = _published(columns)
    spans = [*columns.get("title", []), *others]
    row = Item(item.line, [*spans, *_links(columns)], item.headings)
    known = together([one for one in (told, under) if one]) if told or under else None
    said = said_of(row, place, keywords, known)
    if said is None:
        return None
    if people := people_in(text_of(columns.get("authors", [])), sure=True):
        said.values["authors"] = people
    elif names := text_of(columns.get("authors", [])):
        said.values["authors"] = names
    if told:
        said.values |= {"venue": told.venue, "year": told.date}
    return said


def _labelled(span: Span, header: str) -> Span:
    label = bare(span.text)
    return Span(header, span.url) if span.url and len(label) < 5 else span


def _links(columns: dict[str, list[Span]]) -> list[Span]:
    """Return the links of columns that are no titles: `[CVPR](…)`."""
    return [
        Span("paper", span.url)
        for name in ("venue", "year")
        for span in columns.get(name, [])
        if span.url
    ]


def _published(columns: dict[str, list[Span]]) -> Published | None:
    texts = [text_of(columns.get(name, [])) for name in ("venue", "year")]
    found = [said for text in texts if bare(text) and (said := published(text))]
    return together(found) if found else None

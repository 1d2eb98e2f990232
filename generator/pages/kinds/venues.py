"""The lists of all venues: by kind, the largest first, and by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.language import to_say
from generator.model import KnownVenueKind
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging, heading, in_parts
from generator.pages.renderer import Renderer
from generator.pages.venue_lines import Line, venue_line

#: Kinds of venues in the order of the list, each with what several are called.
_KINDS: dict[KnownVenueKind, str] = {
    "conference": to_say("Conferences"),
    "journal": to_say("Journals"),
    "workshop": to_say("Workshops"),
    "preprint": to_say("Preprint servers"),
    "publisher": to_say("Publishers"),
    "other": to_say("Others"),
}
#: Venues of a kind on the first page, those of most papers, where there are more than LINES.
MOST_OF_A_KIND = 60
#: More venues than this go over several pages, so that no page grows with the catalogue.
LINES = 600

_BY_KIND = Layout("venues", styles=("groups",), classes="wide")
_BY_NAME = Layout("venues_by_name", styles=("groups",), classes="wide")
LAYOUTS = (_BY_KIND, _BY_NAME)
_PAGING = Paging("venues/all/1.md", "venues/all/{}.md")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the list by kind, then, of many venues, the pages of that by name."""
    lines = [venue_line(renderer.catalogue, venue) for venue in renderer.catalogue.venues]
    lines.sort(key=lambda line: line.key)
    yield _by_kind(renderer, lines)
    if len(lines) > LINES:
        yield from _by_name(renderer, lines)


def _by_kind(renderer: Renderer, lines: Sequence[Line]) -> Page:
    """Return the first page; venues of one paper stand apart."""
    catalogue, say = renderer.catalogue, renderer.language.say
    all_shown = len(lines) <= LINES
    return renderer.page(
        _BY_KIND,
        "venues/index.md",
        "the list of venues",
        say("Venues"),
        say(
            "Where the papers were published: conferences, journals, publishers and servers, with"
            " the number of papers."
        ),
        updated=renderer.newest,
        kinds=[
            _kind(kind, say(name), of_kind, all_shown=all_shown)
            for kind, name in _KINDS.items()
            if (of_kind := [line for line in lines if line.venue.kind == kind])
        ],
        total=len(lines),
        unknown=len(catalogue.papers) - len(catalogue.venue_of),
        all_shown=all_shown,
        by_name=PageLink(say("All venues by name"), _PAGING.path(1)),
        by_title=PageLink(say("by title"), "papers/index.md"),
        by_topic=PageLink(say("by topic"), "topics/index.md"),
    )


def _kind(
    kind: KnownVenueKind, name: str, lines: Sequence[Line], *, all_shown: bool
) -> dict[str, object]:
    """Return what is shown of a kind; where not all are, those of most papers."""
    # Sorting is stable: equal counts stay in the order of names.
    large = sorted((line for line in lines if line.count > 1), key=lambda line: -line.count)
    if not all_shown:
        large = large[:MOST_OF_A_KIND]
    single = [line for line in lines if line.count == 1] if all_shown else []
    if not large:
        large, single = list(lines[:MOST_OF_A_KIND]), list(lines[MOST_OF_A_KIND:])
    return {
        "name": name,
        "anchor": f"kind-{kind}",
        "count": len(lines),
        "large": large,
        "single": single,
    }


def _by_name(renderer: Renderer, lines: Sequence[Line]) -> Iterator[Page]:
    """Yield the list of all venues by name."""
    parts = in_parts(lines, LINES)
    say = renderer.language.say
    names = [
        say("{first} to {last}", first=_letter(part[0]), last=_letter(part[-1])) for part in parts
    ]
    for number, part in enumerate(parts, 1):
        title = renderer.numbered(say("All venues"), number)
        yield renderer.page(
            _BY_NAME,
            _PAGING.path(number),
            "the list of venues by name",
            title,
            say("Every venue of the catalogue, by name."),
            updated=renderer.newest,
            up=PageLink(say("Venues"), "venues/index.md"),
            letters=[
                {"letter": letter, "anchor": f"names-{at}", "lines": list(found)}
                for at, (letter, found) in enumerate(groupby(part, _letter), 1)
            ],
            total=len(lines),
            heading=title,
            others=_PAGING.pager(number, names),
        )


def _letter(line: Line) -> str:
    return heading(line.key[0])

"""Finds the papers of searches that are kept: those that all of a query hits, to the letter.

Whoever searches is shown what comes near as well; whoever follows a search wants what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue import Catalogue
from generator.ids import slug
from generator.model import OutputFile, StandingSearch
from generator.problems import Problems, quoted
from generator.search.build import FOLDER
from generator.search.query import MOST_CLAUSES, parsed
from generator.search.reader import Reader
from generator.settings import KeptSearch, Settings


def slug_of(search: KeptSearch) -> str:
    """Return the name of the folder of a search's feeds, by which they are the same for ever."""
    return slug(search.slug or search.name, noun="search")


def check_searches(settings: Settings, problems: Problems) -> None:
    """Report searches that cannot be: two with one folder, and too many conditions."""
    known: dict[str, KeptSearch] = {}
    for search, place in zip(settings.searches, settings.search_places, strict=True):
        other = known.setdefault(slug_of(search), search)
        if other is not search:
            problems.error(
                place,
                f"searches: {quoted(search.name)} and {quoted(other.name)} have one address,"
                f" data/searches/{slug_of(search)}/",
                "give one another name, or a slug: of its own",
            )
        if parsed(search.query).cut:
            problems.error(
                place,
                f"searches: {quoted(search.name)} asks for more than {MOST_CLAUSES} phrases, fields"
                " and exclusions",
                "leave some out",
            )


def standing_searches(
    catalogue: Catalogue, settings: Settings, index: Iterable[OutputFile], problems: Problems
) -> tuple[StandingSearch, ...]:
    """Return the searches of the settings with their papers, by the files of the index.

    One that finds none is noted.
    """
    if not settings.searches:
        return ()
    files = {file.path.removeprefix(f"{FOLDER}/"): file.data for file in index}
    reader = Reader(files.__getitem__)
    papers = catalogue.in_index_order
    found = []
    for search, place in zip(settings.searches, settings.search_places, strict=True):
        ids = tuple(sorted(papers[number].id for number in reader.holding(search.query)))
        if not ids:
            problems.note(
                place,
                f"searches: {quoted(search.name)} finds no paper, and its feeds are empty",
                "search for it on the site, and see what it should say",
            )
        found.append(StandingSearch(slug_of(search), search.name, search.query, search.about, ids))
    return tuple(found)

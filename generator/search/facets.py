"""Makes the files of the facets: what each document has a value of, and who wrote which ones.

None of them is asked for before the first results of a search box are shown. The search page
fetches the file of facets with its first results, of people only those that its address names, and
those with most papers when it offers them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language
from generator.model import KnownVenue, Person
from generator.search.encoding import encode_documents
from generator.search.tokens import usual_slug
from generator.values.paper import CONTRIBUTION_WORDS, CONTRIBUTIONS, Paper

#: People that the filter offers by itself: those with most papers. Others are chosen by name.
MOST_PEOPLE = 2_000
#: Characters of a file of people, before compression.
SHARD = 16_000

#: Adds a file of a kind to the index and returns its name.
Add = Callable[[str, object], str]


def facet_file(
    catalogue: Catalogue, papers: Sequence[Paper], add: Add, language: Language = ENGLISH
) -> str:
    """Add the files of the facets of `papers`, in the order of the index; return the first's name.

    Its fields are described in docs/maintainers/search-format.md.
    """
    topics = catalogue.topic_places
    number = {paper.id: n for n, paper in enumerate(papers)}
    used = [venue for venue in catalogue.venues if venue.papers]
    venues = sorted(used, key=lambda venue: (-len(venue.papers), venue.slug))
    at = {venue.slug: n for n, venue in enumerate(venues, 1)}
    kinds = [kind for kind in CONTRIBUTIONS if any(p.curation.kind == kind for p in papers)]
    content: dict[str, object] = {
        "t": [[topics[a.topic] for a in catalogue.assignments.get(p.id, ())] for p in papers],
        "y": [paper.work.year or 0 for paper in papers],
        "k": "".join(str(int(paper.work.has_link("code"))) for paper in papers),
        "o": [number[paper.id] for paper in catalogue.newest_first],
        "c": "".join(str(kinds.index(k) + 1 if (k := p.curation.kind) else 0) for p in papers),
        "v": [at.get(catalogue.venue_of.get(paper.id, ""), 0) for paper in papers],
        "kinds": kinds,
        "venues": list(_venues(venues)),
        "people": [
            [shard[0].slug, add("a", [_person(person, number) for person in shard])]
            for shard in _shards(catalogue.people)
        ],
    }
    if language.code != ENGLISH.code:
        words = [language.say(CONTRIBUTION_WORDS[kind]) for kind in kinds]
        content["kind_names"] = [f"{word[:1].upper()}{word[1:]}" for word in words]
    if catalogue.people:
        most = sorted(catalogue.people, key=lambda one: (-len(one.papers), one.slug))[:MOST_PEOPLE]
        content["authors"] = add("m", [_person(person, number) for person in most])
    return add("f", content)


def _with_slug(name: str, slug: str, *between: str) -> list[str]:
    return [name, *between] if usual_slug(name) == slug else [name, *between, slug]


def _venues(venues: Sequence[KnownVenue]) -> Iterator[list[str]]:
    """Name the venues as people say; those that are called the same by their whole names."""
    said = Counter(venue.short for venue in venues)
    for venue in venues:
        name = venue.short if said[venue.short] == 1 else venue.name.plain
        yield _with_slug(name, venue.slug)


def _person(person: Person, number: Mapping[str, int]) -> list[str]:
    documents = sorted(number[id_] for id_ in person.papers)
    return _with_slug(person.name.natural, person.slug, encode_documents(documents))


def _shards(people: Sequence[Person]) -> Iterator[Sequence[Person]]:
    """Cut the people, in the order of their slugs, into files of about the same size."""
    first = size = 0
    for at, person in enumerate(people, 1):
        size += len(person.slug) + 2 * len(person.papers) + 10
        if size > SHARD or at == len(people):
            yield people[first:at]
            first, size = at, 0

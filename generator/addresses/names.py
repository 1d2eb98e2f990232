"""Where topics, venues and people are that had another address before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from rapidfuzz import fuzz, process

from generator.addresses.folder import Lost
from generator.catalogue import Catalogue
from generator.ledger import Ledger, Row

#: From so much likeness on (0 to 100, rapidfuzz's ratio) a new name is an old one, corrected.
NEAR = 80
#: An author in the place of another is who that was if at least so much of the address is the same.
SAME_PERSON = 55

Found = Callable[[Lost], tuple[str, ...]]


def topic_found(catalogue: Catalogue, known: Collection[str]) -> Found:
    """Return what finds a topic that was renamed among those that are not `known` yet."""
    new = {
        slug: topic.name.plain.casefold()
        for slug, topic in catalogue.topics.items()
        if slug not in known
    }

    def found(lost: Lost) -> tuple[str, ...]:
        names = [lost.row.name.casefold(), lost.slug.replace("-", " ")]
        for name in filter(None, names):
            near = process.extractOne(name, new, scorer=fuzz.ratio, score_cutoff=NEAR)
            if near:
                return (str(near[2]),)
        return ()

    return found


def venue_found(catalogue: Catalogue) -> Found:
    """Return what finds a venue that has another address now by what it is called."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for venue in catalogue.venues:
        for name in (venue.name.plain, venue.short, *venue.known_as, *venue.spellings):
            called[name.casefold()].add(venue.slug)

    def found(lost: Lost) -> tuple[str, ...]:
        same = called.get(lost.row.name.casefold(), set()) if lost.row.name else set()
        return tuple(same) if len(same) == 1 else ()

    return found


def lost_people(catalogue: Catalogue, ledger: Ledger) -> dict[str, list[tuple[str, int]]]:
    """Return the addresses that authors had and nobody has now.

    Each with the papers that it stood at, and at which place among their authors.
    """
    here = catalogue.person.keys() | catalogue.people_signposts.keys()
    lost: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for slug in ledger.authors:
        if slug not in here:
            lost[slug] = []
    for paper, row in ledger.papers.items():
        for place, slug in enumerate(row.authors):
            if slug not in here:
                lost[slug].append((paper, place))
    return dict(lost)


def person_found(
    catalogue: Catalogue,
    ledger: Ledger,
    wrote: Mapping[str, Sequence[tuple[str, int]]],
    papers_at: Callable[[str], Sequence[str]],
) -> Found:
    """Return what finds an author who has another address now: by the papers, at their place.

    `wrote` is what `lost_people` returns, `papers_at` says which papers an address leads to.
    """

    def found(lost: Lost) -> tuple[str, ...]:
        # Where it led before may be another form of a name now.
        if forms := {catalogue.people_signposts.get(slug, "") for slug in lost.row.to} - {""}:
            return tuple(sorted(forms))[:1]
        votes: Counter[str] = Counter()
        for address, place in wrote.get(lost.slug, ()):
            row = ledger.papers[address]
            for paper in papers_at(address):
                slugs = catalogue.people_of.get(paper, ())
                at_place = slugs[place] if len(slugs) == len(row.authors) else ""
                if best := _likest(lost.slug, at_place, slugs, row.authors):
                    votes[best] += 1
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        return (ranked[0][0],) if ranked else ()

    return found


def _likest(lost: str, at_place: str, slugs: Sequence[str], before: Collection[str]) -> str:
    """Return which author of a paper one of before is, or an empty text."""
    if at_place and fuzz.WRatio(lost, at_place) >= SAME_PERSON:
        return at_place
    others = [slug for slug in slugs if slug not in before]
    near = process.extractOne(lost, others, scorer=fuzz.WRatio, score_cutoff=NEAR)
    return str(near[0]) if near else ""


def lost_of(rows: Mapping[str, Row], here: Collection[str]) -> list[Lost]:
    """Return the rows of addresses that are not `here`, sorted."""
    return [Lost(slug, rows[slug]) for slug in sorted(rows) if slug not in here]

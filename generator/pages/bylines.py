"""The authors of a paper as links to their pages, on cards of lists and on the paper's own page.

Of a long list the first ones and the last show; those between are unfolded by a click, without
JavaScript. Each name stands for itself, so that a Hebrew one does not turn the order of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages.links import Named, person_link
from generator.values.paper import Paper

#: Of a folded list so many names show first; the last one shows, too.
FIRST = 3
#: Lists of more names are folded: on a card, and on a paper's page, where one looks for them.
MOST_ON_CARD = 5
MOST_ON_PAGE = 15
#: A card holds no more names than this to be unfolded: the page of the paper has all of them.
MOST_UNFOLDED = 50


@dataclass(frozen=True)
class Authors:
    """The authors as they are shown: `first`, of a folded list also the last, then `others`.

    Of a folded list `more` are the `hidden` ones between; they are empty where they would be too
    many for a card. `others` says that there are authors whom nobody named.
    """

    first: tuple[Named, ...]
    last: tuple[Named, ...] = ()
    others: bool = False
    more: tuple[Named, ...] = ()
    hidden: int = 0

    @property
    def all(self) -> tuple[Named, ...]:
        """All that are held, in order."""
        return self.first + self.more + self.last


def on_card(catalogue: Catalogue, paper: Paper) -> Authors:
    """Return the authors for a card in a list."""
    return _folded(_linked(catalogue, paper), others(paper), MOST_ON_CARD, MOST_UNFOLDED)


def on_page(catalogue: Catalogue, paper: Paper) -> Authors:
    """Return the authors for the paper's page."""
    names = _linked(catalogue, paper)
    return _folded(names, others(paper), MOST_ON_PAGE, len(names))


def _linked(catalogue: Catalogue, paper: Paper) -> list[Named]:
    """Return each author's name, a link where the person has a page."""
    names = paper.work.authors
    slugs = catalogue.people_of.get(paper.id, ())
    return [
        person_link(name.natural, slug) if slug in catalogue.person else name.natural
        for name, slug in zip(names, (*slugs, *[""] * (len(names) - len(slugs))), strict=True)
    ]


def _folded(names: Sequence[Named], others: bool, most: int, unfolded: int) -> Authors:
    if len(names) <= most:
        return Authors(tuple(names), others=others)
    between = tuple(names[FIRST:-1])
    more = between if len(between) <= unfolded else ()
    return Authors(tuple(names[:FIRST]), (names[-1],), others, more, len(between))


def others(paper: Paper) -> bool:
    """Whether there are authors whom nobody named."""
    authors = paper.work.authors
    return bool(authors and authors[-1].others)

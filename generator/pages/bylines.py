"""The authors of a paper as links to their pages, on cards of lists and on the paper's own page.

Of a long list the first ones and the last show; those between are unfolded by a click, without
JavaScript. Each name stands for itself, so that a Hebrew one does not turn the order of the line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.text.markdown import Markdown, html_line, in_link, inline, link
from generator.values.name import Name
from generator.values.paper import Paper

#: Of a folded list so many names show first; the last one shows, too.
FIRST = 3
#: Lists of more names are folded: on a card, and on a paper's page, where one looks for them.
MOST_ON_CARD = 5
MOST_ON_PAGE = 15
#: A card holds no more names than this to be unfolded: the page of the paper has all of them.
MOST_UNFOLDED = 50

_NOTHING = Markdown()


@dataclass(frozen=True)
class Authors:
    """The authors as they are shown; of a folded list `more` are the `hidden` ones between.

    `more` is empty where nothing is folded, or too much for a card.
    """

    shown: Markdown
    more: Markdown = _NOTHING
    hidden: int = 0


def on_card(catalogue: Catalogue, paper: Paper, root: str) -> Authors:
    """Return the authors for a card in a list; `root` is the way to the root of all pages."""
    names = _linked(catalogue, paper, lambda slug: f"{root}authors/{slug}.md", _markdown)
    folded = _folded(names, others(paper), MOST_ON_CARD)
    return folded if folded.hidden <= MOST_UNFOLDED else Authors(folded.shown, hidden=folded.hidden)


def on_page(catalogue: Catalogue, paper: Paper) -> Authors:
    """Return the authors for the paper's page; a folded list is HTML, not Markdown."""
    if len(paper.work.authors) <= MOST_ON_PAGE:
        names = _linked(catalogue, paper, lambda slug: f"../authors/{slug}.md", _markdown)
    else:
        names = _linked(catalogue, paper, lambda slug: f"../../authors/{slug}/", _html)
    return _folded(names, others(paper), MOST_ON_PAGE)


def _linked(
    catalogue: Catalogue,
    paper: Paper,
    address: Callable[[str], str],
    written: Callable[[Name, str], Markdown],
) -> list[Markdown]:
    """Return each author's name, written with the address of the person's page, "" for none."""
    names = paper.work.authors
    slugs = catalogue.people_of.get(paper.id, ())
    return [
        written(name, address(slug) if slug in catalogue.person else "")
        for name, slug in zip(names, (*slugs, *[""] * (len(names) - len(slugs))), strict=True)
    ]


def _markdown(name: Name, address: str) -> Markdown:
    return link(in_link(name.natural), address) if address else inline(name.natural)


def _html(name: Name, address: str) -> Markdown:
    shown = html_line(name.natural)
    return Markdown(f'<a href="{address}">{shown}</a>') if address else shown


def _folded(names: Sequence[Markdown], others: Markdown, most: int) -> Authors:
    if len(names) <= most:
        return Authors(Markdown(", ".join(names) + others))
    shown = Markdown(f"{', '.join(names[:FIRST])} … {names[-1]}{others}")
    between = names[FIRST:-1]
    return Authors(shown, Markdown(", ".join(between)), len(between))


def others(paper: Paper) -> Markdown:
    """Return what says that there are authors whom nobody named."""
    authors = paper.work.authors
    return Markdown(" and others" if authors and authors[-1].others else "")

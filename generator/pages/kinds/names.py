"""The index of authors by family name, a page or more for each letter; few stand on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from generator.catalogue import Catalogue
from generator.figures.of_person import of_person, told_by
from generator.model import Person
from generator.pages import views
from generator.pages.links import PageLink, person_link
from generator.pages.name_index import MOST, OTHERS, Letter, shown
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging
from generator.pages.renderer import Renderer

#: Papers that the Markdown names beside an author: people have pages as HTML alone.
PAPERS_NAMED = 5

LAYOUT = Layout("names", styles=("groups",), classes="wide")
_UP = PageLink("Authors", "authors/index.md")


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the letters that names may begin with; none where all stand on one page."""
    return (*ascii_uppercase, OTHERS) if len(catalogue.people) > MOST else ()


def generate(renderer: Renderer, letters: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of those of `letters` that have names."""
    for letter in renderer.letters:
        if letter.name in letters:
            yield from _letter(renderer, letter)


def _letter(renderer: Renderer, letter: Letter) -> Iterator[Page]:
    paging = _paging(letter)
    labels = [part.label for part in letter.parts]
    begin = "no Latin letter: " if letter.name == OTHERS else ""
    for number, part in enumerate(letter.parts, 1):
        yield renderer.page(
            LAYOUT,
            paging.path(number),
            f"the list of authors, {part.label}",
            f"Authors: {part.label}",
            f"Authors whose {'' if begin else 'family '}names begin with {begin}{part.label}.",
            updated=renderer.newest,
            up=_UP,
            letter=letter.name,
            label=part.label,
            letters=[
                {
                    "link": PageLink(other.name, _paging(other).path(1)),
                    "name": other.name,
                    "here": other is letter,
                }
                for other in renderer.letters
            ],
            others=paging.pager(number, labels),
            names=named(renderer, part.people),
        )


def _paging(letter: Letter) -> Paging:
    return Paging(f"authors/all/{letter.slug}.md", f"authors/all/{letter.slug}-{{}}.md")


def named(renderer: Renderer, people: Sequence[Person]) -> list[dict[str, object]]:
    """Return names with the papers that stand behind each; of several of one name what tells it."""
    catalogue, same = renderer.catalogue, renderer.called_so
    return [
        {
            "link": person_link(shown(person.name), person.slug),
            "count": len(person.papers),
            "says": told_by(catalogue, of_person(catalogue, person), 1)
            if same[shown(person.name)] > 1
            else "",
            "papers": _newest(catalogue, person),
        }
        for person in people
    ]


def _newest(catalogue: Catalogue, person: Person) -> list[PageLink]:
    """Return the links to the newest papers of a person."""
    newest = sorted(person.papers, key=lambda paper: catalogue.newness[paper])
    return [views.paper_link(catalogue.by_id[paper]) for paper in newest[:PAPERS_NAMED]]

"""The list of authors: who wrote most, and the index by family name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.of_person import most_papers, most_topics, of_person, told_by
from generator.model import Person
from generator.pages import views
from generator.pages.links import PageLink, person_link
from generator.pages.name_index import MOST, OTHERS, Letter, letters, shown
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging
from generator.pages.renderer import Renderer

#: Names in each of the short lists.
LISTED = 12
#: Papers that the Markdown names beside an author: people have pages as HTML alone.
PAPERS_NAMED = 5

_INDEX = Layout("authors", styles=("groups",), scripts=("authors/page.js",), classes="wide")
_NONE = Layout("no_authors", classes="wide")
_NAMES = Layout("names", styles=("groups",), classes="wide")
LAYOUTS = (_INDEX, _NONE, _NAMES)
_UP = PageLink("Authors", "authors/index.md")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the first page, then those of the letters; few names stand on the first page."""
    catalogue = renderer.catalogue
    index = letters(catalogue.people)
    same = Counter(shown(person.name) for person in catalogue.people)
    few = len(catalogue.people) <= MOST
    yield renderer.page(
        _INDEX if index else _NONE,
        "authors/index.md",
        "the list of authors",
        "Authors",
        "Everybody who wrote a paper of the catalogue, by family name.",
        updated=views.newest(catalogue.papers),
        total=len(catalogue.people),
        search=PageLink("Search", "search.md"),
        by_title=PageLink("by title", "papers/index.md"),
        by_topic=PageLink("by topic", "topics/index.md"),
        letters=[
            {
                "link": PageLink(letter.name, f"authors/all/{letter.slug}.md"),
                "slug": letter.slug,
                "names": _names(catalogue, letter.parts[0].people, same) if few else [],
            }
            for letter in index
        ],
        few=few,
        most=[
            {
                "anchor": anchor,
                "title": title,
                "people": [
                    {"link": person_link(person.name.natural, person.slug), "count": count}
                    for person, count in found
                ],
            }
            for anchor, title, found in (
                ("most-papers", "Most papers", most_papers(catalogue, LISTED)),
                ("most-topics", "Most topics", most_topics(catalogue, LISTED)),
            )
            if found
        ],
    )
    if not few:
        for letter in index:
            yield from _letter(renderer, letter, index, same)


def _letter(
    renderer: Renderer, letter: Letter, index: Sequence[Letter], same: Counter[str]
) -> Iterator[Page]:
    paging = _paging(letter)
    labels = [part.label for part in letter.parts]
    begin = "no Latin letter: " if letter.name == OTHERS else ""
    for number, part in enumerate(letter.parts, 1):
        yield renderer.page(
            _NAMES,
            paging.path(number),
            f"the list of authors, {part.label}",
            f"Authors: {part.label}",
            f"Authors whose {'' if begin else 'family '}names begin with {begin}{part.label}.",
            updated=views.newest(renderer.catalogue.papers),
            up=_UP,
            letter=letter.name,
            label=part.label,
            letters=[
                {
                    "link": PageLink(other.name, _paging(other).path(1)),
                    "name": other.name,
                    "here": other is letter,
                }
                for other in index
            ],
            others=paging.pager(number, labels),
            names=_names(renderer.catalogue, part.people, same),
        )


def _paging(letter: Letter) -> Paging:
    return Paging(f"authors/all/{letter.slug}.md", f"authors/all/{letter.slug}-{{}}.md")


def _names(
    catalogue: Catalogue, people: Sequence[Person], same: Counter[str]
) -> list[dict[str, object]]:
    """Return names with the papers that stand behind each; `same` counts those of one name."""
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

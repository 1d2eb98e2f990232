"""The index of authors by family name, a page or more for each letter; few stand on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase

from generator.catalogue import Catalogue
from generator.figures.of_person import of_person, told_by
from generator.language import to_say
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
    say = renderer.language.say
    # People read of letters beside A to Z in their language, addresses have the English word.
    labels = [_said(label, say) for label in labels]
    begins = _NOT_LATIN if letter.name == OTHERS else _LATIN
    for number, part in enumerate(letter.parts, 1):
        yield renderer.page(
            LAYOUT,
            paging.path(number),
            f"the list of authors, {part.label}",
            say("Authors: {letters}", letters=labels[number - 1]),
            say(begins, letters=labels[number - 1]),
            updated=renderer.newest,
            up=PageLink(say("Authors"), "authors/index.md"),
            letter=say(letter.name),
            label=labels[number - 1],
            letters=[
                {
                    "link": PageLink(say(other.name), _paging(other).path(1)),
                    "name": say(other.name),
                    "here": other is letter,
                }
                for other in renderer.letters
            ],
            others=paging.pager(number, labels),
            names=named(renderer, part.people),
        )


_LATIN = to_say("Authors whose family names begin with {letters}.")
_NOT_LATIN = to_say("Authors whose names begin with no Latin letter: {letters}.")


def _said(label: str, say: Callable[[str], str]) -> str:
    """Return the label of a part, in which the word for other letters may stand."""
    return label.replace(OTHERS, say(OTHERS)) if label.startswith(OTHERS) else label


def _paging(letter: Letter) -> Paging:
    return Paging(f"authors/all/{letter.slug}.md", f"authors/all/{letter.slug}-{{}}.md")


def named(renderer: Renderer, people: Sequence[Person]) -> list[dict[str, object]]:
    """Return names with the papers that stand behind each; of several of one name what tells it."""
    catalogue, same = renderer.catalogue, renderer.called_so
    return [
        {
            "link": person_link(shown(person.name), person.slug),
            "count": len(person.papers),
            "says": told_by(catalogue, of_person(catalogue, person), renderer.language)
            if same[shown(person.name)] > 1
            else "",
            "papers": _newest(renderer, person),
        }
        for person in people
    ]


def _newest(renderer: Renderer, person: Person) -> list[PageLink]:
    """Return the links to the newest papers of a person."""
    catalogue = renderer.catalogue
    newest = sorted(person.papers, key=lambda paper: catalogue.newness[paper])
    return [
        views.paper_link(catalogue.by_id[paper], renderer.language)
        for paper in newest[:PAPERS_NAMED]
    ]

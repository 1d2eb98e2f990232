"""The list of authors: who wrote most, and the index by family name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.of_person import most_papers, most_topics, of_person, told_by
from generator.model import OutputFile, Person
from generator.pages import views
from generator.pages.name_index import MOST, Letter, letters, shown
from generator.pages.paging import Paging
from generator.pages.renderer import Renderer

#: Names in each of the short lists.
LISTED = 12


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the first page, then those of the letters; few names stand on the first page."""
    catalogue = renderer.catalogue
    index = letters(catalogue.people)
    same = Counter(shown(person.name) for person in catalogue.people)
    few = len(catalogue.people) <= MOST
    updated = views.newest(catalogue.papers)
    yield renderer.page(
        "authors.md.j2",
        "authors/index.md",
        "the list of authors",
        updated=updated,
        total=len(catalogue.people),
        letters=[
            {
                "name": letter.name,
                "target": f"#letter-{letter.slug}" if few else f"all/{letter.slug}.md",
                "slug": letter.slug,
                "names": _names(catalogue, letter.parts[0].people, same) if few else [],
            }
            for letter in index
        ],
        few=few,
        most_papers=most_papers(catalogue, LISTED),
        most_topics=most_topics(catalogue, LISTED),
    )
    if not few:
        for letter in index:
            yield from _letter(renderer, letter, index, same)


def _letter(
    renderer: Renderer, letter: Letter, index: Sequence[Letter], same: Counter[str]
) -> Iterator[OutputFile]:
    paging = _paging(letter)
    labels = [part.label for part in letter.parts]
    for number, part in enumerate(letter.parts, 1):
        yield renderer.page(
            "names.md.j2",
            paging.path(number),
            f"the list of authors, {part.label}",
            updated=views.newest(renderer.catalogue.papers),
            letter=letter.name,
            label=part.label,
            letters=[
                {
                    "name": other.name,
                    "target": paging.way(number, _paging(other).path(1)),
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
    """Return names with how many papers stand behind each; `same` counts those of one name."""
    return [
        {
            "name": shown(person.name),
            "slug": person.slug,
            "count": len(person.papers),
            "says": told_by(catalogue, of_person(catalogue, person), 1)
            if same[shown(person.name)] > 1
            else "",
        }
        for person in people
    ]

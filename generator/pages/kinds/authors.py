"""The pages of authors: the list of all, and one for each, with its papers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.groups import PEOPLE
from generator.model import OutputFile, Person
from generator.pages import views
from generator.pages.lists import PaperList, flat, offers
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list, then the pages of each."""
    catalogue = renderer.catalogue
    yield renderer.page(
        "authors.md.j2",
        "authors/index.md",
        "the list of authors",
        updated=views.newest(catalogue.papers),
        people=catalogue.people,
    )
    for person in catalogue.people:
        yield from _person(renderer, person)


def _person(renderer: Renderer, person: Person) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    papers = [paper for paper in catalogue.newest_first if paper.id in person.papers]
    listed = PaperList(f"authors/{person.slug}", flat(papers))
    yield from listed.pages(
        renderer,
        "person.md.j2",
        "the page of author " + person.slug,
        [listed],
        person=person,
        offers=offers(renderer, PEOPLE, person.slug),
    )

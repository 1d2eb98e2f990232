"""The pages of each author: who it is, whom and what they wrote with, their papers by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote_plus

from generator.catalogue import Catalogue
from generator.figures.of_person import OfPerson, of_person, told_by
from generator.formats.groups import PEOPLE
from generator.model import Person
from generator.pages import person_metadata, views
from generator.pages.drawings.ways import Row, Way, drawing, rows, to_person, to_topic, to_venue
from generator.pages.drawings.years import years_line
from generator.pages.links import PageLink, person_link
from generator.pages.lists import PaperList, by_year, offers
from generator.pages.page import Layout, Page
from generator.pages.paper_links import correction_of
from generator.pages.renderer import Renderer
from generator.text.beginning import beginning
from generator.text.words import fold
from generator.values.orcid import orcid_address

#: People of the same name, or whom initials may mean, that a page names.
NAMED = 20
#: Fewer papers than this are looked through without a line of links to their years.
YEARS_LINKED = 20
#: Topics that a description, or a list of people of one name, tells somebody by.
TOLD_BY = 3

LAYOUT = Layout("person", styles=("groups",), in_markdown=False)


def items(catalogue: Catalogue) -> Sequence[Person]:
    """Return the authors, groups and people: each has pages."""
    return catalogue.people


def generate(renderer: Renderer, people: Sequence[Person]) -> Iterator[Page]:
    """Yield the pages of each of `people`."""
    for person in people:
        for number, page in enumerate(_pages(renderer, person), 1):
            if number == 1:
                yield page
                continue
            told = renderer.language.say("Page {number}.", number=str(number))
            said = renderer.language.sentences([page.description, told])
            yield replace(page, description=said)


def _pages(renderer: Renderer, person: Person) -> Iterator[Page]:
    catalogue, settings, language = renderer.catalogue, renderer.settings, renderer.language
    found = of_person(catalogue, person)
    near = [catalogue.person[slug] for slug in person.namesakes]
    known = [other for other in near if not other.unsure]
    same = [] if person.unsure else [other for other in known if _is_called_so(other, person)]
    listed = PaperList(f"authors/{person.slug}", by_year(found.papers, language))
    name = person.name.natural
    yield from listed.pages(
        renderer,
        LAYOUT,
        f"the page of author {person.slug}",
        f"{name} ({hint})" if same and (hint := told_by(catalogue, found, language)) else name,
        _description(renderer, name, found),
        [listed],
        offered=offers(renderer, PEOPLE, person.slug, len(found.papers), name),
        up=PageLink(language.say("Authors"), "authors/index.md"),
        person=person,
        name=name,
        head=person_metadata.of_person(person, settings, language),
        variants=sorted({variant.natural for variant in person.variants} - {name}),
        orcid=orcid_address(person.orcid),
        span=found.span,
        years=years_line(
            found.years,
            language,
            {int(year): way for year, way in listed.ways().items() if year.isdigit()},
        ),
        years_linked=len(found.papers) >= YEARS_LINKED,
        same=_named(renderer, same),
        fitting=_named(renderer, known if person.unsure else [p for p in near if p.unsure]),
        ways=drawing(_ways(renderer, person, found), language),
        correction=correction_of(
            settings.repository, person.slug, f"authors/{person.slug}/", settings.forge
        ),
    )


def _description(renderer: Renderer, name: str, found: OfPerson) -> str:
    """Return what a search engine may show of the page."""
    language = renderer.language
    papers = language.counted(
        len(found.papers), "{number} paper by {name}", "{number} papers by {name}", name=name
    )
    if found.span:
        papers = language.say("{papers}, {years}", papers=papers, years=found.span)
    topics = told_by(renderer.catalogue, found, language, TOLD_BY)
    said = (
        language.say("{papers}, on {topics}.", papers=papers, topics=topics)
        if topics
        else language.say("{papers}.", papers=papers)
    )
    return beginning(said, views.DESCRIPTION)


def _is_called_so(other: Person, person: Person) -> bool:
    return fold(other.name.natural) == fold(person.name.natural)


def _named(renderer: Renderer, people: Sequence[Person]) -> list[dict[str, object]]:
    """Return people whom a name may mean, those of most papers first, with what tells them."""
    most_first = sorted(people, key=lambda person: (-len(person.papers), person.slug))
    return [
        {
            "link": person_link(person.name.natural, person.slug),
            "says": _says(renderer, person),
        }
        for person in most_first[:NAMED]
    ]


def _says(renderer: Renderer, person: Person) -> str:
    catalogue, language = renderer.catalogue, renderer.language
    found = of_person(catalogue, person)
    papers = language.counted(len(person.papers), "{number} paper", "{number} papers")
    known = (papers, found.span, told_by(catalogue, found, language))
    return language.listed([said for said in known if said])


def _asked(name: str) -> str:
    """Return what the search is asked for papers of somebody of a name."""
    return f'author:"{name.replace(chr(34), " ")}"'


def _both(person: Person, other: Person) -> PageLink:
    """Return the link to what two people wrote together."""
    asked = f"{_asked(person.name.natural)} {_asked(other.name.natural)}"
    return PageLink("", f"search.md?q={quote_plus(asked, errors='replace')}")


def _ways(renderer: Renderer, person: Person, found: OfPerson) -> list[Row]:
    """Return the ways to topics, venues and co-authors; the card of a single paper has them all."""
    if len(found.papers) < 2:
        return []
    catalogue, say = renderer.catalogue, renderer.language.say

    def coauthor(slug: str, count: int) -> Way:
        other = catalogue.person[slug]
        # A single paper of both stands in the list below.
        both = _both(person, other) if count > 1 else None
        return to_person(other, count, both)

    return rows(
        [
            (say("Topics"), [to_topic(catalogue, slug, n) for slug, n in found.topics]),
            (say("Venues"), [to_venue(catalogue.venue[slug], n) for slug, n in found.venues]),
            (say("With"), [coauthor(*item) for item in found.coauthors]),
        ]
    )

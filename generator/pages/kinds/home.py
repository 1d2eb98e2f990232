"""The front page: what to begin with, chosen from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.listed import is_listed
from generator.formats import FEEDS, offered
from generator.formats.groups import TOPICS
from generator.language import Language
from generator.model import OutputFile
from generator.pages import metadata, views
from generator.pages.drawings.card import card
from generator.pages.drawings.map_picture import map_picture
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.values.paper import Paper

#: Papers of each list on the front page.
SHOWN = 6

LAYOUT = Layout("home", styles=("home",), classes="home wide", titled=False)


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page | OutputFile]:
    """Yield the page, and the picture that stands for the site elsewhere."""
    catalogue, settings = renderer.catalogue, renderer.settings
    language = renderer.language
    say = language.say
    yield renderer.page(
        LAYOUT,
        "index.md",
        "the front page",
        settings.name,
        settings.description,
        updated=renderer.newest,
        head=metadata.of_catalogue(settings),
        name=settings.name,
        about=settings.description,
        search=PageLink(say("Search"), "search.md"),
        map=PageLink(say("Look around on the map"), "map.md"),
        figures=figures(catalogue, language),
        picture=map_picture(catalogue, language, small=True),
        areas=areas(catalogue),
        lists=lists(renderer),
        over_time=over_time(renderer),
        feeds_of_all=[PageLink(feed.label, f"data/{feed.file}") for feed in FEEDS],
        topics_followed=bool(offered(TOPICS, catalogue, settings.exports).feeds),
        reading_list=PageLink(say("reading list"), "reading-list.md"),
        data=PageLink(say("data and downloads"), "data/index.md"),
    )
    # Who shows it asks for a full address.
    if settings.url:
        picture = card(catalogue, settings.name, language)
        yield OutputFile("data/card.png", picture, "the picture for links")


def figures(catalogue: Catalogue, language: Language) -> list[dict[str, object]]:
    """Return what the catalogue has, each with its number and the way to it; papers always."""
    with_code = sum(paper.work.has_link("code") for paper in catalogue.papers)
    counted = language.counted
    papers, topics, people, venues, years = map(
        len,
        (
            catalogue.papers,
            catalogue.topics,
            catalogue.people,
            catalogue.venues,
            catalogue.years,
        ),
    )
    first, *others = (
        (papers, counted(papers, "paper", "papers"), "papers/index.md"),
        (topics, counted(topics, "topic", "topics"), "topics/index.md"),
        (people, counted(people, "author", "authors"), "authors/index.md"),
        (venues, counted(venues, "venue", "venues"), "venues/index.md"),
        (years, counted(years, "year", "years"), "years/index.md"),
        (with_code, language.say("with code"), "search.md?code=1"),
    )
    return [
        {"number": number, "link": PageLink(noun, path)}
        for number, noun, path in (first, *(item for item in others if item[0]))
    ]


def newest(catalogue: Catalogue) -> list[Paper]:
    """Return the papers that were published last, as far as that is known."""
    return [paper for paper in catalogue.newest_first[:SHOWN] if paper.work.issued]


def surveys(catalogue: Catalogue) -> list[Paper]:
    """Return surveys to start from: those that most papers name as related, each of another topic.

    Where there are fewer topics than places, the next best surveys follow.
    """
    found = sorted(
        (paper for paper in catalogue.papers if paper.curation.kind == "survey"),
        key=lambda paper: (-catalogue.named_by[paper.id], paper.id),
    )
    first: dict[str, Paper] = {}
    for paper in found:
        first.setdefault(_subject(catalogue, paper), paper)
    chosen = list(first.values())
    return (chosen + [paper for paper in found if paper not in chosen])[:SHOWN]


def _subject(catalogue: Catalogue, paper: Paper) -> str:
    """Return what a survey is about: its first topic that is not that of surveys."""
    given = [a.topic for a in catalogue.assignments.get(paper.id, ())]
    others = [slug for slug in given if "survey" not in catalogue.topics[slug].kinds]
    return (others or given or [""])[0]


def areas(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return the areas with their topics, each topic in one of three sizes by its papers."""
    largest = max(map(len, catalogue.papers_of.values()), default=0)
    return [
        {
            "name": area.name,
            "colour": views.colour(catalogue, area.slug),
            "topics": [
                {"link": t.plain_link, "count": t.count, "size": _size(t.count, largest)}
                for t in (views.topic_view(catalogue, topic.slug) for topic in area.topics)
            ],
        }
        for area in catalogue.areas
    ]


def _size(count: int, largest: int) -> int:
    return 1 + (4 * count > largest) + (2 * count > largest)


def over_time(renderer: Renderer) -> list[PageLink]:
    """Return the links to what came in and to what was listed, as far as that is known."""
    catalogue, say = renderer.catalogue, renderer.language.say
    added = [PageLink(say("What is new"), "new/index.md")] if catalogue.latest else []
    listed = [PageLink(say("What was listed"), "listed/index.md")] if is_listed(catalogue) else []
    return added + listed


def lists(renderer: Renderer) -> list[dict[str, object]]:
    """Return the lists of papers on the front page that have any papers.

    What was added last may be what is newest; then one list says it.
    """
    catalogue, say = renderer.catalogue, renderer.language.say
    new, added = newest(catalogue), list(catalogue.latest[:SHOWN])
    same = {paper.id for paper in new} == {paper.id for paper in added}
    latest = PageLink(say("All that is new"), "new/index.md")
    most = PageLink(say("All that was listed"), "listed/index.md")
    found = [
        ("newest", say("Newest"), new, latest if same else None),
        ("most-listed", say("In most listings"), catalogue.most_listed[:SHOWN], most),
        ("surveys", say("Surveys to start from"), surveys(catalogue), None),
        ("latest", say("Latest additions"), [] if same else added, latest),
    ]
    return [
        {
            "id": name,
            "title": title,
            "listings": name == "most-listed",
            "cards": [renderer.card(paper) for paper in papers],
            "more": more,
        }
        for name, title, papers, more in found
        if papers
    ]

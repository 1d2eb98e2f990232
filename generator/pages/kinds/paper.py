"""The page of one paper: what it is, its topics and related papers, each with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.citations.cited import cited
from generator.citations.plain import plain_text
from generator.formats import FORMATS
from generator.forms import correction_address
from generator.language import Language
from generator.pages import metadata, views
from generator.pages.bylines import on_page
from generator.pages.days import date_name, day_link, month_link
from generator.pages.links import Named, PageLink
from generator.pages.page import Layout, Page
from generator.pages.paper_links import elsewhere, main_links, searches
from generator.pages.renderer import Renderer
from generator.reasons import relation_reasons, topic_reasons
from generator.settings import LinkName, Settings
from generator.text.beginning import beginning
from generator.values.notice import STATUS_WORDS
from generator.values.paper import CONTRIBUTION_WORDS, Answer, Entry, Paper
from generator.values.text import Text

#: Reasons that a page gives for one topic; `explain` on the command line has all.
REASONS = 3


LAYOUT = Layout("paper", scripts=("paper/cite.js",), article=True)


def items(catalogue: Catalogue) -> Sequence[Paper]:
    """Return the papers: each has a page."""
    return catalogue.papers


def generate(renderer: Renderer, papers: Sequence[Paper]) -> Iterator[Page]:
    """Yield the page of each of `papers`."""
    for paper in papers:
        yield _page(renderer, paper)


def _page(renderer: Renderer, paper: Paper) -> Page:
    catalogue, settings = renderer.catalogue, renderer.settings
    known, kind = cited(catalogue, paper), paper.curation.kind
    return renderer.page(
        LAYOUT,
        f"papers/{paper.id}.md",
        views.origin(paper),
        paper.work.title.plain,
        description(paper, renderer.language),
        updated=views.newest([paper, *_named(catalogue, paper)]),
        head=metadata.of_paper(catalogue, paper, settings, renderer.language),
        paper=paper,
        lang=views.foreign(paper, renderer.language),
        byline=views.byline_text(catalogue, paper, renderer.language),
        authors=on_page(catalogue, paper),
        status=_status(paper, renderer.language),
        published=_published(catalogue, paper),
        first_year=views.first_year(paper),
        topics=views.topics_of(catalogue, paper),
        kind=kind and renderer.language.say(CONTRIBUTION_WORDS[kind]),
        reasons=_topics(renderer, paper),
        links=main_links(paper, renderer.language, settings.links),
        elsewhere=elsewhere(paper) if _wished(settings, "elsewhere") else [],
        searches=searches(paper) if _wished(settings, "searches") else [],
        cited=plain_text(known),
        citations=[
            {
                "format": kind,
                "text": kind.alone(known)
                if kind.alone
                else kind.render(catalogue, settings, paper),
            }
            for kind in FORMATS
            if kind.kind == "citation"
        ],
        related=_related(renderer, paper),
        read=[_read(entry, renderer.language) for entry in paper.entries],
        asked=list(dict.fromkeys(_asked(answer, renderer.language) for answer in paper.answers)),
        added=_added(paper, renderer.language),
        correction=correction_address(
            paper, catalogue, settings.repository, settings.forge, renderer.language
        ),
    )


def _wished(settings: Settings, row: LinkName) -> bool:
    return settings.links is None or row in settings.links


def _published(catalogue: Catalogue, paper: Paper) -> list[Named]:
    """Return where and when the paper was published, as links to what else was there and then."""
    work, slug = paper.work, catalogue.venue_of.get(paper.id)
    found: list[Named] = []
    if name := work.venue.plain:
        found.append(PageLink(name, f"venues/{slug}.md") if slug else name)
    if work.year:
        found.append(PageLink(str(work.year), f"years/{work.year}.md"))
    return found


def _status(paper: Paper, language: Language) -> str:
    status = paper.work.resolved_status
    return language.say(STATUS_WORDS[status].sentence) if status else ""


def description(paper: Paper, language: Language) -> str:
    """Return what a search engine may show of a paper, at most views.DESCRIPTION characters.

    That is its beginning; before it what became of the paper, which no one who is shown a link to
    it should miss.
    """
    status = _status(paper, language)
    first = f"{status}{language.forms.gap}" if status else ""
    for source in (paper.curation.summary, paper.work.abstract, paper.work.title):
        if found := beginning(source.repaired, views.DESCRIPTION - len(first)):
            return first + found
    return status or paper.work.title.plain


@dataclass(frozen=True)
class _TopicView:
    """A topic of a paper, and why it has it."""

    name: Text
    why: tuple[str, ...]


def _topics(renderer: Renderer, paper: Paper) -> list[_TopicView]:
    catalogue = renderer.catalogue
    return [
        _TopicView(
            catalogue.topics[item.topic].name,
            tuple(topic_reasons(item, REASONS, renderer.language)),
        )
        for item in catalogue.assignments.get(paper.id, ())
    ]


@dataclass(frozen=True)
class _ReadView:
    """An entry of a paper, and the day of the list that it stands in, as that says it."""

    entry: Entry
    saved: PageLink | None


def _read(entry: Entry, language: Language) -> _ReadView:
    day = entry.listed
    link = replace(day_link(day, language), words=entry.saved) if day else None
    return _ReadView(entry, link)


def _asked(answer: Answer, language: Language) -> str:
    """Return which service said something of a paper, and when it was asked."""
    day = date_name(answer.on, language)
    return language.say("{service}, asked on {day}", service=answer.service, day=day)


def _added(paper: Paper, language: Language) -> PageLink | None:
    """Return the day on which a paper was added, as the link to what else was in that month."""
    day = paper.curation.added
    if not day:
        return None
    return replace(month_link(paper.curation.added_in, language), words=date_name(day, language))


@dataclass(frozen=True)
class _RelatedView:
    """A related paper on a paper's page, and what connects the two, each as its own sentence."""

    link: PageLink
    byline: str
    why: tuple[str, ...]


def _named(catalogue: Catalogue, paper: Paper) -> list[Paper]:
    return [catalogue.by_id[item.id] for item in catalogue.related.get(paper.id, ())]


def _related(renderer: Renderer, paper: Paper) -> list[_RelatedView]:
    catalogue = renderer.catalogue
    return [
        _RelatedView(
            views.paper_link(other, renderer.language),
            views.byline_in_short(catalogue, other, renderer.language),
            tuple(relation_reasons(item, renderer.language)),
        )
        for item in catalogue.related.get(paper.id, ())
        for other in (catalogue.by_id[item.id],)
    ]

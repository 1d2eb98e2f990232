"""Renders every page of the catalogue: (path, bytes) for the output tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from jinja2 import Environment

from generator.catalogue import Catalogue, title_key
from generator.ids import slug
from generator.model import OutputFile, Paper, Topic
from generator.pages import views
from generator.pages.templating import environment
from generator.settings import Settings

#: A list of papers longer than this goes over several pages, so that no page grows with the
#: catalogue. Cards have summaries, lines in the list of all papers have none.
CARDS_PER_PAGE = 100
LINES_PER_PAGE = 600
LATEST = 6

UNSORTED = "unsorted"


def pages(
    catalogue: Catalogue, settings: Settings, step: Callable[[str], None] = lambda _: None
) -> list[OutputFile]:
    """Return every Markdown page, sorted by path. `step` is told each path as it is rendered."""
    renderer = _Pages(catalogue, settings, environment())
    found = []
    for page in renderer.all():
        step(page.path)
        found.append(page)
    return sorted(found, key=lambda page: page.path)


class _Pages:
    def __init__(self, catalogue: Catalogue, settings: Settings, env: Environment) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.env = env

    def all(self) -> Iterator[OutputFile]:
        for paper in self.catalogue.papers:
            yield self._paper(paper)
        for address in sorted(self.catalogue.shared_addresses):
            yield self._shared(address)
        for topic in self.catalogue.topics.values():
            yield from self._topic(topic)
        if self.catalogue.unsorted:
            yield from self._unsorted()
        yield self._topics()
        yield from self._papers()
        yield self._home()

    def _render(self, template: str, path: str, origin: str, **values: object) -> OutputFile:
        text = self.env.get_template(template).render(**values)
        return OutputFile(path, text.encode("utf-8", "replace"), origin)

    def _paper(self, paper: Paper) -> OutputFile:
        return self._render(
            "paper.md.j2",
            f"papers/{paper.id}.md",
            views.origin(paper),
            paper=paper,
            byline=views.byline(paper, most_authors=40),
            description=views.description(paper),
            topics=views.topics_of(self.catalogue, paper),
            links=views.own_links(paper),
            searches=views.searches(paper),
            related=views.related(self.catalogue, paper),
            repository=self.settings.repository,
        )

    def _shared(self, address: str) -> OutputFile:
        papers = [self.catalogue.by_id[i] for i in self.catalogue.shared_addresses[address]]
        return self._render(
            "shared.md.j2",
            f"papers/{address}.md",
            f"the page that tells {len(papers)} papers of one title apart",
            title=papers[0].title,
            cards=[views.card(paper, "") for paper in papers],
        )

    def _topic(self, topic: Topic) -> Iterator[OutputFile]:
        papers = self.catalogue.papers_of[topic.slug]
        area = next(a for a in self.catalogue.areas if a.slug == topic.area)
        yield from self._cards(
            topic.slug,
            f'the page of the topic "{topic.name}"',
            papers,
            name=topic.name,
            description=topic.description,
            area=area.name,
            neighbours=views.neighbours(self.catalogue, topic),
        )

    def _unsorted(self) -> Iterator[OutputFile]:
        yield from self._cards(
            UNSORTED,
            "the page of papers without a topic",
            self.catalogue.unsorted,
            name="Unsorted",
            description="Papers that no topic matches yet.",
            area="",
            neighbours=[],
        )

    def _cards(
        self, topic: str, origin: str, papers: Sequence[Paper], **values: object
    ) -> Iterator[OutputFile]:
        parts = _parts(papers, CARDS_PER_PAGE)
        for number, part in enumerate(parts, 1):
            # The first page is topics/<topic>.md, the others topics/<topic>/2.md and so on.
            up = "../" if number == 1 else "../../"
            yield self._render(
                "topic.md.j2",
                f"topics/{topic}.md" if number == 1 else f"topics/{topic}/{number}.md",
                origin,
                count=len(papers),
                cards=[views.card(paper, f"{up}papers/") for paper in part],
                to_topics="" if number == 1 else "../",
                number=number,
                others=_others(topic, number, len(parts)),
                **values,
            )

    def _topics(self) -> OutputFile:
        return self._render(
            "topics.md.j2",
            "topics/index.md",
            "the list of topics",
            areas=self._areas(),
            unsorted=len(self.catalogue.unsorted),
            total=len(self.catalogue.papers),
        )

    def _areas(self) -> list[dict[str, object]]:
        return [
            {
                "name": area.name,
                "description": area.description,
                "topics": [views.topic_view(self.catalogue, t.slug) for t in area.topics],
            }
            for area in self.catalogue.areas
        ]

    def _papers(self) -> Iterator[OutputFile]:
        parts = _parts(self.catalogue.by_title, LINES_PER_PAGE)
        for number, part in enumerate(parts, 1):
            up = "" if number == 1 else "../"
            letters = [
                {
                    "letter": letter,
                    "anchor": f"titles-{slug(letter)}",
                    "papers": [
                        {"link": views.paper_link(paper, up), "year": paper.year or ""}
                        for paper in papers
                    ],
                }
                for letter, papers in groupby(part, _letter)
            ]
            yield self._render(
                "papers.md.j2",
                "papers/index.md" if number == 1 else f"papers/all/{number}.md",
                "the list of all papers",
                letters=letters,
                total=len(self.catalogue.papers),
                number=number,
                others=[
                    {
                        "name": f"{_letter(other[0])} to {_letter(other[-1])}",
                        "target": _papers_target(number, index),
                        "here": index == number,
                    }
                    for index, other in enumerate(parts, 1)
                ]
                if len(parts) > 1
                else [],
            )

    def _home(self) -> OutputFile:
        with_code = sum(any(i.kind == "code" for i in p.links) for p in self.catalogue.papers)
        return self._render(
            "home.md.j2",
            "index.md",
            "the front page",
            name=self.settings.name,
            description=self.settings.description,
            total=len(self.catalogue.papers),
            topics=len(self.catalogue.topics),
            with_code=with_code,
            areas=self._areas(),
            latest=[views.card(paper, "papers/") for paper in self.catalogue.latest[:LATEST]],
        )


def _parts(papers: Sequence[Paper], size: int) -> list[Sequence[Paper]]:
    """Cut a list into parts of at most `size`; an empty list is one empty part."""
    return [papers[start : start + size] for start in range(0, len(papers), size)] or [papers]


def _others(topic: str, here: int, count: int) -> list[dict[str, object]]:
    if count == 1:
        return []
    down = f"{topic}/" if here == 1 else ""
    first = "" if here == 1 else "../"
    return [
        {
            "name": str(number),
            "target": f"{first}{topic}.md" if number == 1 else f"{down}{number}.md",
            "here": number == here,
        }
        for number in range(1, count + 1)
    ]


def _papers_target(here: int, other: int) -> str:
    if here == 1:
        return "index.md" if other == 1 else f"all/{other}.md"
    return "../index.md" if other == 1 else f"{other}.md"


def _letter(paper: Paper) -> str:
    """Return the heading a title is listed under: its first letter, or 0–9 for all else."""
    first = title_key(paper)[:1]
    return first.upper() if first.isalpha() else "0–9"

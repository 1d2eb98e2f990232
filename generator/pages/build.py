"""Renders every page of the catalogue: (path, bytes) for the output tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from jinja2 import Environment

from generator.catalogue import Catalogue
from generator.citations import citation
from generator.ids import slug
from generator.model import OutputFile
from generator.pages import bars, connected, home, metadata, overlap, stats, views
from generator.pages.map import map_data, map_page, map_picture
from generator.pages.paper import description, related, topic_reasons
from generator.pages.paper_links import correction, own_links, searches
from generator.pages.templating import environment
from generator.pages.topics import topic_pages
from generator.settings import Settings
from generator.values.paper import Paper

#: A list of titles longer than this goes over several pages, so that no page grows with the
#: catalogue.
LINES_PER_PAGE = 600


def pages(
    catalogue: Catalogue, settings: Settings, step: Callable[[str], None] = lambda _: None
) -> list[OutputFile]:
    """Return every Markdown page, and the map's data, sorted by path.

    `step` is told each path as it is rendered.
    """
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
        for address in sorted(self.catalogue.signposts):
            yield self._shared(address)
        yield from topic_pages(self.catalogue, self.settings, self._render)
        yield from self._papers()
        yield self._home()
        yield self._stats()
        yield self._render("search.md.j2", "search.md", "the search page")
        yield self._render("reading_list.md.j2", "reading-list.md", "the reading list")
        yield map_page(self.catalogue, self._render)
        yield map_data(self.catalogue)

    def _render(self, template: str, path: str, origin: str, **values: object) -> OutputFile:
        text = self.env.get_template(template).render(**values)
        return OutputFile(path, text.encode("utf-8", "replace"), origin)

    def _paper(self, paper: Paper) -> OutputFile:
        return self._render(
            "paper.md.j2",
            f"papers/{paper.id}.md",
            views.origin(paper),
            paper=paper,
            authors=views.authors(paper),
            published=views.published(paper),
            first_year=views.first_year(paper),
            description=description(paper),
            head=metadata.of_paper(self.catalogue, paper, self.settings),
            topics=views.topics_of(self.catalogue, paper),
            reasons=topic_reasons(self.catalogue, paper),
            links=own_links(paper),
            searches=searches(paper),
            citation=citation(paper),
            related=related(self.catalogue, paper),
            correction=correction(self.settings.repository, paper),
        )

    def _shared(self, address: str) -> OutputFile:
        papers = [self.catalogue.by_id[i] for i in self.catalogue.signposts[address]]
        return self._render(
            "shared.md.j2",
            f"papers/{address}.md",
            f"the page that tells {len(papers)} papers of one title apart",
            title=papers[0].work.title,
            cards=[views.card(self.catalogue, paper, "") for paper in papers],
        )

    def _papers(self) -> Iterator[OutputFile]:
        parts = views.in_parts(self.catalogue.by_title, LINES_PER_PAGE)
        for number, part in enumerate(parts, 1):
            up = "" if number == 1 else "../"
            taken: set[str] = set()
            letters = [
                {
                    "letter": letter,
                    "anchor": _anchor(letter, taken),
                    "papers": [
                        {"link": views.paper_link(paper, up), "year": paper.work.year or ""}
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
        with_code = sum(paper.work.has_link("code") for paper in self.catalogue.papers)
        return self._render(
            "home.md.j2",
            "index.md",
            "the front page",
            name=self.settings.name,
            description=self.settings.description,
            head=metadata.of_catalogue(self.settings),
            total=len(self.catalogue.papers),
            topics=len(self.catalogue.topics),
            with_code=with_code,
            picture=map_picture(self.catalogue, small=True),
            areas=home.areas(self.catalogue),
            lists=home.lists(self.catalogue),
        )

    def _stats(self) -> OutputFile:
        shared = overlap.overlap(self.catalogue)
        return self._render(
            "stats.md.j2",
            "stats.md",
            "the page of statistics",
            figures=stats.figures(self.catalogue),
            sections=[
                {"section": section, "chart": bars.drawing(section), "table": bars.table(section)}
                for section in stats.sections(self.catalogue)
            ],
            overlap=shared,
            matrix=bars.matrix(shared) if shared else "",
            named=[
                {"link": views.paper_link(paper, "papers/"), "count": count}
                for paper, count in connected.most_named(self.catalogue)
            ],
            mentioned=[
                {"name": name, "link": views.paper_link(paper, "papers/"), "count": count}
                for name, paper, count in connected.most_mentioned(self.catalogue)
            ],
        )


def _papers_target(here: int, other: int) -> str:
    if here == 1:
        return "index.md" if other == 1 else f"all/{other}.md"
    return "../index.md" if other == 1 else f"{other}.md"


def _anchor(letter: str, taken: set[str]) -> str:
    """Return an id for the titles under a letter, and take it.

    Letters of several scripts can be written alike in Latin ones, and signs sort around letters.
    """
    first = anchor = f"titles-{slug(letter)}"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{first}-{number}"
    taken.add(anchor)
    return anchor


def _letter(paper: Paper) -> str:
    """Return the heading a title is listed under: its first letter, or 0–9 for all else."""
    first = paper.work.title.key[:1]
    return first.upper() if first.isalpha() else "0–9"

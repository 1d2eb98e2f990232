"""What lists show of papers, topics and areas: values made ready, no decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language, is_code
from generator.model import Topic
from generator.pages.bylines import others
from generator.pages.links import PageLink
from generator.values.name import Name
from generator.values.notice import STATUS_WORDS
from generator.values.paper import Paper, Provenance
from generator.values.text import Text

#: Areas have this many colours (base.css); the next area begins again with the first.
AREA_COLOURS = 10
#: A search engine shows some 155 characters of a description, or a few more.
DESCRIPTION = 160


@dataclass(frozen=True)
class TopicView:
    """A topic in a list, with how many papers it has (or shares with the page's topic).

    `colour` is that of its area, from 1 to AREA_COLOURS.
    """

    slug: str
    name: Text
    count: int
    colour: int

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"topics/{self.slug}.md"

    @property
    def link(self) -> PageLink:
        """The link to it, in the colour of its area."""
        return PageLink(self.name, self.path, area=self.colour)

    @property
    def plain_link(self) -> PageLink:
        """The link to it among words."""
        return PageLink(self.name, self.path)


def paper_link(paper: Paper, language: Language) -> PageLink:
    """Return the link to a paper's page, and what became of the paper where that is known."""
    status = paper.work.resolved_status
    badge = language.say(STATUS_WORDS[status].badge) if status else ""
    path, lang = f"papers/{paper.id}.md", foreign(paper, language)
    return PageLink(paper.work.title, path, paper=paper.id, badge=badge, lang=lang)


def foreign(paper: Paper, language: Language) -> str:
    """Return the code of the language of a paper if it is known, and not that of the site."""
    code = paper.work.language
    own = is_code(code) and code.partition("-")[0] != language.code.partition("-")[0]
    return code if own else ""


def byline_text(
    catalogue: Catalogue, paper: Paper, language: Language, most_authors: int = 3
) -> str:
    """Return the byline as plain text, for what a reading list keeps of a paper."""
    names = [name.natural for name in paper.work.authors]
    more = len(names) - most_authors if len(names) > most_authors + 1 else 0
    authors = ", ".join(names[:most_authors] if more else names)
    if more:
        authors = language.counted(
            more, "{names}, and {number} more", "{names}, and {number} more", names=authors
        )
    elif others(paper):
        authors = language.say("{names} and others", names=authors)
    known = authors, published_in_short(catalogue, paper)
    return " · ".join(part for part in known if part)


def byline_in_short(catalogue: Catalogue, paper: Paper, language: Language = ENGLISH) -> str:
    """Return "Tay et al. · ICLR 2023", as far as known."""
    known = _names_in_short(paper.work.authors, language), published_in_short(catalogue, paper)
    return " · ".join(part for part in known if part)


def _names_in_short(names: Sequence[Name], language: Language) -> str:
    """Return names as running text cites them: "Tay", "Tay and van Pond", "Tay et al."."""
    families = [name.full_family or name.literal for name in names]
    if len(names) > 2 or (names and names[-1].others):
        return language.say("{name} et al.", name=families[0])
    return language.listed(families, "and")


def published_in_short(catalogue: Catalogue, paper: Paper) -> str:
    """Return where, as people say it, and when the paper was published, as far as known."""
    known = catalogue.venue_in_short(paper), str(paper.work.year or "")
    return " ".join(part for part in known if part)


def first_year(paper: Paper) -> int | None:
    """Return the year of the preprint, if it came in an earlier year than the paper's own.

    That is told by the arXiv id and by an entry of the preprint.
    """
    first = min(paper.preprint_years, default=None)
    return first if first and paper.work.year and first < paper.work.year else None


def topics_of(catalogue: Catalogue, paper: Paper) -> list[TopicView]:
    """Return the topics of a paper, the main one first."""
    return [topic_view(catalogue, a.topic) for a in catalogue.assignments.get(paper.id, ())]


def topic_view(catalogue: Catalogue, slug: str, count: int | None = None) -> TopicView:
    """Return a topic with the number of its papers, or another number."""
    topic = catalogue.topics[slug]
    count = len(catalogue.papers_of[slug]) if count is None else count
    return TopicView(slug, topic.name, count, colour(catalogue, topic.area))


def colour(catalogue: Catalogue, area: str) -> int:
    """Return the number of an area's colour."""
    return area_colour(catalogue.area_places[area])


def area_colour(place: int) -> int:
    """Return the number of the colour of the area that has this place in topics.yml."""
    return 1 + place % AREA_COLOURS


def neighbours(catalogue: Catalogue, topic: Topic) -> list[TopicView]:
    """Return neighbouring topics with the number of papers they share with `topic`."""
    return [
        topic_view(catalogue, slug, shared) for slug, shared in catalogue.neighbours[topic.slug]
    ]


def newest(papers: Iterable[Paper]) -> dt.date | None:
    """Return when the newest of some papers came into the catalogue, as far as records say it.

    A page that names them has changed then; it may have later, which nobody writes down.
    """
    return max((p.curation.added for p in papers if p.curation.added), default=None)


def origin(paper: Paper) -> str:
    """Return what a paper's page is made of, for messages."""
    found = paper.provenance.get("title", Provenance(()))
    places = ", ".join(str(place) for place in found.places[:1])
    return f'the page of "{paper.work.title.plain}"' + (f" ({places})" if places else "")

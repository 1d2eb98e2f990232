"""What a digest tells: the papers of some days by topic, as plain texts in one language.

Everything is decided and said here; the forms of a digest only lay it out. No text has more than
one line, control characters, or characters that turn the direction of what stands behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue import Catalogue, badges
from generator.digest.period import Period
from generator.language import Language
from generator.pages import views
from generator.pages.bylines import FIRST, MOST_ON_CARD, others
from generator.settings import Settings
from generator.text.unicode import has_right_to_left, normal
from generator.values.paper import Paper

#: A digest of more papers shows so many, and counts the others by topic: nobody reads on, and
#: a message has to be small (see `generator.digest.message`).
MOST_PAPERS = 60
#: Of so many topics at most the other papers are counted.
MOST_COUNTS = 40
#: The longest texts: of a title or a summary, and of the name of somebody or something.
MOST_CHARACTERS = 400
MOST_OF_A_NAME = 120

#: They turn what follows, even behind the end of a text that does not close them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True)
class Item:
    """A paper: `facts` are its authors, then where and when it was published.

    `lang` and `summary_lang` are the codes of other languages than the catalogue's.
    """

    title: str
    facts: tuple[str, ...]
    badges: tuple[str, ...]
    summary: str
    url: str
    lang: str = ""
    summary_lang: str = ""


@dataclass(frozen=True)
class Section:
    """The papers of a topic; without a name where the catalogue has no topics."""

    name: str
    url: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Way:
    """Somewhere to go from a digest: what it is called, and its address."""

    name: str
    url: str


@dataclass(frozen=True)
class Digest:
    """A digest. `total` is the number of its papers, `shown` how many stand in `sections`.

    `left_out` says how many others there are, and `counts` of which topics. `name` is that of the
    catalogue, `home` its address. `sent_to` says through which list it comes, if through one.
    """

    name: str
    home: str
    subject: str
    headline: str
    total: int
    shown: int
    sections: tuple[Section, ...]
    left_out: str
    counts: tuple[Way, ...]
    ways: tuple[Way, ...]
    sent_to: str
    language: Language


@dataclass(frozen=True)
class Asked:
    """Which digest of which catalogue: that of a period, of some topics only if there are any.

    `settings.url` is the address of the site, which must be known; `topics` are slugs of topics
    that the catalogue has.
    """

    catalogue: Catalogue
    settings: Settings
    language: Language
    period: Period
    topics: tuple[str, ...] = ()

    def topic(self, paper: Paper) -> str | None:
        """Return the topic that a paper stands under: its main one, or the first that is wished."""
        given = (item.topic for item in self.catalogue.assignments.get(paper.id, ()))
        return next((topic for topic in given if not self.topics or topic in self.topics), None)

    @cached_property
    def papers(self) -> list[Paper]:
        """The papers, the last added first; of one day as in lists of the newest."""
        newness = self.catalogue.newness
        added = [
            (-day.toordinal(), newness[paper.id], paper)
            for paper in self.catalogue.papers
            if (day := paper.curation.added) and self.period.holds(day)
        ]
        papers = [paper for *_, paper in sorted(added, key=lambda item: item[:2])]
        return [paper for paper in papers if not self.topics or self.topic(paper)]

    @property
    def name(self) -> str:
        """The name of the catalogue, with the topics that are wished."""
        name = _short(self.settings.name, MOST_OF_A_NAME)
        topics = [self.catalogue.topics[slug].name.plain for slug in self.topics]
        said = _short(self.language.listed(topics), MOST_OF_A_NAME)
        return f"{name} – {said}" if said else name


def digest_of(asked: Asked, most: int = MOST_PAPERS) -> Digest:
    """Return a digest that shows at most so many papers, and counts the others."""
    language, settings = asked.language, asked.settings
    shown, rest = asked.papers[:most], asked.papers[most:]
    days = asked.period.said(language.code)
    return Digest(
        name=asked.name,
        home=settings.url,
        subject=language.counted(
            len(asked.papers),
            "{catalogue}: {number} new paper, {days}",
            "{catalogue}: {number} new papers, {days}",
            catalogue=asked.name,
            days=days,
        ),
        headline=language.counted(
            len(asked.papers),
            "{number} new paper, {days}",
            "{number} new papers, {days}",
            days=days,
        ),
        total=len(asked.papers),
        shown=len(shown),
        sections=tuple(_sections(asked, shown)),
        left_out=_left_out(language, len(shown), len(rest)),
        counts=tuple(_counts(asked, rest)),
        ways=tuple(_ways(settings, language)),
        sent_to=_sent_to(settings, language),
        language=language,
    )


def _sections(asked: Asked, papers: Sequence[Paper]) -> Iterator[Section]:
    """Yield papers by topic, as topics.yml has these; those without one come last."""
    of_topic: dict[str | None, list[Paper]] = {slug: [] for slug in (*asked.catalogue.topics, None)}
    for paper in papers:
        of_topic[asked.topic(paper)].append(paper)
    for slug, some in of_topic.items():
        if some:
            way = _way(asked, slug)
            yield Section(way.name, way.url, tuple(_item(asked, paper) for paper in some))


def _way(asked: Asked, slug: str | None) -> Way:
    """Return the way to the page of a topic, or to that of papers without one."""
    topics, url = asked.catalogue.topics, asked.settings.url
    if slug is not None:
        return Way(_short(topics[slug].name.plain, MOST_OF_A_NAME), f"{url}topics/{slug}/")
    if not topics:
        return Way("", "")
    return Way(asked.language.say("Papers without a topic"), f"{url}topics/unsorted/")


def _item(asked: Asked, paper: Paper) -> Item:
    own, foreign = paper.curation.summary.plain, views.foreign(paper, asked.language)
    published = _short(views.published_in_short(asked.catalogue, paper), MOST_OF_A_NAME)
    facts = _authors(paper, asked.language), _apart(published)
    return Item(
        title=_short(paper.work.title.plain) or paper.id,
        facts=tuple(fact for fact in facts if fact),
        badges=badges(paper, asked.language),
        summary=_short(own or paper.work.abstract.opening),
        url=f"{asked.settings.url}papers/{paper.id}/",
        lang=foreign,
        summary_lang="" if own else foreign,
    )


def _authors(paper: Paper, language: Language) -> str:
    """Return the names as cards of pages shorten them, each of its own direction."""
    names = [_apart(_short(name.natural, MOST_OF_A_NAME)) for name in paper.work.authors]
    if len(names) > MOST_ON_CARD:
        said = f"{', '.join(names[:FIRST])} … {names[-1]}"
        if others(paper):
            said = language.say("{names} and others", names=said)
        return f"{said}, {language.say('and {number} more', number=len(names) - FIRST - 1)}"
    said = ", ".join(names)
    return language.say("{names} and others", names=said) if others(paper) else said


def _left_out(language: Language, shown: int, rest: int) -> str:
    """Return how many papers are not shown; nothing if all are."""
    if not rest:
        return ""
    return language.counted(
        rest,
        "These are the newest {shown}; {number} more paper came in.",
        "These are the newest {shown}; {number} more papers came in.",
        shown=shown,
    )


def _counts(asked: Asked, papers: Sequence[Paper]) -> Iterator[Way]:
    """Yield the topics of papers with their numbers; those of most papers if there are many."""
    found = Counter(map(asked.topic, papers))
    order = {slug: at for at, slug in enumerate((*asked.catalogue.topics, None))}
    most = sorted(found, key=lambda slug: (-found[slug], order[slug]))[:MOST_COUNTS]
    for slug in sorted(most, key=order.__getitem__):
        way = _way(asked, slug)
        if way.name:
            yield Way(f"{way.name} ({asked.language.number(found[slug])})", way.url)


def _ways(settings: Settings, language: Language) -> Iterator[Way]:
    yield Way(language.say("All that is new"), new_page(settings.url))
    yield Way(language.say("Feeds"), f"{settings.url}data/#feeds")
    if settings.digest and settings.digest.unsubscribe:
        yield Way(language.say("Unsubscribe"), settings.digest.unsubscribe)


def _sent_to(settings: Settings, language: Language) -> str:
    if not settings.digest:
        return ""
    address = settings.digest.to_address
    name = _short(address.name or address.address, MOST_OF_A_NAME)
    return language.say("You get this through the list {list}.", list=name)


def new_page(url: str) -> str:
    """Return the address of the page that says what came into the catalogue."""
    return f"{url}new/"


def _line(text: str) -> str:
    """Return a text as one line that turns nothing behind it."""
    return normal(_TURNING.sub("", text))


def _apart(text: str) -> str:
    """Return a text so that it does not turn the order of the line it stands in."""
    return f"{_ISOLATE}{text}{_END}" if has_right_to_left(text) else text


def _short(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return the beginning of a text."""
    line = _line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"

"""What both feeds tell: the papers added last, of the whole catalogue and of each topic.

Nothing here depends on the clock or on the order of reading, and the id of an item on nothing but
the paper's id: a reader's program shows no paper twice because the site moved to another host,
the paper was corrected, or it stands in several feeds.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.settings import Settings
from generator.values.paper import Paper

MAX_ITEMS = 30
#: Of this project, and for ever the same: https://www.rfc-editor.org/rfc/rfc9562#section-5.5
NAMESPACE = uuid.UUID("aa38bf3c-03d8-4b1e-bba8-2ba990ccd2dd")


@dataclass(frozen=True)
class Item:
    """A paper in a feed. `url` is relative to the feed where the site's address is unknown."""

    id: str
    paper: str
    url: str
    title: str
    summary: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    added: dt.datetime


@dataclass(frozen=True)
class FeedContent:
    """A feed: the folder of its file, what it is of, and its items, the latest first.

    `home` is the page whose additions it tells; `base` is the site's address, if known.
    """

    folder: str
    id: str
    title: str
    description: str
    base: str
    home: str
    items: tuple[Item, ...]


def feed_contents(catalogue: Catalogue, settings: Settings) -> Iterator[FeedContent]:
    """Yield the feed of the whole catalogue, then that of each topic, also of one without papers.

    Papers whose record does not say when they were added are in none.
    """
    yield _feed(catalogue, settings, "data/", "", settings.name, settings.description)
    for topic in catalogue.topics.values():
        title = f"{settings.name}: {topic.name.plain}"
        folder = f"data/topics/{topic.slug}/"
        yield _feed(catalogue, settings, folder, topic.slug, title, topic.description.plain)


def _feed(
    catalogue: Catalogue, settings: Settings, folder: str, topic: str, title: str, about: str
) -> FeedContent:
    root = settings.url or "../" * folder.count("/")
    papers = [p for p in catalogue.latest if not topic or topic in _topics(catalogue, p)]
    return FeedContent(
        folder=folder,
        # Other than papers, two catalogues must not share a feed.
        id=_urn(f"{settings.name}\n{folder}"),
        title=title,
        description=about,
        base=settings.url,
        home=root + (f"topics/{topic}/" if topic else ""),
        items=tuple(_item(catalogue, paper, root) for paper in papers[:MAX_ITEMS]),
    )


def _item(catalogue: Catalogue, paper: Paper, root: str) -> Item:
    return Item(
        id=_urn(paper.id),
        paper=paper.id,
        url=f"{root}papers/{paper.id}/",
        title=paper.work.title.plain,
        summary=paper.curation.summary.plain,
        authors=tuple(name.natural for name in paper.work.authors),
        topics=tuple(catalogue.topics[slug].name.plain for slug in _topics(catalogue, paper)),
        added=dt.datetime.combine(paper.curation.added or dt.date.min, dt.time(), dt.UTC),
    )


def _topics(catalogue: Catalogue, paper: Paper) -> list[str]:
    return [assignment.topic for assignment in catalogue.assignments.get(paper.id, ())]


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name.encode("utf-8", "replace").decode()).urn

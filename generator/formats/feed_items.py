"""What feeds tell: the papers added last, of the whole catalogue and of each group.

Nothing here depends on the clock or on the order of reading, and the id of an item on nothing but
the paper's id: a reader's program shows no paper twice because the site moved to another host,
the paper was corrected, or it stands in several feeds.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.formats.groups import GroupKind
from generator.settings import Settings
from generator.values.paper import Paper

MAX_ITEMS = 30
#: Of this project, and for ever the same: https://www.rfc-editor.org/rfc/rfc9562#section-5.5
NAMESPACE = uuid.UUID("aa38bf3c-03d8-4b1e-bba8-2ba990ccd2dd")


@dataclass(frozen=True)
class Item:
    """A paper in a feed. `url` is relative to the feed where the site's address is unknown.

    `venue` and `year` say where and when it was published, as far as known.
    """

    id: str
    paper: str
    url: str
    title: str
    summary: str
    authors: tuple[str, ...]
    venue: str
    year: int | None
    topics: tuple[str, ...]
    added: dt.datetime

    @property
    def paragraphs(self) -> list[str]:
        """The text of the item: the summary, then where and when the paper was published."""
        published = " ".join(part for part in (self.venue, str(self.year or "")) if part)
        return [part for part in (self.summary, published) if part]


@dataclass(frozen=True)
class FeedContent:
    """A feed: the folder of its file, what it is of, and its items, the latest first.

    `home` is the page whose additions it tells; `base` is the site's address, if known; `language`
    is that of the catalogue.
    """

    folder: str
    id: str
    title: str
    description: str
    base: str
    home: str
    language: str
    items: tuple[Item, ...]


def feed_of_all(catalogue: Catalogue, settings: Settings) -> FeedContent:
    """Return the feed of the whole catalogue.

    Papers whose record does not say when they were added are in no feed.
    """
    root = _root(settings, "data/")
    items = [_item(catalogue, paper, root) for paper in catalogue.latest[:MAX_ITEMS]]
    return _feed(settings, "data/", "", settings.name, settings.description, items)


def feeds_of_groups(
    kinds: Sequence[GroupKind], catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[GroupKind, FeedContent]]:
    """Yield the feed of each group of `kinds` that is large enough for one, also if it is empty."""
    place = {paper.id: number for number, paper in enumerate(catalogue.latest)}
    # All groups are as far from the first page, so that an item is the same in all their feeds.
    root = _root(settings, "data/kind/group/")
    items: dict[int, Item] = {}
    for kind in kinds:
        for group in kind.with_files(catalogue):
            dated = sorted(place[paper.id] for paper in group.papers if paper.id in place)
            for number in dated[:MAX_ITEMS]:
                if number not in items:
                    items[number] = _item(catalogue, catalogue.latest[number], root)
            yield (
                kind,
                _feed(
                    settings,
                    kind.data(group.slug),
                    group.page or f"{kind.folder}/{group.slug}/",
                    f"{settings.name}: {group.name}",
                    group.about,
                    [items[number] for number in dated[:MAX_ITEMS]],
                ),
            )


def _root(settings: Settings, folder: str) -> str:
    """Return what leads from a feed in `folder` to the first page of the site."""
    return settings.url or "../" * folder.count("/")


def _feed(
    settings: Settings, folder: str, page: str, title: str, about: str, items: Sequence[Item]
) -> FeedContent:
    return FeedContent(
        folder=folder,
        # Other than papers, two catalogues must not share a feed.
        id=_urn(f"{settings.name}\n{folder}"),
        title=title,
        description=about,
        base=settings.url,
        home=_root(settings, folder) + page,
        language=settings.language,
        items=tuple(items),
    )


def _item(catalogue: Catalogue, paper: Paper, root: str) -> Item:
    return Item(
        id=_urn(paper.id),
        paper=paper.id,
        url=f"{root}papers/{paper.id}/",
        title=paper.work.title.plain,
        summary=paper.curation.summary.plain,
        authors=tuple(name.natural for name in paper.work.authors),
        venue=paper.work.venue.plain,
        year=paper.work.year,
        topics=tuple(catalogue.topics[slug].name.plain for slug in _topics(catalogue, paper)),
        added=dt.datetime.combine(paper.curation.added or dt.date.min, dt.time(), dt.UTC),
    )


def _topics(catalogue: Catalogue, paper: Paper) -> list[str]:
    return [assignment.topic for assignment in catalogue.assignments.get(paper.id, ())]


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name.encode("utf-8", "replace").decode()).urn

"""Which files the whole catalogue has, and which each group of a kind: what pages may offer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports import Exports
from generator.formats.feeds import FEEDS, Feed
from generator.formats.formats import FORMATS, Format
from generator.formats.groups import WHOLE, GroupKind


@dataclass(frozen=True)
class Offered:
    """Formats and feeds, each in the order of its table."""

    formats: tuple[Format, ...] = ()
    feeds: tuple[Feed, ...] = ()

    @property
    def files(self) -> list[tuple[str, str]]:
        """The name of each, brief where it is, with its file."""
        return [
            *((form.brief or form.label, form.file) for form in self.formats),
            *((feed.label, feed.file) for feed in self.feeds),
        ]


def offered_of_all(exports: Exports) -> Offered:
    """Return the files of the whole catalogue; pages need its feeds, whatever is wished."""
    names = WHOLE if exports.whole is None else exports.whole
    return Offered(tuple(form for form in FORMATS if form.name in names), FEEDS)


def offered(kind: GroupKind, catalogue: Catalogue, exports: Exports) -> Offered:
    """Return the files of each group of a kind that is large enough.

    What is not offered is not written: feeds that nobody could fill are not.
    """
    names = kind.wished(exports)
    followed = kind.always_followed or bool(catalogue.latest)
    return Offered(
        tuple(form for form in FORMATS if form.name in names),
        tuple(feed for feed in FEEDS if followed and feed.name in names),
    )

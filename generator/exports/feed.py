"""The Atom feed of the papers that were added last."""

from __future__ import annotations

import datetime as dt
import re
from html import escape

from feedgenerator import Atom1Feed

from generator.catalogue import Catalogue
from generator.settings import Settings
from generator.text.formula import plain

MAX_ITEMS = 30
# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class _Feed(Atom1Feed):  # type: ignore[misc]
    """Atom1Feed, but a feed without items is not dated by the clock."""

    def latest_post_date(self) -> dt.datetime:
        found: dt.datetime = super().latest_post_date() if self.items else _EPOCH
        return found


def feed(catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the feed. Its times are those of the records, so it changes only when they do."""
    latest = catalogue.latest[:MAX_ITEMS]
    base = settings.url
    built = _Feed(
        title=_xml(settings.name),
        link=base or "/",
        description=_xml(settings.description),
        feed_url=f"{base}data/feed.xml" if base else None,
        language="en",
    )
    for paper in latest:
        address = f"{base}papers/{paper.id}/" if base else f"../papers/{paper.id}/"
        day = dt.datetime.combine(paper.added or dt.date.min, dt.time(), dt.UTC)
        built.add_item(
            title=_xml(plain(paper.title)),
            link=address,
            # Atom calls the summary HTML, so the reader's program undoes one more escaping.
            description=escape(_xml(plain(paper.summary))),
            author_name=_xml(", ".join(paper.authors)) or None,
            pubdate=day,
            updateddate=day,
            # Ids outlive a change of host: https://www.rfc-editor.org/rfc/rfc4151
            unique_id=f"tag:catalogue,{day.year}:{paper.id}",
        )
    text: str = built.writeString("utf-8")
    return text.encode("utf-8", "replace") + b"\n"


def _xml(text: str) -> str:
    """Leave out what XML 1.0 does not allow; the rest the feed's writer escapes."""
    return _NOT_XML.sub("", text)

"""Writes a feed as Atom: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from html import escape

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from generator.formats.feed_items import FeedContent, Item

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class _Feed(Atom1Feed):  # type: ignore[misc]
    """Atom1Feed, but dated by `latest`: not by the clock, and without looking at its items."""

    def latest_post_date(self) -> dt.datetime:
        found: dt.datetime = self.feed["latest"]
        return found


def atom(content: FeedContent, entries: Sequence[str]) -> bytes:
    """Return the feed, whose `entries` `atom_entry` made.

    Its times are those of the records, so it changes only when they do.
    """
    feed = _Feed(
        title=_xml(content.title),
        link=content.home,
        description=_xml(content.description),
        feed_url=f"{content.base}{content.folder}feed.xml" if content.base else None,
        feed_guid=content.id,
        # Every entry needs an author; of some papers none is known.
        author_name=_xml(content.title),
        language=content.language,
        latest=content.items[0].added if content.items else _EPOCH,
    )
    out = io.StringIO()
    writer = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    writer.startDocument()
    writer.startElement("feed", feed.root_attributes())
    feed.add_root_elements(writer)
    out.writelines(entries)
    writer.endElement("feed")
    return out.getvalue().encode("utf-8", "replace") + b"\n"


def atom_entry(item: Item) -> str:
    """Return an item as the element that it is in every feed of its address."""
    feed = _Feed("", "", "")
    feed.add_item(
        title=_xml(item.title),
        link=item.url,
        description=_html(item.paragraphs),
        author_name=_xml(", ".join(item.authors)) or None,
        pubdate=item.added,
        updateddate=item.added,
        unique_id=item.id,
        categories=[_xml(topic) for topic in item.topics],
    )
    out = io.StringIO()
    feed.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return out.getvalue()


def _html(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as HTML, which Atom calls the summary; one alone needs no element."""
    texts = [escape(_xml(text)) for text in paragraphs]
    return texts[0] if len(texts) == 1 else "".join(f"<p>{text}</p>" for text in texts)


def _xml(text: str) -> str:
    """Leave out what XML 1.0 does not allow; the rest the feed's writer escapes."""
    return _NOT_XML.sub("", text)

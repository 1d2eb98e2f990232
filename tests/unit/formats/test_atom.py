"""Atom feeds, put together from entries, are what feedgenerator makes of a feed in one piece."""

from __future__ import annotations

import datetime as dt
from html import escape

from feedgenerator import Atom1Feed
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats.atom import atom, atom_entry
from generator.formats.feed_items import FeedContent, Item

DAY = dt.datetime(2024, 3, 12, tzinfo=dt.UTC)
#: Signs that XML allows; of others feedgenerator complains, and we leave them out.
LINES = st.text(st.sampled_from("aé日 <>&\"']\U0001f411-"), max_size=12)
ITEMS = st.builds(
    Item,
    id=LINES,
    paper=LINES,
    url=st.sampled_from(("https://example.org/papers/é b/", "../papers/sheep/")),
    title=LINES,
    summary=LINES,
    authors=st.lists(LINES, max_size=2).map(tuple),
    venue=st.just(""),
    year=st.none(),
    topics=st.lists(LINES, max_size=2).map(tuple),
    added=st.integers(0, 30).map(lambda days: DAY - dt.timedelta(days)),
)


def in_one_piece(content: FeedContent) -> bytes:
    feed = Atom1Feed(
        title=content.title,
        link=content.home,
        description=content.description,
        feed_url=f"{content.base}{content.folder}feed.xml" if content.base else None,
        feed_guid=content.id,
        author_name=content.title,
        language="en",
    )
    for item in content.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=escape(item.summary),
            author_name=", ".join(item.authors) or None,
            pubdate=item.added,
            updateddate=item.added,
            unique_id=item.id,
            categories=list(item.topics),
        )
    text: str = feed.writeString("utf-8")
    return text.encode() + b"\n"


@settings(deadline=None, max_examples=100)
@given(
    st.lists(ITEMS, min_size=1, max_size=4),
    LINES,
    LINES,
    st.sampled_from(("", "https://example.org/")),
)
def test_a_feed_is_the_same_as_one_that_is_made_in_one_piece(
    items: list[Item], title: str, description: str, base: str
) -> None:
    latest_first = sorted(items, key=lambda item: item.added, reverse=True)
    content = FeedContent(
        folder="data/topics/wool/",
        id="urn:x",
        title=title,
        description=description,
        base=base,
        home=f"{base}topics/wool/",
        language="en",
        items=tuple(latest_first),
    )
    assert atom(content, [atom_entry(item) for item in content.items]) == in_one_piece(content)

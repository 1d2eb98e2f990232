"""Whatever papers are called, a digest of them reads back as the same text, and is one message."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from email.message import EmailMessage

import html5lib
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from generator.digest.content import Asked, Digest, Item, digest_of
from generator.digest.forms import markdown
from generator.digest.message import message_of
from generator.values.paper import Paper
from tests import given
from tests.unit.digest.given_digest import DATE, WISH, asked, catalogue

HTML = "{http://www.w3.org/1999/xhtml}"
BLOCKS = (f"{HTML}p", f"{HTML}b")
DAYS = st.dates(dt.date(2026, 11, 16), dt.date(2026, 11, 22))
PAPERS = st.builds(
    lambda paper, day: given.changed(paper, added=day), given.any_papers("any"), DAYS
)
HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
    "List-Unsubscribe-Post", "List-Archive", "Precedence", "Content-Language", "MIME-Version",
    "Content-Type",
}  # fmt: skip


def asked_of(paper: Paper, name: str) -> Asked:
    return asked(catalogue(paper), name=name)


def item_of(digest: Digest) -> Item:
    (section,) = digest.sections
    (item,) = section.items
    return item


def squeezed(text: str) -> str:
    """Return a text without the blanks at which lines are broken."""
    return re.sub(r"[ \n]+", "", text)


@settings(max_examples=60)
@any_of(PAPERS, given.HOSTILE)
def test_a_message_reads_back_as_the_same_text(paper: Paper, name: str) -> None:
    of = asked_of(paper, name)
    digest = digest_of(of)
    item = item_of(digest)
    data = bytes(message_of(of, WISH, DATE))
    assert data.isascii()
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert set(message.keys()) == HEADERS
    assert [len(message.get_all(header, [])) for header in HEADERS] == [1] * len(HEADERS)
    assert message["Subject"] == digest.subject
    assert [part.defects for part in message.walk()] == [[]] * 3
    plain, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    for text in (item.title, *item.facts, item.summary, item.url, digest.name):
        assert squeezed(text) in squeezed(plain)
    root = html5lib.HTMLParser(strict=True).parse(page)
    shown = ["".join(element.itertext()) for element in root.iter() if element.tag in BLOCKS]
    assert item.title in shown
    assert not item.summary or item.summary in shown
    assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= {
        f"{HTML}{tag}"
        for tag in "html head meta title body table tbody tr td p a b span h1 h2".split()
    }
    wide = [line for line in plain.splitlines() if len(line) > 78 and "https://" not in line]
    assert wide == []


@settings(max_examples=60)
@any_of(PAPERS)
def test_a_title_makes_nothing_in_markdown_but_the_words_of_a_link(paper: Paper) -> None:
    text = markdown(digest_of(asked_of(paper, "Sheep")))
    assert text.count("\n# ") == 0
    assert text.startswith("# ")
    lines = text.splitlines()
    assert sum(line.startswith("- ") for line in lines) == 1
    assert re.findall(r"(?<!\\)\]\((?!https://(?:sheep|lists)\.example\.org)", text) == []
    assert not re.search(r"<(?!/?bdi>)[a-zA-Z/!]", text)

"""A digest as mail: its headers, its two forms, and how large it may be."""

from __future__ import annotations

import email
import email.policy
import re
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from urllib.parse import urlsplit

import html5lib
import pytest
from rich.cells import cell_len

from generator.digest.content import Asked, digest_of
from generator.digest.forms import markdown
from generator.digest.message import LARGEST, message_of
from generator.language import Language, load
from generator.language.cldr import forms_of
from generator.problems import Problems
from generator.settings.digest_wish import DigestWish
from tests import given
from tests.projects import ROOT
from tests.unit.digest.given_digest import DATE, FLOCK, URL, WISH, asked, catalogue, day, many

HTML = "{http://www.w3.org/1999/xhtml}"


def received(of: Asked, wish: DigestWish = WISH) -> EmailMessage:
    """Return a message as a mail program reads it."""
    data = bytes(message_of(of, wish, DATE))
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert [part.defects for part in found.walk()] == [[]] * 3
    return found


def shown_sender(of: Asked) -> str:
    """Return the name of a sender; Python 3.11's new parser puts spaces between encoded words."""
    data = bytes(message_of(of, WISH, DATE))
    name, address = parseaddr(email.message_from_bytes(data)["From"])
    assert address == "us@example.org"
    return str(make_header(decode_header(name)))


def plain(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part
    found: str = part.get_content().replace("\r\n", "\n")
    return found


def page(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part
    found: str = part.get_content().replace("\r\n", "\n")
    return found


def links(of: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=True)
    return [link.get("href", "") for link in parser.parse(of).iter(f"{HTML}a")]


def language(code: str) -> Language:
    return load(code, ROOT / "nowhere", "language.po", Problems())


def test_the_headers_are_those_of_a_list() -> None:
    message = received(asked(FLOCK))
    headers = {name: str(value) for name, value in message.items()}
    assert headers.pop("Message-ID").startswith("<digest.2026-11-23.")
    assert headers.pop("Content-Type").startswith("multipart/alternative; boundary=")
    assert headers == {
        "From": "Invented papers <us@example.org>",
        "To": "Sheep weekly <list@lists.example.org>",
        "Subject": "Invented papers: 5 new papers, 16–22 November 2026",
        "Date": "Mon, 23 Nov 2026 06:00:00 +0000",
        "List-Id": "<list.lists.example.org>",
        "List-Unsubscribe": "<https://lists.example.org/leave?list=sheep&now=1>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Archive": f"<{URL}new/>",
        "Precedence": "list",
        "Content-Language": "en",
        "MIME-Version": "1.0",
    }


def test_what_nobody_wishes_is_not_said() -> None:
    wish = {"from": "The flock <us@example.org>", "to": "list@example.org", "list_id": "wool.sheep"}
    bare = received(asked(FLOCK), DigestWish.model_validate(wish))
    assert "List-Unsubscribe" not in bare
    assert "List-Unsubscribe-Post" not in bare
    assert (bare["List-Id"], bare["From"]) == ("<wool.sheep>", "The flock <us@example.org>")


def test_only_an_address_of_the_web_takes_a_single_click() -> None:
    wish = WISH.model_copy(update={"unsubscribe": "mailto:leave@example.org?subject=leave"})
    message = received(asked(FLOCK), wish)
    assert message["List-Unsubscribe"] == "<mailto:leave@example.org?subject=leave>"
    assert "List-Unsubscribe-Post" not in message


def test_long_addresses_in_headers_are_not_broken() -> None:
    far = f"https://lists.example.org/leave?list={'sheep' * 60}"
    data = bytes(message_of(asked(FLOCK), WISH.model_copy(update={"unsubscribe": far}), DATE))
    assert f"\r\nList-Unsubscribe: <{far}>\r\n".encode() in data


def test_plain_text_comes_first_and_html_behind_it() -> None:
    message = received(asked(FLOCK))
    kinds = [part.get_content_type() for part in message.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    assert plain(message).startswith("Invented papers\n5 new papers, 16–22 November 2026\n\nWool\n")
    assert [part.get_content_charset() for part in message.iter_parts()] == ["utf-8"] * 2


def test_every_byte_is_ascii_and_no_line_is_too_long_for_a_server() -> None:
    for data in (
        bytes(message_of(asked(FLOCK), WISH, DATE)),
        bytes(message_of(asked(FLOCK, name="羊 " * 300), WISH, DATE)),
        bytes(message_of(asked(many(30, summary="羊" * 300)), WISH, DATE)),
    ):
        assert data.isascii()
        lines = data.split(b"\r\n")
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        behind = lines[lines.index(b"") :]
        assert max(map(len, behind)) <= 78
        assert max(map(len, lines)) < 200


def test_no_line_of_plain_text_is_wider_than_a_terminal_but_addresses() -> None:
    wide = catalogue(
        given.paper("wide", "羊" * 100, summary="wool " * 50, authors=("Ö" * 99,), added=day(16))
    )
    lines = plain(received(asked(wide, name="羊毛 " * 30))).splitlines()
    assert max(cell_len(line) for line in lines if "https://" not in line) <= 78
    assert "羊" * 100 in "".join(lines)
    assert f"{URL}papers/wide/" in lines


def test_every_paper_is_linked_and_every_link_is_of_the_site_but_the_way_out() -> None:
    message = received(asked(FLOCK))
    papers = {f"{URL}papers/{name}/" for name in ("counting", "dogs", "newer", "shears", "stray")}
    for found in (links(page(message)), re.findall(r"https?://\S+", plain(message))):
        assert papers <= set(found)
        others = [link for link in found if not link.startswith(URL)]
        assert others == ["https://lists.example.org/leave?list=sheep&now=1"]


def test_the_html_needs_nothing_that_mail_programs_drop() -> None:
    text = page(received(asked(FLOCK)))
    root = html5lib.HTMLParser(strict=True).parse(text)
    names = {
        element.tag.removeprefix(HTML) for element in root.iter() if isinstance(element.tag, str)
    }
    assert not names & {
        "style",
        "link",
        "script",
        "img",
        "picture",
        "form",
        "svg",
        "base",
        "iframe",
    }
    assert not re.search(r"\s(?:class|id|on\w+|src|background|bgcolor)=", text)
    # Colours that are given are wrong where those around them are the reader's own.
    assert not re.search(r"[;\"](?:color|background[a-z-]*):", text)
    hosts = {urlsplit(link).hostname for link in re.findall(r"https?://[^\"<>\s]+", text)}
    assert hosts == {"sheep.example.org", "lists.example.org"}
    (outer, *_) = root.iter(f"{HTML}table")
    assert (
        (root.get("lang"), root.get("dir"))
        == (outer.get("lang"), outer.get("dir"))
        == ("en", "ltr")
    )
    assert all(table.get("role") == "presentation" for table in root.iter(f"{HTML}table"))


def test_text_of_papers_shows_as_the_characters_it_is() -> None:
    message = received(asked(FLOCK))
    assert "Shears &amp; &lt;scissors&gt;" in page(message)
    assert "\nShears & <scissors>\n" in plain(message)
    assert "[Shears & &lt;scissors&gt;](" in markdown_of(asked(FLOCK))


def markdown_of(of: Asked) -> str:
    return markdown(digest_of(of))


@pytest.mark.parametrize(
    "name",
    [
        "Sheep\r\nBcc: all@example.org",
        "=?utf-8?q?Wolf?=",
        '"Sheep" <wolf@example.org>, all@example.org',
        "Schäfchen; (zählen)",
        "羊" * 100,
        "Sheep " * 200,
        "a\x00b\u2028c\ud800",
    ],
)
def test_no_name_gets_out_of_its_header(name: str) -> None:
    message = received(asked(FLOCK, name=name))
    assert "Bcc" not in message
    (sender,) = message["From"].addresses
    assert sender.addr_spec == "us@example.org"
    (to,) = message["To"].addresses
    assert to.addr_spec == "list@lists.example.org"
    assert message["Subject"].endswith(": 5 new papers, 16–22 November 2026")
    shown = " ".join(name.replace("\x00", "").replace("\ud800", "\ufffd").split())
    assert message["Subject"].startswith(shown[:100])
    assert shown_sender(asked(FLOCK, name=name)).startswith(shown[:100])


def test_a_message_is_the_same_for_the_same_period_and_another_for_another() -> None:
    first, again = (bytes(message_of(asked(FLOCK), WISH, DATE)) for _ in range(2))
    assert first == again
    ids = {
        received(of)["Message-ID"]
        for of in (
            asked(FLOCK),
            asked(FLOCK, name="Other papers"),
            asked(FLOCK, topics=("wool",)),
            asked(FLOCK, topics=("herds",)),
        )
    }
    assert len(ids) == 4
    later = message_of(asked(FLOCK), WISH, DATE.replace(hour=9))
    assert str(later["Message-ID"]) in ids


@pytest.mark.parametrize("text", ["wool and words ", "羊毛", "ß", "<&\"'>"])
def test_a_message_is_small_enough_to_be_shown_whole(text: str) -> None:
    long = (text * 200)[:400]
    of = many(547, summary=long, authors=(long[:100],) * 6, venue=long[:100])
    data = bytes(message_of(asked(of), WISH, DATE))
    assert LARGEST // 2 < len(data) <= LARGEST
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    shown = page(message).count(f"{URL}papers/p")
    assert 5 < shown <= 60
    assert f"newest {shown}; {547 - shown} more" in plain(message).replace("\n", " ")


@pytest.mark.parametrize("code", ["de", "zh"])
def test_a_digest_speaks_the_language_of_its_catalogue(code: str) -> None:
    english, other = received(asked(FLOCK)), received(asked(FLOCK, language(code)))
    assert other["Content-Language"] == code
    assert f'lang="{code}"' in page(other)
    said = [str(of["Subject"]) + plain(of) + page(of) for of in (english, other)]
    for words in (
        "new papers",
        "All that is new",
        "Unsubscribe",
        "You get this",
        "without a topic",
    ):
        assert [words in of for of in said] == [True, False]


def test_a_language_from_right_to_left_has_its_side() -> None:
    hebrew = Language("he", forms=forms_of("he"))
    text = page(received(asked(FLOCK, hebrew)))
    assert '<html lang="he" dir="rtl">' in text
    assert 'align="left"' not in text

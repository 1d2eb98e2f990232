"""Addresses that a digest is from and goes to: one each, with a name or without."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.settings.digest_wish import DigestWish, Mailbox, mailbox

US = {"from": "us@example.org"}


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("us@example.org", "", "us@example.org"),
        ("<us@example.org>", "", "us@example.org"),
        ("Us all <us@example.org>", "Us all", "us@example.org"),
        ('"Us, all" <us@example.org>', "Us, all", "us@example.org"),
        ("Schäfer, Ä. <us+sheep@lists.example.org>", "Schäfer, Ä.", "us+sheep@lists.example.org"),
    ],
)
def test_one_address_is_read_with_its_name(text: str, name: str, address: str) -> None:
    assert mailbox(text) == Mailbox(name, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "us",
        "us@",
        "@example.org",
        "us@example..org",
        "us..all@example.org",
        ".us@example.org",
        "us@-example.org",
        "us@example.org, all@example.org",
        "us@example.org all@example.org",
        "Us <us@example.org> <all@example.org>",
        "Us <us@example.org> all",
        "friends: us@example.org;",
        "us@exämple.org",
        "Us\r\nBcc: all@example.org <us@example.org>",
        "us@example.org\n",
        "=?utf-8?q?Us?= <us@example.org>",
        "u" * 65 + "@example.org",
        "us@" + "a." * 130 + "org",
    ],
)
def test_whatever_is_not_one_address_is_none(text: str) -> None:
    assert mailbox(text) is None


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"to": "sheep-weekly@lists.example.org"}, "sheep-weekly.lists.example.org"),
        ({"to": "The flock <sheep@example.org>"}, "sheep.example.org"),
        ({"to": "sheep@example.org", "list_id": "wool.example.org"}, "wool.example.org"),
    ],
)
def test_a_list_is_called_as_its_address_unless_it_has_a_name(
    said: dict[str, str], known: str
) -> None:
    assert DigestWish.model_validate(US | said).known_list_id == known


@pytest.mark.parametrize(
    "way",
    [
        "https://lists.example.org/leave?list=sheep&now=1",
        "mailto:leave@lists.example.org",
        "mailto:list@example.org?subject=leave%20sheep",
    ],
)
def test_one_leaves_by_the_web_or_by_mail(way: str) -> None:
    wish = DigestWish.model_validate(US | {"to": "list@example.org", "unsubscribe": way})
    assert wish.unsubscribe == way


@pytest.mark.parametrize(
    "way",
    [
        "http://lists.example.org/leave",
        "https://",
        "https://[",
        "mailto:leave",
        "mailto:",
        "ftp://example.org",
        "https://example.org/a b",
        "https://example.org/>",
        "https://example.org/\u202e",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_no_other_address_leads_out(way: str) -> None:
    with pytest.raises(ValidationError):
        DigestWish.model_validate(US | {"to": "list@example.org", "unsubscribe": way})

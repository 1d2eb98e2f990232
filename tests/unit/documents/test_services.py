"""services.md says of every service what it is asked by, how often, and what is to be set."""

from __future__ import annotations

from generator.enriching.lacking import LOOKED_FOR
from generator.services.access import CONTACT, KEYS, Access
from generator.services.known_services import SERVICES
from generator.services.service import Service
from generator.values.asked import TITLE
from generator.values.identifier import KINDS
from tests.documented import DOCS, assert_is_written, table

PAGE = DOCS / "services.md"
HEADS = ("service", "is asked by", "at once", "seconds between two requests")
ALONE = Access()
KNOWN = Access("curator@example.org", dict.fromkeys(KEYS, "key"))


def pace(service: Service) -> str:
    alone, known = (service.manners(access).between for access in (ALONE, KNOWN))
    return f"{alone:g}" if alone == known else f"{alone:g}; {known:g} with key or mail address"


def nouns(service: Service) -> str:
    return ", ".join("title" if kind == TITLE else KINDS[kind].noun for kind in service.asks_by)


def test_how_each_service_is_asked_is_as_it_is_asked() -> None:
    rows = [
        (f"[{one.name}]({one.terms})", nouns(one), f"{one.at_once:,}", pace(one))
        for one in SERVICES
    ]
    assert_is_written(PAGE, "services", table(HEADS, rows))


def test_what_happens_without_a_key_or_an_address_is_what_the_services_say() -> None:
    rows = [(one.name, one.without) for one in SERVICES]
    assert_is_written(PAGE, "without", table(("service", "without key and mail address"), rows))


def test_all_that_can_be_asked_for_and_set_is_named() -> None:
    text = PAGE.read_text("utf-8")
    assert all(f"`{variable}`" in text for variable in (CONTACT, *KEYS))
    assert f"`--only year,doi,code`: {', '.join(LOOKED_FOR)} |" in text

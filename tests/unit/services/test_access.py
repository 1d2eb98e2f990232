"""What the environment says of asking services, and what of it can not be right."""

from __future__ import annotations

import pytest

from generator.problems import WrongUse
from generator.services.access import Access


def test_nothing_need_be_set() -> None:
    access = Access.of({})
    assert (access.contact, access.key("OPENALEX_API_KEY")) == ("", "")
    assert access.address_of("openalex", "https://api.openalex.org") == "https://api.openalex.org"


def test_another_server_has_each_service_below_its_slug() -> None:
    access = Access.of({"CATALOGUE_SERVICES_ADDRESS": " http://127.0.0.1:8000/play/ "})
    own = "https://api.openalex.org"
    assert access.address_of("openalex", own) == "http://127.0.0.1:8000/play/openalex"


def test_keys_stand_in_no_form_that_is_shown() -> None:
    access = Access.of({"OPENALEX_API_KEY": "s3cret", "CATALOGUE_CONTACT": "ada@example.org"})
    assert access.key("OPENALEX_API_KEY") == "s3cret"
    assert "s3cret" not in f"{access!r} {access}"


def test_all_that_is_wrong_is_told_at_once_and_no_key_with_it() -> None:
    with pytest.raises(WrongUse) as raised:
        Access.of(
            {
                "CATALOGUE_CONTACT": "Ada Example",
                "OPENALEX_API_KEY": "s3cret\nof two lines",
                "SEMANTIC_SCHOLAR_API_KEY": "schlüssel",
                "CATALOGUE_SERVICES_ADDRESS": "http://services.example.org",
            }
        )
    told = str(raised.value).splitlines()
    assert [line.split()[0].rstrip(":") for line in told] == [
        "CATALOGUE_CONTACT",
        "OPENALEX_API_KEY",
        "SEMANTIC_SCHOLAR_API_KEY",
        "CATALOGUE_SERVICES_ADDRESS",
    ]
    assert "s3cret" not in str(raised.value)
    assert "schlüssel" not in str(raised.value)
    assert "write https://" in told[3]


@pytest.mark.parametrize(
    "contact",
    [
        "ada", "ada@example", "ada@@example.org", "ada@example.org)", "ada@exa mple.org",
        "<ada@example.org>", "ada@example.org, ben@example.org", "ada@example.org\r\nX: y",
    ],
)  # fmt: skip
def test_what_is_no_one_mail_address_is_not_sent_to_anybody(contact: str) -> None:
    with pytest.raises(WrongUse, match="is no mail address"):
        Access.of({"CATALOGUE_CONTACT": contact})


@pytest.mark.parametrize("contact", ["ada@example.org", "a.b+c_d@sub.example.co.uk"])
def test_mail_addresses_are_taken_as_they_are(contact: str) -> None:
    assert Access.of({"CATALOGUE_CONTACT": f" {contact} "}).contact == contact


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "https://", "https://[", "example.org", "https://a/?b=c"]
)
def test_what_is_no_address_of_a_server_is_told(address: str) -> None:
    with pytest.raises(WrongUse, match="no address of a server"):
        Access.of({"CATALOGUE_SERVICES_ADDRESS": address})

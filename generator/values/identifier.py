"""Identifiers that others gave to a paper: a DOI, an arXiv id … A kind is a line in `KINDS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ARXIV_NEW = re.compile(r"[0-9]{4}\.[0-9]{4,5}")
_ARXIV_OLD = re.compile(r"[a-z-]+(?:\.[a-z]{2})?/[0-9]{7}")
_ACL = re.compile(r"(?:[a-z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_-]+\.\d+)", re.ASCII | re.IGNORECASE)
_OPENREVIEW = re.compile(r"[\w-]{6,20}", re.ASCII)


@dataclass(frozen=True, order=True)
class Identifier:
    """A DOI, arXiv id … in the normal form of its kind, which is a name in `KINDS`."""

    kind: str
    value: str

    @property
    def address(self) -> str:
        """Where the identifier leads, its value as it is."""
        return KINDS[self.kind].address + self.value


@dataclass(frozen=True)
class Kind:
    """A kind of identifier.

    `label` is what a button calls it, `noun` what messages call one: "arXiv id". `normal` gives
    the normal form of a value, also of an address that holds it, or None. `address` is what stands
    before the value in its address. `rank` tells whose address names a paper best: lower is better,
    the published version's before others. `hint` says how to write it; `form` and `example` say it
    in the documentation. `pdf` is the address of the PDF with {} for the value, `scholar` Google
    Scholar's tag; both may be empty.
    """

    label: str
    noun: str
    normal: Callable[[str], str | None]
    address: str
    rank: int
    hint: str
    form: str
    example: str
    pdf: str = ""
    scholar: str = ""


def normal_doi(text: str) -> str | None:
    """Return a DOI as `10.…/…` in lower case (DOIs ignore case), or None if it is none."""
    found = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.I)
    found = found.lower().rstrip(".,;")
    return found if _DOI.fullmatch(found) else None


def normal_arxiv(text: str) -> str | None:
    """Return an arXiv id without version, such as `1706.03762` or `cs/0301012`, or None.

    See https://info.arxiv.org/help/arxiv_identifier.html.
    """
    found = re.sub(
        r"^(?:https?://(?:[\w-]+\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*|10\.48550/arxiv\.)",
        "",
        text.strip(),
        flags=re.I,
    )
    found = re.sub(r"(?:v\d+)?(?:\.pdf)?$", "", found.lower())
    # The subject class of old ids may be left out: math.GT/0309136 is math/0309136.
    found = re.sub(r"^([a-z-]+)\.[a-z]{2}/", r"\1/", found)
    return found if _ARXIV_NEW.fullmatch(found) or _ARXIV_OLD.fullmatch(found) else None


def arxiv_month(value: str) -> tuple[int, int] | None:
    """Return year and month in which an arXiv id was given; None if no month has that number.

    `value` is in the normal form: 1706.03762 is of June 2017, cs/0301012 of January 2003. Anything
    else, or nothing, has no month.
    """
    digits = value.rpartition("/")[2][:4]
    if not re.fullmatch("[0-9]{4}", digits):
        return None
    year, month = int(digits[:2]), int(digits[2:])
    # Old ids begin in 1991, new ones in 2007; neither will reach the other's years.
    century = 1900 if "/" in value and year > 90 else 2000
    return (century + year, month) if 1 <= month <= 12 else None


def normal_openreview(text: str) -> str | None:
    """Return an OpenReview forum id, or None."""
    found = re.sub(r"^https?://openreview\.net/(?:forum|pdf)\?id=", "", text.strip(), flags=re.I)
    return found if _OPENREVIEW.fullmatch(found) else None


def normal_acl(text: str) -> str | None:
    """Return an ACL Anthology id such as `P19-1001` or `2020.acl-main.1`, or None."""
    found = re.sub(r"^https?://(?:www\.)?aclanthology\.org/", "", text.strip(), flags=re.I)
    found = re.sub(r"(?:\.pdf|/)$", "", found)
    if not _ACL.fullmatch(found):
        return None
    return found.upper() if found[0].isalpha() else found.lower()


#: Every kind, by the name it has in records and downloads, in the order of their columns.
KINDS: dict[str, Kind] = {
    "doi": Kind(
        label="DOI",
        noun="DOI",
        normal=normal_doi,
        address="https://doi.org/",
        rank=0,
        hint="write it as 10.1234/abc",
        form="`10.` and digits, a slash, the rest",
        example="`10.1234/abc`",
        scholar="citation_doi",
    ),
    "arxiv": Kind(
        label="arXiv",
        noun="arXiv id",
        normal=normal_arxiv,
        address="https://arxiv.org/abs/",
        rank=2,
        hint="write it as 1706.03762 or cs/0301012",
        form="with or without version",
        example='`"1706.03762"`, `"cs/0301012"`',
        pdf="https://arxiv.org/pdf/{}",
        scholar="citation_arxiv_id",
    ),
    "openreview": Kind(
        label="OpenReview",
        noun="OpenReview id",
        normal=normal_openreview,
        address="https://openreview.net/forum?id=",
        rank=3,
        hint="write the id after forum?id=",
        form="what follows `forum?id=`",
        example="`aBcD1234ef`",
        pdf="https://openreview.net/pdf?id={}",
    ),
    "acl": Kind(
        label="ACL Anthology",
        noun="ACL id",
        normal=normal_acl,
        address="https://aclanthology.org/",
        rank=1,
        hint="write it as P19-1001 or 2020.acl-main.1",
        form="the ACL Anthology's id",
        example="`2020.acl-main.1`, `P19-1001`",
        pdf="https://aclanthology.org/{}.pdf",
    ),
}


def best_first(identifiers: Sequence[Identifier]) -> list[Identifier]:
    """Return identifiers, that whose address names the paper best first."""
    return sorted(identifiers, key=lambda item: (KINDS[item.kind].rank, item.value))


def value_of(identifiers: Sequence[Identifier], kind: str) -> str:
    """Return the value of the first identifier of a kind, or an empty string."""
    return next((item.value for item in identifiers if item.kind == kind), "")


def pdf_address(identifiers: Sequence[Identifier]) -> str:
    """Return where the PDF of a paper with these identifiers lies; empty if none tells."""
    found = ((KINDS[item.kind].pdf, item.value) for item in best_first(identifiers))
    return next((address.format(value) for address, value in found if address), "")

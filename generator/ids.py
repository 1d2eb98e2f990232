"""Stable paper ids, and the normal forms of DOIs and arXiv ids."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from slugify import slugify

MAX_LENGTH = 80

#: Names that Windows refuses for a file whatever its ending, and the names of index pages.
_RESERVED = {"con", "prn", "aux", "nul", "index", "all", "readme"}
_RESERVED |= {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ARXIV_NEW = re.compile(r"[0-9]{4}\.[0-9]{4,5}")
_ARXIV_OLD = re.compile(r"[a-z-]+(?:\.[a-z]{2})?/[0-9]{7}")
_ACL = re.compile(r"(?:[a-z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_-]+\.\d+)", re.ASCII | re.IGNORECASE)
_OPENREVIEW = re.compile(r"[\w-]{6,20}", re.ASCII)


def slug(title: str, limit: int = MAX_LENGTH) -> str:
    """Return the id a title gives: lower-case ASCII words, at most `limit` characters.

    Cut at a word; never empty, hidden, or reserved by Windows or by an index page. A title
    without any letter or digit that ASCII can stand for gets a hash of itself.
    """
    found = slugify(title, max_length=limit, word_boundary=True, save_order=True)
    if not found:
        # One word longer than the limit leaves nothing at a word boundary.
        found = slugify(title, max_length=limit).strip("-")
    if not found:
        found = "paper-" + digest(title)
    return f"{found}-paper" if found in _RESERVED else found


def with_suffix(base: str, suffix: str) -> str:
    """Return `base-suffix`, with `base` shortened at a word so that the whole keeps the limit."""
    return f"{slug(base, MAX_LENGTH - len(suffix) - 1)}-{suffix}"


def digest(text: str) -> str:
    """Return eight hexadecimal digits that depend on `text` alone."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def why_no_id(name: str) -> str:
    """Return what is wrong with `name` as a paper's id, or an empty string."""
    if not _ID.fullmatch(name):
        return "an id is made of lower-case letters a-z, digits and single hyphens"
    if len(name) > MAX_LENGTH:
        return f"an id has at most {MAX_LENGTH} characters, this one has {len(name)}"
    if name in _RESERVED:
        return "this name is reserved by Windows or by an index page"
    return ""


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

    `value` is in the normal form: 1706.03762 is of June 2017, cs/0301012 of January 2003.
    """
    digits = value.rpartition("/")[2]
    year, month = int(digits[:2]), int(digits[2:4])
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


NORMAL_FORMS = {
    "doi": normal_doi,
    "arxiv": normal_arxiv,
    "openreview": normal_openreview,
    "acl": normal_acl,
}

#: Where the PDF of an identifier's paper lies, the published version's before others.
_PDF_ADDRESSES = {
    "acl": "https://aclanthology.org/{}.pdf",
    "arxiv": "https://arxiv.org/pdf/{}",
    "openreview": "https://openreview.net/pdf?id={}",
}

#: Where an identifier leads, in the order in which they name a paper best.
ADDRESSES = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "acl": "https://aclanthology.org/",
    "openreview": "https://openreview.net/forum?id=",
}


def pdf_address(known: Mapping[str, str]) -> str:
    """Return where the PDF of a paper lies, by its identifiers, by kind; empty if none tells."""
    return next((to.format(known[k]) for k, to in _PDF_ADDRESSES.items() if known.get(k)), "")

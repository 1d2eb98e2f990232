"""Identifiers that others gave to a paper: a DOI, an arXiv id … A kind is a line in `KINDS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from generator.text.unicode import normal
from generator.values.acl import normal_acl
from generator.values.arxiv import normal_arxiv
from generator.values.doi import normal_doi
from generator.values.openreview import normal_openreview

#: Beside letters, digits and `_.-~`, what of an identifier can stand in an address as it is,
#: whatever the address is written into: HTML, Markdown, BibTeX, RIS.
_AS_IT_IS = "/:(),"


@dataclass(frozen=True, order=True)
class Identifier:
    """A DOI, arXiv id … in the normal form of its kind, which is a name in `KINDS`."""

    kind: str
    value: str

    @property
    def address(self) -> str:
        """Where the identifier leads, in a form that can stand in any link."""
        return KINDS[self.kind].address + self._encoded

    @property
    def pdf(self) -> str:
        """Where the PDF of what it names lies, as `address`; empty if the kind does not tell."""
        pattern = KINDS[self.kind].pdf
        return pattern.format(self._encoded) if pattern else ""

    @property
    def places(self) -> dict[str, str]:
        """Where others have a page of what it names: addresses by the names of the sites."""
        return {
            place.name: place.address.format(self._encoded)
            for place in KINDS[self.kind].places
            if re.fullmatch(place.only, self.value)
        }

    @property
    def _encoded(self) -> str:
        """The value percent-encoded: the one place that every address of an identifier passes."""
        return quote(normal(self.value), safe=_AS_IT_IS, errors="replace")


@dataclass(frozen=True)
class OtherPlace:
    """Another site that has a page for each paper with an identifier of some kind.

    `address` is that of the page with {} for the identifier; `only` a regular expression of the
    identifiers that the site takes.
    """

    name: str
    address: str
    only: str = ".*"


@dataclass(frozen=True)
class Kind:
    """A kind of identifier.

    `label` is what a button calls it, `noun` what messages call one: "arXiv id". `normal` gives
    the normal form of a value, also of an address that holds it, or None. `address` is what stands
    before the value in its address. `rank` tells whose address names a paper best: lower is better,
    the published version's before others. `hint` says how to write it; `form` and `example` say it
    in the documentation. `pdf` is the address of the PDF with {} for the value, `scholar` Google
    Scholar's tag, `places` are other sites that know papers by it; all may be empty.
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
    places: tuple[OtherPlace, ...] = ()


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
        places=(
            OtherPlace("Semantic Scholar", "https://api.semanticscholar.org/DOI:{}"),
            OtherPlace("Google Scholar", "https://scholar.google.com/scholar_lookup?doi={}"),
        ),
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
        places=(
            OtherPlace("alphaXiv", "https://www.alphaxiv.org/abs/{}"),
            # It has no page for ids such as cs/0301012.
            OtherPlace("Hugging Face", "https://huggingface.co/papers/{}", only=r"[0-9.]+"),
            OtherPlace("Semantic Scholar", "https://api.semanticscholar.org/arXiv:{}"),
            OtherPlace("Google Scholar", "https://scholar.google.com/scholar_lookup?arxiv_id={}"),
        ),
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
        places=(OtherPlace("Semantic Scholar", "https://api.semanticscholar.org/ACL:{}"),),
    ),
}


#: What DOIs begin with that are made of an arXiv id or an id of the ACL Anthology.
_OF_OTHERS = ("10.48550/", "10.18653/", "10.3115/")


def best_first(identifiers: Sequence[Identifier]) -> list[Identifier]:
    """Return identifiers, that whose address names the paper best first."""
    return sorted(identifiers, key=lambda item: (KINDS[item.kind].rank, item.value))


def first_of_each(identifiers: Iterable[Identifier]) -> dict[str, Identifier]:
    """Return the first identifier of each kind, by kind."""
    found: dict[str, Identifier] = {}
    for item in identifiers:
        found.setdefault(item.kind, item)
    return found


def value_of(identifiers: Sequence[Identifier], kind: str) -> str:
    """Return the value of the first identifier of a kind, or an empty string."""
    return next((item.value for item in identifiers if item.kind == kind), "")


def pdf_address(identifiers: Sequence[Identifier]) -> str:
    """Return where the PDF of a paper with these identifiers lies; empty if none tells."""
    return next((item.pdf for item in best_first(identifiers) if item.pdf), "")


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Return the identifiers that a text holds which is none of a certain kind, such as an address.

    A single word says nothing: an OpenReview id can look like any.
    """
    if not any(sign in text for sign in "/.:"):
        return ()
    found = ((name, kind.normal(text)) for name, kind in KINDS.items())
    return resolved(Identifier(name, value) for name, value in found if value)


def resolved(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return identifiers sorted, with what DOIs made of other identifiers say.

    arXiv's own DOIs are given as arXiv ids; those of the ACL Anthology have its id beside them.
    """
    return tuple(sorted({meant for item in identifiers for meant in _meant_by(item)}))


@lru_cache(maxsize=1_000)  # asked several times of each
def _meant_by(item: Identifier) -> tuple[Identifier, ...]:
    # Only arXiv's DOIs and those of the ACL Anthology are made of other identifiers.
    if item.kind != "doi" or not item.value.startswith(_OF_OTHERS):
        return (item,)
    arxiv, acl = normal_arxiv(item.value), normal_acl(item.value)
    found = Identifier("arxiv", arxiv) if arxiv else item
    return (found, Identifier("acl", acl)) if acl else (found,)

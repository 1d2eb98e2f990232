"""The papers that the played services know, and what a service finds of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

#: All DOIs of arXiv begin so; DataCite registers them.
ARXIV_DOIS = "10.48550/"


@dataclass(frozen=True)
class Played:
    """A paper. `unknown_to` are slugs of services that have never heard of it.

    `doi` is that of its publication, which Crossref registered; `dataset_doi` one that DataCite
    did. `versions` is how many arXiv has, `twins` how many more works OpenAlex has of its DOI.
    """

    title: str
    authors: tuple[str, ...] = ("Ada Example", "Bela Sample")
    year: int = 2024
    arxiv: str = ""
    doi: str = ""
    dataset_doi: str = ""
    acl: str = ""
    venue: str = ""
    journal: bool = False
    abstract: str = ""
    code: str = ""
    project: str = ""
    pdf: str = ""
    comment: str = ""
    versions: int = 1
    twins: int = 0
    citations: int = 0
    upvotes: int = 0
    retracted: bool = False
    unknown_to: frozenset[str] = frozenset()

    @property
    def arxiv_doi(self) -> str:
        """The DOI that arXiv gives its preprint, in the case that arXiv writes."""
        return f"{ARXIV_DOIS}arXiv.{self.arxiv}" if self.arxiv else ""

    @property
    def key(self) -> str:
        """Forty hexadecimal digits that are always the same for a paper."""
        known = f"{self.title} {self.arxiv} {self.doi}"
        return hashlib.sha1(known.encode(), usedforsecurity=False).hexdigest()

    @property
    def number(self) -> int:
        """A number that is always the same for a paper, as keys of services are."""
        return int(self.key[:7], 16)


def names_in(author: str) -> tuple[str, str]:
    """Return the given names and the family name."""
    given, _, family = author.rpartition(" ")
    return given, family


#: What a service finds in place of a paper it knows; None where it denies to know it.
Instead = Callable[[Played], Played | None]


def itself(paper: Played) -> Played:
    """Find the paper that is asked for, as is right."""
    return paper


def nothing(_paper: Played) -> None:
    """Know no paper at all."""


def another(other: Played) -> Instead:
    """Answer with another paper, whatever is asked for."""
    return lambda _paper: other


def under_a_wrong_title(other: Played) -> Instead:
    """Have the right identifiers with title and people of another paper, as if both were one."""
    return lambda paper: replace(paper, title=other.title, authors=other.authors)


class Papers:
    """What one service knows."""

    def __init__(self, papers: Iterable[Played], slug: str, instead: Instead = itself) -> None:
        self._instead = instead
        self._known = [paper for paper in papers if slug not in paper.unknown_to]
        self._arxiv = {paper.arxiv: paper for paper in self._known if paper.arxiv}
        self._acl = {paper.acl.lower(): paper for paper in self._known if paper.acl}
        dois = [(doi, p) for p in self._known for doi in (p.doi, p.arxiv_doi, p.dataset_doi) if doi]
        self._dois = {doi.lower(): paper for doi, paper in dois}

    def doing(self, instead: Instead) -> Papers:
        """Return the same papers, of which others are found."""
        changed = Papers((), "", instead)
        changed._known, changed._arxiv = self._known, self._arxiv
        changed._acl, changed._dois = self._acl, self._dois
        return changed

    def of_arxiv(self, identifier: str) -> Played | None:
        """Return the paper of an arXiv identifier without a version."""
        return self._found(self._arxiv.get(identifier))

    def of_acl(self, identifier: str) -> Played | None:
        return self._found(self._acl.get(identifier.lower()))

    def of_doi(self, doi: str) -> Played | None:
        """Return the paper of a DOI, in any case, of its publication or of its preprint."""
        return self._found(self._dois.get(doi.lower()))

    def titled(self, words: str) -> list[Played]:
        """Return papers whose title has all these words, or most of them, the best first."""
        asked = _words(words)
        shares = [(len(asked & _words(paper.title)) / max(len(asked), 1)) for paper in self._known]
        best = sorted(
            zip(shares, self._known, strict=True),
            key=lambda found: (-found[0], len(found[1].title), found[1].title),
        )
        found = (self._found(paper) for share, paper in best if share >= 0.7)
        return [paper for paper in found if paper]

    def _found(self, paper: Played | None) -> Played | None:
        return self._instead(paper) if paper else None


def _words(text: str) -> set[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    return set(letters.split())


def read_papers(path: Path) -> list[Played]:
    """Return the papers of a file of JSON Lines with title, authors, year, arxiv, doi, venue …

    Fields that a line has beside these are left alone; a line without a title is no paper.
    """
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return [
        Played(
            title=row["title"],
            authors=tuple(row.get("authors") or ()),
            year=int(row.get("year") or 2024),
            arxiv=row.get("arxiv") or "",
            doi=row.get("doi") or "",
            acl=row.get("acl") or "",
            venue=row.get("venue") or "",
            abstract=row.get("abstract") or "",
            code=row.get("code") or "",
            pdf=row.get("pdf") or "",
            citations=len(row["title"]),
            upvotes=len(row.get("code") or ""),
        )
        for row in rows
        if row.get("title")
    ]

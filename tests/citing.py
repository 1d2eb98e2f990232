"""A paper's citations in all forms, as its page has them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import cited
from generator.citations.csl import csl_json
from generator.citations.plain import plain_text
from generator.citations.ris import ris
from generator.values.paper import Paper


@dataclass(frozen=True)
class Citation:
    """The citations of one paper."""

    key: str
    bibtex: str
    ris: str
    csl: str
    plain: str


def citation(paper: Paper) -> Citation:
    """Return the citations of a paper."""
    found = cited(Catalogue((paper,)), paper)
    return Citation(found.key, bibtex(found), ris(found), csl_json(found), plain_text(found))

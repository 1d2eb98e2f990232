"""Citations of a paper: BibTeX, RIS, CSL-JSON and a line of text.

What is not known of a paper is left out, never made up. The address in a citation is the paper's
own, never that of its code or of its page in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.citations.bibtex import bibtex
from generator.citations.cited import cited
from generator.citations.csl import csl_json
from generator.citations.plain import plain_text
from generator.citations.ris import ris
from generator.values.paper import Paper

__all__ = ["Citation", "citation"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The citations of one paper. `csl` is a JSON array of one item, `plain` one line of text.

    `key` names the paper in `bibtex`, `ris` and `csl`: unique in a catalogue, and it stays as
    long as the paper's address does.
    """

    key: str
    bibtex: str
    ris: str
    csl: str
    plain: str


def citation(paper: Paper) -> Citation:
    """Return the citations of `paper`, whose texts are repaired and may hold formulas."""
    found = cited(paper)
    return Citation(
        key=found.key,
        bibtex=bibtex(found),
        ris=ris(found),
        csl=csl_json(found),
        plain=plain_text(found),
    )

"""Citations of a paper."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Paper


@dataclass(frozen=True)
class Citation:
    """A paper's citation in four formats."""

    key: str
    bibtex: str
    ris: str
    csl: str
    plain: str


def citation(paper: Paper) -> Citation:
    """Return the citation of a paper."""
    return Citation(
        paper.id,
        f"@misc{{{paper.id},\n  title = {{{paper.title}}}\n}}",
        f"TY  - GEN\nTI  - {paper.title}\nER  -",
        '[{"id":"x"}]',
        paper.title,
    )

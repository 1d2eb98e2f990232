"""Whether a work is a preprint, the first version of a paper, or was published.

A preprint and what a publisher makes of it have an identifier each, and are one paper.
"""

from __future__ import annotations

from generator.values.preprint_doi import is_preprint_doi
from generator.values.work import Work

#: Types of works that somebody published.
PUBLISHED_TYPES = ("article-journal", "paper-conference", "chapter", "book")


def is_preprint(work: Work) -> bool:
    """Whether a work is known as a preprint only: nothing says where it was published."""
    dois = [found.value for found in work.resolved_identifiers if found.kind == "doi"]
    if any(not is_preprint_doi(doi) for doi in dois):
        return False
    if work.venue:
        return work.venue.kind == "preprint"
    if work.type not in (None, "article", "document", "report", "webpage"):
        return False
    arxiv = any(found.kind == "arxiv" for found in work.resolved_identifiers)
    return bool(dois) or arxiv or work.type == "article"


def is_published(work: Work) -> bool:
    """Whether a work is known as published: by a venue, a publisher's DOI or its type."""
    dois = [found.value for found in work.resolved_identifiers if found.kind == "doi"]
    if any(not is_preprint_doi(doi) for doi in dois):
        return True
    if work.venue.kind == "preprint":
        return False
    return work.venue.kind in ("journal", "conference") or work.type in PUBLISHED_TYPES

"""Preprint servers' DOIs, and whether a work is a preprint: the first version of a paper.

A preprint and what a publisher makes of it have an identifier each, and are one paper.
"""

from __future__ import annotations

import re

from generator.values.work import Work

#: Prefixes of DOIs that a server gives to preprints, where it gives them to nothing else, or what
#: the DOIs of its preprints begin with: https://www.crossref.org/documentation/research-nexus/.
SERVERS = {
    "10.1101/": "bioRxiv and medRxiv",
    "10.64898/": "bioRxiv and medRxiv",
    "10.2139/ssrn.": "SSRN",
    "10.5281/zenodo.": "Zenodo",
    "10.21203/rs.": "Research Square",
    "10.20944/preprints": "Preprints.org",
    "10.31219/osf.io/": "OSF Preprints",
    "10.31234/osf.io/": "PsyArXiv",
    "10.31235/osf.io/": "SocArXiv",
    "10.31222/osf.io/": "MetaArXiv",
    "10.35542/osf.io/": "EdArXiv",
    "10.31223/": "EarthArXiv",
    "10.26434/chemrxiv": "ChemRxiv",
    "10.36227/techrxiv.": "TechRxiv",
    "10.48550/arxiv.": "arXiv",
    "10.22541/": "Authorea",
    "10.14293/": "ScienceOpen Preprints",
    "10.7287/peerj.preprints.": "PeerJ Preprints",
}
#: Types of works that somebody published.
PUBLISHED_TYPES = ("article-journal", "paper-conference", "chapter", "book")
#: What tells the versions of one preprint apart: /v2, .v2, -v2, _v1.
_VERSION = re.compile(r"[/._-]v[0-9]{1,3}$")


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI in normal form is of a preprint."""
    return doi.startswith(_STARTS)


def without_version(doi: str) -> str:
    """Return a preprint's DOI without the version of the preprint; other DOIs as they are."""
    return _VERSION.sub("", doi) if is_preprint_doi(doi) else doi


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


_STARTS = tuple(SERVERS)

"""Which DOIs preprint servers gave, and which name a copy of what has another one."""

from __future__ import annotations

import re

#: What DOIs of preprint servers begin with, as Crossref and DataCite gave them out. Cold Spring
#: Harbor has one prefix for bioRxiv, whose numbers follow it, and for its journals, whose names do.
_SERVERS = (
    "10.48550/",  # arXiv
    "10.1101/[0-9]",  # bioRxiv and medRxiv
    "10.64898/",  # bioRxiv and medRxiv
    "10.2139/ssrn",
    "10.5281/zenodo",
    "10.21203/rs",  # Research Square
    "10.20944/preprints",
    "10.31219/osf",  # OSF Preprints
    "10.31222/osf",  # MetaArXiv
    "10.31234/osf",  # PsyArXiv
    "10.31235/osf",  # SocArXiv
    "10.31730/osf",  # AfricArXiv
    "10.35542/osf",  # EdArXiv
    "10.31223/",  # EarthArXiv
    "10.32942/",  # EcoEvoRxiv
    "10.26434/chemrxiv",
    "10.36227/techrxiv",
    "10.22541/",  # Authorea
    "10.1002/essoar",
    "10.33774/",  # Cambridge Open Engage
    "10.14293/",  # ScienceOpen
    "10.7287/peerj.preprints",
    "10.51094/",
)
_PREPRINT = re.compile("|".join(start.replace(".", r"\.") for start in _SERVERS), re.IGNORECASE)
#: What DOIs begin with that archives gave to what a publisher gave one, too.
_ARCHIVES = (
    "10.2307/",  # JSTOR
    "10.5555/",  # the ACM Digital Library, for what it did not publish
    "10.6084/m9.figshare",
    "10.13140/rg",  # ResearchGate
)
#: What tells the versions of one preprint apart: /v2, .v2, -v2, _v1.
_VERSION = re.compile(r"[/._-]v[0-9]{1,3}$")


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI in its normal form is one that a preprint server gave."""
    return bool(_PREPRINT.match(doi))


def is_copy_doi(doi: str) -> bool:
    """Whether a DOI in its normal form may name a copy, so that its paper has another one, too."""
    return doi.startswith(_ARCHIVES)


def without_version(doi: str) -> str:
    """Return a preprint's DOI without the version of the preprint; other DOIs as they are."""
    return _VERSION.sub("", doi) if is_preprint_doi(doi) else doi

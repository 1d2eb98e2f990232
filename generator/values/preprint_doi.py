"""Which DOIs preprint servers gave."""

from __future__ import annotations

import re

#: What DOIs of preprint servers begin with, as Crossref and DataCite gave them out. Cold Spring
#: Harbor has one prefix for bioRxiv, whose numbers follow it, and for its journals, whose names do.
_PREPRINT_DOI = re.compile(
    r"10\.(?:48550/|1101/[0-9]|64898/|2139/ssrn|21203/rs|20944/preprints|26434/chemrxiv|36227/techrxiv"
    r"|22541/|1002/essoar|33774/|14293/s2199|32942/|31219/osf|3123[45]/osf|31223/|31730/osf|35542/"
    r"|51094/)",
    re.IGNORECASE,
)


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI in its normal form is one that a preprint server gave."""
    return bool(_PREPRINT_DOI.match(doi))

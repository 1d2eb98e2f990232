"""arXiv ids, in every form in which people write them and sites have them in addresses.

See https://info.arxiv.org/help/arxiv_identifier.html.
"""

from __future__ import annotations

import re

from generator.values.pasted import cleaned, decoded, taken_apart

#: What ids began with until March 2007; names that archives had before are among them.
_ARCHIVES = (
    r"acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas"
    r"|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin"
    r"|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|stat|supr-con"
)
#: An id, the archive of an old one apart, from the subject class that may stand behind it.
_ID = (
    rf"(?:(?P<new>[0-9]{{4}}\.[0-9]{{4,5}})|(?P<archive>{_ARCHIVES})(?:\.[a-z-]{{2,10}})?"
    r"/(?P<old>[0-9]{7}))(?:v[0-9]{1,3})?"
)
#: What may stand before an id, maybe several: "arXiv:", "arXiv preprint arXiv:", "CoRR abs/".
_LEAD = (
    r"(?:\[|\(|<|(?:oai|info|urn|doi)[:/] ?|(?:e-?print|preprint) |id: ?|abs/|corr[:,]? |10\.48550/"
    r"|arxiv(?:\.org)?(?: (?:e-?prints?|preprint|id|identifier))?[:./, ]{1,2})"
)
_ALONE = re.compile(
    rf"(?:{_LEAD}){{0,5}}{_ID}(?:\.pdf)?(?=[\s.,;:\])>]|$)(?P<rest>.*)", re.IGNORECASE
)
_ANY = re.compile(_ID, re.IGNORECASE)
_IN_PATH = re.compile(
    rf"(?:^|[/:]){_ID}(?:\.(?:pdf|ps|html?|bib|txt|gz))*(?=[/.,;&)\]>\"']|$)", re.IGNORECASE
)
#: DBLP's name for the record of a preprint.
_DBLP = re.compile(r"rec/(?:\w+/)?(?:journals/)?corr/abs-([0-9]{4})-([0-9]{4,5})(?![0-9])")
#: Hosts that show preprints of arXiv by its ids, with what stands before the id in the path.
_HOSTS = {
    "arxiv.org": "",
    "xxx.lanl.gov": "",
    "ar5iv.org": "",
    "alphaxiv.org": "",
    "arxiv-vanity.com": "papers/",
    "huggingface.co": "papers/",
    "hf.co": "papers/",
    "scirate.com": "arxiv/",
    "papers.cool": "arxiv/",
    "semanticscholar.org": "arxiv",
    "emergentmind.com": "papers/",
    "catalyzex.com": "paper/arxiv",
    "adsabs.harvard.edu": "abs/arxiv",
}


def normal_arxiv(text: str) -> str | None:
    """Return an arXiv id without version, such as `1706.03762` or `cs/0301012`, or None.

    `text` is the id, maybe with what arXiv and others print around it, a DOI of arXiv, or an
    address that holds the id. Text that holds two ids has none.
    """
    text = decoded(cleaned(text))
    alone = _ALONE.fullmatch(text)
    if alone:
        return None if _ANY.search(alone["rest"]) else _joined(alone)
    address = taken_apart(text)
    if address is None:
        return None
    if address.site(("doi.org",)):
        return normal_arxiv(address.path) if address.path.startswith("10.48550/") else None
    if address.site(("dblp.org", "dblp.uni-trier.de")):
        dblp = _DBLP.search(address.path)
        return f"{dblp[1]}.{dblp[2]}" if dblp else None
    site = address.site(_HOSTS)
    if not site or not address.path.lower().startswith(_HOSTS[site]):
        return None
    found = _IN_PATH.search(address.path)
    return _joined(found) if found else None


def _joined(found: re.Match[str]) -> str:
    # The subject class of old ids may be left out: math.GT/0309136 is math/0309136.
    return found["new"] or f"{found['archive'].lower()}/{found['old']}"


def arxiv_month(value: str) -> tuple[int, int] | None:
    """Return year and month in which an arXiv id was given; None if no month has that number.

    `value` is in the normal form: 1706.03762 is of June 2017, cs/0301012 of January 2003. Anything
    else, or nothing, has no month.
    """
    digits = value.rpartition("/")[2][:4]
    if not re.fullmatch("[0-9]{4}", digits):
        return None
    year, month = int(digits[:2]), int(digits[2:])
    # Old ids begin in 1991, new ones in 2007; neither will reach the other's years.
    century = 1900 if "/" in value and year > 90 else 2000
    return (century + year, month) if 1 <= month <= 12 else None

"""DOIs, in every form in which people and publishers write them."""

from __future__ import annotations

import re
import string

from generator.values.pasted import Address, cleaned, decoded, taken_apart

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9})*/\S*\w\S*")
#: What stands before a DOI, maybe several: "DOI:", "info:doi/", "https://doi.org/". A space may
#: have come in where a line of a PDF was broken.
_LEAD = re.compile(
    r"(?P<resolver>(?:(?:https?:?)?/{1,2} ?)?(?:(?:www|dx)\. ?)*doi\. ?org ?[/:]{1,2} ?)"
    r"|(?:info|urn) ?: ?doi ?[:/] ?"
    r"|doi(?: ?(?:\(s?\))? ?[:=]+ ?| +|(?=10\.))"
    r"|[\[(<\"'“`] ?",
    re.IGNORECASE,
)
_MOST_LEADS = 6

#: What stands behind a DOI, and is none of it: the query of an address, a session, a tag of NBIB.
_AFTER = re.compile(r"(?:[?&]\w+=|;jsessionid=| ?\[doi\]$).*", re.IGNORECASE)
_ENCODED = re.compile("%[0-9A-Fa-f]{2}")
_LAST_SIGNS = ".,;:!?'\"*\\/…’”» "
_BRACKETS = (("(", ")"), ("[", "]"), ("<", ">"))
#: bioRxiv and medRxiv set a version behind the DOI, which is none of it.
_BIORXIV = re.compile(r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d{1,3}(?:\..*)?")

#: /doi/10.…, /doi/abs/10.…, at every publisher; a volume of proceedings is no paper.
_DOI_IN_PATH = re.compile(
    r"(?:^|/)doi/(?!(?:proceedings|toc|series)/)(?:[a-z-]{1,20}/){0,2}(10\..+)", re.IGNORECASE
)
_DOI_AS_PATH = re.compile(r"(?:^|/)(10\.[0-9]{4,9}(?:\.[0-9]{1,9})*/.+)")
#: Hosts that have the DOI of an article in its address without saying "doi".
_HOSTS = frozenset(
    (
        "doi.org",
        "doi.acm.org",
        "doi.ieeecomputersociety.org",
        "hdl.handle.net",
        "api.crossref.org",
        "api.datacite.org",
        "springer.com",
        "springeropen.com",
        "biomedcentral.com",
        "biorxiv.org",
        "medrxiv.org",
        "iopscience.iop.org",
        "frontiersin.org",
        "journals.aps.org",
        "annualreviews.org",
        "jstor.org",
        "spiedigitallibrary.org",
        "thieme-connect.com",
        "karger.com",
        "eurosurveillance.org",
    )
)
#: The form of a paper that an address is of; pages of publishers have it behind the DOI.
_FORM = (
    r"(?:abstract|abs|summary|full|fulltext|full-text|pdf|pdfdirect|epdf|epub|html?|xml|meta|short"
    r"|long|references|citations|citedby|figures|metrics|download)"
)
_FORMS = re.compile(rf"(?:[/.]{_FORM}){{1,4}}/?$", re.IGNORECASE)
#: These set their own number of the article and its title behind the DOI.
_NUMBERED = ("academic.oup.com", "direct.mit.edu", "pubs.geoscienceworld.org")
_NUMBER = re.compile(r"/[0-9]{4,}(?:/[^/]*)?$")
#: Hosts whose own names for articles become DOIs behind a prefix.
_PREFIXES = {"nature.com": (re.compile(r"articles/([a-z][\w.-]*\d[\w-]*)", re.I), "10.1038/")}

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def normal_doi(text: str) -> str | None:
    """Return a DOI as `10.…/…` in lower case (DOIs ignore case), or None if it is none.

    `text` is the DOI, maybe behind "doi:", or the address of a resolver or of a publisher's page.
    See https://www.doi.org/doi-handbook/HTML/doi-syntax.html.
    """
    text = cleaned(text)
    return _alone(text) or _in_address(text)


def _alone(text: str) -> str | None:
    """Return the DOI that the whole text is, after what names it one."""
    is_address = False
    for _ in range(_MOST_LEADS):
        lead = _LEAD.match(text)
        if lead is None:
            break
        is_address = is_address or lead["resolver"] is not None
        text = text[lead.end() :]
    if is_address:
        text = re.split("[?#]", text, maxsplit=1)[0]
    return _tidied(text) if text.startswith("10.") else None


def _in_address(text: str) -> str | None:
    # Most addresses hold none, and this is asked of every one.
    address = taken_apart(text) if "10." in decoded(text) or "nature.com" in text else None
    if address is None:
        return None
    for asked in address.asked("doi", "id"):
        if found := _alone(asked):
            return found
    if site := address.site(_PREFIXES):
        name, prefix = _PREFIXES[site]
        named = name.match(address.path)
        return _tidied(prefix + _FORMS.sub("", named[1])) if named else None
    found = _path_of(address)
    return _tidied(found) if found else None


def _path_of(address: Address) -> str:
    """Return what of an address's path begins with a DOI, and ends with it as far as is known."""
    found = _DOI_IN_PATH.search(address.path)
    if found is None and address.site(_HOSTS):
        found = _DOI_AS_PATH.search(address.path)
    if found is None:
        return ""
    path = found[1]
    if not address.site(("doi.org",)):
        path = _FORMS.sub("", path)
    return _NUMBER.sub("", path) if address.site(_NUMBERED) else path


def _tidied(text: str) -> str | None:
    """Return what begins with a DOI without what ends a sentence, a bracket or an address."""
    while True:
        before = text
        text = _AFTER.sub("", cleaned(decoded(text))).rstrip(_LAST_SIGNS)
        if text.endswith("`") and text.count("`") % 2:
            text = text[:-1]
        for opening, closing in _BRACKETS:
            if text.endswith(closing) and text.count(opening) < text.count(closing):
                text = text[:-1]
        if text == before:
            break
    versioned = _BIORXIV.fullmatch(text)
    text = (versioned[1] if versioned else text).translate(_LOWER)
    # What is left of percent-encoding was in no encoding that says which characters were meant.
    lost = not text.isprintable() or "\ufffd" in text or _ENCODED.search(text)
    return text if not lost and _DOI.fullmatch(text) else None

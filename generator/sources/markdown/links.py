"""The links of an item of a Markdown list: which are labels, what those say, where they lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.links_in import kind_of
from generator.sources.markdown.found import LEAST_WORDS, Found, is_venue_name, take_venue
from generator.sources.markdown.labels import Published, bare, link_kind, published
from generator.sources.markdown.spans import BREAK, Span, text_of
from generator.sources.said import Address
from generator.text.addresses import host
from generator.values.identifier import identifiers_in

#: Hosts of papers: what a title leads to there is one.
_PAPER_HOST = re.compile(
    r"(?:^|\.)(?:aaai\.org|acm\.org|bmva\.org|bmvc\d*\.org|cambridge\.org|cv-foundation\.org|ecva\.net"
    r"|eurasip\.org|frontiersin\.org|hal\.science|archives-ouvertes\.fr|ieee\.org|ijcai\.org|iop\.org"
    r"|isca-archive\.org|isca-speech\.org|jmlr\.org|mdpi\.com|mlr\.press|direct\.mit\.edu"
    r"|mitpressjournals\.org|nature\.com|neurips\.cc|nips\.cc|icml\.cc|iclr\.cc|mlsys\.org|oup\.com"
    r"|plos\.org|pnas\.org|nih\.gov|roboticsproceedings\.org|sagepub\.com|science\.org"
    r"|sciencedirect\.com|semanticscholar\.org|springer\.com|ssrn\.com|tandfonline\.com|thecvf\.com"
    r"|usenix\.org|vldb\.org|wiley\.com|worldscientific\.com|biorxiv\.org|medrxiv\.org|ceur-ws\.org"
    r"|lrec-conf\.org|aclweb\.org|elifesciences\.org|royalsocietypublishing\.org|siam\.org)$"
)
#: Shadow libraries say what they mirror behind their own address; no page links to them.
_MIRROR = re.compile(
    r"https?://(?:www\.)?(?:sci-hub|scihub)\.\w{2,6}/(?=https?://|10\.)(.*)", re.IGNORECASE
)


def is_of_paper(url: str) -> bool:
    """Whether an address is a paper's own for certain."""
    return bool(
        kind_of(url, "") in ("paper", "pdf")
        or identifiers_in(url)
        or _PAPER_HOST.search(host(url))
        or url.lower().partition("?")[0].endswith(".pdf")
    )


def without_links(spans: Sequence[Span], found: Found) -> list[Span]:
    """Return spans without the links that are labels, and keep what those say."""
    rest: list[Span] = []
    for at, span in enumerate(spans):
        if not span.url:
            rest.append(Span(" | ") if span.code and take_venue(span.text, found) else span)
            continue
        if not span.url.lower().startswith(("http:", "https:", "www.", "//")):
            # Links within the document or to a file beside it.
            is_label = link_kind(bare(span.text)) is not None
            rest.append(BREAK if is_label else Span(span.text, "", span.strong, span.em))
            continue
        label = bare(span.text)
        kind = "" if _is_address(label) else link_kind(label)
        if kind is not None or not label:
            unsaid = not label or _is_address(label)
            keep(span.url, "paper" if unsaid else kind or "", found, is_label=not unsaid)
            rest.append(BREAK if rest else Span(" "))
            continue
        said = published(label)
        if said and not said.date and kind_of(span.url, "") == "code":
            said = None
        is_sure = said is not None and said.sure and is_venue_name(said.venue)
        is_before = _is_before(span, spans[at + 1 :])
        if is_before and not (is_sure or (said and (said.date or label.isupper()))):
            # The name of a method, or what nobody knows as a venue.
            said = Published()
        if said and (is_sure or is_before or _is_bracketed(rest, span)):
            found.published.append(said)
            keep(span.url, "paper", found, is_label=is_sure)
            rest.append(BREAK if rest else Span(" "))
            continue
        rest.append(span)
    return rest


def _is_bracketed(before: Sequence[Span], span: Span) -> bool:
    """Whether a link is a label behind a title: `A Title [[Some Venue](…)]`."""
    words = text_of(before)
    opened = span.text.strip().startswith("[") or words.endswith(("[", "("))
    return opened and len(bare(words).split()) >= LEAST_WORDS


def _is_before(span: Span, behind: Sequence[Span]) -> bool:
    """Whether a link is a short label in brackets before a title: `[[CGF](…)] A Title`."""
    words = text_of(behind)
    label = span.text.strip()
    is_bracketed = words.startswith("]") or (label.startswith("[") and label.endswith("]"))
    is_short = len(bare(label).split()) < LEAST_WORDS
    return is_short and is_bracketed and len(bare(words).split()) >= LEAST_WORDS


def keep(url: str, kind: str, found: Found, *, is_label: bool) -> None:
    """Keep an address by what its host tells, else by its label."""
    url = f"https:{url}" if url.startswith("//") else url
    if mirrored := _MIRROR.fullmatch(url):
        url = mirrored[1] if mirrored[1].startswith("http") else f"https://doi.org/{mirrored[1]}"
    by_host = kind_of(url, "")
    if by_host in ("code", "video", "data") and kind in ("", "paper", "pdf"):
        kind = by_host if kind else ("code" if by_host == "code" and is_label else "")
    elif kind in ("", "paper") and by_host == "pdf":
        kind = "pdf" if kind else ""
    if kind and "shields.io" not in host(url):
        is_told = is_label and kind in ("paper", "pdf")
        found.has_paper = found.has_paper or is_told or is_of_paper(url)
        found.addresses.append(Address("the link", kind, url))


def _is_address(label: str) -> bool:
    return label.startswith(("http://", "https://", "www.")) or (" " not in label and "/" in label)

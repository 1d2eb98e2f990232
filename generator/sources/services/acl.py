"""The ACL Anthology's own files: a collection of volumes, each with its papers.

https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.inline import child_text, child_texts, inline
from generator.sources.services.service import Around, XmlService, said_of
from generator.values.acl import normal_acl
from generator.values.date import read_date
from generator.values.name_parts import NameParts

_SITE = "https://aclanthology.org/"
#: Journals by the name that the Anthology has for their venue; of others the volume's title tells.
_JOURNALS = {
    "cl": "Computational Linguistics",
    "tacl": "Transactions of the Association for Computational Linguistics",
}
_VOLUME = re.compile(r",? (?:Volume|Vol\.|Issue|Number|No\.) .*$", re.DOTALL)
#: The Anthology's letters for its journals: https://aclanthology.org/info/ids/
_OF_JOURNALS = re.compile(r"[JQ]\d\d$|\d{4}\.(?:cl|tacl)$")
#: Volumes of these have two digits, and so have their papers.
_TWO_DIGITS = re.compile(r"W\d\d$|C69$")


def parse_paper(paper: Element, around: Around, place: Place) -> Said:
    """Return what a `<paper>` says, with what its volume says of all."""
    meta = around.get("meta")
    identifier = _id(paper, around)
    journal = _journal(meta, around)
    booktitle = child_text(meta, "booktitle")
    url = child_text(paper, "url")
    values = {
        "title": child_text(paper, "title"),
        "authors": tuple(_people(paper, "author")),
        "editors": tuple(_people(meta, "editor")),
        "year": read_date(child_text(meta, "year"), child_text(meta, "month")),
        "venue": journal or booktitle,
        "publisher": child_text(meta, "publisher"),
        "volume": child_text(meta, "journal-volume") or child_text(meta, "volume-number"),
        "issue": child_text(meta, "journal-issue"),
        "pages": child_text(paper, "pages"),
        "abstract": child_text(paper, "abstract"),
        "language": child_text(paper, "language"),
        "note": "; ".join(child_texts(paper, "award")),
        "type": "article-journal" if journal else "paper-conference",
        "status": _status(paper),
        "citation_key": child_text(paper, "bibkey"),
        "doi": child_text(paper, "doi"),
        "acl": identifier,
    }
    return said_of(place, values, _addresses(paper, url))


def _people(element: Element | None, role: str) -> Iterable[NameParts]:
    for person in element.findall(role) if element is not None else ():
        first, last = child_text(person, "first"), child_text(person, "last")
        # Nothing but the text of the element in the oldest files.
        name = "" if first or last else inline(person).strip()
        if first or last or name:
            orcid = person.get("orcid", "")
            yield NameParts(family=last, given=first, name=name, orcid=orcid)


def _id(paper: Element, around: Around) -> str:
    """Return the Anthology's id of a paper, from its address, else from its place."""
    if found := normal_acl(child_text(paper, "url") or child_text(paper, "href")):
        return found
    number = paper.get("id", "")
    collection, volume = (
        around[name].get("id", "") if name in around else "" for name in ("collection", "volume")
    )
    if not collection:
        return normal_acl(f"{volume}-{number}") or ""
    if "." in collection:
        return normal_acl(f"{collection}-{volume}.{number}") or ""
    if _TWO_DIGITS.match(collection):
        return normal_acl(f"{collection}-{volume.zfill(2)}{number.zfill(2)}") or ""
    return normal_acl(f"{collection}-{volume}{number.zfill(3)}") or ""


def _journal(meta: Element | None, around: Around) -> str:
    """Return the journal that a volume is of; nothing for proceedings."""
    volume, collection = around.get("volume"), around.get("collection")
    is_journal = volume is not None and volume.get("type") == "journal"
    if not is_journal and not _OF_JOURNALS.match(
        "" if collection is None else collection.get("id", "")
    ):
        return ""
    named = child_text(meta, "journal-title") or _JOURNALS.get(child_text(meta, "venue"), "")
    return named or _VOLUME.sub("", child_text(meta, "booktitle"))


def _status(paper: Element) -> str:
    if paper.find("retracted") is not None:
        return "retracted"
    if paper.find("removed") is not None:
        return "withdrawn"
    return "corrected" if paper.find("erratum") is not None else ""


def _addresses(paper: Element, url: str) -> Iterable[tuple[str, str, str]]:
    if url.startswith("http") and not normal_acl(url):
        yield "url", "paper", url
    for video in paper.findall("video"):
        said = video.get("href") or video.get("tag") or ""
        if said:
            yield "video", "video", said if said.startswith("http") else _SITE + said
    for code in paper.findall("pwccode"):
        yield "pwccode", "code", code.get("url", "")


def _tells(names: Sequence[str], _head: str) -> bool:
    return names[0] in ("collection", "volume") and not {"volume", "paper"}.isdisjoint(names[1:])


ACL = XmlService(
    "ACL Anthology",
    frozenset(("paper",)),
    _tells,
    parse_paper,
    around=("collection", "volume", "meta"),
)

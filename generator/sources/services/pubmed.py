"""PubMed: its articles in XML, and those of MEDLINE's files before 2017.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/pubmed_240101.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.languages import language_code
from generator.sources.said import Said
from generator.sources.services.inline import child_text, child_texts, inline
from generator.sources.services.service import (
    Around,
    XmlService,
    pages,
    said_of,
    without_stop,
)
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts
from generator.values.notice import STATUSES

#: What became of an article, by the notices that PubMed links it with.
_STATUS = {
    "RetractionIn": "retracted",
    "ExpressionOfConcernIn": "concern",
    "ErratumIn": "corrected",
    "CorrectedandRepublishedIn": "corrected",
}
_IN_BRACKETS = ("[", "]")


def parse_article(work: Element, _around: Around, place: Place) -> Said:
    """Return what a `<PubmedArticle>` says."""
    citation = work if work.tag == "MedlineCitation" else _at(work, "MedlineCitation")
    article = _at(citation, "Article")
    journal, issue = _at(article, "Journal"), _at(article, "Journal/JournalIssue")
    kinds = child_texts(article.find("PublicationTypeList"), "PublicationType")
    values = {
        "title": _title(article),
        "authors": tuple(_people(article.find("AuthorList"))),
        "year": _date(issue.find("PubDate")) or _date(article.find("ArticleDate")),
        "venue": child_text(journal, "Title") or child_text(journal, "ISOAbbreviation"),
        "volume": child_text(issue, "Volume"),
        "issue": child_text(issue, "Issue"),
        "pages": _pages(article.find("Pagination")),
        "abstract": " ".join(_abstract(article.find("Abstract"))),
        "keywords": [inline(word).rstrip(".") for word in citation.findall("KeywordList/Keyword")],
        "language": language_code(child_text(article, "Language")),
        "type": "article" if "Preprint" in kinds else "article-journal",
        "status": _status(citation, kinds),
        "doi": next(_dois(work, article), ""),
    }
    return said_of(place, values)


def _at(element: Element, path: str) -> Element:
    """Return what stands at a path; an element without anything where nothing does."""
    found = element.find(path)
    return Element("nothing") if found is None else found


def _title(article: Element) -> str:
    """Return the title in the article's language; PubMed brackets what it translates."""
    title = without_stop(child_text(article, "ArticleTitle"))
    original = without_stop(child_text(article, "VernacularTitle"))
    if title.startswith(_IN_BRACKETS[0]) and title.endswith(_IN_BRACKETS[1]):
        return without_stop(title[1:-1])
    return title or original


def _people(listed: Element | None) -> Iterable[NameParts]:
    for person in listed.findall("Author") if listed is not None else ():
        orcid = next(
            (i.text or "" for i in person.findall("Identifier") if i.get("Source") == "ORCID"), ""
        )
        yield NameParts(
            family=child_text(person, "LastName"),
            given=child_text(person, "ForeName") or child_text(person, "Initials"),
            suffix=child_text(person, "Suffix"),
            literal=child_text(person, "CollectiveName"),
            orcid=orcid,
        )


def _date(said: Element | None) -> Date | None:
    """Return a date in parts, or of a range in words its first: "1998 Dec-1999 Jan"."""
    if said is None:
        return None
    words = child_text(said, "MedlineDate")
    if words:
        return read_date(words) or read_date(words[:4])
    month = child_text(said, "Month") or child_text(said, "Season")
    return read_date(child_text(said, "Year"), month, child_text(said, "Day"))


def _pages(said: Element | None) -> str:
    whole = child_text(said, "MedlinePgn")
    return whole or pages(child_text(said, "StartPage"), child_text(said, "EndPage"))


def _abstract(said: Element | None) -> Iterable[str]:
    """Yield the parts of an abstract, those with a heading behind it."""
    for part in said.findall("AbstractText") if said is not None else ():
        heading = part.get("Label", "")
        heading = f"{heading.capitalize()}: " if heading and heading != "UNLABELLED" else ""
        yield heading + inline(part)


def _status(citation: Element, kinds: Sequence[str]) -> str:
    notices = citation.findall("CommentsCorrectionsList/CommentsCorrections")
    found = {_STATUS.get(notice.get("RefType", ""), "") for notice in notices}
    if "Retracted Publication" in kinds:
        found.add("retracted")
    return next((status for status in STATUSES if status in found), "")


def _dois(work: Element, article: Element) -> Iterator[str]:
    for place in article.findall("ELocationID"):
        if place.get("EIdType") == "doi" and place.get("ValidYN") != "N":
            yield inline(place)
    for identifier in work.findall("PubmedData/ArticleIdList/ArticleId"):
        if identifier.get("IdType") == "doi":
            yield inline(identifier)


def _tells(names: Sequence[str], _head: str) -> bool:
    return names[0] in ("PubmedArticleSet", "PubmedArticle")


def _tells_medline(names: Sequence[str], _head: str) -> bool:
    return names[0] in ("MedlineCitationSet", "MedlineCitation")


PUBMED = XmlService("PubMed XML", frozenset(("PubmedArticle",)), _tells, parse_article)
MEDLINE = XmlService(
    "PubMed XML before 2017", frozenset(("MedlineCitation",)), _tells_medline, parse_article
)

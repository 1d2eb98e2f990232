"""OpenReview: notes of both versions of its API, and lists that people made of them.

https://docs.openreview.net/reference/api-v2/entities/note. A submission is not a paper of the
conference that it was sent to unless that took it: one that was rejected or withdrawn, or of which
nothing is known yet, is a preprint without a venue.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.bibtex_entry import book_and_year
from generator.sources.services.service import (
    JsonService,
    Payload,
    mapping,
    said_of,
    text,
    texts,
)
from generator.values.date import Date, read_date
from generator.values.identifier import identifiers_in
from generator.values.work import WorkType

_SITE = "https://openreview.net"
#: Words of a decision or a venue that tell a submission that is no paper of the conference.
_NOT_TAKEN = re.compile(
    r"\b(?:reject(?:ed)?|withdr(?:aw|awn|ew)|desk[ _-]?reject(?:ed)?|submitted to|submission"
    r"|under review|invite to workshop|pending|active)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:accept(?:ed)?|poster|oral|spotlight|highlight|talk|notable|main|findings)\b",
    re.IGNORECASE,
)
#: Fields of lists that people made of the site.
_OF_REVIEWS = frozenset(
    "_bibtex confidence confidences decision forum invitation invitations rating ratings"
    " recommendation reviews scores venueid".split()
)
#: How a paper was presented, which is none of its venue's name: "ICLR 2024 poster".
_PRESENTED = re.compile(
    r"[\s(\-–,:]+(?:conditional[ -]?)?(?:posters?|orals?|spotlights?|highlights?|talks?|regular"
    r"|main|notable[- ]?top[- ]?\d+ ?%|top[- ]?\d+ ?%|accept(?:ed)?(?: papers?)?|papers?)\)?\s*$",
    re.IGNORECASE,
)
_ACCEPTED_BY = re.compile(r"^(?:accepted|published) (?:by|at|in|to) ", re.IGNORECASE)
#: Journals whose papers are reviewed there.
_JOURNALS = frozenset(("TMLR", "Transactions on Machine Learning Research", "JMLR", "DMLR"))
_YEAR_BEHIND = re.compile(r"^(.*\S)\s+((?:19|20)\d\d)$", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: ICLR.cc/2024/Conference, EMNLP/2023/Conference, robot-learning.org/CoRL/2022/Conference
_OF_CONFERENCE = re.compile(
    r"(?:^|/)([A-Za-z]{2,12})(?:\.[a-z]{2,4})?/((?:19|20)\d\d)/Conference(?=/|$)"
)


def parse(note: Payload, place: Place) -> Said:
    """Return what a note says: its content in values of its own, or as plain texts."""
    content = _content(note)
    venue, year = _venue(note, content)
    book, cited = book_and_year(text(content.get("_bibtex")))
    values = {
        "title": content.get("title"),
        "authors": list(_people(content.get("authors"))),
        "year": year or cited or _year(note) or read_date(text(content.get("year"))),
        "venue": venue,
        "container_title": book if venue else "",
        "abstract": content.get("abstract"),
        "keywords": _keywords(content.get("keywords")),
        "type": _type(venue, content, note),
        "openreview": _id(note, content),
    }
    return said_of(place, values, _addresses(content))


def _type(venue: str, content: Payload, note: Payload) -> WorkType:
    venue_id = text(content.get("venueid"))
    if venue == "arXiv":
        return "article"
    if venue in _JOURNALS or (venue and venue_id.startswith("dblp.org/journals/")):
        return "article-journal"
    return "paper-conference" if venue or _decision(content, note) == "taken" else "article"


def _content(note: Payload) -> dict[str, object]:
    """Return the content of a note, each value out of its `{"value": …}`; else the note itself."""
    content = mapping(note.get("content")) or note
    return {
        name: value["value"] if isinstance(value, dict) and "value" in value else value
        for name, value in content.items()
    }


def _id(note: Payload, content: Payload) -> str:
    said = text(note.get("forum")) or text(note.get("id")) or text(content.get("forum"))
    url = text(content.get("url")) or text(content.get("site"))
    held = {item.kind: item.value for item in identifiers_in(url)}
    return held.get("openreview") or said


def _decision(content: Payload, note: Payload) -> str:
    """Return "taken", "not taken", or nothing where no field tells."""
    said = (
        text(content.get("decision")) or text(content.get("status")) or text(note.get("decision"))
    )
    if not said:
        return ""
    if _NOT_TAKEN.search(said):
        return "not taken"
    return "taken" if _TAKEN.search(said) else ""


def _venue(note: Payload, content: Payload) -> tuple[str, Date | None]:
    """Return the venue of a paper that was taken, and its year: "ICLR 2024 poster" is ICLR, 2024.

    The year stays in the name where more stands behind it: "NeurIPS 2022 Workshop on Sheep".
    """
    venue, venue_id = text(content.get("venue")), text(content.get("venueid"))
    if _decision(content, note) == "not taken" or _NOT_TAKEN.search(venue):
        return "", _date_in(venue)
    if _NOT_TAKEN.search(venue_id.replace("_", " ")):
        return "", _date_in(venue_id)
    if not venue:
        groups = (venue_id, *_invitations(note))
        found = next(filter(None, map(_OF_CONFERENCE.search, groups)), None)
        is_taken = _decision(content, note) == "taken" or _is_in_book(content)
        is_known = found and (bool(venue_id) or is_taken)
        return (found[1], _date_in(found[2])) if found and is_known else ("", None)
    name, before = _ACCEPTED_BY.sub("", venue), ""
    while name != before:
        name, before = _PRESENTED.sub("", name), name
    dated = _YEAR_BEHIND.match(name)
    bare = dated[1] if dated else name
    return ("arXiv" if bare == "CoRR" else bare), _date_in(name) or _date_in(venue_id)


def _is_in_book(content: Payload) -> bool:
    """Whether the BibTeX of a note says that it was accepted, as version 1 of the API tells it.

    What was rejected is @misc there, what is under review "Submitted to …" and anonymous.
    """
    book, _ = book_and_year(text(content.get("_bibtex")))
    return bool(book) and not book.lower().startswith("submitted")


def _invitations(note: Payload) -> list[str]:
    return texts(note.get("invitation")) or texts(note.get("invitations"))


def _date_in(said: str) -> Date | None:
    found = _YEAR.search(said)
    return Date(int(found[0])) if found else None


def _year(note: Payload) -> Date | None:
    """Return the year in which a note was published, or made."""
    for name in ("pdate", "odate", "cdate", "tcdate"):
        moment = note.get(name)
        if isinstance(moment, int | float) and 0 < moment < 4_102_444_800_000:  # before 2100
            return Date(dt.datetime.fromtimestamp(moment / 1000, dt.UTC).year)
    return next(filter(None, map(_date_in, _invitations(note))), None)


def _people(said: object) -> Iterable[str]:
    """Yield the names, which the profiles of authors hold in newer notes; no blinded ones."""
    listed = (
        said if isinstance(said, list) else re.split(r"\s*[;,]\s*|\s+and\s+", text(said)[:99_999])
    )
    for person in listed:
        one = mapping(person)
        name = text(one.get("fullname")) or text(one.get("name")) or text(person)
        if name and name.lower() not in ("anonymous", "anonymous authors"):
            yield name


def _keywords(said: object) -> list[str]:
    listed = texts(said)
    return re.split(r"\s?[;,]\s?", listed[0]) if len(listed) == 1 else listed


def _addresses(content: Payload) -> Iterable[tuple[str, str, str]]:
    pdf = text(content.get("pdf"))
    if pdf:
        yield "pdf", "pdf", _SITE + pdf if pdf.startswith("/") else pdf
    # What was taken over from DBLP has the address of the paper there.
    yield "html", "paper", text(content.get("html"))
    for name, kind in (
        ("code", "code"),
        ("github", "code"),
        ("project", "project"),
        ("video", "video"),
    ):
        url = text(content.get(name))
        if url.startswith("http"):
            yield name, kind, url


def _no_paper(note: Payload) -> str:
    forum, identifier = text(note.get("forum")), text(note.get("id"))
    is_reply = bool(forum and identifier and forum != identifier)
    content = _content(note)
    if is_reply or ("title" not in content and "content" in note):
        return "a review or comment, not a paper"
    return ""


def _tells(note: Payload) -> bool:
    content = note.get("content")
    if isinstance(content, dict):
        return bool({"invitation", "invitations", "forum", "signatures"} & note.keys()) or (
            "title" in content and ("authors" in content or "authorids" in content)
        )
    if "title" not in note or "author" in note:
        return False
    urls = (text(note.get(name)) for name in ("url", "forum", "site"))
    of_site = any("openreview.net/" in url for url in urls)
    # Any list may have an address of the site; what reviewers said only lists made of it have.
    return "authorids" in note or (
        of_site and (bool(_OF_REVIEWS & note.keys()) or bool(_decision(note, note)))
    )


OPENREVIEW = JsonService("OpenReview", (("notes",),), _tells, parse, _no_paper)

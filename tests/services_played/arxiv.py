"""arXiv's API, in Atom: https://info.arxiv.org/help/api/user-manual.html."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from tests.services_played.papers import Papers, Played
from tests.services_played.service import Asked, Limit, Reply, Service, number, text_reply

SLUG = "arxiv"
ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
ARXIV = "http://arxiv.org/schemas/atom"
#: Identifiers of before and after April 2007: https://info.arxiv.org/help/arxiv_identifier.html.
_IDENTIFIER = re.compile(r"([a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v([1-9]\d*))?")
_TITLE = re.compile(r'ti:"?([^"]*)"?')
#: What comes back where nobody says how much is wanted.
_RESULTS = 10


def reply(asked: Asked, papers: Papers) -> Reply:
    if asked.path != "/api/query":
        return text_reply("Not found", 404)
    query = asked.query
    most, start = number(query.get("max_results"), _RESULTS), number(query.get("start"), 0)
    if most is None:
        return _error("max_results must be an integer", asked)
    if start is None:
        return _error("start must be an integer", asked)
    found: list[tuple[Played, int]] = []
    if identifiers := query.get("id_list", ""):
        for identifier in identifiers.split(","):
            parts = _IDENTIFIER.fullmatch(identifier.strip())
            if not parts:
                return _error(f"incorrect id format for {identifier}", asked)
            paper = papers.of_arxiv(parts[1])
            version = int(parts[2] or 0)
            if paper and version <= paper.versions:
                found.append((paper, version or paper.versions))
    elif titled := _TITLE.match(query.get("search_query", "")):
        found = [(paper, paper.versions) for paper in papers.titled(titled[1]) if paper.arxiv]
    # The newest come first, whatever was asked for first.
    found.sort(key=lambda one: (one[0].year, one[0].arxiv), reverse=True)
    feed = _feed(asked, len(found), start, most)
    for paper, version in found[start : start + most]:
        feed.append(_entry(paper, version))
    return _atom(feed)


def _feed(asked: Asked, total: int, start: int, most: int) -> ET.Element:
    spaces = {"xmlns": ATOM, "xmlns:opensearch": OPENSEARCH, "xmlns:arxiv": ARXIV}
    feed = ET.Element("feed", spaces)
    _add(feed, "id", "https://arxiv.org/api/QpX0sample")
    given = asked.query
    told = {name: given.get(name, "") for name in ("search_query", "id_list")}
    query = "&".join(f"{name}={value}" for name, value in told.items())
    _add(feed, "title", f"arXiv Query: {query}&start={start}&max_results={most}")
    _add(feed, "updated", "2026-11-27T00:00:00Z")
    for name, value in (("itemsPerPage", most), ("totalResults", total), ("startIndex", start)):
        ET.SubElement(feed, f"opensearch:{name}").text = str(value)
    return feed


def _entry(paper: Played, version: int) -> ET.Element:
    entry = ET.Element("entry")
    named = f"{paper.arxiv}v{version}"
    _add(entry, "id", f"http://arxiv.org/abs/{named}")
    _add(entry, "title", _wrapped(paper.title))
    _add(entry, "updated", f"{paper.year}-0{version}-15T12:00:00Z")
    _link(entry, f"https://arxiv.org/abs/{named}", rel="alternate", type="text/html")
    pdf = f"https://arxiv.org/pdf/{named}"
    _link(entry, pdf, rel="related", type="application/pdf", title="pdf")
    _add(entry, "summary", f"  {_wrapped(paper.abstract or 'We count.')}\n")
    ET.SubElement(entry, "category", term="cs.LG", scheme=ARXIV)
    _add(entry, "published", f"{paper.year}-01-15T12:00:00Z")
    comment = paper.comment or (f"Code: {paper.code}" if paper.code else "")
    if comment:
        _add(entry, "arxiv:comment", comment)
    ET.SubElement(entry, "arxiv:primary_category", term="cs.LG")
    if paper.venue:
        _add(entry, "arxiv:journal_ref", f"{paper.venue} {paper.year + 1}")
    for author in paper.authors:
        _add(ET.SubElement(entry, "author"), "name", author)
    if paper.doi:
        _add(entry, "arxiv:doi", paper.doi)
        _link(entry, f"https://doi.org/{paper.doi}", rel="related", title="doi")
    return entry


def _error(what: str, asked: Asked) -> Reply:
    """Return a feed with the error as its one entry, under status 400."""
    feed = _feed(asked, 1, 0, 1)
    entry = ET.SubElement(feed, "entry")
    at = f"http://arxiv.org/api/errors#{what.replace(' ', '_')}"
    _add(entry, "id", at)
    _add(entry, "title", "Error")
    _add(entry, "summary", what)
    _add(entry, "updated", "2026-11-27T00:00:00-05:00")
    _link(entry, at, rel="alternate", type="text/html")
    _add(ET.SubElement(entry, "author"), "name", "arXiv api core")
    return _atom(feed, 400)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, href: str, **kind: str) -> None:
    ET.SubElement(parent, "link", {"href": href, **kind})


def _wrapped(text: str) -> str:
    """Return a text broken as arXiv breaks long ones: a line, then two blanks."""
    words, lines = text.split(" "), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 75:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return "\n  ".join(lines)


def _atom(feed: ET.Element, status: int = 200) -> Reply:
    body = ET.tostring(feed, encoding="UTF-8", xml_declaration=True)
    return Reply(status, body, {"Content-Type": "application/atom+xml; charset=utf-8"})


def too_many(_wait: float) -> Reply:
    return text_reply("Rate exceeded.", 429)


#: https://info.arxiv.org/help/api/tou.html: one request in three seconds, one connection.
SERVICE = Service(SLUG, reply, too_many, lambda _: Limit(1, 3))

"""OpenAlex: works.

https://docs.openalex.org/api-entities/works/work-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import (
    JsonService,
    Payload,
    day_of,
    mapping,
    pages,
    said_of,
    sequence,
    text,
    within,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.arxiv import normal_arxiv
from generator.values.count import counts_of
from generator.values.date import Date, read_date
from generator.values.name_parts import NameParts
from generator.values.work import WorkType

#: What a work is by the kind of place it stands in, where OpenAlex only says "article".
_TYPE_AT: dict[str, WorkType] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "book series": "chapter",
}
#: Repositories of preprints. Others, such as PubMed, hold what was published elsewhere.
_PREPRINTS = re.compile(r"rxiv|preprint|ssrn|research square|authorea|\bosf\b", re.IGNORECASE)
#: Types that Crossref does not have.
_TYPES: dict[str, WorkType] = {
    "preprint": "article",
    "review": "article-journal",
    "letter": "article-journal",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "retraction": "article-journal",
    "software": "software",
}
#: OpenAlex loses the blank between a word and one in italics, at either side.
_GLUED_BEFORE = re.compile(r"(?<=[a-z]{2})(?=<(?:i|em|b)>[A-Za-z])")
_GLUED_BEHIND = re.compile(r"(?<=</[ib]>)(?=[a-z]{2})|(?<=</em>)(?=[a-z]{2})")
#: Fields that rows of others have and no work of OpenAlex, whoever's iD stands in them.
_OTHERS = frozenset(("author", "authors", "venue", "year"))
#: More words than any abstract has.
_MAX_WORDS = 100_000


def parse(work: Payload, place: Place) -> Said:
    """Return what a work says.

    Names are those printed on the paper (`raw_author_name`): profiles are now and then another
    person's. Keywords are left out, as a program makes them.
    """
    location = mapping(work.get("primary_location"))
    kind = _type(work, location)
    source = _source(work, kind)
    publisher = text(source.get("host_organization_name") or source.get("publisher"))
    biblio = mapping(work.get("biblio"))
    first, last = text(biblio.get("first_page")), text(biblio.get("last_page"))
    name = text(source.get("display_name"))
    ids = mapping(work.get("ids"))
    values = {
        "title": _title(work.get("title") or work.get("display_name")),
        "authors": tuple(_people(work.get("authorships"))),
        "year": _date(work),
        "venue": publisher if kind == "book" else "arXiv" if name.startswith("arXiv") else name,
        "publisher": publisher if kind != "article" else "",
        "volume": text(biblio.get("volume")),
        "issue": text(biblio.get("issue")),
        "pages": pages(first, last),
        "language": text(work.get("language")),
        "abstract": abstract(work.get("abstract_inverted_index")),
        "type": kind,
        "status": "retracted" if work.get("is_retracted") is True else "",
        "doi": text(work.get("doi") or ids.get("doi")),
        "arxiv": _arxiv(work),
    }
    # A count that changed is a change of the work: it is as old as that at most.
    counted = day_of(work.get("updated_date"))
    return said_of(
        place,
        values,
        _addresses(work, location),
        counts=counts_of("citations", work.get("cited_by_count"), "OpenAlex", counted),
    )


def _title(title: object) -> object:
    if not isinstance(title, str) or "<" not in title:
        return title
    return _GLUED_BEHIND.sub(" ", _GLUED_BEFORE.sub(" ", title))


def _type(work: Payload, location: Payload) -> WorkType | None:
    said, crossref = text(work.get("type")), text(work.get("type_crossref"))
    source = mapping(location.get("source"))
    at = text(source.get("type"))
    is_repository = at == "repository" and not crossref
    if said == "preprint" or (
        is_repository and _PREPRINTS.search(text(source.get("display_name")))
    ):
        return "article"
    if at == "conference" and said in ("article", "review"):
        return "paper-conference"
    if crossref and (found := type_in(crossref, TYPES_IN_WORDS)):
        return found
    if said == "article":
        has_volume = bool(text(within(work, "biblio", "volume")))
        return _TYPE_AT.get(at) or ("article-journal" if has_volume else None)
    return _TYPES.get(said) or type_in(said, TYPES_IN_WORDS)


def _source(work: Payload, kind: WorkType | None) -> Payload:
    """Return where a work was published; a repository is that of preprints alone."""
    primary = mapping(work.get("primary_location"))
    places = [primary, *map(mapping, sequence(work.get("locations")))]
    sources = [mapping(place.get("source")) for place in places]
    # Answers of before 2023 have it there.
    sources.append(mapping(work.get("host_venue")))
    for source in sources:
        if text(source.get("display_name")) and (
            kind in ("article", "dataset", "software") or source.get("type") != "repository"
        ):
            return source
    raw = text(primary.get("raw_source_name"))
    return {"display_name": raw} if raw else {}


def _people(authorships: object) -> Iterable[NameParts]:
    for authorship in map(mapping, sequence(authorships)):
        author = mapping(authorship.get("author"))
        name = text(authorship.get("raw_author_name")) or text(author.get("display_name"))
        if name:
            yield NameParts(name=name, orcid=text(author.get("orcid")))


def _date(work: Payload) -> Date | None:
    """Return the date; the first of January is what OpenAlex has for a year alone."""
    date = read_date(text(work.get("publication_date")).removesuffix("-01-01"))
    year = read_date(text(work.get("publication_year")))
    return date if date and (not year or date.year == year.year) else year


def abstract(index: object) -> str:
    """Return the text of an inverted index: a word and all its places."""
    found = {
        place: word
        for word, places in mapping(index).items()
        for place in sequence(places)
        if isinstance(place, int) and len(word) < _MAX_WORDS
    }
    return " ".join(found[place] for place in sorted(found)[:_MAX_WORDS])


def _arxiv(work: Payload) -> str:
    """Return the arXiv id of a work that OpenAlex found at arXiv, too."""
    places = [work.get("primary_location"), *sequence(work.get("locations"))]
    urls = (text(mapping(place).get("landing_page_url")) for place in places)
    return next((found for url in urls if "arxiv.org/" in url and (found := normal_arxiv(url))), "")


def _addresses(work: Payload, location: Payload) -> Iterable[tuple[str, str, str]]:
    yield "landing_page_url", "paper", text(location.get("landing_page_url"))
    pdf = text(location.get("pdf_url")) or text(within(work, "best_oa_location", "pdf_url"))
    yield "pdf_url", "pdf", pdf
    copy = text(within(work, "open_access", "oa_url"))
    # A copy with a DOI has one of its own.
    if not pdf and "doi.org/" not in copy:
        yield "oa_url", "paper", copy


def _no_paper(work: Payload) -> str:
    if work.get("is_paratext") is True or work.get("type") == "paratext":
        return "a part of a journal that is no paper (paratext)"
    return ""


def _tells(work: Payload) -> bool:
    identifier = work.get("id")
    of_openalex = isinstance(identifier, str) and "openalex.org/W" in identifier
    if "authorships" in work:
        return True
    is_named = bool(work.keys() & {"title", "display_name"})
    return of_openalex and is_named and not _OTHERS & work.keys()


OPENALEX = JsonService("OpenAlex", (("results",),), _tells, parse, _no_paper)

"""The tags by which Google Scholar, Zotero and others read the citation of a paper off its page.

Google Scholar: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
Zotero: https://www.zotero.org/support/dev/exposing_metadata
Names and values are text here; who writes them into a page escapes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.citations.cited import Cited
from generator.pages.paper_links import pdf
from generator.values.identifier import KINDS, best_first
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.work import WorkType

Tag = tuple[str, str]

#: What a work of a type is part of: the tag of Google Scholar, and where it has another Zotero's.
_IN_WHAT: dict[WorkType, tuple[str, ...]] = {
    "article-journal": ("citation_journal_title",),
    "article-magazine": ("citation_journal_title",),
    "paper-conference": ("citation_conference_title",),
    "chapter": ("citation_inbook_title", "citation_book_title"),
}
#: Who published a work of a type.
_BY_WHOM: dict[WorkType, str] = {
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}


def citation_tags(catalogue: Catalogue, paper: Paper, known: Cited) -> list[Tag]:
    """Return names and values of the tags of a paper; what is not known is left out.

    `known` is the paper as it is cited.
    """
    return [(name, value) for name, value in _tags(catalogue, paper, known) if value.strip()]


def published_in(known: Cited) -> str:
    """Return what holds a paper, as Zotero asks: a journal, proceedings, arXiv; may be empty."""
    return known.container.plain or ("arXiv" if known.arxiv else "")


def keywords(catalogue: Catalogue, paper: Paper) -> list[str]:
    """Return what a paper is about: the keywords it names itself, then its topics, each once."""
    own = [keyword.plain for keyword in paper.work.keywords]
    given = catalogue.assignments.get(paper.id, ())
    topics = [catalogue.topics[item.topic].name.plain for item in given]
    return list({word.casefold(): word for word in reversed([*own, *topics])}.values())[::-1]


def _tags(catalogue: Catalogue, paper: Paper, known: Cited) -> Iterator[Tag]:
    work = known.work
    yield "citation_title", work.title.plain
    for author in work.authors:
        yield "citation_author", _person(author, alone=len(work.authors) == 1)
    for editor in work.editors:
        yield "citation_editor", _person(editor, alone=len(work.editors) == 1)
    if work.issued:
        yield "citation_publication_date", "/".join(f"{part:02}" for part in work.issued.parts)
    yield from _places(known)
    yield "citation_language", work.language
    for identifier in best_first(work.identifiers):
        if tag := KINDS[identifier.kind].scholar:
            yield tag, identifier.value
    # Without it Zotero takes the address of this page for the paper's.
    yield "citation_public_url", work.address
    yield "citation_pdf_url", pdf(paper)
    # Without it Zotero takes the description for search engines, which is ours, and cut.
    yield "citation_abstract", work.abstract.plain
    for keyword in keywords(catalogue, paper):
        yield "citation_keywords", keyword
    # Without it Zotero takes the name of the site (og:site_name).
    yield "prism.publicationName", published_in(known)


def _person(name: Name, *, alone: bool) -> str:
    """Return a name in the order that Zotero reads right; Google Scholar takes both.

    To Zotero the last word is the family name, unless a comma ends it. A second comma would lose a
    suffix, and a lone name with spaces on both sides of its comma be two people.
    """
    family_is_last_word = " " not in name.full_family and name.natural.startswith(name.given)
    if family_is_last_word or not name.given or name.suffix or (alone and " " in name.given):
        return name.natural
    return name.sorted


def _places(known: Cited) -> Iterator[Tag]:
    """Yield where a work was published: in what, on which pages, by whom."""
    work = known.work
    for tag in _IN_WHAT.get(work.best_type, ()):
        yield tag, known.container.plain
    if "citation_journal_title" in _IN_WHAT.get(work.best_type, ()):
        yield "citation_journal_abbrev", known.short.plain
    yield "citation_volume", work.volume
    yield "citation_issue", work.issue
    # Of a list of several ranges nobody says which page is the first.
    if "," not in work.pages:
        first, _, last = work.pages.partition("–")
        yield "citation_firstpage", first
        yield "citation_lastpage", last
    yield _BY_WHOM.get(work.best_type, "citation_publisher"), known.publisher.plain

"""What the heads of pages say to programs: true, complete, and never more than text."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import Assignment, Person
from generator.pages import metadata
from generator.pages.renderer import Renderer
from generator.values.date import Date
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from tests import given
from tests.laid_out import SETTINGS
from tests.unit.pages.test_pages import AREAS, TOPIC, paper

PUBLISHED = replace(SETTINGS, url="https://example.org/papers/")
FULL = paper(
    1,
    title="Counting \\(n^2\\) sheep",
    authors=("A. Shepherd", "B. Shepherd"),
    year=2031,
    venue="Journal of Wool",
    doi="10.5555/wool",
    arxiv="3101.00001",
    links=(Link("code", "https://github.com/a/b"), Link("pdf", "https://example.org/wool.pdf")),
)


class Head(HTMLParser):
    """Collects the metas and scripts of a head, and every element in it."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.elements: list[str] = []
        self.feed(head)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        given = dict(attrs)
        if tag == "meta":
            self.metas.append(
                (given.get("name") or given["property"] or "", given["content"] or "")
            )
        if tag == "script":
            assert given == {"type": "application/ld+json"}
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        self.scripts[-1] += data


def head_of(*papers: Any, settings: Any = PUBLISHED) -> Head:
    catalogue = Catalogue(papers, AREAS, {papers[0].id: (Assignment("sheep", 3.0),)})
    return Head(metadata.of_paper(catalogue, papers[0], settings, ENGLISH))


def test_what_is_known_of_a_paper_is_said_as_google_scholar_wants_it() -> None:
    assert head_of(FULL).metas == [
        ("citation_title", "Counting n² sheep"),
        ("citation_author", "A. Shepherd"),
        ("citation_author", "B. Shepherd"),
        ("citation_publication_date", "2031"),
        ("citation_journal_title", "Journal of Wool"),
        ("citation_doi", "10.5555/wool"),
        ("citation_arxiv_id", "3101.00001"),
        ("citation_public_url", "https://doi.org/10.5555/wool"),
        ("citation_pdf_url", "https://example.org/wool.pdf"),
        ("citation_keywords", "Counting sheep"),
        ("prism.publicationName", "Journal of Wool"),
        ("og:site_name", "Invented papers"),
    ]


def test_all_that_a_bibliography_says_has_its_tag() -> None:
    found = paper(
        1,
        title="Counting sheep",
        type="article-journal",
        editors=("Ludwig van Pond",),
        venue="J. Wool",
        container_title="Journal of Wool",
        year=Date(2031, 3, 5),
        volume="12",
        issue="3",
        pages="101–119",
        publisher="Invented University Press",
        language="en",
        keywords=("sheep", "\\(n^2\\) of them", "counting SHEEP"),
        abstract="How \\(n^2\\) sheep are counted.",
    )
    assert head_of(found).metas[1:] == [
        ("citation_editor", "van Pond, Ludwig"),
        ("citation_publication_date", "2031/03/05"),
        ("citation_journal_title", "Journal of Wool"),
        ("citation_journal_abbrev", "J. Wool"),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "101"),
        ("citation_lastpage", "119"),
        ("citation_publisher", "Invented University Press"),
        ("citation_language", "en"),
        ("citation_abstract", "How n² sheep are counted."),
        ("citation_keywords", "sheep"),
        ("citation_keywords", "n² of them"),
        ("citation_keywords", "counting SHEEP"),
        ("prism.publicationName", "Journal of Wool"),
        ("og:site_name", "Invented papers"),
    ]
    article = json.loads(head_of(found).scripts[0])["@graph"][0]
    # It is long, and the tags and the page itself have it.
    assert "abstract" not in article
    assert article["keywords"] == ["sheep", "n² of them", "counting SHEEP"]
    assert article["datePublished"] == "2031-03-05"
    assert article["pagination"] == "101–119"
    assert article["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Wool"},
        },
    }


@pytest.mark.parametrize(
    ("fields", "tags"),
    [
        ({"type": "paper-conference", "venue": "Meeting on Wool"},
         {"citation_conference_title": "Meeting on Wool"}),
        ({"type": "chapter", "container_title": "All of Wool"},
         {"citation_inbook_title": "All of Wool", "citation_book_title": "All of Wool"}),
        ({"type": "thesis", "publisher": "University of Wool"},
         {"citation_dissertation_institution": "University of Wool"}),
        ({"type": "report", "venue": "Institute of Wool"},
         {"citation_technical_report_institution": "Institute of Wool"}),
        ({"type": "book", "venue": "Wool University Press"},
         {"citation_publisher": "Wool University Press"}),
        ({"year": Date(2031, 3)}, {"citation_publication_date": "2031/03"}),
        ({"pages": "12"}, {"citation_firstpage": "12", "citation_lastpage": None}),
        ({"pages": "1–3, 7–9"}, {"citation_firstpage": None, "citation_lastpage": None}),
        ({"pages": "A-12–A-19"}, {"citation_firstpage": "A-12", "citation_lastpage": "A-19"}),
    ],
)  # fmt: skip
def test_each_type_of_work_has_its_own_tags(
    fields: dict[str, Any], tags: dict[str, str | None]
) -> None:
    said = dict(head_of(paper(1, **fields)).metas)
    assert {name: said.get(name) for name in tags} == tags


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"venue": "Journal of Wool"}, "Journal of Wool"),
        ({"arxiv": "3101.00001"}, "arXiv"),
        ({}, None),
        ({"doi": "10.5555/wool"}, None),
        ({"venue": "Wool University Press"}, None),
    ],
)
def test_a_page_names_the_site_only_where_it_cannot_be_taken_for_the_journal(
    fields: dict[str, Any], named: str | None
) -> None:
    said = dict(head_of(paper(1, **fields)).metas)
    assert said.get("prism.publicationName") == named
    assert ("og:site_name" in said) == (named is not None)


def test_the_pdf_of_an_identifier_is_named_where_no_source_names_one() -> None:
    for identifiers, address in (
        ((Identifier("arxiv", "3101.00001"),), "https://arxiv.org/pdf/3101.00001"),
        ((Identifier("arxiv", "3101.00001"), Identifier("acl", "P31-1001")),
         "https://aclanthology.org/P31-1001.pdf"),
        ((Identifier("openreview", "aBcD1234ef"),), "https://openreview.net/pdf?id=aBcD1234ef"),
    ):  # fmt: skip
        found = given.changed(FULL, identifiers=identifiers, links=())
        assert ("citation_pdf_url", address) in head_of(found).metas
    doi = given.changed(FULL, doi="10.5555/wool", links=())
    assert "citation_pdf_url" not in dict(head_of(doi).metas)


def test_names_are_said_in_the_natural_order_and_a_book_has_a_publisher() -> None:
    found = given.changed(FULL, authors=("Shepherd, A.",), venue="Wool University Press")
    assert ("citation_author", "A. Shepherd") in head_of(found).metas
    article = json.loads(head_of(found).scripts[0])["@graph"][0]
    assert article["publisher"] == {"@type": "Organization", "name": "Wool University Press"}
    assert "isPartOf" not in article


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        (("Laurens van der Schaf", "Ada Quill"), ["van der Schaf, Laurens", "Ada Quill"]),
        (("Lamm García, José Luis", "Quill, Ada"), ["Lamm García, José Luis", "Ada Quill"]),
        (("Laurens van der Schaf",), ["van der Schaf, Laurens"]),
        # What Zotero would take for two people, or lose the suffix of.
        (("Lamm García, José Luis",), ["José Luis Lamm García"]),
        (("de Schaf, Jr., Ben", "Ada Quill"), ["Ben de Schaf Jr.", "Ada Quill"]),
        # In scripts that put it first, it is no word of its own.
        (("王, 小明", "김, 민준"), ["王, 小明", "김, 민준"]),
        # Nobody knows their parts.
        (("Sheep Counting Team", "李明"), ["Sheep Counting Team", "李明"]),
    ],
)
def test_a_family_name_of_several_words_stays_whole(
    authors: tuple[str, ...], said: list[str]
) -> None:
    found = given.changed(FULL, authors=authors)
    metas = head_of(found).metas
    assert [content for name, content in metas if name == "citation_author"] == said


def test_nothing_is_invented() -> None:
    assert head_of(paper(1)).metas == [
        ("citation_title", "Paper 1"),
        ("citation_keywords", "Counting sheep"),
    ]
    article = json.loads(head_of(paper(1)).scripts[0])["@graph"][0]
    assert set(article) == {"@type", "headline", "url", "keywords"}


def test_a_paper_is_a_scholarly_article_with_the_way_to_it() -> None:
    article, crumbs = json.loads(head_of(FULL).scripts[0])["@graph"]
    assert article["@type"] == "ScholarlyArticle"
    assert article["url"] == "https://example.org/papers/papers/paper-1/"
    assert [person["name"] for person in article["author"]] == ["A. Shepherd", "B. Shepherd"]
    assert article["sameAs"] == [
        "https://doi.org/10.5555/wool",
        "https://arxiv.org/abs/3101.00001",
        "https://example.org/wool.pdf",
    ]
    assert [item["name"] for item in crumbs["itemListElement"]] == [
        "Topics", "Counting sheep", "Counting n² sheep",
    ]  # fmt: skip


def test_without_the_address_of_the_site_no_address_is_made_up() -> None:
    data = json.loads(head_of(FULL, settings=SETTINGS).scripts[0])
    assert data["@type"] == "ScholarlyArticle"
    assert "url" not in data


def test_a_topic_is_a_collection_with_its_number_of_papers() -> None:
    catalogue = Catalogue((FULL,), AREAS, {FULL.id: (Assignment("sheep", 3.0),)})
    head = Head(metadata.of_topic(Renderer(catalogue, PUBLISHED), TOPIC, "topics/sheep/"))
    page, _ = json.loads(head.scripts[0])["@graph"]
    assert page["@type"] == "CollectionPage"
    assert page["mainEntity"]["numberOfItems"] == 1


def test_programs_are_told_what_became_of_a_paper() -> None:
    (script,) = head_of(given.changed(FULL, status="retracted")).scripts
    article = next(item for item in json.loads(script)["@graph"] if "headline" in item)
    assert article["creativeWorkStatus"] == "Retracted"
    assert "creativeWorkStatus" not in head_of(FULL).scripts[0]


def article_of(*papers: Any, **known: Any) -> dict[str, Any]:
    catalogue = Catalogue(papers, AREAS, **known)
    (script,) = Head(metadata.of_paper(catalogue, papers[0], PUBLISHED, ENGLISH)).scripts
    found: dict[str, Any] = json.loads(script)["@graph"][0]
    return found


def test_an_author_is_told_from_others_by_an_orcid() -> None:
    authors = ("Ada Quill (0000-0002-1825-0097)", "Ludwig van Pond", "Sheep Counting Team")
    assert article_of(given.changed(FULL, authors=authors))["author"] == [
        {
            "@type": "Person",
            "name": "Ada Quill",
            "givenName": "Ada",
            "familyName": "Quill",
            "@id": "https://orcid.org/0000-0002-1825-0097",
        },
        {
            "@type": "Person",
            "name": "Ludwig van Pond",
            "givenName": "Ludwig",
            "familyName": "van Pond",
        },
        {"@type": "Organization", "name": "Sheep Counting Team"},
    ]


def test_an_author_has_the_page_and_the_orcid_that_the_catalogue_knows() -> None:
    found = given.changed(FULL, authors=("A. Quill", "Ben Sample"))
    ada = Person("ada-quill", Name("Quill", "Ada"), (FULL.id,), orcid="0000-0002-1825-0097")
    ben = Person("ben-sample", Name("Sample", "Ben"), (FULL.id,))
    people = {"people": (ada, ben), "people_of": {FULL.id: ("ada-quill", "ben-sample")}}
    first, second = article_of(found, **people)["author"]
    assert first["name"] == "A. Quill"
    assert first["@id"] == "https://orcid.org/0000-0002-1825-0097"
    assert first["url"] == "https://example.org/papers/authors/ada-quill/"
    assert second["url"] == "https://example.org/papers/authors/ben-sample/"
    assert "@id" not in second


def test_programs_are_told_every_identifier_and_editor() -> None:
    found = article_of(given.changed(FULL, editors=("Cleo Instance",)))
    assert found["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/wool"},
        {"@type": "PropertyValue", "propertyID": "arXiv", "value": "3101.00001"},
    ]
    assert [editor["name"] for editor in found["editor"]] == ["Cleo Instance"]

"""papers.json keeps its promise, and the Atom feed is a feed."""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.catalogue import Catalogue
from generator.exports import Exports
from generator.formats import downloads
from generator.model import Area, Assignment, Person, Related, Topic
from generator.settings import Settings
from generator.values.date import Date
from generator.values.link import Link
from generator.values.paper import Entry
from generator.values.text import Text
from tests import given
from tests.laid_out import articles

HERE = Path("/nowhere")
SETTINGS = Settings(
    root=HERE,
    catalogue_dir=HERE / "catalogue",
    docs_dir=HERE / "docs",
    site_dir=HERE / "site",
    work_dir=HERE / ".build",
    name="Tea & pebbles",
    description="What we read.",
    url="https://tea.example.org/",
    repository="",
    sources=(),
    related=5,
)
#: The same, with every file and feed that can be wished for.
EVERYTHING = replace(
    SETTINGS,
    exports=Exports.model_validate(
        dict.fromkeys(
            ("whole", "topics", "authors", "venues", "years", "searches", "abstracts"), True
        )
    ),
)
ATOM = "{http://www.w3.org/2005/Atom}"
TEA = Topic("tea", Text("Tea"), Text(), "kitchen")
AREAS = (Area("kitchen", Text("Kitchen"), Text(), (TEA,)),)


def made(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {file.path: file.data for file in downloads(catalogue, settings)}


def papers_of(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Return papers.json, after checking it against its own schema."""
    files = made(catalogue)
    schema = json.loads(files["data/papers.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    papers: list[dict[str, Any]] = json.loads(files["data/papers.json"])
    jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(papers)
    return papers


def feed_of(
    catalogue: Catalogue, settings: Settings = SETTINGS, folder: str = "data/"
) -> ET.Element:
    return ET.fromstring(made(catalogue, settings)[f"{folder}feed.xml"])


def text_of(element: ET.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None
    return found.text or ""


KETTLES = given.paper(
    "kettles",
    "Watched kettles",
    summary="Steam waits.",
    abstract="Steam waits until nobody looks.",
    authors=("Ada Kettle", "Bo Léaf"),
    year=2021,
    venue="Journal of Tea",
    kind="analysis",
    introduces=("KettleBench",),
    links=(Link("code", "https://git.example.org/kettles"),),
    doi="10.1234/kettles",
    arxiv="2101.00001",
    added=dt.date(2022, 3, 4),
    entries=(Entry("papers/kettles.yml", 1), Entry("saved.txt", 7, "Mar 12")),
)
PEBBLES = given.paper("pebbles", "The price of pebbles")
CATALOGUE = Catalogue(
    papers=(KETTLES, PEBBLES),
    areas=AREAS,
    assignments={"kettles": (Assignment("tea", 2.5),)},
    related={
        "kettles": (
            Related("pebbles", 0.25, ("Rocks", "price"), ("Rocks",), ("Steam",), "years differ"),
        )
    },
)


def test_every_file_comes_once_and_says_what_it_is() -> None:
    files = list(downloads(CATALOGUE, SETTINGS))
    assert len({file.path for file in files}) == len(files)
    assert all(file.origin for file in files)


def test_everything_known_of_a_paper_is_in_papers_json() -> None:
    assert papers_of(CATALOGUE)[0] == {
        "id": "kettles",
        "title": "Watched kettles",
        "summary": "Steam waits.",
        "abstract": "Steam waits until nobody looks.",
        "authors": ["Ada Kettle", "Bo Léaf"],
        "year": 2021,
        "date": "2021",
        "venue": "Journal of Tea",
        "kind": "analysis",
        "introduces": ["KettleBench"],
        "topics": ["tea"],
        "links": [{"kind": "code", "url": "https://git.example.org/kettles"}],
        "identifiers": {"doi": "10.1234/kettles", "arxiv": "2101.00001"},
        "added": "2022-03-04",
        "people": [],
        "entries": [
            {"source": "papers/kettles.yml", "line": 1, "saved": None},
            {"source": "saved.txt", "line": 7, "saved": "Mar 12"},
        ],
        "related": [
            {
                "id": "pebbles",
                "score": 0.25,
                "terms": ["Rocks", "price"],
                "mentions": ["Rocks"],
                "mentioned": ["Steam"],
                "apart": "years differ",
            }
        ],
    }


#: What only bibliographies and records say, as papers.json has it.
BIBLIOGRAPHY = {
    "type": "chapter",
    "editors": ["Cleo Instance", "Juan de la Rivera"],
    "container_title": "Tea and its kettles",
    "event": "First Meeting on Tea",
    "volume": "12",
    "issue": "3",
    "pages": "112–119",
    "publisher": "Invented Society",
    "language": "en",
    "keywords": ["tea", "kettles"],
    "note": "Best paper",
}


def test_what_a_bibliography_says_is_in_papers_json_where_it_is_known() -> None:
    (paper,) = papers_of(Catalogue((given.changed(KETTLES, **BIBLIOGRAPHY),)))
    usual = {name for name in papers_of(CATALOGUE)[0] if name not in (*BIBLIOGRAPHY, "date")}
    assert {name: paper[name] for name in BIBLIOGRAPHY} == BIBLIOGRAPHY
    assert paper.keys() == usual | BIBLIOGRAPHY.keys() | {"date"}
    assert papers_of(Catalogue((PEBBLES,)))[0].keys() == usual


@pytest.mark.parametrize(
    ("date", "said"), [((2021,), "2021"), ((2021, 3), "2021-03"), ((2021, 3, 9), "2021-03-09")]
)
def test_a_date_is_said_as_far_as_it_is_known(date: tuple[int, ...], said: str) -> None:
    (paper,) = papers_of(Catalogue((given.changed(KETTLES, year=Date(*date)),)))
    assert (paper["year"], paper["date"]) == (2021, said)


def test_a_paper_names_the_page_of_its_venue() -> None:
    kettles, pebbles = papers_of(replace(CATALOGUE, venue_of={"kettles": "journal-of-tea"}))
    assert kettles["venue_id"] == "journal-of-tea"
    assert "venue_id" not in pebbles


#: The fields that papers.json had in version 1.0, with those that all papers had.
ALWAYS = {
    "id", "title", "summary", "abstract", "authors", "year", "venue", "kind", "introduces",
    "topics", "links", "identifiers", "added", "entries", "related",
}  # fmt: skip
WHERE_KNOWN = {
    "type", "editors", "container_title", "event", "volume", "issue", "pages", "publisher",
    "language", "keywords", "note", "status", "citation_key",
}  # fmt: skip


def test_no_field_is_lost_within_a_major_version_of_the_schema() -> None:
    schema = json.loads(made(CATALOGUE)["data/papers.schema.json"])
    assert schema["version"].split(".")[0] == "1", "a new major version needs a new list here"
    assert schema["type"] == "array"
    paper = schema["$defs"]["PaperJson"]
    assert set(paper["properties"]) >= ALWAYS | WHERE_KNOWN
    assert set(paper["required"]) >= ALWAYS


def test_the_schema_has_its_own_address_where_that_of_the_site_is_known() -> None:
    assert json.loads(made(CATALOGUE)["data/papers.schema.json"])["$id"] == (
        "https://tea.example.org/data/papers.schema.json"
    )
    nowhere = made(CATALOGUE, replace(SETTINGS, url=""))
    assert "$id" not in json.loads(nowhere["data/papers.schema.json"])


def test_names_are_in_their_natural_order_in_every_list_and_feed() -> None:
    authors = ("Quill, Ada", "van Pond, Ludwig", "Smith, Jr., John")
    catalogue = Catalogue((given.changed(KETTLES, authors=authors),))
    natural = ["Ada Quill", "Ludwig van Pond", "John Smith Jr."]
    assert papers_of(catalogue)[0]["authors"] == natural
    assert "; ".join(natural) in made(catalogue)["data/papers.csv"].decode()
    (entry,) = feed_of(catalogue).findall(f"{ATOM}entry")
    (author,) = entry.findall(f"{ATOM}author")
    assert text_of(author, "name") == ", ".join(natural)


def test_papers_json_has_one_line_a_paper_in_readable_utf_8() -> None:
    lines = made(CATALOGUE)["data/papers.json"].decode().splitlines()
    assert len(lines) == 2 + len(CATALOGUE.papers)
    assert "Bo Léaf" in lines[1]


def test_papers_json_has_the_slug_of_each_author_in_order() -> None:
    paper = given.paper("sheep", "Counting sheep", authors=("Ada Quill", "Ben Sample"))
    people = tuple(
        Person(slug, name, (paper.id,))
        for slug, name in zip(("quill", "sample"), paper.work.authors, strict=True)
    )
    known = Catalogue((paper,), people=people, people_of={"sheep": ("quill", "sample")})
    (found,) = papers_of(known)
    assert found["authors"] == ["Ada Quill", "Ben Sample"]
    assert found["people"] == ["quill", "sample"]
    assert papers_of(Catalogue((paper,)))[0]["people"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"unknown": 1},
        {"year": "2021"},
        {"title": None},
        {"links": [{"kind": "code"}]},
        {"volume": 12},
        {"editors": "Cleo Instance"},
        {"note": None},
    ],
)
def test_the_schema_refuses_what_papers_json_never_says(change: dict[str, Any]) -> None:
    schema = json.loads(made(CATALOGUE)["data/papers.schema.json"])
    papers = papers_of(CATALOGUE)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([papers[0] | change], schema)


def test_formulas_are_said_in_unicode() -> None:
    paper = given.changed(KETTLES, title=r"Rates of \(n^2\)", summary=r"\(\alpha\)")
    catalogue = Catalogue((paper,))
    assert papers_of(catalogue)[0]["title"] == "Rates of n²"
    (entry,) = feed_of(catalogue).findall(f"{ATOM}entry")
    assert text_of(entry, "title") == "Rates of n²"
    assert text_of(entry, "summary") == "<p>α</p><p>Journal of Tea 2021</p>"
    alone = given.changed(paper, venue="", year=None)
    (entry,) = feed_of(Catalogue((alone,))).findall(f"{ATOM}entry")
    assert text_of(entry, "summary") == "α"


def test_an_empty_catalogue_has_an_empty_list_and_an_empty_feed() -> None:
    assert papers_of(Catalogue(())) == []
    feed = feed_of(Catalogue(()))
    assert feed.findall(f"{ATOM}entry") == []
    assert text_of(feed, "updated") == "1970-01-01T00:00:00+00:00"


def test_the_feed_names_the_catalogue_and_its_address() -> None:
    feed = feed_of(CATALOGUE)
    assert text_of(feed, "title") == "Tea & pebbles"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "https://tea.example.org/",
        "self": "https://tea.example.org/data/feed.xml",
    }


def test_the_feed_tells_dated_papers_the_latest_first() -> None:
    papers = tuple(
        given.changed(PEBBLES, id=f"p{day}", added=dt.date(2022, 3, day)) for day in range(1, 31)
    )
    many = Catalogue((*papers, *(replace(p, id=f"{p.id}-more") for p in papers), PEBBLES))
    entries = feed_of(many).findall(f"{ATOM}entry")
    days = [text_of(entry, "updated")[:10] for entry in entries]
    assert len(days) == 30
    assert days == sorted(days, reverse=True)
    assert days[0] == "2022-03-30"


def test_the_feed_is_dated_by_its_papers_and_not_by_the_clock() -> None:
    feed = feed_of(CATALOGUE)
    assert text_of(feed, "updated") == "2022-03-04T00:00:00+00:00"
    assert made(CATALOGUE) == made(CATALOGUE)


def test_an_entry_of_the_feed_leads_to_its_paper() -> None:
    (entry,) = feed_of(CATALOGUE).findall(f"{ATOM}entry")
    (link,) = entry.findall(f"{ATOM}link")
    assert link.get("href") == "https://tea.example.org/papers/kettles/"
    (author,) = entry.findall(f"{ATOM}author")
    assert text_of(author, "name") == "Ada Kettle, Bo Léaf"


def test_the_id_of_an_entry_outlives_hosts_corrections_and_is_the_same_in_every_feed() -> None:
    corrected = given.changed(KETTLES, title="Other", added=dt.date(2023, 1, 1))
    feeds = [
        feed_of(CATALOGUE),
        feed_of(CATALOGUE, folder="data/topics/tea/"),
        feed_of(CATALOGUE, replace(SETTINGS, url="", name="Other")),
        feed_of(replace(CATALOGUE, papers=(corrected, PEBBLES))),
    ]
    ids = {text_of(entry, "id") for feed in feeds for entry in feed.findall(f"{ATOM}entry")}
    assert ids == {"urn:uuid:e5ba6681-eaac-560e-8636-00a1c43a195f"}


def test_feeds_have_ids_of_their_own() -> None:
    feeds = [
        feed_of(CATALOGUE),
        feed_of(CATALOGUE, folder="data/topics/tea/"),
        feed_of(CATALOGUE, replace(SETTINGS, name="Other")),
    ]
    ids = [text_of(feed, "id") for feed in feeds]
    assert len(set(ids)) == 3
    assert all(name.startswith("urn:uuid:") for name in ids)
    assert text_of(feed_of(CATALOGUE, replace(SETTINGS, url="")), "id") == ids[0]


def test_a_topic_has_a_feed_of_its_own_papers() -> None:
    both = replace(CATALOGUE, papers=(KETTLES, given.changed(PEBBLES, added=dt.date(2023, 1, 1))))
    feed = feed_of(both, folder="data/topics/tea/")
    (entry,) = feed.findall(f"{ATOM}entry")
    assert text_of(entry, "title") == "Watched kettles"
    assert [c.get("term") for c in entry.findall(f"{ATOM}category")] == ["Tea"]
    assert text_of(feed, "title") == "Tea & pebbles: Tea"
    assert text_of(feed, "updated") == "2022-03-04T00:00:00+00:00"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "https://tea.example.org/topics/tea/",
        "self": "https://tea.example.org/data/topics/tea/feed.xml",
    }


@pytest.mark.parametrize(
    ("added", "feeds"),
    [
        (None, {"topics/tea"}),
        (dt.date(2022, 3, 4), {"topics/tea", "authors/ada-kettle", "years/2020"}),
    ],
)
def test_groups_have_feeds_where_their_pages_offer_them(
    added: dt.date | None, feeds: set[str]
) -> None:
    kettles = given.changed(KETTLES, added=added, year=2020)
    more = tuple(replace(kettles, id=f"kettles-{number}") for number in (2, 3))
    ada, bo = kettles.work.authors
    people = (
        Person("ada-kettle", ada, ("kettles", "kettles-2", "kettles-3")),
        Person("bo-leaf", bo, ("kettles", "kettles-2")),
    )
    known = replace(CATALOGUE, papers=(kettles, *more, PEBBLES), people=people)
    files = made(known)
    assert {path for path in files if path.endswith("/feed.xml")} == {
        "data/feed.xml",
        *(f"data/{group}/feed.xml" for group in feeds),
    }
    linked = {
        file
        for page in articles(known, SETTINGS).values()
        for file in re.findall(r'href="/(data/[^"]+/feed\.xml)"', page)
    }
    assert linked == {f"data/{group}/feed.xml" for group in feeds}


def test_every_entry_has_an_author_as_atom_demands() -> None:
    feed = feed_of(Catalogue((given.changed(PEBBLES, added=dt.date(2023, 1, 1)),)))
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}author") is None
    author = feed.find(f"{ATOM}author")
    assert author is not None
    assert text_of(author, "name") == "Tea & pebbles"


def test_without_an_address_the_feed_leads_to_its_papers_all_the_same() -> None:
    (entry,) = feed_of(CATALOGUE, replace(SETTINGS, url="")).findall(f"{ATOM}entry")
    (link,) = entry.findall(f"{ATOM}link")
    assert link.get("href") == "../papers/kettles/"
    feed = feed_of(CATALOGUE, replace(SETTINGS, url=""), "data/topics/tea/")
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == [
        "../../../topics/tea/",
        "../../../papers/kettles/",
    ]


SCIENTIST = "\U0001f469\u200d\U0001f52c"
HOSTILE = f"<script>alert(1)</script> & ]]> \x00\x1b\ud800\ufffe\u202e &amp; {SCIENTIST}"


def test_hostile_text_is_text_in_the_feed() -> None:
    paper = given.changed(KETTLES, title=HOSTILE, summary=HOSTILE, authors=(HOSTILE,))
    feed = feed_of(Catalogue((paper,)), replace(SETTINGS, name=HOSTILE, description=HOSTILE))
    (entry,) = feed.findall(f"{ATOM}entry")
    shown = f"<script>alert(1)</script> & ]]> \u202e &amp; {SCIENTIST}"
    assert text_of(feed, "title") == text_of(entry, "title") == shown
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert (summary.text or "").startswith("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;")

"""Which files there are: what each kind of group has, and what somebody wishes in catalogue.yml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.catalogue import Catalogue
from generator.exports import EXPORT_NAMES, FORMAT_NAMES, Exports
from generator.formats import FEEDS, FORMATS
from generator.model import Assignment, KnownVenue, Person, StandingSearch
from generator.values.text import Text
from tests import given
from tests.unit.formats.test_downloads import AREAS, SETTINGS, TEA, made

SHEEP = tuple(
    given.paper(
        f"sheep-{number}", f"Sheep {number}", year=2021, venue="Wool", authors=("Ada Example",),
        added=dt.date(2024, 1, number),
    )
    for number in (1, 2, 3)
)  # fmt: skip
IDS = tuple(paper.id for paper in SHEEP)
ADA = Person("ada-example", SHEEP[0].work.authors[0], IDS)
BEN = Person("ben-sample", SHEEP[0].work.authors[0], IDS[:2])
WOOL = KnownVenue("wool", Text("Wool"), "Wool", "journal", IDS)
KNOWN = Catalogue(
    SHEEP,
    areas=AREAS,
    assignments={paper: (Assignment(TEA.slug, 1.0),) for paper in IDS},
    people=(ADA, BEN),
    venues=(WOOL,),
    searches=(StandingSearch("two", "Two sheep", "sheep -3", "", IDS[:2]),),
)
OF_ALL = {"papers.schema.json", "feed.xml", "feed.json"}


def there(wishes: Mapping[str, object], catalogue: Catalogue = KNOWN) -> dict[str, set[str]]:
    """Return the files by their folders, without data/."""
    exports = Exports.model_validate(wishes)
    found: dict[str, set[str]] = {}
    for path in made(catalogue, replace(SETTINGS, exports=exports)):
        folder, _, file = path.removeprefix("data/").rpartition("/")
        found.setdefault(folder, set()).add(file)
    return found


def test_without_a_wish_there_is_what_people_use() -> None:
    assert there({}) == {
        "": {"papers.json", "papers.csv", "papers.bib", "papers.ris"} | OF_ALL,
        "topics/tea": {"papers.jsonl", "papers.csv", "papers.bib", "feed.xml"},
        "authors/ada-example": {"papers.bib", "feed.xml"},
        "venues/wool": {"papers.bib", "feed.xml"},
        "years/2021": {"papers.bib", "feed.xml"},
        "searches/two": {"feed.xml", "feed.json"},
    }


def test_all_can_be_wished_for_and_nothing() -> None:
    kinds = {"topics": "tea", "authors": "ada-example", "venues": "wool", "years": "2021"}
    kinds["searches"] = "two"
    everything = {form.file for form in FORMATS} | {feed.file for feed in FEEDS}
    for kind, slug in kinds.items():
        assert there({kind: True})[f"{kind}/{slug}"] == everything
        assert f"{kind}/{slug}" not in there({kind: False})
        assert there({kind: None}) == there({})
    assert there({"whole": True})[""] == everything | OF_ALL
    assert there({"whole": False})[""] == {"feed.xml", "feed.json"}


def test_one_kind_of_group_leaves_the_others_as_they_are() -> None:
    usual, found = there({}), there({"venues": ["csv", "json-feed", "csv"]})
    assert found.pop("venues/wool") == {"papers.csv", "feed.json"}
    assert usual.pop("venues/wool")
    assert found == usual


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_every_name_stands_for_a_file(name: str) -> None:
    files: dict[str, str] = {form.name: form.file for form in FORMATS}
    files |= {feed.name: feed.file for feed in FEEDS}
    assert there({"years": [name]})["years/2021"] == {files[name]}
    if name in FORMAT_NAMES:
        assert files[name] in there({"whole": [name]})[""]


def test_every_format_and_feed_can_be_wished_for() -> None:
    assert tuple(form.name for form in FORMATS) == FORMAT_NAMES
    assert tuple(feed.name for feed in FEEDS) == EXPORT_NAMES[len(FORMATS) :]


def test_the_schema_is_there_with_what_it_describes() -> None:
    assert "papers.schema.json" not in there({"whole": ["csv"]})[""]
    assert "papers.schema.json" in there({"whole": ["json"]})[""]


def test_an_author_of_two_papers_has_no_files_whatever_is_wished() -> None:
    assert not any("ben-sample" in folder for folder in there({"authors": True}))


def test_a_topic_has_its_files_before_it_has_papers_and_others_no_feed_that_nobody_fills() -> None:
    undated = tuple(given.changed(paper, added=None) for paper in SHEEP)
    found = there({}, Catalogue(undated, areas=AREAS, people=(ADA,), venues=(WOOL,)))
    assert found["topics/tea"] == {"papers.jsonl", "papers.csv", "papers.bib", "feed.xml"}
    assert found["authors/ada-example"] == found["venues/wool"] == {"papers.bib"}

"""A catalogue that is spoilt in many ways: each is found, nothing else, and some are mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.doctor import CHECKS
from tests.unit.doctor.catalogues import (
    catalogue,
    change,
    desk,
    found,
    mended,
    read,
    record,
    write,
)

SHEEP, GOATS, WOOL = map(record, ("counting-sheep", "herding-goats", "weighing-wool"))
LISTING = "refs.bib"


def _bibliography(root: Path, *fields: str) -> None:
    write(root, "catalogue/catalogue.yml", f"name: Farm\nsources: [{LISTING}]\n")
    write(root, LISTING, "@article{a,\n" + ",\n".join(fields) + "\n}\n")


def _copied(root: Path) -> None:
    text = "We hear that bells on every third animal tell an ear where it is"
    _bibliography(
        root, " title={Herding Goats by Ear}", " doi={10.1234/goats}", f" abstract={{{text}}}"
    )
    change(
        root,
        GOATS,
        "Bells tell where a goat is.",
        "It is so, bells on every third animal tell an ear.",
    )


def _published(root: Path) -> None:
    change(root, SHEEP, "venue: ICML", "venue: arXiv")
    change(root, SHEEP, "  doi: 10.1234/sheep  # of the journal\n", "")
    _bibliography(
        root,
        " title={Counting Sheep with Small Networks}",
        " author={Ada Example and Ben Sample}",
        " booktitle={Proceedings of the Invented Conference on Sheep}",
        " eprint={2301.01234}, eprinttype={arxiv}, year={2025}",
    )


def _cut(root: Path) -> None:
    names = "Placeholder, Eve and Fay Sample and Gus Instance and Hal Quill and Ida Example"
    _bibliography(
        root, " title={Weighing Wool While It Grows}", f" author={{{names}}}", " doi={10.1234/wool}"
    )


def _gone_fact(root: Path) -> None:
    line = '{"paper": "%s", "of": "doi:%s", "on": "2026-11-28"}\n'
    here, gone = line % ("counting-sheep", "10.1234/sheep"), line % ("a-cow", "10.1234/cow")
    write(root, "catalogue/facts/crossref.jsonl", gone + here)


def _unsorted_facts(root: Path) -> None:
    line = '{"paper": "%s", "of": "doi:%s", "on": "2026-11-28"}\n'
    goats, sheep = (
        line % one
        for one in (("herding-goats", "10.1234/goats"), ("counting-sheep", "10.1234/sheep"))
    )
    write(root, "catalogue/facts/crossref.jsonl", goats + sheep)


def _said_since(root: Path) -> None:
    change(root, SHEEP, "venue: ICML", "venue: arXiv")
    change(root, SHEEP, "  doi: 10.1234/sheep  # of the journal\n", "")
    says = {"title": "Counting Sheep with Small Networks", "venue": "ICML", "year": "2025"}
    line = {"paper": "counting-sheep", "of": "arxiv:2301.01234", "on": "2026-11-28", "says": says}
    write(root, "catalogue/facts/openalex.jsonl", json.dumps(line) + "\n")


def _moved(root: Path) -> None:
    write(
        root,
        "catalogue/addresses.yml",
        'papers:\n  "old-sheep": {"name": "Counting Sheep with Small Networks",'
        ' "identifiers": ["doi:10.1234/sheep"]}\n',
    )
    change(root, "docs/about.md", "papers/counting-sheep.md", "papers/old-sheep.md#top")


def _near(root: Path) -> None:
    text = (
        read(root, SHEEP)
        .replace("10.1234/sheep", "10.1234/flock")
        .replace("2301.01234", "2402.01234")
    )
    write(
        root,
        record("more-sheep"),
        text.replace("code: https://example.org/sheep", "code: https://example.org/x").replace(
            "Counts", "Says it of"
        ),
    )


def _edit(path: str, before: str, after: str) -> Callable[[Path], None]:
    return lambda root: change(root, path, before, after)


#: What is done to the catalogue, and what is found of it, as the beginnings of all findings.
WAYS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a theme of version 0.1": (
        lambda root: write(root, "mkdocs.yml", "theme:\n  name: material\n"),
        ["theme: mkdocs.yml:1: the theme is material"],
    ),
    "no authors": (
        _edit(WOOL, "authors: [Eve Placeholder]\n", ""),
        [f'missing-authors: {WOOL}:1: "Weighing Wool'],
    ),
    "no year": (_edit(WOOL, "year: 2025\n", ""), [f'missing-year: {WOOL}:1: "Weighing Wool']),
    "no venue": (_edit(WOOL, "venue: ICML\n", ""), [f'missing-venue: {WOOL}:1: "Weighing Wool']),
    "no identifier": (
        _edit(WOOL, "identifiers:\n  doi: 10.1234/wool\n", ""),
        [f'missing-identifier: {WOOL}:1: "Weighing Wool'],
    ),
    "a summary to write": (
        _edit(WOOL, "A scale that", "TODO: a scale that".replace(": ", " ")),
        [f"summary-todo: {WOOL}:2: summary: is still to be written"],
    ),
    "a summary from the abstract": (
        _copied,
        [f'summary-copied: {GOATS}:2: summary: has "bells on every third animal tell an ear"'],
    ),
    "one summary twice": (
        _edit(WOOL, "A scale that a sheep wears.", "Bells tell where a goat is!"),
        [f"summary-twice: {WOOL}:2: summary: is that of {GOATS}:2"],
    ),
    "a list that ends in et al.": (
        _edit(WOOL, "[Eve Placeholder]", "[Eve Placeholder, et al.]"),
        [f"author-name: {WOOL}:3: authors[2]"],
    ),
    "a name in capitals": (
        _edit(WOOL, "Eve Placeholder", "Eve PLACEHOLDER"),
        [f'author-capitals: {WOOL}:3: authors[1]: "Eve PLACEHOLDER"'],
    ),
    "a name of one letter": (
        _edit(SHEEP, "Ben Sample", "B."),
        [f'author-odd: {SHEEP}:7: authors[2]: "B." is initials alone'],
    ),
    "initials without points": (
        _edit(SHEEP, "Ben Sample", "B K"),
        [f'author-odd: {SHEEP}:7: authors[2]: "B K" is initials alone'],
    ),
    "an affiliation": (
        _edit(SHEEP, "Ben Sample", "University of Nowhere"),
        [f'author-odd: {SHEEP}:7: authors[2]: "University of Nowhere"'],
    ),
    "a list that a bibliography has longer": (
        _cut,
        [f"authors-cut: {WOOL}:3: authors: 1 names, but refs.bib:1 has 5"],
    ),
    "a title in capitals": (
        _edit(WOOL, "Weighing Wool While It Grows", "WEIGHING WOOL WHILE IT GROWS"),
        [f'title-odd: {WOOL}:1: title: "WEIGHING WOOL WHILE IT GROWS" is all in capitals'],
    ),
    "a title with a full stop": (
        _edit(GOATS, "Herding Goats by Ear", "Herding Goats by Ear."),
        [f'title-odd: {GOATS}:1: title: "Herding Goats by Ear." ends in a full stop'],
    ),
    "a day that has not come": (
        _edit(WOOL, "year: 2025\n", "year: 2025\nadded: 2062-01-01\n"),
        [f"added-ahead: {WOOL}:5: added: 2062-01-01 has not come"],
    ),
    "code that is the paper": (
        _edit(SHEEP, "https://example.org/sheep", "https://doi.org/10.1234/sheep"),
        [f'link-odd: {SHEEP}:12: links.code: "https://doi.org/10.1234/sheep" is the paper'],
    ),
    "near duplicates": (_near, [f'near-duplicate: {record("more-sheep")}:2: "Counting Sheep']),
    "a venue in two spellings": (
        _edit(WOOL, "ICML", "International Conference on Machine Learning"),
        [f'venue-spelling: {WOOL}:5: venue: "International Conference on Machine'],
    ),
    "a dead link": (
        _edit("docs/about.md", "[map](map.md)", "[map](mop.md)"),
        ['dead-link: docs/about.md:4: leads to "mop.md"'],
    ),
    "a dead picture": (
        _edit("docs/about.md", "(us.svg)", "(them.svg)"),
        ['dead-link: docs/about.md:8: leads to "them.svg"'],
    ),
    "a dead anchor": (
        _edit("docs/about.md", "#a-part", "#a-port"),
        ['dead-link: docs/about.md:8: leads to "notes/more.md#a-port", but notes/more.md'],
    ),
    "a link to a former address": (
        _moved,
        ['dead-link: docs/about.md:3: leads to "papers/old-sheep.md#top", a former address'],
    ),
    "a topic without papers": (
        lambda root: write(
            root,
            "catalogue/topics.yml",
            read(root, "catalogue/topics.yml")
            + "      - {slug: milk, name: Milk, description: All of it.}\n",
        ),
        ['topic-empty: catalogue/topics.yml:15: topic "milk" has no paper'],
    ),
    "a phrase that nobody says": (
        _edit(
            "catalogue/topics.yml",
            "          - bells\n",
            "          - bells\n          - lowing herd\n",
        ),
        ['phrase-unsaid: catalogue/topics.yml:14: topic "herding": no paper says "lowing herd"'],
    ),
    "a record older than its source": (
        _published,
        [f'record-outdated: {SHEEP}:9: venue: "arXiv", but refs.bib:1 knows where'],
    ),
    "a record older than what a service says": (
        _said_since,
        [f'record-outdated: {SHEEP}:9: venue: "arXiv", but catalogue/facts/openalex.jsonl:1 knows'],
    ),
    "a fact of a paper that is gone": (
        _gone_fact,
        ['facts-gone: catalogue/facts/crossref.jsonl:1: is of "a-cow"'],
    ),
    "facts out of order": (
        _unsorted_facts,
        ["facts-order: catalogue/facts/crossref.jsonl:2: the lines are not sorted"],
    ),
    "a DOI as an address": (
        _edit(SHEEP, "10.1234/sheep", "https://doi.org/10.1234/SHEEP"),
        [f"record-form: {SHEEP}:14: identifiers.doi"],
    ),
    "an arXiv id with its version": (
        _edit(SHEEP, "2301.01234", "arXiv:2301.01234v2"),
        [f"record-form: {SHEEP}:15: identifiers.arxiv"],
    ),
    "a topic twice": (
        _edit(WOOL, "[counting, herding]", "[counting, herding, counting]"),
        [f'record-twice: {WOOL}:6: topics[3]: "counting" is item 1, too'],
    ),
    "a link twice": (
        _edit(
            SHEEP,
            "code: https://example.org/sheep",
            "code: [https://example.org/sheep, http://www.example.org/sheep/]",
        ),
        [f"record-twice: {SHEEP}:12: links.code[2]"],
    ),
    "a link that an identifier gives": (
        _edit(SHEEP, "links:\n", "links:\n  paper: https://arxiv.org/abs/2301.01234\n"),
        [f'record-twice: {SHEEP}:12: links.paper: "https://arxiv.org/abs/2301.01234" is where'],
    ),
}
#: Of these all is mended; the others are left to people.
MENDED = {
    "a theme of version 0.1",
    "a venue in two spellings",
    "a link to a former address",
    "a fact of a paper that is gone",
    "facts out of order",
    "a DOI as an address",
    "an arXiv id with its version",
    "a topic twice",
    "a link twice",
    "a link that an identifier gives",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogue(tmp_path)


def test_of_a_catalogue_that_is_well_nothing_is_found(root: Path) -> None:
    assert found(root) == []


@pytest.mark.parametrize("way", WAYS)
def test_what_is_spoilt_is_found_and_nothing_else(root: Path, way: str) -> None:
    spoil, wanted = WAYS[way]
    spoil(root)
    said = found(root)
    assert len(said) == len(wanted), said
    for finding, beginning in zip(said, wanted, strict=True):
        assert finding.startswith(beginning)


@pytest.mark.parametrize("way", WAYS)
def test_what_can_be_mended_is_and_all_else_stays_as_it_was(root: Path, way: str) -> None:
    WAYS[way][0](root)
    before = _files(root)
    done = mended(root)
    assert bool(done.found) == (way in MENDED)
    assert found(root) == [] if way in MENDED else _files(root) == before
    after = _files(root)
    assert mended(root).changes == ()
    assert _files(root) == after


def test_all_ways_at_once_are_found_at_once(root: Path) -> None:
    """Those that leave each other's place alone."""
    ways = [
        "no year", "a summary to write", "a name of one letter", "an affiliation",
        "a dead picture", "a dead anchor", "a dead link", "a topic without papers",
        "a phrase that nobody says", "a DOI as an address", "an arXiv id with its version",
        "a link twice", "facts out of order", "a theme of version 0.1",
    ]  # fmt: skip
    ways.remove("an affiliation")
    for way in ways:
        WAYS[way][0](root)
    checks = sorted(line.partition(":")[0] for line in found(root))
    assert checks == sorted(WAYS[way][1][0].partition(":")[0] for way in ways)


def test_every_check_that_mends_does_and_no_other(root: Path) -> None:
    by_check: dict[str, bool] = {}
    for number, (spoil, _) in enumerate(WAYS.values()):
        other = catalogue(root / str(number))
        spoil(other)
        for check, ailment in desk(other).examine():
            by_check[check.name] = by_check.get(check.name, False) or bool(ailment.remedies)
    of_table = {check.name: check.mends for check in CHECKS if check.name in by_check}
    assert by_check == of_table


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".build" not in path.parts
    }


@pytest.mark.parametrize(
    ("way", "path", "before", "after"),
    [
        (
            "a DOI as an address",
            SHEEP,
            "https://doi.org/10.1234/SHEEP  # of",
            "10.1234/sheep  # of",
        ),
        ("an arXiv id with its version", SHEEP, "'arXiv:2301.01234v2'", "'2301.01234'"),
        (
            "a venue in two spellings",
            WOOL,
            "venue: International Conference on Machine Learning",
            "venue: ICML",
        ),
        ("a topic twice", WOOL, "[counting, herding, counting]", "[counting, herding]"),
        (
            "a link twice",
            SHEEP,
            "[https://example.org/sheep, http://www.example.org/sheep/]",
            "https://example.org/sheep",
        ),
        (
            "a link that an identifier gives",
            SHEEP,
            "  paper: https://arxiv.org/abs/2301.01234\n",
            "",
        ),
        (
            "a link to a former address",
            "docs/about.md",
            "papers/old-sheep.md#top",
            "papers/counting-sheep.md#top",
        ),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_of_a_file_that_is_mended_every_other_byte_stays(
    root: Path, way: str, path: str, before: str, after: str, ends: str
) -> None:
    WAYS[way][0](root)
    text = read(root, path).replace("\n", ends)
    write(root, path, text)
    mended(root)
    assert text.count(before.replace("\n", ends)) == 1
    assert read(root, path) == text.replace(before.replace("\n", ends), after)

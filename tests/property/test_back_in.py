"""What goes out comes back in: our own readers find in an export all that the catalogue knew.

A format of which no reader knows the export is skipped, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.citations.cited import Cited, cited
from generator.formats import FORMATS, Format
from generator.problems import Problems
from generator.sources.base import Reader, SourceFile
from generator.sources.files import READERS
from generator.values.date import Date
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.work import TYPES, WorkType
from tests import given as made
from tests.unit.formats.test_downloads import EVERYTHING

CITATIONS: dict[str, Format] = {kind.name: kind for kind in FORMATS if kind.kind == "citation"}
#: What a citation says of a paper, in the form in which it is compared.
SAID: dict[str, Callable[[Paper], Any]] = {
    "title": lambda paper: paper.work.title.plain,
    "type": lambda paper: paper.work.best_type,
    "authors": lambda paper: people(paper.work.authors),
    "editors": lambda paper: people(paper.work.editors),
    "issued": lambda paper: paper.work.issued,
    "container": lambda paper: said(paper).container.plain,
    "publisher": lambda paper: said(paper).publisher.plain,
    "event": lambda paper: paper.work.event.plain,
    "volume": lambda paper: paper.work.volume,
    "issue": lambda paper: paper.work.issue,
    "pages": lambda paper: paper.work.pages,
    "language": lambda paper: paper.work.language,
    "abstract": lambda paper: paper.work.abstract.plain,
    "keywords": lambda paper: sorted(word.plain for word in paper.work.keywords),
    "note": lambda paper: paper.work.note.plain,
    "doi": lambda paper: said(paper).doi,
    "arxiv": lambda paper: said(paper).arxiv,
    "address": lambda paper: paper.work.address,
    "key": lambda paper: said(paper).key,
}
#: What may be lost on the way, and why.
LOST: dict[str, dict[WorkType, tuple[str, ...]]] = {
    "bibtex": {},
    # The second authors of these are supervisors and offices; what else they say is of the house.
    "ris": {
        "thesis": ("editors",),
        "patent": ("editors", "container"),
        "standard": ("container", "publisher"),
    },
    # Readers of CSL take the publisher of these for where they are.
    "csl": {
        "dataset": ("container", "publisher"),
        "software": ("container", "publisher"),
        "patent": ("container", "publisher"),
        "standard": ("container", "publisher"),
    },
}


def said(paper: Paper) -> Cited:
    """Return what citations say of a paper that is alone in its catalogue."""
    return cited(Catalogue((paper,)), paper)


def people(names: tuple[Name, ...]) -> list[tuple[str, ...]]:
    """Return the parts of names; where they come from, and whether there are more, is left out."""
    return [(name.family, name.given, name.particle, name.suffix, name.literal) for name in names]


def read_back(format_name: str, papers: tuple[Paper, ...]) -> list[Paper]:
    """Return what our reader finds in the file of these papers, with their ids."""
    kind = CITATIONS[format_name]
    catalogue = Catalogue(papers)
    parts = [kind.render(catalogue, EVERYTHING, paper).encode() for paper in papers]
    text = kind.whole(parts, EVERYTHING).decode()
    file = SourceFile(Path(kind.file), kind.file, kind.file)
    reader = reader_of(file, text)
    if reader is None:
        pytest.skip(f"no reader knows our {kind.label}: whether it comes back in was not tested")
    problems = Problems()
    reading = reader.read(file, text, problems)
    assert [str(problem) for problem in problems] == []
    assert reading.rejected == 0
    return [
        Paper(paper.id, record.work) for paper, record in zip(papers, reading.records, strict=True)
    ]


def reader_of(file: SourceFile, text: str) -> Reader | None:
    """Return the reader of the file's format; one that takes any text for a listing is none."""
    found = next((reader for reader in READERS if reader.recognises(file, text)), None)
    return None if found is None or found.name == "listing" else found


KNOWN = made.paper(
    "known",
    r"Counting ImageNet Sheep in \(\mathcal{O}(n)\) with a Bayesian U-Net: 5% & more_or_less",
    authors=("Ada Quill", "Ludwig van Pond", "Cleo Instance, Jr.", "The Shepherds’ Guild"),
    editors=("José Ñandú",),
    venue="Journal of Sheep & Goats",
    volume="12",
    issue="3",
    pages="112–119",
    publisher="Invented Society",
    language="en",
    keywords=("sheep", "black goats"),
    note="Best 100% paper",
    abstract="We count 5% of all sheep & goats with α = 0.5. “Many” are seen.",
    doi="10.1234/sheep_(2024)",
    arxiv="2101.00010",
    citation_key="Quill_2024:sheep",
)
KNOWN = replace(KNOWN, work=replace(KNOWN.work, issued=Date(2024, 3, 12)))


def of_type(type_: WorkType) -> Paper:
    """Return a paper of which all is known that a work of its type can have."""
    paper = made.changed(KNOWN, type=type_)
    if type_ in ("book", "thesis", "report"):
        paper = made.changed(paper, venue="Invented Society", publisher="")
    if type_ == "paper-conference":
        paper = made.changed(paper, venue="Sheep & Goats", event="First Meeting of Shepherds")
    if type_ == "article":
        paper = made.changed(paper, venue="arXiv", publisher="", doi="10.48550/arxiv.2101.00010")
    if type_ not in ("article-journal", "article-magazine", "paper-conference", "chapter"):
        paper = made.changed(paper, volume="", issue="", pages="")
    return paper


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("format_name", CITATIONS)
def test_a_work_of_any_type_comes_back_whole(format_name: str, type_: WorkType) -> None:
    paper = of_type(type_)
    (found,) = read_back(format_name, (paper,))
    lost = LOST[format_name].get(type_, ())
    for name, compared in SAID.items():
        if name not in lost:
            assert compared(found) == compared(paper), name


@pytest.mark.parametrize("format_name", CITATIONS)
def test_many_come_back_in_their_order_with_their_keys(format_name: str) -> None:
    papers = tuple(
        made.paper(f"sheep-{number}", f"Counting sheep {number}", authors=("Ada Quill",), year=2020)
        for number in range(5)
    )
    found = read_back(format_name, papers)
    keys = Catalogue(papers).citation_keys
    assert {paper.id: paper.work.citation_key for paper in found} == keys
    assert Catalogue(tuple(found)).citation_keys == keys
    assert [paper.work.title for paper in found] == [paper.work.title for paper in papers]


@pytest.mark.parametrize(
    "key", ["DBLP:journals/sheep/Quill24", "Барковский1981", "q-2020_a.b+c", "2020A&A...1Q"]
)
@pytest.mark.parametrize("format_name", CITATIONS)
def test_a_key_of_a_source_comes_back_to_the_letter(format_name: str, key: str) -> None:
    (found,) = read_back(format_name, (made.changed(KNOWN, citation_key=key),))
    assert found.work.citation_key == key


def test_what_bibtex_protects_comes_back_protected() -> None:
    title = Text("Sheep of Nether and GANs: a Survey in the Barn", ("Barn", "Nether"))
    paper = made.paper("a", "x", year=2020)
    paper = replace(paper, work=replace(paper.work, title=title))
    (found,) = read_back("bibtex", (paper,))
    assert found.work.title == title
    assert found.work.title.latex_title == title.latex_title


#: Words without signs that could be markup of one format or another: what is not sure is repaired.
WORDS = st.lists(
    st.sampled_from(
        "sheep Goats BERT α-GAN Größe 日本 5% R&D c# Ørsted's (few) “many” 3.5 e.g. who? a".split()
    ),
    min_size=1,
    max_size=8,
).map(" ".join)
NAMES = st.sampled_from(("Ada Quill", "Ludwig van Pond", "王小明", "Tea Team", "Bo Ñandú, Jr."))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "title": WORDS.map("Sheep {}".format),
                "authors": st.lists(NAMES, min_size=1, max_size=4, unique=True).map(tuple),
                "abstract": WORDS.map("We count {}".format),
                "year": st.builds(Date, st.integers(1900, 2030), st.integers(0, 12)),
            }
        ),
        min_size=1,
        max_size=4,
    )
)
@pytest.mark.parametrize("format_name", CITATIONS)
def test_whatever_words_go_out_come_back_in(format_name: str, fields: list[dict[str, Any]]) -> None:
    papers = tuple(
        made.paper(f"p{number}", type="article-journal", venue="Journal of Sheep", **known)
        for number, known in enumerate(fields)
    )
    for found, paper in zip(read_back(format_name, papers), papers, strict=True):
        for name in ("title", "authors", "abstract", "issued", "container"):
            assert SAID[name](found) == SAID[name](paper), name

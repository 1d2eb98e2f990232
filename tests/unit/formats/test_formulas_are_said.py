r"""Formulas are said in Unicode wherever none can be typeset: no TeX slips out of a text.

An article shows them as MathML, and BibTeX is TeX itself; all else that a page has and every file
hold neither `\(` nor a command. The paper has a formula in each field, also in those to come.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.formats import downloads
from generator.model import Area, Assignment, OutputFile, Related, Subarea, Topic
from generator.pages import Page
from generator.search import index_files
from generator.text.repair import HAND_STEPS
from generator.values.fields import FIELDS, work_and_curation
from generator.values.paper import Paper
from generator.values.text import Text
from tests.laid_out import made
from tests.unit.formats.test_downloads import SETTINGS

FORMULA = r"\(\frac{\beta}{\mathcal{O}(n)}\)"
SAID = "β/(O(n))"
TEX = re.compile(r"\\\(|\\frac|\\beta|\\mathcal")
BIBTEX = re.compile(r'<pre data-cite="bibtex"[^>]*>.*?</pre>|```bibtex\n.*?```', re.DOTALL)
#: What a source may hand to each shape; shapes of other names hold no text of a source.
WRITTEN: dict[str, Any] = {
    "text": f"A {FORMULA} text",
    "line": f"A {FORMULA} line",
    "venue": f"Journal of {FORMULA}",
    "texts": [f"One of {FORMULA}"],
    "names": [f"Ada {FORMULA} Quill"],
}


def paper(id_: str) -> Paper:
    """Return a paper that a record with a formula in each text gives."""
    values = {
        field.name: field.shape.form(WRITTEN[field.shape.name], HAND_STEPS)
        for field in FIELDS
        if field.shape.name in WRITTEN
    }
    return Paper(id_, *work_and_curation({**values, "added": dt.date(2024, 3, 12)}))


NAME = Text(f"Topics of {FORMULA}")
TOPIC = Topic("tea", NAME, NAME, "kitchen", subareas=(Subarea(NAME),))
CATALOGUE = Catalogue(
    (paper("one"), paper("two")),
    (Area("kitchen", NAME, NAME, (TOPIC,)),),
    {"one": (Assignment("tea", 2.0),)},
    {"one": (Related("two", 0.5, ("kettle",)),)},
    {"tea": {"one": 0}},
    places={"one": (1, 1), "two": (2, 2)},
)
DOWNLOADS = list(downloads(CATALOGUE, SETTINGS))
PAGES = made(CATALOGUE, SETTINGS)
ALL = (*DOWNLOADS, *index_files(CATALOGUE))
FILES = {file.path: file for file in ALL if PurePath(file.path).suffix != ".png"}


def test_the_texts_of_the_papers_hold_formulas() -> None:
    assert TEX.search(CATALOGUE.papers[0].work.title.repaired)
    assert CATALOGUE.papers[0].work.title.plain == f"A {SAID} text"


@pytest.mark.parametrize("file", FILES.values(), ids=list(FILES))
def test_no_file_holds_tex_but_bibtex(file: OutputFile) -> None:
    text = file.data.decode()
    if PurePath(file.path).suffix == ".bib":
        assert r"\(" not in text
    else:
        assert not TEX.search(BIBTEX.sub("", text))


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_no_part_of_a_page_holds_tex_but_bibtex(page: Page) -> None:
    for part in (page.title, page.description, page.head, page.article, page.markdown):
        assert not TEX.search(BIBTEX.sub("", part))


@pytest.mark.parametrize("name", ["papers.json", "papers.csv", "papers.ris", "feed.xml"])
def test_files_for_programs_say_the_formula(name: str) -> None:
    text = FILES[f"data/{name}"].data.decode()
    assert f"A {SAID} text" in text
    assert f"Ada {SAID} Quill" in text


@pytest.mark.parametrize("path", ["papers/one.md", "topics/tea.md"])
def test_the_head_of_a_page_says_the_formula_and_its_text_shows_it(path: str) -> None:
    page = PAGES[path]
    for part in (page.title, page.head, page.markdown):
        assert SAID in part
        assert "<math" not in part
    (heading,) = re.findall("<h1.*</h1>", page.article)
    assert "<mfrac>" in heading

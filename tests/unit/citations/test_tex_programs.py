"""BibTeX and biber read the export of a catalogue of every type; each complaint is explained.

They are no dependency: where one is not installed, its tests skip and say so.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import cited
from generator.values.date import Date
from generator.values.paper import Paper
from generator.values.work import TYPES
from tests import given

STYLES = ("plain", "abbrv", "alpha")
#: What could end a value, an entry or a file, or begin a command, a comment or a formula.
HOSTILE = (
    "{", "}", "{}", "}{", "\\", "\\\\", r"\{", r"\}", "%", "100% #1_a & b^2 ~ $5", '"', "“", "@",
    "@article{x,\ny}", "a = {b},", "# jan #", " and ", "A and B", "others", "a, b, c, d, e",
    r"\(\frac{a}{b}\)", r"\(\{x\} \\{y}\)", r"\(\alpha\)-divergence", r"\(}\)", r"\({\)", r"\(5$\)",
    r"\input{x}", r"\end{document}", "<script>alert(1)</script>", "ER  - ", "=1+1", "--", "'", "`",
    "\u202eabc", "\u2028x", "日本語", "Größe", "Ελλάδα", "العربية", "é\u0301", "👍", "\x00\x07",
    "x" * 3_000, "word " * 600,
)  # fmt: skip
#: What biber may say, and why. BibLaTeX's data model has no place for some of what is known of a
#: work in its type; styles pass these fields over, and programs that read the file back do not.
EXPLAINED_BY_BIBER = (
    # Nothing is made up: a paper of which no year or journal is known has none.
    r"Missing mandatory field",
    r"Invalid field 'eventtitle' for entrytype '(?!inproceedings)",
    r"Invalid field 'publisher' for entrytype 'article'",
    r"Invalid field '(?:volume|number|pages)' for entrytype '(?:misc|report|thesis)'",
    r"Invalid field '(?:editor|howpublished)' for entrytype '(?:report|thesis)'",
    # Volumes such as 12A and "abs/2101.00010" are true all the same.
    r"Invalid value of field 'volume' must be datatype 'integer'",
    r"Range field 'pages' in entry '.*' is malformed, falling back to literal",
)
#: What BibTeX's styles may say, and why: they leave out one of the two, BibLaTeX's use both.
EXPLAINED_BY_BIBTEX = (
    r"empty (?:\w+|author and editor|author, editor, and organization) in",
    r"there's no (?:\w+|number) ",
    r"can't use both (?:volume and number|author and editor) fields in",
    r"to sort, need (?:author|editor|key|organization|author or key|author, editor, or key) ",
    r"there's a number but no series in",
)


def every_type() -> list[Paper]:
    """Return papers of which everything is known, and nothing but a title, of each type."""
    known = given.paper(
        "known",
        "Counting ImageNet sheep with a Bayesian U-Net",
        authors=("Ada Quill", "Ludwig van Pond", "The Shepherds’ Guild", "et al."),
        editors=("Cleo Instance, Jr.",),
        venue="CoS",
        container_title="Proceedings of the First Conference on Sheep & Goats",
        event="First Conference on Sheep",
        volume="12",
        issue="3",
        pages="112–119",
        publisher="Invented Society",
        language="en",
        keywords=("sheep", "black, white", r"\(n^2\) goats"),
        note="Best 100% paper",
        abstract=r"We count \(n_1\) sheep & 5% of {goats}.",
        doi="10.1234/a_b%c#d",
        arxiv="2101.00010",
    )
    known = replace(known, work=replace(known.work, issued=Date(2024, 3, 12)))
    bare = given.paper("bare", "Sheep", authors=("Ada Quill",), year=2020)
    return [
        given.changed(paper, id=f"{paper.id}-{name}", type=name)
        for paper in (known, bare)
        for name in TYPES
    ]


def hostile() -> list[Paper]:
    """Return papers in which every field is hostile."""
    return [
        given.paper(
            f"hostile-{number}",
            text,
            type=TYPES[number % len(TYPES)],
            authors=(text, "Ada Quill", f"{text} Pond"),
            editors=(text,),
            year=2020,
            **dict.fromkeys(("container_title", "venue", "event", "publisher", "note"), text),
            **dict.fromkeys(("volume", "issue", "pages", "abstract", "citation_key"), text),
            keywords=(text, "sheep"),
            doi=f"10.1234/{text}",
        )
        for number, text in enumerate(HOSTILE)
    ]


ODD_KEYS = [
    given.paper(f"key-{number}", "Sheep", authors=("Ada Quill",), year=2020, citation_key=key)
    for number, key in enumerate(
        ("DBLP:conf/cos/Quill20", "Барковский1981", "a+b.c/d-e_f", "QUILL2020sheep", "10.1145/3-1")
    )
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with papers.bib, as the downloads have it."""
    papers = (*every_type(), *hostile(), *ODD_KEYS)
    catalogue = Catalogue(tuple(sorted(papers, key=lambda paper: paper.id)))
    found = tmp_path_factory.mktemp("tex")
    entries = [bibtex(cited(catalogue, paper, with_abstract=True)) for paper in catalogue.papers]
    (found / "papers.bib").write_text("\n".join(entries), "utf-8")
    return found


def run(program: str, *arguments: str, folder: Path) -> str:
    """Return what a program says; it must succeed."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed: whether it reads our BibTeX was not tested")
    done = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, check=False, timeout=300
    )
    said = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


def unexplained(lines: list[str], explained: tuple[str, ...]) -> list[str]:
    return [line for line in lines if not any(re.search(why, line) for why in explained)]


def test_biber_finds_every_entry_valid(folder: Path) -> None:
    said = run("biber", "--tool", "--validate-datamodel", "papers.bib", folder=folder)
    lines = [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert unexplained(lines, EXPLAINED_BY_BIBER) == []
    read = (folder / "papers_bibertool.bib").read_text("utf-8")
    keys = re.findall(r"^@\w+\{(.*),$", (folder / "papers.bib").read_text("utf-8"), re.MULTILINE)
    assert sorted(re.findall(r"^@\w+\{(.*),$", read, re.MULTILINE)) == sorted(keys)


@pytest.mark.parametrize("style", STYLES)
def test_bibtex_reads_every_entry(folder: Path, style: str) -> None:
    lines = said_by_bibtex(folder, style)
    assert unexplained(lines, EXPLAINED_BY_BIBTEX) == []
    entries = (folder / "papers.bib").read_text("utf-8").count("\n@") + 1
    written = (folder / f"{style}.bbl").read_text("utf-8", "replace")
    assert written.count("\\bibitem") == entries


def said_by_bibtex(folder: Path, style: str) -> list[str]:
    aux = rf"\relax \citation{{*}} \bibstyle{{{style}}} \bibdata{{papers}}".replace(" ", "\n")
    (folder / f"{style}.aux").write_text(f"{aux}\n", "utf-8")
    said = run("bibtex", style, folder=folder)
    return [line for line in said.splitlines() if re.search("^Warning|error|---line", line)]


@pytest.mark.parametrize(
    "words",
    [
        "ImageNet", "Bayesian", "English", "GAN", "Monte Carlo", "ResNet-50", "Markov",
        "α-divergence", "3D", "U-Net", "GANs", "New York", "Kullback–Leibler", "O'Reilly",
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["Learning from {} in Sheep", "Learning from {} in old sheep"])
def test_plain_bst_leaves_names_as_they_are(tmp_path: Path, title: str, words: str) -> None:
    paper = given.paper("a", title.format(words), authors=("Ada Quill",), year=2020)
    catalogue = Catalogue((paper,))
    (tmp_path / "papers.bib").write_text(bibtex(cited(catalogue, paper)), "utf-8")
    said_by_bibtex(tmp_path, "plain")
    written = re.sub("[{}]", "", (tmp_path / "plain.bbl").read_text("utf-8"))
    assert words in " ".join(written.split())
    assert "sheep" in written

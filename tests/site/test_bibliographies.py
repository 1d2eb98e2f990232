"""A bibliography in, a catalogue out: files of many formats beside each other become pages."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import build_project

#: One paper as a preprint and as published, in four formats, each with papers of its own beside it.
FILES = {
    "refs.bib": (
        "@article{quill19woolly, title={Woolly {N}etworks Count {S}heep at Night},\n"
        "  author={Quill, Ada and {Flock Group}},\n"
        "  journal={CoRR}, volume={abs/1903.00001}, year=2019}\n"
        "@phdthesis{sample20, title={On {G}oats}, author={Sample, Ben}, school={Pond University}}\n"
    ),
    "saved.ris": (
        "TY  - JOUR\nTI  - Woolly networks count sheep at night\nAU  - Quill, Ada\n"
        "AU  - Flock Group\n"
        "JO  - Journal of Sheep\nPY  - 2020\nSP  - 1\nEP  - 9\nDO  - 10.1234/woolly\nER  - \n"
        "TY  - JOUR\nAU  - Quill, Ada\nER  - \n"
    ),
    "table.csv": "Title;Year\nHerding by Ear with Dogs;2018\n",
    "list.md": (
        "# Sheep\n## Night\n- Woolly Networks Count Sheep at Night "
        "[[paper](https://arxiv.org/abs/1903.00001)] [[code](https://github.com/quill/woolly)]\n"
    ),
}


TOPICS = """
areas:
  - slug: farm
    name: Farm
    description: What lives on a farm.
    topics:
      - slug: sheep
        name: Sheep
        description: They have wool.
        phrases: [sheep]
"""


def catalogue(folder: Path) -> Path:
    (folder / "catalogue/papers").mkdir(parents=True)
    (folder / "catalogue/catalogue.yml").write_text("name: Sheep\n", "utf-8")
    (folder / "catalogue/topics.yml").write_text(TOPICS, "utf-8")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_files_of_many_formats_become_one_catalogue(tmp_path: Path) -> None:
    report, problems = build_project(catalogue(tmp_path), sorted(FILES))
    assert (report.entries, report.rejected, report.papers) == (6, 1, 3)
    assert [str(p) for p in problems] == [
        'saved.ris:11: no "TI"; entry left out (every paper needs one)'
    ]


def test_a_paper_of_two_versions_is_cited_as_published_and_says_when_it_came_first(
    tmp_path: Path,
) -> None:
    build_project(catalogue(tmp_path), sorted(FILES))
    (page,) = (tmp_path / "docs/papers").glob("woolly-*.md")
    text = page.read_text("utf-8")
    assert "[2020](../years/2020.md) (first 2019)" in text
    assert "refs.bib, line 1 (the preprint)" in text
    assert "https://arxiv.org/abs/1903.00001" in text
    assert "https://doi.org/10.1234/woolly" in text
    assert "https://github.com/quill/woolly" in text
    # The source's own key is kept, and protected capitals come out again.
    assert "@article{quill19woolly," in text
    assert "abs/1903.00001" not in re.sub(r"\w+\.org/abs/1903\.00001", "", text)

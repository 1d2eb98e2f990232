r"""A `.bib` that Better BibTeX keeps up to date is a source as it is.

https://retorque.re/zotero-better-bibtex/exporting/: names in parts, fields of biblatex that no
other program writes, paths of attachments, and a report on the quality of each entry.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources import files
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import SourceRecord

LIBRARY = r"""
@article{exampleCountingSheepSmall2024,
  title = {Counting {{Sheep}} with Small {{Networks}}: {{A}} Study},
  shorttitle = {Counting {{Sheep}} with Small {{Networks}}},
  author = {Example, Ada and family=Sample, given=Ben, prefix=van der, useprefix=true and {{Sheep Consortium}}},
  date = {2024-03-01},
  journaltitle = {Journal of Sheep},
  shortjournal = {J. Sheep},
  volume = {12},
  number = {3},
  pages = {12--19},
  publisher = {Meadow Press},
  issn = {1234-5678},
  doi = {10.1234/sheep.2024},
  url = {https://example.org/sheep\%20count},
  urldate = {2024-05-06},
  abstract = {We count sheep \emph{asleep} \& awake. 95\,\% are found.},
  langid = {english},
  keywords = {/unread,\#nosource,\_tablet,⛔ No DOI found,sheep,wool},
  annotation = {ZSCC: 0000012},
  file = {/home/ada/Zotero/storage/ABCD2345/Example et al. - 2024 - Counting.pdf;/home/ada/Zotero/storage/WXYZ2345/sheep.html}
}

@online{instanceHerdingByEar2023,
  title = {Herding by {{Ear}}},
  author = {Instance, Cleo},
  date = {2023-11-07},
  eprint = {2311.04567},
  eprinttype = {arXiv},
  eprintclass = {cs},
  doi = {10.48550/arXiv.2311.04567},
  url = {http://arxiv.org/abs/2311.04567},
  urldate = {2023-12-01},
  pubstate = {prepublished},
  version = {2},
  file = {C\:\\Users\\Ada\\Zotero\\storage\\QRST2345\\Instance - 2023.pdf}
}

@inproceedings{novelleShepherdsWhoSing2022a,
  title = {Shepherds {{Who Sing}}},
  booktitle = {Proceedings of the {{First Conference}} on {{Sheep}}},
  author = {Novelle, Zoë},
  date = {2022-07},
  series = {Lecture {{Notes}} in {{Wool}}},
  eventtitle = {Sheep '22},
  location = {Meadow},
  publisher = {Meadow Press},
  related = {novelleShepherds2021},
  relatedtype = {reprintof},
  ids = {novelle2022,novelleSheep2022},
  langid = {ngerman}
}

@report{draftWool2020,
  type = {Technical Report},
  title = {Wool},
  author = {Draft, Dana},
  date = {2020},
  number = {TR-7},
  institution = {Institute of Wool}
}

% == BibLateX quality report for draftWool2020:
% ? unused Library catalog ("Meadow")
"""  # noqa: E501, as it is written


@pytest.fixture
def records(tmp_path: Path) -> list[SourceRecord]:
    """What the file gives, found by its path alone and read without a word."""
    (tmp_path / "library.bib").write_text(LIBRARY, "utf-8")
    problems = Problems()
    (read,) = files.read_all(files.source_files(["library.bib"], tmp_path), problems)
    assert list(problems) == []
    assert read.reading.rejected == 0
    return list(read.reading.records)


def test_names_in_parts_and_doubled_braces_are_read(records: list[SourceRecord]) -> None:
    work = records[0].work
    assert work.title.plain == "Counting Sheep with Small Networks: A Study"
    names = ["Ada Example", "Ben van der Sample", "Sheep Consortium"]
    assert [name.natural for name in work.authors] == names
    assert work.citation_key == "exampleCountingSheepSmall2024"
    assert (str(work.issued), work.volume, work.pages) == ("2024-03-01", "12", "12–19")
    assert work.venue.plain == "Journal of Sheep"
    assert work.abstract.plain == "We count sheep asleep & awake. 95 % are found."
    assert work.links == (Link("paper", "https://example.org/sheep%20count"),)


def test_a_preprint_and_a_paper_of_a_conference_are_what_they_are(
    records: list[SourceRecord],
) -> None:
    preprint, paper = records[1].work, records[2].work
    assert preprint.type == "article"
    assert Identifier("arxiv", "2311.04567") in preprint.identifiers
    assert (paper.type, paper.language) == ("paper-conference", "de")
    assert paper.venue.plain == "Proceedings of the First Conference on Sheep"
    assert records[3].work.venue.plain == "Institute of Wool"


def test_marks_that_readers_set_for_themselves_are_no_keywords(records: list[SourceRecord]) -> None:
    assert [word.plain for word in records[0].work.keywords] == ["sheep", "wool"]


def test_where_files_lie_on_somebodys_disk_is_nowhere(records: list[SourceRecord]) -> None:
    said = repr(records)
    for word in ("storage", "home", "Users", "pdf", "ZSCC", "quality report"):
        assert word not in said

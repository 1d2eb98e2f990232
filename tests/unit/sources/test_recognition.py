"""Every format is known by its content, whatever the name of its file, and by one reader only."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources import files
from generator.sources.base import SourceFile

#: A small file of each format, by the name of its reader.
SAMPLES = {
    "BibTeX": "@article{quill2024, title={Counting Sheep}, author={Quill, Ada}, year=2024}\n",
    "RIS": "TY  - JOUR\nTI  - Counting Sheep\nAU  - Quill, Ada\nPY  - 2024\nER  - \n",
    "NBIB": (
        "\nPMID- 12345678\nOWN - NLM\nTI  - Counting sheep with small\n      networks.\n"
        "FAU - Quill, Ada\nAU  - Quill A\nDP  - 2024 May\n"
    ),
    "EndNote": "%0 Journal Article\n%T Counting Sheep\n%A Quill, Ada\n%D 2024\n",
    "Web of Science": (
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Quill, A\nTI Counting sheep\n"
        "SO JOURNAL OF SHEEP\nPY 2024\nER\n\nEF\n"
    ),
    "EndNote XML": (
        '<?xml version="1.0"?><xml><records><record><titles><title>Counting Sheep</title></titles>'
        "</record></records></xml>"
    ),
    "answer of a service in XML": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id>'
        "<title>Counting Sheep</title><published>2024-01-01T00:00:00Z</published></entry></feed>"
    ),
    "answer of a service in JSON": (
        '{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W1", "doi": null,'
        ' "title": "Counting Sheep", "publication_year": 2024, "authorships": []}]}'
    ),
    "Zotero JSON": (
        '[{"key": "ABCD2345", "version": 1, "data": {"itemType": "journalArticle",'
        ' "title": "Counting Sheep", "creators": []}}]'
    ),
    "CSL-JSON": (
        '[{"id": "quill", "type": "article-journal", "title": "Counting Sheep",'
        ' "issued": {"date-parts": [[2024]]}}]'
    ),
    "JSON Lines": '{"title": "Counting Sheep", "year": 2024}\n{"title": "Goats"}\n',
    "JSON list": '[{"title": "Counting Sheep", "authors": ["Ada Quill"], "year": 2024}]',
    "CSV": "Title,Authors,Year\nCounting Sheep,Ada Quill,2024\n",
    "Markdown list": (
        "# Sheep\n\n- Counting Sheep at Night [[paper](https://arxiv.org/abs/2401.00001)]\n"
        "- Herding by Ear and Eye [[paper](https://arxiv.org/abs/2401.00002)]\n"
    ),
    "list of identifiers": "arXiv:2401.00001\n10.1234/sheep\nhttps://arxiv.org/abs/2401.00003\n",
}
NAMES = ("saved", "saved.txt", "saved.json", "saved.bib", "saved.csv", "saved.xml", "saved.ris")


def test_there_is_a_sample_of_every_format() -> None:
    assert set(SAMPLES) | {"listing"} == {reader.name for reader in files.READERS}


@pytest.mark.parametrize("mark", ["", "\n\n", "\r\n"], ids=["plain", "blank lines", "CRLF"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_name", SAMPLES)
def test_a_format_is_known_whatever_its_file_is_called(
    format_name: str, name: str, mark: str
) -> None:
    text = mark + SAMPLES[format_name].replace("\n", "\r\n" if mark == "\r\n" else "\n")
    file = SourceFile(Path(name), name, name)
    first = next((one.name for one in files.READERS if one.recognises(file, text)), None)
    assert first == format_name


@pytest.mark.parametrize("format_name", SAMPLES)
def test_the_sample_of_a_format_is_read_without_a_problem(format_name: str, tmp_path: Path) -> None:
    (tmp_path / "saved").write_text(SAMPLES[format_name], "utf-8")
    problems = Problems()
    (found,) = files.read_all(files.source_files(["saved"], tmp_path), problems)
    assert found.reader == format_name
    if format_name == "list of identifiers":
        assert (len(found.reading.records), found.reading.rejected) == (0, 3)
        return
    assert not list(problems)
    assert found.reading.records[0].work.title.plain.startswith("Counting ")


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nplease find attached our list.\n",
        '{"name": "paper-catalogue", "version": "1.0.0", "dependencies": {}}',
        "<html><body><p>Counting sheep</p></body></html>",
        "key: value\nother: value\n",
        "#!/bin/sh\necho sheep\n",
        "a,b,c\n1,2,3\n",
    ],
)
@pytest.mark.parametrize("name", [name for name in NAMES if name[-4:] not in (".txt", ".csv")])
def test_what_is_no_source_is_taken_by_no_reader(name: str, text: str) -> None:
    file = SourceFile(Path(name), name, name)
    taken = [one.name for one in files.READERS if one.recognises(file, text)]
    assert taken == []

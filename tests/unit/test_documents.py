"""The tables of the documentation say what the code says.

A table that the code knows stands below a line `<!-- table: … -->`. UPDATE_GOLDEN=1 writes them.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Iterator

import pytest
import yaml
from pydantic import BaseModel

from benchmarks.cost import UNITS, WANTED
from generator.catalogue import Catalogue
from generator.doctor import CHECKS as DOCTOR_CHECKS
from generator.exports import NO_WISH, Exports
from generator.formats import FEEDS, FORMATS, offered, offered_of_all, paper_fields
from generator.formats.groups import GROUPS
from generator.formats.spreadsheet import columns
from generator.language import ENGLISH
from generator.pages.map_points import map_points
from generator.search import index_files
from generator.sources.files import READERS
from generator.sources.jsonl import KEYS
from generator.text.folding import LETTERS
from generator.topics.vocabulary import AreaModel, PhraseModel, TopicModel
from generator.values.fields import FIELDS
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.work import TYPES
from tests import given
from tests.given import changed
from tests.projects import ROOT
from tests.unit.citations.test_every_field import FORMS, WHOLE, WORK, becomes, said

DOCS = ROOT / "docs" / "maintainers"


def rows(*cells: str) -> str:
    # Outside of code, an address such as papers/<id>/ must not become an element.
    shown = (cell if "`" in cell else cell.replace("<", "&lt;") for cell in cells)
    return "| " + " | ".join(shown) + " |"


def table(heads: tuple[str, ...], lines: Iterator[tuple[str, ...]]) -> str:
    return "\n".join([rows(*heads), rows(*["---"] * len(heads)), *(rows(*line) for line in lines)])


def record_fields() -> str:
    heads = ("field", "what it holds", "example")
    return table(heads, ((f"`{field.name}`", field.says, field.example) for field in FIELDS))


def record_links() -> str:
    return table(
        ("field", "leads to", "example"),
        ((f"`links.{name}`", kind.says, f"`{kind.example}`") for name, kind in LINKS.items()),
    )


def record_identifiers() -> str:
    return table(
        ("field", "form", "example"),
        ((f"`identifiers.{name}`", kind.form, kind.example) for name, kind in IDENTIFIERS.items()),
    )


def formats() -> str:
    files: list[tuple[str, str, str]]
    files = [(kind.name, kind.file, f"{kind.label}. {kind.use}") for kind in FORMATS]
    files += [(f.name, f.file, f"{f.label}. A feed of the papers added last.") for f in FEEDS]
    return table(("name", "file", "what"), ((f"`{n}`", f"`{f}`", what) for n, f, what in files))


def groups() -> str:
    dated = Catalogue((given.paper("sheep", "Sheep", added=dt.date(2024, 1, 1)),))
    kinds = [("all papers", "`data/`", offered_of_all(NO_WISH))]
    for kind in GROUPS:
        least = f" with {kind.least} papers or more" if kind.least else ""
        where = f"`data/{kind.folder}/<slug>/`"
        kinds.append((f"each {kind.what}{least}", where, offered(kind, dated, NO_WISH)))
    return table(
        ("of", "folder", "files"),
        ((who, where, ", ".join(f"`{f}`" for _, f in found.files)) for who, where, found in kinds),
    )


def papers_json() -> str:
    return table(
        ("field", "what it holds"), ((f"`{n}`", what) for n, what in paper_fields(ENGLISH))
    )


def spreadsheet() -> str:
    said = ((of, ", ".join(f"`{name}`" for name in names)) for of, names in columns())
    return table(("of", "columns"), said)


def readers() -> str:
    return table(
        ("format", "names of its files end in"),
        ((reader.name, ", ".join(f"`{e}`" for e in reader.endings)) for reader in READERS),
    )


def json_lines() -> str:
    return table(("field", "what it holds"), ((f"`{n}`", what) for n, what in KEYS))


def letters() -> str:
    becomes: dict[str, list[str]] = {}
    for letter, plain in LETTERS.items():
        if plain and not plain.isdigit():
            becomes.setdefault(plain, []).append(f"`{letter}`")
    return table(
        ("becomes", "written"), ((f"`{plain}`", " ".join(becomes[plain])) for plain in becomes)
    )


def citation_fields() -> str:
    lines = ((f"`{field.name}`", *map(_names, becomes(field).values())) for field in WORK)
    return table(("field", *FORMS), lines)


def citation_types() -> str:
    lines = []
    for type_ in TYPES:
        bibtex, ris, csl, coins = said(changed(WHOLE, type=type_)).values()
        subtype = f" `{bibtex['entrysubtype']}`" if "entrysubtype" in bibtex else ""
        genre = "rft.type" if "rft.type" in coins else "rft.genre"
        form = coins["rft_val_fmt"][0].rpartition(":")[2]
        lines.append((
            f"`{csl['type']}`",
            f"`@{bibtex['@…']}`{subtype}",
            f"`{ris['TY'][0]}`",
            " ".join(f"`{name}`" for name in (form, *coins.get(genre, []))),
        ))  # fmt: skip
    return table(("CSL-JSON", "BibTeX", "RIS", "COinS"), iter(lines))


def costs() -> str:
    sizes = sorted({size for wanted in WANTED.values() for size in wanted})
    lines = (
        (what, *(f"{wanted[n]:,g} {UNITS[what]}" if n in wanted else "–" for n in sizes))
        for what, wanted in WANTED.items()
    )
    return table(("at most", *(f"{size:,} papers" for size in sizes)), lines)


def _names(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "—"


def action_inputs() -> str:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"].items()
    lines = ((f"`{n}`", one["description"], _default(one["default"])) for n, one in inputs)
    return table(("input", "what it is", "if not given"), lines)


def _default(value: str) -> str:
    return f"`{value}`" if value else ""


def action_outputs() -> str:
    outputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["outputs"].items()
    return table(("output", "what it is"), ((f"`{n}`", one["description"]) for n, one in outputs))


def doctor_checks() -> str:
    lines = (
        (
            f"`{check.name}`",
            check.says,
            "what is safe" if check.mends else "",
            "yes" if check.fails else "",
        )
        for check in DOCTOR_CHECKS
    )
    return table(("check", "finds", "`--fix` mends", "fails"), lines)


TABLES: dict[tuple[str, str], Callable[[], str]] = {
    ("records.md", "fields"): record_fields,
    ("records.md", "links"): record_links,
    ("records.md", "identifiers"): record_identifiers,
    ("publishing.md", "inputs"): action_inputs,
    ("publishing.md", "outputs"): action_outputs,
    ("data.md", "formats"): formats,
    ("data.md", "groups"): groups,
    ("data.md", "papers.json"): papers_json,
    ("data.md", "papers.csv"): spreadsheet,
    ("data.md", "citations"): citation_fields,
    ("data.md", "types"): citation_types,
    ("sources.md", "formats"): readers,
    ("sources.md", "JSON Lines"): json_lines,
    ("search-format.md", "letters"): letters,
    ("cost.md", "costs"): costs,
    ("doctor.md", "doctor"): doctor_checks,
}


@pytest.mark.parametrize(("file", "name"), TABLES)
def test_a_table_says_what_the_code_says(file: str, name: str) -> None:
    path = DOCS / file
    text = path.read_text("utf-8")
    marked = re.search(rf"<!-- table: {re.escape(name)} -->\n\n((?:\|.*\n)*)", text)
    assert marked, f"{file} has no line <!-- table: {name} -->"
    wanted = TABLES[file, name]() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text[: marked.start(1)] + wanted + text[marked.end(1) :], "utf-8")
        return
    assert marked[1] == wanted, "run this test with UPDATE_GOLDEN=1, and read what changed"


def test_no_table_is_marked_that_nobody_writes() -> None:
    marked = {
        (path.name, name)
        for path in DOCS.glob("*.md")
        for name in re.findall(r"<!-- table: (.*?) -->", path.read_text("utf-8"))
    }
    assert marked == set(TABLES)


def documented(file: str, first: str) -> list[list[str]]:
    """Return the rows of the table whose head begins with `first`; the first cell's names."""
    text = (DOCS / file).read_text("utf-8")
    found = re.search(rf"^\| {re.escape(first)} .*\n\|.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert found, f"{file} has no table with the head {first}"
    return [re.findall(r"`([^`]+)`", row.split("|")[1]) for row in found[1].splitlines()]


def test_every_wish_for_files_is_explained() -> None:
    rows = documented("data.md", "under `exports:` | files of")
    assert [name for names in rows for name in names] == list(Exports.model_fields)


@pytest.mark.parametrize(
    ("kind", "model"), [("area", AreaModel), ("topic", TopicModel), ("phrase", PhraseModel)]
)
def test_every_field_of_topics_is_explained_with_whether_it_must_be_there(
    kind: str, model: type[BaseModel]
) -> None:
    text = (DOCS / "topics.md").read_text("utf-8")
    said = {
        name: required == "yes"
        for names, required in re.findall(rf"^\| {kind}: (.*?) \|.*\| (yes|no) \|$", text, re.M)
        for name in re.findall(r"`([^`]+)`", names)
    }
    assert said == {name: field.is_required() for name, field in model.model_fields.items()}


def test_every_key_of_the_search_index_and_of_the_map_is_explained() -> None:
    (start,) = [file for file in index_files(Catalogue(())) if file.path.endswith("start.json")]
    rows = documented("search-format.md", "field | what")
    assert [name for names in rows for name in names] == list(json.loads(start.data))
    drawn = documented("map-format.md", "key | what")
    keys = json.loads(map_points(Catalogue(())).data)
    assert [name for names in drawn for name in names] == list(keys)

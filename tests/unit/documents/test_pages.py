"""Every page of the documentation has its place in the section, and says for whom it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from tests.documented import DECISIONS, DOCS, assert_is_written
from tests.projects import ROOT

SECTION = "Documentation"
INDEX = DOCS / "index.md"
PAGES = sorted(DOCS.glob("*.md"))
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))


def section() -> list[Any]:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        nav = yaml_load(file)["nav"]
    (found,) = [item[SECTION] for item in nav if SECTION in item]
    assert isinstance(found, list)
    return found


def paths(items: list[Any]) -> Iterator[str]:
    """Yield the pages of a part of nav, those of its parts too."""
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for below in item.values():
                yield from paths(below if isinstance(below, list) else [below])


def groups() -> dict[str, list[str]]:
    """Return the first page of each entry of each group of the section."""
    found = {}
    for item in section()[1:]:
        ((name, items),) = item.items()
        found[name] = [next(paths([entry])) for entry in items]
    return found


def heading(path: Path) -> str:
    found = re.search(r"^# (.+)$", path.read_text("utf-8"), re.MULTILINE)
    assert found, f"{path.name} has no heading"
    return found[1]


def described(path: Path) -> str:
    found = re.match(r"---\n(.*?\n)---\n", path.read_text("utf-8"), re.DOTALL)
    said = yaml_load(found[1]) if found else {}
    return str(said.get("description", ""))


def link(page: str) -> str:
    """Return the line of a page, named by its path in docs/, in the list of its kind."""
    path = ROOT / "docs" / page
    to = path.name if path.parent == DOCS else f"../{page}"
    return f"- [{heading(path)}]({to}). {described(path)}"


def test_every_page_has_its_place_in_the_section() -> None:
    named = list(paths(section()))
    there = [
        path.relative_to(ROOT / "docs").as_posix() for path in [*PAGES, *DECISIONS.glob("*.md")]
    ]
    missing = sorted(set(there) - set(named))
    assert not missing, f"put these into a group of {SECTION} in nav of mkdocs.yml: {missing}"
    assert sorted(named) == sorted(there)


def test_the_section_is_divided_into_the_four_kinds_of_documentation() -> None:
    assert section()[0] == "maintainers/index.md"
    assert list(groups()) == ["Start", "How to", "Reference", "Why"]


@pytest.mark.parametrize("group", groups())
def test_the_index_lists_every_page_of_a_kind(group: str) -> None:
    lines = (link(page) for page in groups()[group])
    assert_is_written(INDEX, group, "\n".join(lines))


def test_the_page_of_decisions_lists_every_decision() -> None:
    lines = (f"- [{heading(path)}]({path.name})" for path in RECORDS)
    assert_is_written(DECISIONS / "index.md", "decisions", "\n".join(lines))


def test_no_two_decisions_have_one_number() -> None:
    numbers = [path.name[:4] for path in RECORDS]
    assert numbers == sorted(set(numbers))
    assert [heading(path).partition(". ")[0] for path in RECORDS] == [str(int(n)) for n in numbers]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_says_first_for_whom_it_is_and_what(path: Path) -> None:
    assert re.fullmatch(r"[A-Z].{20,140}\.", described(path)), "description: in its front matter"
    _, _, text = path.read_text("utf-8").partition(f"\n# {heading(path)}\n\n")
    assert re.match(r"For (?:whoever|programs|programmers)\b", text), text[:80]


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md"], ids=lambda path: path.name)
def test_a_page_speaks_of_the_command_that_people_have(path: Path) -> None:
    said = path.read_text("utf-8")
    assert "python -m generator" not in said
    assert ".venv/bin/paper-catalogue" not in said or path.name == "commands.md"

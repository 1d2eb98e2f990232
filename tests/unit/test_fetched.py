"""How sources that are fetched are named, and what is no such name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import settings
from generator.fetched import ZoteroLibrary, checked, library_named
from generator.problems import Problems

NAMES = {
    "zotero:groups/12345": ("groups", 12345, "", "zotero-groups-12345.json"),
    "zotero:users/7": ("users", 7, "", "zotero-users-7.json"),
    "zotero:groups/12345/collections/ABCD2345": (
        "groups", 12345, "ABCD2345", "zotero-groups-12345-ABCD2345.json",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_of_one_library_and_has_one_file(name: str) -> None:
    owner, number, collection, file = NAMES[name]
    library = library_named(name)
    assert (library.owner, library.number, library.collection) == (owner, number, collection)
    assert str(library) == checked(name) == name
    assert library.file == file


@pytest.mark.parametrize(
    "name",
    [
        "zotero:group/1", "zotero:groups/", "zotero:groups/0", "zotero:groups/01",
        "zotero:groups/1/", "zotero:groups/1/collections/", "zotero:groups/1/collections/abcd2345",
        "zotero:groups/1/../../etc", "Zotero:groups/1", "zotero:groups/１２", "zotero:groups/1\n",
        "zotero:", "zotero:groups/1/items/ABCD2345", "zotero:groups/9999999999999",
    ],
)  # fmt: skip
def test_what_names_no_library_is_an_error_with_the_forms_there_are(name: str) -> None:
    with pytest.raises(ValueError, match="write zotero:groups/12345, zotero:users/12345 or zotero"):
        checked(name)


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https://www.zotero.org/groups/12345/flock_studies/library", "zotero:groups/12345"),
        ("zotero.org/groups/12345", "zotero:groups/12345"),
        (
            "https://www.zotero.org/groups/12345/flock/collections/ABCD2345/items/WXYZ2345",
            "zotero:groups/12345/collections/ABCD2345",
        ),
    ],
)
def test_an_address_of_the_browser_is_an_error_with_the_name_it_means(
    address: str, meant: str
) -> None:
    with pytest.raises(ValueError, match=f"is an address, and no file . write {meant}$"):
        checked(address)


@pytest.mark.parametrize("name", ["refs.bib", "saved/*.txt", "zotero.bib", "zotero/groups/1"])
def test_names_of_files_are_none_of_these(name: str) -> None:
    assert checked(name) == name


def test_a_mistake_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    text = "name: Sheep\nsources:\n  - refs.bib\n  - zotero:group/1\n  - zotero:users/x\n"
    (tmp_path / "catalogue/catalogue.yml").write_text(text)
    problems = Problems()
    assert settings.load(tmp_path, problems) is None
    told = [str(problem) for problem in problems]
    assert told[0].startswith('catalogue/catalogue.yml:4: sources[2]: "zotero:group/1" names no')
    assert told[1].startswith('catalogue/catalogue.yml:5: sources[3]: "zotero:users/x" names no')


def test_an_item_has_an_address_on_the_web() -> None:
    library = ZoteroLibrary("groups", 12345, "ABCD2345")
    assert library.address_of("WXYZ2345") == "https://www.zotero.org/groups/12345/items/WXYZ2345"

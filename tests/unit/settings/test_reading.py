"""Settings: what catalogue.yml says, and every mistake in it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import settings
from generator.exports import EXPORT_NAMES, FORMAT_NAMES, NO_WISH, Exports
from generator.problems import Problems, WrongUse
from generator.site import site_url
from tests.posix import POSIX

FULL = """\
name: Tea and pebbles
description: What a reading group read.
url: https://tea.example.org/
repository: https://git.example.org/tea
sources: [saved/*.txt, more.jsonl]
related: 3
"""


def make(root: Path, text: str, catalogue: str = "catalogue") -> None:
    (root / catalogue).mkdir(exist_ok=True)
    (root / catalogue / "catalogue.yml").write_text(text, "utf-8")


def mistakes(root: Path, text: str) -> list[str]:
    make(root, text)
    problems = Problems()
    assert settings.load(root, problems) is None
    return [str(problem) for problem in problems]


@POSIX
def test_sources_that_were_named_on_windows_are_read_on_any_desk(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\nsources: ['saved\\*.txt', 'a\\b.bib', 'is\\one.bib']\n")
    (tmp_path / "is\\one.bib").write_text("")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    # Of this name there is a file.
    assert found.sources == ("saved/*.txt", "a/b.bib", "is\\one.bib")


def test_everything_the_file_says_is_taken(tmp_path: Path) -> None:
    make(tmp_path, FULL)
    problems = Problems()
    found = settings.load(tmp_path, problems)
    assert found is not None
    assert len(problems) == 0
    assert found.name == "Tea and pebbles"
    assert found.sources == ("saved/*.txt", "more.jsonl")
    assert found.related == 3
    assert found.papers_dir == tmp_path / "catalogue" / "papers"
    assert (found.docs_dir, found.site_dir) == (tmp_path / "docs", tmp_path / "site")


def test_wishes_for_files_are_taken(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\nexports:\n  topics: [csv, atom]\n  authors: false\n  years:\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.exports == Exports(topics=("csv", "atom"), authors=())
    make(tmp_path, "name: Tea\nexports: {whole: true, venues: true}\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.exports == Exports(whole=FORMAT_NAMES, venues=EXPORT_NAMES)


@pytest.mark.parametrize("said", ["", "exports:\n", "exports: {}\n", "exports: {topics: null}\n"])
def test_who_wishes_nothing_gets_what_is_usual(tmp_path: Path, said: str) -> None:
    make(tmp_path, f"name: Tea\n{said}")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.exports == NO_WISH


FORMATS = "'json', 'jsonl', 'csv', 'bibtex', 'ris'"


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        (
            "  topics: [csv, bibtexx]",
            'exports.topics[2]: "bibtexx" is not one of the known values'
            f" (write {FORMATS}, 'csl', 'atom' or 'json-feed')",
        ),
        (
            "  whole: [json, atom]",
            f"exports.whole[2]: \"atom\" is not one of the known values (write {FORMATS} or 'csl')",
        ),
        ("  years: [1]", 'exports.years[1]: "1" is not one of the known values (write '),
        ("  venues: csv", 'exports.venues: "csv" is not a list (write [one, two]'),
        ("  author: true", "exports.author: is not a known field (did you mean authors?)"),
        ("  abstracts: some", 'exports.abstracts: "some" is not true or false'),
    ],
)
def test_a_wish_that_nothing_fulfils_is_told_with_what_there_is(
    tmp_path: Path, said: str, mistake: str
) -> None:
    (found,) = mistakes(tmp_path, f"name: Tea\nexports:\n{said}\n")
    assert found.startswith(f"catalogue/catalogue.yml:3: {mistake}")


@pytest.mark.parametrize("said", ["false", "[csv]", "csv"])
def test_wishes_are_for_a_kind_of_files(tmp_path: Path, said: str) -> None:
    (found,) = mistakes(tmp_path, f"name: Tea\nexports: {said}\n")
    assert found.startswith("catalogue/catalogue.yml:2: exports:")
    assert found.endswith("is not a group of fields (write `key: value` lines below it)")


def test_so_many_sources_may_be_named(tmp_path: Path) -> None:
    names = "\n".join(f"- saved/{number}.txt" for number in range(settings.MAX_SOURCES + 1))
    (mistake,) = mistakes(tmp_path, f"name: Tea\nsources:\n{names}\n")
    assert mistake.startswith("catalogue/catalogue.yml:2: sources:")
    assert "1000" in mistake or "1,000" in mistake


def test_a_name_is_enough(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert (found.url, found.sources, found.related) == ("", (), 8)


def test_folders_can_be_given(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\n", "other")
    found = settings.load(
        tmp_path, Problems(), tmp_path / "other", tmp_path / "pages", tmp_path / "out"
    )
    assert found is not None
    assert found.papers_dir == tmp_path / "other" / "papers"
    assert (found.docs_dir, found.site_dir) == (tmp_path / "pages", tmp_path / "out")


def test_a_linked_docs_folder_is_replaced_where_it_really_is(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\n")
    (tmp_path / "real").mkdir()
    (tmp_path / "docs").symlink_to("real")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.docs_dir == tmp_path / "real"


@pytest.mark.parametrize("name", ["docs", "site", ".build"])
def test_a_link_out_of_the_catalogue_is_followed_only_if_that_is_said(
    tmp_path: Path, name: str
) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    for folder in (root, outside):
        folder.mkdir()
    make(root, "name: Tea\n")
    (root / name).symlink_to(outside)
    with pytest.raises(WrongUse, match=rf"{name}: is a link out of the catalogue's folder"):
        settings.load(root, Problems())
    if name != ".build":
        given = {name: outside}
        found = settings.load(root, Problems(), **given)
        assert found is not None
        assert outside in (found.docs_dir, found.site_dir)


@pytest.mark.parametrize("name", ["docs", "site", ".build"])
def test_a_link_that_leads_to_itself_is_a_message(tmp_path: Path, name: str) -> None:
    make(tmp_path, "name: Tea\n")
    (tmp_path / name).symlink_to(name)
    with pytest.raises(WrongUse, match=rf"{name}: cannot be used"):
        settings.load(tmp_path, Problems())
    with pytest.raises(WrongUse, match=rf"{name}: cannot be used"):
        settings.load(tmp_path, Problems(), docs=tmp_path / name)


def test_messages_name_files_as_seen_from_the_root(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.shown(tmp_path / "catalogue" / "papers" / "a.yml") == "catalogue/papers/a.yml"
    assert found.shown(Path("/elsewhere/a.yml")) == "/elsewhere/a.yml"


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert settings.load(tmp_path, problems) is None
    assert "catalogue/catalogue.yml: is not there" in str(*problems)
    assert "make one: paper-catalogue new" in str(*problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("description: x", "catalogue/catalogue.yml:1: name: is missing (add it)"),
        ("name: '  '", 'catalogue/catalogue.yml:1: name: "" is not text that says something'),
        ("name: A\nrelated: 50", '2: related: "50" is not 20 or less'),
        ("name: A\nrelated: -1", '2: related: "-1" is not 0 or more'),
        ("name: A\nrelated: yes", '2: related: "yes" is not a whole number'),
        ("name: A\nurl: tea.example.org", '2: url: "tea.example.org" is not a web address'),
        ("name: A\nurl: 'javascript:x'", '2: url: "javascript:x" is not a web address'),
        ("name: A\nurl: 'https://'", '2: url: "https://" is not a web address'),
        ("name: A\nurl: 'https://a.example/?b=c'", "2: url: "),
        ("name: A\nurl: 'https://a.example/#b'", "2: url: "),
        ("name: A\nurl: 'https://a.example/\"><b>'", "2: url: "),
        ('name: A\nurl: "https://a.example/\\nDisallow: /"', "2: url: "),
        ("name: A\nrepository: 'https://a.example/a b'", "2: repository: "),
        ('name: "\\u200b\\x07"', '1: name: "" is not text that says something'),
        ("name: A\nsources: a.txt", '2: sources: "a.txt" is not a list'),
        ("name: A\nrepositry: x", "2: repositry: is not a known field (did you mean repository?)"),
    ],
)
def test_a_wrong_setting_says_where_what_and_what_to_do(
    tmp_path: Path, text: str, message: str
) -> None:
    (found,) = mistakes(tmp_path, text)
    assert message in found


def test_all_mistakes_are_reported_in_one_run(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "nam: A\nurl: x\nrelated: many\nsources: [1]\n")
    assert len(found) == 5


def test_name_and_description_are_one_line_of_clean_text(tmp_path: Path) -> None:
    make(tmp_path, 'name: "Tea\\n\\x1b[31m and \\x00pebbles"\ndescription: |\n  What\n  we read.\n')
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert found.name == "Tea [31m and pebbles"
    assert found.description == "What we read."


def test_addresses_of_every_usual_form_are_taken() -> None:
    for address in (
        "https://tea.example.org/",
        "http://127.0.0.1:8000/catalogue/",
        "https://tea.example.org/~group/papers",
        "https://[2001:db8::1]/papers/",
        "https://xn--bcher-kva.example/",
        "https://bücher.example/Lektüre/",
        "https://example.org/a%20b/(c)/d'e/".replace("'", "%27"),
    ):
        assert settings.is_web_address(address), address


def test_an_address_of_the_workflow_is_checked_like_that_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "name: Tea\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    monkeypatch.setenv("SITE_URL", 'https://a.example/"><b>')
    with pytest.raises(WrongUse, match="SITE_URL"):
        site_url(found)


def test_name_and_description_are_repaired(tmp_path: Path) -> None:
    make(tmp_path, "name: Sheep &amp; $\\alpha$\ndescription: Of M&uuml;nchen.\n")
    found = settings.load(tmp_path, Problems())
    assert found is not None
    assert (found.name, found.description) == ("Sheep & α", "Of München.")


@pytest.mark.parametrize(
    ("folders", "said"),
    [
        ({"docs": "."}, "--docs .*: builds replace that folder, and it is or holds the catalogue"),
        ({"site": "."}, "--site .*it is or holds the catalogue's folder"),
        ({"docs": "catalogue"}, "--docs .*it is or holds the catalogue"),
        ({"site": "catalogue/papers"}, "--site .*it is or holds the records"),
        ({"docs": "one", "site": "one"}, "it is or holds the (site|folder of pages)"),
        ({"docs": "docs", "site": "docs/site"}, "--docs .*it is or holds the site"),
        ({"docs": "site/docs", "site": "site"}, "--site .*it is or holds the folder of pages"),
        ({"site": ".build"}, "--site .*it is or holds the folder of edited pages"),
        ({"site": ".."}, "--site .*it is or holds the catalogue's folder"),
    ],
)
def test_a_build_replaces_no_folder_that_it_reads(
    tmp_path: Path, folders: dict[str, str], said: str
) -> None:
    root = tmp_path / "project"
    root.mkdir()
    make(root, "name: Tea\n")
    given = {option: root / folder for option, folder in folders.items()}
    with pytest.raises(WrongUse, match=said):
        settings.load(root, Problems(), **given)


def test_a_folder_is_known_by_every_name(tmp_path: Path) -> None:
    make(tmp_path, "name: Tea\n")
    (tmp_path / "other").symlink_to("catalogue")
    with pytest.raises(WrongUse, match="it is or holds the catalogue"):
        settings.load(tmp_path, Problems(), docs=tmp_path / "other")
    assert settings.holds(tmp_path / "catalogue", tmp_path / "other" / "catalogue.yml")
    assert not settings.holds(tmp_path / "cat", tmp_path / "catalogue")

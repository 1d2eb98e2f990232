"""What would bring an error is not done, what is not ours is left, and all is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.doctor import Check, mend
from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.doctor.remedies import Change, changing, writing
from generator.doctor.report import refusals
from generator.problems import Place
from tests.unit.doctor.catalogues import (
    catalogue,
    change,
    desk,
    found,
    mended,
    read,
    record,
    write,
)

SHEEP, GOATS, WOOL = map(record, ("counting-sheep", "herding-goats", "weighing-wool"))


def _replacing(before: str, after: str) -> Callable[[str], str]:
    return lambda text: text.replace(before, after)


def test_a_change_that_would_bring_an_error_is_refused_and_the_others_are_made(
    tmp_path: Path,
) -> None:
    root = catalogue(tmp_path)
    table = desk(root)

    def years(examined: Examined) -> list[Ailment]:
        def later(text: str) -> str:
            return text.replace("2024", "2022").replace("2025", "soon").replace("2023", "2021")

        return [
            Ailment(Place(item.document.file), "old", "", (changing(item.path, later),))
            for item in examined.records
            if "202" in item.path.read_text("utf-8")
            and "2022" not in item.path.read_text("utf-8")
            and "2021" not in item.path.read_text("utf-8")
        ]

    check = Check("years", "", lambda examined: iter(years(examined)), needs_catalogue=False)
    done = mend(replace(table, checks=(check,)))
    assert "year: 2022" in read(root, SHEEP)
    assert "year: 2021" in read(root, GOATS)
    assert "year: 2025" in read(root, WOOL)
    (refusal,) = refusals(done, table.settings)
    assert refusal.startswith(f"{WOOL}: not mended: it would bring: {WOOL}:4: year: ")
    assert [ailment.where.file for _, ailment in done.found] == [SHEEP, GOATS]


def test_what_was_mended_may_show_what_else_is_to_be_mended(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    change(root, WOOL, "doi: 10.1234/wool", "doi: https://doi.org/10.1234/wool")
    change(root, WOOL, "identifiers:", "links: {paper: https://doi.org/10.1234/wool}\nidentifiers:")
    done = mended(root)
    assert sorted(check.name for check, _ in done.found) == ["record-form", "record-twice"]
    assert found(root) == []
    assert read(root, WOOL).endswith(
        "topics: [counting, herding]\nidentifiers:\n  doi: 10.1234/wool\n"
    )


def test_what_only_shows_when_something_is_mended_is_mended_too(tmp_path: Path) -> None:
    root = catalogue(tmp_path)

    def older(examined: Examined) -> Iterator[Ailment]:
        for item in examined.records:
            year = item.values["year"]
            if year > 2023:
                less = _replacing(str(year), str(year - 1))
                yield Ailment(item.at(("year",)), f"{year}", "", (changing(item.path, less),))

    check = Check("years", "", older, needs_catalogue=False)
    done = mend(replace(desk(root), checks=(check,)))
    assert [ailment.what for _, ailment in done.found] == ["2024", "2025", "2024"]
    assert not done.left


def test_a_link_in_the_place_of_a_record_stays_and_so_does_what_it_leads_to(tmp_path: Path) -> None:
    root = catalogue(tmp_path / "ours")
    theirs = tmp_path / "theirs.yml"
    theirs.write_text(read(root, WOOL).replace("10.1234", "https://doi.org/10.1234"), "utf-8")
    before = theirs.read_bytes()
    (root / WOOL).unlink()
    (root / WOOL).symlink_to(theirs)
    assert len(found(root)) == 1
    assert mended(root).changes == ()
    assert theirs.read_bytes() == before
    assert (root / WOOL).is_symlink()


def test_one_venue_is_written_as_the_other_only_where_both_have_one_page(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    for name in (SHEEP, GOATS):
        change(root, name, "ICML", "Journal of Woollen Studies")
    change(root, WOOL, "ICML", "Journal of Woolen Studies")
    (line,) = found(root)
    assert line.startswith(f"venue-spelling: {WOOL}:5: ")
    assert mended(root).changes == ()


NIPS = "".join(
    f"@inproceedings{{k{number}, title={{{words} of Invented Cows}}, author={{Quill, Ida}},"
    f" year={{2020}}, booktitle={{NIPS}}}}\n"
    for number, words in enumerate(("Milking", "Feeding", "A Short History", "Grooming", "Singing"))
)


def test_records_are_not_made_to_spell_as_bibliographies_do(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    for name in (SHEEP, GOATS, WOOL):
        change(root, name, "ICML", "NeurIPS")
    write(root, "refs.bib", NIPS)
    assert found(root, "venue-spelling", sources=["refs.bib"]) == []
    change(root, WOOL, "NeurIPS", "NIPS")
    text = read(root, WOOL)
    assert len(mended(root, "venue-spelling", sources=["refs.bib"]).found) == 1
    assert read(root, WOOL) == text.replace("NIPS", "NeurIPS")


def test_of_other_sources_a_spelling_is_told_that_makes_a_second_page(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    names = ("Journal of Woolen Studies", "Journal of Woollen Studies")
    write(root, "refs.bib", NIPS.replace("NIPS", names[0], 3).replace("NIPS", names[1]))
    said = found(root, "venue-spelling", sources=["refs.bib"])
    assert len(said) == 2
    wanted = f'venue: "{names[1]}" is spelled "{names[0]}" in 3 other papers'
    assert all(line.endswith(wanted) for line in said)
    assert mended(root, "venue-spelling", sources=["refs.bib"]).changes == ()


def test_a_venue_that_somebody_has_checked_stays(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    change(root, WOOL, "ICML", "International Conference on Machine Learning")
    assert len(found(root)) == 1
    decided = "checked:\n  - {paper: weighing-wool, check: venue-spelling}\n"
    (root / "catalogue" / "decisions.yml").write_text(decided, "utf-8")
    assert found(root) == []
    assert mended(root).changes == ()


def test_several_remedies_of_one_file_follow_each_other(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    text = read(root, SHEEP)
    change(root, SHEEP, "10.1234/sheep", "doi:10.1234/sheep")
    change(root, SHEEP, "'2301.01234'", "'2301.01234v1'")
    change(root, SHEEP, "[counting]", "[counting, counting]")
    assert len(mended(root).found) == 3
    assert read(root, SHEEP) == text


def test_a_change_is_shown_as_a_diff_also_of_files_that_come_and_go(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert Change(file, b"a\nb", b"a\nc").diff("a") == "--- a\n+++ a\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    assert Change(file, None, b"a\n").diff("a").startswith("--- /dev/null\n+++ a\n")
    assert Change(file, b"a\n", None).diff("a").startswith("--- a\n+++ /dev/null\n")


def test_what_is_no_text_in_utf_8_stays(tmp_path: Path) -> None:
    remedy = changing(tmp_path, str.upper)
    assert remedy.change(b"\xff") == b"\xff"
    assert remedy.change(None) is None
    assert remedy.change(b"a") == b"A"
    assert writing(tmp_path, None).change(b"a") is None

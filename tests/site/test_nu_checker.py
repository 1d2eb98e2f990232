"""The Nu HTML checker finds nothing on any page, where Java and the checker are installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.first_catalogue import is_ours
from tests.nu_checker import faults, missing
from tests.site.audit.test_rules import RIGHT
from tests.site.test_audit import show, some_of_each

pytestmark = pytest.mark.skipif(
    bool(missing()), reason=f"the Nu HTML checker is NOT RUN: {missing()}"
)


def test_it_finds_nothing_on_the_pages_of_the_sample(site: tuple[str, Path]) -> None:
    assert not (found := show(faults(site[1]))), found


@pytest.mark.slow
@pytest.mark.skipif(not is_ours(), reason="this is another catalogue than the first")
def test_it_finds_nothing_on_the_pages_of_the_first_catalogue(first_site: Path) -> None:
    read = some_of_each(
        sorted(page.relative_to(first_site).as_posix() for page in first_site.rglob("*.html"))
    )
    assert len(read) > 100
    assert not (found := show(faults(first_site, read))), found


def test_it_is_run_and_finds_what_is_wrong(tmp_path: Path) -> None:
    pages = {
        "right.html": RIGHT,
        "error.html": RIGHT.replace("<input id=q>", "<input id=q autocomplete=off type=checkbox>"),
        "warning.html": RIGHT.replace("<h1 id=top>", "<h1 id=top role=heading>"),
    }
    for name, html in pages.items():
        (tmp_path / name).write_text(html, "utf-8")
    found = faults(tmp_path)
    assert {line.partition(":")[0] for line in found} == {"/error.html", "/warning.html"}

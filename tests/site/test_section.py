"""A section of `nav`: its pages name each other, beside the text and at its end."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.problems import Problems
from tests.projects import build_project, make_project
from tests.site.audit.page import Element, Page, read

CONFIGURATION = """\
site_name: Tea
theme: {name: paper-catalogue}
nav:
  - About: about.md
  - Meetings:
      - meetings/index.md
      - "Past & <gone>":
          - meetings/spring.md
          - The host: https://tea.example.org/?a=1&b=2
      - To come:
          - meetings/autumn.md
          - Plans:
              - plans/index.md
              - plans/winter.md
              - plans/summer.md
  - Papers: papers/index.md
"""
PAGES = {
    "meetings/index.md": "# Meetings\n",
    "meetings/spring.md": "---\ntitle: Spring & <i>rain\n---\n\n# Spring\n",
    "meetings/autumn.md": "# Autumn\n",
    "plans/index.md": "# All plans\n",
    "plans/winter.md": "# Winter\n",
    "plans/summer.md": "# Summer\n",
}
#: Their addresses, in the order of nav.
ORDER = [
    "meetings/",
    "meetings/spring/",
    "meetings/autumn/",
    "plans/",
    "plans/winter/",
    "plans/summer/",
]

pytestmark = pytest.mark.slow


def lay_out(folder: Path) -> Path:
    project = make_project(folder / "project")
    for name, text in PAGES.items():
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text(text, "utf-8")
    (project / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = lay_out(tmp_path_factory.mktemp("section"))
    build_project(project, with_site=True)
    return project


def page_at(project: Path, address: str) -> Page:
    return read(address, (project / "site" / address / "index.html").read_text("utf-8"))


def links_in(page: Page, block: str) -> list[tuple[Element, str]]:
    """Return the links inside an element of this class, each with the address it leads to."""
    root = "https://root/"
    return [
        (link, urljoin(root + page.path, link.get("href")).removeprefix(root))
        for link in page.all("a")
        if page.is_inside(link, block)
    ]


def addresses(page: Page, block: str) -> list[str]:
    return [to for _, to in links_in(page, block)]


def test_a_page_of_a_section_lists_the_pages_of_it(project: Path) -> None:
    listed = links_in(page_at(project, "meetings/spring/"), "cat-section")
    assert [(link.text.strip(), to) for link, to in listed] == [
        ("Meetings", "meetings/"),
        ("Spring & <i>rain", "meetings/spring/"),
        ("The host", "https://tea.example.org/?a=1&b=2"),
        ("Autumn", "meetings/autumn/"),
        ("Plans", "plans/"),
    ]
    html = (project / "site/meetings/spring/index.html").read_text("utf-8")
    assert re.search(
        r"<summary>Meetings: Past &amp; &lt;gone>|<summary>Meetings: Past & &lt;gone>", html
    )


def test_what_lies_deeper_than_a_group_is_listed_on_its_pages(project: Path) -> None:
    for address in ("plans/", "plans/winter/"):
        listed = addresses(page_at(project, address), "cat-section")
        assert listed[-3:] == ["plans/", "plans/winter/", "plans/summer/"]


@pytest.mark.parametrize("address", ORDER)
def test_the_page_itself_is_marked_and_no_other(project: Path, address: str) -> None:
    listed = links_in(page_at(project, address), "cat-section")
    assert [to for link, to in listed if link.get("aria-current") == "page"] == [address]


def test_the_pages_before_and_after_are_those_of_nav(project: Path) -> None:
    for number, address in enumerate(ORDER):
        around = links_in(page_at(project, address), "cat-turn")
        found = {link.get("rel"): to for link, to in around}
        wanted = {"prev": ORDER[number - 1] if number else None, "next": [*ORDER, None][number + 1]}
        assert found == {name: to for name, to in wanted.items() if to}


def test_pages_outside_of_the_section_have_nothing_of_it(project: Path) -> None:
    for address in ("about/", "", "papers/", "papers/on-silence/"):
        page = page_at(project, address)
        assert addresses(page, "cat-section") == addresses(page, "cat-turn") == []
        assert not [link for link in page.links("stylesheet") if "section.css" in link]
    assert [s for s in page_at(project, "meetings/").links("stylesheet") if "section.css" in s]


def test_the_header_leads_to_the_first_page_of_the_section(project: Path) -> None:
    assert addresses(page_at(project, "papers/on-silence/"), "cat-nav") == [
        "about/",
        "meetings/",
        "papers/",
    ]
    marked = links_in(page_at(project, "plans/winter/"), "cat-nav")
    assert [to for link, to in marked if link.get("aria-current")] == ["meetings/"]


def test_a_section_that_the_foot_leads_to_is_not_in_the_header(
    project: Path, tmp_path: Path
) -> None:
    other = lay_out(tmp_path)
    settings = other / "catalogue" / "catalogue.yml"
    footer = "footer: [{name: Meet us, to: meetings/}]\n"
    settings.write_text(settings.read_text("utf-8") + footer, "utf-8")
    build_project(other, with_site=True)
    page = page_at(other, "plans/")
    assert addresses(page, "cat-nav") == ["about/", "papers/"]
    assert addresses(page, "cat-footer") == ["meetings/"]
    assert addresses(page, "cat-section") == addresses(page_at(project, "plans/"), "cat-section")


def test_a_page_in_nav_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    other = lay_out(tmp_path)
    (other / "docs" / "meetings" / "autumn.md").unlink()
    problems: Problems = build_project(other, with_site=True)[1]
    assert [str(problem) for problem in problems if "autumn" in str(problem)] == [
        'mkdocs.yml: nav: "meetings/autumn.md" is no page of the site'
        " (write the page, or take it out of nav)"
    ]
    assert not [problem for problem in problems if "papers/index.md" in str(problem)]

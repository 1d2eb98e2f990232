"""What catalogue.yml wishes of the site is on its pages."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator.problems import Problems
from tests.projects import build_project, make_project

pytestmark = pytest.mark.slow

WISHES = """
accent: "#f0c"
logo: assets/pebble.svg
links: [pdf, paper]
footer:
  - {name: 'Who & "what"', to: about/}
  - {name: Elsewhere, to: "https://tea.example.org/?a=1&b=2#who"}
  - {name: Nowhere, to: none/}
licence: {name: 'Ours <b>', url: "https://tea.example.org/licence"}
analytics:
  script: https://count.example.org/js/script.js
  attributes: {data-domain: 'a"><script>x()</script>'}
"""


@pytest.fixture(scope="module")
def wished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Problems]:
    project = make_project(tmp_path_factory.mktemp("wishes") / "project")
    (project / "docs" / "assets").mkdir(exist_ok=True)
    (project / "docs" / "assets" / "pebble.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8"
    )
    file = project / "catalogue" / "catalogue.yml"
    file.write_text(file.read_text("utf-8") + WISHES, "utf-8")
    _, problems = build_project(project, with_site=True)
    return project / "site", problems


def pages(site: Path) -> list[Element]:
    found = [parsed(path) for path in sorted(site.rglob("*.html"))]
    assert len(found) > 20
    return found


def parsed(path: Path) -> Element:
    page: Element = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    return page


def one(page: Element, path: str) -> Element:
    found = page.findall(path)
    assert len(found) == 1, path
    return found[0]


def text(element: Element) -> str:
    return "".join(element.itertext())


def test_the_logo_stands_before_the_name_and_in_the_tab(wished: tuple[Path, Problems]) -> None:
    site, _ = wished
    assert (site / "assets" / "pebble.svg").is_file()
    for page in pages(site):
        logo = one(page, ".//a[@class='cat-logo cat-logo-own']/img")
        assert logo.get("src", "").endswith("assets/pebble.svg")
        assert logo.get("alt") == ""
        assert one(page, ".//link[@rel='icon']").get("href") == logo.get("src")


def test_the_colour_comes_after_the_themes(wished: tuple[Path, Problems]) -> None:
    site, _ = wished
    assert "--cat-link: light-dark(#" in (site / "assets/stylesheets/accent.css").read_text("utf-8")
    for page in pages(site):
        sheets = [link.get("href", "") for link in page.findall(".//link[@rel='stylesheet']")]
        names = [sheet.rsplit("/", 1)[-1] for sheet in sheets]
        assert names.index("accent.css") > names.index("base.css")


def test_the_foot_has_the_links_and_the_licence_as_text(wished: tuple[Path, Problems]) -> None:
    site, _ = wished
    for page in pages(site):
        foot = one(page, ".//footer[@class='cat-footer']")
        links = {text(link): link.get("href", "") for link in foot.findall(".//a")}
        assert list(links) == ['Who & "what"', "Elsewhere", "Nowhere", "Ours <b>"]
        assert links['Who & "what"'].endswith(("about/", "./"))
        assert links["Elsewhere"] == "https://tea.example.org/?a=1&b=2#who"
        assert one(foot, ".//a[@rel='license']").get("href") == "https://tea.example.org/licence"


def test_a_link_at_the_foot_that_leads_nowhere_is_told(wished: tuple[Path, Problems]) -> None:
    _, problems = wished
    told = [str(problem) for problem in problems if "footer" in str(problem)]
    assert told == [
        'catalogue/catalogue.yml: footer: "none/" is no page or file of the site (mend the link)'
    ]


def test_one_other_host_is_allowed_and_asked(wished: tuple[Path, Problems]) -> None:
    site, _ = wished
    for page in pages(site):
        policy = one(page, ".//meta[@http-equiv='Content-Security-Policy']").get("content", "")
        host = "https://count.example.org"
        assert policy.startswith(f"default-src 'self' {host}; img-src 'self' data: {host}; object")
        others = [
            script.attrib
            for script in page.findall(".//script[@src]")
            if "://" in script.get("src", "")
        ]
        assert [script["src"] for script in others] == [f"{host}/js/script.js"]
        assert others[0]["data-domain"] == 'a"><script>x()</script>'
        assert not any(text(script) == "x()" for script in page.findall(".//script"))


def test_a_page_of_a_paper_has_the_wished_links_in_their_order(
    wished: tuple[Path, Problems],
) -> None:
    site, _ = wished
    orders = set()
    for path in sorted((site / "papers").glob("*/index.html")):
        page = parsed(path)
        links = page.findall(".//p[@class='links']/a")
        orders.add(tuple(text(link).partition(" (")[0] for link in links))
        assert not page.findall(".//span[@class='elsewhere']")
    assert ("PDF", "Paper") in orders
    assert all(set(order) <= {"PDF", "Paper"} for order in orders)


def test_the_page_of_data_says_the_licence(wished: tuple[Path, Problems]) -> None:
    site, _ = wished
    article = one(parsed(site / "data" / "index.html"), ".//article")
    assert one(article, ".//a[@rel='license']").text == "Ours <b>"

"""What catalogue.yml may wish of the site, and what is said of a wish that cannot be met."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import settings
from generator.problems import Problems
from generator.settings.wishes import LICENCES, LINK_NAMES, Analytics, FooterLink, Licence
from generator.values.link import KINDS as LINKS

FULL = """\
name: Tea and pebbles
language: de
accent: "#b0336e"
logo: assets/pebble.svg
links: [pdf, paper, elsewhere]
footer:
  - {name: About, to: about/}
  - {name: The group, to: "https://tea.example.org/#who"}
licence: cc-by-4.0
analytics:
  script: https://count.example.org/script.js
  attributes: {data-domain: tea.example.org}
"""


def made(root: Path, text: str) -> tuple[settings.Settings | None, list[str]]:
    (root / "catalogue").mkdir(exist_ok=True)
    (root / "catalogue" / "catalogue.yml").write_text(text, "utf-8")
    problems = Problems()
    return settings.load(root, problems), [str(problem) for problem in problems]


def test_every_wish_is_taken(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "pebble.svg").write_text("<svg/>", "utf-8")
    found, mistakes = made(tmp_path, FULL)
    assert (found is not None, mistakes) == (True, [])
    assert found is not None
    assert (found.language, found.accent, found.logo) == ("de", "#b0336e", "assets/pebble.svg")
    assert found.links == ("pdf", "paper", "elsewhere")
    assert found.footer == (
        FooterLink(name="About", to="about/"),
        FooterLink(name="The group", to="https://tea.example.org/#who"),
    )
    assert found.licence == Licence(name="CC-BY-4.0", url=LICENCES["CC-BY-4.0"])
    assert found.analytics == Analytics(
        script="https://count.example.org/script.js", attributes={"data-domain": "tea.example.org"}
    )


def test_nothing_is_wished_where_nothing_is_said(tmp_path: Path) -> None:
    found, mistakes = made(tmp_path, "name: Tea\naccent:\nlogo:\nlicence:\nanalytics:\nlinks:\n")
    assert (found is not None, mistakes) == (True, [])
    assert found is not None
    assert (found.language, found.accent, found.logo) == ("en", "", "")
    assert (found.links, found.footer, found.licence, found.analytics) == (None, None, None, None)


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        ("accent: plum", "accent: \"plum\" is not a colour (write it as '#1a5fb4'"),
        ('accent: "#12345"', 'accent: "#12345" is not a colour'),
        ("logo: ../logo.svg", 'logo: "../logo.svg" is not a file in docs/'),
        ("logo: /srv/logo.svg", 'logo: "/srv/logo.svg" is not a file in docs/'),
        ("logo: assets/logo.js", 'logo: "assets/logo.js" is not a picture (take one that ends in'),
        ("logo: assets/none.svg", 'logo: "assets/none.svg" is not in docs/ (put the picture there'),
        ("licence: GPL", 'licence: "GPL" is not a licence that is known by its name (write one of'),
        ("licence: {name: Ours}", "licence.url: is missing"),
        ("licence: {name: Ours, url: ours}", 'licence.url: "ours" is not a web address'),
        ("links: [pdf, blog]", 'links[2]: "blog" is not one of the known values'),
        ("footer: [{name: A, to: 'javascript:x()'}]", "is neither a page nor a web address"),
        ("footer: [{name: A, to: //evil.example}]", "is neither a page nor a web address"),
        ("footer: [{name: A}]", "footer[1].to: is missing"),
        ("analytics: {script: count.js}", 'analytics.script: "count.js" is not a web address'),
        (
            "analytics: {script: 'https://c.example/', attributes: {onload: x}}",
            '"onload" is not an attribute of data (write data- and small letters)',
        ),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_with_its_line(
    tmp_path: Path, said: str, mistake: str
) -> None:
    found, mistakes = made(tmp_path, f"name: Tea\n{said}\n")
    assert found is None
    assert len(mistakes) == 1
    assert mistakes[0].startswith("catalogue/catalogue.yml:2: ")
    assert mistake in mistakes[0]


def test_links_that_can_be_wished_are_those_that_there_are() -> None:
    assert LINK_NAMES[:-2] == tuple(LINKS)

"""Every address in a site is followed: those that lead nowhere, or elsewhere, are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.audit.links import wrong_links
from tests.site.audit.site import Site

URL = "https://tea.example.org/group/"
FILES = {
    "index.html": "<h1 id='green tea'>Tea</h1>",
    "papers/one/index.html": "<h1 id=paper>One</h1><a name=old></a>",
    "papers/index.html": "<h1>Papers</h1>",
    "a.css": "b{background:url(leaf.svg)}",
    "leaf.svg": "<svg xmlns='http://www.w3.org/2000/svg'><path id=stem /></svg>",
    "a.js": 'import { b } from "./b.js";',
    "b.js": "",
}

RIGHT = [
    "<a href=papers/one/>",
    "<a href=papers/one/#paper>",
    "<a href=papers/one/#old>",
    "<a href='#green%20tea'>",
    "<a href=#>",
    "<a href=papers/one/#top>",
    "<a href='papers/?q=x&amp;y'>",
    "<a href=papers/one/../>",
    "<a href=/group/papers/>",
    f"<a href={URL}papers/>",
    "<a href=https://other.example.org/>",
    "<a href=https://tea.example.org/other/>",
    "<a href=mailto:tea@example.org>",
    "<form action=papers/>",
    "<img src=leaf.svg>",
    "<img src=data:image/png;base64,AAAA>",
    "<img srcset='leaf.svg 1x, leaf.svg 2x'>",
    "<use href=leaf.svg#stem>",
    "<link rel=stylesheet href=a.css>",
    "<link rel=license href=https://other.example.org/>",
]
WRONG = [
    ("<a href=papers/two/>", "leads to papers/two/index.html, which is not there"),
    ("<a href=papers>", "without a final slash"),
    ("<a href=papers/one/#two>", "does not have"),
    ("<a href=#black>", "does not have"),
    ("<a href=leaf.svg#leaf>", "does not have"),
    ("<a href=a.css#b>", "has no anchors"),
    ("<a href=../>", "leads out of /group/"),
    ("<a href=/papers/>", "leads out of /group/"),
    (f"<a href={URL}two/>", "is not there"),
    ("<a href=javascript:a()>", "has the scheme javascript:"),
    ("<a href='http://['>", "is no address"),
    ("<form action=find/>", "is not there"),
    ("<button formaction=find/>", "is not there"),
    ("<img src=b.png>", "is not there"),
    ("<img srcset='leaf.svg 1x, b.png 2x'>", "is not there"),
    ("<source src=b.mp4>", "is not there"),
    ("<script src=c.js></script>", "is not there"),
    ("<use href=leaf.svg#leaf>", "does not have"),
    ("<link rel=stylesheet href=b.css>", "is not there"),
    ("<link rel=canonical href=b/>", "is not there"),
    (f"<meta property=og:url content={URL}b/>", "is not there"),
    ("<img src=https://other.example.org/a.png>", "is loaded from another host"),
    ("<script src=//other.example.org/a.js></script>", "is loaded from another host"),
    ("<link rel='alternate stylesheet' href=https://other.example.org/a.css>", "another host"),
    ("<link rel=preconnect href=https://other.example.org/>", "another host"),
    (
        f'<script type=application/ld+json>{{"a":[{{"item":"{URL}b/"}}]}}</script>',
        "is not there",
    ),
]
OTHER_FILES = [
    ("a.css", "b{background:url('c.svg')}", "c.svg"),
    ("a.css", '@import "c.css";', "c.css"),
    ("a.css", "b{background:url(https://other.example.org/a.png)}", "another host"),
    ("a.js", 'import "./c.js";', "c.js"),
    ("a.js", 'const c = await import("./c.js");', "c.js"),
    ("a.js", 'export { c } from "./c.js";', "c.js"),
    ("a.js", 'new URL("c.json", import.meta.url)', "c.json"),
    ("sitemap.xml", f"<urlset><url><loc>{URL}b/</loc></url></urlset>", "b/"),
    (
        "data/feed.xml",
        f"<feed xmlns='http://www.w3.org/2005/Atom'><link href='{URL}b/'/></feed>",
        "b/",
    ),
    ("feed.json", f'{{"items":[{{"url":"{URL}b/"}}]}}', "b/"),
    ("llms.txt", f"- [B]({URL}b/): not there", "b/"),
    ("robots.txt", f"User-agent: *\nSitemap: {URL}map.xml", "map.xml"),
]


def site_of(folder: Path, body: str = "", **files: str) -> Site:
    for name, text in (FILES | files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text + (body if name == "index.html" else ""), "utf-8")
    return Site(folder, URL)


@pytest.mark.parametrize("body", RIGHT)
def test_an_address_that_leads_somewhere_is_right(tmp_path: Path, body: str) -> None:
    assert wrong_links(site_of(tmp_path, body)) == []


@pytest.mark.parametrize(("body", "message"), WRONG)
def test_an_address_that_leads_nowhere_is_found(tmp_path: Path, body: str, message: str) -> None:
    found = wrong_links(site_of(tmp_path, body))
    assert len(found) == 1, found
    assert found[0].startswith("index.html")
    assert message in found[0]


@pytest.mark.parametrize(("name", "text", "message"), OTHER_FILES)
def test_files_that_are_no_pages_are_read_too(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    found = wrong_links(site_of(tmp_path, **{name: text}))
    assert len(found) == 1, found
    assert found[0].startswith(f"{name}: ")
    assert message in found[0]


def test_the_same_address_is_followed_from_every_folder(tmp_path: Path) -> None:
    link = "<a href=one/></a>"
    found = wrong_links(site_of(tmp_path, **{"index.html": link, "papers/index.html": link}))
    assert [line.split(":")[0] for line in found] == ["index.html"]

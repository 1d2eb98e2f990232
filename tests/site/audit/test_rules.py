"""Each rule for pages can fail: small pages, right but for one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.audit.rules import RULES, broken_rules
from tests.site.audit.site import Site
from tests.site.audit.validity import parse_errors

URL = "https://tea.example.org/group/"
POLICY = (
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'self'; form-action 'self'\">"
)
RIGHT = f"""<!doctype html>
<html lang=en><head><meta charset=utf-8>{POLICY}
<meta name=viewport content="width=device-width,initial-scale=1">
<meta name=description content="What we read.">
<link rel=canonical href={URL}><meta property=og:url content={URL}>
<script src=a.js></script><title>Tea</title>
<script type=application/ld+json>{{"@context":"https://schema.org","url":"{URL}"}}</script>
</head><body><h1 id=top>Tea</h1><h2>Green</h2><h3>Sencha</h3><h2>Black</h2>
<form><label for=q>Find</label> <input id=q></form>
<p><a href=#top>up</a> <img src=a.png alt="">
<button aria-label=Clear></button> <svg role=img aria-label=Leaves><title>Leaves</title></svg></p>
</body></html>
"""

WRONG = [
    ("one_title", "<title>Tea</title>", "", "has 0 titles"),
    ("one_title", "<title>Tea</title>", "<title>Tea</title><title>Two</title>", "has 2 titles"),
    ("one_title", "<title>Tea</title>", "<title> </title>", "has 1 titles: ['']"),
    ("one_h1", "<h2>Green", "<h1>Green", "has 2 first headings"),
    ("one_h1", "<h1 id=top>Tea</h1>", "<h1 id=top></h1>", "has 1 first headings: ['']"),
    ("language", "lang=en", "", "does not say its language"),
    ("one_description", "What we read.", "", "has 1 descriptions: ['']"),
    ("one_description", "name=description", "name=other", "has 0 descriptions"),
    ("character_set_and_viewport", "<meta charset=utf-8>", "", "<meta charset=utf-8>"),
    ("character_set_and_viewport", "name=viewport", "name=other", "has the viewports []"),
    ("character_set_and_viewport", "=1", "=1,user-scalable=no", "forbids to zoom"),
    ("canonical", f"<link rel=canonical href={URL}>", "", "names the canonical address []"),
    ("canonical", f"canonical href={URL}", f"canonical href={URL}x/", f"group/x/'], not {URL}"),
    ("canonical", f"og:url content={URL}", f"og:url content={URL}x/", "as og:url"),
    ("policy", POLICY, "", "has 0 content security policies"),
    ("policy", POLICY, POLICY + POLICY, "has 2 content security policies"),
    ("policy", "; object-src 'none'", "", "says object-src nothing"),
    ("policy", "img-src 'self' data:", "img-src *", "is open: img-src *"),
    ("policy", "img-src 'self'", "script-src 'unsafe-inline'", "is open: script-src"),
    ("policy", POLICY, "<script src=b.js></script>" + POLICY, "<script> in line 2 stands before"),
    ("no_inline_code", "<script src=a.js>", "<script>a()", "a script in the page: 'a()'"),
    ("no_inline_code", "<script src=a.js>", "<script type=module>a()", "a script in the page"),
    ("no_inline_code", "<h2>", "<h2 onclick=a()>", "<h2 onclick='a()'>"),
    ("no_inline_code", "<h2>", "<h2 style=color:red>", "<h2 style='color:red'>"),
    ("no_inline_code", "</head>", "<style>h2{}</style></head>", "a <style> element: 'h2{}'"),
    ("data_for_search_engines", '"url"', "url", "is no JSON"),
    ("data_for_search_engines", "https://schema.org", "x", "no @context"),
    ("data_for_search_engines", '"url":"', '"url":"x', "speaks of x"),
    ("outline", "<h2>Green</h2>", "", "<h3> 'Sencha' follows <h1>"),
    ("outline", "<h2>Green", "<h2>", "an empty <h2>"),
    ("outline", "<body>", "<body><h2>Before</h2>", "<h2> 'Before' follows <h0>"),
    ("names", ' alt=""', "", "an image without alt: a.png"),
    ("names", ">up<", "><", "<a> without text or label"),
    ("names", " aria-label=Clear", "", "<button> without text or label"),
    ("names", " aria-label=Leaves", "", "a drawing without label"),
    ("fields", "<form>", "", "<input> stands in no form"),
    ("ids", "id=q", "id=top", "the id 'top' is given 2 times"),
    ("ids", "for=q", "for=r", "for='r' names nothing"),
    ("ids", "<h2>", "<h2 aria-labelledby='q r'>", "aria-labelledby='r' names nothing"),
]


def site_of(folder: Path, html: str, name: str = "index.html", url: str = URL) -> Site:
    (folder / name).write_text(html, "utf-8")
    return Site(folder, url)


def test_a_right_page_breaks_no_rule(tmp_path: Path) -> None:
    assert broken_rules(site_of(tmp_path, RIGHT)) == []
    assert parse_errors(tmp_path / "index.html") == []


@pytest.mark.parametrize(("rule", "old", "new", "message"), WRONG)
def test_one_thing_wrong_breaks_its_rule(
    tmp_path: Path, rule: str, old: str, new: str, message: str
) -> None:
    assert old in RIGHT
    found = broken_rules(site_of(tmp_path, RIGHT.replace(old, new, 1)))
    here = [line for line in found if line.startswith(f"index.html: {rule}: ")]
    assert here, found
    assert message in here[0]


def test_every_rule_has_been_seen_to_fail() -> None:
    assert {rule.__name__ for rule in RULES} == {rule for rule, *_ in WRONG}


def test_the_page_for_what_is_not_there_has_no_address_and_is_not_to_be_found(
    tmp_path: Path,
) -> None:
    found = broken_rules(site_of(tmp_path, RIGHT, "404.html"))
    assert [line for line in found if "is for what is not there" in line]
    hidden = RIGHT.replace(f"<link rel=canonical href={URL}>", "<meta name=robots content=noindex>")
    hidden = hidden.replace("property=og:url", "property=og:site")
    hidden = hidden.replace("type=application/ld+json", "type=application/json")
    assert broken_rules(site_of(tmp_path, hidden, "404.html")) == []


def test_a_site_that_does_not_know_its_address_names_none(tmp_path: Path) -> None:
    found = broken_rules(site_of(tmp_path, RIGHT, url=""))
    assert [line.split(": ")[1] for line in found] == ["canonical"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<h2>Green</h2>", "<h2>Green</h3></h2>", "end-tag-too-early"),
        ("<!doctype html>\n", "", "expected-doctype"),
        (">up<", ">up &amp up<", "named-entity-without-semicolon"),
        ("<input id=q>", "<input id=q id=r>", "duplicate-attribute"),
        ("<h2>Green</h2>", "<p><h2>Green</h2></p>", "unexpected-end-tag"),
    ],
)
def test_html_that_parsers_read_differently_is_found(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    (tmp_path / "index.html").write_text(RIGHT.replace(old, new, 1), "utf-8")
    found = parse_errors(tmp_path / "index.html")
    assert found
    assert message in found[0]

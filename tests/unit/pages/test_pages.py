"""What the pages say, and that no page grows with the number of papers."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import html5lib
import markdown
import pytest

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import (
    Area,
    Assignment,
    KnownVenue,
    Person,
    Related,
    Subarea,
    Topic,
)
from generator.pages.bylines import FIRST, MOST_ON_PAGE
from generator.pages.kinds.paper import description
from generator.pages.kinds.papers import LINES_PER_PAGE
from generator.pages.lists import CARDS_PER_PAGE
from generator.pages.views import DESCRIPTION
from generator.people import people
from generator.text.html import ROOT, typeset
from generator.text.markdown import inline
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Entry, Paper
from generator.values.text import Text
from generator.venues.stage import venues
from tests import given
from tests.laid_out import article, articles, made, texts, words

TOPIC = Topic("sheep", Text("Counting sheep"), Text("How sheep are counted."), "animals")
COWS = replace(TOPIC, slug="cows", name=Text("Cows"))
AREAS = (Area("animals", Text("Animals"), Text(), (TOPIC, COWS)),)


def paper(number: int, **fields: object) -> Paper:
    usual: dict[str, Any] = {"title": f"Paper {number}", "entries": (Entry("a.txt", number + 1),)}
    return given.paper(f"paper-{number}", **usual | fields)


def test_a_page_says_what_is_known_and_has_no_empty_parts() -> None:
    bare = articles(Catalogue((paper(1),)))["papers/paper-1.md"]
    for part in ("Abstract", "Related", "Introduces", "byline", "None", "()"):
        assert part not in bare
    assert "a.txt, line 2" in bare
    full = paper(
        1,
        summary="It counts.",
        abstract="We count.",
        authors=("A. Shepherd", "B. Shepherd"),
        year=2031,
        venue="Journal of Wool",
        kind="method",
        introduces=("SheepNet",),
        links=(Link("code", "https://github.com/a/b"), Link("code", "https://github.com/a/c")),
        entries=(Entry("a.txt", 3, "Mar 12"),),
    )
    catalogue = Catalogue(
        (full, paper(2)),
        AREAS,
        {"paper-1": (Assignment("sheep", 3.0),)},
        {
            "paper-1": (
                Related("paper-2", 0.5, ("A*Net", "wool", "sheep"), ("A*Net",), ("SheepNet",), "x"),
            )
        },
    )
    page = articles(catalogue)["papers/paper-1.md"]
    for part in (
        '<p class="byline">A. Shepherd, B. Shepherd</p>',
        '<p class="published">Journal of Wool <a href="/years/2031/">2031</a></p>',
        '<p class="summary">It counts.</p>',
        '<h2 id="abstract">Abstract</h2>\n<p>We count.</p>',
        "<strong>SheepNet</strong>",
        'href="https://github.com/a/b" title="github.com">Code (b)</a>',
        'href="https://github.com/a/c" title="github.com">Code (c)</a>',
        '<a class="topic" data-area="1" href="/topics/sheep/">Counting sheep</a>',
        '<a data-paper="paper-2" href="/papers/paper-2/">Paper 2</a> <span class="why">'
        "almost this paper, but kept apart: x · introduces A*Net, mentioned here"
        " · mentions SheepNet · shared: wool, sheep</span>",
        'a.txt, line 3, saved <a href="/listed/03-12/">Mar 12</a>',
    ):
        assert part in page
    text = texts(catalogue)["papers/paper-1.md"]
    for part in (
        "A. Shepherd, B. Shepherd\n\nJournal of Wool [2031](/years/2031.md)\n\nIt counts.\n",
        "## Abstract\n\nWe count.\n",
        "Introduces **SheepNet**.",
        "[Code (b)](https://github.com/a/b)",
        "Topics: [Counting sheep](/topics/sheep.md)\n",
        r"- [Paper 2](/papers/paper-2.md): almost this paper, but kept apart: x"
        r" · introduces A\*Net, mentioned here · mentions SheepNet · shared: wool, sheep",
        "Read in a.txt, line 3, saved [Mar 12](/listed/03-12.md).",
    ):
        assert part in text


def test_title_searches_stand_only_where_no_identifier_is_known() -> None:
    known = paper(2, arxiv="1706.03762")
    found = articles(Catalogue((paper(1, title="Sheep & goats"), known)))
    for name in ("arXiv", "Hugging Face", "Semantic Scholar", "Google Scholar"):
        assert re.search(rf'<a href="https://[^"]+">{name}</a>', found["papers/paper-1.md"])
    assert "Sheep+%26+goats" in found["papers/paper-1.md"]
    assert "Look for it" not in found["papers/paper-2.md"]
    assert "https://arxiv.org/abs/1706.03762" in found["papers/paper-2.md"]


IDS = (Identifier("acl", "P31-1001"), Identifier("arxiv", "1706.03762"),
       Identifier("doi", "10.5555/wool"), Identifier("openreview", "aBcD1234ef"))  # fmt: skip


def links_of(found: Paper) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the buttons of a paper's page and the links behind "Elsewhere"."""
    text = articles(Catalogue((found,)))["papers/paper-1.md"]
    (line,) = re.findall(r">Elsewhere: (.*)</span>", text) or [""]
    return _links(r'class="button[^"]*" ', text), _links("", line)


def _links(before: str, text: str) -> list[tuple[str, str]]:
    """Return names and addresses of links."""
    found = re.findall(rf'<a {before}href="([^"]+)"[^>]*>([^<]+)</a>', text)
    return [(name, html.unescape(url)) for url, name in found]


def test_the_first_buttons_lead_to_the_paper_its_pdf_and_its_code() -> None:
    links = (Link("video", "https://example.org/talk"), Link("code", "https://example.org/code"),
             Link("paper", "https://example.org/wool"))  # fmt: skip
    code_and_video = [("Code", "https://example.org/code"), ("Video", "https://example.org/talk")]
    assert links_of(paper(1, identifiers=IDS, links=links))[0] == [
        ("Paper", "https://doi.org/10.5555/wool"),
        ("PDF", "https://aclanthology.org/P31-1001.pdf"),
        *code_and_video,
    ]
    assert links_of(paper(1, links=links))[0] == [
        ("Paper", "https://example.org/wool"), *code_and_video
    ]  # fmt: skip
    assert links_of(paper(1, arxiv="1706.03762"))[0] == [
        ("Paper", "https://arxiv.org/abs/1706.03762"),
        ("PDF", "https://arxiv.org/pdf/1706.03762"),
    ]
    own = (Link("pdf", "https://example.org/wool.pdf"),)
    assert links_of(paper(1, links=own))[0] == [("PDF", "https://example.org/wool.pdf")]
    assert links_of(paper(1, identifiers=IDS, links=own))[0][1] == (
        "PDF", "https://example.org/wool.pdf"
    )  # fmt: skip
    assert links_of(paper(1)) == ([], [])
    # What leads where an identifier does is no link of its own.
    same = (Link("project", "https://doi.org/10.5555/wool"),)
    assert links_of(paper(1, doi="10.5555/wool", links=same))[0] == [
        ("Paper", "https://doi.org/10.5555/wool")
    ]


def test_identifiers_lead_to_all_sites_that_know_them() -> None:
    assert links_of(paper(1, identifiers=IDS))[1] == [
        ("arXiv", "https://arxiv.org/abs/1706.03762"),
        ("alphaXiv", "https://www.alphaxiv.org/abs/1706.03762"),
        ("Hugging Face", "https://huggingface.co/papers/1706.03762"),
        ("OpenReview", "https://openreview.net/forum?id=aBcD1234ef"),
        ("ACL Anthology", "https://aclanthology.org/P31-1001"),
        ("DOI", "https://doi.org/10.5555/wool"),
        ("Semantic Scholar", "https://api.semanticscholar.org/arXiv:1706.03762"),
        ("Google Scholar", "https://scholar.google.com/scholar_lookup?arxiv_id=1706.03762"),
    ]
    assert links_of(paper(1, doi="10.5555/a&b<c>"))[1] == [
        ("DOI", "https://doi.org/10.5555/a%26b%3Cc%3E"),
        ("Semantic Scholar", "https://api.semanticscholar.org/DOI:10.5555/a%26b%3Cc%3E"),
        ("Google Scholar", "https://scholar.google.com/scholar_lookup?doi=10.5555/a%26b%3Cc%3E"),
    ]
    assert links_of(paper(1, acl="P31-1001"))[1] == [
        ("ACL Anthology", "https://aclanthology.org/P31-1001"),
        ("Semantic Scholar", "https://api.semanticscholar.org/ACL:P31-1001"),
    ]
    assert links_of(paper(1, openreview="aBcD1234ef"))[1] == [
        ("OpenReview", "https://openreview.net/forum?id=aBcD1234ef"),
    ]


def test_a_site_is_named_only_for_identifiers_that_it_takes() -> None:
    named = dict(links_of(paper(1, arxiv="cs/0301012"))[1])
    assert named["alphaXiv"] == "https://www.alphaxiv.org/abs/cs/0301012"
    assert "Hugging Face" not in named


def test_a_further_page_of_a_paper_is_named_by_its_host() -> None:
    pages_ = (Link("paper", "https://proceedings.example.org/wool"),
              Link("paper", "https://arxiv.org/abs/1706.03762v2"))  # fmt: skip
    buttons, others = links_of(paper(1, arxiv="1706.03762", links=pages_))
    assert buttons[0] == ("Paper", "https://arxiv.org/abs/1706.03762")
    assert others[-1] == ("proceedings.example.org", "https://proceedings.example.org/wool")
    assert [url for _, url in others if "v2" in url] == []


def test_every_card_says_its_citation_to_programs_and_a_papers_page_does_not() -> None:
    found = paper(1, title='Sheep & "goats"', authors=("Ada Quill",), year=2031)
    text = articles(Catalogue((found,), AREAS, {"paper-1": (Assignment("sheep", 3.0),)}))
    for path in ("topics/sheep.md", "years/2031.md"):
        (span,) = re.findall(r'<span class="Z3988" title="([^"]*)"></span>', text[path])
        said = parse_qs(html.unescape(span), strict_parsing=True)
        assert said["rft.title"] == ['Sheep & "goats"']
        assert said["rft.creator"] == ["Quill, Ada"]
    assert "Z3988" not in text["papers/paper-1.md"]


def test_a_papers_page_keeps_a_byline_for_reading_lists() -> None:
    many = tuple(f"{name} Quill" for name in ("Ada", "Ben", "Cleo", "Dan", "Eve"))
    for authors, said in (
        (many[:1], "Ada Quill · Wool 2031"),
        (many[:4], "Ada Quill, Ben Quill, Cleo Quill, Dan Quill · Wool 2031"),
        (many, "Ada Quill, Ben Quill, Cleo Quill, and 2 more · Wool 2031"),
        ((), "Wool 2031"),
        (('O"Quill {x}',), "O&quot;Quill {x} · Wool 2031"),
    ):
        found = paper(1, authors=authors, venue="Wool", year=2031)
        text = articles(Catalogue((found,)))["papers/paper-1.md"]
        assert f'<button class="cat-save" type="button" data-byline="{said}">Save<' in text
    assert "data-byline" not in articles(Catalogue((paper(1),)))["papers/paper-1.md"]


def test_a_related_paper_has_a_short_byline() -> None:
    for authors, said in (
        (("Ada Quill",), "Quill · Wool 2031"),
        (("Ada Quill", "Ludwig van Pond"), "Quill and van Pond · Wool 2031"),
        (("Ada Quill", "Ludwig van Pond", "Ben Sample"), "Quill et al. · Wool 2031"),
        (("Sheep Counting Team",), "Sheep Counting Team · Wool 2031"),
        ((), "Wool 2031"),
    ):
        other = paper(2, authors=authors, venue="Wool", year=2031)
        related = {"paper-1": (Related("paper-2", 0.5, ("wool",)),)}
        text = articles(Catalogue((paper(1), other), related=related))["papers/paper-1.md"]
        assert f'<span class="by">{said}</span> <span class="why">' in text


@pytest.mark.parametrize(
    ("year", "arxiv", "when"),
    [
        (2024, "2212.01234", "Wool 2024 (first 2022)"),
        (2022, "2212.01234", "Wool 2022"),
        (2021, "2212.01234", "Wool 2021"),
        (None, "2212.01234", "Wool"),
        (2024, "2213.01234", "Wool 2024"),
    ],
)
def test_a_page_says_when_the_preprint_came_before(year: int | None, arxiv: str, when: str) -> None:
    found = paper(1, venue="Wool", year=year, arxiv=arxiv)
    text = articles(Catalogue((found,)))["papers/paper-1.md"]
    (line,) = re.findall(r'<p class="published">(.*)</p>', text)
    assert words(line) == when


def test_venue_and_year_of_a_paper_lead_to_their_pages() -> None:
    found = paper(1, venue="Journal of [Wool]", year=2031)
    slug = {"paper-1": "journal-of-wool"}
    place = '<a href="/venues/journal-of-wool/">Journal of [Wool]</a>'
    time = '<a href="/years/2031/">2031</a>'
    for venue_of, year, line in (
        (slug, 2031, f"{place} {time}"),
        ({}, 2031, f"Journal of [Wool] {time}"),
        (slug, None, place),
    ):
        name = Text("Journal of [Wool]")
        known = KnownVenue("journal-of-wool", name, name.plain, "journal", ("paper-1",))
        papers = (given.changed(found, year=year),)
        catalogue = Catalogue(papers, venues=(known,) if venue_of else (), venue_of=venue_of)
        text = articles(catalogue)["papers/paper-1.md"]
        assert f'<p class="published">{line}</p>' in text


@pytest.mark.parametrize("count", [1, 3, 15, 16, 60])
def test_every_author_is_named_and_a_long_list_is_folded(count: int) -> None:
    names = tuple(f"Ada <{n}> Quill" for n in range(count))
    text = articles(Catalogue((paper(1, authors=names),)))["papers/paper-1.md"]
    folded = re.search(r'<div class="byline">(.*)<details>(.*)</details></div>', text)
    assert (folded is not None) == (count > MOST_ON_PAGE)
    (head,) = [folded[0]] if folded else re.findall(r'<p class="byline">.*</p>', text)
    named = list(map(int, re.findall(r"Ada &lt;(\d+)&gt; Quill", head)))
    last = [count - 1] if folded else []
    between = [n for n in range(count) if n not in last]
    assert named == between[:FIRST] + last + between[FIRST:]
    if folded:
        assert f"<summary>and {count - FIRST - 1} more</summary>" in head


def test_authors_that_a_source_has_family_first_are_printed_in_the_natural_order() -> None:
    found = paper(1, authors=("Quill, Ada", "Ñandú, José"))
    pages_ = articles(Catalogue((found,), AREAS, {"paper-1": (Assignment("sheep", 3.0),)}))
    for path in ("papers/paper-1.md", "topics/sheep.md"):
        assert "Ada Quill, José Ñandú" in pages_[path]


def test_long_lists_go_over_several_pages_and_hold_every_paper_once() -> None:
    many = tuple(sorted((paper(n) for n in range(LINES_PER_PAGE + 5)), key=lambda p: p.id))
    topics = {p.id: (Assignment("sheep", 3.0),) for p in many}
    found = articles(Catalogue(many, AREAS, topics))
    for pattern, most in ((r"papers/(index|all/\d+)\.md", LINES_PER_PAGE),
                          (r"topics/sheep(/\d+)?\.md", CARDS_PER_PAGE)):  # fmt: skip
        lists = [text for path, text in found.items() if re.fullmatch(pattern, path)]
        named = [re.findall(r'data-paper="([^"]+)"', text) for text in lists]
        assert len(lists) > 1
        assert all(len(ids) <= most for ids in named)
        assert sorted(i for ids in named for i in ids) == [p.id for p in many]


def test_every_link_leads_to_a_page_that_is_there() -> None:
    many = tuple(sorted((paper(n) for n in range(LINES_PER_PAGE + 5)), key=lambda p: p.id))
    catalogue = Catalogue(
        many,
        AREAS,
        {p.id: (Assignment("sheep", 3.0), Assignment("cows", 2.0)) for p in many[3:]},
        {many[0].id: (Related(many[1].id, 0.4, ("x",)),)},
        signposts={"shared": (many[0].id, many[1].id)},
    )
    found = made(catalogue)
    addresses = {f"/{page.address}" for page in found.values()}
    in_markdown = {f"/{path}" for path, page in found.items() if page.markdown}
    for path, page in found.items():
        for target in re.findall(r'href="(/[^"#?]*)', article(page)):
            assert target in addresses or target.startswith("/data/"), f"{path} links to {target}"
    for path, text in texts(catalogue).items():
        for target in re.findall(r"\]\((/[^)#?]*)", text):
            assert target in in_markdown or target.startswith("/data/"), f"{path} links to {target}"


def test_papers_without_a_topic_stand_under_unsorted() -> None:
    catalogue = Catalogue((paper(1), paper(2)), AREAS, {"paper-1": (Assignment("sheep", 3.0),)})
    found = articles(catalogue)
    assert "paper-2" in found["topics/unsorted.md"]
    assert "paper-1" not in found["topics/unsorted.md"]
    assert "topics/unsorted.md" not in articles(Catalogue((), AREAS))


def test_neighbouring_topics_are_those_that_share_papers() -> None:
    both = {"paper-1": (Assignment("sheep", 3.0), Assignment("cows", 2.0))}
    text = articles(Catalogue((paper(1),), AREAS, both))["topics/sheep.md"]
    assert 'title="1 paper in common" href="/topics/cows/">Cows</a> <span class="count">1<' in text
    text = texts(Catalogue((paper(1),), AREAS, both))["topics/sheep.md"]
    assert "Neighbouring topics: [Cows](/topics/cows.md) (1 in common).\n" in text


def sheep_with_parts(count: int, **fields: object) -> Catalogue:
    """A catalogue whose papers are in one topic; of three, one is in none of its two sub-areas."""
    parts = tuple(Subarea(Text(name)) for name in ("Wool & weather", "Fences", "Empty"))
    areas = (Area("animals", Text("Animals"), Text(), (replace(TOPIC, subareas=parts),)),)
    papers = tuple(sorted((paper(n, **fields) for n in range(count)), key=lambda p: p.id))
    topics = {p.id: (Assignment("sheep", 3.0),) for p in papers}
    numbers = {p.id: n % 3 for n, p in enumerate(papers) if n % 3 < 2}
    return Catalogue(papers, areas, topics, subareas={"sheep": numbers})


def headings(text: str) -> list[str]:
    return list(map(words, re.findall(r"<h3 [^>]*>(.+?)</h3>", text)))


def test_a_topic_shows_its_papers_by_sub_area_and_title() -> None:
    text = articles(sheep_with_parts(6))["topics/sheep.md"]
    assert headings(text) == ["Wool & weather", "Fences", "Other papers"]
    part = '<a href="/topics/sheep/#part-wool-weather">Wool &amp; weather</a>'
    assert f'<span>{part} <span class="count">2</span></span>' in text
    places = [text.index(f'data-paper="paper-{n}"') for n in (0, 3, 1, 4, 2, 5)]
    assert places == sorted(places)
    assert text.index(">Fences</h3>") < places[2] < text.index(">Other papers</h3>") < places[4]


def test_a_topic_can_be_followed_from_its_head_and_taken_from_its_end() -> None:
    found = articles(sheep_with_parts(CARDS_PER_PAGE + 1))
    first, second = found["topics/sheep.md"], found["topics/sheep/2.md"]
    follow = first.index(
        'Follow this topic by feed: <a href="/data/topics/sheep/feed.xml">Atom</a>.</p>'
    )
    assert first.index("topic-title") < follow < first.index(">Wool &amp; weather</h3>")
    assert first.index("Download its papers as ") > first.rindex("data-paper=")
    assert "Follow this topic" not in second


def test_sub_areas_that_begin_on_a_later_page_are_linked_there() -> None:
    found = articles(sheep_with_parts(3 * CARDS_PER_PAGE - 30))
    first, second = found["topics/sheep.md"], found["topics/sheep/2.md"]
    assert '<a href="/topics/sheep/#part-fences">Fences</a>' in first
    assert '<a href="/topics/sheep/2/#part-other-papers">Other papers</a>' in first
    assert headings(first) == ["Wool & weather", "Fences"]
    assert headings(second) == ["Fences", "Other papers"]
    assert ">Fences</a>" not in second


def test_a_topic_without_sub_areas_is_one_list() -> None:
    alone = replace(sheep_with_parts(4), subareas={})
    text = articles(alone)["topics/sheep.md"]
    assert headings(text) == []
    assert "Other papers" not in text


def test_papers_can_be_seen_by_the_number_of_listings_that_have_them() -> None:
    catalogue = sheep_with_parts(4)
    entries = [Entry(f"{name}.txt", 1) for name in "abc"]
    more = replace(catalogue.papers[2], entries=tuple(entries))
    record = Entry("papers/x.yml", 1, by_hand=True)
    one = replace(catalogue.papers[0], entries=(entries[0], record))
    papers = (one, catalogue.papers[1], more, catalogue.papers[3])
    found = articles(replace(catalogue, papers=papers))
    text = found["topics/sheep/most-listed.md"]
    assert re.findall(r'data-paper="(paper-\d)"', text) == [f"paper-{n}" for n in (2, 0, 1, 3)]
    assert headings(text) == []
    assert text.count("in 3 listings") == 1
    assert "in 1 listing" not in text
    assert "<strong>most listed</strong>" in text
    assert '<a href="/topics/sheep/">by sub-area and title</a>' in text
    assert '<a href="/topics/sheep/most-listed/">most listed</a>' in found["topics/sheep.md"]
    page = made(replace(catalogue, papers=papers))["topics/sheep/most-listed.md"]
    assert (page.robots, page.markdown) == ("noindex", "")


def test_there_is_no_other_order_where_no_paper_is_listed_twice() -> None:
    found = articles(sheep_with_parts(4))
    assert "topics/sheep/most-listed.md" not in found
    assert "most listed" not in found["topics/sheep.md"]


def test_the_list_of_topics_draws_which_of_them_meet() -> None:
    both = (Assignment("sheep", 3.0), Assignment("cows", 2.0))
    hostile = replace(AREAS[0].topics[1], name=Text('<b>"Cows" & more</b>'))
    areas = (replace(AREAS[0], topics=(TOPIC, hostile)),)
    text = articles(Catalogue((paper(1),), areas, {"paper-1": both}))["topics/index.md"]
    drawing = text[text.index("<svg") : text.index("</svg>") + 6]
    root = ET.fromstring(drawing)
    assert [c.findtext("title") for c in root.iter("circle")] == [
        'Counting sheep and <b>"Cows" & more</b>: 1'
    ]
    assert {t.text for t in root.iter("text")} == {"Counting sheep", '<b>"Cows" & more</b>'}
    assert "1 pairs" not in (root.findtext("title") or "")
    assert '<a href="/topics/sheep/">Counting sheep</a> and' in text[text.index("</svg>") :]
    assert "<svg" not in articles(Catalogue((paper(1),), areas))["topics/index.md"]


def test_an_address_that_two_papers_want_names_both() -> None:
    catalogue = Catalogue((paper(1), paper(2)), signposts={"paper": ("paper-1", "paper-2")})
    text = articles(catalogue)["papers/paper.md"]
    assert 'href="/papers/paper-1/"' in text
    assert 'href="/papers/paper-2/"' in text


def test_an_address_of_another_form_of_a_name_leads_on() -> None:
    person = Person("ada-quill", Name("Quill", "Ada <b>"), ("paper-1",))
    catalogue = Catalogue((paper(1),), people=(person,), people_signposts={"a-quill": "ada-quill"})
    page = made(catalogue)["authors/a-quill.md"]
    assert '<a href="/authors/ada-quill/">Ada &lt;b&gt; Quill</a>' in article(page)
    assert f"url={ROOT}authors/ada-quill/" in page.head
    assert page.robots == "noindex"
    assert '<h1 class="topic-title" id="title">Ada &lt;b&gt; Quill</h1>' in article(page)


def test_every_letter_of_the_list_of_titles_has_its_own_anchor() -> None:
    titles = ("Apples", "\N{CYRILLIC CAPITAL LETTER A}pples", "1 apple", "\N{PILE OF POO} apples")
    papers = tuple(paper(number, title=title) for number, title in enumerate(titles))
    text = articles(Catalogue(papers))["papers/index.md"]
    anchors = re.findall(r'id="(titles-[^"]+)"', text)
    assert len(anchors) == 4
    assert len(set(anchors)) == 4
    assert [text.count(f'"#{anchor}"') for anchor in anchors] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("Counts sheep. It works.", "This paper was retracted. Counts sheep. It works."),
        ("Sheep " * 40, f"This paper was retracted. {('Sheep ' * 22).strip()}…"),
        ("", "This paper was retracted. Paper 1"),
    ],
)
def test_who_is_shown_a_link_reads_that_a_paper_was_retracted(summary: str, shown: str) -> None:
    assert description(paper(1, status="retracted", summary=summary, abstract=""), ENGLISH) == shown
    assert len(shown) <= DESCRIPTION
    assert description(paper(1, summary="Counts sheep."), ENGLISH) == "Counts sheep."


def test_what_became_of_a_paper_shows_on_its_page_and_in_every_list() -> None:
    gone = paper(1, status="retracted", links=(Link("code", "https://example.org/code"),))
    other = paper(2)
    related = {other.id: (Related(gone.id, 0.5, ("sheep",)),)}
    given_to = {gone.id: (Assignment("sheep", 3.0),)}
    catalogue = Catalogue((gone, other), AREAS, given_to, related)
    found, in_markdown = articles(catalogue), texts(catalogue)
    page = found["papers/paper-1.md"]
    assert ">Paper 1</h1>" in page
    assert '\n<p class="status"><strong>This paper was retracted.</strong></p>\n' in page
    assert "# Paper 1\n\n**This paper was retracted.**\n" in in_markdown["papers/paper-1.md"]
    assert "retracted" not in found["papers/paper-2.md"].partition(">Related papers<")[0]
    mark = '<span class="badge">retracted</span>'
    lists = ("papers/index.md", "papers/paper-2.md", "topics/sheep.md")
    for path in lists:
        items = re.findall(r"<li.*?</li>", found[path])
        assert [item.count(mark) for item in items if 'data-paper="paper-1"' in item] == [1], path
        (line,) = [x for x in in_markdown[path].splitlines() if "(/papers/paper-1.md)" in x]
        assert line.count("retracted") == 1, path
    assert f'{mark} <span class="badge">code</span>' in found["topics/sheep.md"]


def test_a_marked_title_says_by_itself_what_became_of_the_paper() -> None:
    page = articles(Catalogue((paper(1, title="WITHDRAWN: Counting sheep"),), AREAS))
    assert ">WITHDRAWN: Counting sheep</h1>" in page["papers/paper-1.md"]
    assert "<strong>This paper was withdrawn.</strong>" in page["papers/paper-1.md"]


HEBREW = "ספירת כבשים: האם זה עובד?"
ARABIC = "عدّ الخراف (مع الشبكات)"


@pytest.mark.parametrize("title", [HEBREW, ARABIC])
def test_a_title_from_right_to_left_has_its_direction_wherever_it_stands(title: str) -> None:
    of_right = paper(
        1,
        title=title,
        authors=("נועה דוגמה", "Ada Quill"),
        venue="Journal of Wool",
        summary=title,
        abstract=title,
    )
    plain = paper(2, title="Counting sheep", summary="We count.", abstract="We count.")
    related = {plain.id: (Related(of_right.id, 0.5, ("sheep",)),)}
    given_to = {of_right.id: (Assignment("sheep", 3.0),)}
    catalogue = Catalogue((of_right, plain), AREAS, given_to, related)
    found, in_markdown = articles(catalogue), texts(catalogue)
    page = found["papers/paper-1.md"]
    isolated = typeset(title)
    assert isolated.startswith("<bdi>")
    assert f'id="title" dir="rtl" data-paper="paper-1">{isolated}</h1>' in page
    assert f'<p class="summary" dir="rtl">{isolated}</p>' in page
    assert f'<p dir="rtl">{isolated}</p>' in page
    assert '<p class="byline"><bdi>נועה דוגמה</bdi>, Ada Quill</p>' in page
    assert f"# {inline(title)}\n\n<bdi>נועה דוגמה</bdi>, Ada" in in_markdown["papers/paper-1.md"]
    for path in ("papers/index.md", "topics/sheep.md", "papers/paper-2.md"):
        assert f'href="/papers/paper-1/">{isolated}</a>' in found[path]
        assert f"[{inline(title)}](/papers/paper-1.md)" in in_markdown[path]
    assert (
        '<div class="byline"><bdi>נועה דוגמה</bdi>, Ada Quill ·</div> <span>Journal of Wool</span>'
        in found["topics/sheep.md"]
    )
    assert "dir=" not in found["papers/paper-2.md"].partition(">Related papers<")[0]
    assert "<bdi>" not in found["papers/paper-2.md"].partition(">Related papers<")[0]


def test_a_title_that_begins_from_left_to_right_keeps_that_direction() -> None:
    page = articles(Catalogue((paper(1, title=f"BERT: {HEBREW}"),), AREAS))["papers/paper-1.md"]
    assert 'dir="rtl"' not in page
    assert '<h1 class="paper-title" id="title" data-paper="paper-1"><bdi>BERT: ' in page


def test_others_whom_nobody_named_stand_outside_of_a_name_from_right_to_left() -> None:
    of_many = paper(1, authors=("נועה דוגמה", "et al."))
    found = articles(Catalogue((of_many,), AREAS, {of_many.id: (Assignment("sheep", 3.0),)}))
    assert '<p class="byline"><bdi>נועה דוגמה</bdi> and others</p>' in found["papers/paper-1.md"]
    assert "<bdi>נועה דוגמה</bdi> and others</div>" in found["topics/sheep.md"]


def test_only_on_its_own_page_a_long_formula_of_a_title_is_scrolled() -> None:
    formula = "\\(" + "+".join(f"y_{{{n}}}" for n in range(30)) + "\\)"
    one, other = paper(1, title=f"Bounds of {formula}"), paper(2, title="Counting sheep")
    related = {other.id: (Related(one.id, 0.5, ("sheep",)),)}
    given_to = {one.id: (Assignment("sheep", 3.0),)}
    found = articles(Catalogue((one, other), AREAS, given_to, related))
    assert 'tabindex="0"><math' in found["papers/paper-1.md"]
    for path in ("papers/index.md", "topics/sheep.md", "papers/paper-2.md"):
        assert "Bounds of y₀+y₁" in found[path]
        assert "<math" not in found[path]


def test_the_name_of_a_topic_has_its_direction() -> None:
    topic = replace(TOPIC, name=Text(HEBREW), description=Text(ARABIC))
    areas = (Area("animals", Text("Animals"), Text(), (topic,)),)
    given_to = {"paper-1": (Assignment("sheep", 3.0),)}
    found = articles(Catalogue((paper(1),), areas, given_to, places={"paper-1": (500, 500)}))
    assert f'"topic-title" id="title" dir="rtl">{typeset(HEBREW)}</h1>' in found["topics/sheep.md"]
    assert '<p class="summary" dir="rtl">' in found["topics/sheep.md"]
    assert f'topics/sheep/"><bdi>{HEBREW}</bdi>' in found["index.md"]
    # An option holds text alone.
    assert f'<option value="sheep">{HEBREW} (1)</option>' in found["map.md"]


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ({}, ""),
        ({"year": 2024}, "year"),
        ({"links": (Link("code", "https://example.org/x"),)}, "code"),
        ({"links": (Link("data", "https://example.org/x"),)}, ""),
        ({"kind": "survey", "year": 2024}, "kind year"),
        ({"authors": ("Ada Example",), "venue": "CONF"}, ""),
    ],
)
def test_the_search_page_offers_the_filters_that_some_paper_has_a_value_of(
    fields: dict[str, Any], offered: str
) -> None:
    papers = (given.paper("plain", "Plain sheep"), given.paper("other", "Other sheep", **fields))
    page = articles(Catalogue(papers))["search.md"]
    assert f'data-facets="{offered}"' in page
    sorted_in = Catalogue(papers, AREAS, {"plain": (Assignment("sheep", 1.0),)})
    assert f'data-facets="{f"topic {offered}".strip()}"' in articles(sorted_in)["search.md"]


def test_the_search_page_offers_authors_and_venues_that_have_pages() -> None:
    papers = (given.paper("plain", "Plain sheep", authors=("Ada Example",), venue="CONF"),)
    who, where = people(papers), venues(papers)
    known = Catalogue(papers, people=who.people, people_of=who.of)
    assert 'data-facets="author"' in articles(known)["search.md"]
    known = Catalogue(papers, venues=where.venues, venue_of=where.of)
    assert 'data-facets="venue"' in articles(known)["search.md"]


def test_papers_with_code_are_linked_from_the_front_page() -> None:
    code = (Link("code", "https://example.org/x"),)
    front = articles(Catalogue((paper(1, links=code), paper(2))))["index.md"]
    assert '<strong>1</strong>&nbsp;<a href="/search/?code=1">with code</a>' in front
    assert "with code" not in articles(Catalogue((paper(1),)))["index.md"]


def test_markdown_of_pages_gives_no_styles_which_no_page_of_the_site_allows() -> None:
    given_to = {"paper-1": (Assignment("sheep", 3.0), Assignment("cows", 2.0))}
    for path, text in texts(Catalogue((paper(1, year=2024), paper(2)), AREAS, given_to)).items():
        shown = markdown.markdown(text, extensions=["attr_list", "tables", "toc"])
        assert "style=" not in shown, path


def test_a_page_that_a_script_fills_has_its_places_in_markdown_too() -> None:
    page = made(Catalogue((paper(1),)))["reading-list.md"]
    assert not page.publishes_markdown
    for shown in (article(page), markdown.markdown(texts(Catalogue((paper(1),)))[page.path])):
        tree = html5lib.parseFragment(shown, namespaceHTMLElements=False)
        (place,) = tree.findall(".//div[@class='cat-reading']")
        assert next(f["name"] for f in json.loads(place.get("data-formats"))) == "bibtex"
        assert tree.findall(".//p[@class='cat-reading__empty']")

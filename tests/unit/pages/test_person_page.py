"""The page of an author, and the list of all."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import Area, Assignment, Person, Topic
from generator.pages import frame_of, person_metadata
from generator.pages.drawings.ways import SHOWN, UNFOLDED, Way, drawing, rows
from generator.pages.kinds import authors, names
from generator.pages.links import PageLink
from generator.pages.lists import CARDS_PER_PAGE
from generator.pages.name_index import MOST
from generator.pages.renderer import Renderer
from generator.people import people
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from tests.given import paper
from tests.laid_out import SETTINGS, article, made, text_of

TOPIC = Topic("wool", Text("Wool"), Text(), "all")
AREAS = (Area("all", Text("All"), Text(), (TOPIC,)),)
PAPERS = (
    paper("a", "Of wool", authors=("Ada Example", "Ben Sample"), year=2021),
    paper("b", "Of tea", authors=("Ada Example", "Ben Sample", "Cy Quill"), year=2023),
    paper("c", "Of rain", authors=("A. Example",)),
)


def catalogue(*papers: Paper) -> Catalogue:
    known = people(papers)
    given = {papers[0].id: (Assignment("wool", 1.0),)}
    return Catalogue(papers, AREAS, given, people=known.people, people_of=known.of)


def changed(found: Catalogue, slug: str, **values: object) -> Catalogue:
    members = tuple(
        replace(one, **values) if one.slug == slug else one  # type: ignore[arg-type]
        for one in found.people
    )
    return replace(found, people=members)


def page(found: Catalogue, path: str) -> str:
    settings = replace(SETTINGS, url="https://example.org/", repository="https://example.org/r")
    return article(made(found, settings)[path])


def test_a_page_says_who_it_is_and_what_they_wrote_with_whom() -> None:
    found = made(catalogue(*PAPERS))["authors/ada-example.md"]
    assert found.title == "Ada Example"
    assert found.description == "2 papers by Ada Example, 2021–2023, on Wool."
    assert not found.markdown
    text = page(catalogue(*PAPERS), "authors/ada-example.md")
    for said in (
        '<h1 class="topic-title" id="title">Ada Example</h1>',
        '<p class="published">2 papers, 2021–2023</p>',
        '<dt>Topics</dt><dd><span><a class="topic" data-area="1" href="/topics/wool/">Wool',
        '<a href="/authors/ben-sample/">Ben Sample</a> <a class="count" href="/search/?q='
        'author%3A%22Ada+Example%22+author%3A%22Ben+Sample%22" '
        'aria-label="2 papers with Ben Sample">2</a>',
        '<a href="/authors/cy-quill/">Cy Quill</a> <span class="count">1</span>',
        '<a href="https://example.org/r/issues/new?title=Correction%3A%20ada-example&',
        ">Suggest a correction</a>",
    ):
        assert said in text
    assert re.findall(r"<h3 [^>]*>(\S+)</h3>", text) == ["2023", "2021"]
    assert "also as" not in text
    assert "ORCID" not in text


def test_the_files_of_an_author_are_linked_where_there_are_any() -> None:
    link = '<a href="/data/authors/ada-example/papers.bib">BibTeX</a>'
    assert link not in page(catalogue(*PAPERS), "authors/ada-example.md")
    more = tuple(paper(f"more-{n}", f"More {n}", authors=("Ada Example",)) for n in range(3))
    assert link in page(catalogue(*PAPERS, *more), "authors/ada-example.md")


def test_variants_and_the_orcid_record_are_named_where_known() -> None:
    found = changed(
        catalogue(*PAPERS),
        "ada-example",
        orcid="0000-0002-1825-0097",
        variants=(Name("Example", "A. B."), Name("Example", "Ada")),
    )
    text = page(found, "authors/ada-example.md")
    orcid = "0000-0002-1825-0097"
    link = f'<a href="https://orcid.org/{orcid}">ORCID {orcid}</a>'
    assert f"also as A. B. Example · {link}</p>" in text


def test_a_page_of_initials_says_so_and_whom_they_may_mean() -> None:
    found = catalogue(*PAPERS)
    text = page(found, "authors/a-example.md")
    assert "Only initials are known of this name" in text
    ada = '<a href="/authors/ada-example/">Ada Example</a> (2 papers, 2021–2023, Wool)'
    assert f"It may stand for {ada}.</p>" in text
    sure = page(found, "authors/ada-example.md")
    assert "Only initials" not in sure
    short = '<a href="/authors/a-example/">A. Example</a> (1 paper)'
    assert f"These may be by this author, too: {short}.</p>" in sure
    assert "initials" not in page(found, "authors/cy-quill.md")


def test_people_of_one_name_lead_to_each_other_and_their_titles_differ() -> None:
    found = catalogue(*PAPERS)
    twin = Person("ada-example-2", Name("Example", "Ada"), ("c",))
    found = replace(found, people=(*found.people, twin))
    found = changed(found, "ada-example", namesakes=("a-example", "ada-example-2"))
    text = page(found, "authors/ada-example.md")
    assert made(found)["authors/ada-example.md"].title == "Ada Example (Wool)"
    other = '<a href="/authors/ada-example-2/">Ada Example</a> (1 paper)'
    assert f"Other people with this name: {other}.</p>" in text
    assert ">Ada Example</h1>" in text


def test_a_person_of_one_paper_has_a_small_page_without_counts_of_one() -> None:
    text = page(catalogue(*PAPERS), "authors/cy-quill.md")
    assert '<span class="count">' not in text
    assert "<figure" not in text
    assert len(text) < 2500


def test_the_head_says_who_it_is_and_a_group_is_an_organisation() -> None:
    def said(name: Name, **known: object) -> dict[str, object]:
        made = Person("x", name, (), **known)  # type: ignore[arg-type]
        head = person_metadata.of_person(
            made, replace(SETTINGS, url="https://example.org/"), ENGLISH
        )
        graph = json.loads(head.partition(">")[2].partition("</script>")[0])["@graph"]
        found: dict[str, object] = graph[0]["mainEntity"]
        return found

    ada = said(Name("Example", "Ada", "van"), orcid="0000-0002-1825-0097")
    assert ada == {
        "@type": "Person",
        "name": "Ada van Example",
        "givenName": "Ada",
        "familyName": "van Example",
        "sameAs": "https://orcid.org/0000-0002-1825-0097",
        "url": "https://example.org/authors/x/",
    }
    assert said(Name(literal="Sheep Counting Team"))["@type"] == "Organization"
    assert said(Name(literal="Plato"))["@type"] == "Person"


def test_a_long_row_of_ways_unfolds_and_hostile_names_stay_text() -> None:
    ways = [Way(PageLink(f'<b>"{n}', f"{n}.md"), 1) for n in range(SHOWN + 5)]
    drawn = drawing(rows([("With", ways), ("Venues", [])]), ENGLISH)
    shown, more = drawn.split("<details><summary>and 5 more</summary>")
    assert (shown.count("<a "), more.count("<a ")) == (SHOWN, 5)
    assert "<b>" not in drawn
    assert "Venues" not in drawn
    more_ways = [Way(PageLink(str(n), f"{n}.md")) for n in range(UNFOLDED + 1234)]
    many = drawing(rows([("With", more_ways)]), ENGLISH)
    assert many.count("<a ") == UNFOLDED
    assert "<summary>and 1,324 more</summary>" in many
    assert many.endswith(" <span>and 1,234 others</span></details></dd></div></dl>")
    assert drawing(rows([("With", ways[: SHOWN + 1])]), ENGLISH).count("<details>") == 0
    assert drawing(rows([("With", [])]), ENGLISH) == ""


def test_the_page_of_a_single_paper_leaves_topics_and_co_authors_to_its_card() -> None:
    text = page(catalogue(*PAPERS), "authors/cy-quill.md")
    assert text.count("/authors/ada-example/") == 1
    assert '<dl class="ways">' not in text


def test_few_people_stand_on_the_first_page_and_many_on_pages_of_their_letters() -> None:
    few = catalogue(*PAPERS)
    (only,) = authors.generate(Renderer(few, SETTINGS), [None])
    assert not names.items(few)
    ada = '<a href="/authors/ada-example/">Example, Ada</a> <span class="count">2</span>'
    assert ada in article(only)
    named = "- Example, Ada (2): [Of tea](/papers/b.md), [Of wool](/papers/a.md)\n"
    assert named in text_of(only)
    many = replace(
        few,
        people=tuple(
            Person(f"p-{n:04}", Name(f"{'ST'[n % 2]}ample", f"Jo{n:04}"), ("a",))
            for n in range(2 * MOST + 2)
        ),
        people_of={},
    )
    renderer = Renderer(many, SETTINGS)
    first = list(authors.generate(renderer, [None]))
    found = [*first, *names.generate(renderer, names.items(many))]
    pages = {page.path: article(page) for page in found}
    assert sorted(pages) == [
        "authors/all/s-2.md",
        "authors/all/s.md",
        "authors/all/t-2.md",
        "authors/all/t.md",
        "authors/index.md",
    ]
    ways = '<a href="/authors/all/s/">S</a> <a href="/authors/all/t/">T</a>'
    assert ways in pages["authors/index.md"]
    assert '<a href="/authors/p-0000/">Sample, Jo0000</a>' in pages["authors/all/s.md"]
    listed = re.findall(r'href="/authors/(p-\d+)/"', "".join(pages.values()))
    assert sorted(listed) == [one.slug for one in many.people]
    in_markdown = "".join(map(text_of, found))
    assert in_markdown.count("): [Of wool](/papers/a.md)\n") == len(many.people)
    assert "(/authors/p-" not in in_markdown


def test_an_author_of_many_papers_is_listed_in_markdown_with_the_newest_five() -> None:
    papers = [
        paper(f"p{n}", f"Paper {n}", authors=("Ada Example",), year=2000 + n) for n in range(7)
    ]
    (only,) = authors.generate(Renderer(catalogue(*papers), SETTINGS), [None])
    (line,) = [line for line in text_of(only).splitlines() if line.startswith("- Example, Ada")]
    assert re.findall(r"/papers/(p\d)\.md", line) == ["p6", "p5", "p4", "p3", "p2"]
    assert line.startswith("- Example, Ada (7): ")
    assert line.endswith(", …")


def test_a_name_that_looks_like_a_list_is_a_name_in_the_markdown_index() -> None:
    person = Person("p", Name(literal="1. Sheep"), ("a",))
    found = replace(catalogue(*PAPERS), people=(person,), people_of={})
    (only,) = authors.generate(Renderer(found, SETTINGS), [None])
    assert "- &#49;&#46; Sheep (1): " in text_of(only)


def test_a_catalogue_without_authors_says_so_and_has_no_field_to_find_them() -> None:
    page = made(Catalogue(PAPERS))["authors/index.md"]
    assert "is not known yet" in article(page)
    assert "<form" not in article(page)
    assert not page.layout.scripts
    assert "is not known yet" in text_of(page)
    assert frame_of(page) != "authors/index.md"
    assert frame_of(made(catalogue(*PAPERS))["authors/index.md"]) == "authors/index.md"


def test_further_pages_of_an_author_say_which_they_are() -> None:
    many = [
        paper(f"p{n:03}", f"Paper {n}", authors=("Ada Example",)) for n in range(CARDS_PER_PAGE + 1)
    ]
    found = made(catalogue(*many))
    first, second = found["authors/ada-example.md"], found["authors/ada-example/2.md"]
    assert second.description == f"{first.description} Page 2."
    assert second.title == "Ada Example, page 2"


def test_people_of_one_name_are_told_apart_in_the_list() -> None:
    found = catalogue(*PAPERS)
    twin = Person("ada-example-2", Name("Example", "Ada"), ("c",))
    renderer = Renderer(replace(found, people=(*found.people, twin)), SETTINGS)
    (only,) = authors.generate(renderer, [None])
    assert '<span class="count">2 · Wool</span>' in article(only)
    assert "- Example, Ada (2, Wool): " in text_of(only)

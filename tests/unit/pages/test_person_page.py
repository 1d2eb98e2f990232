"""The page of an author, and the list of all."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, Person, Topic
from generator.pages import person_metadata
from generator.pages.drawings.ways import SHOWN, UNFOLDED, Way, rows
from generator.pages.kinds import authors, person
from generator.pages.name_index import MOST
from generator.pages.renderer import Renderer
from generator.people import people
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from tests.given import paper
from tests.unit.pages.test_pages import SETTINGS

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
    made = person.generate(Renderer(found, settings))
    return next(file.data.decode() for file in made if file.path == path)


def test_a_page_says_who_it_is_and_what_they_wrote_with_whom() -> None:
    text = page(catalogue(*PAPERS), "authors/ada-example.md")
    for said in (
        'description: "2 papers by Ada Example, 2021–2023, on Wool."',
        "# Ada Example",
        "2 papers, 2021–2023",
        '<dt>Topics</dt><dd><span><a class="topic" data-area="1" href="../../topics/wool/">Wool',
        '<a href="../../authors/ben-sample/">Ben Sample</a> <a class="count" href="../../search/?q='
        'author%3A%22Ada+Example%22+author%3A%22Ben+Sample%22" '
        'aria-label="2 papers with Ben Sample">2</a>',
        '<a href="../../authors/cy-quill/">Cy Quill</a> <span class="count">1</span>',
        "[Suggest a correction](https://example.org/r/issues/new?title=Correction%3A%20ada-example",
    ):
        assert said in text
    assert re.findall(r"^### (\S+)", text, re.MULTILINE) == ["2023", "2021"]
    assert "also as" not in text
    assert "ORCID" not in text


def test_files_are_offered_of_authors_who_have_some() -> None:
    more = paper("d", "Of hay", authors=("Ada Example",), added=dt.date(2024, 1, 1))
    found = catalogue(*PAPERS, more)
    ada, ben = (page(found, f"authors/{slug}.md") for slug in ("ada-example", "ben-sample"))
    assert "[BibTeX](../data/authors/ada-example/papers.bib)" in ada
    assert "[Atom](../data/authors/ada-example/feed.xml)" in ada
    assert "data/authors/ada-example/" in ada.split("---")[1]
    assert "/data/authors/" not in ben
    assert "Download" not in ben


def test_variants_and_the_orcid_record_are_named_where_known() -> None:
    found = changed(
        catalogue(*PAPERS),
        "ada-example",
        orcid="0000-0002-1825-0097",
        variants=(Name("Example", "A. B."), Name("Example", "Ada")),
    )
    text = page(found, "authors/ada-example.md")
    assert "also as A. B. Example · [ORCID 0000-0002-1825-0097](https://orcid.org/0000-" in text


def test_a_page_of_initials_says_so_and_whom_they_may_mean() -> None:
    found = catalogue(*PAPERS)
    text = page(found, "authors/a-example.md")
    assert "Only initials are known of this name" in text
    assert (
        "It may stand for [Ada Example](../authors/ada-example.md) (2 papers, 2021–2023, Wool)."
        in text
    )
    sure = page(found, "authors/ada-example.md")
    assert "Only initials" not in sure
    assert (
        "These may be by this author, too: [A. Example](../authors/a-example.md) (1 paper)." in sure
    )
    assert "initials" not in page(found, "authors/cy-quill.md")


def test_people_of_one_name_lead_to_each_other_and_their_titles_differ() -> None:
    found = catalogue(*PAPERS)
    twin = Person("ada-example-2", Name("Example", "Ada"), ("c",))
    found = replace(found, people=(*found.people, twin))
    found = changed(found, "ada-example", namesakes=("a-example", "ada-example-2"))
    text = page(found, "authors/ada-example.md")
    assert 'title: "Ada Example (Wool)"' in text
    assert (
        "Other people with this name: [Ada Example](../authors/ada-example-2.md) (1 paper)." in text
    )
    assert "# Ada Example {" in text


def test_a_person_of_one_paper_has_a_small_page_without_counts_of_one() -> None:
    text = page(catalogue(*PAPERS), "authors/cy-quill.md")
    assert '<span class="count">' not in text
    assert "<figure" not in text
    assert len(text) < 2500


def test_the_head_says_who_it_is_and_a_group_is_an_organisation() -> None:
    def said(name: Name, **known: object) -> dict[str, object]:
        made = Person("x", name, (), **known)  # type: ignore[arg-type]
        head = person_metadata.of_person(made, replace(SETTINGS, url="https://example.org/"))
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
    ways = [Way(f'<b>"{n}', f"../{n}/", 1) for n in range(SHOWN + 5)]
    drawn = rows([("With", ways), ("Venues", [])])
    shown, more = drawn.split("<details><summary>and 5 more</summary>")
    assert (shown.count("<a "), more.count("<a ")) == (SHOWN, 5)
    assert "<b>" not in drawn
    assert "Venues" not in drawn
    many = rows([("With", [Way(str(n), f"../{n}/") for n in range(UNFOLDED + 1234)])])
    assert many.count("<a ") == UNFOLDED
    assert "<summary>and 1,324 more</summary>" in many
    assert many.endswith(" <span>and 1,234 others</span></details></dd></div></dl>")
    assert rows([("With", ways[: SHOWN + 1])]).count("<details>") == 0
    assert rows([("With", [])]) == ""


def test_few_people_stand_on_the_first_page_and_many_on_pages_of_their_letters() -> None:
    few = catalogue(*PAPERS)
    (only,) = authors.generate(Renderer(few, SETTINGS))
    assert '[Example, Ada](ada-example.md) <span class="count">2</span>' in only.data.decode()
    many = replace(
        few,
        people=tuple(
            Person(f"p-{n:04}", Name(f"{'ST'[n % 2]}ample", f"Jo{n:04}"), ("a",))
            for n in range(2 * MOST + 2)
        ),
        people_of={},
    )
    pages = {file.path: file.data.decode() for file in authors.generate(Renderer(many, SETTINGS))}
    assert sorted(pages) == [
        "authors/all/s-2.md",
        "authors/all/s.md",
        "authors/all/t-2.md",
        "authors/all/t.md",
        "authors/index.md",
    ]
    assert "[S](all/s.md) [T](all/t.md)" in pages["authors/index.md"]
    assert "[Sample, Jo0000](../p-0000.md)" in pages["authors/all/s.md"]
    listed = re.findall(r"\(\.\./(p-\d+)\.md\)", "".join(pages.values()))
    assert sorted(listed) == [one.slug for one in many.people]


def test_people_of_one_name_are_told_apart_in_the_list() -> None:
    found = catalogue(*PAPERS)
    twin = Person("ada-example-2", Name("Example", "Ada"), ("c",))
    (only,) = authors.generate(Renderer(replace(found, people=(*found.people, twin)), SETTINGS))
    assert '<span class="count">2 · Wool</span>' in only.data.decode()

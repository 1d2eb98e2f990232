"""What a digest tells: which papers, in which order, and how much of each."""

from __future__ import annotations

import pytest

from generator.digest.content import MOST_CHARACTERS, MOST_COUNTS, MOST_PAPERS, Digest, digest_of
from generator.digest.forms import html, markdown, plain_text
from generator.language import Language
from generator.model import Area, Topic
from generator.values.paper import Paper
from generator.values.text import Text
from tests import given
from tests.unit.digest.given_digest import AREAS, FLOCK, URL, asked, catalogue, day, many


def titles(digest: Digest) -> dict[str, list[str]]:
    return {section.name: [item.title for item in section.items] for section in digest.sections}


def test_papers_of_the_days_stand_by_main_topic_and_the_last_added_comes_first() -> None:
    digest = digest_of(asked(FLOCK))
    assert list(titles(digest).items()) == [
        ("Wool", ["Shears & <scissors>"]),
        ("Herds & <dogs>", ["Newer than dogs", "Dogs that count", "Counting sheep"]),
        ("Papers without a topic", ["A stray"]),
    ]
    assert [section.url for section in digest.sections] == [
        f"{URL}topics/{slug}/" for slug in ("wool", "herds", "unsorted")
    ]
    assert digest.subject == "Invented papers: 5 new papers, 16–22 November 2026"


def test_a_paper_says_what_its_card_says() -> None:
    (_, herds, _) = digest_of(asked(FLOCK)).sections
    newer, _, counting = herds.items
    assert counting.facts == ("Ada Quill, Bo Léaf", "Journal of Sheep 2024")
    assert (counting.badges, newer.badges) == (("code",), ("survey",))
    assert counting.summary == "Three layers are enough."
    assert counting.url == f"{URL}papers/counting/"
    (shears,) = digest_of(asked(FLOCK)).sections[0].items
    assert shears.summary == "They cut."


def test_a_digest_of_topics_has_their_papers_under_them() -> None:
    assert titles(digest_of(asked(FLOCK, topics=("wool",)))) == {
        "Wool": ["Shears & <scissors>", "Newer than dogs", "Counting sheep"]
    }
    both = digest_of(asked(FLOCK, topics=("wool", "herds")))
    assert both.total == 4
    assert both.subject == (
        "Invented papers – Wool, Herds & <dogs>: 4 new papers, 16–22 November 2026"
    )


def test_a_catalogue_without_topics_has_one_list() -> None:
    alone = catalogue(given.paper("one", "One", added=day(16)))
    digest = digest_of(asked(type(alone)(alone.papers)))
    assert titles(digest) == {"": ["One"]}
    assert digest.subject == "Invented papers: 1 new paper, 16–22 November 2026"
    assert "##" not in markdown(digest)
    assert "<h2" not in html(digest)


def test_long_lists_of_authors_are_shortened_as_on_cards() -> None:
    names = tuple(f"A{at} Quill" for at in range(1, 9))
    some = catalogue(
        given.paper("many", "Many", authors=names, added=day(16)),
        given.paper("open", "Open", authors=("Ada Quill", "others"), added=day(17)),
    )
    (section,) = digest_of(asked(some)).sections
    facts = [item.facts[0] for item in section.items]
    assert facts == ["Ada Quill and others", "A1 Quill, A2 Quill, A3 Quill … A8 Quill, and 4 more"]


def test_many_papers_are_shown_in_part_and_the_others_counted_by_topic() -> None:
    digest = digest_of(asked(many(547)))
    assert (digest.total, digest.shown) == (547, MOST_PAPERS)
    assert sum(len(section.items) for section in digest.sections) == MOST_PAPERS
    assert digest.subject.startswith("Invented papers: 547 new papers")
    assert digest.left_out == f"These are the newest {MOST_PAPERS}; 487 more papers came in."
    assert [way.name for way in digest.counts] == [
        "Wool (163)", "Herds & <dogs> (162)", "Papers without a topic (162)",
    ]  # fmt: skip
    for form in (plain_text, html, markdown):
        assert "487 more papers came in" in form(digest)


def test_all_papers_are_shown_where_there_is_room_for_them() -> None:
    digest = digest_of(asked(many(MOST_PAPERS)))
    assert (digest.shown, digest.left_out, digest.counts) == (MOST_PAPERS, "", ())


def test_the_newest_are_shown_of_many() -> None:
    old = [given.paper(f"a{at}", "Old", year=1990, added=day(21)) for at in range(70)]
    new = [given.paper(f"b{at}", "New", year=2026, added=day(21)) for at in range(3)]
    last = given.paper("z", "Added last", year=1980, added=day(22))
    (section,) = digest_of(asked(catalogue(*old, *new, last)), 4).sections
    assert [item.title for item in section.items] == ["Added last", "New", "New", "New"]


def test_of_very_many_topics_those_of_most_papers_are_counted() -> None:
    topics = tuple(Topic(f"t{at:03}", Text(f"T{at}"), Text(), "farm") for at in range(90))
    papers: list[Paper] = []
    given_to: dict[str, tuple[str, ...]] = {}
    for at in range(90):
        for number in range(2 if at % 3 == 0 else 1):
            name = f"p{at}-{number}"
            papers.append(given.paper(name, name, added=day(16)))
            given_to[name] = (f"t{at:03}",)
    plain = catalogue(*papers, topics=given_to)
    wide = type(plain)(
        plain.papers,
        areas=(Area("farm", Text("Farm"), Text(), topics),),
        assignments=plain.assignments,
    )
    counts = digest_of(asked(wide), 0).counts
    assert len(counts) == MOST_COUNTS
    assert {f"T{at} (2)" for at in range(0, 90, 3)} <= {way.name for way in counts}
    assert [way.url for way in counts] == sorted(way.url for way in counts)


def test_long_texts_are_cut_and_no_text_has_two_lines() -> None:
    long = given.paper(
        "long",
        "Wool " * 500,
        summary="Sheep\n" * 500,
        authors=("Q" * 5000,),
        venue="V" * 5000,
        added=day(16),
    )
    (section,) = digest_of(asked(catalogue(long), name="N" * 5000)).sections
    (item,) = section.items
    for text in (item.title, item.summary, *item.facts):
        assert len(text) <= MOST_CHARACTERS
        assert text.endswith("…")
        assert "\n" not in text
    assert len(digest_of(asked(catalogue(long), name="N" * 5000)).subject) < 200


def test_names_of_another_direction_do_not_turn_the_line() -> None:
    turned = given.paper(
        "turned",
        "Left \u202eright",
        authors=("\u05d0\u05d3\u05d4", "Bo \u2067Léaf"),
        added=day(16),
    )
    (section,) = digest_of(asked(catalogue(turned))).sections
    (item,) = section.items
    assert item.title == "Left right"
    assert item.facts == ("\u2068\u05d0\u05d3\u05d4\u2069, Bo Léaf",)


@pytest.mark.parametrize(("code", "said"), [("en", ""), ("de", "de-AT")])
def test_a_paper_in_another_language_says_so(code: str, said: str) -> None:
    one = catalogue(given.paper("one", "One", language=said, summary="Own words.", added=day(16)))
    own = "en"
    (section,) = digest_of(asked(one, Language(own))).sections
    (item,) = section.items
    assert (item.lang, item.summary_lang) == ((said, "") if code == "de" else ("", ""))


def test_at_the_end_stand_the_ways_on_and_out() -> None:
    digest = digest_of(asked(FLOCK))
    assert [way.url for way in digest.ways] == [
        f"{URL}new/",
        f"{URL}data/#feeds",
        "https://lists.example.org/leave?list=sheep&now=1",
    ]
    assert digest.sent_to == "You get this through the list Sheep weekly."
    plain = digest_of(asked(FLOCK, digest=None))
    assert len(plain.ways) == 2
    assert plain.sent_to == ""
    assert AREAS

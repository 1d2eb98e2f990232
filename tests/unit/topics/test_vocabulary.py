"""The vocabulary: what topics.yml may say, and every mistake in it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Area, Phrase, Subarea
from generator.problems import Problems
from generator.topics import vocabulary
from generator.values.text import Text

GOOD = """\
areas:
  - slug: kitchen
    name: Kitchen
    description: >-
      What is cooked,
      and how.
    topics:
      - slug: tea
        name: Tea
        description: Leaves in water.
        phrases:
          - Earl-Grey  tea
          - {phrase: TEA, weight: 2, case: true}
        against:
          - {phrase: tea leaf, weight: 0.5}
      - slug: kettles
        name: Kettles
        description: Water that boils.
  - slug: garden
    name: Garden
    topics:
      - {slug: peas, name: Peas, description: Green.}
"""


def load(tmp_path: Path, text: str) -> tuple[tuple[Area, ...], list[str]]:
    path = tmp_path / "topics.yml"
    path.write_text(text, "utf-8")
    problems = Problems()
    return vocabulary.load(path, "topics.yml", problems), [str(p) for p in problems]


def test_areas_and_topics_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    areas, problems = load(tmp_path, GOOD)
    assert problems == []
    assert [(a.slug, [t.slug for t in a.topics]) for a in areas] == [
        ("kitchen", ["tea", "kettles"]),
        ("garden", ["peas"]),
    ]
    assert areas[0].description == Text("What is cooked, and how.")
    assert areas[0].topics[0].area == "kitchen"


def test_phrases_lose_hyphens_and_those_against_count_less_than_nothing(tmp_path: Path) -> None:
    areas, _ = load(tmp_path, GOOD)
    assert areas[0].topics[0].phrases == (
        Phrase("Earl Grey tea", 1.0),
        Phrase("TEA", 2.0, case=True),
        Phrase("tea leaf", -0.5),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("slug: kettles", "slug: tea", '16: slug: "tea" stands twice (first in line 8)'),
        ("slug: garden", "slug: kitchen", '19: slug: "kitchen" stands twice (first in line 2)'),
        ("slug: kettles", "slug: Tea Pots", "16: slug: an id is made of lower-case letters"),
        ("slug: garden", "slug: the garden", "19: slug: an id is made of lower-case letters"),
        ("slug: kettles", "slug: index", "16: slug: this name is reserved"),
        ("slug: kettles", "slug: unsorted", '16: slug: "unsorted" is the page of papers without'),
        ("Earl-Grey  tea", "'--- !'", '12: phrases[1]: "--- !" has no letter or digit (remove it)'),
        ("{phrase: tea leaf", "{phrase: …", '15: against[1]: "…" has no letter or digit'),
        (
            "Earl-Grey  tea",
            "Tea Leaf",
            '15: against[1]: "tea leaf" stands twice here (first in line 12)',
        ),
        ("weight: 2", "weight: 9", '13: areas[1].topics[1].phrases[2].weight: "9" is not 5.0 or'),
        ("weight: 2", "weigth: 2", "13: areas[1].topics[1].phrases[2].weigth: is not a known"),
        ("phrase: TEA", "phrase: 7", '13: areas[1].topics[1].phrases[2].phrase: "7" is not text'),
        ("- Earl-Grey  tea", "- 7", '12: areas[1].topics[1].phrases[1]: "7" is not a group'),
        ("description: Green.", "", "22: areas[2].topics[1].description: is missing"),
        ("areas:", "area:", "1: area: is not a known field (did you mean areas?)"),
    ],
)
def test_a_mistake_is_reported_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    _, problems = load(tmp_path, GOOD.replace(old, new))
    assert any(problem.startswith(f"topics.yml:{message}") for problem in problems), problems


def test_all_mistakes_are_reported_in_one_run(tmp_path: Path) -> None:
    text = GOOD.replace("slug: kettles", "slug: Tea").replace("Earl-Grey  tea", "'…'")
    _, problems = load(tmp_path, text.replace("slug: peas", "slug: con"))
    assert [problem.split(":")[1] for problem in problems] == ["12", "16", "22"]


def test_a_catalogue_may_have_no_topics(tmp_path: Path) -> None:
    assert load(tmp_path, "areas: []\n") == ((), [])


@pytest.mark.parametrize("text", ["", "- a", "areas:", "areas: [{}]", "areas: {"])
def test_a_file_that_is_no_vocabulary_gives_problems_and_no_topic(
    tmp_path: Path, text: str
) -> None:
    areas, problems = load(tmp_path, text)
    assert areas == ()
    assert problems != []


PARTS = """\
areas:
  - slug: kitchen
    name: Kitchen
    topics:
      - slug: tea
        name: Tea
        description: Leaves in water.
        kinds: [survey, position]
        subareas:
          - name: Black tea
            phrases: [Earl Grey, {phrase: PEKOE, weight: 2, case: true}]
          - name: Green tea
            phrases:
              - sencha
"""


def test_a_topic_has_kinds_and_subareas_with_phrases_of_their_own(tmp_path: Path) -> None:
    (area,), problems = load(tmp_path, PARTS)
    assert problems == []
    topic = area.topics[0]
    assert (topic.kinds, topic.phrases) == (("survey", "position"), ())
    assert topic.subareas == (
        Subarea(Text("Black tea"), (Phrase("Earl Grey"), Phrase("PEKOE", 2.0, case=True))),
        Subarea(Text("Green tea"), (Phrase("sencha"),)),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[survey,", "[surveys,", '8: areas[1].topics[1].kinds[1]: "surveys"'),
        (
            "Green tea",
            "black-tea",
            '12: name: "black-tea": this topic has the name already (line 10',
        ),
        (
            "Green tea",
            "other papers",
            '12: name: "other papers": papers of no sub-area stand under',
        ),
        ("Green tea", "…", '12: name: "…" has no letter or digit'),
        ("- sencha", "- '…'", '14: phrases[1]: "…" has no letter or digit'),
        ("{phrase: PEKOE", "{phrase: earl grey", '11: phrases[2]: "earl grey" stands twice here'),
        (
            "[Earl Grey, {phrase: PEKOE, weight: 2, case: true}]",
            "[]",
            "11: areas[1].topics[1].subareas",
        ),
    ],
)
def test_a_mistake_in_kinds_and_subareas_is_reported_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in PARTS
    text = PARTS.replace(old, new).replace("earl grey, weight: 2, case: true", "earl grey")
    _, problems = load(tmp_path, text)
    assert any(problem.startswith(f"topics.yml:{message}") for problem in problems), problems


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert vocabulary.load(tmp_path / "topics.yml", "topics.yml", problems) == ()
    assert "topics.yml: cannot be read" in str(*problems)


def test_names_and_descriptions_are_repaired_however_deep_they_are_nested(tmp_path: Path) -> None:
    deep = r"\(" + r"\bf" * 300 + r"x\)"
    text = f"""\
areas:
  - slug: pens
    name: Pens &amp; "{deep}"
    description: About CO<sub>2</sub>.
    topics:
      - slug: sheep
        name: 'Sheep {deep}'
        description: Of M&uuml;nchen.
        subareas: [{{name: MÃ¼nchen, phrases: [hut]}}]
"""
    (area,), problems = load(tmp_path, text)
    assert problems == []
    assert area.name.plain.startswith("Pens & ")
    assert area.description.plain == "About CO₂."
    assert area.topics[0].name.plain.startswith("Sheep ")
    assert area.topics[0].name.markdown
    assert area.topics[0].description.plain == "Of München."
    assert area.topics[0].subareas[0].name.plain == "München"

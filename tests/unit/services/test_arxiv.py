"""arXiv's API: what it is asked, and what its feeds come to."""

from __future__ import annotations

import pytest

from generator.services.arxiv import ARXIV
from generator.services.failures import BadQuestion, Malformed, NotAnAnswer
from tests.unit.services.answering import (
    NOBODY,
    answer,
    asked,
    by_title,
    params,
    said,
    titles,
)

ATOM = "application/atom+xml"


def entry(identifier: str, title: str, more: str = "") -> str:
    return f"""
    <entry>
      <id>http://arxiv.org/abs/{identifier}</id>
      <title>{title}</title>
      <updated>2101-02-03T00:00:00Z</updated>
      <published>2021-01-02T00:00:00Z</published>
      <summary>We count
        sheep.</summary>
      <author><name>Ada Example</name></author>
      <author><name>Ben Sample</name></author>
      {more}
    </entry>"""


def feed(*entries: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
      xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <title>arXiv Query</title>
  <opensearch:totalResults>2</opensearch:totalResults>
  {"".join(entries)}
</feed>
"""


def test_ids_are_asked_for_in_one_request_with_their_number() -> None:
    question = ARXIV.question(asked("arxiv:2101.00010", "arxiv:cs/0301012v2"), NOBODY)
    assert question.path == "api/query"
    assert question.params == (("id_list", "2101.00010,cs/0301012"), ("max_results", "2"))
    assert not question.may_miss


def test_a_title_is_asked_for_as_a_phrase_without_signs_of_the_query_language() -> None:
    assert params(ARXIV, 'title:Sheep" OR ti:"Wolves: (a) k-NN?') == {
        "search_query": 'ti:"sheep or ti wolves a k nn"',
        "max_results": "5",
    }


def test_one_in_three_seconds_and_a_hundred_at_once() -> None:
    assert ARXIV.manners(NOBODY).between > 3
    many = asked(*(f"arxiv:2101.{number:05}" for number in range(1, 251)))
    assert [len(batch) for batch in ARXIV.batches(many)] == [100, 100, 50]


def test_what_an_entry_says() -> None:
    more = """<arxiv:doi>10.1234/sheep</arxiv:doi>
      <arxiv:journal_ref>Sheep 3 (2022)</arxiv:journal_ref>
      <arxiv:comment>Code: https://github.com/example/sheep</arxiv:comment>"""
    found = said(
        ARXIV, feed(entry("2101.00010v3", "Counting sheep", more)), "arxiv:2101.00010", ATOM
    )
    assert found == {
        "title": "Counting sheep",
        "authors": ["Ada Example", "Ben Sample"],
        "year": "2021-01-02",
        "venue": "arXiv",
        "type": "article",
        "arxiv": "2101.00010",
        "doi": "10.1234/sheep",
        "abstract": "We count\n        sheep.",
        "note": "Sheep 3 (2022)",
        "code:": "https://github.com/example/sheep",
    }


def test_each_entry_goes_to_the_id_that_it_carries_whatever_the_order() -> None:
    came = feed(entry("cs/0301012v1", "Old sheep"), entry("2101.00010v2", "Counting sheep"))
    batch = asked("arxiv:2101.00010", "arxiv:2101.00011", "arxiv:cs/0301012")
    assert titles(ARXIV, answer(came, ATOM), batch) == {
        "arxiv:2101.00010": ["Counting sheep"],
        "arxiv:cs/0301012": ["Old sheep"],
    }


def test_an_entry_of_another_id_is_nobody_s() -> None:
    came = answer(feed(entry("2101.99999v1", "Wolves")), ATOM)
    assert titles(ARXIV, came, asked("arxiv:2101.00010", "arxiv:2101.00011")) == {}


def test_a_title_gets_all_that_came_in_its_order() -> None:
    came = feed(entry("2101.00010v1", "Counting sheep"), entry("2101.00011v1", "Counting goats"))
    assert titles(ARXIV, answer(came, ATOM), by_title("Counting sheep")) == {
        "title:Counting sheep": ["Counting sheep", "Counting goats"]
    }


def test_nothing_is_known_of_what_an_empty_feed_leaves_out() -> None:
    assert titles(ARXIV, answer(feed(), ATOM), asked("arxiv:2101.00010")) == {}


def test_an_entry_that_is_an_error_says_that_the_question_is_wrong() -> None:
    wrong = """<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id>
      <title>Error</title><summary>incorrect id format for x</summary></entry>"""
    with pytest.raises(BadQuestion, match="incorrect id format for x"):
        ARXIV.answers(answer(feed(wrong), ATOM), asked("arxiv:2101.00010"))


@pytest.mark.parametrize(
    ("body", "kind", "failure"),
    [
        ("<html><body>Rate exceeded</body></html>", "text/html", NotAnAnswer),
        (
            "<html xmlns='http://www.w3.org/1999/xhtml'></html>",
            "application/xhtml+xml",
            NotAnAnswer,
        ),
        (feed(entry("2101.00010", "Counting sheep"))[:-20], ATOM, Malformed),
        (feed(entry("2101.00010", "Counting sheep"))[:400], ATOM, Malformed),
        (feed("<entry><id>x</entry>"), ATOM, Malformed),
        ("", ATOM, NotAnAnswer),
        ("Rate exceeded.", "text/plain", NotAnAnswer),
        (feed().encode().replace(b"arXiv Query", b"arXiv \xff"), ATOM, Malformed),
        ('{"entries": []}', "application/json", NotAnAnswer),
    ],
)
def test_what_is_no_whole_feed_is_a_failure_with_a_name(
    body: str | bytes, kind: str, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        ARXIV.answers(answer(body, kind), asked("arxiv:2101.00010"))

"""No text whatever breaks the reader of Markdown lists, and a list that is written comes back."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.sources.base import SourceFile
from generator.sources.markdown.reader import MarkdownReader

FILE = SourceFile(Path("list.md"), "list.md", "list.md")
MARKDOWN = st.text(
    st.sampled_from("-*+ 1.)\n\t|#[]()<>`_~\\:/\"'“”,;&aZé 你2020$") | st.characters(), max_size=300
)
PIECES = st.lists(
    st.sampled_from(
        (
            "- ", "* ", "\n", "\n\n", "  ", "| ", "|---|---|\n", "# ", "**", "*", "[", "](", ")",
            "]", "<br>", "https://arxiv.org/abs/1901.00001", "CVPR 2020", "(2020)", ". ", " - ",
            "Ada Example, Ben Sample", "Counting Sheep with Small Networks", "code", "paper",
            "et al.", "<a href=x>", "</a>",
        )
    ),
    max_size=60,
).map("".join)  # fmt: skip
#: Words that are a title wherever they stand.
WORDS = st.lists(st.from_regex(re.compile(r"\A[A-Z][a-z]{2,9}\Z")), min_size=4, max_size=9)


@given(MARKDOWN | PIECES)
def test_any_text_is_read_without_losing_a_word_of_why(text: str) -> None:
    problems = Problems()
    reading = MarkdownReader().read(FILE, text, problems)
    lines = text.count("\n") + text.count("\r") + 1
    for record in reading.records:
        assert record.work.title.plain
        assert 1 <= record.place.line <= lines
    assert reading.rejected <= len(list(problems))


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_item_of_a_plain_list_is_read(titles: list[list[str]]) -> None:
    text = "# Sheep\n\n" + "".join(
        f"- **{' '.join(words)}** [[paper]](https://example.org/{n}.pdf)\n"
        for n, words in enumerate(titles)
    )
    reading = MarkdownReader().read(FILE, text, Problems())
    assert [r.work.title.plain for r in reading.records] == [" ".join(words) for words in titles]
    assert [r.place.line for r in reading.records] == list(range(3, 3 + len(titles)))

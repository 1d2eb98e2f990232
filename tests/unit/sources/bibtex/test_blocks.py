"""BibTeX with faults: what is recovered, and that no fault costs a neighbour anything."""

from __future__ import annotations

import pytest

from generator.sources.bibtex.blocks import MAX_TRIES, blocks
from generator.sources.bibtex.grammar import Block, balanced

BEFORE = "@article{before,\n  title = {Watched kettles},\n  year = 2001\n}\n\n"
AFTER = "\n\n@book{after,\n  title = {The price of pebbles},\n  year = {2002}\n}\n"


def between(faulty: str) -> list[Block]:
    """The blocks that are read between two good ones, which must be whole."""
    found = list(blocks(BEFORE + faulty + AFTER))
    first, *inner, last = found
    assert (first.key, said(first)) == ("before", {"title": "Watched kettles", "year": "2001"})
    assert (last.key, said(last)) == ("after", {"title": "The price of pebbles", "year": "2002"})
    assert not first.faults
    assert not last.faults
    return inner


def said(block: Block) -> dict[str, str]:
    return {f.name.lower(): " ".join(part.text for part in f.parts) for f in block.fields}


def only(faulty: str) -> Block:
    (block,) = between(faulty)
    return block


SHEEP = {"title": "Sheep", "author": "Ada Example", "year": "2020"}


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        ("@article{k,\n title = {Sheep}\n author = {Ada Example},\n year = 2020\n}", "no comma"),
        ("@article{k,\n title = {Sheep},\n year = 2020\n author = {Ada Example}\n}", "no comma"),
        ("@article{k, title = {Sheep} author = {Ada Example} year = 2020}", "no comma"),
        ('@article{k,\n title = "Sheep"\n author = "Ada Example",\n year = 2020}', "no comma"),
        ("@article{k\n title = {Sheep},\n author = {Ada Example},\n year = 2020}", "no comma"),
        ("@article{k,\n title = {Sheep},\n author = {Ada Example},\n year = 2020\n", "not end"),
        ("@article{k,\n title = {Sheep},\n author = {Ada Example},\n year = {2020},\n", "not end"),
        ("@article{k,\n title = {{Sheep},\n author = {Ada Example},\n year=2020\n}", "not closed"),
        ("@article{k,\n title = {Sheep,\n author = {Ada Example},\n year = 2020\n}", "not closed"),
        ("@article{k, title = {Sheep, author = {Ada Example}, year = {2020}}", "not closed"),
        ('@article{k,\n title = "Sheep,\n author = "Ada Example",\n year = "2020"}', "not closed"),
        ("@article{k,\n title = {Sheep}},\n author = {Ada Example},\n year=2020}", "too many"),
        ("@article{k,\n title = {Sheep}}\n author = {Ada Example},\n year=2020}", "too many"),
        ("@article{k,\n title = Sheep},\n author = {Ada Example},\n year = 2020}", "too many"),
        ("@article{k,\n title {Sheep},\n author = {Ada Example},\n year = 2020}", 'no "="'),
        ("@article{k,\n title = {Sheep},\n %$!,\n author={Ada Example}, year=2020}", ""),
        ("@article{k,\n title = {Sheep},\n ??, author={Ada Example}, year=2020}", "is no field"),
    ],
)
def test_signs_that_are_missing_or_too_many_are_mended_and_told(faulty: str, told: str) -> None:
    block = only(faulty)
    assert (block.key, {k: v.strip("{}") for k, v in said(block).items()}) == ("k", SHEEP)
    assert any(told in fault.what for fault in block.faults) or not told


def test_a_fault_knows_its_place() -> None:
    text = BEFORE + "@article{k,\n title = {Sheep}\n author = {Ada Example}\n}" + AFTER
    (fault,) = next(block for block in blocks(text) if block.key == "k").faults
    assert text[fault.at :].startswith("author")


@pytest.mark.parametrize(
    "faulty",
    [
        "@article{k, title = {Sheep}, author = {Ada Example}, year = 2020}",
        "@ARTICLE{ k , Title={Sheep},AUTHOR = {Ada Example},year=2020,}",
        "@ article\n {\n  k\n ,\n title\n =\n {Sheep}, author = {Ada Example}, year = 2020 }",
        "@article(k, title = {Sheep}, author = {Ada Example}, year = 2020)",
        "@article k,\n title = {Sheep},\n author = {Ada Example},\n year = 2020\n}",
        "@article{k\n, title = {Sheep}\n, author = {Ada Example}\n, year = 2020\n}",
        "@article{k,,, title = {Sheep},, author = {Ada Example}, year = 2020,,}",
        "@article{k, % why\n % title = {Goats},\n title = {Sheep}, % and\n"
        " author = {Ada Example}, year = 2020 % yes\n}",
        '@article{k, title = "Sheep", author = "Ada Example", year = "2020"}',
    ],
)
def test_any_layout_is_read_without_a_word(faulty: str) -> None:
    block = only(faulty)
    assert (block.type.lower(), block.key, said(block)) == ("article", "k", SHEEP)
    assert not block.faults


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Барковский1981", "Барковский1981"),
        ("DBLP:conf/fold/Example20", "DBLP:conf/fold/Example20"),
        ("O'Neil(2020)+a&b", "O'Neil(2020)+a&b"),
        ("Example 2020 sheep", "Example 2020 sheep"),
        ("Example, 2020", "Example, 2020"),
        (r"Sheep\Flock\\^\+", r"Sheep\Flock\\^\+"),
        ("", ""),
    ],
)
def test_keys_of_any_signs_and_none(head: str, key: str) -> None:
    block = only(f"@article{{{head},\n title = {{Sheep}}, year = 2020}}")
    assert (block.key, said(block)) == (key, {"title": "Sheep", "year": "2020"})


def test_an_entry_without_a_key_and_its_comma_keeps_its_first_field() -> None:
    block = only("@article{title = {Sheep}, year = 2020}")
    assert (block.key, said(block)) == ("", {"title": "Sheep", "year": "2020"})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{The {GAN} of {{Sheep}}}", "The {GAN} of {{Sheep}}"),
        ("{{{{{{Deep}}}}}}", "{{{{{Deep}}}}}"),
        ('"{"}Sheep{"}"', '{"}Sheep{"}'),
        ('"The "fat" sheep, and "thin" ones"', 'The "fat" sheep, and "thin" ones'),
        ('{Say "baa", twice}', 'Say "baa", twice'),
        ('"a {quoted "word" in} braces"', 'a {quoted "word" in} braces'),
        ("{Write to ada@example.org or @ada (me)}", "Write to ada@example.org or @ada (me)"),
        ("{5% of sheep = 100% wool, a%20b}", "5% of sheep = 100% wool, a%20b"),
        ("{We.\n@Home (a) b.\n@Home{x}\n@home, c}", "We.\n@Home (a) b.\n@Home{x}\n@home, c"),
        ("{As:\n@article{x,\n title={Y}}\n more}", "As:\n@article{x,\n title={Y}}\n more"),
        ("{a = {b}, c = 3}", "a = {b}, c = 3"),
        (r"{A \{ brace}", r"A \{ brace"),
        (r"{A \} brace}", r"A \} brace"),
        (r"{C:\}", "C:\\"),
        ("{The} Best {Paper}", "{The} Best {Paper}"),
        ("Two bare words", "Two bare words"),
        ("1--9", "1--9"),
    ],
)
def test_values_hold_signs_that_mean_something_elsewhere(value: str, text: str) -> None:
    block = only(f"@article{{k,\n title = {value},\n year = 2020\n}}")
    assert said(block) == {"title": text, "year": "2020"}


def test_parts_of_a_value_are_words_or_texts() -> None:
    block = only('@article{k, month = may # "~3", note = a # {b}}')
    parts = [[(part.text, part.bare) for part in said.parts] for said in block.fields]
    assert parts == [[("may", True), ("~3", False)], [("a", True), ("b", False)]]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@misc{a, title={A}}@MISC{b, title={B}}", ["a", "b"]),
        ("Sheep by ada@example.org (and @ben (x))\n@home {x}\n@misc{a, title={A}} more", ["a"]),
        ("see @misc{a, title={A}} in the middle of words", ["a"]),
        ("%@misc{old,\n% title={Old}\n%}\n@misc{a, title={A}}", ["a"]),
        ("% @misc{old, title={Old}}\n@misc{a, title={A}}", ["a"]),
        ("@misc{a,\n title={Broken {A,\n\n@misc{b,\n title={B}}", ["a", "b"]),
        ("@misc{a,\n title={Broken {A,\n year = 2000\nwords\n@misc{b,\n title={B}}", ["a", "b"]),
        ("@['JournalArticle', 'Conference']{a, title={A}}", ["a"]),
        ("@sheep{a, title={A}}", ["a"]),
        ("@sheep{a}", []),
        ("@misc{a}", ["a"]),
    ],
)
def test_where_entries_begin(text: str, keys: list[str]) -> None:
    assert [block.key for block in between(text)] == keys


@pytest.mark.parametrize(
    "comment",
    [
        "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 X:a\\;0\\;{b}\\;;\n}",
        "@Comment{an {unclosed one}",
        "@comment this is one, too",
        "@preamble{ {\\newcommand{\\x}{y}} }",
        "{text} between = entries, with } and {",
    ],
)
def test_comments_hold_no_entry_and_cost_none(comment: str) -> None:
    assert not [block for block in between(comment) if block.fields]


def test_entries_within_a_comment_are_told() -> None:
    block = only("@comment{\n@misc{a, title={A}}\n\n@misc{b, title={B}}\n}")
    assert block.type == "comment"
    assert block.faults[0].what == "entries within @comment are not read"


def test_many_comments_that_hold_entries_and_do_not_end() -> None:
    text = "@comment{\n@misc{a, title={A}}\n\n" * (MAX_TRIES + 5)
    assert [block.key for block in blocks(text) if block.key] == ["a"] * (MAX_TRIES + 5)


def test_braces_without_a_counterpart_go() -> None:
    assert balanced("}a {b} {c") == "a {b} c"

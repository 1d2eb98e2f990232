"""Whatever a library holds, its file can be read again, and says of each item what it does."""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.fetched import ZoteroLibrary
from generator.problems import Problems
from generator.services.fetched_file import FetchedFile, line_of, read_fetched_file
from generator.sources.base import Reading
from generator.sources.csl.fetched_library import FetchedLibrary
from generator.sources.csl.zotero_json import TEXTS, ZoteroJsonReader
from tests.unit.sources.reading import file_of

READER = ZoteroJsonReader()
#: Texts with what means something in JSON, in lines, in HTML and in LaTeX.
texts = st.text(max_size=30) | st.sampled_from([
    "\u2028", "\x85", "\ud800", 'a"]}\n', "</script>", "\\u2028", "\x00", "\ufeff", "<i>a</i>",
    r"\'e{", '"items": [', "Citation Key: a\nDOI: 10.1234/b", "2024-03", "https://example.org/a",
])  # fmt: skip
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(sorted(TEXTS - {"itemType"}))
creator = st.fixed_dictionaries(
    {},
    optional={
        "creatorType": st.sampled_from(["author", "editor", "translator"]) | texts,
        "firstName": texts, "lastName": texts, "name": texts, "orcid": texts,
    },
)  # fmt: skip
types = st.sampled_from(["journalArticle", "conferencePaper", "preprint", "thesis", "patent"])
#: As the service has them: fields are texts.
as_documented = st.builds(
    lambda said, kind, creators, tags: {
        **said, "itemType": kind, "creators": creators, "tags": tags,
    },
    st.dictionaries(fields | texts, texts, max_size=8),
    types,
    st.lists(creator, max_size=3),
    st.lists(st.fixed_dictionaries({"tag": texts}, optional={"type": st.integers()}), max_size=3),
)  # fmt: skip
anything = st.dictionaries(
    fields | st.sampled_from(["creators", "tags", "dateAdded", "itemType"]) | texts,
    values,
    max_size=8,
).map(lambda data: data | {"itemType": "book"})
keys = st.text(string.ascii_uppercase + string.digits, min_size=8, max_size=8)
metas = st.none() | st.dictionaries(st.sampled_from(["parsedDate", "numChildren"]), values)


def items_of(data: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    item = st.builds(
        lambda key, at, said, meta: {"key": key, "version": at, "data": said, "meta": meta},
        keys, st.integers(0, 10**9), data, metas,
    )  # fmt: skip
    return st.lists(item, max_size=4, unique_by=lambda found: str(found["key"]))


def written(items: list[dict[str, Any]], name: str = "", *, public: bool = True) -> FetchedFile:
    about = FetchedLibrary(ZoteroLibrary("groups", 1), 9, " ".join(name.split()), public)
    return FetchedFile(about, {item["key"]: line_of(item) for item in items})


def read(text: str) -> tuple[Reading, Problems]:
    problems = Problems()
    assert READER.recognises(file_of("x.json"), text)
    return READER.read(file_of("x.json"), text, problems), problems


@given(items=items_of(anything | as_documented), name=texts, public=st.booleans())
def test_any_library_is_read_again_as_it_was_written(
    tmp_path_factory: Any, items: list[dict[str, Any]], name: str, public: bool
) -> None:
    file = written(items, name, public=public)
    path: Path = tmp_path_factory.getbasetemp() / "library.json"
    path.write_bytes(file.as_bytes())
    again = read_fetched_file(path)
    assert again is not None
    assert again.about == file.about
    assert dict(again.lines) == dict(file.lines)
    assert again.as_bytes() == file.as_bytes()


@given(items=items_of(anything | as_documented))
def test_every_item_is_a_record_of_its_line_or_rejected(items: list[dict[str, Any]]) -> None:
    text = written(items).as_bytes().decode()
    lines = text.split("\n")
    reading, problems = read(text)
    assert reading.entries == len(items)
    assert bool(list(problems)) or not reading.rejected
    for record in reading.records:
        key = record.shown_at.rpartition("/")[2]
        assert f'"key": "{key}"' in lines[record.place.line - 1]


@given(items=items_of(as_documented))
def test_what_is_left_out_of_the_file_is_nothing_that_would_be_read(
    items: list[dict[str, Any]],
) -> None:
    from_file, _ = read(written(items).as_bytes().decode())
    from_service, _ = _read_raw(json.dumps(items))
    said = sorted(repr((r.work, r.curation)) for r in from_file.records)
    assert said == sorted(repr((r.work, r.curation)) for r in from_service.records)


def _read_raw(text: str) -> tuple[Reading, Problems]:
    problems = Problems()
    return READER.read(file_of("x.json"), text, problems), problems

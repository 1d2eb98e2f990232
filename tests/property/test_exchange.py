"""Any sequence of writes and edits ends with what is wanted and what was made by hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import OutputFile
from generator.output import claim, write
from generator.problems import Problems
from tests.unit.output.test_exchange import hand_write, pages

PATHS = ["a.md", "b.md", "p/a.md", "p/q/a.md", "p", "hand.md", "p/hand.md"]


TEXTS = st.sampled_from(["one", "two", "three"])


WANTED = st.dictionaries(st.sampled_from(PATHS[:5]), TEXTS).filter(
    lambda files: "p" not in files or not any(path.startswith("p/") for path in files)
)


EDITS = st.dictionaries(st.sampled_from(PATHS), TEXTS | st.none(), max_size=3)


def edit(tree: Path, edits: dict[str, str | None]) -> None:
    """Write, change or delete pages by hand, where that is possible."""
    for path, text in edits.items():
        target = tree / path
        if target.is_dir() or (path.startswith("p/") and (tree / "p").is_file()):
            continue
        if text is None:
            target.unlink(missing_ok=True)
        else:
            hand_write(tree, path, text)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(WANTED, EDITS), min_size=1, max_size=5))
def test_any_sequence_of_writes_and_edits_ends_with_what_is_wanted_and_what_is_by_hand(
    steps: list[tuple[dict[str, str], dict[str, str | None]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs, kept = Path(folder, "docs"), Path(folder, "kept")
        ours: dict[str, str] = {}
        for wanted, edits in steps:
            before = pages(docs)
            problems = Problems()
            made = [OutputFile(path, text.encode(), path) for path, text in wanted.items()]
            with claim(docs) as staging:
                written = write(staging, made, problems, "docs", kept)
            by_hand = {path: text for path, text in before.items() if path not in ours}
            if written is None:
                assert problems.has_errors
                assert pages(docs) == before
            else:
                assert pages(docs) == {**by_hand, **wanted}
                assert all(wanted[path] == by_hand[path] for path in {*wanted} & {*by_hand})
                edited = {before[p] for p in ours if p in before and before[p] != ours[p]}
                lost = edited - {p.read_text() for p in Path(folder).rglob("*") if p.is_file()}
                assert not lost
                ours = wanted
            edit(docs, edits)

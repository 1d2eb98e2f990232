"""The digest of the code differs when any of it does."""

from __future__ import annotations

import os
from pathlib import Path

from generator.cache.code import code_digest, digest_of_files, loaded_code


def test_it_is_the_same_each_time() -> None:
    assert code_digest() == code_digest()
    assert loaded_code() == loaded_code()


def test_it_counts_names_and_bytes_of_all_files_and_no_times(tmp_path: Path) -> None:
    def of(endings: tuple[str, ...] = ("",)) -> str:
        return digest_of_files(tmp_path, endings)

    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "sheep.py").write_text("one")
    first = of()
    os.utime(tmp_path / "room" / "sheep.py", (1, 1))
    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "sheep.pyc").write_text("compiled")
    assert of() == first
    (tmp_path / "room" / "sheep.py").write_text("two")
    assert of() != first
    (tmp_path / "room" / "sheep.py").write_text("one")
    assert of() == first
    (tmp_path / "room" / "sheep.py").rename(tmp_path / "room" / "goat.py")
    assert of() != first
    before = of(endings=(".py",))
    (tmp_path / "words.txt").write_text("one")
    assert of(endings=(".py",)) == before
    assert digest_of_files(tmp_path, leave_out=tmp_path / "room") != of()

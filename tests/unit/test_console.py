"""Every character is printed, whatever encoding the terminal, a file or a pipe has."""

from __future__ import annotations

import io
import sys

import pytest

from generator import system
from generator.console import ERR, OUT, faults_told, say
from generator.problems import WrongUse

TITLE = "数绵羊: Counting Sheep – “été”"


def outputs(encoding: str, monkeypatch: pytest.MonkeyPatch) -> tuple[io.BytesIO, io.BytesIO]:
    """Put outputs of an encoding in the place of ours, and return where their bytes go."""
    both = io.BytesIO(), io.BytesIO()
    for name, held in zip(("stdout", "stderr"), both, strict=True):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(held, encoding, write_through=True))
    return both


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("cp1252", r"\u6570\u7ef5\u7f8a: Counting Sheep – “été”"),
        ("ascii", r"\u6570\u7ef5\u7f8a: Counting Sheep \u2013 \u201c\xe9t\xe9\u201d"),
        ("utf-8", TITLE),
    ],
)
def test_what_an_encoding_has_not_is_printed_as_its_number(
    encoding: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "PIPES_OF_THE_COUNTRY", False)
    out, err = outputs(encoding, monkeypatch)
    with faults_told():
        say(OUT, TITLE)
        say(ERR, TITLE, "red")
    assert out.getvalue().decode(encoding).strip() == expected
    assert err.getvalue().decode(encoding).strip() == expected


def test_what_went_wrong_is_told_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "PIPES_OF_THE_COUNTRY", False)
    _, err = outputs("cp1252", monkeypatch)
    with pytest.raises(SystemExit, match="2"), faults_told():
        raise WrongUse(f"{TITLE}: no such paper")
    assert b"no such paper" in err.getvalue()


@pytest.mark.parametrize("wished", ["", "cp1252"])
def test_where_files_would_get_the_encoding_of_the_country_they_get_utf_8_unless_wished(
    wished: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "PIPES_OF_THE_COUNTRY", True)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if wished:
        monkeypatch.setenv("PYTHONIOENCODING", wished)
    out, _ = outputs("cp1252", monkeypatch)
    with faults_told():
        say(OUT, "été")
    assert out.getvalue().strip() == "été".encode(wished or "utf-8")

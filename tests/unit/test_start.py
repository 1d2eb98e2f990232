"""A command imports what is slow only if it needs it, and ends at once when it has ended."""

from __future__ import annotations

import gc
import runpy
import subprocess
import sys

import pytest

from tests.projects import ROOT

STAGES = "generator.terms.matrix, generator.topics.suggest, generator.relate, generator.search"


def test_no_stage_of_a_build_but_the_map_waits_for_scikit_learn() -> None:
    asked = f"import sys, {STAGES}; print('sklearn' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"


def test_a_program_that_ends_does_not_look_through_what_it_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["generator", "build", "--help"])
    before = gc.get_threshold(), gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            runpy.run_module("generator", run_name="__main__")
        frozen = gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[0])
    assert not ended.value.code
    assert "--workers" in capsys.readouterr().out
    assert frozen > before[1] + 10_000

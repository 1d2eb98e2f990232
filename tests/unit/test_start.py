"""What is slow to import is imported by the command that needs it."""

from __future__ import annotations

import subprocess
import sys

from tests.projects import ROOT

STAGES = "generator.terms.matrix, generator.topics.suggest, generator.relate, generator.search"


def test_no_stage_of_a_build_but_the_map_waits_for_scikit_learn() -> None:
    asked = f"import sys, {STAGES}; print('sklearn' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"

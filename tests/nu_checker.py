"""The Nu HTML checker of the W3C, where it is installed: https://validator.github.io/validator/.

    python -m tests.nu_checker

says where it is, or why it cannot be run. It is Java in one file, which `make test` has from npm
(vnu-jar). Looked for are $VNU_JAR, then node_modules/, then where Debian would put it; and a Java
to run it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.projects import ROOT

_JARS = (
    ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar",
    Path("/usr/share/java/vnu.jar"),
)
#: What the checker says that is no fault of a page, each with why. Nothing else is let through.
NO_FAULT = (
    # It reads files, whose addresses have no host, so to it nothing comes from 'self'. The rules in
    # tests/site/audit/ look at the policy and at what each page loads.
    re.compile(r"Resource violates Content Security Policy \(meta tag\): .* blocked by .*"),
    # JSON-LD is data, which no policy blocks: https://html.spec.whatwg.org/#prepare-the-script-element
    # leaves such an element before it asks the policy. Real scripts in a page break our own rule.
    re.compile(r"Inline script violates Content Security Policy \(meta tag\): blocked by .*"),
)


def missing() -> str:
    """Return what the checker lacks to run here; empty if nothing."""
    if shutil.which("java") is None:
        return "there is no Java"
    return "" if _jar() else "vnu.jar is not installed (npm ci), and VNU_JAR names none"


#: A run is too short for a thorough compiler, and needs no threads that collect garbage: without
#: them it takes half of the time. What the quick compiler makes needs more of the stack.
_BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


def faults(folder: Path, pages: Sequence[str] = (".",)) -> list[str]:
    """Return what is wrong with the HTML `pages` below a folder, a line each, by one run for all.

    `pages` are paths in the folder, of pages or of folders of them; without any, all are read.
    """
    jar = _jar()
    assert jar is not None
    options = ("--skip-non-html", "--format", "json")
    done = subprocess.run(
        ["java", *_BRIEFLY, "-jar", str(jar), *options, *(str(folder / page) for page in pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition(str(folder))[2]}: {message['message']}"
        f" at {message.get('extract', '')!r}"
        for message in messages
        if not any(known.fullmatch(message["message"]) for known in NO_FAULT)
    ]


def main() -> None:
    """Print where the checker is, or what it lacks."""
    lacks = missing()
    print(f"the Nu HTML checker is NOT RUN: {lacks}" if lacks else f"HTML checker: {_jar()}")


def _jar() -> Path | None:
    named = os.environ.get("VNU_JAR")
    return next((jar for jar in ([Path(named)] if named else _JARS) if jar.is_file()), None)


if __name__ == "__main__":
    main()

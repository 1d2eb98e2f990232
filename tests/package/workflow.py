"""Workflows and the action as GitHub reads them, as far as tests need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.projects import ROOT

ACTION = ROOT / "action.yml"
WORKFLOWS = tuple(sorted((ROOT / ".github" / "workflows").glob("*.yml")))
PUBLISHING = ROOT / "docs" / "maintainers" / "publishing.md"
PAGES = (PUBLISHING, *map(PUBLISHING.with_name, ("releasing.md", "digest.md", "week.md")))

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_FORMAT = re.compile(r"format\('(?P<form>[^']*)'(?P<values>(?:,[^,)]+)*)\)")


def read(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps_of(workflow: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the steps of an action, or of all jobs of a workflow."""
    if "runs" in workflow:
        yield from workflow["runs"]["steps"]
    for job in workflow.get("jobs", {}).values():
        yield from job.get("steps", ())


def blocks(page: Path) -> list[str]:
    """Return what a page shows as YAML, each without its indentation."""
    return re.findall(r"^```yaml\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return text with its expressions replaced.

    An expression is a name of `values`, `format('{0}…', name, …)`, or several of them with ||
    between: the first that is not empty. A name that is not there is empty, as it is at GitHub.
    """
    return _EXPRESSION.sub(lambda found: _value(found[1].strip(), values), text)


def _value(expression: str, values: Mapping[str, str]) -> str:
    for part in expression.split("||"):
        if value := _one(part.strip(), values):
            return value
    return ""


def _one(part: str, values: Mapping[str, str]) -> str:
    if found := _FORMAT.fullmatch(part):
        names = [name.strip() for name in found["values"].split(",")[1:]]
        return found["form"].format(*(values.get(name, "") for name in names))
    assert re.fullmatch(r"[a-z_.-]+", part), f"not understood here: {part}"
    return values.get(part, "")

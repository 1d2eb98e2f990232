"""Reads issues from JSON as GitHub, Forgejo and GitLab give them; what they say is data.

- https://docs.github.com/rest/issues/issues and the event `issues` of its webhooks
- https://docs.gitlab.com/api/issues/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.forms.clean import cleaned
from generator.problems import Place, Problems

#: Two hundred issues of the longest body are no larger.
MAX_BYTES = 50_000_000
#: GitHub allows 65,536 characters; one that is longer is not read.
MAX_BODY = 200_000
MAX_TITLE = 1_000
#: Forges count issues from 1; no number of one is larger.
MAX_NUMBER = 10**12


@dataclass(frozen=True)
class Issue:
    """An issue as far as it matters here."""

    number: int
    title: str = ""
    body: str = ""
    author: str = ""
    labels: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """What messages call it."""
        return Place(f"issue {self.number}")


def read_issues(files: Sequence[Path], problems: Problems) -> list[Issue]:
    """Return the issues in files, by number, each once; what is none is an error.

    A file holds an issue, an event with an `issue`, or a list of either.
    """
    found: dict[int, Issue] = {}
    for file in files:
        for item in _items(file, problems):
            issue = _issue(item, Place(file.name), problems)
            if issue is None:
                continue
            if found.setdefault(issue.number, issue) != issue:
                problems.error(issue.place, "stands there twice, and not the same", "keep one")
    return [found[number] for number in sorted(found)]


def _items(file: Path, problems: Problems) -> Iterator[Any]:
    place = Place(file.name)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            problems.error(place, f"has more than {MAX_BYTES:,} bytes", "give fewer issues")
            return
        said = json.loads(data)
    except OSError as error:
        problems.error(place, f"cannot be read: {error.strerror}")
        return
    except (ValueError, RecursionError):
        problems.error(place, "is no JSON", "give issues as the API of GitHub or GitLab does")
        return
    for item in said if isinstance(said, list) else [said]:
        yield item.get("issue", item) if isinstance(item, dict) else item


def _issue(item: Any, place: Place, problems: Problems) -> Issue | None:
    if not isinstance(item, dict):
        problems.error(place, "holds something that is no issue")
        return None
    number = item.get("number", item.get("iid"))
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < MAX_NUMBER:
        problems.error(place, "holds an issue without a number")
        return None
    if item.get("pull_request"):
        # GitHub lists them among issues.
        problems.note(Place(f"issue {number}"), "is a pull request; passed over")
        return None
    body = _text(item.get("body", item.get("description")))
    if len(body) > MAX_BODY:
        problems.error(Place(f"issue {number}"), f"has more than {MAX_BODY:,} characters; not read")
        return None
    return Issue(
        number,
        _text(item.get("title"))[:MAX_TITLE],
        body,
        _author(item)[:MAX_TITLE],
        tuple(_labels(item.get("labels"))),
    )


def _text(value: Any) -> str:
    return cleaned(value) if isinstance(value, str) else ""


def _author(item: dict[str, Any]) -> str:
    for key, name in (("user", "login"), ("author", "username")):
        person = item.get(key)
        if isinstance(person, dict) and isinstance(person.get(name), str):
            return " ".join(_text(person[name]).split())
    return ""


def _labels(value: Any) -> Iterator[str]:
    for label in value if isinstance(value, list) else []:
        name = label.get("name") if isinstance(label, dict) else label
        if isinstance(name, str):
            yield _text(name)[:MAX_TITLE]

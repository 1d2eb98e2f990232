"""A form as the file that GitHub, Forgejo and Gitea read: .github/ISSUE_TEMPLATE/<name>.yml.

The syntax is that of
https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms.
"""

from __future__ import annotations

from typing import Any

import yaml

from generator.forms.form import Asked, Form
from generator.language import Language
from generator.values.paper import CONTRIBUTION_WORDS

_HEAD = "# Written by paper-catalogue: `paper-catalogue doctor --fix` brings it up to date.\n"


def template_path(form: Form) -> str:
    """Return where a form lies, below the folder of the repository."""
    return f".github/ISSUE_TEMPLATE/{form.name}.yml"


def is_written(data: bytes) -> bool:
    """Whether a file is one of these forms, or nothing: nobody wrote it by hand."""
    return not data or data.startswith(_HEAD.encode())


def template_of(form: Form, language: Language) -> bytes:
    """Return the file of a form, in a language."""
    intro = {"type": "markdown", "attributes": {"value": language.say(form.intro)}}
    said = {
        "name": language.say(form.heading),
        "description": language.say(form.description),
        "title": language.say(form.title),
        "labels": [form.label],
        "body": [intro, *(_element(asked, form, language) for asked in form.asked)],
    }
    # A line a value, so that a change of a word is one line of a diff.
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{_HEAD}{text}".encode()


def _element(asked: Asked, form: Form, language: Language) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        "label": language.say(asked.label),
        "description": language.say(asked.description),
    }
    if asked.input == "dropdown":
        attributes["options"] = [language.say(word) for word in CONTRIBUTION_WORDS.values()]
    element = {"type": asked.input, "id": asked.id, "attributes": attributes}
    return element | ({"validations": {"required": True}} if asked.id in form.required else {})

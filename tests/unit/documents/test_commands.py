"""commands.md is written from the commands themselves, and every option says what it does."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from generator.commands.app import app
from tests.documented import DOCS, assert_is_written, table

PROGRAM = "paper-catalogue"
#: What `--help` says behind an option's help: its default, its bounds, that it must be given.
FACTS = re.compile(r"(.*?)(?: {2}\[(.*)\])?", re.DOTALL)
#: Its words, and ours. Some versions of typer put what is no value in parentheses: (here).
WORDS = (
    (r"default: \(?(.*?)\)?(?=;|$)", r"\1 if not given"),
    (r"(\d+)<=x<=(\d+)", r"\1 to \2"),
    (r"x>=(\d+)", r"\1 or more"),
    (r"^required$", "must be given"),
)
#: The kinds of values, which `--help` names as Python does.
KINDS = (
    ("<int range>", "<number>"),
    ("... <list[str]>", "..."),
    ("<list[str]>", "<text>"),
    ("<str>", "<text>"),
)


def commands(command: Any = None, context: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Yield every command that does something, with its name and its context."""
    command = command or typer.main.get_command(app)
    context = type(command).context_class(command, info_name=PROGRAM, parent=context)
    below = getattr(command, "commands", {})
    for name, sub in below.items():
        if not sub.hidden:
            for found, each, its in commands(sub, context):
                yield f"{name} {found}".strip(), each, its
    if not below:
        yield "", command, context


def parameters(command: Any, context: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the arguments and options that `--help` lists: form, help, and what may be given."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[0] != "--help":
            said = FACTS.fullmatch(record[1])
            assert said
            form, facts = record[0], said[2] or ""
            for pattern, ours in WORDS:
                facts = re.sub(pattern, ours, facts)
            for theirs, ours in KINDS:
                form = form.replace(theirs, ours)
            help_ = re.sub(r"Formats: .*", "Formats: see [sources](sources.md).", text(said[1]))
            yield form, help_, text(facts)


def document() -> str:
    told = []
    for name, command, context in commands():
        usage = " ".join(command.collect_usage_pieces(context))
        lines = [(f"`{form}`", *said) for form, *said in parameters(command, context)]
        help_ = text(inspect.cleandoc(command.help or ""))
        told += [f"## {name}", help_, f"```sh\n{PROGRAM} {name} {usage}\n```"]
        if lines:
            told.append(table(("argument or option", "what it does", "values"), lines))
    return "\n\n".join(told)


def text(help_: str) -> str:
    """Return a text of the command line as Markdown; paragraphs stay apart."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", help_))
    return "\n\n".join(re.sub(r"([<>*_\[\]])", r"\\\1", part) for part in paragraphs if part)


def test_the_page_says_what_the_commands_say() -> None:
    assert_is_written(DOCS / "commands.md", "commands", document())


def test_every_command_and_every_option_has_a_help() -> None:
    without = [name for name, command, _ in commands() if not command.help]
    without += [
        f"{name} {form}"
        for name, command, context in commands()
        for form, help_, _ in parameters(command, context)
        if not help_
    ]
    assert without == []


def test_a_command_is_found_that_stands_below_another() -> None:
    assert {"build", "topics suggest"} <= {name for name, _, _ in commands()}


@pytest.mark.parametrize("name", [name for name, _, _ in commands()])
def test_the_help_on_the_terminal_names_what_the_page_names(name: str) -> None:
    page = (DOCS / "commands.md").read_text("utf-8")
    _, _, section = page.partition(f"\n## {name}\n")
    section = section.partition("\n## ")[0]
    said = CliRunner().invoke(app, [*name.split(), "--help"]).stdout
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", said)) - {"--help"}
    assert options <= set(re.findall(r"--[a-z][a-z-]+", section))

"""What templates print is escaped for its language; a template that changed is read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from generator.pages import templating
from generator.pages.templating import html_environment, markdown_environment
from generator.text.html import typeset
from generator.text.markdown import inline


@pytest.mark.parametrize("made_by", [html_environment, markdown_environment])
def test_a_template_that_names_something_unknown_fails(made_by: Callable[[], Environment]) -> None:
    with pytest.raises(UndefinedError):
        made_by().from_string("{{ nothing_of_that_name }}").render()


def test_a_template_cannot_forget_to_escape() -> None:
    assert html_environment().from_string("{{ x }}").render(x="<b>*") == "&lt;b&gt;*"
    assert markdown_environment().from_string("{{ x }}").render(x="<b>*") == r"&lt;b&gt;\*"


def test_a_template_cannot_print_what_is_of_the_other_language() -> None:
    with pytest.raises(TypeError):
        html_environment().from_string("{{ x }}").render(x=inline("*"))
    with pytest.raises(TypeError):
        markdown_environment().from_string("{{ x }}").render(x=typeset("<b>"))


@pytest.mark.parametrize(
    ("made_by", "ending"), [(html_environment, "html"), (markdown_environment, "md")]
)
def test_a_template_that_changed_is_read_anew(
    made_by: Callable[[], Environment], ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templating, "_TEMPLATES", tmp_path)
    template = tmp_path / f"sheep.{ending}.j2"
    template.write_text("one")
    first = made_by()
    assert made_by() is first
    template.write_text("two")
    assert made_by().get_template(template.name).render() == "two"

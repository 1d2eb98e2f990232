"""What templates print is escaped for its language; a template that changed is read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from generator.language import ENGLISH, Language, load
from generator.pages import templating
from generator.pages.links import PageLink
from generator.pages.templating import html_environment, markdown_environment
from generator.problems import Problems
from generator.text.html import typeset
from generator.text.markdown import inline
from generator.values.text import Text


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


HOSTILE = Language(
    "de",
    {
        "Part of {venue}.": ('<b onclick="x">*[{venue}](javascript:x)*</b>',),
        "{number} paper": ("<i>{number}</i> `A`", "{number} &amp; $A$"),
    },
)


@pytest.mark.parametrize(
    ("made_by", "value", "said"),
    [
        (html_environment, PageLink("<b>", "a.md"), '<a href="\x02a/">&lt;b&gt;</a>'),
        (html_environment, typeset("<b>"), "&lt;b&gt;"),
        (html_environment, Text(r"\(n^2\)"), Text(r"\(n^2\)").typeset),
        (markdown_environment, PageLink("*b*", "a.md"), "[\\*b\\*](\x02a.md)"),
        (markdown_environment, inline("*b*"), "\\*b\\*"),
        (markdown_environment, "*b*", "\\*b\\*"),
    ],
)
def test_a_value_in_a_sentence_is_printed_as_one_that_stands_alone(
    made_by: Callable[[Language], Environment], value: object, said: str
) -> None:
    template = '{{ say("Part of {venue}.", venue=x) }}|{{ x }}'
    assert made_by(ENGLISH).from_string(template).render(x=value) == f"Part of {said}.|{said}"


def test_a_translation_is_text_in_both_languages_of_pages() -> None:
    template = '{{ say("Part of {venue}.", venue=x) }}'
    assert html_environment(HOSTILE).from_string(template).render(x="<v>") == (
        "&lt;b onclick=&quot;x&quot;&gt;*[&lt;v&gt;](javascript:x)*&lt;/b&gt;"
    )
    said = markdown_environment(HOSTILE).from_string(template).render(x="*v*")
    assert said == '&lt;b onclick="x"&gt;\\*\\[\\*v\\*\\](javascript:x)\\*&lt;/b&gt;'


def test_a_translation_cannot_end_the_attribute_that_it_stands_in() -> None:
    element = '<p title="{{ say("Part of {venue}.", venue=x | attribute) }}">'
    shown = html_environment(HOSTILE).from_string(element).render(x='"><script>')
    assert shown.count('"') == 2
    assert "<script" not in shown


def test_a_counted_string_is_said_in_the_form_of_its_number() -> None:
    template = '{{ counted(n, "{number} paper", "{number} papers") }}'
    html, markdown = html_environment(HOSTILE), markdown_environment(HOSTILE)
    assert html.from_string(template).render(n=1) == "&lt;i&gt;1&lt;/i&gt; `A`"
    assert markdown.from_string(template).render(n=1) == "&lt;i&gt;1&lt;/i&gt; \\`A\\`"
    assert html.from_string(template).render(n=2) == "2 &amp;amp; $A$"


def test_items_in_a_row_are_each_escaped() -> None:
    template = '{{ items | listed("or") }}'
    items = ["<a>", PageLink("b", "b.md"), "c"]
    assert html_environment().from_string(template).render(items=items) == (
        '&lt;a&gt;, <a href="\x02b/">b</a> or c'
    )
    assert markdown_environment().from_string(template).render(items=items) == (
        "&lt;a&gt;, [b](\x02b.md) or c"
    )


def test_names_stand_as_in_citations_and_may_not_be_all() -> None:
    template = "{{ names | names }}|{{ names | names(true) }}"
    german = load("de", Path("nowhere"), "language.po", Problems())
    said = html_environment(german).from_string(template).render(names=["Ada <Q>", "Bo"])
    assert said == "Ada &lt;Q&gt;, Bo|Ada &lt;Q&gt;, Bo und andere"


def test_templates_see_the_language_that_their_environment_was_asked_for() -> None:
    german = load("de", Path("nowhere"), "language.po", Problems())
    template = '{{ say("Authors") }} {{ 2000 }}'
    assert html_environment(german).from_string(template).render() == "Autoren 2.000"
    assert html_environment().from_string(template).render() == "Authors 2,000"
    assert html_environment(german) is html_environment(german)

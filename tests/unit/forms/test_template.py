"""The files of the forms are what GitHub reads, in every language, and those of this repository."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
import yaml

from generator.forms import CORRECTION, FORMS, Form, template_of, template_path
from generator.forms.heading import heading_in
from generator.language import Language, languages, load
from generator.problems import Problems
from generator.values.fields import BY_NAME
from generator.values.paper import CONTRIBUTIONS
from tests.projects import ROOT

#: What GitHub reads as true or false where it stands without quotes.
FORBIDDEN = {"y", "yes", "n", "no", "true", "false", "on", "off", "none"}


def language(code: str) -> Language:
    return load(code, ROOT / "nowhere", code, Problems())


def read(form: Form, code: str = "en") -> dict[str, Any]:
    said = yaml.safe_load(template_of(form, language(code)))
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_forms_of_this_repository_are_those_of_the_code(form: Form) -> None:
    path = ROOT / template_path(form)
    wanted = template_of(form, language("en"))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(wanted)
    assert path.read_bytes() == wanted, "run this test with UPDATE_GOLDEN=1, and read what changed"


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_one_that_github_takes(form: Form, code: str) -> None:
    said = read(form, code)
    assert set(said) == {"name", "description", "title", "labels", "body"}
    assert all(said[key].strip() for key in ("name", "description"))
    elements = [item for item in said["body"] if item["type"] != "markdown"]
    ids = [item["id"] for item in elements]
    labels = [item["attributes"]["label"] for item in elements]
    assert len(set(ids)) == len(ids)
    assert len({label.casefold() for label in labels}) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name) for name in ids)
    for item in elements:
        assert item["type"] in ("input", "textarea", "dropdown")
        assert set(item["attributes"]) <= {"label", "description", "options"}
        options = item["attributes"].get("options", ["method"])
        assert options
        assert len(set(options)) == len(options)
        assert not {option.casefold() for option in options} & FORBIDDEN


def test_no_question_is_one_that_the_address_of_an_issue_has_already() -> None:
    ids = {asked.id for form in FORMS for asked in form.asked}
    assert not ids & {"title", "body", "labels", "milestone", "assignees", "projects", "template"}


def test_a_correction_asks_for_no_more_than_the_page() -> None:
    said = read(CORRECTION)
    required = [i["id"] for i in said["body"] if i.get("validations", {}).get("required")]
    assert required == ["page"]
    assert said["labels"] == ["correction"]


def test_the_questions_on_a_paper_are_fields_of_papers_and_none_is_its_abstract() -> None:
    asked = [asked.field for asked in CORRECTION.asked if asked.field]
    assert asked == [name for name in BY_NAME if name in asked]
    assert {"title", "authors", "links"} <= set(asked)
    assert "abstract" not in asked
    kind = next(asked for asked in read(CORRECTION)["body"] if asked.get("id") == "kind")
    assert kind["attributes"]["options"] == list(CONTRIBUTIONS)


def test_a_form_speaks_the_language_of_the_catalogue() -> None:
    said = read(CORRECTION, "de")
    assert said["name"] == "Einen Artikel berichtigen"
    assert "Was falsch ist" in [item["attributes"].get("label") for item in said["body"]]
    # The label is what workflows look for.
    assert said["labels"] == ["correction"]


def test_no_heading_means_one_thing_in_one_language_and_another_in_the_next() -> None:
    meant: dict[str, str] = {}
    for code in languages():
        for asked in CORRECTION.asked:
            label = language(code).say(asked.label)
            assert heading_in(f"### {label}") == label
            assert meant.setdefault(label.casefold(), asked.id) == asked.id

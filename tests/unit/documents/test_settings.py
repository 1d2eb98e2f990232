"""settings.md says all that may be set: in catalogue.yml, mkdocs.yml, front matter, environment."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator import settings
from generator.exports import Exports
from generator.problems import Problems
from generator.settings import CatalogueFile
from tests.documented import DOCS, assert_is_written, first_cells, table
from tests.projects import ROOT

PAGE = DOCS / "settings.md"
SCHEMA = CatalogueFile.model_json_schema()
THEME = ROOT / "generator" / "theme"
#: The words for what JSON Schema calls a type.
TYPES = {"string": "text", "integer": "number", "boolean": "true or false", "object": "fields"}


def example() -> str:
    """Return the catalogue.yml that the page shows whole."""
    found = re.search(r"```yaml\n(name: .*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def kind(schema: dict[str, Any], name: str) -> str:
    """Return in words what the field `name` may hold."""
    if "$ref" in schema:
        return f"[fields](#{name})"
    if "anyOf" in schema:
        some = [each for each in schema["anyOf"] if each.get("type") != "null"]
        return " or ".join(kind(each, name) for each in some)
    if "enum" in schema:
        return "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        most = f", at most {schema['maxItems']:,}" if "maxItems" in schema else ""
        items = kind(schema["items"], name).removeprefix("one of ")
        return f"list of {items}{most}"
    word = TYPES[schema["type"]]
    if "minimum" in schema:
        word += f", {schema['minimum']} to {schema['maximum']}"
    return word


def default(field: dict[str, Any], *, required: bool) -> str:
    """Return what counts where a field is not there; "" where that is nothing."""
    if required:
        return "required"
    value = field.get("default")
    shown = str(value).lower() if isinstance(value, bool) else value
    return f"`{shown}`" if isinstance(shown, str | int) and shown != "" else ""


def fields(model: dict[str, Any]) -> str:
    required = model.get("required", ())
    lines = []
    for name, field in model["properties"].items():
        unsaid = default(field, required=name in required)
        lines.append((f"`{name}`", field["description"], kind(field, name), unsaid))
    return table(("field", "what it is", "holds", "if not given"), lines)


def document() -> str:
    told = [fields(SCHEMA)]
    for name, field in SCHEMA["properties"].items():
        for model in re.findall(r"'#/\$defs/(\w+)'", str(field)):
            told += [f"### {name}", field["description"], fields(SCHEMA["$defs"][model])]
    return "\n\n".join(told)


def test_the_page_has_every_field_of_catalogue_yml() -> None:
    assert_is_written(PAGE, "catalogue.yml", document())


@pytest.mark.parametrize("model", [SCHEMA, *SCHEMA["$defs"].values()], ids=lambda m: m["title"])
def test_every_field_of_catalogue_yml_is_described(model: dict[str, Any]) -> None:
    fields = model["properties"].items()
    assert [name for name, field in fields if not field.get("description")] == []


def test_the_example_of_the_page_has_every_field_and_is_right(tmp_path: Path) -> None:
    said = yaml.safe_load(example())
    assert list(said) == list(CatalogueFile.model_fields)
    assert list(said["exports"]) == list(Exports.model_fields)
    jsonschema.validate(said, SCHEMA)
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "catalogue.yml").write_text(example(), "utf-8")
    logo = tmp_path / "docs" / "assets" / "logo.svg"
    logo.parent.mkdir(parents=True)
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    problems = Problems()
    assert settings.load(tmp_path, problems)
    assert list(problems) == []


def templates() -> str:
    return "".join(
        path.read_text("utf-8") for path in THEME.rglob("*.*ml") if path.suffix != ".yml"
    )


def test_everything_that_the_theme_reads_of_mkdocs_yml_is_explained() -> None:
    read = set(re.findall(r"\bconfig\.((?:theme\.|extra\.)?[a-z_]+)", templates())) | {"nav"}
    explained = first_cells(PAGE, "key of mkdocs.yml | what it is | if not given")
    assert {"extra.footer", "theme.styles"} <= read
    # What stands in catalogue.yml alone is handed to the theme as `extra`.
    handed = {f"extra.{name}" for name in (*CatalogueFile.model_fields, "locale")}
    assert read - handed | {"extra.footer"} <= set(explained)


def test_everything_that_the_theme_reads_of_a_pages_front_matter_is_explained() -> None:
    read = set(re.findall(r"\bmeta\.([a-z_]+)", templates()))
    # What only the drafts of frames say.
    read -= {"frame", "head"}
    assert {"title", "styles"} <= read
    assert read <= set(first_cells(PAGE, "front matter | what it is | example"))


def test_every_variable_of_the_environment_is_explained() -> None:
    modules = [path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py")]
    # Whatever is written as names of variables are, where the environment is spoken of.
    code = "".join(module for module in modules if re.search(r"\benviron\b", module))
    read = set(re.findall(r'"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"', code))
    read |= set(re.findall(r"!ENV \[?([A-Z_]+)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert {"SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "ZOTERO_API_KEY"} <= read
    assert read <= set(first_cells(PAGE, "variable | what it is"))

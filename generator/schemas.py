"""Writes the JSON Schemas of records, topics, people, venues and settings, for editors."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from generator.people import PeopleFile
from generator.problems import WrongUse, printable
from generator.settings import CatalogueFile, Settings
from generator.sources.record_model import json_schema
from generator.topics.vocabulary import TopicsFile
from generator.venues import VenuesFile
from generator.write_file import replace_file

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def schemas() -> dict[str, bytes]:
    """Return each schema file's name and content."""
    found: dict[str, dict[str, Any]] = {
        "record.schema.json": json_schema(),
        "topics.schema.json": {**_DIALECT, **TopicsFile.model_json_schema()},
        "people.schema.json": {**_DIALECT, **PeopleFile.model_json_schema()},
        "venues.schema.json": {**_DIALECT, **VenuesFile.model_json_schema()},
        "catalogue.schema.json": {**_DIALECT, **CatalogueFile.model_json_schema()},
    }
    return {
        name: (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in found.items()
    }


def write_schemas(settings: Settings) -> list[Path]:
    """Write the schemas into the catalogue's folder `schemas` and return their paths.

    Raises WrongUse when a link leads out of the folder of the project and was not given.
    """
    target = settings.catalogue_dir / "schemas"
    real = Path(os.path.realpath(target))
    if real != target and not real.is_relative_to(settings.root):
        raise WrongUse(
            printable(f"{target}: is a link out of the catalogue's folder, to {real}")
            + "; remove it, or name the catalogue that it leads to with --catalogue"
        )
    paths = []
    for name, data in sorted(schemas().items()):
        replace_file(target / name, data)
        paths.append(target / name)
    return paths

"""Writes the JSON Schemas of records, topics and settings, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.output import replace_file
from generator.settings import CatalogueFile
from generator.sources.record_model import json_schema
from generator.topics.vocabulary import TopicsFile

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def schemas() -> dict[str, bytes]:
    """Return each schema file's name and content."""
    found: dict[str, dict[str, Any]] = {
        "record.schema.json": json_schema(),
        "topics.schema.json": {**_DIALECT, **TopicsFile.model_json_schema()},
        "catalogue.schema.json": {**_DIALECT, **CatalogueFile.model_json_schema()},
    }
    return {
        name: (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in found.items()
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into `folder`/schemas and return their paths."""
    target = folder / "schemas"
    paths = []
    for name, data in sorted(schemas().items()):
        replace_file(target / name, data)
        paths.append(target / name)
    return paths

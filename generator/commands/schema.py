"""`schema`: what editors check records with."""

from __future__ import annotations

from pathlib import Path

from generator.commands.options import CatalogueDir, Root
from generator.commands.running import settings_of
from generator.console import OUT, say
from generator.schemas import write_schemas


def schema(root: Root = Path(), catalogue: CatalogueDir = None) -> None:
    """Write the JSON Schemas that editors use to check records and topics as you type."""
    settings = settings_of(root, catalogue, None, None)
    for path in write_schemas(settings):
        say(OUT, f"wrote {settings.shown(path)}")

"""The version of the generator, which stands in pyproject.toml only."""

from __future__ import annotations

from importlib import metadata

PACKAGE = "paper-catalogue"


def version() -> str:
    """Return the version as it was installed."""
    return metadata.version(PACKAGE)

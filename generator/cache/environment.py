"""What a build reads of the environment: with another value there, another site."""

from __future__ import annotations

import os
import re

#: What the generator reads, and MkDocs whatever mkdocs.yml says.
_READ = frozenset(("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH"))
_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")


def environment_read(config: bytes) -> list[tuple[str, str | None]]:
    """Return the variables that a build with this mkdocs.yml may read, with their values.

    Any word in it may name one: !ENV NAME, !ENV [NAME, OTHER, default].
    """
    words = {word.decode() for word in _WORD.findall(config)}
    return [(name, os.environ.get(name)) for name in sorted(words | _READ)]

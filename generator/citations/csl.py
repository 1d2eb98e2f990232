"""Makes a work a CSL-JSON item, as https://github.com/citation-style-language/schema has it."""

from __future__ import annotations

import json
from typing import Any

from generator.citations.cited import Cited
from generator.text.unicode import normal
from generator.values.name import Name

_json = json.JSONEncoder(ensure_ascii=False).encode


def csl_item(cited: Cited) -> dict[str, Any]:
    """Return the item; what is not known is left out, but it always has id, type and title."""
    work = cited.work
    item: dict[str, Any] = {
        "id": cited.key,
        "type": work.best_type,
        "title": work.title.plain,
        "author": [_name(name) for name in work.authors],
        "editor": [_name(name) for name in work.editors],
        "container-title": cited.container.plain,
        "publisher": cited.publisher.plain,
        "event-title": work.event.plain,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "issued": {"date-parts": [work.issued.parts]} if work.issued else None,
        "DOI": cited.doi,
        "number": f"arXiv:{cited.arxiv}" if cited.arxiv and work.best_type == "article" else "",
        "language": work.language,
        "keyword": ", ".join(keyword.plain for keyword in work.keywords),
        "note": work.note.plain,
        "status": cited.status.lower(),
        "URL": work.address,
    }
    lines = {key: normal(v) if isinstance(v, str) else v for key, v in item.items()}
    return {key: value for key, value in lines.items() if value or key == "title"}


def csl_json(cited: Cited) -> str:
    """Return a JSON array of the one item, a line for each of its properties."""
    lines = (f"  {_json(key)}: {_json(value)}" for key, value in csl_item(cited).items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: value for key, value in parts.items() if value}

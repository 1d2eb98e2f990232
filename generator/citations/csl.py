"""Makes a work a CSL-JSON item, as https://github.com/citation-style-language/schema has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.citations.cited import Cited
from generator.citations.types import MASTERS, is_masters
from generator.text.unicode import normal
from generator.values.name import Name
from generator.values.text import Text

_json = json.JSONEncoder(ensure_ascii=False).encode
_dense = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def csl_item(cited: Cited) -> dict[str, Any]:
    """Return the item; what is not known is left out, but it always has id, type and title."""
    work = cited.work
    item: dict[str, Any] = {
        "id": cited.key,
        "citation-key": cited.key,
        "type": work.best_type,
        "genre": MASTERS if is_masters(work) else "",
        "title": work.title.plain,
        "author": [_name(name) for name in work.authors],
        "editor": [_name(name) for name in work.editors],
        "container-title": cited.container.plain,
        "container-title-short": cited.short.plain,
        "publisher": cited.publisher.plain,
        "event-title": work.event.plain,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "issued": {"date-parts": [work.issued.parts]} if work.issued else None,
        "DOI": cited.doi,
        **_arxiv(cited),
        "language": work.language,
        "keyword": _keywords(work.keywords),
        "note": work.note.plain,
        "status": cited.status.lower(),
        "URL": work.address,
        "abstract": cited.abstract.plain,
    }
    lines = {key: normal(v) if isinstance(v, str) else v for key, v in item.items()}
    return {key: value for key, value in lines.items() if value or key == "title"}


def csl_json(cited: Cited) -> str:
    """Return a JSON array of the one item, a line for each of its properties."""
    lines = (f"  {_json(key)}: {_json(value)}" for key, value in csl_item(cited).items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def csl_line(cited: Cited) -> str:
    """Return the item as one line of JSON, without a line break."""
    return _dense(csl_item(cited))


def _arxiv(cited: Cited) -> dict[str, str]:
    """Return where arXiv has the work: the number of a preprint, where else to find all others."""
    if not cited.arxiv:
        return {}
    number = f"arXiv:{cited.arxiv}"
    if cited.work.best_type == "article":
        return {"number": number}
    return {"archive": "arXiv", "archive_location": number}


def _keywords(keywords: Sequence[Text]) -> str:
    """Return keywords in one text, as CSL has them, parted by commas unless one holds a comma."""
    words = [keyword.plain for keyword in keywords]
    return ("; " if any("," in word for word in words) else ", ").join(words)


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: value for key, value in parts.items() if value}

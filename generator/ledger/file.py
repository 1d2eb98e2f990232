r"""Reads and writes catalogue/addresses.yml.

Builds write it with a row a line, each a JSON object, which is YAML, too: so it is read quickly,
and two branches that both add papers merge by keeping all lines. What a person wrote otherwise is
read as any YAML file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator import yaml_lines
from generator.ledger.rows import EMPTY, FOLDERS, Ledger, LedgerFile, PaperRow, Row
from generator.problems import Problems
from generator.validation import validate

NAME = "addresses.yml"
#: Of half a million papers; and reading a larger one by mistake takes a minute.
MAX_BYTES = 200_000_000

_ABOUT = """\
# Written by builds: every address that was published, and what it was of. Commit it with the rest.
# What moved leads on, what went says so: docs/maintainers/addresses.md.
"""
_SECTION = re.compile(rf"({'|'.join(FOLDERS)}):")
_ROW = re.compile(r'  ("(?:[^"\\]|\\.)*"): (\{.*\})')
#: Characters that JSON takes as they are, and YAML does not: https://yaml.org/spec/1.1/#id868524
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def load_ledger(path: Path, shown: str, problems: Problems) -> Ledger:
    """Return what the file says; an empty ledger where there is none, or where it is wrong.

    `shown` is how messages name it. Each mistake is an error with its line: what was published
    must not be forgotten because of a slip.
    """
    if not os.path.lexists(path):
        return EMPTY
    text = yaml_lines.read_text(path, shown, problems, MAX_BYTES)
    if text is None:
        return EMPTY
    document = _by_line(text, shown)
    file = validate(document, LedgerFile, Problems()) if document else None
    if document is None or file is None:
        document = yaml_lines.parse(text, shown, problems)
        if document is None or document.data is None:
            return EMPTY
        file = validate(document, LedgerFile, problems)
    if file is None:
        return EMPTY
    lines = {
        f"{path[0]}/{path[1]}": line for path, line in document.lines.items() if len(path) == 2
    }
    return Ledger(file.papers, file.topics, file.authors, file.venues, lines)


def text_of(ledger: Ledger) -> str:
    """Return the file, sorted by address: the same ledger is the same text."""
    return _ABOUT + "".join(_lines(ledger))


def _by_line(text: str, shown: str) -> yaml_lines.Document | None:
    """Return the document if it is written as builds write it; else None.

    Of a row that stands twice, as after a merge of two branches, the last counts.
    """
    data: dict[str, dict[str, object]] = {}
    lines: dict[yaml_lines.KeyPath, int] = {(): 1}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        if found := _SECTION.fullmatch(line):
            section = found[1]
            data.setdefault(section, {})
            lines[section,] = number
            continue
        row = _ROW.fullmatch(line)
        if not row or not section:
            return None
        try:
            slug, said = json.loads(row[1]), json.loads(row[2])
        except ValueError:
            return None
        data[section][slug] = said
        lines[section, slug] = number
    return yaml_lines.Document(shown, data, lines)


def _lines(ledger: Ledger) -> Iterator[str]:
    for folder in FOLDERS:
        rows = ledger.rows(folder)
        if rows:
            yield f"{folder}:\n"
        for slug in sorted(rows):
            yield f"  {_json(slug)}: {_json(_said(rows[slug]))}\n"


def _said(row: Row) -> dict[str, object]:
    """Return what a row says, without what it does not."""
    said: dict[str, object] = {"name": row.name}
    if isinstance(row, PaperRow):
        said |= {"identifiers": row.identifiers, "authors": row.authors, "venue": row.venue}
    said |= {"to": row.to, "gone": row.gone}
    return {key: value for key, value in said.items() if value}


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

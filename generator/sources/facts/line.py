"""A line of a file of catalogue/facts/: what a service said of one paper on one day.

    {"paper": "counting-sheep", "of": "arxiv:2101.00001", "on": "2026-11-28", "says": {…}}

Without `says` the service knew nothing of what was asked for.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any

from generator.ids import why_no_id
from generator.problems import Place, quoted
from generator.sources.facts.says import Misshapen, said_in, says_of
from generator.sources.said import Said
from generator.values.asked import Asked, read_asked

#: What of a text JSON leaves as it is although editors end a line there, or no file can hold it.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_KEYS = ("paper", "of", "on", "says")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: One paper has a few kilobytes; a line this long is not one paper.
MAX_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class FactLine:
    """What a service said on the day `on` when it was asked for a paper by what is `asked`.

    `paper` is the id that the paper had then. `said` is None where the service knew nothing.
    """

    paper: str
    asked: Asked
    on: dt.date
    said: Said | None = None

    @property
    def order(self) -> tuple[str, str]:
        """What the lines of a file are sorted by; of each a file has one line."""
        return self.paper, str(self.asked)

    def as_text(self) -> str:
        """Return the line, without its end: the same bytes for the same facts."""
        row: dict[str, Any] = {
            "paper": self.paper,
            "of": str(self.asked),
            "on": self.on.isoformat(),
        }
        if self.said is not None:
            row["says"] = says_of(self.said)
        text = json.dumps(row, ensure_ascii=False)
        return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read_fact_line(text: str, place: Place, by: str) -> FactLine:
    """Return what a line says that stands at `place`, in the file of the service called `by`.

    Raises Misshapen for a line of any other form.
    """
    if len(text) > MAX_LINE:
        raise Misshapen(f"the line has {len(text) / 1e6:.1f} million characters")
    try:
        row = json.loads(text)
    except RecursionError:
        raise Misshapen("not JSON that is read here: nested too deep") from None
    except ValueError as error:
        raise Misshapen(f"not JSON: {error}") from None
    if not isinstance(row, dict):
        raise Misshapen("not a JSON object")
    if unknown := sorted(row.keys() - set(_KEYS)):
        raise Misshapen(f"{quoted(unknown[0], 30)} is no key of a line of facts")
    paper, of = row.get("paper"), row.get("of")
    if not isinstance(paper, str) or why_no_id(paper):
        raise Misshapen(f"paper: {quoted(paper, 40)} is no id of a paper")
    asked = read_asked(of) if isinstance(of, str) else None
    if asked is None:
        raise Misshapen(f"of: {quoted(of, 40)} is neither an identifier nor a title")
    on = _day(row.get("on"))
    says = row.get("says")
    if "says" not in row:
        return FactLine(paper, asked, on)
    if not isinstance(says, dict):
        raise Misshapen(f"says: {quoted(says, 40)} is no object")
    return FactLine(paper, asked, on, said_in(says, place, by, on))


def _day(value: Any) -> dt.date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise Misshapen(f"on: {quoted(value, 20)} is no day such as 2026-11-28")

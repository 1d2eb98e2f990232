"""Names of people as records have them: one text, or its parts where a text would not do."""

from __future__ import annotations

from generator.text.repair import HAND_STEPS
from generator.values.name import Name
from generator.values.name_list import read_names

_LITERAL = ("literal", "orcid")
_PARTS = ("family", "given", "particle", "suffix", "orcid")


def as_written(name: Name) -> str | dict[str, str]:
    """Return a name as a record is to have it, so that it is read as the same name again."""
    if name.orcid or read_names([name.natural], HAND_STEPS) != (name,):
        parts = _LITERAL if name.literal else _PARTS
        return {part: text for part in parts if (text := getattr(name, part))}
    return name.natural

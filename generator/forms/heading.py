"""A line of Markdown that is a heading: what an issue has above each answer."""

from __future__ import annotations

#: The longest label of a form, in any language, is shorter.
_MAX_LABEL = 200


def heading_in(line: str) -> str:
    """Return the words of a heading such as `### Title`, of any level; empty for another line.

    Marks that people set around the words are no part of them: `## **Title**:`.
    """
    line = line.strip()
    words = line.lstrip("#")
    level = len(line) - len(words)
    if not 1 <= level <= 6 or not words[:1].isspace() or len(words) > _MAX_LABEL:
        return ""
    return " ".join(words.strip(" \t#*_:：").split())

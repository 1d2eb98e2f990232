"""A link of a source as text: its words with its address, which must be seen to be followed."""

from __future__ import annotations

import re

from generator.text.addresses import address_key, safe_address

_COMMAND = re.compile(r"\\[A-Za-z]+\*?|[{}]")
_COLOUR = re.compile(r"\\textcolor\s*(?:\[[^\[\]]*\])?\s*\{[^{}]*\}|\\color\s*\{[^{}]*\}")
_ESCAPED = re.compile(r"\\([%&_#~$])(?:\{\})?|\\(?:text)?asciitilde(?:\{\})?")


def linked(address: str, words: str) -> str:
    """Return `words (address)`, or the address alone where the words say nothing else.

    TeX in the words is dropped where it would hide that, and TeX's escapes in the address are
    undone. An address that must not be linked, or is no whole one, leaves the words.
    """
    address = _ESCAPED.sub(lambda found: found[1] or "~", "".join(address.split()))
    address = address.replace("{", "").replace("}", "")
    said = " ".join(_COMMAND.sub("", _COLOUR.sub("", words)).split())
    if not address or "/" not in address or not safe_address(address):
        return words.strip() or address
    if not said or address_key(address).endswith(address_key(said)):
        return address
    return f"{words.strip()} ({address})"

"""Which languages there are: a file each, beside this one."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent
#: All strings there are, for translators and to compare with.
TEMPLATE = FOLDER / "messages.pot"
#: A catalogue's own translations, in its folder.
OWN = "language.po"
#: Codes as https://www.rfc-editor.org/rfc/rfc5646 has them: de, pt-BR, zh-Hans.
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


def languages() -> list[str]:
    """Return the codes of the languages that there are files of, and English."""
    return sorted({"en", *(path.stem for path in FOLDER.glob("*.po"))})


def is_code(code: str) -> bool:
    """Whether this is written as codes of languages are."""
    return bool(_CODE.fullmatch(code))


def base_of(code: str) -> str:
    """Return which of `languages()` a code is of, de for de-AT; an empty string for none."""
    known, parts = languages(), code.split("-")
    tried = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in tried if name in known), "")

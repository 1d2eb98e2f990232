"""Where a preprint lies, as people write it into entries of BibTeX: arXiv above all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.sources.bibtex.fields import ARCHIVE_FIELDS, ARCHIVES, IDENTIFIERS
from generator.sources.preprints import ARXIV_ID, arxiv_in, server_in
from generator.values.arxiv import normal_arxiv

_WORDS = r"(?:e-?prints?|preprints?|available|at|on|in|arxiv(?:\.org)?|corr|abs|tech\.? report)"
_ARXIV_ALONE = re.compile(
    rf"\W{{0,9}}(?:{_WORDS}\W{{1,9}}){{0,6}}(?:{_WORDS})?\W{{0,9}}(?:{ARXIV_ID})?"
    r"\W{0,9}(?:\[?[a-z-]{2,20}(?:\.[a-z]{2})?\]?)?\W{0,9}",
    re.IGNORECASE,
)
_PLAIN_ID = re.compile(r"[\w.:/-]{1,80}")


def is_arxiv_alone(text: str) -> bool:
    """Whether a note says nothing but where on arXiv it is."""
    return bool(_ARXIV_ALONE.fullmatch(text)) and ("arxiv" in text.lower() or bool(arxiv_in(text)))


def archive_of(fields: Mapping[str, str]) -> str:
    """Return the archive that an entry names, in lower case."""
    name = fields.get("eprinttype") or fields.get("archiveprefix") or fields.get("archive") or ""
    name = name.strip("{} ").lower()
    return "arxiv" if name.startswith("arxiv") else name


def arxiv_of(fields: Mapping[str, str]) -> tuple[str, str]:
    """Return the field of an entry that tells its arXiv id, and the id; empty if none does."""
    for name in IDENTIFIERS["arxiv"]:
        if fields.get(name):
            return name, fields[name]
    archive, eprint = archive_of(fields), fields.get("eprint", "")
    if eprint and archive not in ARCHIVES and (archive == "arxiv" or normal_arxiv(eprint)):
        return "eprint", eprint
    for name in ("journal", "journaltitle", "booktitle", "eid", "pages", "number", "note",
                 "howpublished", "institution", "publisher", "series"):  # fmt: skip
        if (text := fields.get(name)) and (found := arxiv_in(text)):
            return name, found
    volume = fields.get("volume", "")
    journal = fields.get("journal") or fields.get("journaltitle") or ""
    in_volume = normal_arxiv(volume.removeprefix("abs/")) if server_in(journal) else None
    if in_volume:
        return "volume", in_volume
    return "", ""


def archive_addresses(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return addresses in other archives, each with the field that tells it."""
    named = [(archive_of(fields), "eprint")]
    named += [(archive, name) for name, archive in ARCHIVE_FIELDS.items()]
    found = []
    for archive, name in named:
        number = fields.get(name, "").strip("{} ")
        if archive in ARCHIVES and _PLAIN_ID.fullmatch(number):
            found.append((name, ARCHIVES[archive].format(number)))
    return found

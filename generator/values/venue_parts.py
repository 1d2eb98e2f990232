"""The part of a known conference that a printed name means: its workshops, its Findings and so on.

A part is a venue of its own, a workshop with a subject is one for each subject.
"""

from __future__ import annotations

import re

from generator.values.venue_pieces import FRONT, YEAR, Meant, Part, among, is_sure, known
from generator.values.venue_table import Entry, Table
from generator.values.venue_words import (
    ANY_MEETING,
    PRESENTED,
    SMALL,
    is_acronym,
    is_sponsor,
    segments,
    words,
)

#: What tells a part of a conference, in the order in which it is looked for.
_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("findings", re.compile(r"\bfindings(?: of)?\b", re.IGNORECASE)),
    ("workshop", re.compile(r"\bwork-?shops?(?: track)?\b|\bwksp?s?\b|\bws\b", re.IGNORECASE)),
    ("companion", re.compile(r"\b(?:companion|adjunct)\b", re.IGNORECASE)),
    ("extended abstracts", re.compile(r"\bextended abstracts?\b", re.IGNORECASE)),
    ("challenge", re.compile(r"\b(?:challenges?|competitions?|shared tasks?|cup)\b", re.I)),
    ("other", re.compile(r"\b(?:tutorials?|doctoral consortium|newsletter)\b", re.IGNORECASE)),
)
_AT = re.compile(
    r"@|\b(?:at|held at|co-?located with|in conjunction with|part of)\s(?=(?-i:[^a-z]))",
    re.IGNORECASE,
)
#: Volumes of the proceedings of a conference.
VOLUME = re.compile(
    r"\b(?:(?:system )?demonstrations?|demos?|(?:applied )?industry"
    r"|datasets?(?: and | & )benchmarks?|journal track|student abstracts?|position papers?"
    r"|senior member)\b(?: track)?",
    re.IGNORECASE,
)
#: What stands around the subject of a workshop.
_AROUND = ANY_MEETING | frozenset(
    "track oral orals poster posters spotlight selected papers paper proceedings contributed talk"
    " virtual online conference joint".split()
)


def part_in(name: str, table: Table) -> Meant | None:
    """Return the part of a known conference that a name means, or None if it means none."""
    for part, pattern in _PARTS:
        if pattern.search(name) and (found := _part_of(name, part, pattern, table)):
            return found
    return _held_at(name, table) or _suffixed(segments(name), table)


def _held_at(name: str, table: Table) -> Meant | None:
    """Return the workshop that "AI4Science @ NeurIPS" is, or NeurIPS of "Poster at NeurIPS"."""
    at = list(_AT.finditer(name))
    host = among(segments(name[at[-1].end() :]), table) if at else None
    if not host or not host.entry or host.entry.kind != "conference":
        return None
    front = segments(VOLUME.sub(" ", name[: at[-1].start()]))
    own = among(front, table)
    if own and own.entry and own.entry != host.entry:
        return None  # "SemEval@NAACL" is a workshop of the table.
    workshop = table.acronym(words(" ".join(front)).letters)
    if workshop and workshop.kind == "workshop":
        return known(workshop, name)  # The host confirms a shared acronym: "BEA@NAACL".
    said = {word for text in front for word in words(text).every}
    if said <= FRONT | PRESENTED | SMALL or (own and own.entry):
        return host
    topic = _topic(" ".join(front), host.entry)
    return Meant(host.entry, "workshop", topic, by=host.by) if at[-1][0] == "@" else None


def _suffixed(parts: list[str], table: Table) -> Meant | None:
    """Return the workshops that CVPRW and ICCVW are."""
    for text in parts:
        for word in words(text).printed:
            host = table.acronym(word[:-1].lower()) if word.endswith(("W", "Ws")) else None
            if host and len(word) > 4 and is_acronym(word) and not table.acronym(word.lower()):
                rest = ", ".join(parts).replace(word, " ")
                return Meant(host, "workshop", _topic(rest, host), by=word)
    return None


def _part_of(name: str, part: Part, pattern: re.Pattern[str], table: Table) -> Meant | None:
    """Return the part of a known conference that a name with a word for one means, if any."""
    at = list(_AT.finditer(name))
    if at:
        found = among(segments(name[at[-1].end() :]), table)
        if found and found.entry and found.entry.kind == "conference":
            topic = _topic(pattern.sub(" ", name[: at[-1].start()]), found.entry)
            return Meant(found.entry, part, topic, by=found.by)
    if part == "workshop" and (workshop := _known_workshop(name, pattern, table)):
        return known(workshop, name)
    rest = segments(pattern.sub(" ", name))
    hosts = [host for host in (_host(text, table) for text in rest) if host]
    if not hosts:
        return None
    if part == "findings":
        # "Findings of the Association for Computational Linguistics: EMNLP" are EMNLP's.
        entry, by = next((h for h in hosts if h[0].slug != "acl"), hosts[0])
        return Meant(entry, part, by=by)
    entry, by = hosts[0]
    if part in ("companion", "extended abstracts"):
        return Meant(entry, part, by=by)
    return Meant(entry, part, _topic(", ".join(rest), entry, by), by=by)


def _known_workshop(name: str, pattern: re.Pattern[str], table: Table) -> Entry | None:
    """Return the workshop of the table that a name has beside its host's: "ACL Workshop BioNLP"."""
    for text in segments(name):
        for word in words(text).printed:
            entry = table.acronym(word.lower())
            if entry and entry.kind == "workshop" and is_sure(entry, word) and is_acronym(word):
                return entry
        own = pattern.search(text)
        entry = table.named(words(text[own.start() :])) if own else None
        if entry and entry.kind in ("workshop", "conference"):
            return entry
    return None


def _host(text: str, table: Table) -> tuple[Entry, str] | None:
    """Return the conference that a piece of a name holds, with the words that told it."""
    found = words(text)
    named = table.named(found)
    if named and named.kind == "conference":
        return named, text
    year = YEAR.search(text)
    before = table.named(words(text[: year.start()])) if year else None
    if year and before and before.kind == "conference":
        return before, text[: year.start()]
    if lead := _leading(text, table):
        return lead
    for word in found.printed:
        entry = table.acronym(word.lower())
        if entry and entry.kind == "conference" and is_sure(entry, word):
            return entry, word
    return None


def _leading(text: str, table: Table) -> tuple[Entry, str] | None:
    """Return the conference by whose acronym a text begins: "ACL-IJCNLP Student …"."""
    printed = list(words(text).printed)
    while printed and (is_sponsor(printed[0].lower()) or printed[0].lower() in FRONT):
        if table.acronym(printed[0].lower()) and len(printed) > 1 and is_acronym(printed[0]):
            break
        printed.pop(0)
    for size in (3, 2, 1):
        head = printed[:size]
        entry = table.acronym("".join(head).lower()) if len(head) == size else None
        if entry and entry.kind == "conference" and is_sure(entry, " ".join(head)):
            return entry, " ".join(head)
    return None


def _topic(text: str, host: Entry, by: str = "") -> tuple[str, ...]:
    """Return the words that tell a workshop of a conference from its others."""
    acronyms = {word for name in host.names if " " not in name for word in words(name).every}
    left_out = acronyms | {f"{word}w" for word in acronyms} | _AROUND
    left_out |= {word.lower() for word in words(by).printed}
    of_host = {word for name in host.names for word in words(name).telling} | left_out
    found: list[str] = []
    for part in segments(text):
        telling = [word for word in words(part).telling if not is_sponsor(word)]
        if not of_host.issuperset(telling):
            found += [word for word in telling if word not in left_out]
    return tuple(found)

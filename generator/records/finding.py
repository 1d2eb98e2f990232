"""Which paper an issue is about: by the address of its page, an identifier, or its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from generator.catalogue import Catalogue
from generator.forms.shown import lines_of
from generator.problems import quoted
from generator.text.words import fold
from generator.values.identifier import Identifier, identifiers_in
from generator.values.paper import Paper

_ADDRESS = re.compile(r"(?<![^/])papers/(?=([a-z0-9-]+)(?:[/?#.]|$))")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: So many papers are named where several could be meant.
_NAMED = 5


class NotFound(ValueError):
    """No single paper is meant; the message says why."""


class Papers:
    """The papers of a catalogue, to be found by what people write of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def _by_title(self) -> dict[str, list[Paper]]:
        found: defaultdict[str, list[Paper]] = defaultdict(list)
        for paper in self.catalogue.papers:
            found[fold(paper.work.title.plain)].append(paper)
        return found

    @cached_property
    def _by_identifier(self) -> dict[Identifier, list[Paper]]:
        found: defaultdict[Identifier, list[Paper]] = defaultdict(list)
        for paper in self.catalogue.papers:
            for identifier in paper.work.resolved_identifiers:
                found[identifier].append(paper)
        return found

    def meant(self, page: str, identifiers: str, title: str) -> Paper:
        """Return the paper that an issue is about; raises NotFound.

        `page` is an address, of this site or a former one, an id, an identifier or a title.
        Without it what the issue says of identifiers and the title counts.
        """
        line = next(iter(lines_of(page)), "")
        if line:
            return self._one(self._of_page(line), line)
        for found in (self.with_identifiers(identifiers_in_lines(identifiers)), self.titled(title)):
            if len(found) == 1:
                return found[0]
        raise NotFound("it does not say which paper it is about; write its address below Page")

    def named(self, name: str) -> Paper:
        """Return the paper that one name means: a page, an id, an identifier or a title.

        Raises NotFound where that is none, or more than one.
        """
        return self._one(self._of_page(name.strip()), name)

    def titled(self, title: str) -> list[Paper]:
        """Return the papers with a title, but for case, accents and signs."""
        return self._by_title.get(fold(title), []) if title.strip() else []

    def with_identifiers(self, identifiers: Iterable[Identifier]) -> list[Paper]:
        """Return the papers that have one of some identifiers."""
        found = {p.id: p for item in identifiers for p in self._by_identifier.get(item, ())}
        return [found[id_] for id_ in sorted(found)]

    def _of_page(self, line: str) -> list[Paper]:
        # A site may itself lie below papers/.
        address = _ADDRESS.findall(line)
        id_ = address[-1] if address else line.strip("/")
        if address or _ID.fullmatch(id_):
            by_id = self.catalogue.by_id
            ids = [id_] if id_ in by_id else self.catalogue.signposts.get(id_, ())
            if ids or address:
                return [by_id[one] for one in ids]
        return self.with_identifiers(identifiers_in(line)) or self.titled(line)

    def _one(self, found: list[Paper], line: str) -> Paper:
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(f"{quoted(line)} is no paper of this catalogue")
        names = ", ".join(f"papers/{paper.id}/" for paper in found[:_NAMED])
        raise NotFound(f"{quoted(line)} may be any of {names}")


def identifiers_in_lines(text: str) -> list[Identifier]:
    """Return the identifiers in the lines of an answer, also those with their kind before them."""
    return [item for line in lines_of(text) for item in identifiers_in(line)]

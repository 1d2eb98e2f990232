"""Whether the catalogue has the paper of a new record already, by the merging's own verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Gone
from generator.pipeline import Decided
from generator.problems import Problem
from generator.records.trial import Checked
from generator.text.words import fold
from generator.values.identifier import Identifier
from generator.values.paper import Paper

_RECORD = re.compile(r"papers/([a-z0-9-]+)\.ya?ml")


def paper_of(file: str, decided: Decided) -> Paper | None:
    """Return the paper that the record in a file of catalogue/papers/ became part of."""
    own = f"papers/{file}"
    papers = decided.catalogue.papers
    return next((p for p in papers if any(e.source == own for e in p.entries)), None)


def joined(file: str, before: Decided, after: Decided) -> str:
    """Return the id of the paper that a new record joined; empty if it is one for itself.

    `before` is the catalogue without the record, `after` with it.
    """
    paper = paper_of(file, after)
    if paper is None:
        return ""
    own = f"papers/{file}"
    now = {(e.source, e.line) for e in paper.entries if not e.by_hand}
    records = {e.source for e in paper.entries if e.by_hand} - {own}
    if not now and not records:
        return ""
    others = (
        p.id
        for p in before.catalogue.papers
        if {(e.source, e.line) for e in p.entries} & now or {e.source for e in p.entries} & records
    )
    return next(others, paper.id)


def former(identifiers: Iterable[Identifier], title: str, decided: Decided) -> Gone | None:
    """Return the page that a paper had and that is gone; None where it had none.

    By its identifiers, else by its title, unless another paper's identifiers stand beside that.
    """
    held = {f"{item.kind}:{item.value}" for item in identifiers}
    by_title = None
    for slug, row in decided.ledger.papers.items():
        if not row.gone:
            continue
        if not held.isdisjoint(row.identifiers):
            return decided.catalogue.gone.get(f"papers/{slug}")
        if fold(row.name) == fold(title) and not (held and row.identifiers):
            by_title = by_title or decided.catalogue.gone.get(f"papers/{slug}")
    return by_title


def named_in(problem: Problem, id_: str, before: Checked) -> str:
    """Return the paper whose record an error on the new record `id_` names; empty if it names none.

    Two records that are one paper are such an error.
    """
    papers = before.decided.catalogue.by_id if before.decided else {}
    named = [name for name in _RECORD.findall(problem.what) if name in papers]
    return named[0] if named and id_ not in papers else ""


def file_of(problem: Problem) -> str:
    """Return the name of the file that a problem is about."""
    return problem.where.file.rpartition("/")[2]

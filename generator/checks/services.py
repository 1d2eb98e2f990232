"""Where services contradict what people and bibliographies say of a paper, or know of a retraction.

Their word changes nothing by itself; but where it is right, an entry is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from generator.checks.finding import Finding
from generator.merge.people import agreement, compared_names
from generator.values.identifier import KINDS, Identifier, value_of
from generator.values.name import Name
from generator.values.paper import Answer, Paper, Provenance
from generator.values.preprint_doi import is_copy_doi, is_preprint_doi

#: A paper is put on the net in one year and printed in the next.
SLACK = 1
#: The kinds of identifiers of which a version of a paper has one.
_COMPARED = ("doi", "arxiv")
#: What readers of a paper must know.
_GRAVE = ("retracted", "withdrawn", "concern")
_WHO_IS_RIGHT = "see which is right: correct the entry, or remove the line"


def identifiers(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers of which a service gives another DOI or arXiv id of the same version."""
    for paper in papers:
        own = {kind: value_of(paper.lasting.resolved_identifiers, kind) for kind in _COMPARED}
        for answer, said in _lost(paper, "identifiers"):
            one: Identifier = said
            known = own.get(one.kind, "")
            if known and known != one.value and _is_of_one_version(one, known):
                field = f"identifiers.{one.kind}"
                noun = KINDS[one.kind].noun
                yield _finding(paper, answer, field, f"{noun} {one.value}", known)


def years(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers of which a service gives a year more than SLACK from theirs.

    That of the preprint is no contradiction to one that was published, nor the other way round.
    """
    for paper in papers:
        own = paper.lasting.year
        is_preprint = paper.work.version == "preprint"
        for answer, date in _lost(paper, "year") if own else ():
            of_other_version = (
                date.year > own
                if is_preprint
                else any(abs(date.year - year) <= SLACK for year in paper.preprint_years)
            )
            if abs(date.year - own) > SLACK and not of_other_version:
                yield _finding(paper, answer, "year", f"the year {date.year}", str(own))


def authors(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers of whose authors a service names none."""
    for paper in papers:
        own = compared_names(paper.lasting.authors)
        for answer, said in _lost(paper, "authors") if own else ():
            names: tuple[Name, ...] = said
            found = agreement(own, compared_names(names))
            if found.known and not found.agreed:
                yield _finding(
                    paper,
                    answer,
                    "authors",
                    f"{names[0].natural} as first author",
                    paper.lasting.authors[0].natural,
                )


def statuses(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers that only services call retracted or withdrawn, as their pages do, too."""
    for paper in papers:
        known = paper.provenance.get("status", Provenance(()))
        by_place = {answer.place: answer for answer in paper.answers}
        status = paper.work.resolved_status
        if status in _GRAVE and known.places and known.places[0] in by_place:
            answer = by_place[known.places[0]]
            yield Finding(
                paper.id,
                answer.place,
                f"status: {answer.service} calls {paper.id} {status}, and so does its page",
                "look at the publisher's page; status: in a record says it, or that it is not so",
            )


def _is_of_one_version(one: Identifier, known: str) -> bool:
    if one.kind != "doi":
        return True
    return not any(is_preprint_doi(doi) or is_copy_doi(doi) for doi in (one.value, known))


def _lost(paper: Paper, name: str) -> Iterator[tuple[Answer, Any]]:
    """Yield what services say of a field that is not the paper's, each value once."""
    if not paper.answers:
        return
    by_place = {answer.place: answer for answer in paper.answers}
    told = []
    for place, value in paper.provenance.get(name, Provenance(())).lost:
        if place in by_place and value not in told:
            told.append(value)
            yield by_place[place], value


def _finding(paper: Paper, answer: Answer, field: str, said: str, own: str) -> Finding:
    return Finding(
        paper.id,
        answer.place,
        f"{field}: {answer.service} gives {paper.id} {said}, but {paper.place(field)} has {own}",
        _WHO_IS_RIGHT,
    )

"""What services say of papers that are to be added, as works of which records are drafted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.adding.wishes import Wish
from generator.enriching.asking_all import Round, Step, Told
from generator.enriching.plan import said_before
from generator.enriching.subject import Subject
from generator.merge.assemble import assemble
from generator.problems import Place, Problems
from generator.services.service import Service
from generator.sources.base import SourceFile
from generator.sources.said import Said, record_of
from generator.values.asked import Asked
from generator.values.identifier import first_of_each
from generator.values.paper import Paper, Rank, SourceRecord


@dataclass
class Gathered:
    """A wish with what services said of it: by service what was asked and what it answered.

    `paper` is what all of it says together, None where nobody knows the paper; `why` is then why.
    """

    wish: Wish
    said: list[tuple[Service, Asked, Said]] = field(default_factory=list)
    paper: Paper | None = None
    why: str = ""


def gather(wanted: Sequence[Wish], asking: Round, step: Step) -> list[Gathered]:
    """Return what services say of each wish, in their order.

    What a bibliography has of it goes before what services say. Raises OSError.
    """
    names = asking.wish.names
    subjects = [
        Subject(
            wish.said,
            titles=(wish.title,) if wish.title else (),
            authors=wish.entry.work.authors if wish.entry else (),
            identifiers=first_of_each(wish.identifiers),
            lacks=set(names),
        )
        for wish in wanted
    ]
    found = [
        Gathered(wish, said_before(one, asking.facts))
        for wish, one in zip(wanted, subjects, strict=True)
    ]
    asking.ask(subjects, step)
    by = {id(subject): one for subject, one in zip(subjects, found, strict=True)}
    for told in asking.told:
        for subject, asked, said in told.said:
            by[id(subject)].said.append((told.service, asked, said))
    for subject, one in zip(subjects, found, strict=True):
        records = _records(one)
        if records:
            one.paper = assemble("", records, Problems())
        else:
            one.why = _why(one.wish, subject, asking.told)
    return found


def _records(gathered: Gathered) -> list[SourceRecord]:
    """Return what a bibliography and the services say, as entries of one paper.

    A bibliography goes before services, and among those goes first who does in builds: by the names
    of their files.
    """
    wish = gathered.wish
    records = [wish.entry] if wish.entry else []
    for service, _, said in gathered.said:
        file = SourceFile(Path(), service.slug, service.slug)
        of_it = replace(said, place=Place(service.slug))
        if record := record_of(of_it, file, Problems(), rank=Rank.LISTING):
            records.append(record)
    return records


def _why(wish: Wish, subject: Subject, told: Sequence[Told]) -> str:
    """Return why nothing is known of a paper, and what to do."""
    for one in told:
        for refused, why in one.refused:
            if refused is subject:
                return f"{one.service.name}: {why}"
    failed = [one.failed for one in told if one.failed]
    if failed:
        return f"not found, and not all could be asked ({'; '.join(failed)})"
    if not wish.title and {item.kind for item in wish.identifiers} == {"openreview"}:
        return (
            "OpenReview lets no program in (write the title behind the address, in one pair of"
            " quotes, or add the paper's page on arXiv)"
        )
    return "no service knows it (see whether it is written right; add its title, or write a record)"

"""`explain`: why a paper or a person is as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import CORES, CatalogueDir, Root, Sources, WorkersCount
from generator.commands.running import opened
from generator.console import OUT, say
from generator.explain import (
    explain_paper,
    explain_person,
    find_papers,
    find_people,
    gone_at,
    names_paper,
    near_people,
)
from generator.problems import WrongUse, quoted


def explain(
    paper: Annotated[
        str,
        typer.Argument(help="A paper's id, or words of its title; or an author's name or address."),
    ],
    sources: Sources = None,
    root: Root = Path(),
    catalogue: CatalogueDir = None,
    count: WorkersCount = CORES,
) -> None:
    """Say where a paper's values come from, why entries were merged, why it has its topics.

    Of an author, which names and papers are one person's, and why others of the name are not.
    """
    with opened(root, catalogue, None, None, count) as pipeline:
        decided = pipeline.decide(sources or [], Path.cwd())
    people = find_people(decided.catalogue, paper)
    if people and not names_paper(decided.catalogue, paper):
        told = [explain_person(decided.catalogue, decided.people, person) for person in people]
        say(OUT, "\n\n".join(told))
        return
    found = find_papers(decided.catalogue, paper)
    named = names_paper(decided.catalogue, paper)
    near_by_name = [] if named else near_people(decided.catalogue, paper)
    if len(found) != 1 or near_by_name:
        if gone := gone_at(decided.catalogue, paper):
            raise WrongUse(gone)
        near = "".join(
            f"\n  authors/{person.slug}/: {person.name.natural}" for person in near_by_name
        )
        near += "".join(f"\n  {item.id}: {item.work.title.plain}" for item in found)
        raise WrongUse(
            f"{quoted(paper)} names no single paper or person"
            + (f"; these come near:{near}" if near else "")
        )
    say(OUT, explain_paper(decided.catalogue, decided.merged, found[0]))

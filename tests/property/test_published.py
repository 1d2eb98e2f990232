"""Whatever is renamed, retitled, merged, split, taken out: no published address is ever lost."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.pipeline import Decided
from tests.published import Published, leads

TITLES = ("Counting Sheep", "Counting Sheep Again", "On Wool", "A Dog at Dawn", "Hay")


@dataclass
class Source:
    """A paper as somebody keeps it: in a record of its own, or in the bibliography."""

    number: int
    title: int = 0
    record: str = ""
    there: bool = True
    identified: bool = True


@dataclass
class State:
    """All papers, and what people decided."""

    papers: list[Source]
    same: set[tuple[int, int]] = field(default_factory=set)
    ever: set[tuple[int, int]] = field(default_factory=set)


def doi(paper: Source) -> str:
    return f"10.1234/p{paper.number}"


def name(paper: Source) -> str:
    """Return how decisions name a paper."""
    return f"doi:{doi(paper)}"


def save(state: State, published: Published) -> None:
    there = [paper for paper in state.papers if paper.there]
    published.records(
        **{
            paper.record.replace("-", "_"): (
                f"title: {TITLES[paper.title]}\nauthors: [Ada Quill{paper.number}]\n"
                f"year: {2000 + paper.number}\nidentifiers: {{doi: {doi(paper)}}}"
            )
            for paper in there
            if paper.record
        }
    )
    published.bibliography(
        *(
            f"title={{{TITLES[paper.title]}}}, author={{Ada Quill{paper.number}}},"
            f" year={{{2000 + paper.number}}}, doi={{{doi(paper)}}}"
            for paper in there
            if not paper.record
        ),
        "title={Always Here}, year={1999}",
    )
    pairs = [
        f"- {{papers: ['{name(state.papers[a])}', '{name(state.papers[b])}']}}"
        for a, b in united(state)
    ]
    published.write("decisions.yml", "same:\n" + "\n".join(pairs) + "\n")


def united(state: State) -> list[tuple[int, int]]:
    """Return the pairs that are one paper: of two records no two are."""
    found: list[tuple[int, int]] = []
    for a, b in sorted(state.same):
        one, other = state.papers[a], state.papers[b]
        alone = not any({a, b} & set(pair) for pair in found)
        if one.there and other.there and alone and not (one.record and other.record):
            found.append((a, b))
    return found


def ever_with(values: set[str], state: State) -> set[str]:
    """Return the identifiers of papers that were once one with those of `values`."""
    named = [{doi(state.papers[at]) for at in pair} for pair in state.ever]
    return set().union(*(pair for pair in named if pair & values))


def papers_of(state: State, decided: Decided) -> dict[str, str]:
    """Return the id of the paper that each identifier is of now."""
    found = {
        item.value: paper.id
        for paper in decided.catalogue.papers
        for item in paper.work.resolved_identifiers
    }
    state.ever |= set(united(state))
    for pair in united(state):
        values = [doi(state.papers[at]) for at in pair]
        paper = next(found[value] for value in values if value in found)
        found |= dict.fromkeys(values, paper)
    return found


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, int, int]:
    """Return an edit: what is done, to which paper, and a number that says more."""
    kinds = ("retitle", "record", "unrecord", "remove", "restore", "same", "apart")
    return draw(st.sampled_from(kinds)), draw(st.integers(0, 2)), draw(st.integers(0, 4))


def apply(state: State, edit: tuple[str, int, int]) -> None:
    kind, at, number = edit
    paper, other = state.papers[at], (at + 1) % len(state.papers)
    pair = (min(at, other), max(at, other))
    if kind == "retitle":
        paper.title = number
    elif kind == "record":
        paper.record = f"record-{at}-{number}"
    elif kind == "unrecord":
        paper.record = ""
    elif kind in ("remove", "restore"):
        paper.there = kind == "restore"
    elif kind == "same":
        state.same.add(pair)
    else:
        state.same.discard(pair)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), min_size=1, max_size=6))
def test_every_address_leads_to_its_paper_or_says_that_it_went(
    steps: list[tuple[str, int, int]],
) -> None:
    state = State([Source(0, 0), Source(1, 2), Source(2, 3, "hand-written")])
    with tempfile.TemporaryDirectory() as folder:
        published = Published(Path(folder))
        of: dict[str, set[str]] = {}
        for step in (None, *steps):
            if step:
                apply(state, step)
            save(state, published)
            decided = published.publish()
            here = papers_of(state, decided)
            for address, values in of.items():
                now = {f"papers/{here[value]}" for value in values if value in here}
                led = leads(decided, address)
                # To one of its papers at least, where one is there; and to nothing else.
                assert bool(now & set(led)) == bool(now), (address, values, led, now)
                if not now:
                    # Where it led when it was one paper with another, or to nothing.
                    others = set().union(*(of.get(other, set()) for other in led))
                    assert not led or others & values or others & ever_with(values, state)
            for value, paper_id in here.items():
                of.setdefault(f"papers/{paper_id}", set()).add(value)
            again = published.decide()
            assert again.ledger == decided.ledger

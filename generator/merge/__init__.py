"""From entries to papers: candidate pairs, verdicts with reasons, groups, one paper each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.cache.store import NO_CACHE, Cache
from generator.ledger import EMPTY, Ledger, Withdrawn
from generator.ledger.owners import owners
from generator.merge.addresses import Published, addresses
from generator.merge.assemble import assemble, by_rank
from generator.merge.attaching import attach
from generator.merge.decisions import Decisions, load_decisions
from generator.merge.groups import group
from generator.merge.verdict import Reason, Verdict
from generator.merge.verify import verify
from generator.merge.withdrawing import parted, titles_of, withdrawn_papers
from generator.problems import Place, Problems
from generator.values.fact import Fact
from generator.values.paper import Paper, SourceRecord
from generator.workers import HERE, Workers

__all__ = [
    "Decisions",
    "Merged",
    "MergedPair",
    "Reason",
    "Verdict",
    "load_decisions",
    "merge",
    "verify",
]


@dataclass(frozen=True)
class MergedPair:
    """Two entries that were found to be one paper (`paper` is its id), and why."""

    a: Place
    b: Place
    verdict: Verdict
    paper: str


@dataclass(frozen=True)
class Merged:
    """The papers, by id; the pairs that made them; addresses that lead to them.

    `apart` says of two papers that are near to being one, by their ids in order, why they are not.
    `withdrawn` are papers that a person took out, by the addresses that would lead to them, with
    their titles; `left_out` counts their entries. `taken` are addresses that records have although
    they were published for other papers: with the place of the record and the ids of those.
    `unattached` counts what services said that is of no paper.
    """

    papers: tuple[Paper, ...]
    pairs: tuple[MergedPair, ...]
    apart: Mapping[tuple[str, str], str]
    signposts: Mapping[str, tuple[str, ...]]
    withdrawn: Mapping[str, tuple[str, Withdrawn]] = field(default_factory=dict)
    left_out: int = 0
    taken: Mapping[str, tuple[Place, tuple[str, ...]]] = field(default_factory=dict)
    unattached: int = 0


def merge(
    records: Sequence[SourceRecord],
    decisions: Decisions,
    problems: Problems,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
    ledger: Ledger = EMPTY,
    facts: Sequence[Fact] = (),
) -> Merged:
    """Return the papers that `records` are entries of; each record is in exactly one.

    The order of `records` makes no difference, nor what is in `cache`. `ledger` knows which
    addresses were published for what. `facts` are what services say: they fill what is open in
    papers, and change neither which papers there are nor their ids.
    """
    ranked = by_rank(records)
    found = group(ranked, decisions, problems, workers, cache)
    groups = [[ranked[index] for index in members] for members in found.groups]
    published = owners(ledger.papers, groups)
    given = addresses(groups, published)
    out = withdrawn_papers(decisions.addresses, given.ids, published, ledger)
    told = attach(groups, given.ids, facts, problems)
    papers = [
        assemble(paper_id, members, problems, said)
        for paper_id, members, said in zip(given.ids, groups, told.facts, strict=True)
        if paper_id not in out
    ]
    id_of = {
        index: paper_id
        for paper_id, members in zip(given.ids, found.groups, strict=True)
        for index in members
    }
    pairs = [
        MergedPair(ranked[match.a].place, ranked[match.b].place, match.verdict, id_of[match.a])
        for match in found.matches
    ]
    apart: dict[tuple[str, str], str] = {}
    # What a person said comes last, and stays.
    for match in sorted(found.apart, key=lambda item: item.verdict.reason is Reason.DECISION):
        one, other = sorted((id_of[match.a], id_of[match.b]))
        # A match that was refused says itself that they are one.
        reason = Reason.THIRD_ENTRY if match.verdict.same else match.verdict.reason
        apart[one, other] = reason
    papers.sort(key=lambda paper: paper.id)
    left, withdrawn = parted(given.signposts, out, titles_of(groups, given.ids, out))
    return Merged(
        tuple(papers),
        tuple(pair for pair in pairs if pair.paper not in out),
        {pair: why for pair, why in apart.items() if out.keys().isdisjoint(pair)},
        left,
        withdrawn,
        sum(len(members) for i, members in zip(given.ids, groups, strict=True) if i in out),
        _taken(published, given.ids, groups),
        told.of_no_paper,
    )


def _taken(
    published: Published, ids: Sequence[str], groups: Sequence[Sequence[SourceRecord]]
) -> dict[str, tuple[Place, tuple[str, ...]]]:
    """Return the addresses that records have although they were published for other papers."""
    return {
        paper_id: (groups[number][0].place, tuple(sorted(ids[n] for n in now)))
        for number, paper_id in enumerate(ids)
        if (now := published.get(paper_id)) and number not in now
    }

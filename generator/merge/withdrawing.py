"""Takes papers out that a person withdrew, from whatever source they come."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from generator.ledger import AddressesDecided, Ledger, Withdrawn
from generator.merge.addresses import Published
from generator.values.paper import SourceRecord


def withdrawn_papers(
    decided: AddressesDecided, ids: Sequence[str], published: Published, ledger: Ledger
) -> dict[str, Withdrawn]:
    """Return which papers a person took out, by id.

    A paper is named by its address, also by one from before its title changed: that was the
    paper's own, and the new one was never published.
    """
    found: dict[str, Withdrawn] = {}
    known = set(ids)
    for said in decided.withdrawn.values():
        folder, _, address = said.address.partition("/")
        if folder != "papers":
            continue
        if address in known:
            found[address] = said
            continue
        for paper_id in (ids[number] for number in published.get(address, ())):
            if paper_id not in ledger.papers:
                found[paper_id] = said
    return found


def titles_of(
    groups: Sequence[Sequence[SourceRecord]], ids: Sequence[str], out: Container[str]
) -> dict[str, str]:
    """Return the titles of the papers that are taken `out`, by id."""
    return {
        paper_id: members[0].work.title.plain
        for paper_id, members in zip(ids, groups, strict=True)
        if paper_id in out
    }


def parted(
    signposts: Mapping[str, tuple[str, ...]],
    out: Mapping[str, Withdrawn],
    titles: Mapping[str, str],
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, Withdrawn]]]:
    """Return where signposts lead among the papers that stay, and what those of the others were.

    The latter, with the papers themselves, each have a title and what the person said.
    """
    left: dict[str, tuple[str, ...]] = {}
    withdrawn = {paper_id: (titles[paper_id], said) for paper_id, said in out.items()}
    for address, ids in signposts.items():
        if staying := tuple(paper_id for paper_id in ids if paper_id not in out):
            left[address] = staying
        else:
            withdrawn[address] = withdrawn[ids[0]]
    return left, withdrawn

"""Finds the signatures that people.yml speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz, process

from generator.people.decisions import Decision, Reference
from generator.people.form import form_of
from generator.people.signatures import Signature
from generator.problems import Problems, quoted
from generator.values.name import Name
from generator.values.orcid import read_orcid
from generator.values.paper import Paper
from generator.values.text import Text

Numbers = frozenset[int]


class References:
    """All that authors can be called, and the signatures of who is called so.

    `by_address` gives the signatures at each address as they would be without people.yml; it is
    asked for only if something in the file may be an address.
    """

    def __init__(
        self,
        papers: Sequence[Paper],
        signatures: Sequence[Signature],
        by_address: Callable[[], Mapping[str, Sequence[int]]],
        problems: Problems,
    ) -> None:
        self._papers = {paper.id: number for number, paper in enumerate(papers)}
        self._signatures = signatures
        self._by_address = by_address
        self._problems = problems
        self._is_ready = False
        self._printed: defaultdict[str, set[int]] = defaultdict(set)
        self._folded: defaultdict[str, set[int]] = defaultdict(set)
        self._orcids: defaultdict[str, set[int]] = defaultdict(set)
        self._on: defaultdict[int, set[int]] = defaultdict(set)
        self._shown: set[str] = set()

    def _make_ready(self) -> None:
        """Enter all names; a catalogue whose people.yml says nothing never needs them."""
        self._is_ready = True
        for number, signature in enumerate(self._signatures):
            shown = signature.name.natural
            self._shown.add(shown)
            self._printed[shown.casefold()].add(number)
            self._folded[signature.form.whole].add(number)
            self._on[signature.paper].add(number)
            if signature.name.orcid:
                self._orcids[signature.name.orcid].add(number)

    def find(self, reference: Reference) -> Numbers:
        """Return the signatures of who is named; what names nobody is a warning."""
        if not self._is_ready:
            self._make_ready()
        found = self._named(reference.name)
        if not found:
            self._warn(reference, f"no author is named {quoted(reference.name)}")
            return found
        if not reference.papers:
            return found
        on: set[int] = set()
        for paper in reference.papers:
            on |= self._on_paper(found, paper, reference)
        return frozenset(on)

    def apart(self, decision: Decision) -> list[Numbers]:
        """Return the signatures of each person that a decision says are different.

        Who is named with papers is no more meant by a name without.
        """
        sets = [self.find(reference) for reference in decision.people]
        with_papers = [at for at, reference in enumerate(decision.people) if reference.papers]
        narrow = frozenset().union(*(sets[at] for at in with_papers))
        for at, reference in enumerate(decision.people):
            if at in with_papers or not sets[at]:
                continue
            sets[at] -= narrow
            if not sets[at]:
                self._problems.warning(
                    reference.place,
                    f"{quoted(reference.name)} wrote no other papers than those named here",
                    "remove it, or name fewer papers of the others",
                )
        return sets

    def _named(self, text: str) -> Numbers:
        if orcid := read_orcid(text):
            return frozenset(self._orcids.get(orcid, ()))
        name = Name.read(Text(text))
        for known, key in (
            (self._printed, text.casefold()),
            (self._printed, name.natural.casefold() if name else ""),
            (self._folded, form_of(name).whole if name else ""),
        ):
            if key and key in known:
                return frozenset(known[key])
        address = text.strip("/").rsplit("/", 1)[-1]
        return frozenset(self._by_address().get(address, ()))

    def _on_paper(self, found: Numbers, paper: str, reference: Reference) -> Numbers:
        if paper not in self._papers:
            near = process.extractOne(
                paper, sorted(self._papers), scorer=fuzz.ratio, score_cutoff=60
            )
            self._problems.warning(
                reference.place,
                f"no paper has the id {quoted(paper)}",
                f"did you mean {quoted(near[0])}?" if near else "write ids, as in papers/<id>/",
            )
            return frozenset()
        on = found & self._on[self._papers[paper]]
        if not on:
            self._problems.warning(
                reference.place,
                f"{quoted(reference.name)} is no author of {quoted(paper)}",
                "write the name as the paper has it, or another paper",
            )
        return on

    def _warn(self, reference: Reference, what: str) -> None:
        near = process.extractOne(
            reference.name.casefold(),
            sorted(self._shown),
            scorer=fuzz.ratio,
            processor=str.casefold,
            score_cutoff=60,
        )
        self._problems.warning(
            reference.place,
            what,
            f"did you mean {quoted(near[0])}?"
            if near
            else "write a name as papers print it, an ORCID iD or an address",
        )

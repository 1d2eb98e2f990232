"""What a paper lacks that services may know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.problems import WrongUse, quoted
from generator.validation import nearest
from generator.values.count import COUNT_KINDS, CountKind
from generator.values.identifier import pdf_address, value_of
from generator.values.paper import Paper

#: Whether a paper has something.
Has = Callable[[Paper], bool]


def _identifier(kind: str) -> Has:
    return lambda paper: bool(value_of(paper.work.resolved_identifiers, kind))


def _link(kind: str) -> Has:
    return lambda paper: paper.work.has_link(kind)


def _count(kind: CountKind) -> Has:
    def has(paper: Paper) -> bool:
        counts = [one.counts for one in paper.entries] + [one.counts for one in paper.answers]
        return any(count.kind == kind for some in counts for count in some)

    return has


def _authors(paper: Paper) -> bool:
    authors = paper.work.authors
    return bool(authors) and not authors[-1].others


def _pdf(paper: Paper) -> bool:
    return paper.work.has_link("pdf") or bool(pdf_address(paper.work.resolved_identifiers))


#: Nobody knows that a paper was not retracted: its status is asked for in any case.
ALWAYS_LACKING = frozenset(("status",))
#: What can be asked for, by the names that services have in `gives`, and whether a paper has it.
LOOKED_FOR: Mapping[str, Has] = {
    "authors": _authors,
    "year": lambda paper: paper.work.issued is not None,
    # A server of preprints is no answer to where a paper was published.
    "venue": lambda paper: bool(paper.work.venue) and paper.work.venue.kind != "preprint",
    "doi": _identifier("doi"),
    "arxiv": _identifier("arxiv"),
    "pdf": _pdf,
    "code": _link("code"),
    "project": _link("project"),
    "status": lambda _paper: False,
    "abstract": lambda paper: bool(paper.work.abstract),
    **{kind: _count(kind) for kind in COUNT_KINDS},
}
#: What is asked for only by name: many an abstract may not be copied.
ONLY_BY_NAME = frozenset(("abstract",))


def wanted_names(named: Iterable[str] | None) -> frozenset[str]:
    """Return what is to be asked for: what is named, with commas or one by one, or all but few.

    Raises WrongUse with all names that are none.
    """
    if named is None:
        return frozenset(LOOKED_FOR) - ONLY_BY_NAME
    names = [name.strip() for said in named for name in said.split(",") if name.strip()]
    wrong = [name for name in names if name not in LOOKED_FOR]
    if wrong or not names:
        known = f"known are {', '.join(LOOKED_FOR)}"
        raise WrongUse(
            "\n".join(
                f"--only {quoted(name)}: no service is asked for that ({hint})"
                for name in wrong
                for hint in [nearest(name, LOOKED_FOR, known)]
            )
            or f"--only names nothing ({known})"
        )
    return frozenset(names)


def lacking(paper: Paper, wanted: Iterable[str]) -> set[str]:
    """Return what of `wanted` a paper lacks."""
    return {name for name in wanted if not LOOKED_FOR[name](paper)}

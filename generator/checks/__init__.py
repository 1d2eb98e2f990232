"""Facts of papers that cannot be, or hardly can. Each check is a line in `CHECKS`.

A person's word beats every check: what decisions.yml lists under `checked:` is not reported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.checks import (
    authors,
    citation_keys,
    identifiers,
    services,
    summaries,
    venues,
    years,
)
from generator.checks.finding import Check, Finding
from generator.merge.decisions import Checked
from generator.problems import Problems, quoted
from generator.validation import nearest
from generator.values.paper import Paper

__all__ = ["CHECKS", "TO_WRITE", "Check", "Finding", "doubted", "report"]

CHECKS = (
    Check("arxiv-id", "an arXiv id of a month that is none or has not come", identifiers.arxiv_ids),
    Check("shared-identifier", "one identifier on two papers", identifiers.shared),
    Check("shared-key", "one citation key on two records", citation_keys.shared),
    Check(
        "year-before-arxiv",
        "a year more than one before that of the arXiv id",
        years.before_arxiv,
    ),
    Check("year-ahead", "a year that has not come", years.ahead),
    Check(
        "author-name",
        "an author with digits, an address or “et al.”, or several in one",
        authors.no_names,
    ),
    Check("author-capitals", "a name in capitals or in small letters", authors.capitals),
    Check("author-twice", "one author twice", authors.twice),
    Check("venue-spelling", "a venue in two spellings", venues.spellings),
    Check(
        "service-status",
        "a paper that a service calls retracted or withdrawn, and no entry does",
        services.statuses,
    ),
    Check(
        "service-identifier",
        "a note: a DOI or arXiv id of which a service gives another",
        services.identifiers,
        is_note=True,
    ),
    Check(
        "service-year",
        "a note: a year more than one from that of a service",
        services.years,
        is_note=True,
    ),
    Check(
        "service-authors",
        "a note: authors of whom a service names none",
        services.authors,
        is_note=True,
    ),
)

#: No fact at all: work that is left, which is noted and needs no decision.
TO_WRITE = Check("summary-todo", "a summary that is still to be written", summaries.to_write)


def doubted(
    check: Check, papers: Sequence[Paper], checked: Sequence[Checked], today: dt.date
) -> Iterator[Finding]:
    """Yield what one check finds, but for what a person has `checked`."""
    allowed = {item.paper for item in checked if item.check == check.name}
    return (found for found in check.find(papers, today) if found.paper not in allowed)


def report(
    papers: Sequence[Paper], checked: Sequence[Checked], today: dt.date, problems: Problems
) -> None:
    """Report what the checks find as warnings or notes, but for what a person has `checked`.

    `papers` are sorted by id. A line of `checked` that nothing needs is a warning, too. Summaries
    that are to be written are notes.
    """
    allowed = {(item.paper, item.check): item for item in checked}
    needed: set[tuple[str, str]] = set()
    for check in CHECKS:
        for finding in check.find(papers, today):
            if (finding.paper, check.name) in allowed:
                needed.add((finding.paper, check.name))
                continue
            tell = problems.note if check.is_note else problems.warning
            tell(
                finding.place,
                finding.what,
                f"{finding.hint}; if it is right, put {finding.paper} under checked: in"
                f" catalogue/decisions.yml, with check: {check.name}",
            )
    for finding in TO_WRITE.find(papers, today):
        problems.note(finding.place, finding.what, finding.hint)
    names = [check.name for check in CHECKS]
    for key, item in allowed.items():
        if item.check not in names:
            hint = nearest(item.check, names, f"known are {', '.join(names)}")
            problems.warning(item.place, f"no check is called {quoted(item.check)}", hint)
        elif key not in needed:
            what = f"checked: {item.check} finds nothing in {quoted(item.paper)}"
            problems.warning(item.place, what, "correct the paper's id, or remove these lines")

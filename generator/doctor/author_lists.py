"""Authors that are hardly what stands on the paper, where `check` cannot be sure that they are not.

What it is sure of stands in `generator.checks.authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.problems import quoted
from generator.values.name import Name

#: One letter, or initials alone; two Chinese signs with a blank are a name. An initial behind a
#: name is no fault: some family names are one letter, and in South India that of the father is
#: written so.
_INITIALS = re.compile(
    r"[^\W\d_]\.?|(?:[^\W\d_]\.[ -]?)+|[A-ZÀ-ÖØ-ÞΑ-ΩА-Я](?:[ -][A-ZÀ-ÖØ-ÞΑ-ΩА-Я])+"
)
#: Words of the places where people work, as they stand in a list between two of them.
_WORKPLACE = re.compile(
    r"\b(?:Universit(?:y|é|ät|à|at|ies)|Universidad|Universidade|Institute of|Department|Dept\.?"
    r"|College of|Faculty of|School of|Laboratory|Email|E-mail)\b|\([^()]*\)$",
)
#: A list is much longer that has this many names more, and half as many again.
MORE, TIMES = 3, 1.5


def odd(examined: Examined) -> Iterator[Ailment]:
    """Find names of initials alone, and affiliations between names."""
    for paper in examined.papers:
        authors = paper.work.authors
        for number, author in enumerate(authors, 1):
            why = _why_odd(author, alone=len(authors) == 1)
            if why:
                field = f"authors[{number}]"
                yield Ailment(
                    paper.place(field),
                    f"{field}: {quoted(author.printed or author.natural)} {why[0]}",
                    why[1],
                    paper=paper.id,
                )


def cut(examined: Examined) -> Iterator[Ailment]:
    """Find lists of authors that another source has much longer, and that begin alike."""
    for paper in examined.papers:
        known = paper.provenance.get("authors")
        mine = paper.work.authors
        for place, names in known.lost if known else ():
            longer = len(names) >= len(mine) + MORE and len(names) >= TIMES * len(mine)
            if longer and _same_first(mine, names):
                yield Ailment(
                    paper.place("authors"),
                    f"authors: {len(mine)} names, but {place} has {len(names)}",
                    "name every author",
                    paper=paper.id,
                )
                break


def _why_odd(author: Name, *, alone: bool) -> tuple[str, str] | None:
    """Return what is odd about a name and what to do."""
    printed = author.printed or author.natural
    if _INITIALS.fullmatch(printed.strip()):
        return "is initials alone", "write the whole name"
    if not alone and _WORKPLACE.search(printed):
        return "looks like where somebody works, not who", "keep the name only"
    return None


def _same_first(mine: Sequence[Name], others: Sequence[Name]) -> bool:
    if not mine or not others:
        return False
    one, other = mine[0].folded, others[0].folded
    return bool(one and other and one.family == other.family)

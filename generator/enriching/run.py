"""What commands that ask services begin with: the facts, the access, the papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from generator.catalogue import Catalogue
from generator.enriching.asking_all import Round
from generator.enriching.kept import facts_of
from generator.enriching.lacking import lacking
from generator.enriching.plan import Wish, learn_before
from generator.enriching.subject import Subject, subject_of
from generator.problems import Problems, WrongUse
from generator.records.finding import NotFound, Papers
from generator.services.access import Access
from generator.settings import Settings
from generator.values.paper import Paper


@contextmanager
def asking_round(
    settings: Settings, problems: Problems, wish: Wish, budget: int = 0
) -> Iterator[Round]:
    """Give a time of asking; what services said is written however it ends. `budget`: see Round.

    Raises WrongUse for what the environment has that cannot be, and while another command adds to
    the facts.
    """
    access = Access.of()
    with facts_of(settings, problems) as facts:
        yield Round(facts, wish, access, budget)


def subjects_of(papers: Sequence[Paper], asking: Round) -> list[Subject]:
    """Return papers as what to ask about, with all that services said of them before."""
    names = asking.wish.names
    subjects = [subject_of(paper, lacking(paper, names)) for paper in papers]
    learn_before(subjects, asking.facts)
    return subjects


def papers_named(names: Sequence[str] | None, catalogue: Catalogue) -> Sequence[Paper]:
    """Return the papers that are named, each once, or all; WrongUse with all names of none."""
    if not names:
        return catalogue.papers
    known, found, wrong = Papers(catalogue), {}, []
    for name in names:
        try:
            paper = known.named(name)
            found[paper.id] = paper
        except NotFound as error:
            wrong.append(str(error))
    if wrong:
        raise WrongUse("\n".join(wrong))
    return list(found.values())

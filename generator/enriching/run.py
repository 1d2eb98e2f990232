"""What commands that ask services begin with: the facts, the access, the papers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.catalogue import Catalogue
from generator.enriching.asking_all import Round
from generator.enriching.kept import facts_of
from generator.enriching.lacking import lacking
from generator.enriching.plan import Wish, said_before
from generator.enriching.subject import Subject, subject_of
from generator.problems import Problems, WrongUse
from generator.records.finding import NotFound, Papers
from generator.services.access import Access
from generator.services.asking import Asking
from generator.services.kept_answers import KeptAnswers
from generator.services.service import Service
from generator.settings import Settings
from generator.values.paper import Paper

#: Where answers of the day are kept, in the folder of work that no git has.
_ANSWERS = "answers"


@contextmanager
def asking_round(
    settings: Settings, problems: Problems, wish: Wish, budget: int = 0
) -> Iterator[Round]:
    """Give a time of asking; what services said is written however it ends.

    `budget` is how many requests one service may get, 0 for what its manners say. Right answers are
    kept for the day: a dry run before the other, or a run that is killed, asks for nothing twice.
    Raises WrongUse for what the environment has that cannot be, and while another command adds to
    the facts.
    """
    access = Access.of()
    today = wish.today.isoformat()
    folder = settings.work_dir / _ANSWERS

    def opens(service: Service) -> Asking:
        return service.asking(access, KeptAnswers(folder / today / service.slug), budget=budget)

    _forget_all_but(today, folder)
    with facts_of(settings, problems) as facts:
        yield Round(facts, wish, access, opens)


def _forget_all_but(today: str, folder: Path) -> None:
    """Remove answers of other days: who asks again then wants to know what is so by now."""
    for of_day in folder.iterdir() if folder.is_dir() else ():
        if of_day.name != today:
            shutil.rmtree(of_day, ignore_errors=True)


def subjects_of(papers: Sequence[Paper], asking: Round) -> list[Subject]:
    """Return papers as what to ask about, with all that services said of them before."""
    names = asking.wish.names
    subjects = [subject_of(paper, lacking(paper, names)) for paper in papers]
    for subject in subjects:
        said_before(subject, asking.facts)
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

"""arXiv: its API, which answers in Atom.

https://info.arxiv.org/help/api/user-manual.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.problems import Place, quoted
from generator.services.access import Access
from generator.services.asking import Question
from generator.services.failures import BadQuestion
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_question
from generator.services.service import Service
from generator.services.shapes import elements_of
from generator.services.works import CANDIDATES, title_asked
from generator.sources.said import Said
from generator.sources.services.arxiv import ATOM
from generator.values.asked import TITLE, Asked

#: Ids in one request: 2,000 may come in one answer, but an address has no room for so many.
AT_ONCE = 100
#: "make no more than one request every three seconds": https://info.arxiv.org/help/api/tou.html
#: What leaves every three seconds does not arrive so: a tenth more, or some would come too soon.
BETWEEN = 3.1


def _manners(_access: Access) -> Manners:
    # It often has no room for requests from build machines that many share.
    return Manners(between=BETWEEN, tries=6, longest_wait=180)


def _question(batch: Sequence[Asked], _access: Access) -> Question:
    if title := title_asked(batch):
        params = (("search_query", f'ti:"{title}"'), ("max_results", str(CANDIDATES)))
        return Question("api/query", params)
    ids = ",".join(asked.value for asked in batch)
    # Without a number ten come, and the rest is cut.
    return Question("api/query", (("id_list", ids), ("max_results", str(len(batch)))))


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    works = []
    for entry in elements_of(answer, "feed", ("entry",)):
        if error := ATOM.no_paper(entry, {}):
            raise BadQuestion(quoted(error, 160).strip('"'))
        works.append(ATOM.parse(entry, {}, Place(ARXIV.name)))
    return by_question(batch, works)


ARXIV = Service(
    slug="arxiv",
    name="arXiv",
    address="https://export.arxiv.org",
    terms="https://info.arxiv.org/help/api/tou.html",
    asks_by=("arxiv", TITLE),
    gives=frozenset(
        ("title authors year venue type abstract note status arxiv doi code data video").split()
    ),
    at_once=AT_ONCE,
    manners=_manners,
    question=_question,
    answers=_answers,
    without="nothing is to be set; one request in three seconds, metadata are CC0",
)

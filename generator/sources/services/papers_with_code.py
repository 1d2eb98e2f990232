"""Papers with Code: its dumps of papers and of links to code.

https://github.com/paperswithcode/paperswithcode-data
"""

from __future__ import annotations

import re

from generator.problems import Place
from generator.sources.said import Said
from generator.sources.services.service import JsonService, Payload, said_of, text, texts
from generator.values.date import read_date

#: "ICLR 2019 5" is what was held in May 2019.
_PROCEEDING = re.compile(r"^(.*\S)\s+((?:19|20)\d\d)(?:\s+(\d{1,2}))?$", re.DOTALL)

#: Fields that rows of others have and no paper of a dump, wherever its address leads.
_OTHERS = frozenset(("venue", "year"))


def parse(paper: Payload, place: Place) -> Said:
    """Return what a paper of a dump says; of a proceeding the name, and its year."""
    held = _PROCEEDING.match(text(paper.get("proceeding")))
    arxiv = text(paper.get("arxiv_id")) or text(paper.get("paper_arxiv_id"))
    date = read_date(text(paper.get("date")))
    values = {
        "title": paper.get("title") or paper.get("paper_title"),
        "authors": texts(paper.get("authors")),
        "year": read_date(held[2], held[3] or "") if held else date,
        "venue": held[1] if held else text(paper.get("proceeding")) or ("arXiv" if arxiv else ""),
        "abstract": paper.get("abstract"),
        "type": "" if text(paper.get("proceeding")) else "article" if arxiv else "",
        "arxiv": arxiv,
    }
    links = (
        ("url_abs", "paper"), ("paper_url_abs", "paper"), ("url_pdf", "pdf"),
        ("paper_url_pdf", "pdf"), ("repo_url", "code"),
    )  # fmt: skip
    return said_of(place, values, [(name, kind, text(paper.get(name))) for name, kind in links])


def _tells(paper: Payload) -> bool:
    if "url_abs" in paper:
        return "title" in paper and ("proceeding" in paper or _is_listed(paper))
    return _is_listed(paper) and not _OTHERS & paper.keys()


def _is_listed(paper: Payload) -> bool:
    return "paperswithcode.com/paper/" in text(paper.get("paper_url"))


PAPERS_WITH_CODE = JsonService("Papers with Code", (), _tells, parse)

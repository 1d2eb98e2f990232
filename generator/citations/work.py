"""What a bibliography says of a paper: its kind, people, venue and address, as far as known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from generator.citations.names import Name, name
from generator.ids import ADDRESSES, digest
from generator.model import Paper
from generator.text.formula import plain
from generator.text.links import safe_address
from generator.text.unicode import normal

#: An article in a journal, a paper at a conference, a preprint, or any other work.
WorkKind = Literal["article", "conference", "preprint", "other"]

#: Keys longer than this are cut.
_KEY_LENGTH = 40

_PREPRINT = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|preprints?)\b", re.IGNORECASE)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|trans\.|letters|annals|magazine|reviews?|bulletin|quarterly|acta"
    r"|nature|plos|pnas|neurocomputing|neural networks|pattern recognition|tacl|computational"
    r" linguistics|t?pami|jmlr|tmlr|jair|ijcv|tnnls|tkde|tip|jacm|cacm|tois|tist|tcsvt|taslp"
    r"|ieee access|frontiers)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:conf(?:erence)?|proc(?:eedings)?|symposium|workshops?|meeting|congress|advances in"
    r"|3dv|aaai|aamas|accv|acl|acml|aistats|alt|automl|bmvc|chi|cikm|cogsci|coling|colm|colt|conll"
    r"|corl|cvpr|cvprw|eacl|ecai|eccv|ecir|ecml|emnlp|gecco|icann|icassp|iccv|iccvw|icdar|icde|icdm"
    r"|icip|iclr|icme|icml|icmr|icpr|icra|icse|ijcai|ijcnlp|ijcnn|infocom|interspeech|iros|isca"
    r"|isit|ismir|kdd|lrec|miccai|mlsys|mm|naacl|neurips|nips|osdi|pods|popl|recsys|rss|sigir"
    r"|siggraph|sigmod|sosp|stoc|uai|uist|usenix|wacv|wsdm|www)(?:['’ -]?\d{2,4})?\b",
    re.IGNORECASE,
)
#: These proceedings are journals.
_PROCEEDINGS = re.compile(
    r"\bproc(?:eedings|\.) of the (?:national academy|royal society|vldb endowment|acm on|ieee$)",
    re.IGNORECASE,
)
#: Ids of journals in the ACL Anthology: https://aclanthology.org/info/ids/
_ACL_JOURNAL = re.compile(r"[JQ]\d{2}-|\d{4}\.(?:cl|tacl)-")


@dataclass(frozen=True)
class Work:
    """A paper as a bibliography sees it. Texts are one line; what is not known is empty.

    `title` and `venue` are plain, `repaired_title` and `repaired_venue` still hold formulas.
    """

    key: str
    kind: WorkKind
    title: str
    repaired_title: str
    names: tuple[Name, ...]
    year: int | None
    venue: str
    repaired_venue: str
    doi: str
    arxiv: str
    url: str


def work(paper: Paper) -> Work:
    """Return the facts that every form of a citation is made from."""
    known: dict[str, str] = {}
    for identifier in paper.identifiers:
        known.setdefault(identifier.kind, normal(identifier.value))
    venue = normal(plain(paper.venue))
    return Work(
        key=_key(paper.id),
        kind=_kind(venue, known),
        title=normal(plain(paper.title)),
        repaired_title=paper.title,
        names=tuple(found for author in paper.authors if (found := name(author))),
        year=paper.year,
        venue=venue,
        repaired_venue=paper.venue,
        doi=known.get("doi", ""),
        arxiv=known.get("arxiv", ""),
        url=_address(paper, known),
    )


def _key(paper_id: str) -> str:
    """Return the paper's id, if long its beginning and a digest of all of it.

    Ids are unique and stay, so keys are and do; and no id has a full stop.
    """
    if len(paper_id) <= _KEY_LENGTH:
        return paper_id
    beginning = paper_id[: _KEY_LENGTH - 9]
    return f"{beginning.rpartition('-')[0] or beginning}.{digest(paper_id)}"


def _kind(venue: str, known: dict[str, str]) -> WorkKind:
    if venue:
        if _PREPRINT.search(venue):
            return "preprint"
        if _CONFERENCE.search(venue) and not _PROCEEDINGS.search(venue):
            return "conference"
        journal = _JOURNAL.search(venue) or _PROCEEDINGS.search(venue)
        return "article" if journal else "other"
    if "acl" in known:
        return "article" if _ACL_JOURNAL.match(known["acl"]) else "conference"
    return "preprint" if "arxiv" in known and "doi" not in known else "other"


def _address(paper: Paper, known: dict[str, str]) -> str:
    """Return the paper's own address, or an empty string; code is not the paper."""
    for kind, base in ADDRESSES.items():
        if known.get(kind):
            return base + quote(known[kind], safe="/:().,_-", errors="replace")
    for wanted in ("paper", "pdf"):
        for link in paper.links:
            address = safe_address(link.url) if link.kind == wanted else None
            if address and address.startswith("http"):
                return address
    return ""

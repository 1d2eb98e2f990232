"""What a title says of itself beside the title: that a paper was retracted, or is an erratum.

A mark such as "RETRACTED:" is put on the paper itself, which has a status by it. A notice such as
"Erratum to:" is a work of its own, on another one. Wordings of publishers and of PubMed:
https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
https://www.nlm.nih.gov/bsd/policy/errata.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from generator.language import to_say

#: What can have become of a paper after it was published, the gravest first.
Status = Literal["retracted", "withdrawn", "concern", "corrected"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True)
class StatusWords:
    """What people are told of a status: in a list, and on the paper's page."""

    badge: str
    sentence: str


STATUS_WORDS: dict[Status, StatusWords] = {
    "retracted": StatusWords(to_say("retracted"), to_say("This paper was retracted.")),
    "withdrawn": StatusWords(to_say("withdrawn"), to_say("This paper was withdrawn.")),
    "concern": StatusWords(
        to_say("expression of concern"), to_say("Its publisher expressed concern about this paper.")
    ),
    "corrected": StatusWords(
        to_say("corrected"), to_say("A correction of this paper was published.")
    ),
}


@dataclass(frozen=True)
class NoticeKind:
    """A kind of mark or notice: its name, its wordings as regular expressions, parted by spaces.

    In a wording `_` stands for a space. A `status` is that of the paper that has the mark; a
    notice has none.
    """

    name: str
    wordings: str
    status: Status | None = None


BOOK_REVIEW = "book review"
_AUTHORS = r"(?:(?:the_)?authors?['’]?s?['’]?_)?"
_PUBLISHED = "(?:article|paper|chapter|publication|manuscript|preprint)"
#: In English and, where readers meet them, in German, French and Spanish.
KINDS: tuple[NoticeKind, ...] = (
    NoticeKind(
        "retracted",
        rf"retracted(?:_{_PUBLISHED})? {_PUBLISHED}_retracted this_{_PUBLISHED}_(?:has_been|was|is)"
        r"_retracted (?:article_)?r[eé]tract[eé]e? (?:art[ií]culo_)?retractado"
        r" (?:artigo_)?retratado",
        "retracted",
    ),
    NoticeKind(
        "withdrawn",
        rf"withdrawn(?:_{_PUBLISHED})?(?:_by_(?:the_)?(?:authors?|publisher|editors?))?"
        rf" {_PUBLISHED}_withdrawn this_{_PUBLISHED}_(?:has_been|was|is)_withdrawn zur[uü]ckgezogen"
        r" article_retir[eé] (?:art[ií]culo_)?retirado"
        r" (?:temporary_)?removal removed(?:_article)?",
        "withdrawn",
    ),
    NoticeKind(
        "corrected",
        rf"corrected(?:_(?:version|{_PUBLISHED}|and_republished))?",
        "corrected",
    ),
    NoticeKind(
        "retraction",
        r"(?:partial_)?retraction(?:_(?:note|notice|statement))? (?:notice|statement)_of_retraction"
        r" r[eé]tractation retractaci[oó]n retrata[cç][aã]o retraktion widerruf",
    ),
    NoticeKind("withdrawal", r"withdrawal(?:_(?:note|notice))? notice_of_withdrawal"),
    NoticeKind(
        "expression of concern",
        r"(?:editorial_|editors?['’]?s?['’]?_)?(?:expression|notice|statement)_of_concern",
    ),
    NoticeKind(
        "erratum",
        r"(?:published_|an_)?errat(?:um|a)(?:_(?:and|&)_(?:addend|corrigend)(?:um|a))?"
        r" erratum_notice fe_de_errat(?:as|a) fe_de_errores",
    ),
    NoticeKind("corrigendum", r"(?:a_)?corrigend(?:um|a)(?:_(?:and|&)_addend(?:um|a))?"),
    NoticeKind(
        "correction",
        rf"{_AUTHORS}corrections? (?:publisher['’]?s?_|editorial_|a_)corrections?"
        r" corrections?_notice notice_of_correction berichtigung korrektur rectificati(?:f|on)"
        r" correcci[oó]n corre[cç][aã]o publisher['’]?s?['’]?_note",
    ),
    NoticeKind("addendum", r"(?:an_)?addend(?:um|a)(?:_(?:and|&)_(?:errat|corrigend)(?:um|a))?"),
    NoticeKind(
        "reply",
        rf"(?:a_)?{_AUTHORS}reply reply_(?:of|by|from)_the_authors? in_reply"
        r" reply_to_(?:the_)?(?:comments?|letters?) replies antwort erwiderung r[eé]plique"
        r" r[eé]ponse respuesta",
    ),
    NoticeKind(
        "response",
        rf"(?:a_)?{_AUTHORS}response response_(?:of|by|from)_the_authors?"
        r" response_to_(?:the_)?(?:comments?|letters?|critics|reviewers)",
    ),
    NoticeKind("rejoinder", rf"(?:a_)?{_AUTHORS}rejoinder"),
    NoticeKind(
        "comment",
        r"(?:a_|invited_)?comment(?:s|ary)? kommentar commentaires? comentarios? re(?=:_)",
    ),
    NoticeKind("discussion", r"(?:invited_)?discussion"),
    NoticeKind(
        "supplement",
        r"(?:a_|online_|web_|data_)?supplement(?:ary|al)?"
        r" (?:electronic_|online_)?(?:supplement(?:ary|al)|supporting|additional)"
        r"_(?:materials?|information|data|text|files?|documents?|appendix|appendices|notes?"
        r"|methods|results|figures|tables)"
        r" zusatzmaterial mat[eé]riel_suppl[eé]mentaire material_suplementario",
    ),
    NoticeKind(
        "appendix",
        r"(?:an_|online_|technical_|web_|mathematical_)?appendi(?:x|ces) anhang annexes?"
        r" ap[eé]ndices?",
    ),
    NoticeKind(
        BOOK_REVIEW,
        r"(?:a_)?book_reviews? review_of_the_book buchbesprechung rezension compte[_-]rendu"
        r" rese[nñ]a",
    ),
    NoticeKind(
        "preface",
        r"(?:a_)?preface (?:a_)?foreword afterword (?:guest_)?editorial editor['’]s_note"
        r" editorial_note vorwort pr[eé]face pr[oó]logo",
    ),
)
_BY_NAME = {kind.name: kind for kind in KINDS}


def _alternatives(kind: NoticeKind) -> str:
    """Return the wordings of a kind as one named group."""
    name = kind.name.replace(" ", "_")
    wordings = "|".join(kind.wordings.split()).replace("_", r"\s")
    return f"(?P<{name}>{wordings})"


_WORDING = "(?:" + "|".join(map(_alternatives, KINDS)) + ")"
_NUMBER = r"(?:\s(?:no\.?\s?)?(?:\d{1,3}|[A-Z]|[ivx]{1,4}))?"
#: "Erratum to", "Correction for", "Comment on": what leads from a notice to what it is on.
_ON = (
    r"(?:to|for|on|of|regarding|concerning|about|zu|zum|zur|von|à|au|aux|de|du|des|del|al|a|sur"
    r"|sobre)"
)
_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "‹": "›"}
_QUOTES = "\"'“”„‟«»‹›‘’‚`"
_FRONT = re.compile(
    rf"[\s*{_QUOTES}]*(?:[\[(]\s*{_WORDING}{_NUMBER}\s*[\])]\s*[:.–—-]?\s"
    rf"|{_WORDING.replace('?P<', '?P<front_')}{_NUMBER}"
    rf"(?P<joint>\s?[:–—]\s?|\s-\s|(?<=erratum)-|\.\s|\s{_ON}(?::|\s|(?=[{_QUOTES}]))))",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:\s?[:.;,–—]\s?|\s-{{1,3}}\s|\s?(?P<bracket>[\[(])\s?){_WORDING}{_NUMBER}"
    rf"(?:[\s.*{_QUOTES}\])!]*\Z|(?(bracket)(?:[.,:;]|\s(?:{_ON}|see|by)\b)"
    r"[^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)*[\])][\s.]*\Z|\Z))",
    re.IGNORECASE,
)
#: A notice at the end of a title, with what publishers write into its brackets, is no longer.
_TAIL = 200
#: Titles are not longer; a wording stands at one end of them.
_LONGEST = 2_000


@dataclass(frozen=True)
class Notice:
    """What a title says of itself, and the title of what it is on; without a kind: nothing."""

    about: str
    kind: NoticeKind | None = None

    @property
    def status(self) -> Status | None:
        """The status of the paper that has this title."""
        return self.kind.status if self.kind else None

    @property
    def is_work(self) -> bool:
        """Whether what has this title is a work of its own, on another one."""
        return self.kind is not None and self.kind.status is None


@lru_cache(maxsize=65_536)
def read_notice(title: str) -> Notice:
    """Return what `title` says of itself, at its beginning or end; a notice alone says nothing."""
    if len(title) > _LONGEST:
        return Notice(title)
    front = _FRONT.match(title)
    if front:
        kind = _kind(front)
        # "Retracted of" is no mark, and a paper that "Corrected: …" names is none of this kind.
        needs_sign = kind.status and (front["joint"] or "").strip(" :–—-.")
        about = _inside(title[front.end() :])
        if about and not needs_sign and not (front["joint"] and kind.name == "corrected"):
            return Notice(about, kind)
    start = max(0, len(title) - _TAIL)
    behind = _BEHIND.search(title, start)
    if behind:
        about = _inside(title[: behind.start()])
        if any(map(str.isalnum, about)):
            return Notice(about, _kind(behind))
    return Notice(title)


def _inside(text: str) -> str:
    """Return a title without the quotes around it, and without what follows the closing one."""
    text = text.strip().rstrip(".,;:")
    if text[:1] in _CLOSING:
        end = max(text.rfind(sign) for sign in _CLOSING[text[0]])
        text = text[1:end] if end > 1 else text[1:]
    return text.strip().rstrip(".,;:")


def _kind(found: re.Match[str]) -> NoticeKind:
    name = next(
        name
        for name, text in found.groupdict().items()
        if text is not None and name not in ("joint", "bracket")
    )
    return _BY_NAME[name.removeprefix("front_").replace("_", " ")]

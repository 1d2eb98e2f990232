"""What the short words beside a title say: what a link leads to, where and when it came out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.values.date import YEARS, Date, read_date
from generator.values.text import Text
from generator.values.venue import Venue

#: Words of labels, by the kind of link that they tell; the first kind that is told wins.
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("video", frozenset("video videos talk presentation youtube bilibili recording".split())),
    ("data", frozenset("data dataset datasets benchmark kaggle zenodo corpus".split())),
    (
        "code",
        frozenset(
            "code codes codebase github gitlab pytorch pytroch tensorflow tf torch jax keras caffe"
            " matlab python implementation implementations repo repository official unofficial"
            " model models weights checkpoint checkpoints huggingface hf colab software notebook"
            " star stars"
            " mindspore paddle paddlepaddle julia theano mxnet chainer git".split()
        ),
    ),
    (
        "project",
        frozenset(
            "project page website site web homepage home demo blog blogpost post webpage online"
            " leaderboard gradio app space spaces interactive".split()
        ),
    ),
    ("pdf", frozenset("pdf preprint".split())),
    (
        "paper",
        frozenset(
            "paper papers arxiv doi openreview abs abstract html link links url article acm ieee"
            " springer acl anthology elsevier sciencedirect publication proceedings publisher"
            " here".split()
        ),
    ),
)
#: Labels of links that are not the paper's own, and are passed over.
_BESIDE = frozenset(
    "bib bibtex cite citation supp supplement supplementary supplemental material appendix slides"
    " slide poster review reviews reddit notes note summary annotation errata scholar semantic"
    " google drive mirror ppt talk tweet tweets x thread podcast pptx".split()
)
_FILLERS = frozenset(
    "the of and for in with our to a on source version v official link full text".split()
)
_LABEL_WORDS = _BESIDE | _FILLERS | frozenset().union(*(words for _, words in _KINDS))
#: A label has no more words.
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")

#: How a paper was presented, which is no part of the venue's name.
_PRESENTED = re.compile(
    r"(?<![^\W\d_])(?:oral|spotlight|poster|highlights?"
    r"|(?:best|outstanding|distinguished)[ -](?:\w+[ -])?paper"
    r"(?: award)?(?: (?:candidate|finalist|runner-up|nominee|mention))?|honou?rable mention|award"
    r"|(?:ha(?:s|ve) been )?accepted(?: by| at| to)?|to appear(?: in)?|^(?:at|in)(?=\s)"
    r"|long paper|short paper|main track|in press|under review)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: CVPR'20, ICML-21: two digits behind the capitals of a conference.
_SHORT_YEAR = re.compile(r"(?:(?<=[^\W\d_])\s?['’‘`]|(?<=[A-Z]{2})-)(\d\d)$")
#: Signs around a label and between its words.
_EDGES = " \t\n,;:.|·•–—-()[]{}<>/\\*_`\"'“”’‘（）【】：，。"
_BETWEEN = re.compile(r"[/;,|&]")
_OPEN_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
#: A venue's name in a label is no longer.
_LONGEST = 90


@dataclass(frozen=True)
class Published:
    """Where and when, as far as a label says; `sure` where it can be nothing else."""

    venue: str = ""
    date: Date | None = None
    sure: bool = True


def bare(text: str) -> str:
    """Return a label without brackets, emoji and signs around it."""
    shown = "".join(" " if unicodedata.category(c) in ("So", "Sk", "Cn") else c for c in text)
    shown = re.sub(r":[a-z][a-z_0-9+-]{1,30}:", " ", shown)
    return " ".join(shown.replace("\ufe0f", "").split()).strip(_EDGES)


def closed(text: str) -> str:
    """Return a text with the brackets that it opens closed again, which `bare` took off."""
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            text += closing
    return text


def link_kind(label: str) -> str | None:
    """Return the kind of link that a label tells, "" for one that is passed over, or None."""
    words = [word.lower() for word in _WORD.findall(label)]
    known = 0 < len(words) <= _MOST_WORDS and all(word in _LABEL_WORDS for word in words)
    if not known or _YEAR.search(label):
        return None
    telling = [word for word in words if word not in _FILLERS] or words
    if any(word in _BESIDE for word in telling):
        return ""
    return next((kind for kind, own in _KINDS if any(word in own for word in telling)), None)


def published(label: str) -> Published | None:
    """Return where and when a paper was published, if a label such as "CVPR 2020 Oral" says it."""
    text = bare(_PRESENTED.sub(" ", label))
    if not text or len(text) > _LONGEST:
        return None
    if date := read_date(text):
        return Published(date=date)
    years = [int(year) for year in _YEAR.findall(text) if int(year) in YEARS]
    short = _SHORT_YEAR.search(text)
    if len(set(years)) > 1:
        pieces = _BETWEEN.split(text)
        found = [said for piece in pieces if len(pieces) > 1 and (said := published(piece))]
        return together(found) if found else None
    if ";" in text:
        return together(said for piece in text.split(";") if (said := published(piece)))
    # "arXiv 15 Nov 2018": the day is none of the server's name.
    server, _, rest = text.partition(" ")
    if rest and _is_preprint(server := bare(server)):
        return Published(server, read_date(bare(rest)))
    if years:
        year, venue = years[0], _YEAR.sub(" ", text)
    elif short:
        year, venue = 2000 + int(short[1]), text[: short.start()]
    else:
        return Published(text, sure=Venue(Text(text)).kind != "other")
    venue = bare(_OPEN_BRACKETS.sub(" ", venue))
    return Published("" if venue.casefold() == "preprint" else venue, Date(year))


def _is_preprint(venue: str) -> bool:
    return Venue(Text(venue)).kind == "preprint"


def together(found: Iterable[Published]) -> Published:
    """Return what several labels say: of the first venue, which a preprint's server is last."""
    known = sorted(found, key=lambda one: _is_preprint(one.venue))
    venue = next((one.venue for one in known if one.venue), "")
    dates = [one.date for one in known if one.date and (one.venue == venue or not one.venue)]
    return Published(venue, next(iter(dates), None))

"""What the tags and types of RIS are called here.

The format was RefMan's; EndNote, Zotero and publishers have each their own use of its tags:
https://en.wikipedia.org/wiki/RIS_(file_format),
https://web.archive.org/web/20120616020439/http://www.refman.com/support/risformat_intro.asp.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.values.work import WorkType

TYPES: Mapping[str, WorkType] = {
    **dict.fromkeys(("JOUR", "EJOUR", "JFULL", "INPR", "ABST"), "article-journal"),
    **dict.fromkeys(("MGZN", "NEWS"), "article-magazine"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    **dict.fromkeys(("CHAP", "ECHAP", "ENCYC", "DICT"), "chapter"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "SER", "ANCIENT", "CLSWK"), "book"),
    "THES": "thesis",
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    **dict.fromkeys(("UNPB", "UNPD", "MANSCPT", "PREPRINT"), "article"),
    **dict.fromkeys(("DATA", "DBASE", "AGGR"), "dataset"),
    "COMP": "software",
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "webpage"),
    "PAT": "patent",
    **dict.fromkeys(("STAND", "STD"), "standard"),
    **dict.fromkeys(
        "ADVS ART BILL CASE CHART CTLG EQUA FIGURE GEN GRANT GRNT HEAR INTV LEGAL MAP MPCT MULTI"
        " MUSIC PAMP PCOMM POD SLIDE SOUND STAT UNBILL VIDEO".split(),
        "document",
    ),
}  # fmt: skip

#: Every tag of any dialect that is read or knowingly left out; others may be slips.
KNOWN = frozenset(
    "TY ER EF ID A1 A2 A3 A4 A5 A6 AU ED TA T1 T2 T3 TI TT CT BT ST OT JF JO JA J1 J2 PY Y1 Y2 DA"
    " SP EP VL IS CP NV SN BN UR L1 L2 L3 L4 LK DO M1 M2 M3 M4 AB N2 N1 KW PB CY PP LA AN AD C1 C2"
    " C3 C4 C5 C6 C7 C8 CA CN DB DP ET LB OP RI RN RP SE TS U1 U2 U3 U4 U5 U6 U7 U8 U9 AV A7 CR DI"
    " DS EM FD H1 H2 JN K1 NO PM PT RD SF VO WP WT WV YR CL PN PA"
    " NS PG AI NL FU FX J9 JI PI PU WE JP DC SB".split()
)

TITLES = ("TI", "T1", "CT")
#: A title of another kind is better than none.
OTHER_TITLES = ("BT", "TT", "ST")
JOURNAL = ("JF", "T2", "JO", "J1", "BT", "JA", "J2")
#: EndNote and Zotero have the proceedings in C3 and the conference in T2.
PROCEEDINGS = ("C3", "BT", "T2", "JF", "JO", "J1", "JA", "J2", "T3")
BOOK = ("BT", "T2", "JF", "JO", "T3", "PB")
#: Who published it, and for some what it is part of.
HOUSE = ("PB", "T2", "JF", "JO")
SITE = ("T2", "JF", "JO", "PB", "BT")

#: The tags that say where a work of a type was published, best first.
VENUES: Mapping[WorkType, tuple[str, ...]] = {
    "paper-conference": PROCEEDINGS,
    "chapter": BOOK,
    "book": ("PB",),
    "thesis": HOUSE,
    "report": HOUSE,
    "standard": HOUSE,
    "article": ("JF", "JO", "J1", "T2", "BT", "PB", "DP", "DB"),
    "dataset": SITE,
    "software": SITE,
    "webpage": SITE,
    "patent": (),
}
#: Types of which SP is how many pages there are, where no EP stands.
COUNTED = ("book", "thesis", "report", "dataset", "software", "webpage")
#: Types of which A2 is a supervisor or an office.
NO_EDITORS = ("thesis", "patent")

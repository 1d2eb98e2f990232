"""What kind of venue a name stands for: a journal, a conference, a publisher of books, a server.

A guess from the words of the name, for sources that do not state the type of a work. What no word
tells is "other", so that a citation claims nothing.
"""

from __future__ import annotations

import re
from typing import Literal

VenueKind = Literal["journal", "conference", "publisher", "preprint", "other"]

_PREPRINT = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|preprints?)\b", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(?:university press|academic press|mit press|crc press|springer(?:[ -]verlag)?|elsevier"
    r"|wiley|morgan (?:&|and) claypool(?: publishers)?|morgan kaufmann|o['’]reilly(?: media)?"
    r"|addison[ -]wesley|mcgraw[ -]hill|prentice hall|packt|world scientific|now publishers)$",
    re.IGNORECASE,
)
#: Words that tell a journal or a conference whatever stands beside them, then names and acronyms.
_JOURNAL_WORD = re.compile(
    r"\b(?:journal|transactions|trans\.|letters|annals|archives|magazine|reviews?|bulletin"
    r"|quarterly|acta|surveys|foundations and trends|communications of)\b",
    re.IGNORECASE,
)
_CONFERENCE_WORD = re.compile(
    r"\b(?:conf(?:erence)?|proc(?:eedings)?|symposium|workshops?|meeting|congress|advances in"
    r"|findings of|lecture notes|challenge at)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:3dv|aaai|aamas|accv|acl|acml|aicas|aies|aistats|alt|asplos|asru|automl|bibm|bmvc|chi"
    r"|cidr|cikm|cogsci|coling|colm|colt|conll|corl|cscw|cvpr|cvprw|dcase|eacl|ecai|eccv|eccvw|ecir"
    r"|ecml|emnlp|esec/fse|eswc|eurographics|eurosys|facct|fccm|focs|fse|gecco|hpca|icail|icann"
    r"|icalp|icassp|iccad|iccv|iccvw|icdar|icde|icdm|icip|iclr|icme|icml|icmr|icpr|icra|icse|ijcai"
    r"|ijcnlp|ijcnn|infocom|interspeech|iros|isbi|isca|isit|ism|ismir|issta|isvc|itcs|iui|iwslt"
    r"|jcdl|kdd|lrec|miccai|midl|mlsys|mm|mobicom|mobisys|naacl|ndss|neurips|nips|nsdi|oopsla|osdi"
    r"|pakdd|pkdd|pldi|pods|popl|ranlp|recsys|rss|semeval|sensys|sigcomm|sigcse|sigir|siggraph"
    r"|sigmod|slt|soda|sosp|stoc|trec|uai|uist|usenix|vldb|wacv|waspaa|wmt|wsdm|www)"
    r"(?:['’ -]?\d{2,4})?\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:nature|npj|plos|pnas|neurocomputing|neural networks|pattern recognition|frontiers"
    r"|computational linguistics|computer graphics forum|ieee (?:access|computer|micro|software)"
    r"|t?pami|jmlr|tmlr|jair|ijcv|ijrr|tnnls|tkde|tip|jacm|cacm|tois|tist|tcsvt|taslp|tacl|tosem"
    r"|tmi|tcad|tog|tpds|tvcg|tomm|pvldb|imwut|pacmpl|pomacs)\b",
    re.IGNORECASE,
)
#: Names that are compared whole, since their words mean something else in other names.
_JOURNALS = frozenset(
    (
        "ai communications", "ai open", "algorithms", "applied sciences", "artificial intelligence",
        "artificial intelligence in medicine", "artificial intelligence in the life sciences",
        "automatica", "bioinformatics", "biometrika", "bmj", "briefings in bioinformatics", "cell",
        "chaos", "cognition", "cognitive science", "computer speech & language", "computers",
        "data mining and knowledge discovery", "digital investigation", "distill", "econometrica",
        "electronics", "elife", "entropy", "expert systems with applications", "forests",
        "future internet", "information", "information and computation", "information fusion",
        "information processing & management", "information sciences", "inverse problems", "jama",
        "knowledge-based systems", "language resources and evaluation", "machine learning",
        "mathematics", "medical image analysis", "medical physics",
        "multimodal technologies and interaction", "natural language engineering",
        "neural computation", "neuroimage", "neuron", "operations research", "patterns",
        "physica d", "remote sensing", "robotica", "science", "science advances",
        "science robotics", "scientific data", "scientific reports", "sensors",
        "sigkdd explorations", "signal processing", "speech communication",
        "statistical science", "statistics and computing", "the lancet",
        "theoretical computer science", "trends in cognitive sciences",
        "user modeling and user-adapted interaction",
    )
)  # fmt: skip
_CONFERENCES = frozenset(("ase", "ccs", "clear", "dac", "date", "dialogue", "micro", "msr", "sc"))
#: These proceedings are journals.
_PROCEEDINGS = re.compile(
    r"\bproc(?:eedings|\.) of the (?:national academy|royal society|vldb endowment|acm on|ieee$)",
    re.IGNORECASE,
)
#: In this order: the first that fits decides.
_TELLING: tuple[tuple[re.Pattern[str], VenueKind], ...] = (
    (_PREPRINT, "preprint"),
    (_PROCEEDINGS, "journal"),
    (_CONFERENCE_WORD, "conference"),
    (_JOURNAL_WORD, "journal"),
    (_CONFERENCE, "conference"),
    (_JOURNAL, "journal"),
    (_PUBLISHER, "publisher"),
)


def venue_kind(name: str) -> VenueKind:
    """Return the kind of the venue called `name`, plain text of one line; "other" if none shows."""
    whole = name.casefold()
    if whole in _JOURNALS:
        return "journal"
    if whole in _CONFERENCES:
        return "conference"
    return next((kind for pattern, kind in _TELLING if pattern.search(name)), "other")

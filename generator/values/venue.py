"""Where a work was published: the venue's name as printed, its short form, and its kind.

The kind is a guess from the words of the name, for sources that do not state the type of a work.
What no word tells is "other", so that a citation claims nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from generator.text.unicode import normal
from generator.values.text import NO_TEXT, Text

VenueKind = Literal["journal", "conference", "publisher", "preprint", "other"]

_PREPRINT = re.compile(
    r"\b(?:arxiv|(?:afric|bio|chem|eart?h?a|ed|engr|med|psya|soca|tech)r?xiv|corr"
    r"|preprints?(?:\.org)?|ssrn|research square)\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\b(?:university press|academic press|mit press|crc press|springer(?:[ -]verlag)?|elsevier"
    r"|wiley|morgan (?:&|and) claypool(?: publishers)?|morgan kaufmann|o['’]reilly(?: media)?"
    r"|addison[ -]wesley|mcgraw[ -]hill|prentice hall|packt|world scientific|now publishers)$",
    re.IGNORECASE,
)
#: Words that tell a journal or a conference whatever stands beside them, then names and acronyms.
_JOURNAL_WORD = re.compile(
    r"\b(?:(?:journal|transactions|letters|annals|archives|magazine|reviews?|bulletin|quarterly"
    r"|acta|record|surveys|foundations and trends|communications of)\b|(?:trans|j)\.)",
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
    r"|sigmod|slt|soda|sosp|stoc|trec|uai|uist|usenix|very large data bases|vldb|wacv|waspaa|wmt"
    r"|wsdm|www)"
    r"(?:['’ -]?\d{2,4})?\b(?!-[a-z])",
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


#: An acronym in brackets: "Conference on Invented Results (CIR 2024)".
_IN_BRACKETS = re.compile(r"\(([^()]{2,30})\)")
_ACRONYM = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?=(?:[ '’-]*\d{2,4})?$)")


@dataclass(frozen=True, order=True)
class Venue:
    """A journal, conference, publisher or server, by its `name` as printed; empty if unknown."""

    name: Text = NO_TEXT

    def __bool__(self) -> bool:
        return bool(self.name)

    def __str__(self) -> str:
        return self.plain

    @property
    def plain(self) -> str:
        """The name in one line of plain text."""
        return normal(self.name.plain)

    @cached_property
    def short(self) -> str:
        """The acronym that the name holds in brackets, else the whole name; plain text."""
        for inside in _IN_BRACKETS.findall(self.plain):
            if found := _ACRONYM.match(inside):
                return found[0]
        return self.plain

    @cached_property
    def kind(self) -> VenueKind:
        """What kind of venue it is; "other" where no word of its name tells."""
        return _kind(self.plain)


#: The venue of which nothing is known.
NO_VENUE = Venue()


@lru_cache(maxsize=10_000)  # most papers share their venue with others
def _kind(name: str) -> VenueKind:
    whole = name.casefold()
    if whole in _JOURNALS:
        return "journal"
    if whole in _CONFERENCES:
        return "conference"
    return next((kind for pattern, kind in _TELLING if pattern.search(name)), "other")

"""What sources call the types of works, in CSL's terms.

A word is looked up without case, blanks and signs: "Journal Article", `journalArticle` and
`journal-article` are one. A format that means something else by a word has a table of its own that
goes before: BibTeX's `article` is one in a journal, CSL's a preprint.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.values.work import TYPES, WorkType

_SIGNS = re.compile(r"[\W_]+")

#: Words that mean the same wherever they stand: of CSL, Zotero, Crossref, DataCite and others.
TYPES_IN_WORDS: Mapping[str, WorkType] = {
    **{_SIGNS.sub("", name): name for name in TYPES},
    "journalarticle": "article-journal",
    "articlenewspaper": "article-magazine",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-magazine",
    "conference": "paper-conference",
    "conferencepaper": "paper-conference",
    "proceedingsarticle": "paper-conference",
    "inproceedings": "paper-conference",
    "bookchapter": "chapter",
    "booksection": "chapter",
    "bookpart": "chapter",
    "incollection": "chapter",
    "inbook": "chapter",
    "entryencyclopedia": "chapter",
    "entrydictionary": "chapter",
    "encyclopediaarticle": "chapter",
    "dictionaryentry": "chapter",
    "referenceentry": "chapter",
    "monograph": "book",
    "editedbook": "book",
    "referencebook": "book",
    "proceedings": "book",
    "dissertation": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "technicalreport": "report",
    "techreport": "report",
    "workingpaper": "report",
    "preprint": "article",
    "postedcontent": "article",
    "manuscript": "article",
    "unpublished": "article",
    "computerprogram": "software",
    "blogpost": "webpage",
    "postweblog": "webpage",
    "post": "webpage",
}


def type_in(word: str, table: Mapping[str, WorkType]) -> WorkType | None:
    """Return the type that `word` names in a table such as TYPES_IN_WORDS, or None."""
    return table.get(_SIGNS.sub("", word.casefold()))

"""What is known of a paper: every field, where it is kept, who may fill it, how it is merged.

A field is a line here, an attribute of `Work` or `Curation`, and a line in the models of records
and of papers.json; tests compare them. Readers, merging, downloads and documentation read it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from generator.language import to_say
from generator.values.paper import Curation, Paper, Rank, SourceRecord
from generator.values.policies import (
    Policy,
    all_links,
    cleanest,
    first,
    gravest,
    longest_of_best,
    one_of_each_kind,
    own_or_longest,
)
from generator.values.shapes import (
    DAY,
    IDENTIFIERS_OF_KINDS,
    KEY,
    LINE,
    LINKS_OF_KINDS,
    NAMES,
    PAGES,
    SLUGS,
    STATUS,
    TEXT,
    TEXTS,
    TYPE,
    VENUE,
    WORD,
    YEAR,
    Shape,
)
from generator.values.work import Work


@dataclass(frozen=True)
class Field:
    """A field of papers, by the name that records, messages and downloads have for it.

    `part` says what it is kept in, `filled_by` the lowest source that may fill it. In papers.json
    it is always there, or only where it is known; `csv` is whether tables have columns for it.
    `says` is a sentence for people who write records, `example` what they may write.
    """

    name: str
    part: Literal["work", "curation"]
    shape: Shape
    merge: Policy
    filled_by: Rank
    says: str
    example: str
    json: Literal["always", "where known"] = "where known"
    csv: bool = False
    #: Whether what services say fills it where nothing better does.
    services: bool = False
    #: Its name in `part`, where that is another.
    attribute: str = ""
    #: Where `part` says more than was written there: what it is read from.
    resolved: str = ""

    def of(self, holder: SourceRecord | Paper) -> Any:
        """Return the value that an entry or a paper has; empty where it is not known."""
        part = getattr(holder, self.part)
        return getattr(part, self.resolved or self.attribute or self.name)


#: Every field, in the order of tables and explanations.
FIELDS: tuple[Field, ...] = (
    Field(
        "title", "work", TEXT, cleanest, Rank.LISTING,
        "the title as printed", "`Counting Sheep with Small Networks`",
        json="always", csv=True,
    ),
    Field(
        "authors", "work", NAMES, longest_of_best, Rank.LISTING,
        "a list of names, in the order of the paper, in normal case with their accents; see below",
        "`[Ada Example, Ben Sample]`",
        json="always", csv=True, services=True,
    ),
    Field(
        "year", "work", YEAR, first, Rank.LISTING,
        "year of the version whose venue you name, else of the preprint; four digits, 1600 to 2100",
        "`2024`",
        json="always", csv=True, attribute="issued", services=True,
    ),
    Field(
        "venue", "work", VENUE, first, Rank.LISTING,
        "conference or journal, as people cite it, spelled the same in all records; for a book its"
        " publisher",
        "`Journal of Invented Results`",
        json="always", csv=True, services=True,
    ),
    Field(
        "kind", "curation", WORD, first, Rank.RECORD,
        "what its main contribution is: `method`, `analysis`, `theory`, `dataset`, `tool`,"
        " `survey` or `position`",
        "`method`",
        json="always", csv=True,
    ),
    Field(
        "introduces", "curation", TEXTS, first, Rank.RECORD,
        "a list of the names of its model, method or data set", "`[FlockNet]`",
        json="always",
    ),
    Field(
        "topics", "curation", SLUGS, first, Rank.RECORD,
        "slugs of `topics.yml`, the main one first; if you give them, they are all the paper gets",
        "`[counting]`",
        json="always", csv=True,
    ),
    Field(
        "summary", "curation", TEXT, first, Rank.RECORD,
        "one or two sentences in your own words: what is new, what came of it",
        "`Counts sheep where they overlap.`",
        json="always", csv=True,
    ),
    Field(
        "abstract", "work", TEXT, own_or_longest, Rank.LISTING,
        "the authors' abstract, only where its licence allows you to copy it",
        "`>-` and the text on the next lines",
        json="always", csv=True, services=True,
    ),
    Field(
        "links", "work", LINKS_OF_KINDS, all_links, Rank.LISTING,
        "addresses that belong to the paper, see below", "`code: https://example.org/sheep`",
        json="always", csv=True, services=True,
    ),
    Field(
        "identifiers", "work", IDENTIFIERS_OF_KINDS, one_of_each_kind, Rank.LISTING,
        "identifiers that others gave to the paper, see below", "`doi: 10.1234/abc`",
        json="always", csv=True, resolved="resolved_identifiers", services=True,
    ),
    Field(
        "added", "curation", DAY, first, Rank.RECORD,
        "when the paper came into the catalogue; the front page, the feed and the"
        " pages of what is new show the latest",
        "`2024-05-17`",
        json="always",
    ),
    Field(
        "type", "work", TYPE, first, Rank.BIBLIOGRAPHY,
        to_say("what is cited, if the venue does not tell, in CSL's terms: `article-journal`,"
        " `article-magazine`, `paper-conference`, `chapter`, `book`, `thesis`, `report`, `article`"
        " (a preprint), `dataset`, `software`, `webpage`, `patent`, `standard` or `document`"),
        "`thesis`",
        services=True,
    ),
    Field(
        "editors", "work", NAMES, longest_of_best, Rank.BIBLIOGRAPHY,
        to_say("a list of names: who edited the book or the proceedings"), "`[Cleo Instance]`",
        services=True,
    ),
    Field(
        "container_title", "work", TEXT, first, Rank.BIBLIOGRAPHY,
        to_say("the whole title of the journal, book or proceedings, where `venue` is short"),
        "`Proceedings of the First Conference on Sheep`",
        services=True,
    ),
    Field(
        "event", "work", TEXT, first, Rank.BIBLIOGRAPHY,
        to_say("the conference at which it was read, where the proceedings have another name"),
        "`First Conference on Sheep`",
        services=True,
    ),
    Field(
        "volume", "work", LINE, first, Rank.BIBLIOGRAPHY,
        to_say("volume of the journal or series"), '`"12"`',
        services=True,
    ),
    Field(
        "issue", "work", LINE, first, Rank.BIBLIOGRAPHY,
        to_say("issue of the journal"), '`"3"`',
        services=True,
    ),
    Field(
        "pages", "work", PAGES, first, Rank.BIBLIOGRAPHY,
        to_say("first and last page"), "`12–19`",
        services=True,
    ),
    Field(
        "publisher", "work", TEXT, first, Rank.BIBLIOGRAPHY,
        to_say("who published the journal or proceedings; for a thesis the university"),
        "`Invented University Press`",
        services=True,
    ),
    Field(
        "language", "work", LINE, first, Rank.BIBLIOGRAPHY,
        to_say("the language of the paper, as a code"), "`en`",
    ),
    Field(
        "keywords", "work", TEXTS, first, Rank.LISTING,
        to_say("a list of the keywords that the paper itself names"), "`[sheep, counting]`",
    ),
    Field(
        "note", "work", TEXT, first, Rank.BIBLIOGRAPHY,
        to_say("what a citation should say beside all this"), "`Best paper award`",
    ),
    Field(
        "status", "work", STATUS, gravest, Rank.LISTING,
        to_say("what became of it later: `retracted`, `withdrawn`, `concern` (its publisher"
        " expressed one) or `corrected`; a title such as “RETRACTED: …” says so by itself"),
        "`retracted`",
        csv=True, resolved="resolved_status", services=True,
    ),
    Field(
        "citation_key", "work", KEY, first, Rank.BIBLIOGRAPHY,
        to_say("what texts cite it by, where that is to stay: letters, digits and `-_:./+`;"
        " without it, or if another paper has it, a key is made of author, year and title"),
        "`example2024counting`",
    ),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}


def work_and_curation(values: dict[str, Any]) -> tuple[Work, Curation]:
    """Return the values of fields, by their names, in the two parts that keep them."""
    parts: dict[str, dict[str, Any]] = {"work": {}, "curation": {}}
    for name, value in values.items():
        field = BY_NAME[name]
        parts[field.part][field.attribute or name] = value
    return Work(**parts["work"]), Curation(**parts["curation"])


def says(name: str) -> str:
    """Return what a field holds as a sentence, for editors of records."""
    text = BY_NAME[name].says.replace("`", "")
    return f"{text[0].upper()}{text[1:]}."

"""The two forms that readers fill in, "Correct a paper" and "Add a paper": what each asks.

What is asked of a paper are fields of `FIELDS`; whether it is a line, several, or a choice follows
from the shape of the field. Labels are what an issue has as headings, in the catalogue's language:
no two of them are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.language import to_say
from generator.values.fields import BY_NAME, FIELDS

#: A line, a text of several lines, or one of a few words.
Input = Literal["input", "textarea", "dropdown"]


@dataclass(frozen=True)
class Asked:
    """One question of a form.

    `id` names it in addresses and issues, `field` is the name of the paper's field that it asks
    for, if it is one. `limit` is how many characters an answer may have.
    """

    id: str
    input: Input
    label: str
    description: str
    limit: int
    field: str = ""


@dataclass(frozen=True)
class Form:
    """A form: the name of its file, its words in English, its label, its questions in order.

    `title` is what the title of an issue begins with, `intro` stands above the questions. Without
    an answer to those in `required` the form is not sent.
    """

    name: str
    heading: str
    description: str
    title: str
    intro: str
    label: str
    asked: tuple[Asked, ...]
    required: tuple[str, ...]


#: What a form asks of a paper: label, description, the most characters of an answer. Not the
#: abstract, which is the authors' text, nor what only bibliographies need.
_WORDS: dict[str, tuple[str, str, int]] = {
    "title": (to_say("Title"), to_say("As it is printed on the paper."), 1_000),
    "authors": (
        to_say("Authors"),
        to_say("One name a line, in the order of the paper."),
        60_000,
    ),
    "year": (to_say("Year"), to_say("Four digits."), 50),
    "venue": (to_say("Venue"), to_say("The conference or journal, as people cite it."), 500),
    "kind": (to_say("Kind"), to_say("What its main contribution is."), 100),
    "topics": (
        to_say("Topics"),
        to_say("Topics of this catalogue with commas between them, the main one first."),
        2_000,
    ),
    "summary": (
        to_say("Summary"),
        to_say("One to three sentences in your own words. Please do not copy the abstract."),
        4_000,
    ),
    "links": (
        to_say("Links"),
        to_say(
            "One a line, with what it leads to before it: paper, pdf, code, data, project or"
            " video. For example “code: https://example.org/sheep”."
        ),
        10_000,
    ),
    "identifiers": (
        to_say("Identifiers"),
        to_say("One a line, such as “doi: 10.1234/abc” or “arxiv: 2401.01234”."),
        2_000,
    ),
}
#: Which input the shape of a field is asked by; what people of the catalogue write is longer.
_INPUTS: dict[str, Input] = {
    "names": "textarea",
    "links": "textarea",
    "identifiers": "textarea",
    "word": "dropdown",
}
#: On GitHub `title` in an address is that of the issue.
_IDS = {"title": "paper_title"}


def _input_of(name: str) -> Input:
    field = BY_NAME[name]
    long = field.shape.name == "text" and field.part == "curation"
    return "textarea" if long else _INPUTS.get(field.shape.name, "input")


#: What both forms ask of a paper, in the order of FIELDS.
OF_PAPER: tuple[Asked, ...] = tuple(
    Asked(_IDS.get(field.name, field.name), _input_of(field.name), *_WORDS[field.name], field.name)
    for field in FIELDS
    if field.name in _WORDS
)

PAGE = Asked(
    "page",
    "input",
    to_say("Page"),
    to_say("The address of the paper's page in this catalogue, or the paper's title."),
    2_000,
)
COMMENT = Asked(
    "comment",
    "textarea",
    to_say("What is wrong"),
    to_say("In your words, for the people who keep the catalogue."),
    20_000,
)
EVIDENCE = Asked(
    "evidence",
    "textarea",
    to_say("Where it can be checked"),
    to_say("An address, if there is one."),
    4_000,
)
BASE = Asked(
    "base",
    "input",
    to_say("As of"),
    to_say("Says what stood in the fields when you opened the form. Please leave it as it is."),
    1_000,
)

CORRECTION = Form(
    name="correction",
    heading=to_say("Correct a paper"),
    description=to_say("Something on a paper's page is wrong, missing or out of date."),
    title=to_say("Correction: "),
    intro=to_say(
        "Change what is wrong, and leave the rest as it is. A field that is empty stays what it"
        " is in the catalogue; a “-” alone takes away what stands there."
    ),
    label="correction",
    asked=(PAGE, COMMENT, *OF_PAPER, EVIDENCE, BASE),
    required=("page",),
)
NEW_PAPER = Form(
    name="new-paper",
    heading=to_say("Add a paper"),
    description=to_say("A paper that the catalogue should have."),
    title=to_say("Paper: "),
    intro=to_say("Only what is marked is required; leave empty what you do not know."),
    label="new paper",
    asked=OF_PAPER,
    required=("paper_title", "summary"),
)
FORMS = (CORRECTION, NEW_PAPER)

#: Every question, by its id.
ASKED = {asked.id: asked for asked in CORRECTION.asked}
#: The question for a field of a paper, by the field's name.
FOR_FIELD = {asked.field: asked for asked in OF_PAPER}
#: What GitHub and Forgejo write where there is no answer, and what people who translate read.
NO_RESPONSE = to_say("No response")
#: The label of a maintainer who has read an issue and takes it.
ACCEPTED = "accepted"

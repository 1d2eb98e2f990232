"""What a record file may say, as pydantic models; the JSON Schema for editors follows."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    create_model,
    model_validator,
)

from generator.problems import quoted
from generator.sources.base import MAX_ITEMS
from generator.validation import Day
from generator.values.citation_key import legal_key
from generator.values.date import read_year, years_in
from generator.values.fields import says
from generator.values.identifier import KINDS, identifiers_in
from generator.values.link import KINDS as LINKS
from generator.values.name_parts import NameParts
from generator.values.notice import Status
from generator.values.orcid import read_orcid, wrong_orcid
from generator.values.paper import Contribution
from generator.values.work import WorkType

_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_TO_WRITE = re.compile(r"TODO\b")


def _year(value: Any) -> Any:
    year = read_year(value)
    if year is not None:
        return year
    text = value.strip() if isinstance(value, str) else json.dumps(value, default=str)
    several = years_in(text)
    if len(several) > 1:
        both = " and ".join(map(str, several))
        raise ValueError(f"{quoted(text)} holds the years {both} | write one of them")
    if _FOUR_DIGITS.fullmatch(text):
        raise ValueError(f"{text} is not a likely year | write one from 1600 to 2100")
    hint = f"write {several[0]}, if that is the year" if several else "write four digits"
    raise ValueError(f"{quoted(text)} is not a year | {hint}")


def _key(value: str) -> str:
    if not legal_key(value):
        raise ValueError(
            f"{quoted(value)} cannot be cited | write letters, digits and any of - _ : . / +"
        )
    return value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _normal(kind: str) -> BeforeValidator:
    def normalise(value: Any) -> Any:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            raise ValueError(f"{value} is a number | put it between quotes")
        if not isinstance(value, str):
            return value
        found = KINDS[kind].normal(value)
        if found is None:
            others = identifiers_in(value)
            if others:
                meant = f"{KINDS[others[0].kind].noun}, no {KINDS[kind].noun}"
                what = f"write it under {others[0].kind}: {json.dumps(others[0].value)}"
                raise ValueError(f"{quoted(value)} holds an {meant} | {what}")
            what = f"{quoted(value)} is not of the form of this identifier"
            raise ValueError(f"{what} | {KINDS[kind].hint}")
        return found

    return BeforeValidator(normalise, json_schema_input_type=str | None)


def _orcid(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if found := read_orcid(value):
        return found
    why = "its last sign does not fit the others" if wrong_orcid(value) else "one has 16 digits"
    raise ValueError(f"{quoted(value)} is not an ORCID iD: {why} | copy it from orcid.org")


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Lines = Annotated[tuple[Line, ...], Field(max_length=MAX_ITEMS)]
Year = Annotated[int, BeforeValidator(_year)]
Key = Annotated[Line, AfterValidator(_key)]
Addresses = Annotated[
    tuple[Line, ...], BeforeValidator(_one_or_more, json_schema_input_type=str | list[str])
]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LinksModel(_Model):
    """Addresses that belong to the paper. Each is one address or a list of them."""

    paper: Addresses = Field((), description=LINKS["paper"].says)
    pdf: Addresses = Field((), description=LINKS["pdf"].says)
    code: Addresses = Field((), description=LINKS["code"].says)
    data: Addresses = Field((), description=LINKS["data"].says)
    project: Addresses = Field((), description=LINKS["project"].says)
    video: Addresses = Field((), description=LINKS["video"].says)


class NameModel(_Model):
    """A name in parts, with what tells its person from others of the name."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"oneOf": [{"required": ["family"]}, {"required": ["literal"]}]},
    )

    family: Line | None = Field(None, description="The family name.")
    given: Line | None = Field(None, description="The given names, or their initials.")
    particle: Line | None = Field(None, description="What stands before the family name: van der.")
    suffix: Line | None = Field(None, description="What stands behind the name: Jr.")
    literal: Line | None = Field(
        None, description="A whole name that has no parts, such as that of a group."
    )
    orcid: Annotated[str | None, BeforeValidator(_orcid)] = Field(
        None, description="The ORCID iD, alone or as an address."
    )

    @model_validator(mode="after")
    def _names_somebody(self) -> NameModel:
        if not self.family and not self.literal:
            raise ValueError("family is missing | add it; a group has literal instead")
        if self.literal and (self.family or self.given or self.particle or self.suffix):
            raise ValueError("a literal name has no other parts | remove it, or them")
        return self


def _in_parts(model: NameModel) -> NameParts:
    return NameParts(**{part: text for part, text in model if text})


def _form_of_name(value: Any) -> Literal["a text", "its parts"]:
    # Words that no key is, as they stand in the paths of mistakes.
    return "its parts" if isinstance(value, dict) else "a text"


#: A text in either order, or parts.
PersonName = Annotated[
    Annotated[Line, Tag("a text")]
    | Annotated[NameModel, AfterValidator(_in_parts), Tag("its parts")],
    Discriminator(_form_of_name),
]
Names = Annotated[tuple[PersonName, ...], Field(max_length=MAX_ITEMS)]

#: Identifiers that others have given to the paper: a field for each kind.
IdentifiersModel: type[BaseModel] = create_model(  # type: ignore[call-overload]
    "IdentifiersModel",
    __base__=_Model,
    __doc__="Identifiers that others have given to the paper.",
    **{
        name: (Annotated[str | None, _normal(name)], Field(None, description=kind.hint))
        for name, kind in KINDS.items()
    },
)


class RecordModel(_Model):
    """One paper, written by hand: catalogue/papers/<id>.yml. The file's name is its address."""

    model_config = ConfigDict(extra="forbid", title="Record of a paper")

    title: Line = Field(description=says("title"))
    summary: Line = Field(description=says("summary"))
    authors: Names = Field((), description=says("authors"))
    year: Year | None = Field(None, description=says("year"))
    venue: Line | None = Field(None, description=says("venue"))
    abstract: Line | None = Field(None, description=says("abstract"))
    kind: Contribution | None = Field(None, description=says("kind"))
    introduces: Lines = Field((), description=says("introduces"))
    topics: Lines = Field((), description=says("topics"))
    links: LinksModel = Field(LinksModel(), description=says("links"))
    identifiers: IdentifiersModel = Field(IdentifiersModel(), description=says("identifiers"))
    added: Day | None = Field(None, description=says("added"))
    type: WorkType | None = Field(None, description=says("type"))
    editors: Names = Field((), description=says("editors"))
    container_title: Line | None = Field(None, description=says("container_title"))
    event: Line | None = Field(None, description=says("event"))
    volume: Line | None = Field(None, description=says("volume"))
    issue: Line | None = Field(None, description=says("issue"))
    pages: Line | None = Field(None, description=says("pages"))
    publisher: Line | None = Field(None, description=says("publisher"))
    language: Line | None = Field(None, description=says("language"))
    keywords: Lines = Field((), description=says("keywords"))
    note: Line | None = Field(None, description=says("note"))
    status: Status | None = Field(None, description=says("status"))
    citation_key: Key | None = Field(None, description=says("citation_key"))


def is_to_write(summary: str) -> bool:
    """Whether a summary only says that it is to be written: it begins with TODO, in capitals.

    So programs leave it that write records, and pages show none.
    """
    return _TO_WRITE.match(summary.strip()) is not None


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, for editors."""
    schema = RecordModel.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

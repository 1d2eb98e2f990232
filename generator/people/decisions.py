"""Reads catalogue/people.yml: who a person says is who, and how a name is printed.

Someone is named by a name, by a name on certain papers, by an ORCID iD, or by an address of the
site: `ada-quill`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from generator import yaml_lines
from generator.ids import why_no_id
from generator.problems import Place, Problems, quoted
from generator.validation import Listed, read_file


def _or_text(schema: dict[str, Any]) -> None:
    """Let an editor take a text, too, where an object is described."""
    described = dict(schema)
    schema.clear()
    text = {"type": "string", "description": "A name, an ORCID iD or an address."}
    schema["anyOf"] = [text, described]


class _Reference(BaseModel):
    """Someone as the file names them: a text, or a name with papers."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_or_text)

    name: str = Field(description="A name as papers print it, an ORCID iD or an address.")
    papers: list[str] = Field([], description="Ids of papers: who is so called there.")

    @model_validator(mode="before")
    @classmethod
    def _text_is_a_name(cls, value: object) -> object:
        if isinstance(value, str):
            return {"name": value}
        if not isinstance(value, dict):
            raise ValueError(f"{quoted(str(value), 40)} names nobody | put a name between quotes")
        return value

    @field_validator("name")
    @classmethod
    def _says_something(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("nobody is named | write a name, an ORCID iD or an address")
        return value


class _Same(BaseModel):
    """Names that are one person's, as the file has them."""

    model_config = ConfigDict(extra="forbid")

    people: list[_Reference] = Field(min_length=1, description="All the names of one person.")
    why: str = Field("", description="How you know.")


class _Different(BaseModel):
    """Names that are a person's each, as the file has them."""

    model_config = ConfigDict(extra="forbid")

    people: list[_Reference] = Field(min_length=2, description="Each of these is another person.")
    why: str = Field("", description="How you know.")


class _Preferred(BaseModel):
    """How someone is printed, as the file has it."""

    model_config = ConfigDict(extra="forbid")

    person: _Reference = Field(description="Who it is.")
    name: str = Field("", description="The form of the name that pages print.")
    slug: str = Field("", description="The address that the page has: authors/<slug>/.")
    why: str = Field("", description="How you know.")

    @model_validator(mode="after")
    def _says_what(self) -> _Preferred:
        if not (self.name.strip() or self.slug):
            raise ValueError("nothing is preferred | write name: or slug:, or remove the item")
        return self

    @field_validator("name")
    @classmethod
    def _is_a_name(cls, value: str) -> str:
        if value.strip() and not any(map(str.isalpha, value)):
            raise ValueError(f"{quoted(value)} is no name | write it as pages are to print it")
        return value

    @field_validator("slug")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        fault = why_no_id(value).replace("an id", "an address") if value else ""
        if fault:
            raise ValueError(f"{quoted(value)} is no address: {fault} | write one like ada-quill")
        return value


class PeopleFile(BaseModel):
    """The whole file; a key without a value is an empty list."""

    model_config = ConfigDict(extra="forbid")

    same: Listed[_Same] = Field([], description="Names that are one person's.")
    different: Listed[_Different] = Field([], description="Names that are a person's each.")
    prefer: Listed[_Preferred] = Field(
        [], description="How someone is printed, and at what address."
    )


@dataclass(frozen=True)
class Reference:
    """Who is named: `name`, on `papers` or on all, and where the file says so."""

    name: str
    papers: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Decision:
    """People that a person named together."""

    people: tuple[Reference, ...]
    place: Place
    why: str = ""


@dataclass(frozen=True)
class Preference:
    """How someone is printed, and at what address; either may be empty."""

    person: Reference
    name: str
    slug: str
    place: Place


@dataclass(frozen=True)
class PeopleDecisions:
    """Who is one person, who is not, and how they are printed, by a person's word."""

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()
    prefer: tuple[Preference, ...] = ()


NO_DECISIONS = PeopleDecisions()


def load_people(path: Path, shown: str, problems: Problems) -> PeopleDecisions:
    """Return the decisions in a file; none if it is missing, empty or wrong (with problems)."""
    read = read_file(path, shown, PeopleFile, problems)
    if read is None:
        return NO_DECISIONS
    document, file = read
    prefer = tuple(
        Preference(
            _reference(item.person, document.place(("prefer", number, "person"))),
            item.name.strip(),
            item.slug,
            document.place(("prefer", number)),
        )
        for number, item in enumerate(file.prefer)
    )
    _check_addresses(prefer, problems)
    return PeopleDecisions(
        _decisions("same", file.same, document),
        _decisions("different", file.different, document),
        prefer,
    )


def _decisions(
    key: str, items: Sequence[_Same | _Different], document: yaml_lines.Document
) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            tuple(
                _reference(person, document.place((key, number, "people", at)))
                for at, person in enumerate(item.people)
            ),
            document.place((key, number)),
            item.why,
        )
        for number, item in enumerate(items)
    )


def _reference(found: _Reference, place: Place) -> Reference:
    return Reference(found.name.strip(), tuple(paper.strip() for paper in found.papers), place)


def _check_addresses(prefer: tuple[Preference, ...], problems: Problems) -> None:
    first: dict[str, Place] = {}
    for item in prefer:
        if item.slug and first.setdefault(item.slug, item.place) != item.place:
            problems.error(
                item.place,
                f"slug: {item.slug} is given to two people, first at {first[item.slug]}",
                "give one of them another",
            )

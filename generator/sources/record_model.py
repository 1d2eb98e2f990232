"""What a record file may say, as pydantic models; the JSON Schema for editors follows."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator.model import Kind
from generator.problems import quoted
from generator.values.identifier import KINDS

#: The oldest printed journals are of 1665; a year beyond the next century is a slip.
YEARS = range(1600, 2101)

_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _year(value: Any) -> Any:
    text = value.strip() if isinstance(value, str) else json.dumps(value, default=str)
    if not _FOUR_DIGITS.fullmatch(text):
        raise ValueError(f"{quoted(text)} is not a year | write four digits")
    if int(text) not in YEARS:
        raise ValueError(f"{text} is not a likely year | write one from 1600 to 2100")
    return int(text)


def _day(value: Any) -> Any:
    # Pydantic alone would take a number for seconds since 1970.
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        return value.strip()
    shown = quoted(value if isinstance(value, str) else json.dumps(value, default=str))
    raise ValueError(f"{shown} is not a date | write year-month-day: 2026-03-12")


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
            what = f"{quoted(value)} is not of the form of this identifier"
            raise ValueError(f"{what} | {KINDS[kind].hint}")
        return found

    return BeforeValidator(normalise, json_schema_input_type=str | None)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Year = Annotated[int, BeforeValidator(_year)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Addresses = Annotated[
    tuple[Text, ...], BeforeValidator(_one_or_more, json_schema_input_type=str | list[str])
]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LinksModel(_Model):
    """Addresses that belong to the paper. Each is one address or a list of them."""

    paper: Addresses = Field((), description="The paper's own page.")
    pdf: Addresses = Field((), description="The paper as a PDF file.")
    code: Addresses = Field((), description="Source code, or the weights of a model.")
    data: Addresses = Field((), description="Data sets.")
    project: Addresses = Field((), description="A project page, web site or demonstration.")
    video: Addresses = Field((), description="A talk or a demonstration video.")


class IdentifiersModel(_Model):
    """Identifiers that others have given to the paper."""

    doi: Annotated[str | None, _normal("doi")] = Field(None, description="10.1234/abc")
    arxiv: Annotated[str | None, _normal("arxiv")] = Field(None, description="1706.03762")
    openreview: Annotated[str | None, _normal("openreview")] = Field(
        None, description="The forum id."
    )
    acl: Annotated[str | None, _normal("acl")] = Field(None, description="2020.acl-main.1")


class RecordModel(_Model):
    """One paper, written by hand: catalogue/papers/<id>.yml. The file's name is its address."""

    model_config = ConfigDict(extra="forbid", title="Record of a paper")

    title: Text = Field(description="As printed, mathematics in Unicode or between $ signs.")
    summary: Text = Field(description="One or two sentences: what is new, what came of it.")
    authors: tuple[Text, ...] = Field((), description="In the order of the paper.")
    year: Year | None = Field(
        None, description="Of the version whose venue is named, else of the preprint."
    )
    venue: Text | None = Field(None, description="Conference or journal, as people cite it.")
    abstract: Text | None = Field(None, description="Only where its licence allows it.")
    kind: Kind | None = Field(None, description="What its main contribution is.")
    introduces: tuple[Text, ...] = Field((), description="Names of its model, method, data set.")
    topics: tuple[Text, ...] = Field((), description="Slugs of topics.yml, the main one first.")
    links: LinksModel = Field(LinksModel(), description="Addresses that belong to the paper.")
    identifiers: IdentifiersModel = Field(
        IdentifiersModel(), description="Identifiers that others gave to the paper."
    )
    added: Day | None = Field(None, description="When it came into the catalogue.")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, for editors."""
    schema = RecordModel.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

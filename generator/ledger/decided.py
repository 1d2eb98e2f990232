"""What people decided on addresses, in catalogue/decisions.yml: what was taken out, what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.ids import why_no_id
from generator.ledger.rows import FOLDERS
from generator.problems import Place, quoted
from generator.validation import Day
from generator.yaml_lines import Document

_HINT = "write it as papers/ul2/; topics/, authors/ and venues/ have such addresses, too"


def _address(value: Any) -> Any:
    """Read an address, also a whole one with https:// and all: papers/ul2."""
    if not isinstance(value, str):
        return value
    path = urlsplit(value.strip()).path if "://" in value else value.strip()
    parts = [part for part in path.split("/") if part and part != "index.html"]
    if len(parts) < 2 or parts[-2] not in FOLDERS or ("://" not in value and len(parts) > 2):
        raise ValueError(f"{quoted(value)} is no address of a page that lasts | {_HINT}")
    if fault := why_no_id(parts[-1]):
        raise ValueError(f"{quoted(value)} is no address: {fault} | {_HINT}")
    return "/".join(parts[-2:])


Address = Annotated[str, BeforeValidator(_address)]


class WithdrawnItem(BaseModel):
    """A page that was taken out, as the file has it."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    address: Address = Field(description="The address of its page: papers/ul2/.")
    on: Day | None = Field(None, description="The day, as year-month-day.")
    why: str = Field(min_length=1, description="The reason, which visitors read.")


class MovedItem(BaseModel):
    """A page that has another address, as the file has it."""

    model_config = ConfigDict(
        extra="forbid", populate_by_name=True, validate_by_alias=True, validate_by_name=True
    )

    old: Address = Field(alias="from", description="The former address: topics/counting/.")
    new: Address = Field(alias="to", description="The address that it leads on to.")


@dataclass(frozen=True)
class Withdrawn:
    """What was taken out of the catalogue by a person's word: since when, and why."""

    address: str
    why: str
    place: Place
    on: dt.date | None = None


@dataclass(frozen=True)
class Moved:
    """An address that leads on to another, by a person's word."""

    old: str
    new: str
    place: Place


@dataclass(frozen=True)
class AddressesDecided:
    """What people decided on addresses, by address: papers/ul2."""

    withdrawn: Mapping[str, Withdrawn] = field(default_factory=lambda: MappingProxyType({}))
    moved: Mapping[str, Moved] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_DECIDED = AddressesDecided()


def addresses_decided(
    withdrawn: list[WithdrawnItem], moved: list[MovedItem], document: Document
) -> AddressesDecided:
    """Return the decisions of a file; of several on one address the first counts."""
    out: dict[str, Withdrawn] = {}
    on: dict[str, Moved] = {}
    for number, item in enumerate(withdrawn):
        place = document.place(("withdrawn", number))
        out.setdefault(item.address, Withdrawn(item.address, item.why, place, item.on))
    for number, move in enumerate(moved):
        place = document.place(("moved", number))
        on.setdefault(move.old, Moved(move.old, move.new, place))
    return AddressesDecided(out, on)

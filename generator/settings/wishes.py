"""What people may wish of their site: its look, its links, what stands at its foot, who counts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    field_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.problems import quoted
from generator.settings.web_address import ADDRESS_HINT, is_web_address

#: The buttons of a paper's page: kinds of `generator.values.link`, which are known before there is
#: a paper. Two more are rows of their own: where else the paper is, and where to look for it.
LinkName = Literal["paper", "pdf", "code", "data", "project", "video", "elsewhere", "searches"]
LINK_NAMES: tuple[LinkName, ...] = get_args(LinkName)
#: Of how many links the foot of a page may be.
MAX_FOOTER = 12

#: Licences of data by their names in https://spdx.org/licenses/, with their texts.
LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PICTURES = (".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif", ".avif")
_ATTRIBUTE = re.compile(r"data-[a-z][a-z0-9-]*")


class _Wish(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _checked_address(value: str) -> str:
    if not is_web_address(value):
        raise ValueError(f"{quoted(value)} is not a web address | {ADDRESS_HINT}")
    return value


class FooterLink(_Wish):
    """A link at the foot of every page."""

    name: str = Field(min_length=1, description="What is shown.")
    to: str = Field(
        min_length=1, description="A page of the site, such as about/, or an address with https://."
    )

    @field_validator("to")
    @classmethod
    def _leads_somewhere(cls, value: str) -> str:
        if value.startswith(("https://", "http://")):
            return _checked_address(value.partition("#")[0].partition("?")[0]) and value
        if ":" in value or value.startswith(("/", "\\")) or not value.isprintable():
            raise ValueError(
                f"{quoted(value)} is neither a page nor a web address | "
                "name a page of the site by its address below the front page, such as about/"
            )
        return value


class Licence(_Wish):
    """Under what the data may be used."""

    name: str = Field(min_length=1, description="Its name, such as CC-BY-4.0.")
    url: str = Field(description="Where its text is.")

    _checked = field_validator("url")(_checked_address)


class Analytics(_Wish):
    """A script of another host that counts visits."""

    script: str = Field(description="The address of the script.")
    attributes: dict[str, str] = Field(
        {}, description="What the script's element says of the site: data-domain: example.org"
    )

    _checked = field_validator("script")(_checked_address)

    @field_validator("attributes")
    @classmethod
    def _are_data(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            if not _ATTRIBUTE.fullmatch(name):
                raise ValueError(
                    f"{quoted(name)} is not an attribute of data | write data- and small letters"
                )
        return value


def _licence(value: Any) -> Any:
    """Read the name of a known licence as the licence."""
    if not isinstance(value, str):
        return value
    for name, url in LICENCES.items():
        if value.strip().casefold() == name.casefold():
            return {"name": name, "url": url}
    known = ", ".join(LICENCES)
    raise ValueError(
        f"{quoted(value)} is not a licence that is known by its name |"
        f" write one of {known}, or its `name:` and `url:`"
    )


class _OrByName:
    """Tells JSON Schema, and so editors, that a licence may be named, too."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"enum": list(LICENCES)}, *handler(schema)["anyOf"]]}


def _colour(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str) and value.strip() and not _COLOUR.fullmatch(value.strip()):
        raise ValueError(
            f"{quoted(value)} is not a colour | write it as '#1a5fb4', between quotes, as # begins"
            " a comment in YAML"
        )
    return value


def _picture(value: Any) -> Any:
    """Refuse what is no picture below docs/; whether it is there is looked at later."""
    if value is None:
        return ""
    if isinstance(value, str) and value.strip():
        path = PurePosixPath(value.strip())
        if path.is_absolute() or ".." in path.parts or "\\" in value or ":" in value:
            raise ValueError(
                f"{quoted(value)} is not a file in docs/ | name it from there: assets/logo.svg"
            )
        if path.suffix.lower() not in _PICTURES:
            raise ValueError(
                f"{quoted(value)} is not a picture | take one that ends in {', '.join(_PICTURES)}"
            )
    return value


Colour = Annotated[str, BeforeValidator(_colour)]
Picture = Annotated[str, BeforeValidator(_picture)]
LicenceWish = Annotated[Licence | None, BeforeValidator(_licence), _OrByName()]

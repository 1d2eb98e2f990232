"""What catalogue.yml may say."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from generator import fetched
from generator.exports import NO_WISH, Exports
from generator.language import is_code, languages
from generator.problems import quoted
from generator.settings.digest_wish import DigestWish
from generator.settings.forge import Forge
from generator.settings.kept_search import MAX_SEARCHES, KeptSearch
from generator.settings.web_address import ADDRESS_HINT, is_web_address
from generator.settings.wishes import (
    MAX_FOOTER,
    Analytics,
    Colour,
    FooterLink,
    LicenceWish,
    LinkName,
    Picture,
)
from generator.text.unicode import normal

#: Each is looked for; a folder or a pattern names as many files as one likes.
MAX_SOURCES = 1_000

#: A source as it is written; what is fetched is of one of the forms there are.
Source = Annotated[str, AfterValidator(fetched.checked)]


class CatalogueFile(BaseModel):
    """What catalogue.yml may say."""

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, title="Settings of a catalogue"
    )

    name: str = Field(min_length=1, description="The name of the catalogue, shown on every page.")
    description: str = Field("", description="One or two sentences for the front page.")
    url: str = Field("", description="Where the site is published, with https:// and a final /.")
    repository: str = Field(
        "", description="Where people can correct or add a paper; else repo_url of mkdocs.yml."
    )
    forge: Forge | None = Field(
        None,
        description="What the repository lies on: github, gitlab or forgejo; where its host does"
        " not tell. Links to corrections are made for it.",
    )
    sources: tuple[Source, ...] = Field(
        (),
        max_length=MAX_SOURCES,
        description="Files, folders or patterns to read beside catalogue/papers/, and libraries of"
        " Zotero to fetch, such as zotero:groups/12345.",
    )
    related: int = Field(
        8, ge=0, le=20, strict=True, description="How many related papers a page names."
    )
    exports: Exports = Field(
        NO_WISH, description="Which files of papers and which feeds there are in data/."
    )
    language: str = Field(
        "en",
        min_length=1,
        description="The language that the site speaks to its visitors in: en, de, zh.",
    )
    accent: Colour = Field(
        "", description="The colour of links and buttons, such as '#1a5fb4'; made fit to be read."
    )
    logo: Picture = Field(
        "", description="A picture in docs/ that stands before the name, such as assets/logo.svg."
    )
    links: tuple[LinkName, ...] | None = Field(
        None,
        description="Which links a paper's page has, in this order; else all that are known.",
    )
    footer: tuple[FooterLink, ...] | None = Field(
        None, max_length=MAX_FOOTER, description="The links at the foot of every page."
    )
    licence: LicenceWish = Field(
        None, description="Under what the data may be used: CC0-1.0, or a name and a url."
    )
    analytics: Analytics | None = Field(
        None,
        description="A script that counts visits; without it pages load nothing from other hosts.",
    )
    searches: tuple[KeptSearch, ...] = Field(
        (),
        max_length=MAX_SEARCHES,
        description="Searches that people follow: what each finds has feeds of its own.",
    )
    digest: DigestWish | None = Field(
        None, description="From whom and to which list what is new goes by e-mail."
    )

    @field_validator("name", "description", mode="before")
    @classmethod
    def _is_one_line(cls, value: object) -> object:
        return normal(value) if isinstance(value, str) else value

    @field_validator("exports", mode="before")
    @classmethod
    def _may_be_empty(cls, value: object) -> object:
        return {} if value is None else value

    @field_validator("searches", mode="before")
    @classmethod
    def _may_be_none(cls, value: object) -> object:
        return () if value is None else value

    @field_validator("language")
    @classmethod
    def _is_code(cls, value: str) -> str:
        if not is_code(value):
            raise ValueError(
                f"{quoted(value)} is no code of a language | "
                f"write one as {', '.join(languages())} are, or as pt-BR is"
            )
        return value

    @field_validator("url", "repository")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and not is_web_address(value):
            raise ValueError(f"{quoted(value)} is not a web address | {ADDRESS_HINT}")
        return value

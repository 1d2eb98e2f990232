"""What `exports:` of catalogue.yml may say: which files of papers and feeds are made, and of what.

Only what somebody wishes stands here; what there is without a wish says `generator.formats.groups`.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

#: The names of `generator.formats.FORMATS`, which are known before there is a paper.
FormatName = Literal["json", "jsonl", "csv", "bibtex", "ris", "csl"]
#: Those of `generator.formats.FEEDS`.
FeedName = Literal["atom", "json-feed"]
ExportName = Literal[FormatName, FeedName]

FORMAT_NAMES: tuple[FormatName, ...] = get_args(FormatName)
EXPORT_NAMES: tuple[ExportName, ...] = get_args(ExportName)


def _or_all(names: tuple[str, ...]) -> BeforeValidator:
    """Return what reads `true` as all names and `false` as none."""
    said = {True: names, False: ()}
    return BeforeValidator(lambda value: said[value] if isinstance(value, bool) else value)


def _schema(names: tuple[str, ...]) -> WithJsonSchema:
    some = {"type": "array", "items": {"enum": list(names)}}
    return WithJsonSchema({"anyOf": [{"type": "boolean"}, some, {"type": "null"}]})


_Formats = Annotated[tuple[FormatName, ...] | None, _or_all(FORMAT_NAMES), _schema(FORMAT_NAMES)]
_Exports = Annotated[tuple[ExportName, ...] | None, _or_all(EXPORT_NAMES), _schema(EXPORT_NAMES)]


class Exports(BaseModel):
    """The names of formats and feeds that somebody wishes, None where nothing is said.

    The feeds of the whole catalogue are no wish: pages say by them what is new.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    whole: _Formats = Field(None, description="Files of all papers: true, false or a list.")
    topics: _Exports = Field(None, description="Files and feeds of each topic.")
    authors: _Exports = Field(None, description="Files and feeds of each author.")
    venues: _Exports = Field(None, description="Files and feeds of each venue.")
    years: _Exports = Field(None, description="Files and feeds of each year.")
    searches: _Exports = Field(None, description="Files and feeds of each search that is kept.")
    abstracts: bool = Field(
        False,
        strict=True,
        description="Whether every file has abstracts, not only two of the whole catalogue.",
    )


#: What a file without the field says.
NO_WISH = Exports()

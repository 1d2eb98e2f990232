"""What catalogue.yml may say of a search that is kept: the papers that it finds have feeds."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, field_validator

from generator.text.unicode import normal

#: Each is answered in every build, and has its row on the page of feeds.
MAX_SEARCHES = 40


class KeptSearch(BaseModel):
    """A search whose new papers people follow."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=1, max_length=120, description="What it is called.")
    query: str = Field(
        min_length=1,
        max_length=300,
        description="What is searched for, as on the search page: sheep author:quill year:>2020.",
    )
    about: str = Field("", max_length=500, description="What it is for, in a sentence.")
    slug: str = Field(
        "",
        max_length=80,
        pattern=r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$",
        description="The folder of its feeds in data/searches/; else it is made of the name, and"
        " changes with it.",
    )

    @field_validator("name", "query", "about", mode="before")
    @classmethod
    def _is_one_line(cls, value: object) -> object:
        return normal(value) if isinstance(value, str) else value

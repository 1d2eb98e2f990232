"""Reads catalogue/catalogue.yml: the name of the catalogue, its sources, where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

from generator import yaml_lines
from generator.problems import Problems
from generator.text import formula
from generator.text.repair import HAND_STEPS, repair
from generator.validation import validate


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
    sources: tuple[str, ...] = Field(
        (), description="Files, folders or patterns to read beside catalogue/papers/."
    )
    related: int = Field(
        8, ge=0, le=20, strict=True, description="How many related papers a page names."
    )

    @field_validator("url", "repository")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError(f'"{value}" is not a web address | begin with https://')
        return value


@dataclass(frozen=True)
class Settings:
    """Everything a build needs to know before it reads a source. Paths are absolute."""

    root: Path
    catalogue_dir: Path
    docs_dir: Path
    site_dir: Path
    work_dir: Path
    name: str
    description: str
    url: str
    repository: str
    sources: tuple[str, ...]
    related: int

    @property
    def papers_dir(self) -> Path:
        """Where the records are."""
        return self.catalogue_dir / "papers"

    def shown(self, path: Path) -> str:
        """Return `path` as messages name it: relative to the root when it lies inside."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def load(
    root: Path,
    problems: Problems,
    catalogue: Path | None = None,
    docs: Path | None = None,
    site: Path | None = None,
) -> Settings | None:
    """Return the settings of the catalogue in `root`, or None after reporting every mistake.

    `catalogue`, `docs` and `site` replace the folders of those names inside `root`.
    """
    root = root.resolve()
    catalogue_dir = (catalogue or root / "catalogue").absolute()
    path = catalogue_dir / "catalogue.yml"
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        shown = path.as_posix()
    document = yaml_lines.load(path, shown, problems)
    if document is None:
        return None
    file = validate(document, CatalogueFile, problems)
    if file is None:
        return None
    return Settings(
        root=root,
        catalogue_dir=catalogue_dir,
        # The folder itself is replaced when pages change, so a link to it must not be.
        docs_dir=(docs or root / "docs").resolve(),
        site_dir=(site or root / "site").resolve(),
        work_dir=root / ".build",
        name=_said(file.name) or file.name,
        description=_said(file.description),
        url=file.url,
        repository=file.repository,
        sources=file.sources,
        related=file.related,
    )


def _said(text: str) -> str:
    """Return a text of the file in Unicode, mended as those of records are."""
    return formula.plain(repair(text, HAND_STEPS))

"""What a build knows before it reads a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.exports import NO_WISH, Exports
from generator.problems import Place
from generator.settings.digest_wish import DigestWish
from generator.settings.forge import Forge
from generator.settings.kept_search import KeptSearch
from generator.settings.wishes import Analytics, FooterLink, Licence, LinkName


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
    forge: Forge | None = None
    exports: Exports = NO_WISH
    language: str = "en"
    accent: str = ""
    logo: str = ""
    links: tuple[LinkName, ...] | None = None
    footer: tuple[FooterLink, ...] | None = None
    licence: Licence | None = None
    analytics: Analytics | None = None
    searches: tuple[KeptSearch, ...] = ()
    digest: DigestWish | None = None
    #: Where each of `sources` stands, for messages.
    source_places: tuple[Place, ...] = field(default=(), repr=False, compare=False)
    #: And where each of `searches` does.
    search_places: tuple[Place, ...] = field(default=(), repr=False, compare=False)

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

"""What every kind of page is made with: the catalogue, the settings, the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinja2 import Environment

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.templating import environment
from generator.settings import Settings


@dataclass(frozen=True)
class Renderer:
    """Makes pages of one catalogue. `downloads` are the files that it is offered as."""

    catalogue: Catalogue
    settings: Settings
    downloads: Sequence[OutputFile] = ()
    _environment: Environment = field(default_factory=environment)

    def page(self, template: str, path: str, origin: str, **values: object) -> OutputFile:
        """Return the page at `path`; `origin` says what it is made of, for messages."""
        text = self._environment.get_template(template).render(**values)
        return OutputFile(path, text.encode("utf-8", "replace"), origin)

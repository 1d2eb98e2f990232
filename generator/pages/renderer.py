"""What every kind of page is made with: the catalogue, the settings, the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jinja2 import Environment

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.templating import environment
from generator.pages.views import Card, card, card_topics
from generator.settings import Settings
from generator.values.paper import Paper


@dataclass(frozen=True)
class Renderer:
    """Makes pages of one catalogue. `downloads` are the files that it is offered as."""

    catalogue: Catalogue
    settings: Settings
    downloads: Sequence[OutputFile] = ()
    _environment: Environment = field(default_factory=environment)
    _cards: dict[tuple[str, str], Card] = field(default_factory=dict)

    def page(self, template: str, path: str, origin: str, **values: object) -> OutputFile:
        """Return the page at `path`; `origin` says what it is made of, for messages."""
        text = self._environment.get_template(template).render(**values)
        return OutputFile(path, text.encode("utf-8", "replace"), origin)

    def card(self, paper: Paper, root: str, beside: str = "") -> Card:
        """Return what a list shows of a paper; see `views.card`.

        It is made once for all lists at one depth: a paper stands in those of each of its authors.
        """
        key = paper.id, root
        if key not in self._cards:
            self._cards[key] = card(self.catalogue, paper, root)
        made = self._cards[key]
        if not beside:
            return made
        return replace(made, topics=card_topics(self.catalogue, paper, beside))

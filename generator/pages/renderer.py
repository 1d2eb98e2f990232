"""What every kind of page is made with: the catalogue, the settings, the templates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language
from generator.model import MadeFile
from generator.pages import views
from generator.pages.cards import Card, made_card
from generator.pages.front_matter import front_matter_of
from generator.pages.heads import FeedLink, feed_links, forwarding
from generator.pages.name_index import Letter, letters, shown
from generator.pages.page import Layout, Page
from generator.pages.templating import html_environment, markdown_environment
from generator.settings import Settings
from generator.text.html import Html
from generator.text.markdown import Markdown
from generator.values.paper import Paper


@dataclass(frozen=True)
class Renderer:
    """Makes pages of one catalogue. `downloads` are the files of the whole that it is offered as.

    `cards` are those of papers, as far as they are made, by id. `language` is that of the visitors.
    """

    catalogue: Catalogue
    settings: Settings
    downloads: Sequence[MadeFile] = ()
    cards: dict[str, Card] = field(default_factory=dict)
    language: Language = ENGLISH

    def page(  # noqa: PLR0913, what is told of a page is told by name
        self,
        layout: Layout,
        path: str,
        origin: str,
        title: str,
        description: str,
        *,
        updated: dt.date | None = None,
        robots: str = "",
        head: str = "",
        feeds: Sequence[FeedLink] | None = None,
        in_markdown: bool = True,
        leads_to: str = "",
        **values: object,
    ) -> Page:
        """Return the page whose Markdown is at `path`; `origin` says what it is made of.

        `values` are what both templates print, `head` further elements of its head. `feeds` are
        those that a reader may follow it by, if not those of the whole catalogue. A page that
        repeats another is not `in_markdown`. One that `leads_to` an address forwards to it.
        """
        if leads_to:
            robots, head = "noindex", forwarding(leads_to) + head
        said = description or self.settings.description or title
        article = self._html.get_template(f"{layout.templates}.html.j2").render(**values)
        markdown = ""
        if in_markdown and layout.in_markdown:
            body = self._markdown.get_template(f"{layout.templates}.md.j2").render(**values)
            markdown = front_matter_of(layout, title, said, updated, robots) + body
        return Page(
            path=path,
            origin=origin,
            layout=layout,
            title=title,
            description=said,
            article=Html(article),
            head=Html(feed_links(self.settings, feeds) + head),
            markdown=Markdown(markdown),
            updated=updated,
            robots=robots,
            leads_to=leads_to,
        )

    def numbered(self, title: str, number: int) -> str:
        """Return the title of a page of several; the first has no number."""
        if number == 1:
            return title
        return self.language.say("{name}, page {number}", name=title, number=str(number))

    def on_topics(self, papers: str, count: int, topics: Sequence[tuple[str, int]]) -> str:
        """Return a sentence on a group of so many `papers`, which are on `topics`, most first."""
        language = self.language
        named = language.listed(
            [self.catalogue.topics[slug].name.plain for slug, _ in topics[:2]], "and"
        )
        if not named:
            return language.say("{papers}.", papers=papers)
        if count > 1:
            return language.say("{papers}, above all on {topics}.", papers=papers, topics=named)
        return language.say("{papers}, on {topics}.", papers=papers, topics=named)

    @cached_property
    def _html(self) -> Environment:
        return html_environment(self.language)

    @cached_property
    def _markdown(self) -> Environment:
        return markdown_environment(self.language)

    @cached_property
    def newest(self) -> dt.date | None:
        """When the newest paper of all came into the catalogue."""
        return views.newest(self.catalogue.papers)

    @cached_property
    def letters(self) -> list[Letter]:
        """The authors by the letters of their names."""
        return letters(self.catalogue.people)

    @cached_property
    def called_so(self) -> Counter[str]:
        """How many authors have a name as it is shown."""
        return Counter(shown(person.name) for person in self.catalogue.people)

    def card(self, paper: Paper) -> Card:
        """Return the card of a paper, made once: it stands in the lists of each of its authors."""
        if paper.id not in self.cards:
            self.cards[paper.id] = made_card(
                self.catalogue, paper, self.language, self._html, self._markdown
            )
        return self.cards[paper.id]

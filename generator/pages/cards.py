"""The card of a paper in a list: made once, it stands in the lists of topics, people and years.

What differs from list to list is cut out: its topics, but for that of the list, and in how many
listings it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jinja2 import Environment

from generator.catalogue import Catalogue, badges
from generator.citations.cited import cited
from generator.citations.coins import coins
from generator.language import Language
from generator.pages import views
from generator.pages.bylines import on_card
from generator.text.html import Html, escaped
from generator.text.markdown import Markdown
from generator.values.paper import Paper
from generator.values.text import Text

#: Topics on a card, beside that of the list it stands in.
CARD_TOPICS = 2
#: No text has it: it is cut from whatever is escaped.
_CUT = Html("\x03")


@dataclass(frozen=True)
class Card:
    """A card: `parts` stand before, between and behind its topics and its number of listings.

    `topics` are all of the paper, by slug, as HTML; `listings` is HTML, too, and may be empty.
    """

    parts: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    listings: str
    markdown: Markdown

    def html(self, beside: str = "", *, listings: bool = False, told: str = "") -> Html:
        """Return the card for the list of a topic, `beside`, or of something else.

        `told` is what the list says of the paper beside that.
        """
        first, second, third = self.parts
        others = [html for slug, html in self.topics if slug != beside][:CARD_TOPICS]
        shown = "".join(f" {topic}" for topic in others)
        aside = self.listings if listings else ""
        aside += f' <span class="aside">{escaped(told)}</span>' if told else ""
        return Html(f"{first}{shown}{second}{aside}{third}")


def made_card(
    catalogue: Catalogue,
    paper: Paper,
    language: Language,
    html: Environment,
    markdown: Environment,
) -> Card:
    """Return the card of a paper, laid out by the templates of both environments of a language."""
    values = {
        # Its badges say what became of it.
        "link": replace(views.paper_link(paper, language), badge=""),
        "authors": on_card(catalogue, paper),
        "published": views.published_in_short(catalogue, paper),
        "summary": paper.curation.summary or Text(paper.work.abstract.opening),
        "badges": badges(paper, language),
        # A summary is by the people of the catalogue, in their language.
        "lang": "" if paper.curation.summary else views.foreign(paper, language),
        "coins": coins(cited(catalogue, paper)),
        "cut": _CUT,
    }
    in_html = html.get_template("_card.html.j2").render(**values).strip()
    in_markdown = markdown.get_template("_card.md.j2").render(**values).strip()
    count = paper.listings
    told = escaped(language.say("in {number} listings", number=count)) if count > 1 else ""
    return Card(
        parts=tuple(in_html.split(_CUT)),
        topics=tuple((topic.slug, topic.link.html) for topic in views.topics_of(catalogue, paper)),
        listings=f' <span class="aside">{told}</span>' if told else "",
        markdown=Markdown(in_markdown),
    )

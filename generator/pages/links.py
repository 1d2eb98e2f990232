"""A link to a page of the site, as HTML and as Markdown have it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.page import address
from generator.text.html import ROOT, Html, attribute, escaped, html_line
from generator.text.html import in_link as html_in_link
from generator.text.markdown import Markdown, inline
from generator.values.text import Text


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to the page that has its Markdown at `path`, maybe with a query or fragment.

    `paper` is the id of the paper that it leads to, `badge` what became of that in a word; `area`
    is the colour of a topic's area, else 0; `title` is told by a pointer that rests on it. What has
    no Markdown is not `in_markdown`: there the words stand alone. `lang` is the language of the
    words where that is not the page's.
    """

    words: Text | str
    path: str
    paper: str = ""
    area: int = 0
    title: str = ""
    badge: str = ""
    in_markdown: bool = True
    lang: str = ""

    @property
    def href(self) -> Html:
        """Where it leads, relative to the root, for a double-quoted attribute."""
        return Html(f"{ROOT}{escaped(address(self.path))}")

    @property
    def html(self) -> Html:
        """The link."""
        words = self.words.in_link if isinstance(self.words, Text) else html_in_link(self.words)
        area = f' class="topic" data-area="{self.area}"' if self.area else ""
        title = f' title="{attribute(self.title)}"' if self.title else ""
        paper = f' data-paper="{self.paper}"' if self.paper else ""
        badge = f' <span class="badge">{escaped(self.badge)}</span>' if self.badge else ""
        lang = f' lang="{escaped(self.lang)}"' if self.lang else ""
        return Html(f'<a{area}{title}{paper}{lang} href="{self.href}">{words}</a>{badge}')

    @property
    def markdown(self) -> Markdown:
        """The link; its path is relative to the root of all pages."""
        words = self.words.markdown if isinstance(self.words, Text) else inline(self.words)
        badge = f" ({inline(self.badge)})" if self.badge else ""
        return Markdown(
            f"[{words}]({ROOT}{self.path}){badge}" if self.in_markdown else words + badge
        )


def person_link(name: Text | str, slug: str) -> PageLink:
    """Return the link to the page of a person, whom the Markdown only names: there are too many."""
    return PageLink(name, f"authors/{slug}.md", in_markdown=False)


#: What stands where a name may be a link: one, or only the words.
Named = PageLink | str


def as_html(named: Named) -> Html:
    """Return a name as HTML, a link if it is one."""
    return named.html if isinstance(named, PageLink) else html_line(named)


def as_markdown(named: Named) -> Markdown:
    """Return a name as Markdown, a link if it is one."""
    return named.markdown if isinstance(named, PageLink) else inline(named)

"""The front matter of a page's Markdown: what MkDocs and people read there."""

from __future__ import annotations

import datetime as dt

from generator.pages.page import Layout
from generator.text.markdown import front_matter


def front_matter_of(
    layout: Layout, title: str, description: str, updated: dt.date | None, robots: str
) -> str:
    """Return the lines, with the blank one after them.

    A page that is nothing without its script names what it needs, so that it works in a site that
    MkDocs makes of the Markdown alone, too.
    """
    lines = [f"title: {front_matter(title)}", f"description: {front_matter(description)}"]
    if updated:
        lines.append(f"updated: {updated.isoformat()}")
    if robots:
        lines.append(f"robots: {robots}")
    if layout.needs_script:
        lines.append("hide: [navigation, toc]")
        lines += [f"layout: {layout.classes}"] if layout.classes else []
        lines += [f"styles: [{', '.join(layout.styles)}]"] if layout.styles else []
        lines.append(f"scripts: [{', '.join(layout.scripts)}]")
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n\n"

"""The site map: MkDocs makes one of its own pages, the others are added to it.

https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

import html
from collections.abc import Iterable

_END = "</urlset>"


def with_pages(sitemap: str, pages: Iterable[tuple[str, str]]) -> str:
    """Return a site map with further pages, each its full address and a day, "" for none.

    One without a place for them stays as it is: a site without an address has an empty one.
    """
    before, end, after = sitemap.rpartition(_END)
    if not end:
        return sitemap
    lines = (
        f"<url><loc>{html.escape(url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in pages
    )
    return f"{before.rstrip()}\n{''.join(lines)}{_END}{after}"

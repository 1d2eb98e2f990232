"""Makes pages, scripts and style sheets smaller, without changing what they say."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

import minify_html

#: What Material's base template puts before everything else: two switches of a drawer and a search
#: that our frame does not have, and the cover that belongs to them. No block holds them.
_SWITCHES = re.compile(
    r"""(<body\b[^>]*+>)(?:\s*+<input class="md-toggle"[^>]*+>)++"""
    r"""(?:\s*+<label class="md-overlay"[^>]*+></label>)?+"""
)
#: What Material prints for its scripts to fill: a line of news, where nothing is in it, and a box.
_EMPTY = re.compile(
    r"""<div data-md-component="?announce"?>\s*+</div>"""
    r"""|<div class="md-dialog"[^<>]*+>\s*+"""
    r"""<div class="md-dialog__inner[^<>]*+>\s*+</div>\s*+</div>"""
)
_TITLE = re.compile(r"(<title>)(.*?)(</title>)", re.DOTALL)
#: A tag or a text; behind the tag of a script or style its content, which has no references.
_PIECE = re.compile(
    r"""(<(?:(script|style)\b)?(?:[^>"']++|"[^"]*"|'[^']*')*+>|[^<]+|<)((?(2).*?(?=</\2)))""",
    re.DOTALL,
)
_AMPERSAND = re.compile(r"&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[a-zA-Z][a-zA-Z0-9]*;|(?=[^\s<&]))")

#: Comments that have their lines for themselves. No text in the theme's files looks like one.
_COMMENTS = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*+\*/[ \t]*)\n", re.DOTALL | re.MULTILINE
)


def minified(html: str) -> str:
    """Return an HTML page without needless white space and comments; all else stays."""
    options: dict[str, Any] = {
        "keep_closing_tags": True,
        "keep_html_and_head_opening_tags": True,
        "minify_css": False,
        "minify_js": False,
    }
    found: str = minify_html.minify(html, **options)
    # In a title the minifier writes < as it is, which HTML allows but not every reader expects.
    found = _TITLE.sub(lambda title: title[1] + title[2].replace("<", "&lt;") + title[3], found, 1)
    return _PIECE.sub(lambda piece: _AMPERSAND.sub(_reference, piece[1]) + piece[3], found)


def _reference(found: re.Match[str]) -> str:
    """Escape a & that begins no character reference: only the newest parsers let it stand."""
    name = found[1]
    return found[0] if name[:1] == "#" or name in html5 else "&amp;" + name


def without_switches(html: str) -> str:
    """Return a page without the check boxes and the empty boxes of Material that nothing uses."""
    return _EMPTY.sub("", _SWITCHES.sub(r"\1", html, count=1))


def uncommented(code: str) -> str:
    """Return JavaScript or CSS without the comments that have lines of their own."""
    return _COMMENTS.sub("", code)

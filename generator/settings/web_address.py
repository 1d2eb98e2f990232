"""What can be the address of a site."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

ADDRESS_HINT = "begin with https://, and leave out spaces, quotes, ? and #"
#: What would end an address where it is written, in HTML, XML or a line of text; and ? and #, which
#: would take the address of a page behind them for their own.
_NOT_IN_ADDRESS = re.compile(r"""[\s?#"'<>\\^`{|}]""")


def is_web_address(value: str) -> bool:
    """Whether this can be the address of a site, below which its pages have theirs."""
    if not value.isprintable() or _NOT_IN_ADDRESS.search(value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)

"""What a page says to programs as JSON-LD, https://www.w3.org/TR/json-ld11/, safe in its head."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from generator.settings import Settings
from generator.values.name import Name, is_group

_CONTEXT = "https://schema.org"
#: Nothing that a browser would take for the end of the script, or for a new line in one.
_ACTIVE = re.compile("[<>&\u2028\u2029]")


def json_ld(page: dict[str, object], way: dict[str, object] | None) -> str:
    """Return the head element that says what a page is, and the way to it where that is known."""
    data: dict[str, object] = {"@context": _CONTEXT}
    data |= {"@graph": [page, way]} if way else page
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'


def url(settings: Settings, address: str) -> dict[str, object]:
    """Return the `url` property; addresses in JSON-LD are absolute, so none without the site's."""
    return {"url": settings.url + address} if settings.url else {}


def who(name: Name) -> dict[str, object]:
    """Return a person, or a group, by the parts of a name: Person or Organization."""
    told: dict[str, object] = {"@type": "Organization" if is_group(name.literal) else "Person"}
    parts = {"name": name.natural, "givenName": name.given, "familyName": name.full_family}
    return told | {key: part for key, part in parts.items() if part}


def crumbs(
    settings: Settings, above: Sequence[tuple[str, str]], title: str
) -> dict[str, object] | None:
    """Return the way to a page: names and addresses of those above it, then its title.

    https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    """
    if not settings.url:
        return None
    items: list[dict[str, object]] = [
        {"@type": "ListItem", "position": n, "name": name, "item": settings.url + address}
        for n, (name, address) in enumerate(above, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
    return {"@type": "BreadcrumbList", "itemListElement": items}

"""What the theme is told of a catalogue, and the file that its look takes beside the theme's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from generator.language import ENGLISH, Language, to_say
from generator.settings import Settings
from generator.site.colours import accent_style

#: The style sheet of a catalogue's own colour.
ACCENT_STYLE = "assets/stylesheets/accent.css"
#: The foot of every page where neither catalogue.yml nor mkdocs.yml says otherwise; the page about
#: the catalogue comes first, if somebody wrote it.
_FOOTER = (
    (to_say("Guide"), "guide/"),
    (to_say("Statistics"), "stats/"),
    (to_say("Data and feeds"), "data/"),
)
_ABOUT = "about.md"


@dataclass(frozen=True)
class Look:
    """What a site looks like beside its theme: `extra` is told to the theme, `files` are added.

    `favicon` is the picture for a browser's tab, empty for the theme's own; `language` is that of
    the theme's words.
    """

    extra: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    favicon: str = ""
    language: Language = ENGLISH


def look_of(settings: Settings, config: Mapping[str, Any], language: Language = ENGLISH) -> Look:
    """Return the look that catalogue.yml wishes; `config` is what mkdocs.yml says."""
    extra: dict[str, Any] = {"logo": settings.logo, "licence": None, "analytics": None}
    if language.code != ENGLISH.code:
        extra["locale"] = language.forms.territory
    if settings.footer is not None:
        extra["footer"] = [link.model_dump() for link in settings.footer]
    elif "footer" not in (_mapping(config.get("extra")) or {}):
        extra["footer"] = [
            {"name": language.say(name), "to": to} for name, to in _usual_footer(settings)
        ]
    if settings.licence:
        extra["licence"] = settings.licence.model_dump()
    if settings.analytics:
        script = settings.analytics.script
        parts = urlsplit(script)
        extra["analytics"] = {
            "script": script,
            "host": f"{parts.scheme}://{parts.netloc}",
            "attributes": dict(settings.analytics.attributes),
        }
    files = {ACCENT_STYLE: accent_style(settings.accent)} if settings.accent else {}
    has_own = "favicon" in (_mapping(config.get("theme")) or {})
    return Look(extra, files, "" if has_own else settings.logo, language)


def _usual_footer(settings: Settings) -> tuple[tuple[str, str], ...]:
    about = ((to_say("About"), "about/"),) if (settings.docs_dir / _ABOUT).is_file() else ()
    return (*about, *_FOOTER)


def _mapping(value: Any) -> Mapping[str, Any] | None:
    return value if isinstance(value, dict) else None

"""On what a repository lies: GitHub, GitLab or Forgejo, by its host or as the settings say."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

Forge = Literal["github", "gitlab", "forgejo"]

#: Words in names of hosts that tell, in this order. Gitea takes addresses as Forgejo does.
_HOSTS: tuple[tuple[str, Forge], ...] = (
    ("github", "github"),
    ("gitlab", "gitlab"),
    ("forgejo", "forgejo"),
    ("codeberg", "forgejo"),
    ("gitea", "forgejo"),
)


def forge_of(repository: str, wished: Forge | None = None) -> Forge | None:
    """Return on what a repository lies, None where neither its host nor the settings tell."""
    if wished:
        return wished
    try:
        host = urlsplit(repository).hostname or ""
    except ValueError:
        return None
    return next((forge for word, forge in _HOSTS if word in host), None)

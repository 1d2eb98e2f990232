"""Who is who: which names of authors are one person's, and the address of each person."""

from __future__ import annotations

from generator.people.stage import People, people

__all__ = ["People", "people"]

"""Which venue is meant by what papers print, and the address of each venue."""

from __future__ import annotations

from generator.venues.stage import Venues, venues

__all__ = ["Venues", "venues"]

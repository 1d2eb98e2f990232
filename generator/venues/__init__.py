"""Which venue is meant by what papers print, and the address of each venue."""

from __future__ import annotations

from generator.venues.stage import Venues, venues
from generator.venues.venues_file import VenuesFile, load_venues

__all__ = ["Venues", "VenuesFile", "load_venues", "venues"]

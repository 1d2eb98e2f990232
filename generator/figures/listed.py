"""What can be said of a catalogue by what was listed in its sources."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.figures.rising import rising
from generator.values.paper import Paper

#: Papers that are shown of those in most listings, where not all are.
MOST = 10


def is_listed(catalogue: Catalogue) -> bool:
    """Whether a list says its day, papers are in several listings, or any of them rises."""
    return bool(catalogue.dated_lists or catalogue.most_listed or rising(catalogue))


def most_listed(catalogue: Catalogue) -> tuple[Paper, ...]:
    """Return the first papers of those in most listings."""
    return catalogue.most_listed[:MOST]

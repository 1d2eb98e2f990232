"""Makes a new catalogue: a small repository that somebody owns, with the first sources in it."""

from generator.new.making import Wishes, action, make_catalogue, name_from
from generator.new.sources import SOURCES, Taken, taken

__all__ = ["SOURCES", "Taken", "Wishes", "action", "make_catalogue", "name_from", "taken"]

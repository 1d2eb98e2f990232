"""Where a catalogue lies, and what its catalogue.yml says."""

from generator.settings.catalogue_file import MAX_SOURCES, CatalogueFile
from generator.settings.kept_search import KeptSearch
from generator.settings.reading import holds, load
from generator.settings.settings import Settings
from generator.settings.web_address import ADDRESS_HINT, is_web_address
from generator.settings.wishes import LinkName

__all__ = [
    "ADDRESS_HINT",
    "MAX_SOURCES",
    "CatalogueFile",
    "KeptSearch",
    "LinkName",
    "Settings",
    "holds",
    "is_web_address",
    "load",
]

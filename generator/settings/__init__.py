"""Where a catalogue lies, and what its catalogue.yml says."""

from generator.settings.catalogue_file import MAX_SOURCES, CatalogueFile
from generator.settings.forge import Forge, forge_of
from generator.settings.kept_search import KeptSearch
from generator.settings.reading import holds, load
from generator.settings.settings import Settings
from generator.settings.web_address import ADDRESS_HINT, is_web_address
from generator.settings.wishes import LinkName

__all__ = [
    "ADDRESS_HINT",
    "MAX_SOURCES",
    "CatalogueFile",
    "Forge",
    "KeptSearch",
    "LinkName",
    "Settings",
    "forge_of",
    "holds",
    "is_web_address",
    "load",
]

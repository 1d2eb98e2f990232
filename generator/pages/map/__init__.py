"""The map of the field: its page, its picture for any page, and the file for the browser."""

from generator.pages.map.data import map_data
from generator.pages.map.page import map_page
from generator.pages.map.picture import map_picture

__all__ = ["map_data", "map_page", "map_picture"]

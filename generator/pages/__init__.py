"""The catalogue as Markdown: one page per paper and topic, the indexes, and that of downloads."""

from generator.pages.build import pages
from generator.pages.data import data_page

__all__ = ["data_page", "pages"]

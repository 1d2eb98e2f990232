"""The catalogue as Markdown: one page per paper and topic, and the indexes."""

from generator.pages.build import pages

__all__ = ["pages"]

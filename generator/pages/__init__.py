"""The catalogue as pages, each kind by its module, and what crawlers ask for."""

from generator.pages.build import pages

__all__ = ["pages"]

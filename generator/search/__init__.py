"""The search index: static files for a client in the browser.

Their format is described in docs/maintainers/search-format.md.
"""

from generator.search.build import index_files

__all__ = ["index_files"]

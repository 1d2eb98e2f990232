"""The search index and the list of authors: static files for a client in the browser.

Their formats are described in docs/maintainers/search-format.md and authors-format.md.
"""

from generator.search.authors import authors_files
from generator.search.build import index_files
from generator.search.standing import check_searches, slug_of, standing_searches

__all__ = ["authors_files", "check_searches", "index_files", "slug_of", "standing_searches"]

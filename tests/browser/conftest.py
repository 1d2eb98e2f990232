"""What tests in a real browser share: the browser, and a reading list in it."""

from __future__ import annotations

from tests.browser.browsing import browser
from tests.browser.reading_lists import context, keep, module_page

__all__ = ["browser", "context", "keep", "module_page"]

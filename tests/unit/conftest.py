"""A server that plays Zotero's, for the tests of what asks it and of the command that does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.zotero_server import ZoteroServer, zotero_server


@pytest.fixture
def zotero(monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoteroServer]:
    for name in ("ZOTERO_API_KEY", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with zotero_server() as running:
        monkeypatch.setenv("ZOTERO_API_ADDRESS", running.address)
        yield running

"""Tests say what a system has not, in place of failing for it."""

from __future__ import annotations

import os

import pytest

from tests.posix import skip_what_is_missing


def test_a_call_that_a_system_has_not_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "mkfifo", raising=False)
    monkeypatch.setattr(os, "mkfifo", None, raising=False)
    monkeypatch.delattr(os, "mkfifo")
    skip_what_is_missing()
    with pytest.raises(pytest.skip.Exception, match=r"NOT TESTED: this system has no os\.mkfifo"):
        os.mkfifo("pipe")

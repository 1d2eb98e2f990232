"""Makes this system do without what others have not: the seams are `system`, `disk` and workers.

What other systems do by themselves, such as refusing to remove an open file, a test adds.
"""

from __future__ import annotations

import shutil

import pytest

from generator import system
from generator.output import disk


def as_windows(monkeypatch: pytest.MonkeyPatch, *, links: bool = True) -> None:
    """Do as on Windows: by renames, each file brought to the disk, with regard to open files.

    Without `links`, as on a memory stick, files have one name each.
    """
    monkeypatch.setattr(disk, "EXCHANGE", None)
    monkeypatch.setattr(disk, "SYNC_ALL", None)
    monkeypatch.setattr(system, "FORKS", False)
    monkeypatch.setattr(system, "HOLDS_OPEN_FILES", True)
    monkeypatch.setattr(system, "KEEPS_READ_ONLY", True)
    monkeypatch.setattr(system, "WAITS", (0.0, 0.0))
    if not links:
        monkeypatch.setattr(system, "link", shutil.copy2)

"""What can be done about an ailment: a file that is written anew, or removed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.write_file import replace_file


@dataclass(frozen=True)
class Remedy:
    """A file and what is to stand in it, None for nothing: then it is removed."""

    path: Path
    data: bytes | None

    def apply(self) -> None:
        """Write or remove the file. Raises OSError when it cannot be."""
        if self.data is None:
            self.path.unlink(missing_ok=True)
        else:
            replace_file(self.path, self.data)

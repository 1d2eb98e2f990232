"""Answers of a run that was interrupted, so that the next one does not ask for them again.

Only answers that were found right are kept, and only until the run that asked for them is over:
then `forget` them. Keys of a service are never in them, nor in their names.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.write_file import replace_file


@dataclass(frozen=True)
class Answer:
    """What a service answered: its status, the headers by names in small letters, the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class KeptAnswers:
    """The answers in one folder, by what was asked. Without a folder nothing is kept."""

    folder: Path | None = None

    def get(self, asked: str) -> Answer | None:
        """Return what was answered to these words before; None where that is not known."""
        if self.folder is None:
            return None
        try:
            head, _, body = self._path(asked).read_bytes().partition(b"\n")
            said = json.loads(head)
            headers = {str(name): str(value) for name, value in said["headers"].items()}
            # A file that was cut, or is somebody else's, is none of ours.
            if said["asked"] == asked and said["bytes"] == len(body):
                return Answer(int(said["status"]), headers, body)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        return None

    def keep(self, asked: str, answer: Answer) -> None:
        """Keep an answer; where that cannot be, the next run asks again."""
        if self.folder is not None:
            head = {
                "asked": asked,
                "status": answer.status,
                "headers": dict(answer.headers),
                "bytes": len(answer.body),
            }
            with contextlib.suppress(OSError):
                data = json.dumps(head).encode() + b"\n" + answer.body
                replace_file(self._path(asked), data)

    def drop(self, asked: str) -> None:
        """Forget one answer."""
        if self.folder is not None:
            with contextlib.suppress(OSError):
                self._path(asked).unlink(missing_ok=True)

    def forget(self) -> None:
        """Forget all answers: what they were asked for is done."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, asked: str) -> Path:
        assert self.folder is not None
        name = hashlib.blake2b(asked.encode("utf-8", "surrogateescape"), digest_size=16)
        return self.folder / f"{name.hexdigest()}.answer"

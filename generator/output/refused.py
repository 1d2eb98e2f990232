"""What the system says when it refuses to read or write, for people."""

from __future__ import annotations

import errno

#: What to do about it.
_HINTS = {
    errno.ENOSPC: "make room on the disk, and build again; what was there is as it was",
    errno.EDQUOT: "make room on the disk, and build again; what was there is as it was",
    errno.EACCES: "give the user who builds the right to read and write there",
    errno.EPERM: "give the user who builds the right to read and write there",
    errno.EROFS: "build into a folder that can be written",
    errno.ENAMETOOLONG: "move the catalogue into a folder with a shorter path",
    errno.EBUSY: "unmount it, or build into another folder",
}


def why_not_written(error: OSError) -> tuple[str, str]:
    """Return what an OSError says to people, and what to do."""
    named = f" ({error.filename})" if error.filename else ""
    what = f"cannot be read or written: {error.strerror or error}{named}"
    return what, _HINTS.get(error.errno or 0, "mend that, and build again")

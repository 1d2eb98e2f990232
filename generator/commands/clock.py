"""What time it is, for the few commands that may know it: no build does."""

from __future__ import annotations

import datetime as dt
import os
import time


def now() -> dt.datetime:
    """Return the time, by https://reproducible-builds.org/docs/source-date-epoch/ if it is set."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(said) if said else int(time.time()), dt.UTC)

from __future__ import annotations

import time

from generator.sources.listings.lines import Line
from generator.sources.listings.pairing import pair

TITLE = "Umbrellas That Remember the Way Home"


def test_time_grows_linearly_with_the_lines() -> None:
    def seconds(entries: int) -> float:
        texts = [TITLE, "People leave umbrellas in", "trains. We build one that", "remembers."]
        lines = [Line(number, text) for number, text in enumerate(texts * entries, 1)]
        started = time.process_time()
        pair(lines, 0.0)
        return time.process_time() - started

    assert seconds(2000) < 20 * max(seconds(200), 0.02)

"""Looks after a catalogue's own files: what an earlier version wrote, and what spoils papers."""

from generator.doctor.ailment import Ailment, Check
from generator.doctor.examination import Desk, Findings, chosen, reading
from generator.doctor.mending import Mended, mend, plan
from generator.doctor.table import CHECKS, OF_EARLIER_VERSIONS

__all__ = [
    "CHECKS",
    "OF_EARLIER_VERSIONS",
    "Ailment",
    "Check",
    "Desk",
    "Findings",
    "Mended",
    "chosen",
    "mend",
    "plan",
    "reading",
]

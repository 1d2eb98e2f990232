"""Looks after a catalogue's own files: what an earlier version wrote, and what is no longer so."""

from generator.doctor.examination import Ailment, examine, mend
from generator.doctor.remedies import Remedy

__all__ = ["Ailment", "Remedy", "examine", "mend"]

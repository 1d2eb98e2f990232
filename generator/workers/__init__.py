"""Maps a function over chunks, in order: here, or on all cores. Who uses it need not know which."""

from generator.workers.here import HERE, Here
from generator.workers.in_order import WorkerLost
from generator.workers.interface import Workers, chunks_of
from generator.workers.processes import Processes, cores, workers
from generator.workers.started import Started

__all__ = [
    "HERE",
    "Here",
    "Processes",
    "Started",
    "WorkerLost",
    "Workers",
    "chunks_of",
    "cores",
    "workers",
]

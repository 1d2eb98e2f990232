"""Maps a function over chunks, in order: here, or on all cores. Who uses it need not know which."""

from generator.workers.here import HERE, Here
from generator.workers.interface import Workers, chunks_of
from generator.workers.processes import Processes, WorkerLost, cores, workers

__all__ = [
    "HERE",
    "Here",
    "Processes",
    "WorkerLost",
    "Workers",
    "chunks_of",
    "cores",
    "workers",
]

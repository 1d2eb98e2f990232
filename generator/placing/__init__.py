"""Where each paper lies on the map of the field: papers of like text and topics lie together."""

from generator.placing.middle import middle
from generator.placing.place import HEIGHT, WIDTH, Spot, places

__all__ = ["HEIGHT", "WIDTH", "Spot", "middle", "places"]

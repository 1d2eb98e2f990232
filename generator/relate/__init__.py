"""Which papers are related, how much, and by which words and names."""

from generator.relate.relations import relate

__all__ = ["relate"]

"""What became of every address that was published."""

from generator.addresses.stage import Addresses, addresses

__all__ = ["Addresses", "addresses"]

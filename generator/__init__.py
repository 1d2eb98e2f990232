"""Turns listings and records of papers into a static, searchable catalogue."""

__version__ = "0.1.0"

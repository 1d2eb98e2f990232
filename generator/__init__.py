"""Turns listings and records of papers into a static, searchable catalogue."""

"""Formats of lines with a tag before each value: RIS, NBIB, EndNote, Web of Science."""

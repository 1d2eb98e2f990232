"""Saved pages of titles and abstracts as plain text."""

"""Adds papers by an identifier, an address, a title or a file: looks them up, writes records."""

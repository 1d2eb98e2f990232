"""Asks services for what papers lack, and keeps what they say in catalogue/facts/."""

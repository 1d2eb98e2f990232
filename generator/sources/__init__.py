"""Readers: one per format, all behind the protocol in `generator.sources.base`."""

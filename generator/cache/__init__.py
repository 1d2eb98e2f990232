"""Keeps what a stage made, so that the next build need not make it again; see docs/decisions/0020.

Nothing is imported here: `code` is also read before anything else of the generator is.
"""

"""What services that know papers answer, each service in a room of its own.

An adapter is a function from one work of an answer to a `Said`; it knows no files. The tables of
them are in `known.py`.
"""

"""Who is who: which names of authors are one person's, and the address of each person."""

from __future__ import annotations

from generator.people.decisions import PeopleDecisions, PeopleFile, load_people
from generator.people.known import People
from generator.people.stage import people

__all__ = ["People", "PeopleDecisions", "PeopleFile", "load_people", "people"]

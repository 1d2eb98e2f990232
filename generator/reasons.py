"""Why a paper has a topic or a venue, and why two are related: each reason in words, once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Assignment, Evidence, KnownVenue, Related
from generator.topics.classify import LIKENESS
from generator.topics.said import KIND

#: What a person says beats what was counted.
BY_HAND = "named by the people who keep the catalogue"


def topic_reasons(assignment: Assignment, most: int) -> Iterator[str]:
    """Yield what speaks for a topic of a paper, of what was counted the `most` telling."""
    if assignment.by_hand:
        yield BY_HAND
    for item in [item for item in assignment.evidence if item.weight > 0][:most]:
        yield topic_reason(item)


def topic_reason(evidence: Evidence) -> str:
    """Return what one piece of evidence says, for or against a topic."""
    if evidence.field == LIKENESS:
        return f"words of the topic’s other papers: {evidence.phrase}"
    if evidence.field == KIND:
        return f"of the kind {evidence.phrase}"
    return f"“{evidence.phrase}” in the {evidence.field}"


def venue_reason(venue: KnownVenue) -> str:
    """Return why what papers print is this venue."""
    if venue.in_table:
        return "the table of venues knows the name, or the conference that it is a part of"
    return "no table has it; its spellings differ in years, signs, case or places only"


def relation_reasons(item: Related) -> Iterator[str]:
    """Yield what connects a paper with a related one."""
    if item.apart:
        yield f"almost this paper, but kept apart: {item.apart}"
    if item.mentions:
        yield f"introduces {', '.join(item.mentions)}, mentioned here"
    if item.mentioned:
        yield f"mentions {', '.join(item.mentioned)}"
    names = {*item.mentions, *item.mentioned}
    terms = [term for term in item.terms if term not in names]
    if terms:
        yield f"shared: {', '.join(terms)}"

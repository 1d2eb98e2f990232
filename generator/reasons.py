"""Why a paper has a topic or a venue, and why two are related: each reason in words, once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import ENGLISH, Language, to_say
from generator.model import Assignment, Evidence, KnownVenue, Related
from generator.topics.classify import LIKENESS
from generator.topics.said import KIND

#: What a person says beats what was counted.
BY_HAND = to_say("named by the people who keep the catalogue")
#: What a phrase in one of `topics.phrases.PLACES` is, by the name of the place.
_IN_PLACES = {
    "title": to_say("“{phrase}” in the title"),
    "summary": to_say("“{phrase}” in the summary"),
    "abstract": to_say("“{phrase}” in the abstract"),
    "summary and abstract": to_say("“{phrase}” in the summary and abstract"),
}


def topic_reasons(assignment: Assignment, most: int, language: Language = ENGLISH) -> Iterator[str]:
    """Yield what speaks for a topic of a paper, of what was counted the `most` telling."""
    if assignment.by_hand:
        yield language.say(BY_HAND)
    for item in [item for item in assignment.evidence if item.weight > 0][:most]:
        yield topic_reason(item, language)


def topic_reason(evidence: Evidence, language: Language = ENGLISH) -> str:
    """Return what one piece of evidence says, for or against a topic."""
    if evidence.field == LIKENESS:
        return language.say("words of the topic’s other papers: {words}", words=evidence.phrase)
    if evidence.field == KIND:
        return language.say("of the kind {kind}", kind=language.say(evidence.phrase))
    return language.say(_IN_PLACES[evidence.field], phrase=evidence.phrase)


def venue_reason(venue: KnownVenue) -> str:
    """Return why what papers print is this venue."""
    if venue.in_table:
        return "the table of venues knows the name, or the conference that it is a part of"
    return "no table has it; its spellings differ in years, signs, case or places only"


def relation_reasons(item: Related, language: Language = ENGLISH) -> Iterator[str]:
    """Yield what connects a paper with a related one."""
    if item.apart:
        yield language.say(
            "almost this paper, but kept apart: {reason}", reason=language.text(item.apart)
        )
    if item.mentions:
        names = language.listed(item.mentions)
        yield language.say("introduces {names}, mentioned here", names=names)
    if item.mentioned:
        yield language.say("mentions {names}", names=language.listed(item.mentioned))
    told = {*item.mentions, *item.mentioned}
    terms = [term for term in item.terms if term not in told]
    if terms:
        yield language.say("shared: {words}", words=language.listed(terms))

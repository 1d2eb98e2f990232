"""What the page of one paper says about it: its topics and related papers, each with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model import Assignment, Evidence, Related
from generator.pages import views
from generator.text.formula import plain
from generator.text.markdown import Markdown
from generator.topics.classify import KIND, LIKENESS
from generator.values.paper import Paper
from generator.values.text import Text

#: A search engine shows about this many characters of a description.
DESCRIPTION = 160
#: Pieces of evidence that a page names for one topic; `explain` on the command line has all.
EVIDENCE = 3


def description(paper: Paper) -> str:
    """Return what a search engine may show of a paper: its first words, at most DESCRIPTION."""
    text = " ".join(
        (paper.curation.summary or paper.work.abstract or paper.work.title).plain.split()
    )
    if len(text) <= DESCRIPTION:
        return text
    return text[: DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


@dataclass(frozen=True)
class TopicReason:
    """A topic of a paper, and why it has it, each reason ready to print."""

    name: Text
    why: tuple[str, ...]


def topic_reasons(catalogue: Catalogue, paper: Paper) -> list[TopicReason]:
    """Return for each topic of a paper why it was given, the main topic first."""
    return [
        TopicReason(catalogue.topics[item.topic].name, tuple(_reasons(item)))
        for item in catalogue.assignments.get(paper.id, ())
    ]


def _reasons(assignment: Assignment) -> Iterator[str]:
    if assignment.by_hand:
        yield "named by the people who keep the catalogue"
    for item in [e for e in assignment.evidence if e.weight > 0][:EVIDENCE]:
        yield _reason(item)


def _reason(evidence: Evidence) -> str:
    if evidence.field == LIKENESS:
        return f"words of the topic’s other papers: {plain(evidence.phrase)}"
    if evidence.field == KIND:
        return f"of the kind {evidence.phrase}"
    return f"“{plain(evidence.phrase)}” in the {evidence.field}"


@dataclass(frozen=True)
class RelatedView:
    """A related paper on a paper's page, and what connects the two, each as its own sentence."""

    link: Markdown
    why: tuple[str, ...]


def related(catalogue: Catalogue, paper: Paper) -> list[RelatedView]:
    """Return the related papers of a paper, most similar first."""
    return [
        RelatedView(views.paper_link(catalogue.by_id[item.id], ""), tuple(_why(item)))
        for item in catalogue.related.get(paper.id, ())
    ]


def _why(item: Related) -> Iterator[str]:
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

"""Says of one paper where every value comes from, and why it was merged, sorted and related."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapidfuzz import fuzz, process

from generator.catalogue import Catalogue
from generator.ids import slug
from generator.merge import Merged
from generator.model import Assignment, Related
from generator.problems import printable
from generator.reasons import BY_HAND, relation_reasons, topic_reason, venue_reason
from generator.text.words import fold
from generator.values.fields import FIELDS
from generator.values.paper import Paper, Provenance

MAX_FOUND = 8


def find_papers(catalogue: Catalogue, wanted: str) -> list[Paper]:
    """Return the one paper with this id, address or title, else those whose titles come near."""
    name = wanted.strip().rstrip("/").rsplit("/", 1)[-1].removesuffix(".md").removesuffix(".yml")
    for key in (name, slug(wanted)):
        if key in catalogue.by_id:
            return [catalogue.by_id[key]]
    titles = {paper.id: fold(paper.work.title.plain) for paper in catalogue.papers}
    holding = [i for i, title in titles.items() if fold(wanted.strip()) in title]
    if holding:
        return [catalogue.by_id[i] for i in holding[:MAX_FOUND]]
    near = process.extract(
        fold(wanted), titles, scorer=fuzz.WRatio, score_cutoff=70, limit=MAX_FOUND
    )
    return [catalogue.by_id[i] for _, _, i in near]


def explain_paper(catalogue: Catalogue, merged: Merged, paper: Paper) -> str:
    """Return the explanation, for a terminal: several lines of plain text."""
    return "\n".join(printable(line) for line in _lines(catalogue, merged, paper))


def _lines(catalogue: Catalogue, merged: Merged, paper: Paper) -> Iterator[str]:
    yield f"{paper.id}"
    yield ""
    for field in FIELDS:
        name, value = field.name, field.of(paper)
        provenance = paper.provenance.get(name, Provenance(()))
        if not (value or provenance.lost):
            continue
        places = ", ".join(map(str, provenance.places))
        yield f"{name}: {_short(value) if value else 'not known'}" + (
            f"  [{places}]" if places else ""
        )
        for place, lost in provenance.lost:
            yield f"    not taken: {_short(lost)}  [{place}]"
    if paper.id in catalogue.venue_of:
        known = catalogue.venue[catalogue.venue_of[paper.id]]
        yield f"venue page: {known.slug}, {known.short}: {venue_reason(known)}"
    yield ""
    yield f"read at {len(paper.entries)} places:"
    for entry in paper.entries:
        saved = f", saved {entry.saved}" if entry.saved else ""
        yield f"    {entry.source}:{entry.line}{saved}"
    for pair in merged.pairs:
        if pair.paper == paper.id:
            yield f"    {pair.a} and {pair.b}: {pair.verdict.reason} ({pair.verdict.score:.2f})"
    for (one, other), reason in sorted(merged.apart.items()):
        if paper.id in (one, other):
            yield f"    kept apart from {other if paper.id == one else one}: {reason}"
    yield ""
    yield "topics:"
    assignments = catalogue.assignments.get(paper.id, ())
    for assignment in assignments:
        yield from _topic(catalogue, assignment)
    if not assignments:
        yield "    none: no phrase of topics.yml says enough"
    yield ""
    yield "related papers:"
    for item in catalogue.related.get(paper.id, ()):
        yield from _relation(item)
        both = [
            catalogue.topics[a.topic].name.plain
            for a in assignments
            if any(a.topic == other.topic for other in catalogue.assignments.get(item.id, ()))
        ]
        if both:
            yield f"        both in {', '.join(both)}"


def _topic(catalogue: Catalogue, assignment: Assignment) -> Iterator[str]:
    why = BY_HAND if assignment.by_hand else f"score {assignment.score:g}"
    yield f"    {catalogue.topics[assignment.topic].name.plain} ({why})"
    for item in assignment.evidence:
        yield f"        {item.weight * item.count:+g} {topic_reason(item)}"


def _relation(item: Related) -> Iterator[str]:
    yield f"    {item.score:.3f} {item.id}"
    for why in relation_reasons(item):
        yield f"        {why}"


def _short(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_short(item) for item in value)
    text = str(getattr(value, "url", None) or getattr(value, "value", None) or value)
    return text if len(text) <= 160 else text[:157] + "…"

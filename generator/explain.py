"""Says of a paper where every value comes from, and why it was merged, sorted and related.

Of a person, why several names are one person's, and why others of the name are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapidfuzz import fuzz, process

from generator.catalogue import Catalogue
from generator.ids import slug
from generator.merge import Merged
from generator.model import Assignment, Person, Related
from generator.people import People
from generator.people.form import form_of, likeness
from generator.problems import printable, quoted
from generator.reasons import BY_HAND, relation_reasons, topic_reason, venue_reason
from generator.text.words import fold, words
from generator.values.fields import FIELDS
from generator.values.name import Name
from generator.values.paper import Paper, Provenance
from generator.values.text import Text

MAX_FOUND = 8
#: Of so many other people of a name it is said why they are others.
MAX_OTHERS = 30


def names_paper(catalogue: Catalogue, wanted: str) -> bool:
    """Whether this is the id, address or title of a paper, not the address of an author."""
    return "authors/" not in wanted and _named(catalogue, wanted) is not None


def find_papers(catalogue: Catalogue, wanted: str) -> list[Paper]:
    """Return the one paper with this id, address or title, else those whose titles come near."""
    named = _named(catalogue, wanted)
    if named:
        return [named]
    titles = {paper.id: fold(paper.work.title.plain) for paper in catalogue.papers}
    holding = [i for i, title in titles.items() if fold(wanted.strip()) in title]
    if holding:
        return [catalogue.by_id[i] for i in holding[:MAX_FOUND]]
    near = process.extract(
        fold(wanted), titles, scorer=fuzz.WRatio, score_cutoff=70, limit=MAX_FOUND
    )
    return [catalogue.by_id[i] for _, _, i in near]


def _named(catalogue: Catalogue, wanted: str) -> Paper | None:
    name = wanted.strip().rstrip("/").rsplit("/", 1)[-1].removesuffix(".md").removesuffix(".yml")
    for key in (name, slug(wanted)):
        if key in catalogue.by_id:
            return catalogue.by_id[key]
    led = catalogue.signposts.get(name, ())
    return catalogue.by_id[led[0]] if len(led) == 1 else None


def find_people(catalogue: Catalogue, wanted: str) -> list[Person]:
    """Return the one person with this slug or address, else all who bear this name in any form."""
    address = wanted.strip().rstrip("/").rsplit("/", 1)[-1].removesuffix(".md")
    address = catalogue.people_signposts.get(address, address)
    if address in catalogue.person:
        return [catalogue.person[address]]
    name = _letters(wanted)
    return [
        person
        for person in catalogue.people
        if name
        and any(
            name in (_letters(known.natural), _letters(known.sorted))
            for known in (person.name, *person.variants)
        )
    ]


def near_people(catalogue: Catalogue, wanted: str) -> list[Person]:
    """Return those whose names come near: initials that fit, and spellings that are not far off."""
    wanted = wanted.strip().rstrip("/")
    if "authors/" in wanted:
        wanted = wanted.rsplit("/", 1)[-1].removesuffix(".md").replace("-", " ")
    read = Name.read(Text(wanted))
    form = form_of(read) if read else None
    near: dict[str, float] = {}
    for person in catalogue.people:
        for name in (person.name, *person.variants):
            alike = fuzz.ratio(fold(wanted), fold(name.natural), score_cutoff=80)
            if form and form.is_person and likeness(form, form_of(name)):
                alike = 100.0
            near[person.slug] = max(alike, near.get(person.slug, 0.0))
    found = sorted((-alike, slug_) for slug_, alike in near.items() if alike)
    return [catalogue.person[slug_] for _, slug_ in found[:MAX_FOUND]]


def gone_at(catalogue: Catalogue, wanted: str) -> str:
    """Return what became of the address of something that is no longer there; else nothing."""
    parts = wanted.strip().rstrip("/").split("/")
    gone = catalogue.gone.get("/".join(["papers", *parts][-2:]))
    if gone is None:
        return ""
    said = f"{gone.address}/ was published" + (f" for {quoted(gone.name)}" if gone.name else "")
    when = f" on {gone.on.isoformat()}" if gone.on else ""
    return f"{said}; " + (
        f"it was taken out{when}: {gone.why}" if gone.why else "nothing has it any more"
    )


def _letters(name: str) -> str:
    """Return a name without accents, case, spaces and hyphens."""
    return "".join(words(name))


def explain_person(catalogue: Catalogue, people: People, person: Person) -> str:
    """Return who a person is and why, for a terminal: several lines of plain text."""
    return "\n".join(printable(line) for line in _of_person(catalogue, people, person))


def _of_person(catalogue: Catalogue, people: People, person: Person) -> Iterator[str]:
    yield f"authors/{person.slug}/"
    yield ""
    yield f"name: {person.name.natural}"
    if person.variants:
        yield f"also written: {'; '.join(name.natural for name in person.variants)}"
    if person.orcid:
        yield f"ORCID iD: {person.orcid}"
    if person.unsure:
        yield "only initials are known: this may be several people"
    former = [old for old, new in catalogue.people_signposts.items() if new == person.slug]
    if former:
        yield f"addresses that lead here: {', '.join(former)}"
    yield ""
    yield "papers:"
    for paper in person.papers:
        yield f"    {paper}: {_short(catalogue.by_id[paper].work.title)}"
    joined = people.joined(person.slug)
    if joined:
        yield ""
        yield "one person, because:"
    for link in joined:
        one, other = (
            f"{name} of {paper}" for name, paper in zip(link.names, link.papers, strict=True)
        )
        yield f"    {one} and {other}: {link.reason}"
    if person.namesakes:
        yield ""
        yield "others of this name:"
    for slug_ in person.namesakes[:MAX_OTHERS]:
        other_person = catalogue.person[slug_]
        reason = people.between(person.slug, slug_).reason
        yield f"    {other_person.name.natural}, authors/{slug_}/: {reason}"
    if len(person.namesakes) > MAX_OTHERS:
        yield f"    and {len(person.namesakes) - MAX_OTHERS} more"


def explain_paper(catalogue: Catalogue, merged: Merged, paper: Paper) -> str:
    """Return the explanation, for a terminal: several lines of plain text."""
    return "\n".join(printable(line) for line in _lines(catalogue, merged, paper))


def _authors(catalogue: Catalogue, paper: Paper) -> Iterator[str]:
    """Yield who the authors are; nothing where the people of a catalogue are not known."""
    known = catalogue.people_of.get(paper.id, ())
    if not known:
        return
    yield "people:"
    for name, slug_ in zip(paper.work.authors, known, strict=True):
        person = catalogue.person[slug_]
        also = f", {len(person.papers)} papers" if len(person.papers) > 1 else ""
        others = f", {len(person.namesakes)} others of this name" if person.namesakes else ""
        yield f"    {name.natural}: authors/{slug_}/{also}{others}"
    yield ""


def _lines(catalogue: Catalogue, merged: Merged, paper: Paper) -> Iterator[str]:
    yield f"{paper.id}"
    former = [old for old, new in sorted(catalogue.signposts.items()) if paper.id in new]
    if former:
        yield f"addresses that lead here: {', '.join(former)}"
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
    yield from _read_at(paper)
    for pair in merged.pairs:
        if pair.paper == paper.id:
            yield f"    {pair.a} and {pair.b}: {pair.verdict.reason} ({pair.verdict.score:.2f})"
    for (one, other), reason in sorted(merged.apart.items()):
        if paper.id in (one, other):
            yield f"    kept apart from {other if paper.id == one else one}: {reason}"
    yield ""
    yield from _authors(catalogue, paper)
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


def _read_at(paper: Paper) -> Iterator[str]:
    yield f"read at {len(paper.entries)} places:"
    for entry in paper.entries:
        saved = f", saved {entry.saved}" if entry.saved else ""
        yield f"    {entry.source}:{entry.line}{saved}"
    for answer in paper.answers:
        on = answer.on.isoformat()
        yield f"    {answer.service}, asked for {answer.asked} on {on}  [{answer.place}]"


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

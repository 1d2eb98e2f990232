"""Topics that no paper has, and phrases of topics that no paper says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import yaml_lines
from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.model import Phrase
from generator.problems import Place, Problems, quoted
from generator.text.words import flat
from generator.topics.phrases import Phrases
from generator.values.paper import Paper
from generator.yaml_lines import KeyPath

#: Phrases as short are no plurals.
_SHORT = 5


def without_papers(examined: Examined) -> Iterator[Ailment]:
    """Find topics that have a page, and no paper on it."""
    document = _document(examined)
    papers_of = examined.catalogue.papers_of
    for i, area in enumerate(examined.catalogue.areas):
        for j, topic in enumerate(area.topics):
            if not papers_of[topic.slug]:
                yield Ailment(
                    document.place(("areas", i, "topics", j)),
                    f"topic {quoted(topic.slug)} has no paper",
                    "give it phrases that papers say, or take it out",
                )


def never_said(examined: Examined) -> Iterator[Ailment]:
    """Find phrases that speak for a topic or for a part of one, and stand in no paper.

    Those come first of which papers say another form: they are slips. The others may be meant for
    papers to come.
    """
    known = [
        (place, topic, phrase)
        for place, topic, phrase in _phrases(examined)
        if phrase.weight > 0 and flat(phrase.text)[1]
    ]
    said = _said(examined.papers, [phrase for _, _, phrase in known])
    unsaid = [item for at, item in enumerate(known) if at not in said]
    others = [_other_form(phrase) for _, _, phrase in unsaid]
    slips = _said(examined.papers, others)
    for at in sorted(range(len(unsaid)), key=lambda at: (at not in slips, at)):
        place, topic, phrase = unsaid[at]
        advice = "write it as papers do, or take it out"
        if at in slips:
            form = "in other case" if phrase.case else f"{quoted(others[at].text)}"
            advice = f"papers say it {form}" if phrase.case else f"papers say {form}"
        yield Ailment(place, f"topic {quoted(topic)}: no paper says {quoted(phrase.text)}", advice)


def _said(papers: Sequence[Paper], phrases: Sequence[Phrase]) -> set[int]:
    """Return the numbers of the phrases that stand in a paper."""
    finder = Phrases((str(at), (phrase,)) for at, phrase in enumerate(phrases))
    found = {number for paper in papers for number, _, _ in finder.mentions(paper)}
    return {int(finder.known[number][0]) for number in found}


def _other_form(phrase: Phrase) -> Phrase:
    """Return a phrase in whatever case, or else in the singular: a regular plural matches both."""
    if phrase.case:
        return Phrase(phrase.text)
    # "news" is no plural of "new".
    is_plural = phrase.text.lower().endswith("s") and len(phrase.text) > _SHORT
    return Phrase(phrase.text[:-1] if is_plural else phrase.text)


def _phrases(examined: Examined) -> Iterator[tuple[Place, str, Phrase]]:
    """Yield the phrases of all topics and of their parts, each with its place and topic."""
    document = _document(examined)
    for i, area in enumerate(examined.catalogue.areas):
        for j, topic in enumerate(area.topics):
            at: KeyPath = ("areas", i, "topics", j)
            # Those against a topic stand behind those for it.
            for k, phrase in enumerate(topic.phrases):
                yield document.place((*at, "phrases", k)), topic.slug, phrase
            for n, part in enumerate(topic.subareas):
                for k, phrase in enumerate(part.phrases):
                    place = document.place((*at, "subareas", n, "phrases", k))
                    yield place, topic.slug, phrase


def _document(examined: Examined) -> yaml_lines.Document:
    """Return topics.yml with its lines; it was read before, or nothing would be decided."""
    path = examined.settings.catalogue_dir / "topics.yml"
    shown = examined.settings.shown(path)
    found = yaml_lines.load(path, shown, Problems()) if path.is_file() else None
    return found or yaml_lines.Document(shown, None, {(): 1})

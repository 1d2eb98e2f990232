"""The catalogue in figures: the sections of the page of statistics, counted, not drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year, spans
from generator.language import Language, to_count, to_say
from generator.text.unicode import visible
from generator.values.paper import CONTRIBUTIONS, Paper

#: Columns of a time line; a longer time is counted in longer spans.
MOST_COLUMNS = 48
UNKNOWN = to_say("not said")


@dataclass(frozen=True)
class Bar:
    """One line of a chart: `count` things, of which `strong` are drawn in a strong colour.

    `of` is what a share is of, `topic` the slug of the topic the name links to.
    """

    name: str
    count: int
    strong: int | None = None
    of: int = 0
    topic: str = ""


@dataclass(frozen=True)
class Group:
    """Bars under one name; `area` is the place in topics.yml of the area they are of, if any."""

    name: str
    bars: tuple[Bar, ...]
    area: int | None = None


@dataclass(frozen=True)
class Section:
    """A section of the page: what it found, in a sentence, and the bars that show it.

    `form` says how they are drawn: "bars", "shares" or "columns". `heads` are the heads of the
    table: of the names, and of each figure; where it `has_totals`, also of what a share is of.
    """

    anchor: str
    title: str
    finding: str
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    form: str = "bars"
    legend: tuple[str, str] | None = None
    has_totals: bool = False


def sections(catalogue: Catalogue, language: Language) -> list[Section]:
    """Return the sections that say something of this catalogue, in the order of the page."""
    made = (_glance, _topics, _topics_per_paper, _kinds, _code, _years, _additions)
    return [section for make in made if (section := make(catalogue, language))]


def figures(catalogue: Catalogue, language: Language) -> list[tuple[str, str]]:
    """Return the large figures at the top: number, noun."""
    sources = {e.source for p in catalogue.papers for e in p.entries if not e.by_hand}
    records = {e.source for p in catalogue.papers for e in p.entries if e.by_hand}
    counted = language.counted
    papers, topics, areas = (len(x) for x in (catalogue.papers, catalogue.topics, catalogue.areas))
    numbers = (
        (papers, counted(papers, "paper", "papers")),
        (topics, counted(topics, "topic", "topics")),
        (areas, counted(areas, "area", "areas")),
        (len(sources), counted(len(sources), "listing read", "listings read")),
        (len(records), counted(len(records), "written record", "written records")),
    )
    always, *others = numbers
    return [
        (language.number(n), noun) for n, noun in (always, *(item for item in others if item[0]))
    ]


#: What may be known of a paper: its name, the same in a sentence, and whether it is.
_KNOWN: tuple[tuple[str, str, Callable[[Paper], object]], ...] = (
    (to_say("summary"), to_say("a summary"), lambda paper: paper.curation.summary),
    (to_say("abstract"), to_say("an abstract"), lambda paper: paper.work.abstract),
    (to_say("authors"), to_say("authors"), lambda paper: paper.work.authors),
    (to_say("year"), to_say("a year"), lambda paper: paper.work.year),
    (to_say("venue"), to_say("a venue"), lambda paper: paper.work.venue),
    (to_say("identifier"), to_say("an identifier"), lambda paper: paper.work.identifiers),
    (to_say("code"), to_say("code"), lambda paper: paper.work.has_link("code")),
    (to_say("data"), to_say("data"), lambda paper: paper.work.has_link("data")),
    (
        to_say("project page"),
        to_say("a project page"),
        lambda paper: paper.work.has_link("project"),
    ),
)


def _glance(catalogue: Catalogue, language: Language) -> Section | None:
    total = len(catalogue.papers)
    known = [
        (n, language.say(name), language.say(in_sentence))
        for name, in_sentence, is_known in _KNOWN
        if (n := sum(1 for paper in catalogue.papers if is_known(paper)))
    ]
    if not known:
        return None
    most, _, what = max(known, key=lambda item: item[0])
    if most == total:
        names = language.listed([said for n, _, said in known if n == total], "and")
        finding = language.counted(
            total, "The only paper has {things}.", "Every paper has {things}.", things=names
        )
    else:
        finding = language.counted(
            most,
            "{number} paper of {total} has {thing}.",
            "{number} papers of {total} have {thing}.",
            total=total,
            thing=what,
        )
    return Section(
        "known",
        language.say("What is known of the papers"),
        finding,
        (language.say("Papers with"), language.say("Papers"), language.say("Share")),
        (Group("", tuple(Bar(name, n, of=total) for n, name, _ in known)),),
        "shares",
    )


def _main(catalogue: Catalogue) -> Counter[str]:
    return Counter(given[0].topic for given in catalogue.assignments.values() if given)


def _topics(catalogue: Catalogue, language: Language) -> Section | None:
    main = _main(catalogue)
    groups = []
    for area in catalogue.areas:
        bars = [
            Bar(t.name.plain, len(catalogue.papers_of[t.slug]), main[t.slug], topic=t.slug)
            for t in area.topics
        ]
        # Sorting is stable: equal counts stay in the order of topics.yml.
        bars.sort(key=lambda bar: -bar.count)
        if bars:
            place = catalogue.area_places[area.slug]
            groups.append(Group(area.name.plain, tuple(bars), place))
    if not groups:
        return None
    most = max((bar for group in groups for bar in group.bars), key=lambda bar: bar.count)
    finding = (
        language.counted(
            most.count,
            "“{topic}” is the largest topic, with {number} paper; it is the main topic of {main}.",
            "“{topic}” is the largest topic, with {number} papers; it is the main topic of {main}.",
            topic=visible(most.name),
            main=most.strong,
        )
        if most.count
        else language.say("No topic has a paper yet.")
    )
    return Section(
        "topics",
        language.say("Papers per topic"),
        finding,
        (language.say("Topic"), language.say("Papers"), language.say("As main topic")),
        tuple(groups),
        legend=(
            language.say("main topic of the paper"),
            language.say("all papers of the topic"),
        ),
    )


def _topics_per_paper(catalogue: Catalogue, language: Language) -> Section | None:
    total = len(catalogue.papers)
    if not catalogue.topics or not total:
        return None
    per = Counter(len(catalogue.assignments.get(paper.id, ())) for paper in catalogue.papers)
    several = sum(n for topics, n in per.items() if topics > 1)
    first = 0 if per[0] else 1

    def name(topics: int) -> str:
        if not topics:
            return language.say("none")
        return language.counted(topics, "{number} topic", "{number} topics")

    return Section(
        "topics-per-paper",
        language.say("Topics per paper"),
        _share(_IN_SEVERAL, several, total, language),
        (language.say("Topics"), language.say("Papers")),
        (Group("", tuple(Bar(name(n), per[n]) for n in range(first, max(per) + 1))),),
    )


class _Shares(NamedTuple):
    """What is said of none, of the only one, of all and of one or some of all papers."""

    none: str
    only: str
    every: str
    one: str
    some: str


_IN_SEVERAL = _Shares(
    to_say("No paper is in more than one topic."),
    to_say("The only paper is in more than one topic."),
    to_say("Every paper is in more than one topic."),
    *to_count(
        "{number} paper of {total} ({share}) is in more than one topic.",
        "{number} papers of {total} ({share}) are in more than one topic.",
    ),
)
_OF_KIND = _Shares(
    to_say("No paper is of the kind “{kind}”."),
    to_say("The only paper is of the kind “{kind}”."),
    to_say("Every paper is of the kind “{kind}”."),
    *to_count(
        "{number} paper of {total} ({share}) is of the kind “{kind}”.",
        "{number} papers of {total} ({share}) are of the kind “{kind}”.",
    ),
)
_WITH_CODE = _Shares(
    to_say("No paper is known to come with code."),
    to_say("The only paper is known to come with code."),
    to_say("Every paper is known to come with code."),
    *to_count(
        "{number} paper of {total} ({share}) is known to come with code.",
        "{number} papers of {total} ({share}) are known to come with code.",
    ),
)


def _share(said: _Shares, count: int, total: int, language: Language, **values: object) -> str:
    """Return a sentence on how many of all papers are so."""
    if not count:
        return language.say(said.none, **values)
    if count == total:
        return language.say(said.only if total == 1 else said.every, **values)
    share = language.share(count, total)
    return language.counted(count, said.one, said.some, total=total, share=share, **values)


def _kind_counts(papers: Iterable[Paper]) -> list[tuple[str, int]]:
    """Return the kinds that papers have, most frequent first, papers of none last."""
    found = Counter(paper.curation.kind for paper in papers)
    named = [(kind, found[kind]) for kind in CONTRIBUTIONS if found[kind]]
    named.sort(key=lambda item: -item[1])
    unknown = sum(found.values()) - sum(n for _, n in named)
    return named + ([(UNKNOWN, unknown)] if unknown else [])


def _kinds(catalogue: Catalogue, language: Language) -> Section | None:
    found = _kind_counts(catalogue.papers)
    total = len(catalogue.papers)
    if not any(kind != UNKNOWN for kind, _ in found):
        return None
    kind, most = found[0]
    return Section(
        "kinds",
        language.say("Kinds of papers"),
        _share(_OF_KIND, most, total, language, kind=language.say(kind)),
        (language.say("Kind"), language.say("Papers"), language.say("Share")),
        (Group("", tuple(Bar(language.say(name), n, of=total) for name, n in found)),),
    )


def _code(catalogue: Catalogue, language: Language) -> Section | None:
    papers = catalogue.papers
    with_code = [paper for paper in papers if paper.work.has_link("code")]
    if not with_code:
        return None
    ids = {paper.id for paper in with_code}

    def shares(parts: Iterable[tuple[str, Sequence[Paper]]]) -> tuple[Bar, ...]:
        return tuple(
            Bar(name, sum(p.id in ids for p in members), of=len(members))
            for name, members in parts
            if members
        )

    groups = [Group("", shares([(language.say("all papers"), papers)]))]
    if catalogue.assignments:
        groups.append(Group(language.say("By area"), ()))
    for area in catalogue.areas:
        inside = {p.id: p for t in area.topics for p in catalogue.papers_of[t.slug]}
        bars = shares([(area.name.plain, list(inside.values()))])
        if bars:
            groups.append(Group("", bars, catalogue.area_places[area.slug]))
    kinds = [name for name, _ in _kind_counts(papers)]
    if len(kinds) > 1:
        of_kind = [
            (language.say(k), [p for p in papers if (p.curation.kind or UNKNOWN) == k])
            for k in kinds
        ]
        groups.append(Group(language.say("By kind"), shares(of_kind)))
    count, total = len(with_code), len(papers)
    return Section(
        "code",
        language.say("Code"),
        language.sentences(
            [
                _share(_WITH_CODE, count, total, language),
                language.say("A paper counts in every area that it has a topic of."),
            ]
        ),
        (
            language.say("Papers"),
            language.say("With code"),
            language.say("Of"),
            language.say("Share"),
        ),
        tuple(groups),
        "shares",
        has_totals=True,
    )


def _years(catalogue: Catalogue, language: Language) -> Section | None:
    found = per_year(catalogue.papers)
    if not found:
        return None
    first, last = min(found), max(found)
    most = min(found, key=lambda year: (-found[year], year))
    said = [
        language.counted(
            found[first],
            "{number} paper from {year}.",
            "{number} papers from {year}.",
            year=str(first),
        )
        if first == last
        else language.say(
            "From {first} to {last}; most papers, {number}, are from {year}.",
            first=str(first),
            last=str(last),
            number=found[most],
            year=str(most),
        )
    ]
    silent = len(catalogue.papers) - sum(found.values())
    if silent:
        said.append(
            language.counted(
                silent,
                "Of {number} paper the year is not known.",
                "Of {number} papers the year is not known.",
            )
        )
    return _time(
        "years",
        (language.say("Years"), language.sentences(said), language.say("Year")),
        tuple(_spans(found)),
        language,
    )


def _spans(found: Counter[int]) -> Iterator[Bar]:
    """Count years in spans of 1, 5, 10 … years, so that there are at most MOST_COLUMNS."""
    return (Bar(str(span), span.count) for span in spans(found, MOST_COLUMNS))


def _additions(catalogue: Catalogue, language: Language) -> Section | None:
    dates = [paper.curation.added for paper in catalogue.papers if paper.curation.added]
    months = Counter(date.year * 12 + date.month - 1 for date in dates)
    if len(months) < 2:
        return None
    first, last = min(months), max(months)
    if last - first < MOST_COLUMNS:
        head = language.say("Month")
        bars = [Bar(_month(m), months[m]) for m in range(first, last + 1)]
    else:
        head = language.say("Year")
        bars = list(_spans(Counter(date.year for date in dates)))
    most = max(bars, key=lambda bar: bar.count)
    finding = language.counted(
        len(dates),
        "{number} paper from {first} to {last}; most in {time}: {most}.",
        "{number} papers from {first} to {last}; most in {time}: {most}.",
        first=_month(first),
        last=_month(last),
        time=most.name,
        most=most.count,
    )
    title = language.say("Additions over time")
    return _time("additions", (title, finding, head), tuple(bars), language)


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _time(
    anchor: str, words: tuple[str, str, str], bars: tuple[Bar, ...], language: Language
) -> Section:
    """Return a section over time; `words` are its title, its finding and the head of times."""
    title, finding, head = words
    heads = (head, language.say("Papers"))
    return Section(anchor, title, finding, heads, (Group("", bars),), "columns")

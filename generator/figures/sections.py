"""The catalogue in figures: the sections of the page of statistics, counted, not drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year, spans
from generator.figures.wording import counted, percent
from generator.text.unicode import visible
from generator.values.paper import CONTRIBUTIONS, Paper

#: Columns of a time line; a longer time is counted in longer spans.
MOST_COLUMNS = 48
UNKNOWN = "not said"


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
    table: of the names, and of each figure.
    """

    anchor: str
    title: str
    finding: str
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    form: str = "bars"
    legend: tuple[str, str] | None = None


def sections(catalogue: Catalogue) -> list[Section]:
    """Return the sections that say something of this catalogue, in the order of the page."""
    made = (_glance, _topics, _topics_per_paper, _kinds, _code, _years, _additions)
    return [section for make in made if (section := make(catalogue))]


def figures(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the large figures at the top: number, noun."""
    sources = {e.source for p in catalogue.papers for e in p.entries if not e.by_hand}
    records = {e.source for p in catalogue.papers for e in p.entries if e.by_hand}
    numbers = (
        (len(catalogue.papers), "paper", "papers", True),
        (len(catalogue.topics), "topic", "topics", False),
        (len(catalogue.areas), "area", "areas", False),
        (len(sources), "listing read", "listings read", False),
        (len(records), "written record", "written records", False),
    )
    return [(f"{n:,}", one if n == 1 else many) for n, one, many, always in numbers if n or always]


_KNOWN: tuple[tuple[str, Callable[[Paper], object]], ...] = (
    ("summary", lambda paper: paper.curation.summary),
    ("abstract", lambda paper: paper.work.abstract),
    ("authors", lambda paper: paper.work.authors),
    ("year", lambda paper: paper.work.year),
    ("venue", lambda paper: paper.work.venue),
    ("identifier", lambda paper: paper.work.identifiers),
    ("code", lambda paper: paper.work.has_link("code")),
    ("data", lambda paper: paper.work.has_link("data")),
    ("project page", lambda paper: paper.work.has_link("project")),
)


def _glance(catalogue: Catalogue) -> Section | None:
    total = len(catalogue.papers)
    bars = [
        Bar(name, n, of=total)
        for name, known in _KNOWN
        if (n := sum(1 for paper in catalogue.papers if known(paper)))
    ]
    if not bars:
        return None
    most = max(bars, key=lambda bar: bar.count)
    if most.count == total:
        names = " and ".join(_a(bar.name) for bar in bars if bar.count == total)
        finding = f"{'The only' if total == 1 else 'Every'} paper has {names}."
    else:
        have = "has" if most.count == 1 else "have"
        finding = f"{counted(most.count, 'paper')} of {total:,} {have} {_a(most.name)}."
    return Section(
        "known",
        "What is known of the papers",
        finding,
        ("Papers with", "Papers", "Share"),
        (Group("", tuple(bars)),),
        "shares",
    )


def _a(name: str) -> str:
    if name in ("authors", "code", "data"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _main(catalogue: Catalogue) -> Counter[str]:
    return Counter(given[0].topic for given in catalogue.assignments.values() if given)


def _topics(catalogue: Catalogue) -> Section | None:
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
        f"“{visible(most.name)}” is the largest topic, with {counted(most.count, 'paper')};"
        f" it is the main topic of {most.strong:,}."
        if most.count
        else "No topic has a paper yet."
    )
    return Section(
        "topics",
        "Papers per topic",
        finding,
        ("Topic", "Papers", "As main topic"),
        tuple(groups),
        legend=("main topic of the paper", "all papers of the topic"),
    )


def _topics_per_paper(catalogue: Catalogue) -> Section | None:
    total = len(catalogue.papers)
    if not catalogue.topics or not total:
        return None
    per = Counter(len(catalogue.assignments.get(paper.id, ())) for paper in catalogue.papers)
    several = sum(n for topics, n in per.items() if topics > 1)
    first = 0 if per[0] else 1
    bars = (Bar(counted(n, "topic") if n else "none", per[n]) for n in range(first, max(per) + 1))
    return Section(
        "topics-per-paper",
        "Topics per paper",
        f"{_share(several, total)} in more than one topic.",
        ("Topics", "Papers"),
        (Group("", tuple(bars)),),
    )


def _share(count: int, total: int) -> str:
    """Return the beginning of a sentence on some of all papers, its verb a form of to be."""
    if not count:
        return "No paper is"
    if count == total:
        return "The only paper is" if total == 1 else "Every paper is"
    verb = "is" if count == 1 else "are"
    return f"{counted(count, 'paper')} of {total:,} ({percent(count, total)}) {verb}"


def _kind_counts(papers: Iterable[Paper]) -> list[tuple[str, int]]:
    """Return the kinds that papers have, most frequent first, papers of none last."""
    found = Counter(paper.curation.kind for paper in papers)
    named = [(kind, found[kind]) for kind in CONTRIBUTIONS if found[kind]]
    named.sort(key=lambda item: -item[1])
    unknown = sum(found.values()) - sum(n for _, n in named)
    return named + ([(UNKNOWN, unknown)] if unknown else [])


def _kinds(catalogue: Catalogue) -> Section | None:
    found = _kind_counts(catalogue.papers)
    total = len(catalogue.papers)
    if not any(kind != UNKNOWN for kind, _ in found):
        return None
    kind, most = found[0]
    return Section(
        "kinds",
        "Kinds of papers",
        f"{_share(most, total)} of the kind “{kind}”.",
        ("Kind", "Papers", "Share"),
        (Group("", tuple(Bar(name, n, of=total) for name, n in found)),),
    )


def _code(catalogue: Catalogue) -> Section | None:
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

    groups = [Group("", shares([("all papers", papers)]))]
    if catalogue.assignments:
        groups.append(Group("By area", ()))
    for area in catalogue.areas:
        inside = {p.id: p for t in area.topics for p in catalogue.papers_of[t.slug]}
        bars = shares([(area.name.plain, list(inside.values()))])
        if bars:
            groups.append(Group("", bars, catalogue.area_places[area.slug]))
    kinds = [name for name, _ in _kind_counts(papers)]
    if len(kinds) > 1:
        of_kind = [(k, [p for p in papers if (p.curation.kind or UNKNOWN) == k]) for k in kinds]
        groups.append(Group("By kind", shares(of_kind)))
    count, total = len(with_code), len(papers)
    return Section(
        "code",
        "Code",
        f"{_share(count, total)} known to come with code. A paper counts in every area that it"
        " has a topic of.",
        ("Papers", "With code", "Of", "Share"),
        tuple(groups),
        "shares",
    )


def _years(catalogue: Catalogue) -> Section | None:
    found = per_year(catalogue.papers)
    if not found:
        return None
    first, last = min(found), max(found)
    most = min(found, key=lambda year: (-found[year], year))
    finding = (
        f"{counted(sum(found.values()), 'paper')} from {first}."
        if first == last
        else f"From {first} to {last}; most papers, {found[most]:,}, are from {most}."
    )
    silent = len(catalogue.papers) - sum(found.values())
    if silent:
        finding += f" Of {counted(silent, 'paper')} the year is not known."
    return _time("years", "Years", finding, "Year", tuple(_spans(found)))


def _spans(found: Counter[int]) -> Iterator[Bar]:
    """Count years in spans of 1, 5, 10 … years, so that there are at most MOST_COLUMNS."""
    return (Bar(str(span), span.count) for span in spans(found, MOST_COLUMNS))


def _additions(catalogue: Catalogue) -> Section | None:
    dates = [paper.curation.added for paper in catalogue.papers if paper.curation.added]
    months = Counter(date.year * 12 + date.month - 1 for date in dates)
    if len(months) < 2:
        return None
    first, last = min(months), max(months)
    if last - first < MOST_COLUMNS:
        head = "Month"
        bars = [Bar(_month(m), months[m]) for m in range(first, last + 1)]
    else:
        head = "Year"
        bars = list(_spans(Counter(date.year for date in dates)))
    most = max(bars, key=lambda bar: bar.count)
    finding = (
        f"{counted(len(dates), 'paper')} from {_month(first)} to {_month(last)};"
        f" most in {most.name}: {most.count:,}."
    )
    return _time("additions", "Additions over time", finding, head, tuple(bars))


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _time(anchor: str, title: str, finding: str, head: str, bars: tuple[Bar, ...]) -> Section:
    return Section(anchor, title, finding, (head, "Papers"), (Group("", bars),), "columns")

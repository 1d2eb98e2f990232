"""The order of the stages: from sources to a site. Everything is decided before it is written."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.addresses import Addresses, addresses
from generator.addresses.told import tell, tell_taken
from generator.by_hand import ByHand
from generator.by_hand import load as load_by_hand
from generator.cache.files import Tree
from generator.cache.store import NO_CACHE, Cache
from generator.catalogue import Catalogue
from generator.checks import report as report_checks
from generator.language import ENGLISH, OWN_TRANSLATION, Language
from generator.language import load as load_language
from generator.ledger import EMPTY, Ledger, text_of
from generator.ledger import NAME as LEDGER
from generator.merge import Decisions, Merged, merge
from generator.output import Staging, Written, claim, report_names
from generator.people import People, people
from generator.placing import places
from generator.problems import Place, Problems, WrongUse, printable
from generator.publication import Publication
from generator.relate import relate
from generator.search import check_searches
from generator.settings import Settings, holds
from generator.site import Site, check_ours
from generator.sources import files as sources
from generator.sources.facts.reader import read_facts
from generator.sources.named import paths_to_read
from generator.terms.matrix import terms_of
from generator.topics.classify import classify
from generator.topics.subareas import subareas
from generator.topics.suggest import Suggestion, suggest
from generator.values.paper import Paper
from generator.venues import venues
from generator.workers import HERE, Workers
from generator.write_file import replace_file

#: What is wrong with a catalogue in which nothing is yet.
NO_PAPER = "there is no paper to build a catalogue from"


class Progress(Protocol):
    """Who is told how far the build has come."""

    def stage(self, name: str, total: int | None) -> None:
        """Begin a stage of `total` steps, or of an unknown number."""

    def step(self, done: int) -> None:
        """`done` steps of the stage are done."""


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int | None) -> None:
        """Do nothing."""

    def step(self, done: int) -> None:
        """Do nothing."""


@dataclass
class BuildReport:
    """What a build did. `entries` counts everything read, `records` those written by hand.

    Entries read = merged + rejected + withdrawn; the rejected were each reported, the withdrawn are
    of papers that a person took out. `seconds` has the time of
    each stage, `processor` what all cores together worked for it, `synced` how much of it the
    writing to the disk took. `begun` names the trees that were changed, maybe in part. `left` has
    the trees as they were left; none where another build of the same would say other things, as
    pages that somebody edited are told of once. `ledger_changed` is whether addresses were
    written down anew. `facts` counts what each service said, by its name, `unattached` what of all
    that is of no paper.
    """

    entries: int = 0
    records: int = 0
    rejected: int = 0
    withdrawn: int = 0
    per_source: dict[str, tuple[int, int]] = field(default_factory=dict)
    papers: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    unattached: int = 0
    unsorted: tuple[str, ...] = ()
    written: Written | None = None
    site: Site | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    synced: float = 0.0
    begun: frozenset[str] = frozenset()
    left: tuple[Tree, ...] = ()
    ledger_changed: bool = False

    @property
    def merged(self) -> int:
        """How many entries became part of a paper of the catalogue."""
        return self.entries - self.rejected - self.withdrawn


@dataclass(frozen=True)
class Decided:
    """Everything that is known before the first byte is written."""

    catalogue: Catalogue
    merged: Merged
    decisions: Decisions
    people: People
    language: Language = ENGLISH
    #: The addresses that were published, as they are to be written down.
    ledger: Ledger = EMPTY


@dataclass(frozen=True)
class Suggested:
    """Topics that could be, from how many papers, and the names of those there are, by slug."""

    suggestions: tuple[Suggestion, ...]
    papers: int
    known: dict[str, str]


class Pipeline:
    """One run over one catalogue. `problems` collects what is wrong, `report` what was done.

    What is decided and written is the same whoever `workers` are, and whatever is in `cache`.
    """

    #: Whether all that services say is compared with what others do, which writing needs not.
    compares: bool = True

    def __init__(
        self,
        settings: Settings,
        problems: Problems,
        progress: Progress | None = None,
        workers: Workers = HERE,
        cache: Cache = NO_CACHE,
    ) -> None:
        self.workers = workers
        self.settings = settings
        self.problems = problems
        self.progress = progress or Silent()
        self.cache = cache
        self.report = BuildReport()
        self._told_once = False

    def decide(self, names: Sequence[str], base: Path) -> Decided:
        """Read all sources and decide everything.

        `names` are files, folders or patterns, relative to `base`, beside those of the settings.
        Raises WrongUse when a name leads nowhere, BuildFailed when the input has errors.
        """
        language = self._language()
        check_searches(self.settings, self.problems)
        by_hand, merged = self._merged(names, base)
        catalogue, known = self._catalogue(by_hand, merged)
        found = self._addresses(by_hand, merged, catalogue)
        catalogue = found.known_to(catalogue)
        self.report.papers = len(catalogue.papers)
        if catalogue.areas:
            self.report.unsorted = tuple(_name(paper) for paper in catalogue.unsorted)
        return Decided(catalogue, merged, by_hand.decisions, known, language, found.ledger)

    def _addresses(self, by_hand: ByHand, merged: Merged, catalogue: Catalogue) -> Addresses:
        """Return what became of the addresses that were published; what changes is reported."""
        before, decided = by_hand.ledger, by_hand.decisions.addresses
        found = addresses(catalogue, before, decided, merged.withdrawn)
        shown = self.settings.shown(self.settings.catalogue_dir / LEDGER)
        self._told_once = tell(found, before, decided, shown, self.problems)
        tell_taken(merged.taken, catalogue, before, self.problems)
        return found

    def check(self, names: Sequence[str], base: Path, today: dt.date) -> Decided:
        """Decide everything, and report facts that cannot be as warnings; see `decide`."""
        decided = self.decide(names, base)
        with self._stage("check", None):
            papers = decided.catalogue.papers
            report_checks(papers, decided.decisions.checked, today, self.problems)
            for folder in (self.settings.catalogue_dir, self.settings.docs_dir):
                if folder.is_dir():
                    report_names(folder, self.settings.shown(folder), self.problems)
        return decided

    def suggest(self, names: Sequence[str], base: Path, count: int | None) -> Suggested:
        """Read all sources and suggest topics; see `decide` for the arguments and errors.

        There need be no topics.yml. `count` is how many topics, or None for a fitting number.
        """
        by_hand, merged = self._merged(names, base, topics_needed=False)
        with self._stage("terms", None):
            terms = terms_of(merged.papers, self.workers, self.cache)
        with self._stage("classify", len(merged.papers)) as step:
            assignments = classify(
                merged.papers, by_hand.areas, terms, step, self.workers, self.cache
            )
        topics = {paper: [a.topic for a in given] for paper, given in assignments.items()}
        with self._stage("suggest", None):
            found = suggest(merged.papers, terms, count, topics)
        known = {topic.slug: topic.name.plain for area in by_hand.areas for topic in area.topics}
        return Suggested(found, len(merged.papers), known)

    def _language(self) -> Language:
        """Return the language of the site; what is wrong with its strings is reported."""
        settings = self.settings
        own = settings.catalogue_dir / OWN_TRANSLATION
        return load_language(
            settings.language, settings.catalogue_dir, settings.shown(own), self.problems
        )

    def _merged(
        self, names: Sequence[str], base: Path, *, topics_needed: bool = True
    ) -> tuple[ByHand, Merged]:
        """Read what people decided and all sources; return that, and the papers."""
        settings, problems = self.settings, self.problems
        # In one call, so that a file named twice is read once and no two have the same label.
        given = sources.source_files(paths_to_read(settings, names, base, problems), base)
        for file in given:
            if holds(settings.site_dir, file.path):
                raise WrongUse(
                    f"{printable(file.shown)}: is in {printable(str(settings.site_dir))}, which"
                    " builds replace with all that is in it; move it elsewhere"
                )
        with self._stage("read", None) as step:
            by_hand = load_by_hand(
                settings, problems, topics_needed=topics_needed, cache=self.cache
            )
            records = sources.record_files(settings, problems)
            counter = _Counter(step)
            read = sources.read_records(
                records, problems, counter, by_hand.topics, self.workers, self.cache
            )
            self._count("catalogue/papers", read)
            self.report.records = self.report.entries
            others = sources.read_all(given, problems, counter, self.workers, self.cache)
            for item in others:
                self._count(item.file.label, [item])
            entries = sources.entries([*read, *others])
            facts = read_facts(settings, problems, whole=self.compares)
            self.report.facts = Counter(fact.service for fact in facts)
            if not entries:
                problems.error(
                    Place(settings.shown(settings.papers_dir)),
                    NO_PAPER,
                    "write a record, or name a source: paper-catalogue build FILE …",
                )
        problems.stop_if_errors()
        with self._stage("merge", None):
            merged = merge(
                entries,
                by_hand.decisions,
                problems,
                self.workers,
                self.cache,
                by_hand.ledger,
                facts,
            )
            self.report.withdrawn = merged.left_out
            self.report.unattached = merged.unattached
        problems.stop_if_errors()
        return by_hand, merged

    def _catalogue(self, by_hand: ByHand, merged: Merged) -> tuple[Catalogue, People]:
        """Decide the topics of the papers, what is related, who wrote them and where they are."""
        papers, areas = merged.papers, by_hand.areas
        with self._stage("terms", None):
            terms = terms_of(papers, self.workers, self.cache)
        with self._stage("classify", len(papers)) as step:
            assignments = classify(papers, areas, terms, step, self.workers, self.cache)
            topics = {paper: [a.topic for a in given] for paper, given in assignments.items()}
            all_topics = [topic for area in areas for topic in area.topics]
            parts = subareas(papers, all_topics, topics, self.workers, self.cache)
        with self._stage("relate", None):
            related = relate(
                papers, terms, self.settings.related, topics, merged.apart, self.workers
            )
        with self._stage("map", None):
            of_topic = {topic.slug: area.slug for area in areas for topic in area.topics}
            lying = places([paper.id for paper in papers], terms.weights, topics, of_topic)
        with self._stage("people", None):
            known = people(papers, topics, terms, by_hand.people, self.problems)
            places_of = venues(papers, by_hand.venues)
        self.problems.stop_if_errors()
        catalogue = Catalogue(
            papers=papers,
            areas=areas,
            assignments=assignments,
            related=related,
            subareas=parts,
            signposts=merged.signposts,
            places=lying,
            people=known.people,
            people_of=known.of,
            people_signposts=known.signposts,
            venues=places_of.venues,
            venue_of=places_of.of,
        )
        return catalogue, known

    def build(
        self,
        names: Sequence[str],
        base: Path,
        *,
        with_site: bool = True,
        publishes: bool = True,
    ) -> BuildReport:
        """Build pages, downloads and the site; see `decide` for the arguments and errors.

        The addresses of what is built are written down unless it is only looked at, and so not
        `publishes`. Also raises BuildFailed when a hand-written page is in the way, and WrongUse
        when another build of the same catalogue is running.
        """
        with ExitStack() as locked:
            docs_staging = locked.enter_context(claim(self.settings.docs_dir))
            site_staging = self._site_staging(locked) if with_site else None
            self.compares = False
            decided = self.decide(names, base)
            publication = Publication(
                self.settings,
                self.problems,
                self.workers,
                self.cache,
                self._stage,
                decided.language,
            )
            try:
                published = publication.publish(decided.catalogue, docs_staging, site_staging)
            finally:
                self.report.begun |= {"pages"} if docs_staging.begun else set()
                if site_staging:
                    self.report.begun |= {"site"} if site_staging.begun else set()
            self.report.written = published.written
            self.report.site = published.site
            if publishes:
                self._write_down(decided.ledger)
            self.report.left = () if self._told_once else published.left
            self._bound_cache()
            self.report.synced = docs_staging.seconds
            self.report.synced += site_staging.seconds if site_staging else 0
        return self.report

    def _write_down(self, ledger: Ledger) -> None:
        """Write which addresses are published; the file stays as it is where nothing changed."""
        path = self.settings.catalogue_dir / LEDGER
        data = text_of(ledger).encode()
        try:
            if path.exists() and path.read_bytes() == data:
                return
            replace_file(path, data)
            self.report.ledger_changed = True
        except OSError as error:
            self.problems.warning(
                Place(self.settings.shown(path)),
                f"cannot be written: {error.strerror or error}",
                "without it a later build does not know which addresses were published",
            )

    def _site_staging(self, locked: ExitStack) -> Staging:
        check_ours(self.settings.site_dir)
        staging = locked.enter_context(claim(self.settings.site_dir))
        # Another build may have been writing when it was looked at first.
        check_ours(self.settings.site_dir)
        return staging

    def _bound_cache(self) -> None:
        """Keep no more than there is room for, and say if nothing can be kept."""
        self.cache.bound()
        if self.cache.refused and self.cache.folder:
            self.problems.note(
                Place(self.settings.shown(self.cache.folder)),
                f"what was made cannot be kept: {self.cache.refused.strerror}",
                "the pages are right, but the next build takes as long",
            )

    def _count(self, label: str, read: Sequence[sources.ReadFile]) -> None:
        entries = sum(item.reading.entries for item in read)
        rejected = sum(item.reading.rejected for item in read)
        self.report.per_source[label] = (entries, rejected)
        self.report.entries += entries
        self.report.rejected += rejected

    @contextmanager
    def _stage(self, name: str, total: int | None) -> Iterator[Callable[[int], None]]:
        self.progress.stage(name, total)
        start, worked = time.perf_counter(), _worked()
        try:
            yield self.progress.step
        finally:
            self.report.seconds[name] = time.perf_counter() - start
            self.report.processor[name] = _worked() - worked


class _Counter:
    """Counts calls and passes the number on."""

    def __init__(self, step: Callable[[int], None]) -> None:
        self._step = step
        self._done = 0

    def __call__(self, _: str) -> None:
        self._done += 1
        self._step(self._done)


def _worked() -> float:
    """Return the processor seconds of this process and of the children that have ended."""
    return sum(os.times()[:4])


def _name(paper: Paper) -> str:
    return f"{paper.id}: {paper.work.title.plain}"

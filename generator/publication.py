"""From the catalogue to files: pages, downloads and the search index, in docs/ and on the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.cache.files import Tree, tree_of
from generator.cache.packing import digest
from generator.cache.store import Cache
from generator.catalogue import Catalogue
from generator.default_pages import default_pages
from generator.formats import downloads
from generator.language import ENGLISH, Language
from generator.model import MadeFile, OutputFile
from generator.output import (
    Output,
    Staging,
    Written,
    has_room,
    ignored,
    longest_of,
    manifest,
    walk,
)
from generator.output.adopted import written_by_hand
from generator.pages import Keys, Renderer, card_keys, cards_of, chunks, frames, texts
from generator.problems import Place, Problems
from generator.search import authors_files, index_files, slug_of, standing_searches
from generator.settings import Settings
from generator.site import (
    Poured,
    Pouring,
    Site,
    SiteOutput,
    check_links,
    files_of,
    kept,
    pour,
    repository,
    site_url,
)
from generator.site.frames import Frames
from generator.workers import HERE, Workers, chunks_of

#: Papers whose cards are made, and kept, together.
CARDS = 256
#: Of fewer papers, most of them as they were, a process has looked before others are started.
FEW = 2000

#: Begins a stage of so many steps, or of an unknown number, and gives whom to tell of them.
Stage = Callable[[str, int | None], AbstractContextManager[Callable[[int], None]]]


@dataclass(frozen=True)
class Published:
    """What was written. `left` are the trees as they were left, for the next build to look at.

    There are none where a build of the same would say something else: what somebody edited is told
    of once.
    """

    written: Written | None = None
    site: Site | None = None
    left: tuple[Tree, ...] = ()


class Publication:
    """The writing of one catalogue, in a language.

    `stage` begins a stage, `problems` collects what is wrong.
    """

    def __init__(
        self,
        settings: Settings,
        problems: Problems,
        workers: Workers,
        cache: Cache,
        stage: Stage,
        language: Language = ENGLISH,
    ) -> None:
        self._settings = settings
        self._problems = problems
        self._workers = workers
        self._cache = cache
        self._stage = stage
        self._language = language

    def publish(self, catalogue: Catalogue, docs: Staging, site: Staging | None) -> Published:
        """Make and write everything, docs/ first, the site if there is a claim to it.

        Raises BuildFailed when something cannot be written; then what is begun is finished by the
        next build, and all else is as it was.
        """
        settings = self._settings
        self._check_room(catalogue, [docs, *([site] if site else [])])
        output = Output(
            docs,
            self._problems,
            settings.shown(settings.docs_dir),
            settings.work_dir / "edited",
            settings.work_dir / "docs.files",
        )
        on_site = SiteOutput(settings, site, self._problems, self._language) if site else None
        if not output.begin():
            self._problems.stop_if_errors()
        told = len(self._problems)
        try:
            own = self._own(output)
            alone = self._defaults(output, own)
        except OSError as error:
            output.failed(error)
            self._problems.stop_if_errors()
        adopted = len(self._problems) > told
        framed = None
        if on_site:
            with self._stage("frames", None):
                framed = on_site.begin(frames())
            if framed is None:
                output.give_up()
            self._problems.stop_if_errors()
        try:
            shared, poured = self._make(catalogue, output, on_site, framed)
            made = [*files_of(poured), *shared, *alone]
            made += self._ignored(output, made, own)
        except OSError as error:
            output.failed(error)
            if on_site:
                on_site.give_up()
            self._problems.stop_if_errors()
        told = len(self._problems)
        with self._stage("write", None):
            pages = {path for part in poured for path in part.pages}
            written = output.finish(sorted(made, key=lambda file: file.path), pages)
        if on_site and written is None:
            on_site.give_up()
        self._problems.stop_if_errors()
        told_once = adopted or len(self._problems) > told
        # Before the site takes its place: what is edited meanwhile is another input.
        left = self._left(settings.docs_dir, {manifest.NAME, *(file.path for file in made)})
        done = None
        if on_site and framed:
            with self._stage("site", None):
                shared += [file for part in poured for file in part.shared]
                done = on_site.finish(framed, settings.docs_dir, shared, poured)
                check_links(
                    framed, pages | {file.path for file in shared}, settings, self._problems
                )
            self._problems.stop_if_errors()
            left += self._left(settings.site_dir)
        return Published(written, done, () if told_once else left)

    def _own(self, output: Output) -> list[str]:
        """Return the paths of people's own files in docs/, with those that they have now edited."""
        docs = self._settings.docs_dir
        own = written_by_hand(docs, walk(docs)) if docs.is_dir() else []
        return own + output.adopt([*default_pages(self._settings.language), ignored.NAME])

    def _defaults(self, output: Output, own: Collection[str]) -> list[MadeFile]:
        """Write the pages that have a default and are not people's own, into docs/ alone.

        MkDocs makes the site's of them, as of pages that people write.
        """
        files = [
            OutputFile(path, source.read_bytes(), "a page that has a default")
            for path, source in default_pages(self._settings.language, own).items()
        ]
        return self._put(output, files)

    def _ignored(
        self, output: Output, made: Sequence[MadeFile], own: Collection[str]
    ) -> list[MadeFile]:
        """Write what git passes over in docs/, unless people have a file of their own for that."""
        if ignored.NAME in own:
            return []
        data = ignored.ignoring([*(file.path for file in made), manifest.NAME], own)
        return self._put(output, [OutputFile(ignored.NAME, data, "what git is to pass over")])

    def _check_room(self, catalogue: Catalogue, trees: Sequence[Staging]) -> None:
        """Raise BuildFailed where the system has no room for the paths of all files."""
        docs = self._settings.docs_dir
        slugs = (
            [paper.id for paper in catalogue.papers]
            + [topic.slug for area in catalogue.areas for topic in area.topics]
            + [person.slug for person in catalogue.people]
            + [venue.slug for venue in catalogue.venues]
            + [slug_of(search) for search in self._settings.searches]
        )
        longest = longest_of(slugs, walk(docs) if docs.is_dir() else ())
        for tree in trees:
            has_room(tree.tree, longest, self._settings.shown(tree.tree), self._problems)
        self._problems.stop_if_errors()

    def _make(
        self,
        catalogue: Catalogue,
        output: Output,
        site: SiteOutput | None,
        framed: Frames | None,
    ) -> tuple[list[MadeFile], list[Poured]]:
        """Make all files; return those that docs/ and the site have in common, and the pages."""
        settings, language = self._known(), self._language
        with self._stage("index", None):
            index = index_files(catalogue, self._workers, self._cache, language)
            found = standing_searches(catalogue, settings, index, self._problems)
            made = self._put(output, index)
            made += self._put(output, authors_files(catalogue, self._cache, language))
        if found:
            catalogue = replace(catalogue, searches=found)
        with self._stage("downloads", None):
            shared = self._put(output, downloads(catalogue, settings, self._workers, self._cache))
            by_path = sorted(shared, key=lambda file: file.path)
            renderer = Renderer(catalogue, settings, by_path, language=language)
            shared += made
            shared += self._put(output, texts(renderer))
        keys = Keys(catalogue, settings, framed.digest if framed else "", language)
        draft = site.draft if site else None
        return shared, self._pour(Pouring(renderer, keys, output.draft, draft, framed))

    @staticmethod
    def _put(output: Output, files: Iterable[OutputFile]) -> list[MadeFile]:
        return [output.draft.put(file.path, file.data, file.origin) for file in files]

    def _pour(self, pouring: Pouring) -> list[Poured]:
        """Make all pages and write them, the cards of papers first, for they stand in many."""
        renderer, keys = pouring.renderer, pouring.keys
        parts = chunks(renderer.catalogue)
        kept_as = digest(
            str(self._settings.docs_dir), str(self._settings.site_dir), bool(pouring.site)
        )
        found = self._cache.get("pages", kept_as)
        before: dict[str, Poured] = found.value if found else {}
        few = len(renderer.catalogue.papers) < FEW and bool(before)
        workers = HERE if few else self._workers
        with self._stage("render", len(parts)) as step:
            papers = chunks_of(range(len(renderer.catalogue.papers)), CARDS)
            for found_keys in workers.map(card_keys, papers, keys):
                keys.cards.update(found_keys)
            made = self._cache.map(
                "cards",
                cards_of,
                papers,
                renderer,
                lambda numbers: digest(keys.of_cards(numbers)),
                workers,
            )
            for cards in made:
                renderer.cards.update(cards)
            poured: list[Poured] = []
            now: dict[str, Poured] = {}
            pouring = replace(pouring, before=before)
            for number, done in enumerate(workers.map(pour, parts, pouring), 1):
                for item in done:
                    part = before[item] if isinstance(item, str) else item
                    poured.append(part)
                    if part.key:
                        now[part.name] = part if part is before.get(part.name) else kept(part)
                step(number)
        if now.keys() != before.keys() or any(part is not before[n] for n, part in now.items()):
            self._cache.put("pages", kept_as, now)
        return poured

    def _known(self) -> Settings:
        """Return the settings, with what the publishing workflow and mkdocs.yml say."""
        settings = self._settings
        return replace(settings, url=site_url(settings), repository=repository(settings))

    def _left(self, tree: Path, written: Collection[str] | None = None) -> tuple[Tree, ...]:
        """Return a tree as it is, for the next build to see whether it still is; see `tree_of`."""
        try:
            return (tree_of(tree, written),)
        except OSError as error:
            shown = self._settings.shown(tree)
            self._problems.note(Place(shown), f"will be built again: {error.strerror or error}")
            return ()

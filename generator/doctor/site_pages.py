"""Which pages a site has, and where those lead on that were moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.default_pages import default_pages
from generator.doctor.examined import Examined
from generator.output import manifest
from generator.pages.kinds import KINDS

#: Of these folders the catalogue itself tells which pages there are; of others the last build.
_FOLDERS = ("papers", "topics", "authors", "venues", "years")
#: In these a build makes files and lists of which nothing is known before it.
_OF_BUILDS = {kind.folder.rstrip("/") for kind in KINDS if kind.folder} - {*_FOLDERS}
_FILES_OF_BUILDS = ("llms.txt", "robots.txt", "sitemap.xml")


@dataclass(frozen=True)
class SitePages:
    """Paths of all pages and files below docs/, and of hand-written pages among them.

    `moved` has the path that a former one leads on to, `gone` those whose page says that nothing
    is there any more.
    """

    paths: frozenset[str]
    by_hand: frozenset[str]
    moved: Mapping[str, str]
    gone: frozenset[str]

    @staticmethod
    def may_be_made(path: str) -> bool:
        """Whether a build may make a file of this path, which only a build can tell."""
        folder, _, rest = path.partition("/")
        if folder in _FOLDERS:
            return "/" in rest
        return folder in _OF_BUILDS or path in _FILES_OF_BUILDS


def site_pages(examined: Examined) -> SitePages:
    """Return the pages of a site as the next build makes it. Raises OSError."""
    settings, catalogue = examined.settings, examined.catalogue
    docs = settings.docs_dir
    generated = manifest.read(docs) if docs.is_dir() else {}
    files = [path for path in docs.rglob("*") if path.is_file()] if docs.is_dir() else []
    ours = {path.relative_to(docs).as_posix() for path in files} - generated.keys()
    # Lists over several pages, downloads: known from the last build, if there was one.
    others = {path for path in generated if not _is_of_catalogue(path)}
    moved = _moved(catalogue)
    gone = frozenset(f"{address}.md" for address in catalogue.gone)
    paths = {*ours, *others, *default_pages(settings.language), *_pages(catalogue), *moved, *gone}
    by_hand = frozenset(path for path in ours if path.endswith(".md"))
    return SitePages(frozenset(paths), by_hand, moved, gone)


def _is_of_catalogue(path: str) -> bool:
    """Whether a generated path is a page of one paper, topic, person, venue or year."""
    folder, _, rest = path.partition("/")
    return folder in _FOLDERS and rest.endswith(".md") and "/" not in rest


def _pages(catalogue: Catalogue) -> set[str]:
    indexes = {kind.index for kind in KINDS if kind.index}
    of = {
        "papers": catalogue.by_id.keys() | {s for s, to in catalogue.signposts.items() if to},
        "topics": catalogue.topics.keys() | {"unsorted"},
        "authors": catalogue.person.keys(),
        "venues": catalogue.venue.keys(),
        "years": {str(year) for year in catalogue.years},
    }
    return indexes | {f"{folder}/{slug}.md" for folder, slugs in of.items() for slug in slugs}


def _moved(catalogue: Catalogue) -> dict[str, str]:
    """Return where each former address leads, both as paths; of several ways none is meant."""
    one_way = {slug: to[0] for slug, to in catalogue.signposts.items() if len(to) == 1}
    return {
        **{f"papers/{slug}.md": f"papers/{to}.md" for slug, to in one_way.items()},
        **{f"authors/{s}.md": f"authors/{to}.md" for s, to in catalogue.people_signposts.items()},
        **{f"{address}.md": f"{to}.md" for address, to in catalogue.moved.items()},
    }

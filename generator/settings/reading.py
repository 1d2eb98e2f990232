"""Reads catalogue/catalogue.yml, and finds where things lie."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from generator import yaml_lines
from generator.language import OWN_TRANSLATION, base_of, languages
from generator.problems import Place, Problems, WrongUse, printable, quoted
from generator.settings.catalogue_file import CatalogueFile
from generator.settings.settings import Settings
from generator.text import formula
from generator.text.repair import HAND_STEPS, repair
from generator.validation import validate


def load(
    root: Path,
    problems: Problems,
    catalogue: Path | None = None,
    docs: Path | None = None,
    site: Path | None = None,
) -> Settings | None:
    """Return the settings of the catalogue in `root`, or None after reporting every mistake.

    `catalogue`, `docs` and `site` replace the folders of those names inside `root`. Raises WrongUse
    when a folder to write is a link that leads nowhere or, without being given, out of `root`, or
    when a build would replace what it reads.
    """
    root = _real(root)
    catalogue_dir = _real(catalogue) if catalogue else root / "catalogue"
    path = catalogue_dir / "catalogue.yml"
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        shown = path.as_posix()
    if not os.path.lexists(path):
        problems.error(
            Place(shown),
            f"is not there, so {printable(str(root))} holds no catalogue",
            "go to the folder of one, name it with --root, or make one: paper-catalogue new",
        )
        return None
    document = yaml_lines.load(path, shown, problems)
    if document is None:
        return None
    file = validate(document, CatalogueFile, problems)
    if file is None:
        return None
    settings = Settings(
        root=root,
        catalogue_dir=catalogue_dir,
        docs_dir=_real(docs) if docs else _inside(root, "docs"),
        site_dir=_real(site) if site else _inside(root, "site"),
        work_dir=_inside(root, ".build"),
        name=_said(file.name) or file.name,
        description=_said(file.description),
        url=file.url,
        repository=file.repository,
        forge=file.forge,
        sources=tuple(_on_any_desk(name, root) for name in file.sources),
        related=file.related,
        exports=file.exports,
        language=file.language,
        accent=file.accent,
        logo=file.logo,
        links=file.links,
        footer=file.footer,
        licence=file.licence,
        analytics=file.analytics,
        searches=file.searches,
        digest=file.digest,
        source_places=tuple(document.place(("sources", at)) for at in range(len(file.sources))),
        search_places=tuple(document.place(("searches", at)) for at in range(len(file.searches))),
    )
    if settings.logo and not (settings.docs_dir / settings.logo).is_file():
        problems.error(
            document.place(("logo",)),
            f"logo: {quoted(settings.logo)} is not in {settings.shown(settings.docs_dir)}/",
            "put the picture there, or correct its name",
        )
        return None
    own = catalogue_dir / OWN_TRANSLATION
    if not base_of(settings.language) and not own.is_file():
        problems.error(
            document.place(("language",)),
            f"language: there is no translation into {settings.language}",
            f"choose one of {', '.join(languages())}, or write {settings.shown(own)}",
        )
        return None
    _check_apart(settings)
    return settings


def _on_any_desk(name: str, root: Path) -> str:
    r"""Return the name of a source as every system reads it: saved\*.txt was written on Windows."""
    return name if "\\" not in name or (root / name).exists() else name.replace("\\", "/")


def _check_apart(settings: Settings) -> None:
    """Raise WrongUse when docs or site is, or holds, a folder that a build must not replace."""
    kept = {
        "the catalogue's folder": settings.root,
        "the catalogue": settings.catalogue_dir,
        "the records": settings.papers_dir,
        "the folder of edited pages": settings.work_dir,
    }
    docs, site = settings.docs_dir, settings.site_dir
    for option, folder, others in (
        ("docs", docs, kept | {"the site": site}),
        ("site", site, kept | {"the folder of pages": docs}),
    ):
        for what, other in others.items():
            if holds(folder, other):
                raise WrongUse(
                    f"--{option} {printable(str(folder))}: builds replace that folder, and it is or"
                    f" holds {what} ({printable(str(other))}); give a folder of its own"
                )


def holds(folder: Path, path: Path) -> bool:
    """Whether `path` is `folder` or lies in it, by whatever name.

    Where upper and lower case are the same, `Site` is `site`; a folder may also be mounted twice.
    """
    real = Path(os.path.realpath(path))
    return any(_is_same(place, folder) for place in (real, *real.parents))


def _is_same(first: Path, second: Path) -> bool:
    if first == second:
        return True
    with contextlib.suppress(OSError):
        return first.samefile(second)
    return False


def _said(text: str) -> str:
    """Return a text of the file in Unicode, mended as those of records are."""
    return formula.plain(repair(text, HAND_STEPS))


def _real(path: Path) -> Path:
    """Return where a folder really is: it is replaced itself when files change, no link to it."""
    try:
        path = path.resolve()
        path.lstat()
    except FileNotFoundError:
        return path
    except (OSError, RuntimeError) as error:
        # Python 3.11 raises RuntimeError for a link that leads to itself, later ones OSError.
        reason = getattr(error, "strerror", None) or "it is a link that leads to itself"
        raise WrongUse(f"{printable(str(path))}: cannot be used: {reason}") from error
    return path


def _inside(root: Path, name: str) -> Path:
    """Return where the folder `name` of a catalogue really is; WrongUse if that is elsewhere."""
    real = _real(root / name)
    if real.is_relative_to(root):
        return real
    shown = printable(f"{root / name}: is a link out of the catalogue's folder, to {real}")
    if name == ".build":
        raise WrongUse(f"{shown}; remove the link")
    raise WrongUse(
        f"{shown}; if a build may replace that folder, say so: --{name} {printable(str(real))}"
    )

"""What an earlier version wrote into a catalogue and this one wants otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.cache.files import bytes_of
from generator.default_pages import default_pages
from generator.doctor.ailment import Ailment
from generator.doctor.examined import MAX_BYTES, Examined, text_of
from generator.doctor.remedies import changing, writing
from generator.forms import FORMS, WITH_FORMS, is_written, template_of, template_path
from generator.language import OWN_TRANSLATION, load
from generator.output import manifest
from generator.problems import Place, Problems
from generator.schemas import schemas as schemas_of_this_version
from generator.settings import forge_of
from generator.site.mkdocs import said
from generator.site.reads import own_theme
from generator.site.theme_named import OURS, why_not_ours
from generator.yaml_blocks import line_of, with_block, without_items

#: The style sheets that a mkdocs.yml of version 0.1 named; the theme brings them itself now.
_STYLES_0_1 = frozenset(
    f"assets/stylesheets/{name}.css" for name in ("base", "catalogue", "search", "marks")
)
#: Where its head led to.
_NAV_0_1 = [
    {"Papers": "papers/index.md"},
    {"Topics": "topics/index.md"},
    {"Map": "map.md"},
    {"About": "about.md"},
    {"Reading list": "reading-list.md"},
]
#: A file that only the theme of version 0.1 had, in a catalogue's own folder.
_MARK_0_1 = Path("assets") / "search" / "shared.js"
#: Pages that came with earlier versions as files of one's own, by their digest: they say what no
#: longer is so.
_DEFAULTS_BEFORE = {"guide.md": frozenset({"d5c5a3c6344c9c52031ae868587263db"})}


def theme(examined: Examined) -> Iterator[Ailment]:
    """Find a mkdocs.yml that names no theme of ours: that of version 0.1 named Material."""
    settings = examined.settings
    file, config = settings.root / "mkdocs.yml", said(settings)
    text, wrong = text_of(file), why_not_ours(config)
    if text is None or not wrong:
        return
    what, advice = wrong
    own = own_theme(config)
    keeps = own and not (settings.root / own / _MARK_0_1).is_file()
    block = f"theme:\n  name: {OURS}\n" + (f"  custom_dir: {own}\n" if keeps else "")

    def mended(text: str) -> str:
        return without_items(with_block(text, "theme", block), "extra_css", _STYLES_0_1)

    try:
        where = Place(settings.shown(file), line_of(text, "theme"))
        yaml.compose(mended(text), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        # A build says what is wrong with it.
        return
    yield Ailment(where, what, advice, (changing(file, mended),))


def templates(examined: Examined) -> Iterator[Ailment]:
    """Find the templates of version 0.1 in use, or left over."""
    settings = examined.settings
    config = said(settings)
    for folder in sorted({own_theme(config), "theme"} - {""}):
        if (settings.root / folder / _MARK_0_1).is_file():
            yield Ailment(
                Place(folder),
                "holds the theme of version 0.1, which is a part of the package now",
                "remove the folder, or keep in it only what is your own",
            )


def nav(examined: Examined) -> Iterator[Ailment]:
    """Find a head that does not lead to pages that have been added."""
    settings = examined.settings
    config = said(settings)
    listed = str(config.get("nav") or "")
    missing = [
        page
        for page in ("authors/index.md", "venues/index.md", "years/index.md")
        if listed and page not in listed
    ]
    file = settings.root / "mkdocs.yml"
    text = text_of(file)
    if text is not None and missing and "papers/index.md" in listed:

        def without(text: str) -> str:
            return with_block(with_block(text, "nav", ""), "not_in_nav", "")

        yield Ailment(
            Place(settings.shown(file), line_of(text, "nav")),
            f"nav does not lead to {', '.join(missing)}",
            "add them, or remove `nav` and `not_in_nav`: then the head has all that there is",
            (changing(file, without),) if config.get("nav") == _NAV_0_1 else (),
        )


def schemas(examined: Examined) -> Iterator[Ailment]:
    """Find schemas of another version, by which editors would find mistakes that are none."""
    settings = examined.settings
    folder = settings.catalogue_dir / "schemas"
    if not folder.is_dir() or folder.is_symlink():
        return
    for name, data in sorted(schemas_of_this_version().items()):
        path = folder / name
        if not path.is_file() or bytes_of(path, MAX_BYTES) != data:
            yield Ailment(
                Place(settings.shown(path)),
                "is not that of this version" if path.is_file() else "is missing",
                "write it anew: paper-catalogue schema",
                (writing(path, data),),
            )


def default_pages_before(examined: Examined) -> Iterator[Ailment]:
    """Find pages that an earlier version brought as files of one's own, and nobody changed."""
    settings = examined.settings
    generated = manifest.read(settings.docs_dir) if settings.docs_dir.is_dir() else {}
    for path in default_pages(settings.language):
        file = settings.docs_dir / path
        if path in generated or not file.is_file():
            continue
        if manifest.digest(bytes_of(file, MAX_BYTES)) in _DEFAULTS_BEFORE.get(path, ()):
            yield Ailment(
                Place(settings.shown(file)),
                "is that of an earlier version, unchanged",
                "remove it: builds bring the one of this version",
                (writing(file, None),),
            )


def forms(examined: Examined) -> Iterator[Ailment]:
    """Find forms for readers of another version or language: what they ask would not be read."""
    settings = examined.settings
    if forge_of(settings.repository, settings.forge) not in WITH_FORMS:
        return
    own = settings.catalogue_dir / OWN_TRANSLATION
    language = load(settings.language, settings.catalogue_dir, settings.shown(own), Problems())
    for form in FORMS:
        path = settings.root / template_path(form)
        data = template_of(form, language)
        there = bytes_of(path, MAX_BYTES) if path.is_file() else b""
        if there != data:
            yield Ailment(
                Place(settings.shown(path)),
                "is not the form of this version" if there else "is missing",
                "pages of papers lead to it, and intake reads it",
                (writing(path, data),) if is_written(there) else (),
            )


def copies(examined: Examined) -> Iterator[Ailment]:
    """Find a copy of the generator in the catalogue, from when it was used by copying it."""
    settings = examined.settings
    copy = settings.root / "generator" / "__main__.py"
    if copy.is_file() and not copy.samefile(Path(__file__).parents[1] / "__main__.py"):
        yield Ailment(
            Place("generator"),
            "is a copy of the generator, which this command does not run",
            "remove it, with Makefile and tests/, if you changed nothing in it; or run"
            " `python -m generator` here",
        )

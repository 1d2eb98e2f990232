"""The files of a new catalogue: written all, or none."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import metadata
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.forms import FORMS, template_of, template_path
from generator.language import base_of, load
from generator.new.sources import SOURCES, Taken
from generator.problems import Problems, WrongUse, printable
from generator.schemas import schemas
from generator.settings import forge_of
from generator.text.markdown import escape
from generator.version import PACKAGE, version
from generator.write_file import replace_file

#: Where each file comes to lie, by its template.
_FILES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "mkdocs.yml": "mkdocs.yml",
    "catalogue.yml": "catalogue/catalogue.yml",
    "topics.yml": "catalogue/topics.yml",
    "about.md": "docs/about.md",
    "publish.yml": ".github/workflows/publish.yml",
}
#: What a catalogue without any source begins with.
_EXAMPLE = ("example.yml", "catalogue/papers/attention-is-all-you-need.yml")
#: A new catalogue corrects no string yet.
_NO_FOLDER = Path(__file__).parent / "none"
#: What a folder may hold that becomes a catalogue: a host makes it with a new repository.
_MAY_BE_THERE = frozenset({"README.md", ".gitignore"})


@dataclass(frozen=True)
class Wishes:
    """What somebody says of a new catalogue; texts that are empty can be written later."""

    name: str
    description: str = ""
    url: str = ""
    repository: str = ""
    language: str = "en"


def _repository() -> str:
    """Return where the project is, as pyproject.toml says it, or nothing."""
    lines = [str(line).partition(", ") for line in metadata(PACKAGE).get_all("Project-URL") or ()]
    return next((address.rstrip("/") for name, _, address in lines if name == "Repository"), "")


def action() -> str:
    """Return the action that a workflow names: that of the version installed here."""
    return f"{'/'.join(_repository().split('/')[-2:])}@v{version()}"


def name_from(folder: Path) -> str:
    """Return the name that a folder suggests: "My papers" for my-papers."""
    words = re.sub(r"[-_\s]+", " ", folder.name).strip()
    return words[:1].upper() + words[1:] or "Papers"


def make_catalogue(
    folder: Path, wishes: Wishes, sources: Sequence[Taken], libraries: Sequence[str] = ()
) -> list[str]:
    """Write a catalogue into `folder`, which may be there if nothing is in the way.

    `sources` are copied into it, `libraries` are sources that are to be fetched. Returns the paths
    of the files that were there already and stayed as they were. Raises WrongUse when something is
    in the way, naming all of it, and OSError when it cannot be written; then what was written is
    removed.
    """
    named = [*([f"{SOURCES}/"] if sources else []), *libraries]
    files = _files(wishes, named)
    _check_room(folder, [*files, *(f"{SOURCES}/{source.name}" for source in sources)])
    was_there = folder.exists()
    kept = [path for path in files if (folder / path).exists()]
    written: list[Path] = []
    try:
        for path in [path for path in files if path not in kept]:
            target = folder / path
            replace_file(target, files[path])
            written.append(target)
        for source in sources:
            target = folder / SOURCES / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            written.append(target)
            shutil.copyfile(source.file, target)
    except BaseException:
        _undo(folder, written, was_there)
        raise
    return kept


def _files(wishes: Wishes, sources: Sequence[str]) -> dict[str, bytes]:
    """Return the files that are written, by their paths."""
    templates = Environment(  # noqa: S701, nothing here is HTML; each value is quoted for its place
        loader=PackageLoader("generator.new", "files"),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["quoted"] = _quoted
    templates.filters["text"] = escape
    names = dict(_FILES) if sources else dict([*_FILES.items(), _EXAMPLE])
    about = f"about.{base_of(wishes.language)}.md"
    if about in templates.list_templates():
        names[about] = names.pop("about.md")
    made = {
        path: templates.get_template(template)
        .render(
            **vars(wishes),
            sources=sources,
            action=action(),
            documentation=f"{_repository()}/blob/v{version()}/docs/maintainers/index.md",
        )
        .encode()
        for template, path in names.items()
    }
    if forge_of(wishes.repository) != "gitlab":
        language = load(wishes.language, _NO_FOLDER, "", Problems())
        made |= {template_path(form): template_of(form, language) for form in FORMS}
    return made | {f"catalogue/schemas/{name}": data for name, data in schemas().items()}


def _quoted(text: str) -> str:
    """Return a text as YAML has it between single quotes, where a backslash is only a backslash.

    What cannot be seen is written out: YAML does not allow all of it.
    """
    return "'" + printable(text).replace("'", "''") + "'"


def _check_room(folder: Path, paths: Sequence[str]) -> None:
    """Raise WrongUse when anything of `paths` stands in `folder`, but for what may stay there."""
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{printable(str(folder))}: is a file; name a folder that is not there yet")
    there = [p for p in paths if (folder / p).exists() and p not in _MAY_BE_THERE]
    there += [p for p in ("catalogue", "mkdocs.yaml") if (folder / p).exists() and not there]
    if there:
        raise WrongUse(
            "\n".join(printable(f"{folder / path}: is there already") for path in there)
            + "\nname another folder; nothing was written"
        )


def _undo(folder: Path, written: Sequence[Path], was_there: bool) -> None:
    """Remove what was written, and folders that it leaves empty."""
    for path in written:
        path.unlink(missing_ok=True)
    folders = {above for path in written for above in path.parents if above.is_relative_to(folder)}
    for above in sorted(folders, key=lambda path: -len(path.parts)):
        if above != folder or not was_there:
            with contextlib.suppress(OSError):
                # It fails, as it should, where something else is in it.
                above.rmdir()

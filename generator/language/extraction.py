"""Finds every string that visitors are told, and brings the PO files up to date with them.

`python -m generator.language` does it for all of them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.language.files import FOLDER, TEMPLATE, languages
from generator.language.po import strings_of

_PACKAGE = Path(__file__).parents[1]
#: What reads which files, the first that fits.
_READERS = [
    # These talk to maintainers, in English.
    ("language/language.py", "python"),
    ("language/**.py", "ignore"),
    ("serve/**.py", "ignore"),
    ("commands/**.py", "ignore"),
    ("**.py", "python"),
    ("**.j2", "jinja2.ext:babel_extract"),
    ("theme/**.html", "jinja2.ext:babel_extract"),
]
_SCRIPTS = [("theme/assets/**.js", "javascript")]
#: A template that cannot be read is an error, not one without strings.
_OPTIONS = {name: {"silent": "false"} for name in ("**.j2", "theme/**.html")}
#: The functions that say something, with which of their arguments are strings; see
#: generator/theme/assets/shared/words.js for those of JavaScript.
_SAYING = {"say": None, "to_say": None, "counted": (2, 3), "to_count": (1, 2)}
_SAYING_IN_SCRIPTS = {"say": None, "sentence": None, "counted": (2, 3), "countedSentence": (2, 3)}
_COMMENT = "Translators:"
_HEADER = """\
msgid ""
msgstr ""
{language}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
{plural}
"""


def extracted(package: Path = _PACKAGE) -> Catalog:
    """Return every string of the package, with the files that say it."""
    found = Catalog(charset="utf-8")
    for file, message, comments in sayings(package):
        found.add(message, locations=[(file, 0)], auto_comments=comments)
    return found


def sayings(package: Path = _PACKAGE) -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    """Yield each place where something is said: file, text or both its forms, comments on it."""
    for readers, functions in ((_READERS, _SAYING), (_SCRIPTS, _SAYING_IN_SCRIPTS)):
        for name, _, message, comments, _ in extract_from_dir(
            package,
            method_map=readers,
            options_map=_OPTIONS,
            keywords=functions,
            comment_tags=(_COMMENT,),
            strip_comment_tags=True,
        ):
            yield Path(name).as_posix(), message, comments


def updated(catalog: Catalog, template: Catalog) -> Catalog:
    """Return a translation with the strings of `template`, and without those that are gone.

    What is new and resembles an older one has its translation, marked as fuzzy.
    """
    catalog.update(template)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog, language: str = "") -> bytes:
    """Return a PO file: strings sorted, with files but no lines, so that changes are seen in it."""
    file = io.BytesIO()
    write_po(
        file, catalog, width=100, omit_header=True, include_lineno=False, sort_output=True,
        ignore_obsolete=True,
    )  # fmt: skip
    rule = f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};"
    header = _HEADER.format(
        language=f'"Language: {language}\\n"\n' if language else "",
        plural=f'"Plural-Forms: {rule}\\n"\n' if language else "",
    )
    return header.encode() + file.getvalue()


def update_all() -> dict[str, int]:
    """Bring messages.pot and all languages up to date; return how many strings each is missing."""
    template = extracted()
    TEMPLATE.write_bytes(written(template))
    missing = {}
    for code in languages():
        if code == "en":
            continue
        path = FOLDER / f"{code}.po"
        with path.open("rb") as file:
            catalog = updated(read_po(file, locale=code), template)
        path.write_bytes(written(catalog, code))
        missing[code] = sum(bool(m.id) and (m.fuzzy or not all(strings_of(m))) for m in catalog)
    return missing

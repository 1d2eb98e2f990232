"""The theme's files among themselves: which module imports which, and how classes are named."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import ROOT

THEME = ROOT / "generator" / "theme"
ASSETS = THEME / "assets"
MODULES = sorted(ASSETS.glob("*/*.js"))
#: Types are not imported at run time; they stand in comments.
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
STATIC = re.compile(r'^(?:import|export)\b[^;()=]*?"(\.[^"]+)"', re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\("(\.[^"]+)"\)')
#: A call of what shared/words.js gives, and one whose strings stand in it as they are.
CALL = re.compile(r"(?<!function )\b(?:say|sentence|counted|countedSentence)\(.{0,60}", re.DOTALL)
WRITTEN_OUT = re.compile(
    r'(?:say|sentence)\(\s*"[^"]+"\s*[,)]|counted(?:Sentence)?\(\s*[^",]+,\s*"[^"]+",\s*"[^"]+"\s*[,)]'
    # That module itself hands on what it was given.
    r"|(?:sentence\(text|countedSentence\(count), "
)
#: A block of several words, and its part.
CLASS = re.compile(r"cat-[a-z]+(-[a-z]+)*(__[a-z]+)?")


def imports(module: Path, *kinds: re.Pattern[str]) -> list[Path]:
    code = COMMENT.sub("", module.read_text("utf-8"))
    return [(module.parent / name).resolve() for kind in kinds for name in kind.findall(code)]


def loaded(*names: str) -> set[str]:
    """The modules that a browser fetches for these before anything is done on the page."""
    waiting = [ASSETS / name for name in names]
    found: set[Path] = set()
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += imports(module, STATIC)
    return {module.relative_to(ASSETS).as_posix() for module in found}


def test_no_module_imports_itself_over_others() -> None:
    below = {module: imports(module, STATIC, DYNAMIC) for module in MODULES}
    assert any(below.values())
    while below:
        free = [module for module, needed in below.items() if not set(needed) & below.keys()]
        assert free, f"these import each other in a circle: {sorted(map(str, below))}"
        for module in free:
            del below[module]


def test_every_page_loads_few_modules() -> None:
    assert loaded("search/box.js", "reading/marks.js") == {
        "reading/marks.js",
        "reading/store.js",
        "search/box.js",
        "search/opening.js",
        "shared/dom.js",
        "shared/site.js",
        "shared/words.js",
    }


def test_what_pages_share_imports_nothing_of_one_page() -> None:
    for module in MODULES:
        if module.parent.name == "shared":
            assert all(other.parent.name == "shared" for other in imports(module, STATIC)), module


def test_classes_of_the_frame_and_of_scripts_are_blocks_and_parts() -> None:
    for path in sorted(p for p in THEME.rglob("*") if p.suffix in (".css", ".js", ".html")):
        for name in re.findall(r"(?<![\w-])cat-[\w-]*\w", path.read_text("utf-8")):
            assert CLASS.fullmatch(name), f"{path.name}: {name}"


def test_what_scripts_say_is_written_out_where_they_say_it() -> None:
    """Else nobody finds it who looks for strings to translate."""
    for module in MODULES:
        code = COMMENT.sub("", module.read_text("utf-8"))
        for call in CALL.finditer(code):
            assert WRITTEN_OUT.match(code, call.start()), f"{module.name}: {call[0]}"

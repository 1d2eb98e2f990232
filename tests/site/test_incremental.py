"""A build that takes from the cache what it can gives the bytes of one that makes everything."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.cache.store import NO_CACHE, Cache
from generator.output import manifest
from generator.pipeline import BuildReport, Pipeline
from generator.problems import BuildFailed, Problem, Problems
from generator.workers import HERE, Processes, Workers
from tests.projects import make_project

#: Builds that are compared; `make benchmark` asks for more.
ROUNDS = int(os.environ.get("ROUNDS", "4"))

WORDS = (
    "sheep fields grafting storm weather listing silence O(n) GROW spade weed calm Ñandú".split()
)
PEOPLE = ["Ada Example", "Ben Sample", "Example, A.", "José Ñandú", "Quill, Ada", "Mi Li"]


def _text(of: random.Random, length: int) -> str:
    return " ".join(of.choices(WORDS, k=length)).capitalize()


def _other_words(of: random.Random) -> tuple[str, str]:
    before, after = of.sample(WORDS, 2)
    return before, after


def _records(project: Path) -> list[Path]:
    return sorted((project / "catalogue" / "papers").glob("*.yml"))


def _lines(project: Path) -> Path:
    return project / "sources" / "more.jsonl"


def write_record(project: Path, of: random.Random) -> None:
    name = f"record-{of.randrange(1000)}"
    record = {
        "title": _text(of, 4),
        "summary": f"{_text(of, 12)}.",
        "authors": of.sample(PEOPLE, 2),
        "year": of.randint(2020, 2031),
        "topics": of.sample(["gardening", "weather", "listings"], of.randint(0, 2)),
    }
    # YAML takes JSON, too.
    (project / "catalogue" / "papers" / f"{name}.yml").write_text(json.dumps(record))


def edit_record(project: Path, of: random.Random) -> None:
    path = of.choice(_records(project))
    text = path.read_text()
    path.write_text(text.replace("summary: ", f'note: "{_text(of, 3)}"\nsummary: ', 1))
    if "note: " in text:
        path.write_text(text.replace(*_other_words(of)))


def reword_record(project: Path, of: random.Random) -> None:
    """Change what pages show of a record: cards in lists, names, what relates it to others."""
    ours = [path for path in _records(project) if path.read_text().startswith("{")]
    if not ours:
        write_record(project, of)
        return
    path = of.choice(ours)
    record = json.loads(path.read_text())
    record |= of.choice(
        [
            {"title": _text(of, 4)},
            {"summary": f"{_text(of, 9)}."},
            {"authors": of.sample(PEOPLE, of.randint(1, 4))},
            {"year": of.randint(2020, 2031)},
            {"venue": of.choice(["CONF", "Journal of Sheep"])},
            {"kind": of.choice(["survey", "method"])},
            {"added": f"2031-0{of.randint(1, 3)}-0{of.randint(1, 9)}"},
            {"introduces": [of.choice(WORDS).capitalize() + "Net"]},
        ]
    )
    path.write_text(json.dumps(record))


def remove_record(project: Path, of: random.Random) -> None:
    records = _records(project)
    if len(records) > 1:
        of.choice(records).unlink()


def rename_record(project: Path, of: random.Random) -> None:
    path = of.choice(_records(project))
    path.rename(path.with_name(f"renamed-{of.randrange(1000)}.yml"))


def add_line(project: Path, of: random.Random) -> None:
    lines = _lines(project).read_text().splitlines()
    said = {
        "title": _text(of, 5),
        "authors": of.sample(PEOPLE, 3),
        "year": of.randint(2019, 2031),
    }
    said |= {"abstract": f"{_text(of, 30)}.", "venue": of.choice(["CONF", "Journal of Sheep"])}
    lines.insert(of.randrange(len(lines) + 1), json.dumps(said))
    _lines(project).write_text("\n".join(lines) + "\n")


def edit_line(project: Path, of: random.Random) -> None:
    lines = _lines(project).read_text().splitlines()
    at = of.randrange(len(lines))
    lines[at] = lines[at].replace(*_other_words(of))
    _lines(project).write_text("\n".join(lines) + "\n")


def edit_list(project: Path, of: random.Random) -> None:
    """Change the day of a list, or how often a paper in one was voted for."""
    path = project / "sources" / of.choice(["spaced.txt", "daily.json"])
    text = path.read_text()
    path.write_text(
        text.replace("Jun 3\n", f"Jun {of.randint(4, 9)}\n").replace(
            '"upvotes": 4', f'"upvotes": {of.randint(40, 49)}'
        )
    )


def remove_line(project: Path, of: random.Random) -> None:
    lines = _lines(project).read_text().splitlines()
    if len(lines) > 1:
        del lines[of.randrange(len(lines))]
    _lines(project).write_text("\n".join(lines) + "\n")


def write_doubtful_line(project: Path, of: random.Random) -> None:
    """Add lines that are warned of: their messages must come each time."""
    with _lines(project).open("a") as file:
        file.write(of.choice(['{"no": "title"}\n', "not JSON\n", '{"title": "T", "year": "x"}\n']))


def edit_topics(project: Path, of: random.Random) -> None:
    path = project / "catalogue" / "topics.yml"
    path.write_text(path.read_text().replace("- storm", f"- storm\n          - {_text(of, 2)}", 1))


def ask_a_service(project: Path, of: random.Random) -> None:
    """Add an answer of a service about a paper, or about none."""
    said: dict[str, object] = {
        "title": _text(of, 5),
        "authors": of.sample(PEOPLE, 2),
        "year": str(of.randint(2019, 2031)),
    }
    named = [
        json.loads(line) for line in _lines(project).read_text().splitlines() if '"title"' in line
    ]
    if named:
        said["title"] = of.choice(named)["title"]
    said |= {"counts": {"citations": of.randint(1, 99)}, "pages": "1-9"}
    row = {"paper": "any", "of": f"title:{said['title']}", "on": f"2031-01-{of.randint(10, 28)}"}
    path = project / "catalogue" / "facts" / "openalex.jsonl"
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        file.write(json.dumps({**row, "says": said}) + "\n")


def touch_all(project: Path, of: random.Random) -> None:
    for path in (project / "catalogue").rglob("*"):
        os.utime(path, (1, of.randrange(1000)))


def damage_cache(project: Path, of: random.Random) -> None:
    kept = sorted((project / ".build" / "cache").iterdir())
    for path in of.sample(kept, min(len(kept), 3)):
        data = path.read_bytes()
        at = of.randrange(len(data) or 1)
        flipped = bytes([data[at] ^ 255]) if data else b"new"
        damaged = [data[:at], data[:at] + flipped + data[at + 1 :], b"", None]
        new = of.choice(damaged)
        path.unlink() if new is None else path.write_bytes(new)


EDITS: list[Callable[[Path, random.Random], None]] = [
    write_record,
    edit_record,
    reword_record,
    reword_record,
    remove_record,
    rename_record,
    add_line,
    edit_line,
    edit_list,
    remove_line,
    write_doubtful_line,
    edit_topics,
    ask_a_service,
    touch_all,
    damage_cache,
]


def build(project: Path, workers: Workers, cache: Cache) -> tuple[BuildReport, list[Problem]]:
    """Build a project; return what was done and told but of the pages before."""
    problems = Problems()
    settings = settings_module.load(project, problems)
    assert settings
    try:
        pipeline = Pipeline(settings, problems, workers=workers, cache=cache)
        report = pipeline.build([], project)
    except BuildFailed as failed:
        failed.add_note("\n".join(map(str, problems)))
        raise
    return report, [p for p in problems if not p.where.file.startswith("docs/")]


def pages(project: Path) -> dict[str, bytes]:
    docs, site = project / "docs", project / "site"
    made = {name: (docs / name).read_bytes() for name in (*manifest.read(docs), manifest.NAME)}
    return made | {
        f"site/{path.relative_to(site)}": path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def without_what_was_built(project: Path, target: Path) -> Path:
    """Copy what people wrote of a project to `target`."""
    make_project(target)
    for part in ("catalogue", "sources"):
        shutil.rmtree(target / part)
        shutil.copytree(project / part, target / part)
    # Frames are the same for both, and have tests of their own.
    shutil.copytree(project / ".build" / "frames", target / ".build" / "frames")
    return target


@pytest.mark.slow
def test_each_build_of_a_catalogue_that_changes_is_that_of_a_cold_one(tmp_path: Path) -> None:
    # The seed is fixed so that a failure can be looked into.
    of = random.Random(ROUNDS)
    project = make_project(tmp_path / "project")
    told: list[str] = []
    for number in range(ROUNDS):
        workers = Processes(2) if number % 2 else HERE
        ledger = project / "catalogue" / "addresses.yml"
        published = ledger.read_bytes()
        warm = build(project, workers, Cache(project / ".build" / "cache"))
        other = without_what_was_built(project, tmp_path / f"cold-{number}")
        (other / "catalogue" / "addresses.yml").write_bytes(published)
        cold = build(other, HERE, NO_CACHE)
        assert warm[1] == cold[1], told
        assert ledger.read_bytes() == (other / "catalogue" / "addresses.yml").read_bytes()
        assert (warm[0].entries, warm[0].per_source) == (cold[0].entries, cold[0].per_source)
        one, another = pages(project), pages(other)
        assert [name for name in {**one, **another} if one.get(name) != another.get(name)] == []
        assert len(one) > 50
        shutil.rmtree(other)
        for edit in of.choices(EDITS, k=5):
            told.append(edit.__name__)
            edit(project, of)


def say_in(code: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        path = project / "catalogue" / "catalogue.yml"
        lines = [line for line in path.read_text().splitlines() if "language:" not in line]
        path.write_text("\n".join([*lines, f"language: {code}", ""]))

    return edit


def correct(english: str, said: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        string = f'msgid "{english}"\nmsgstr "{said}"\n'
        (project / "catalogue" / "language.po").write_text(head + string, "utf-8")

    return edit


def test_another_language_or_string_reaches_every_page_and_script(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    cache = Cache(project / ".build" / "cache")
    build(project, HERE, cache)
    paper, script = "site/papers/grow-slowly/index.html", "site/assets/shared/words.js"
    steps = [
        (say_in("de"), "de", "Merken"),
        (correct("Save", "Aufheben"), "de", "Aufheben"),
        (correct("Save", "Behalten"), "de", "Behalten"),
        (say_in("zh"), "zh", "Behalten"),
    ]
    for number, (edit, code, said) in enumerate(steps):
        edit(project)
        build(project, HERE, cache)
        other = without_what_was_built(project, tmp_path / f"cold-{number}")
        shutil.rmtree(other / ".build")
        build(other, HERE, NO_CACHE)
        warm, cold = pages(project), pages(other)
        assert [name for name in {**warm, **cold} if warm.get(name) != cold.get(name)] == []
        assert f"<html class=no-js lang={code}>" in warm[paper].decode()
        assert f">{said}</button>" in warm[paper].decode()
        assert f'"Save":"{said}"' in warm[script].decode()


def test_where_nothing_can_be_kept_that_is_noted_once_and_the_pages_are_right(
    tmp_path: Path,
) -> None:
    project, other = make_project(tmp_path / "project"), make_project(tmp_path / "other")
    (project / ".build").mkdir()
    (project / ".build" / "cache").write_text("a file of somebody")
    _, told = build(project, HERE, Cache(project / ".build" / "cache"))
    _, without = build(other, HERE, NO_CACHE)
    assert pages(project) == pages(other)
    (note,) = [problem for problem in told if problem not in without]
    assert str(note).startswith(".build/cache: what was made cannot be kept: ")
    assert (project / ".build" / "cache").read_text() == "a file of somebody"

"""A build while serving says what is wrong, and ends nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import claim
from generator.pipeline import BuildReport, Pipeline
from generator.problems import Place
from generator.rebuild import Rebuilding
from generator.serve import Outcome, Result
from generator.workers import WorkerLost


@pytest.fixture
def again(project: Path, monkeypatch: pytest.MonkeyPatch) -> Rebuilding:
    monkeypatch.chdir(project)
    return Rebuilding(project, None, None, None, [])


def whats(outcome: Outcome) -> list[str]:
    return [f"{problem.where} {problem.what}".strip() for problem in outcome.problems]


def test_errors_are_told_in_the_terminal_and_to_the_pages_without_warnings(
    project: Path, again: Rebuilding, capfd: pytest.CaptureFixture[str]
) -> None:
    record = project / "catalogue" / "papers" / "one.yml"
    record.write_text("title: One\nsummary: Fine.\nyear: 20x4\n")
    outcome = again.build()
    assert outcome.result is Result.ERRORS
    assert whats(outcome) == ['catalogue/papers/one.yml:3 year: "20x4" is not a year']
    _, err = capfd.readouterr()
    assert (
        'error: catalogue/papers/one.yml:3: year: "20x4" is not a year (write four digits)' in err
    )
    assert "warning: sources/more.jsonl" in err
    assert "1 error; the last good site stays." in err


def test_warnings_of_a_file_that_has_an_error_are_told_to_the_pages_too(
    again: Rebuilding, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(pipeline: Pipeline, *_: object, **__: object) -> None:
        problems = pipeline.problems
        problems.warning(Place("mkdocs.yml"), "no such theme")
        problems.warning(Place("refs.bib", 3), "no year")
        problems.error(Place("mkdocs.yml"), "MkDocs cannot build the site")
        problems.stop_if_errors()

    monkeypatch.setattr(Pipeline, "build", build)
    assert whats(again.build()) == [
        "mkdocs.yml MkDocs cannot build the site",
        "mkdocs.yml no such theme",
    ]


def test_settings_that_cannot_be_read_are_an_error(project: Path, again: Rebuilding) -> None:
    assert again.settings() is not None
    (project / "catalogue" / "catalogue.yml").write_text("nam: Sheep\n")
    assert again.settings() is None
    outcome = again.build()
    assert outcome.result is Result.ERRORS
    assert any(what.startswith("catalogue/catalogue.yml:1 nam: is not") for what in whats(outcome))


def test_a_source_that_was_deleted_is_an_error_until_it_is_back(
    project: Path, again: Rebuilding, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = project / "catalogue" / "catalogue.yml"
    settings.write_text(settings.read_text().replace("[sources/]", "[a.bib, b.bib]"))
    outcome = again.build()
    assert outcome.result is Result.ERRORS
    assert [what.split(" (")[0] for what in whats(outcome)] == [
        "a.bib: no such file or folder",
        "b.bib: no such file or folder",
    ]
    assert "a.bib: no such file" in capfd.readouterr().err


def test_another_build_is_waited_for(project: Path, again: Rebuilding) -> None:
    with claim(project / "docs"):
        assert again.build() == Outcome(Result.BUSY)


@pytest.mark.parametrize(
    ("error", "result", "what"),
    [
        (KeyError("sheep"), Result.FAULT, "KeyError: 'sheep'"),
        (RecursionError("too deep"), Result.FAULT, "RecursionError: too deep"),
        (MemoryError(), Result.FAULT, "MemoryError"),
        (OSError(28, "No space left on device", "site"), Result.ERRORS, "site: No space left"),
        (WorkerLost("a process was ended"), Result.ERRORS, "a process was ended"),
    ],
)
def test_whatever_ends_a_build_serving_goes_on(
    again: Rebuilding,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: Exception,
    result: Result,
    what: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Pipeline, "build", fail)
    outcome = again.build()
    assert outcome.result is result
    assert whats(outcome)[0].startswith(what)
    err = capfd.readouterr().err
    assert ("Traceback" in err) == (result is Result.FAULT)
    assert what in err


def test_an_interruption_is_passed_on(again: Rebuilding, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Pipeline, "build", interrupt)
    with pytest.raises(KeyboardInterrupt):
        again.build()


def test_sources_of_the_command_line_start_where_it_was_called(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[object, Path]] = []

    def build(pipeline: Pipeline, names: object, base: Path, *, publishes: bool) -> BuildReport:
        assert not publishes  # it is only looked at
        called.append((names, base))
        return pipeline.report

    monkeypatch.chdir(project / "sources")
    monkeypatch.setattr(Pipeline, "build", build)
    assert Rebuilding(project, None, None, None, ["x.bib"]).build() == Outcome(Result.GOOD)
    assert called == [(["x.bib"], Path.cwd())]

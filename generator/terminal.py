"""What a terminal is shown: progress, problems, what was done."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.console import ERR, Kind, Line
from generator.figures.wording import counted
from generator.pipeline import BuildReport
from generator.problems import Problem, Problems, Severity, printable
from generator.settings import Settings
from generator.write_file import replace_file

#: More warnings than this are counted; all of them stand in the file of problems.
MAX_SHOWN = 40

_KINDS: dict[Severity, Kind] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


class Shown:
    """Shows the stages of a build as one line with a bar."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task = bars.add_task("start", total=None)

    def stage(self, name: str, total: int | None) -> None:
        """Begin a stage of `total` steps, or of an unknown number."""
        self._bars.reset(self._task, description=name, total=total)

    def step(self, done: int) -> None:
        """`done` steps of the stage are done."""
        self._bars.update(self._task, completed=done)


@contextlib.contextmanager
def progress_shown() -> Iterator[Shown | None]:
    """Show progress on a terminal; be quiet in a pipe."""
    if not ERR.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=ERR, transient=True) as bars:
        yield Shown(bars)


def steps_of(progress: Shown | None) -> Callable[[str, int, int], None]:
    """Return what shows of a named stage how many of how many are done; nothing without progress.

    A total of 0 is one that is not known yet.
    """
    if progress is None:
        return lambda _name, _done, _total: None
    shown: list[tuple[str, int]] = []

    def show(name: str, done: int, total: int) -> None:
        if shown != [(name, total)]:
            shown[:] = [(name, total)]
            progress.stage(name, total or None)
        progress.step(done)

    return show


def problem_lines(problems: Problems, settings: Settings | None) -> list[Line]:
    """Return lines of the problems: every error, and the first MAX_SHOWN others.

    Where there are more, all of them are written into a file, and that is said, too.
    """
    lines, others = [], 0
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            others += 1
        if problem.severity is Severity.ERROR or others <= MAX_SHOWN:
            lines.append(Line(_KINDS[problem.severity], _told(problem)))
    if others > MAX_SHOWN and settings is not None:
        path = settings.work_dir / "problems.txt"
        try:
            replace_file(path, "".join(f"{_told(problem)}\n" for problem in problems).encode())
            where = f"all are in {settings.shown(path)}"
        except OSError as error:
            where = f"{settings.shown(path)} cannot be written ({error.strerror})"
        lines.append(Line("warning", f"and {others - MAX_SHOWN:,} more; {where}"))
    return lines


def _told(problem: Problem) -> str:
    return f"{problem.severity.name.lower()}: {problem}"


def count_lines(report: BuildReport) -> list[Line]:
    """Return lines of how many entries were read, from where, and what became of them."""
    out = f" + {report.withdrawn:,} withdrawn" if report.withdrawn else ""
    said = [
        f"{counted(report.entries - report.records, 'entry', 'entries')} and"
        f" {counted(report.records, 'record')} read = {report.merged:,} merged +"
        f" {report.rejected:,} rejected{out}; {counted(report.papers, 'paper')}"
    ]
    for label, (entries, rejected) in report.per_source.items():
        refused = f", {rejected} rejected" if rejected else ""
        said.append(f"  {entries:>6} {printable(label)}{refused}")
    if report.facts:
        services = counted(len(report.facts), "service")
        nowhere = f", {report.unattached:,} of no paper" if report.unattached else ""
        said.append(f"facts: {report.facts.total():,} of {services}{nowhere}")
    if report.unsorted:
        said.append(f"{counted(len(report.unsorted), 'paper')} without a topic:")
        said += [f"  {printable(name)}" for name in report.unsorted[:10]]
        if len(report.unsorted) > 10:
            said.append(f"  and {len(report.unsorted) - 10} more, under Unsorted on the site")
    return [Line("done", text) for text in said]


def written_lines(report: BuildReport) -> list[Line]:
    """Return lines of what was written, and in what time."""
    said = []
    if report.written:
        written = report.written
        said.append(
            f"pages: {written.written:,} written, {written.unchanged:,} unchanged,"
            f" {written.removed:,} removed"
        )
    said += _site(report)
    if report.ledger_changed:
        said.append("addresses: catalogue/addresses.yml was brought up to date; commit it, too")
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.seconds.items())
    whole = f"{sum(report.seconds.values()):.1f} ({report.synced:.1f} of it waiting for the disk)"
    said.append(f"seconds: {stages}; in all {whole}")
    return [Line("done", text) for text in said]


def built_line(report: BuildReport, problems: Problems) -> Line:
    """Return a line of what a build of many did."""
    written = report.written
    pages = f"{written.written:,} pages written, {written.removed:,} removed" if written else ""
    warnings = counted(problems.count(Severity.WARNING), "warning")
    return Line("done", f"built in {sum(report.seconds.values()):.1f} s: {pages}; {warnings}")


def unchanged_lines(report: BuildReport) -> list[Line]:
    """Return lines of what is there, for a build of the same that has nothing to write."""
    pages = report.written.written + report.written.unchanged if report.written else 0
    said = [f"nothing changed since the last build: {pages:,} files of pages stay", *_site(report)]
    return [Line("done", text) for text in said]


def doubt_lines(problems: Problems) -> list[Line]:
    """Return a line of how much is doubtful."""
    warnings = counted(problems.count(Severity.WARNING), "warning")
    notes = counted(problems.count(Severity.NOTE), "note")
    return [Line("done", f"problems: {warnings}, {notes}")]


def _site(report: BuildReport) -> list[str]:
    site = report.site
    if not site:
        return []
    pages, files = counted(site.pages, "page"), counted(site.files, "file")
    return [f"site: {pages}, {files}, {site.bytes / 1e6:.1f} MB"]

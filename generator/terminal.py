"""What a terminal is shown: progress, problems, what was done. The only module that prints."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.figures.wording import counted
from generator.output import replace_file
from generator.pipeline import BuildReport
from generator.problems import Problems, Severity, printable
from generator.settings import Settings

#: More warnings than this are counted; all of them stand in the file of problems.
MAX_SHOWN = 40

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(highlight=False, soft_wrap=True, stderr=True)


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


def report_problems(problems: Problems, settings: Settings | None) -> None:
    """List the problems: every error, and the first MAX_SHOWN others."""
    styles = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
    others = 0
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            others += 1
        if problem.severity is Severity.ERROR or others <= MAX_SHOWN:
            say(ERR, f"{problem.severity.name.lower()}: {problem}", styles[problem.severity])
    if others > MAX_SHOWN and settings is not None:
        lines = "".join(f"{problem.severity.name.lower()}: {problem}\n" for problem in problems)
        path = settings.work_dir / "problems.txt"
        try:
            replace_file(path, lines.encode())
            where = f"all are in {settings.shown(path)}"
        except OSError as error:
            where = f"{settings.shown(path)} cannot be written ({error.strerror})"
        say(ERR, f"and {others - MAX_SHOWN:,} more; {where}", "yellow")


def say_counts(report: BuildReport) -> None:
    """Say how many entries were read, from where, and what became of them."""
    say(
        OUT,
        f"{counted(report.entries - report.records, 'entry', 'entries')} and"
        f" {counted(report.records, 'record')} read = {report.merged:,} merged +"
        f" {report.rejected:,} rejected; {counted(report.papers, 'paper')}",
    )
    for label, (entries, rejected) in report.per_source.items():
        refused = f", {rejected} rejected" if rejected else ""
        say(OUT, f"  {entries:>6} {printable(label)}{refused}")
    if report.unsorted:
        say(OUT, f"{counted(len(report.unsorted), 'paper')} without a topic:")
        for name in report.unsorted[:10]:
            say(OUT, f"  {printable(name)}")
        if len(report.unsorted) > 10:
            say(OUT, f"  and {len(report.unsorted) - 10} more, under Unsorted on the site")


def summary(report: BuildReport, problems: Problems) -> None:
    """Say what was read and written, in what time, and how much is doubtful."""
    say_counts(report)
    if report.written:
        written = report.written
        say(
            OUT,
            f"pages: {written.written:,} written, {written.unchanged:,} unchanged,"
            f" {written.removed:,} removed",
        )
    if report.site:
        say(
            OUT,
            f"site: {counted(report.site.pages, 'page')}, {counted(report.site.files, 'file')},"
            f" {report.site.bytes / 1e6:.1f} MB",
        )
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.seconds.items())
    whole = f"{sum(report.seconds.values()):.1f} ({report.synced:.1f} of it waiting for the disk)"
    say(OUT, f"seconds: {stages}; in all {whole}")
    count = problems.count
    warnings = counted(count(Severity.WARNING), "warning")
    say(OUT, f"problems: {warnings}, {counted(count(Severity.NOTE), 'note')}")


def say_built(report: BuildReport, problems: Problems) -> None:
    """Say in a line what a build of many did."""
    written = report.written
    pages = f"{written.written:,} pages written, {written.removed:,} removed" if written else ""
    warnings = counted(problems.count(Severity.WARNING), "warning")
    say(OUT, f"built in {sum(report.seconds.values()):.1f} s: {pages}; {warnings}")


def say_fault(error: BaseException) -> None:
    """Say that the generator failed where it should not, and show where."""
    say(ERR, "".join(traceback.format_exception(error)).rstrip())
    say(ERR, "The generator failed here, which is no fault of your data.", "bold red")


def printable_lines(text: str) -> str:
    """Return `text` safe for a terminal, its line breaks kept."""
    return "\n".join(printable(line) for line in text.split("\n"))


def say(console: Console, text: str, style: str = "") -> None:
    """Print text as it is, line breaks kept."""
    # Source text and names of files may hold square brackets, which are no markup of ours, and
    # control characters, which would drive the terminal.
    console.print(printable_lines(text), markup=False, style=style or None)

"""Prints what `enrich` costs: requests and seconds for each service, and our own processor seconds.

    python -m benchmarks.services [--papers 10000]

For this repository's catalogue and for invented papers it prints what `enrich --dry-run` would say
of each service: to nobody in particular, with a mail address, and with keys as well. Then it asks
for real, on this machine, services that know all those papers (tests/services_server.py, in a
process of its own), by a clock that goes on only when somebody waits: what was asked in the end,
how long it would have taken, and the processor seconds of the client.

All invented papers have an arXiv id, and every fourth a DOI. Papers of which only the title is
known cost a request each at a service that finds papers by titles.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.catalogues import OWN, ROOT, make
from generator import settings as settings_module
from generator.enriching.asking_all import Round
from generator.enriching.kept import Facts
from generator.enriching.lacking import LOOKED_FOR, lacking, wanted_names
from generator.enriching.plan import Wish
from generator.enriching.subject import Subject, subject_of
from generator.enriching.telling import costs
from generator.pipeline import Pipeline
from generator.problems import Problems
from generator.services.access import KEYS, Access
from generator.services.asking import Asking
from generator.services.known_services import SERVICES
from generator.services.looking_up import requests_for, seconds_for
from generator.services.manners import in_words
from generator.services.service import Service
from generator.settings import Settings
from generator.values.asked import TITLE, Asked
from generator.values.identifier import Identifier, value_of
from tests.local_server import Clock

#: Who asks: what is set, and how that is called.
NOBODY, WITH_MAIL = Access(), Access("curator@example.org")
WITH_KEYS = replace(WITH_MAIL, keys=dict.fromkeys(KEYS, "invented"))
WHO = {"nobody": NOBODY, "with mail": WITH_MAIL, "mail and keys": WITH_KEYS}
WISH = Wish(wanted_names(None), SERVICES, date(2026, 11, 28))
TITLES = 1_000


def own_papers(settings: Settings) -> tuple[list[Subject], list[dict[str, Any]]]:
    """Return the papers of a catalogue as subjects, and as lines that the server reads."""
    papers = Pipeline(settings, Problems()).decide([], settings.root).catalogue.papers
    subjects = [subject_of(paper, lacking(paper, WISH.names)) for paper in papers]
    rows = [
        {
            "title": paper.work.title.plain,
            "authors": [str(author) for author in paper.work.authors],
            "year": paper.work.issued.year if paper.work.issued else None,
            "arxiv": value_of(paper.work.resolved_identifiers, "arxiv"),
            "doi": value_of(paper.work.resolved_identifiers, "doi"),
        }
        for paper in papers
    ]
    return subjects, rows


def invented_papers(count: int) -> tuple[list[Subject], list[dict[str, Any]]]:
    """Return invented papers that lack everything, in the same two forms."""
    subjects, rows = [], []
    for number in range(count):
        held = {"arxiv": f"24{number // 9000 + 1:02}.{number % 9000 + 1:05}"}
        if number % 4 == 0:
            held["doi"] = f"10.1234/conference.{number}"
        title = f"Counting the Sheep of Flock {number} on Hill {number * 7919 % 10007}"
        identifiers = {kind: Identifier(kind, value) for kind, value in held.items()}
        name = f"paper-{number}"
        subjects.append(Subject(name, name, (title,), (), identifiers, set(LOOKED_FOR)))
        rows.append({"title": title, "authors": ["Ada Example"], "year": 2024, **held})
    return subjects, rows


def estimates(subjects: Sequence[Subject], settings: Settings) -> None:
    """Print what a dry run says of each service, by who asks."""
    told: dict[str, list[str]] = {}
    for access in WHO.values():
        asking = Round(
            Facts(settings, Problems()), WISH, access, partial(Service.asking, access=access)
        )
        for cost in costs(subjects, asking):
            seconds = "not asked" if cost.missing else in_words(cost.seconds)
            line = told.setdefault(cost.service.name, [f"{cost.papers:,}", f"{cost.requests:,}"])
            line.append(seconds)
    head = ["", "papers", "requests", *WHO]
    for line in (head, *([name, *line] for name, line in told.items())):
        print("  " + f"{line[0]:<18}" + "".join(f"{one:>15}" for one in line[1:]).rstrip())


def titles() -> None:
    """Print what a thousand papers cost that are known by their titles only."""
    asked = [Asked(TITLE, f"Counting the Sheep of Flock {number}") for number in range(TITLES)]
    for service in SERVICES:
        if TITLE in service.asks_by:
            requests = requests_for(service, asked)
            took = (in_words(seconds_for(service, access, requests)) for access in WHO.values())
            line = f"{TITLES:>15,}{requests:>15,}" + "".join(f"{one:>15}" for one in took)
            print(f"  {service.name:<18}{line}")


@contextmanager
def played(rows: Sequence[dict[str, Any]], folder: Path) -> Iterator[str]:
    """Give the address of services that know these papers, in a process of their own."""
    file = folder / "papers.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    command = [sys.executable, "-m", "tests.services_server", "--papers", str(file), "--patient"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()
            # What it says at its end, of who asked too often, is of no interest: nobody waited.
            server.communicate()


def asked_for_real(
    subjects: Sequence[Subject], rows: Sequence[dict[str, Any]], settings: Settings, folder: Path
) -> None:
    """Ask services of this machine, and print what it took."""
    clock, passed = Clock(), dict[str, float]()

    def opens(service: Service) -> Asking:
        passed[service.slug] = clock.now
        return service.asking(asking.access, clock=clock.time, sleep=clock.sleep)

    with played(rows, folder) as address:
        facts = Facts(settings, Problems())
        asking = Round(facts, WISH, replace(WITH_KEYS, elsewhere=address), opens=opens)
        began, processor = time.perf_counter(), time.process_time()
        asking.ask(subjects)
        facts.write()
        processor, took = time.process_time() - processor, time.perf_counter() - began
    ends = [*list(passed.values())[1:], clock.now]
    waited = {slug: end - at for (slug, at), end in zip(passed.items(), ends, strict=True)}
    for told in asking.told:
        known = f"{told.known:,} of {told.papers:,} papers known, {told.requests:,} requests"
        at_rate = in_words(waited[told.service.slug])
        failed = f"; {told.failed}" if told.failed else ""
        print(f"  {told.service.name + ':':<18} {known}, {at_rate} by its clock{failed}")
    per = processor * 1000 / len(subjects)
    print(f"  in all {in_words(clock.now)} at the polite rates; our own: {processor:.1f} processor")
    print(f"  seconds, {per:.2f} for 1,000 papers (without waiting it took {took:.1f} seconds)")


def settings_in(folder: Path) -> Settings:
    """Return the settings of a catalogue like this repository's, made in `folder`."""
    make(folder, OWN)
    settings = settings_module.load(folder, Problems())
    assert settings
    return settings


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--papers", type=int, default=10_000, help="invented papers")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        own, invented = settings_in(Path(name) / "own"), settings_in(Path(name) / "invented")
        for what, settings, (subjects, rows) in (
            ("the catalogue of this repository", own, own_papers(own)),
            ("invented papers", invented, invented_papers(given.papers)),
        ):
            print(f"{what}, {len(subjects):,} papers: at least, by what is known before")
            estimates(subjects, settings)
            print("  asked of services on this machine that know them all, with mail and keys:")
            asked_for_real(subjects, rows, settings, Path(name))
    print(f"{TITLES:,} papers that are known by their titles only, whatever a day allows")
    titles()


if __name__ == "__main__":
    main()

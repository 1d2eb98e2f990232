"""Serves a site until somebody ends it: as it is, or built anew after every change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.serve.files import Server, address_of, server
from generator.serve.inputs import Seen
from generator.serve.keep_built import keep_built
from generator.serve.live import Live, live_server
from generator.serve.outcome import Outcome

Say = Callable[[str], None]


def serve_site(site: Path, port: int, under: str, say: Say) -> None:
    """Serve a site as it is until interrupted; WrongUse without one, or if the port is taken."""
    with _until_interrupted(say), server(site, port, under) as running:
        say(f"{address_of(running, under)} (Ctrl-C ends it)")
        running.serve_forever()


def serve_live(
    site: Path,
    port: int,
    under: str,
    look: Callable[[], Seen],
    rebuild: Callable[[], Outcome],
    say: Say,
    stop: threading.Event | None = None,
) -> None:
    """Serve a site, build it at once and after every change, until interrupted.

    `look` sees what a build reads, `rebuild` builds and reports in the terminal. `stop` ends it as
    an interruption does. Raises WrongUse when the port is taken.
    """
    live = Live(has_site=(site / "index.html").is_file())
    with (
        _until_interrupted(say),
        live_server(site, port, under, live) as running,
        _answering(running),
    ):
        say(f"{address_of(running, under)} (built anew after every change; Ctrl-C ends it)")
        keep_built(look, rebuild, live, say, stop or threading.Event())


@contextmanager
def _until_interrupted(say: Say) -> Iterator[None]:
    """Let an interruption end what the context does, as it is meant to."""
    try:
        yield
    except KeyboardInterrupt:
        say("ended")


@contextmanager
def _answering(running: Server) -> Iterator[None]:
    """Answer requests, in threads beside this one, while the context lasts."""
    thread = threading.Thread(target=running.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        running.shutdown()
        thread.join()

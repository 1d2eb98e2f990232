"""Tells the pages that are open what became of each build.

The server adds a script to the pages it sends, and that script listens to a stream of events
(https://html.spec.whatwg.org/multipage/server-sent-events.html). No file of the site has it.
"""

from __future__ import annotations

import json
import secrets
import threading
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from generator.figures.wording import counted
from generator.problems import Problem, Severity, printable
from generator.serve.files import Handler, Server, listening, path_of
from generator.serve.outcome import Outcome, Result

#: Where the script, its style sheet and the events are: no site has a file in such a folder.
ROUTE = "/.live/"
_FILES = {"page.js": "text/javascript", "page.css": "text/css"}
_FOLDER = Path(__file__).parent / "page"

#: So many errors are shown in a page; the terminal has them all.
MAX_SHOWN = 50
#: Seconds after which a stream says something: only by that it learns that nobody listens.
HEARTBEAT = 10.0

_WAITING = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The site is not built yet</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"></head>
<body class="live-waiting"><main><h1>The site is not built yet</h1>
<p>This page shows it as soon as it is.</p></main></body></html>
"""


class Live:
    """What open pages are to know: which build they show, and why the last one failed."""

    def __init__(self, *, has_site: bool) -> None:
        self.has_site = has_site
        # Numbers of an earlier server say nothing here.
        self._server = secrets.token_hex(4)
        self._good = 0
        self._builds = 0
        self._failure: dict[str, object] | None = None
        self._changed = threading.Condition()

    @property
    def build(self) -> str:
        """Return what names the last good build."""
        return f"{self._server}-{self._good}"

    def tell(self, outcome: Outcome) -> None:
        """Let all open pages know how a build ended."""
        with self._changed:
            self._builds += 1
            if outcome.result is Result.GOOD:
                self._good += 1
                self.has_site = True
                self._failure = None
            else:
                self._failure = _failure(outcome, has_site=self.has_site)
            self._changed.notify_all()

    def message(self, known: str = "", seconds: float = 0.0) -> str:
        """Return the state as JSON, at once or when it is another than `known`; see page.js.

        After `seconds` it is returned though nothing has changed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._state() != known, seconds)
            return self._state()

    def _state(self) -> str:
        state = {"build": self.build, "builds": self._builds, "failure": self._failure}
        return json.dumps(state, ensure_ascii=True)


def _failure(outcome: Outcome, *, has_site: bool) -> dict[str, object]:
    severe = sum(problem.severity is Severity.ERROR for problem in outcome.problems)
    errors = counted(severe, "error")
    below = "the page is from the last good build" if has_site else "there is no site yet"
    title = {
        Result.ERRORS: f"{errors}, so the site was not built; {below}.",
        Result.FAULT: f"The generator failed, which is no fault of your data; {below}.",
    }.get(outcome.result, f"The site was not built; {below}.")
    shown = outcome.problems[:MAX_SHOWN]
    more = len(outcome.problems) - len(shown)
    return {
        "title": title,
        "problems": [_problem(problem) for problem in shown],
        "more": f"and {more:,} more, which the terminal shows" if more else "",
    }


def _problem(problem: Problem) -> dict[str, str]:
    kind = "" if problem.severity is Severity.ERROR else f"{problem.severity.name.lower()}: "
    return {
        "where": printable(str(problem.where)),
        "what": kind + printable(problem.what),
        "hint": printable(problem.hint),
    }


class LiveHandler(Handler):
    """Serves a site whose pages are told of builds."""

    def __init__(self, *args: object, live: Live, under: str, **options: object) -> None:
        self.live = live
        super().__init__(*args, under=under, **options)

    def mark(self) -> str:
        """Return the last good build: a page read after this is of that build, or a later one."""
        return self.live.build

    def page(self, html: bytes, mark: str, status: int) -> bytes:
        """Return a page with the script that listens, and with what it has to know."""
        added = (
            f'<link rel="stylesheet" href="{ROUTE}page.css"><script type="module"'
            f' src="{ROUTE}page.js" data-build="{mark}" data-status="{status}"></script>'
        ).encode()
        before, end, after = html.partition(b"</head>")
        return before + added + end + after if end else html + added

    def send_head(self) -> BinaryIO | None:
        """Answer for the files of the site and for our own; see `Handler`."""
        address = urlsplit(self.path).path
        if address.startswith(ROUTE):
            return self._own(address.removeprefix(ROUTE))
        if not self.live.has_site:
            self.send_page(self.page(_WAITING, self.mark(), 503), 503)
            return None
        return super().send_head()

    def _own(self, name: str) -> BinaryIO | None:
        if name == "events":
            self._stream()
        elif name in _FILES:
            return self._head_of((_FOLDER / name).open("rb"), _FILES[name], "")
        else:
            self.send_error(404)
        return None

    def _stream(self) -> None:
        """Send the state, and again whenever it changes, until nobody listens any more."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 1000\n\n")
        known = ""
        while True:
            said = self.live.message(known, HEARTBEAT)
            event = f"data: {said}\n\n" if said != known else ":\n\n"
            known = said
            self.wfile.write(event.encode())


def live_server(site: Path, port: int, under: str, live: Live) -> Server:
    """Return a server for a site that need not be there yet; WrongUse when the port is taken."""
    handler = partial(LiveHandler, directory=str(site), under=path_of(under), live=live)
    return listening(handler, port)

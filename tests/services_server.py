"""Plays the seven services that papers are looked up in: each at /<slug>/ and its own path.

    python -m tests.services_server --papers papers.jsonl [--port 0] [--patient]

prints the address, for `CATALOGUE_SERVICES_ADDRESS`, and plays the papers of that file until it is
interrupted. What the services answer is in tests/services_played/, a module each.
"""

from __future__ import annotations

import argparse
import gzip
import signal
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from tests.local_server import LocalHandler, LocalServer, serving
from tests.services_played import (
    arxiv,
    crossref,
    datacite,
    hugging_face,
    openalex,
    semantic_scholar,
    unpaywall,
)
from tests.services_played.faults import ServiceFault
from tests.services_played.papers import Papers, Played, read_papers
from tests.services_played.service import Asked, Reply, Service, text_reply, until_midnight

SERVICES: dict[str, Service] = {
    module.SERVICE.slug: module.SERVICE
    for module in (
        arxiv, openalex, crossref, semantic_scholar, datacite, hugging_face, unpaywall,
    )
}  # fmt: skip
#: What OpenAlex gives for nothing in a day, without a key and with one.
_CREDITS, _CREDITS_WITH_KEY = 1_000, 10_000


class ServicesServer(LocalServer):
    """Answers for all services, from the same papers.

    `faults` of a service come first, one a request, and None is no fault; `always` is a fault that
    stays. `asked` has every request as it came, `complaints` what a service could be angry about.
    Who asks too often is refused, unless `patient`: `clock` must be the one that client waits by.
    """

    def __init__(
        self,
        papers: Iterable[Played] = (),
        *,
        port: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(_Handler, port)
        self.clock = clock
        self.patient = False
        self.faults: dict[str, deque[ServiceFault | None]] = defaultdict(deque)
        self.always: dict[str, ServiceFault] = {}
        self.keys: dict[str, str] = {}
        self.asked: list[Asked] = []
        self.complaints: list[str] = []
        self._times: dict[str, list[float]] = defaultdict(list)
        self.knows(papers)

    def knows(self, papers: Iterable[Played]) -> None:
        """Let all services know these papers, and no others."""
        papers = list(papers)
        self.papers = {slug: Papers(papers, slug) for slug in SERVICES}
        self._credits = 0

    def requests(self) -> Counter[str]:
        """Return how often each service was asked."""
        return Counter(asked.slug for asked in self.asked)

    def of(self, slug: str) -> list[Asked]:
        """Return what one service was asked, in the order it came."""
        return [asked for asked in self.asked if asked.slug == slug]

    def between(self, slug: str) -> list[float]:
        """Return the seconds between the requests to a service."""
        times = [asked.at for asked in self.of(slug)]
        return [later - before for before, later in pairwise(times)]

    def reply(self, asked: Asked, fault: ServiceFault) -> Reply:
        """Return what a service answers."""
        service = SERVICES.get(asked.slug)
        if service is None:
            return text_reply("There is no such service.", 404)
        if fault.over is not None:
            return service.too_many(fault.over)
        wait = self._too_soon(asked, service)
        if wait and not self.patient:
            return service.too_many(wait)
        if self._is_stranger(asked):
            return text_reply('{"message": "Forbidden"}', 403, "application/json")
        reply = service.reply(asked, self.papers[asked.slug].doing(fault.instead))
        if reply.status in (400, 414, 422):
            self.complaints.append(f"{asked.slug}: {reply.status}: {reply.body.decode()[:200]}")
        self._credits += int(reply.headers.get("X-RateLimit-Credits-Used", 0))
        with_key = "api_key" in asked.query
        if self._credits > (_CREDITS_WITH_KEY if with_key else _CREDITS):
            return service.too_many(until_midnight())
        return reply

    def _too_soon(self, asked: Asked, service: Service) -> float:
        """Return how many seconds too soon a request is, after complaining."""
        limit = service.limit(asked)
        times = self._times[asked.slug]
        times.append(asked.at)
        if len(times) <= limit.requests:
            return 0.0
        # What is counted in thousandths is never quite as long as it was meant to be.
        wait = times[-limit.requests - 1] + limit.seconds - asked.at - 0.001
        if wait > 0:
            self.complaints.append(f"{asked.slug}: asked {wait:.2f} seconds too soon")
        return max(wait, 0.0)

    def _is_stranger(self, asked: Asked) -> bool:
        key = self.keys.get(asked.slug)
        held = asked.headers.get("x-api-key") or asked.query.get("api_key")
        return bool(key and held and held != key)


class _Handler(LocalHandler):
    server: ServicesServer

    def reply(self, body: bytes) -> None:
        server = self.server
        url = urlsplit(self.path)
        _, slug, path = [*url.path.split("/", 2), "", ""][:3]
        asked = Asked(
            slug=slug,
            method=self.command,
            path=f"/{path}",
            params=tuple(parse_qsl(url.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=body,
            # As the real host would be asked: without the name of the service.
            line=self.requestline.replace(f"/{slug}", "", 1),
            at=server.clock(),
        )
        server.asked.append(asked)
        if server.faults[slug]:
            fault = server.faults[slug].popleft() or ServiceFault()
        else:
            fault = server.always.get(slug) or ServiceFault()
        fault.then()
        time.sleep(fault.slow)
        reply = Reply(fault.status, fault.body or b"", {"Content-Type": "application/json"})
        if fault.body is None and fault.status == 200:
            reply = server.reply(asked, fault)
        elif fault.status == 200 and slug == arxiv.SLUG:
            reply.headers["Content-Type"] = "application/atom+xml"
        headers = reply.headers | fault.headers
        sent = reply.body[: len(reply.body) // 2] if fault.cut or fault.halved else reply.body
        if fault.packed:
            sent, headers = gzip.compress(sent), headers | {"Content-Encoding": "gzip"}
        self.answer(reply.status, headers, sent, cut=fault.cut)


@contextmanager
def services_server(
    papers: Iterable[Played] = (), *, clock: Callable[[], float] = time.monotonic
) -> Iterator[ServicesServer]:
    """Give a server that answers, in a thread beside this one."""
    with serving(ServicesServer(papers, clock=clock)) as server:
        yield server


def main() -> None:
    """Play the papers of a file until interrupted, and say at the end what was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--patient", action="store_true", help="bear who asks too often")
    given = parser.parse_args()
    # What a shell starts beside itself ignores an interrupt, unless it says otherwise.
    for ends in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ends, signal.default_int_handler)
    server = ServicesServer(read_papers(given.papers), port=given.port)
    server.patient = given.patient
    sys.stdout.write(f"{server.address}\n")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        for slug, count in sorted(server.requests().items()):
            sys.stdout.write(f"{slug}: {count:,} requests\n")
        for complaint, count in Counter(server.complaints).most_common(20):
            sys.stdout.write(f"{count} times: {complaint}\n")


if __name__ == "__main__":
    main()

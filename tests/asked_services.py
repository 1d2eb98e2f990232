"""The played services, asked without waiting: their clock is the one that the client sleeps by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import settings as settings_module
from generator.enriching.asking_all import Opens, Round
from generator.enriching.kept import facts_of
from generator.enriching.lacking import wanted_names
from generator.enriching.plan import Wish, services_named
from generator.problems import Problems
from generator.services.access import Access
from generator.services.asking import Asking
from generator.services.service import Service
from generator.settings import Settings
from tests.services_played.papers import Played
from tests.services_server import ServicesServer, services_server

TODAY = date(2032, 1, 1)
CONTACT = "curator@example.org"


class Clock:
    """A time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Played7:
    """The seven services on this machine, with who asks them."""

    server: ServicesServer
    clock: Clock
    access: Access = field(default_factory=Access)

    def opens(self, budget: int = 0) -> Opens:
        """Return what opens a service that does not wait."""

        def opened(service: Service) -> Asking:
            clock = self.clock
            return service.asking(self.access, budget=budget, clock=clock, sleep=clock.sleep)

        return opened

    @contextmanager
    def round(
        self,
        settings: Settings,
        *,
        only: Sequence[str] | None = None,
        services: Sequence[str] | None = None,
        older_than: int | None = None,
        today: date = TODAY,
        budget: int = 0,
    ) -> Iterator[Round]:
        """Give a time of asking in a catalogue."""
        wish = Wish(wanted_names(only), services_named(services), today, older_than)
        with facts_of(settings, Problems()) as facts:
            yield Round(facts, wish, self.access, self.opens(budget))


@contextmanager
def played_services(papers: Iterable[Played], contact: str = CONTACT) -> Iterator[Played7]:
    """Give the services, which know some papers."""
    clock = Clock()
    with services_server(papers, clock=clock) as server:
        yield Played7(server, clock, Access(contact, elsewhere=server.address))


def empty_catalogue(folder: Path) -> Settings:
    """Return the settings of a catalogue in which nothing is yet."""
    (folder / "catalogue").mkdir(parents=True)
    (folder / "catalogue" / "catalogue.yml").write_text("name: Flocks\n")
    settings = settings_module.load(folder, Problems())
    assert settings
    return settings

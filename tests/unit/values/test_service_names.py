"""Services have one name, in files, settings and on pages."""

from __future__ import annotations

from generator.services.known_services import SERVICES as ASKED
from generator.values.service_names import SERVICES


def test_every_service_that_is_asked_may_have_facts() -> None:
    assert {service.slug: service.name for service in ASKED} == SERVICES

"""Every service that is asked for papers: the place of one is a line here and a module."""

from __future__ import annotations

from generator.services.service import Service

SERVICES: tuple[Service, ...] = ()
BY_SLUG = {service.slug: service for service in SERVICES}

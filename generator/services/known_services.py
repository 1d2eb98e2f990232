"""Every service that is asked for papers: the place of one is a line here and a module."""

from __future__ import annotations

from generator.services.arxiv import ARXIV
from generator.services.crossref import CROSSREF
from generator.services.datacite import DATACITE
from generator.services.hugging_face import HUGGING_FACE
from generator.services.openalex import OPENALEX
from generator.services.semantic_scholar import SEMANTIC_SCHOLAR
from generator.services.service import Service
from generator.services.unpaywall import UNPAYWALL

#: In the order in which they are asked: those first that tell identifiers to ask others by.
SERVICES: tuple[Service, ...] = (
    ARXIV,
    SEMANTIC_SCHOLAR,
    OPENALEX,
    CROSSREF,
    DATACITE,
    HUGGING_FACE,
    UNPAYWALL,
)
BY_SLUG = {service.slug: service for service in SERVICES}

"""Every service whose answers are read: the place of one is a line here and a room of its own."""

from __future__ import annotations

from generator.sources.services.acl import ACL
from generator.sources.services.arxiv import ATOM, OAI, SNAPSHOT
from generator.sources.services.crossref import CROSSREF
from generator.sources.services.datacite import DATACITE
from generator.sources.services.dblp import DUMP, INFO, SEARCH
from generator.sources.services.europe_pmc import EUROPE_PMC, EUROPE_PMC_XML
from generator.sources.services.hugging_face import HUGGING_FACE
from generator.sources.services.openalex import OPENALEX
from generator.sources.services.openreview import OPENREVIEW
from generator.sources.services.paperlists import PAPERLISTS
from generator.sources.services.papers_with_code import PAPERS_WITH_CODE
from generator.sources.services.pubmed import MEDLINE, PUBMED
from generator.sources.services.semantic_scholar import SEMANTIC_SCHOLAR
from generator.sources.services.service import JsonService, XmlService
from generator.sources.services.unpaywall import UNPAYWALL

#: Of those that know works of a file for their own, the one with most reads the file.
JSON_SERVICES: tuple[JsonService, ...] = (
    OPENALEX,
    SEMANTIC_SCHOLAR,
    INFO,
    SNAPSHOT,
    DATACITE,
    EUROPE_PMC,
    CROSSREF,
    HUGGING_FACE,
    UNPAYWALL,
    PAPERS_WITH_CODE,
    PAPERLISTS,
    OPENREVIEW,
)
XML_SERVICES: tuple[XmlService, ...] = (
    ATOM,
    OAI,
    DUMP,
    SEARCH,
    ACL,
    PUBMED,
    MEDLINE,
    EUROPE_PMC_XML,
)

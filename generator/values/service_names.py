"""The services that are asked about papers: their names in files and settings, and for people."""

from __future__ import annotations

from collections.abc import Mapping

#: What people call each service, by the name that its file of facts and its settings have.
SERVICES: Mapping[str, str] = {
    "arxiv": "arXiv",
    "openalex": "OpenAlex",
    "crossref": "Crossref",
    "semantic-scholar": "Semantic Scholar",
    "datacite": "DataCite",
    "hugging-face": "Hugging Face",
    "unpaywall": "Unpaywall",
}

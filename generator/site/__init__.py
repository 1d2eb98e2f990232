"""From pages to the web site: MkDocs makes frames and what people wrote, the rest is poured in."""

from generator.site.build import Site, SiteOutput, check_links, check_ours, repository, site_url
from generator.site.pour import Poured, Pouring, files_of, kept, pour
from generator.site.reads import folders_read

__all__ = [
    "Poured",
    "Pouring",
    "Site",
    "SiteOutput",
    "check_links",
    "check_ours",
    "files_of",
    "folders_read",
    "kept",
    "pour",
    "repository",
    "site_url",
]

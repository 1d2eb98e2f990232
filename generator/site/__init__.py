"""From Markdown to the web site: MkDocs makes it, what it made is finished, and takes its place."""

from generator.site.build import Site, build_site, check_ours, repository, site_url
from generator.site.reads import folders_read

__all__ = ["Site", "build_site", "check_ours", "folders_read", "repository", "site_url"]

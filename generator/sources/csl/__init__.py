"""CSL-JSON, and the JSON of Zotero and Better BibTeX."""

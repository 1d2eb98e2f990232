"""Drawings for pages: inline SVG and tables, each one line of HTML that is safe in a page."""

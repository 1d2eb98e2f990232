"""Lists of papers in Markdown: "awesome" lists, reading lists, tables."""

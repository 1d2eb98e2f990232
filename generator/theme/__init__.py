"""The look of the site: an MkDocs theme that extends Material; mkdocs.yml chooses it by name.

    theme:
      name: paper-catalogue

This folder holds templates, style sheets (`assets/stylesheets/`) and JavaScript modules, and no
Python beside this line: MkDocs finds a theme by a package's entry point.
"""

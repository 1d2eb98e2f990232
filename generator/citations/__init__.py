"""Citations of a paper: BibTeX, RIS, CSL-JSON and a line of text.

What is not known of a paper is left out, never made up. The address in a citation is the paper's
own, never that of its code or of its page in the catalogue.
"""

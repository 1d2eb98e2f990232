"""Services that know papers, asked by the commands that say so; builds never load this room."""

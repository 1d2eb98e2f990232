r"""Environments, lists and tables of TeX as running text: `\begin{itemize} \item …`."""

from __future__ import annotations

import re

_NESTED = r"\{(?:[^{}]|\{[^{}]{0,100}\}){0,200}\}"
_TABLE = re.compile(
    r"\\begin\s?\{(?:(tabular|longtable|supertabular|tabulary|array)|(tabular\*|tabularx))\}"
    rf"(?:\[[^\[\]]{{0,20}}\])?\s?(?:(?(2){_NESTED}\s?)){_NESTED}?((?:(?!\\begin).){{1,4000}}?)"
    r"\\end\s?\{(?:\1|\2)\}"
)
_RULE = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|tabularnewline|centering"
    r"|(?:cline|cmidrule|rowcolor|cellcolor)\s?(?:\([^()]{0,20}\))?\{[^{}]{0,40}\})"
)
_SPANNING = re.compile(r"\\multi(?:column|row)\s?\{[^{}]{0,20}\}\s?\{[^{}]{0,40}\}\s?\{([^{}]*)\}")
_ROWS = re.compile(r"\\\\(?:\[[^\[\]]{0,20}\])?")
_CELLS = re.compile(r"(?<!\\)&")

#: Environments of mathematics; those that stand in a line are left to formulas.
_MATHEMATICS = (
    "equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|matrix|pmatrix"
    "|bmatrix|vmatrix|Bmatrix|Vmatrix|smallmatrix|cases|array|aligned|alignedat|gathered|split"
)
_WITH_ARGUMENT = "minipage|multicols|thebibliography|tabularx|adjustbox|wrapfigure|subfigure"
_ENVIRONMENT = re.compile(
    rf"\\(?:begin|end)\s?\{{(?!(?:{_MATHEMATICS})\*?\}})(?:(?:{_WITH_ARGUMENT})\}}\{{[^{{}}]{{0,60}}"
    r"|[A-Za-z]{1,30}\*?)\}\s?(?:\[[^\[\]]{0,60}\])?"
    r"|\\(?:begin|end) ?(?:itemize|enumerate|description|quote|center)(?![A-Za-z])"
    r"(?:\[[^\]]{0,40}\])?"
)
_ITEM = re.compile(r"\\item(?![A-Za-z])\s?(?:\[([^\[\]]{0,80})\])?")
#: Commands about the page that show nothing, with their arguments.
_SILENT = re.compile(
    r"\\(?:[vh]space|[vh]skip|phantom|[vh]phantom|pagestyle|thispagestyle|input|include|index"
    r"|includegraphics|bibliography|bibliographystyle|footnotemark|todo|tag"
    r"|setlength|setcounter|addtocounter|fontsize|selectfont|vfill|hfill|linewidth|textwidth"
    r"|maketitle|newpage|clearpage|pagebreak|smallskip|medskip|bigskip|relax|nolinebreak|null)"
    r"\*?(?![A-Za-z])(?:\[[^\[\]]{0,100}\])?(?:(?:\s?\{[^{}]{0,200}\}){1,2}| )?"
    r"|\{\\(?:noopsort|SortNoop|switchargs)\s?\{[^{}]{0,40}\}\s?\}"
)


def set_blocks(text: str) -> str:
    """Set tables (cells parted by commas, rows by semicolons), lists and environments as text."""
    if "\\" not in text:
        return text
    text = _TABLE.sub(lambda found: f" {_rows(found[3])} ", text)
    text = _ITEM.sub(
        lambda found: f"• {found[1]} " if found[1] else "• ", _ENVIRONMENT.sub(" ", text)
    )
    return _SILENT.sub("", text)


def _rows(body: str) -> str:
    body = _SPANNING.sub(r"\1", _RULE.sub(" ", body))
    rows = (
        ", ".join(cell.strip() for cell in _CELLS.split(row) if cell.strip())
        for row in _ROWS.split(body)
    )
    return "; ".join(row for row in rows if row)

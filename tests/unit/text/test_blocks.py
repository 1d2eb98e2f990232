"""Environments, tables, lists, labels and references of TeX."""

import pytest

from generator.text.repair import LATEX_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            r"\begin{tabular}{ll} sheep & 3 \\ goats & 2 \end{tabular} in all.",
            "sheep, 3; goats, 2 in all.",
        ),
        (
            r"\begin{tabular}{|p{3cm}|c|} \hline a & \textbf{b} \\ \hline \multicolumn{2}{c}{x}"
            r" \\ \end{tabular}",
            "a, b; x",
        ),
        (r"\begin{theorem} Sheep sleep. \end{theorem}", "Sheep sleep."),
        (
            r"\begin{enumerate}[label=(\roman*)] \item one \item[(b)] two \end{enumerate}",
            "• one • (b) two",
        ),
        (
            r"The loss \begin{equation} L = a \label{eq:loss} \end{equation} is small.",
            "The loss L = a is small.",
        ),
        (r"$a = b \label{x}$, \[ c \tag{1} \] too", "a = b, c too"),
        (r"\begin{align} a &= b \\ c &= d \end{align}", "a = b; c = d"),
        (r"see (\ref{a}) and Sections~\ref{a} and~\ref{b}.", "see and Sections."),
        (r"\texorpdfstring{$H_2$}{H2}, \textcolor[rgb]{1,0,0}{red}", "H₂, red"),
        (r"{\relax Ch}arles, {\noopsort{b}}Sheep\vspace{1em}", "Charles, Sheep"),
        (r"One.\newline Two.\\Three.", "One. Two. Three."),
        (r"\verb|a-b| and \hyperlink{x}{words}", "a-b and words"),
    ],
)
def test_blocks_become_running_text(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text

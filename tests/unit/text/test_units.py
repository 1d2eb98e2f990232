"""Numbers and units of siunitx."""

import pytest

from generator.text.repair import LATEX_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\SI{3}{\metre}, \qty{5}{\kilo\gram}", "3 m, 5 kg"),
        (r"\SI{9.81}{\metre\per\second\squared}", "9.81 m s⁻²"),
        (r"\si{\kilo\gram\per\cubic\metre} or \unit{kg.m^{-3}}", "kg m⁻³ or kg m⁻³"),
        (r"\SI{10}{m/s}, \SI{20}{\celsius}, \qty{5}{\percent}", "10 m/s, 20 °C, 5%"),
        (r"\num{1e5}, \num{12345}, \num{0.5 +- 0.1}", "1 × 10⁵, 12345, 0.5 ± 0.1"),
        (r"\ang{30}, \ang{1;2;3}", "30°, 1°2′3″"),
        (r"\SIrange{1}{5}{\GHz}, \numrange{1}{5}", "1 GHz to 5 GHz, 1 to 5"),
        (r"\SIlist{1;2;3}{\um}", "1 µm, 2 µm and 3 µm"),
        (r"$\SI{3}{\milli\second}$, \SI[per-mode=symbol]{3}{\giga\byte}", "3 ms, 3 GB"),
        (r"5\,m, \num{5} {and more sheep}", "5 m, 5 and more sheep"),
    ],
)
def test_quantities_are_shown_as_siunitx_prints_them(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text

"""Text that was read in the wrong encoding."""

import pytest

from generator.text.encoding import read_again
from generator.text.repair import HAND_STEPS, LATEX_STEPS, repair

RIGHT = (
    "München sheep and the shepherd’s dog", "José Müller", "Ada Nuñez", "naïve sheep", "Łódź herd",
    "Dvořák’s “New” herd — a survey", "Erdős–Rényi", "Ångström", "São Paulo", "Straße", "Čech",
    "Étude à Besançon", "İstanbul koyunları", "Çağdaş Öztürk", "Ноябрь овцы", "数羊的方法",
    "ひつじを数える", "Nguyễn Văn", "5 µm ± 2 °C", "α-sheep", "it’s", "a–b",
    "x ≤ 5 × 10³", "5 × 3 pens", "Škoda Žižek",
)  # fmt: skip


def _misread(text: str, codec: str) -> str:
    return "".join(
        bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", RIGHT)
def test_utf_8_that_was_read_as_latin_1_is_read_again(text: str, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = _misread(wrong, "latin-1")
    assert read_again(wrong) == text


@pytest.mark.parametrize("text", RIGHT)
def test_utf_8_that_was_read_as_windows_1252_is_read_again(text: str) -> None:
    wrong = _misread(text, "cp1252")
    assert read_again(wrong) == read_again(_misread(wrong, "cp1252")) == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp850", "Müller and the shepherd’s dog"),
        ("cp437", "Müller and the shepherd’s dog"),
        ("mac-roman", "Müller and the shepherd’s dog of Poincaré"),
        ("cp1250", "Müller and the shepherd’s dog"),
        ("cp1251", "Müller and the shepherd’s dog"),
        ("cp1251", "овцы на лугу"),
    ],
)
def test_other_encodings_are_told_by_what_nobody_writes(codec: str, text: str) -> None:
    assert read_again(_misread(text, codec)) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("â€œquoted sheepâ€ and", "“quoted sheep” and"),  # the last byte was dropped
        ("GarcÃa MartÃn", "García Martín"),  # the soft hyphen was dropped
        ("cafÃ© Ã la crÃ¨me", "café à la crème"),  # the no-break space became a space
        ("5Â mm and wordÂ word", "5 mm and word word"),
        ("JOSÃ‰ MÃœLLER", "JOSÉ MÜLLER"),
        ("suï¬€er", "suffer"),
    ],
)
def test_what_else_was_lost_on_the_way_comes_back(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == repair(source, HAND_STEPS) == text


@pytest.mark.parametrize(
    "text",
    [
        *RIGHT,
        "NÃO, SÃO, IRMÃ, MAÇÃ, AÇÃO À DISTÂNCIA, Â, Ã, MÃE",
        "LÃ – OVELHAS, LÃ’s, IRMÃ®, VISÃO “NOVA”",
        "PÂTÉ À LA CRÈME – ÉTÉ…, CÔTE D’AZUR, «Qualité»…, CAFÉ®",
        "5 Å², 2 Å³, 20 Å–30 Å, 5 Å± 0.2, Â²",
        "2×£5, 5×µm, Ø±0.5, √π, 2√∂, n√x, ├── a │ └── b",
        "ESPAÑA – AÑO…, Ñandú, Ærø, Ðuro, É…",
        "São Tomé e Príncipe, Île-de-France, Ö…",
    ],
)
def test_text_of_other_languages_stays(text: str) -> None:
    assert read_again(text) == text

"""Tokens: what a text is found by."""

from __future__ import annotations

import pytest

from generator.search.tokens import MAX_PART, forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("N2N Learning", ["n2n", "learning"]),
        ("SL²A-INR", ["sl2a", "inr", "sl2ainr"]),
        ("DARTS+:", ["darts", "darts+"]),
        ("UNet++", ["unet", "unet++"]),
        ("wav2vec 2.0", ["wav2vec", "2", "0", "20"]),
        ("Pre-training", ["pre", "training", "pretraining"]),
        ("state-of-the-art", ["state", "of", "the", "art"]),
        ("Let's", ["let", "s", "lets"]),
        ("Schrödinger's Ñandú", ["schrodinger", "s", "schrodingers", "nandu"]),
        ("a - b -- c-", ["a", "b", "c"]),
        ("-x- +y+ ++", ["x", "y", "y+"]),
        ("snake_case", ["snake", "case", "snakecase"]),
        ("ＦＵＬＬ ﬃ Ⅷ", ["full", "ffi", "viii"]),
        ("Σίσυφος ΣΑΣ", ["σισυφος", "σασ"]),
        ("İstanbul", ["istanbul"]),
        ("深度学习, ディープ", ["深度学习", "ティーフ"]),
        ("нейронные сети", ["неиронные", "сети"]),
        ("שלום", ["שלום"]),
        ("😀 👩\u200d🔬", []),
        ("<script>&amp;", ["script", "amp"]),
        ("", []),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert forms(text) == found


def test_a_long_part_is_cut() -> None:
    assert forms("x" * 1000) == ["x" * MAX_PART]

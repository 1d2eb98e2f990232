"""Tokens: what a text is found by."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from generator.search.tokens import MAX_PART, MAX_RUN, forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("N2N Learning", "n2n learning"),
        ("SL²A-INR", "sl2a inr sl2ainr"),
        ("DARTS+:", "darts darts+"),
        ("UNet++", "unet unet++"),
        ("wav2vec 2.0", "wav2vec 2 0 20"),
        ("Pre-training", "pre training pretraining"),
        ("state-of-the-art", "state of the art"),
        ("Let's let’s letʼs let´s", "let s lets " * 4),
        ("Schrödinger's Ñandú", "schrodinger schroedinger s schrodingers schroedingers nandu"),
        ("a - b -- c-", "a b c"),
        ("-x- +y+ ++", "x y y+"),
        ("snake_case", "snake case snakecase"),
        ("ＦＵＬＬ ﬃ Ⅷ", "full ffi viii"),
        ("Σίσυφος ΣΑΣ", "σισυφοσ σασ"),
        ("İstanbul ısı", "istanbul isi"),
        ("Straße STRAẞE", "strasse strasse"),
        ("Ærø Łąka", "aero aeroe laka"),
        ("羊", "羊"),
        ("深度", "深度 深 度"),
        ("深度学, デブ", unicodedata.normalize("NFD", "深度 度学 深 度 学 深度学 デブ デ ブ")),
        ("BERT模型", "bert 模型 模 型"),
        ("แกะ", "แก กะ แ ก ะ แกะ"),
        ("양을", unicodedata.normalize("NFD", "양을 양 을")),
        ("भेड़ों की", "भेडों की"),
        ("می‌شمارم", "مي شمارم ميشمارم"),
        ("نـــص", "نص"),
        ("٢٠٢٤ ๒๕", "2024 25"),
        ("нейронные сети", "неиронные сети"),
        ("שָׁלוֹם", "שלום"),
        ("😀 👩🏽‍🔬", "😀 👩 🔬"),
        ("AT&T A/B P@5", "at t at&t att a b a/b ab p 5 p@5 p5"),
        ("C++ C# .NET …net", "c c++ c c# net .net net"),
        ("A* method* 50% x%", "a a* method 50 50% x"),
        ("$100 #sheep x @ y & z", "100 $100 sheep #sheep x @ y & z"),
        ("β-VAE μFlock αβ", "β beta vae βvae betavae μflock muflock αβ"),
        ("∞-former 3×3 Flock™ 90°", "∞ former 3x3 flock 90"),
        ("<script>&amp;", "script amp"),
        ("", ""),
    ],
)
def test_tokens(text: str, found: str) -> None:
    assert forms(text) == found.split()


def test_a_long_part_is_cut() -> None:
    assert forms("x" * 1000) == ["x" * MAX_PART]


def test_a_long_run_is_found_by_its_pairs_and_letters_alone() -> None:
    run = "".join(chr(0x4E00 + n) for n in range(MAX_RUN))
    assert forms(run)[-1] == run
    longer = f"{run}\u5000"
    assert max(map(len, forms(longer))) == 2
    assert set(longer) <= set(forms(longer))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_text_has_the_same_tokens_in_every_normal_form(
    form: Literal["NFC", "NFD", "NFKC", "NFKD"],
) -> None:
    text = "Große Ñandú-Schäfer ｶﾞ 양을 भेड़ों भेड़ عَلَم µ 3½ ﬃ Å ή"
    assert forms(unicodedata.normalize(form, text)) == forms(text)

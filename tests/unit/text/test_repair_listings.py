"""Repair of saved listings, which lost backslashes and dollars."""

import pytest

from generator.text.repair import LISTING_STEPS, explain, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a 2.5times gain, 7times", "a 2.5× gain, 7×"),
        ("3-9times or (>1.25times)", "3-9× or (>1.25×)"),
        ("a 4times4 grid, an mtimes n one", "a 4×4 grid, an m × n one"),
        ("a 10sim50times gain", "a 10∼50× gain"),
        ("some sim30% or sim0.6 or sim 40ms", "some ∼30% or ∼0.6 or ∼ 40ms"),
        ("at 8.25pm0.75 and 3pm1", "at 8.25±0.75 and 3±1"),
        ("with geq 75% and kleq2", "with ≥ 75% and k≤2"),
        ("le9 cases", "≤9 cases"),
        ("sim2times, 360^circ, 2^{nd} and n^th", "∼2×, 360°, 2ⁿᵈ and nᵗʰ"),
        ("O(1/epsilon), 2pi and (1+epsilon)", "O(1/ε), 2π and (1+ε)"),
        ("F_1-score, L_2-norm, CO_2, H_2O", "F₁-score, L₂-norm, CO₂, H₂O"),
        ("an emph{odd} and {em new} textbf{idea}", "an odd and new idea"),
        ("10^-3 and R^{ntimes d}", r"10⁻³ and \(R^{n \times d}\)"),
        ("cats rightarrow dogs, 2Drightarrow3D", "cats → dogs, 2D→3D"),
        ("NovaYcdotYcdotV and NovaY{cdotY{cdot}V}", "NovaY⋅Y⋅V and NovaY⋅Y⋅V"),
        ("cost (log(N) cdot |q|) and f(cdot)", "cost (log(N) ⋅ |q|) and f(⋅)"),
        ("XYZinfty and ell_infty", r"XYZ∞ and \(\ell_{\infty}\)"),
        ("Nova-{beta} and {Omega}", "Nova-β and Ω"),
        ("an ell_1 ball of sigma^2", "an ℓ₁ ball of σ²"),
        ("(c, d) in Q_m^2.", "(c, d) in Qₘ²."),
        ("40 km^2 at mask AP_s", "40 km² at mask APₛ"),
        ("at kleq2 and x odot y, 2{,}676 of them", "at k≤2 and x ⊙ y, 2,676 of them"),
        ("z ;mod; q holds", "z mod q holds"),
        ("see {https://a.example/b}.", "see https://a.example/b."),
        ("at https://a.example/b{a.example/b}.", "at https://a.example/b."),
        ("our {NovaNet} and Nova{Big-B} nets", "our NovaNet and Nova Big-B nets"),
        (r"\our~model gains 5\%", "our model gains 5%"),
        ("x in mathbb R^d", "x ∈ ℝᵈ"),
        ("mathcal{O}(N) cost", r"\(\mathcal{O}(N)\) cost"),
        (
            "let mathcal V_k(s) = tauleft( sum_i mathcal U_{ki} s + mathcal C_{ki}right). Then",
            r"let \(\mathcal{V}_k(s) = \tau\left( \sum_i \mathcal{U}_{ki} s"
            r" + \mathcal{C}_{ki}\right)\). Then",
        ),
        (r"paid 20 and \300 each", r"paid 20 and \300 each"),
    ],
)
def test_lost_tex_is_restored(source: str, text: str) -> None:
    assert repair(source, LISTING_STEPS) == text


@pytest.mark.parametrize(
    "text",
    [
        "three times, at times, sometimes, run times, 2 times, 4 times 4, times series, timestep",
        "a right arrow, the sum of it, an alpha channel, a beta release, log-log, infinity",
        "similar and simple, sim-to-real, sim2real, sim2sim, net2sim, pmap, 5pm, at 10 pm",
        "subset, in, to, left (right) and right) here, the model; modern; mod",
        "snake_case, x_train, wav2vec, n2n, file_name.py, a_b, 2.0beta, a_1_b, top_5",
        "https://a.example/10times/x_1^2~a--b, a_1@b.example, www.a.example/sim30",
        "C++, NOVA+, ZNet++, <word>, <EOS>, {{ x }}",
        "the kappa (kappa) score of Omega and Theta, lambda calculus, O(sqrt(T))",
        "Waiting for Godot, to wrangle data, strangle, étrangle, a podot and Todot's",
        "narrow, borrow, development, compiler, pipeline, module, commodity",
    ],
)
def test_ordinary_english_and_names_stay(text: str) -> None:
    assert repair(text, LISTING_STEPS) == text


def test_every_change_can_be_explained() -> None:
    changes = explain("a 2.5times gain of 5\\%", LISTING_STEPS)
    names = [name for name, _ in changes]
    assert names == ["lost times signs", "bare mathematics", "escapes"]
    assert changes[-1][1] == repair("a 2.5times gain of 5\\%", LISTING_STEPS)
    assert explain("nothing to repair", LISTING_STEPS) == []

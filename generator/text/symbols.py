"""What the commands of TeX stand for: symbols, functions, scripts, accents.

Tables only. Symbols outside them are looked up in pylatexenc, which knows several hundred more.
"""

from __future__ import annotations

from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


#: Operators and relations: they have the same space on both sides.
OPERATORS = _pairs(r"""
    times × cdot ⋅ pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
    cup ∪ cap ∩ setminus ∖ wedge ∧ vee ∨ land ∧ lor ∨ sqcup ⊔ uplus ⊎ bmod mod mod mod
    leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ approx ≈
    sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ prec ≺ succ ≻
    preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ perp ⊥ mid |
    parallel ∥ models ⊨ vdash ⊢ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ←
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦
    uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ hookrightarrow ↪ rightharpoonup ⇀ leadsto ⇝
    lt < gt > less < independent ⫫
""")

#: Symbols that stand like a letter, and delimiters.
LETTERS = _pairs(r"""
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eps ε zeta ζ eta η theta θ vartheta ϑ
    iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
    Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    ell ℓ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ hbar ℏ
    imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □
    Box □ blacksquare ■ checkmark ✓ dagger † ddagger ‡ degree ° prime ′ backprime ‵ sharp ♯ flat ♭
    ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotso …
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖
    Vert ‖ lbrack [ rbrack ] colon : slash / reals ℝ real ℝ Real ℝ Reals ℝ R ℝ N ℕ Z ℤ Q ℚ
""")

#: Operators with limits above and below: only mathematics can show them.
LARGE = _pairs(
    r"sum ∑ prod ∏ int ∫ iint ∬ oint ∮ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂"
)

#: Functions, said by their name.
FUNCTIONS = frozenset(
    """
    log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup inf lim
    limsup liminf arg argmax argmin det dim ker deg gcd hom Pr tr Tr rank poly polylog sign sgn
    softmax diag Var Cov
""".split()
)

#: Fonts without a meaning of their own; what stands in them is said as it is.
UPRIGHT = frozenset(
    """
    mathrm text textrm textnormal mbox hbox mathsf textsf mathtt texttt textsc textup mathit textit
    emph textsl textmd operatorname mathop mathbin mathrel mathord mathnormal ensuremath textbf
    smash boxed
""".split()
)

#: Alphabets that carry a meaning: 𝒪 is not O. The second name is the one latex2mathml knows.
ALPHABETS = _pairs(r"""
    mathcal mathcal mathscr mathscr mathfrak mathfrak mathbb mathbb mathbbm mathbb mathds mathbb
    mathbf mathbf bm boldsymbol boldsymbol boldsymbol pmb boldsymbol mathbi boldsymbol
""")
BLACKBOARD = _pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ P ℙ H ℍ")

#: Old font switches, which act to the end of their group, and the command with an argument.
SWITCHES = _pairs(
    "cal mathcal rm mathrm bf mathbf it mathit sf mathsf tt mathtt sc textsc scr mathscr"
)

#: Marks above and below, as combining characters.
MARKS = {
    "tilde": "\u0303", "widetilde": "\u0303", "Tilde": "\u0303", "hat": "\u0302",
    "widehat": "\u0302", "Hat": "\u0302", "bar": "\u0304", "Bar": "\u0304", "overline": "\u0305",
    "underline": "\u0332", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
    "breve": "\u0306", "acute": "\u0301", "grave": "\u0300", "mathring": "\u030a",
}  # fmt: skip

#: Commands with one argument of which nothing is shown, and commands that show nothing.
SILENT_ARGUMENT = frozenset("label tag color hspace vspace hskip phantom hphantom vphantom".split())
SILENT = frozenset(
    """
    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm middle limits
    nolimits displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag allowbreak nobreak
    protect relax xspace strut mathstrut tiny small footnotesize scriptsize normalsize large
""".split()
)
SPACES = frozenset(("quad", "qquad", "enspace", "thinspace", " ", ",", ";", ":", ">"))

#: Commands whose arguments stand in two dimensions, with the number of arguments.
STRUCTURES = {
    "frac": 2, "dfrac": 2, "tfrac": 2, "cfrac": 2, "nicefrac": 2, "binom": 2, "sqrt": 1,
    "textsuperscript": 1, "textsubscript": 1, "overset": 2, "underset": 2, "stackrel": 2,
    "underbrace": 1, "overbrace": 1, "substack": 1, "pmod": 1, "not": 1, "textcolor": 2,
}  # fmt: skip

SUPERSCRIPTS = dict(
    zip(
        "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ*∗⋆′†∘°⊤",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ***′†°°ᵀ",
        strict=True,
    )
)
SUBSCRIPTS = dict(
    zip(
        "0123456789+-−–=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)

_MORE = get_default_latex_context_db()


@cache
def other_symbol(name: str) -> str:
    """Return the text pylatexenc has for the command `name`, or an empty string."""
    said = getattr(_MORE.get_macro_spec(name), "simplify_repl", None)
    return said.strip() if isinstance(said, str) and "%" not in said else ""


def is_mathematics(name: str) -> bool:
    """Whether the command `name` is only used in mathematics."""
    return any(name in table for table in _MATHEMATICS)


_MATHEMATICS = (
    OPERATORS,
    LETTERS,
    LARGE,
    FUNCTIONS,
    ALPHABETS,
    MARKS.keys() - {"underline"},
    STRUCTURES.keys() - {"textcolor", "textsuperscript", "textsubscript"},
    frozenset(("cal", "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl")),
    frozenset(("mathrm", "mathsf", "mathit", "mathtt", "text", "operatorname", "ensuremath")),
)

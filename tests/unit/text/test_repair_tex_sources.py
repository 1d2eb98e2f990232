"""Repair of sources that kept their TeX."""

import pytest

from generator.text.repair import LATEX_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"an \emph{odd} \textbf{idea}", "an odd idea"),
        (r"an {\em odd} idea and {\bf s}hort", "an odd idea and short"),
        (r"\textit{a {\em nested} one}", "a nested one"),
        (r"an \emphodd idea", "an odd idea"),
        (r"see \href{https://a.example/x_y}{our page}", "see our page (https://a.example/x_y)"),
        (r"see \href{https://a.example/x}{a.example/x}", "see https://a.example/x"),
        (r"at \url{https://a.example/~b--c_d}.", "at https://a.example/~b--c_d."),
        (r"as shown~\cite{one,two}, and", "as shown, and"),
        (r"as \citep[p.~3]{one} shows", "as shows"),
        (r"Jos\'e Mu\~noz and Schr\"{o}der", "José Muñoz and Schröder"),
        (r"Fran\c{c}ois, Ko\v{z}el\'y, {\O}rsted, Stra{\ss}e", "François, Koželý, Ørsted, Straße"),
        (r"Erd\H{o}s and na\"{\i}ve", "Erdős and naïve"),
        (r"the \"first\" one", 'the "first" one'),
        (r"20\% of B\&B, \#1, a\_b, \$5", "20% of B&B, #1, a_b, $5"),
        (r"Table~2, i.e.,~this", "Table 2, i.e., this"),
        ("about ~10%, 2.9~25x and 10X~20X", "about ~10%, 2.9~25x and 10X~20X"),
        ("one -- two---three and 5--10", "one – two—three and 5–10"),
        ("use --verbose <!-- or --> and a ----- b", "use --verbose <!-- or --> and a ----- b"),
        ("``double'' and `single' and ``mixed\"", "“double” and ‘single’ and “mixed”"),
        ("the `code` of ``more code``", "the `code` of ``more code``"),
        (
            r"nets (\eg trees, \ie plants) of Roe \etal.",
            "nets (e.g. trees, i.e. plants) of Roe et al.",
        ),
        (r"we call it \tool, and \tool works", "we call it tool, and tool works"),
        (r"\our~method and \nova{}'s", "our method and nova's"),
        (r"{B}ayesian {GAN}s {and more}", "Bayesian GANs and more"),
        (r"{{\L}ukasiewicz} and {{\'E}tudes}", "Łukasiewicz and Études"),
        ("sets {1, 2} and {{ x }} and {a, b}", "sets {1, 2} and {{ x }} and {a, b}"),
        (r"a lens of \SI{105}{\micro\metre}", "a lens of 105 µm"),
        (r"\begin{itemize} \item one \item two \end{itemize}", "• one • two"),
        (r"it\footnote{Not here.} is", "it (Not here.) is"),
        (r"H\textsubscript{2}O", "H₂O"),
        ("{{Counting Every Sheep on {E}arth}}", "Counting Every Sheep on Earth"),
        ("Tags with {{GPT-4}}, {{{Ewe}}} and {B}arn{N}et", "Tags with GPT-4, Ewe and BarnNet"),
        ("{Sheep, Goats, and a Dog: Who Counts?}", "Sheep, Goats, and a Dog: Who Counts?"),
        ("1{,}000 sheep and $2{,}000$ goats", "1,000 sheep and 2,000 goats"),
        ("the ''counting step'' and ''it's so''", "the “counting step” and “it's so”"),
        (",,Schaf`` and ,,Ziege''", "“Schaf” and “Ziege”"),
    ],
)
def test_markup_becomes_plain_text(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("rate $O(1/k)$ for $d=1$ and $10$", "rate O(1/k) for d=1 and 10"),
        ("$n$ $>$ $2$", "n > 2"),
        (r"a 90$^{\circ}$ turn", "a 90° turn"),
        ("costs $5 or $6", "costs $5 or $6"),
        (r"in O(\sqrt{T}) steps", "in O(√T) steps"),
        (r"in O(\log n \sqrt n) steps", "in O(log n √n) steps"),
        (r"an \epsilon-net, \ell_1-norm", "an ε-net, ℓ₁-norm"),
        (r"all \alpha_i \in \mathbb{R}.", "all αᵢ ∈ ℝ."),
        (r"in \tilde{O}(d \log n)-time.", r"in \(\tilde{O}(d \log n)\)-time."),
        (r"(see \mathcal{F}) now", r"(see \(\mathcal{F}\)) now"),
        ("over 10^{12} or 10^8 or 2^n", "over 10¹² or 10⁸ or 2ⁿ"),
        ("in O(n^2) and Duo^2Nova", "in O(n²) and Duo²Nova"),
        ("rates of n^{1/3} here", r"rates of \(n^{1/3}\) here"),
        ("IC_{50} and T_{max}", "IC₅₀ and Tₘₐₓ"),
        (r"as $$a = \frac{b}{c}$$ and \[ x^2 \] say", r"as \(a = \frac{b}{c}\) and x² say"),
        (r"\{0,1\}^n", r"\(\{0,1\}^n\)"),
    ],
)
def test_mathematics_becomes_unicode_or_a_formula(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    "text",
    [
        "snake_case, x_train, file_name.py and wav2net",
        "https://a.example/a_b/c^2~d--e and me_too@b.example",
        "C++, NOVA+, <token>, ^_^ and a*b",
        "2 times and 10times and sim30%",
        "~/.config and host:~/b",
        "f''(x), y'' and f'','g'', (y''+x'') and 5''",
        "{{a, b}}, a{,}b and ${{ x }}",
    ],
)
def test_names_addresses_and_words_stay(text: str) -> None:
    assert repair(text, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("$<$i$>$Ovis$<$/i$>$ of Kent", "Ovis of Kent"),
        ("{$<$}i{$>$}Ovis{$<$}/i{$>$} of Kent", "Ovis of Kent"),
        (r"H$\less$sub$\greater$2$\less$/sub$\greater$O", "H₂O"),
        (r"$\less$p$\greater$$\less$b$\greater$Rams$\less$/b$\greater$$\less$/p$\greater$", "Rams"),
        (r"\textlessi\textgreaterOvis\textless/i\textgreater Rams", "Ovis Rams"),
        (r"{\textless}i{\textgreater}Ovis{\textless}/i{\textgreater} Rams", "Ovis Rams"),
        (
            r"in \ensuremath{<}i {id=''x''}\ensuremath{>}Kent\ensuremath{<}/i\ensuremath{>}",
            "in Kent",
        ),
        ("a $<$ b $>$ c and $n<5$ for $m>3$", "a < b > c and n<5 for m>3"),
        (r"\textless{}div\textgreater{} elements", "<div> elements"),
    ],
)
def test_tags_that_a_program_wrote_in_tex_are_tags(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{$\omega$-rewriting of the sheep problem}", "ω-rewriting of the sheep problem"),
        (
            r"{Sheep, {G}oats and {$\sqrt[3]{x}$} of {H$_2$O}}",
            r"Sheep, Goats and \(\sqrt[3]{x}\) of H₂O",
        ),
        ("{{Sheep of the {Alps}}}", "Sheep of the Alps"),
        ("{1, 2} and {3, 4}", "{1, 2} and {3, 4}"),
        ("{{ red sheep }}", "{{ red sheep }}"),
        ("{x, y}", "{x, y}"),
    ],
)
def test_braces_around_a_whole_title_go_and_those_of_sets_stay(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text

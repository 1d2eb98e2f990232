r"""Repair steps for web listings that lost the backslashes of TeX: `2.5times`, `geq 81%`.

Each step gives commands their backslash back where no other reading is likely; the step for bare
mathematics then turns them into Unicode. Ordinary words (times, sim-to-real, alpha) stay.
"""

from __future__ import annotations

import re

#: A number that is not the end of a name: 2.5, 81.3, 1,000, but not the 2 of wav2vec.
_NUMBER = r"(?<![A-Za-z_.\d])\d+(?:[.,]\d+)*"
#: What may follow a number that a sign stands before: `sim30%`, `sim5ms`, not sim2real.
_UNIT = r"(?:\\?%|[KMBGTkx]|ms|[GMkT]i?B|h|s|dB|FPS|fps|Hz|times|X)?(?![A-Za-z\d]|-[A-Za-z])"

_GLUED_TIMES = re.compile(r"times(?<=\S.....)")
_TIMES = (
    re.compile(rf"({_NUMBER}[%KMBk]?)times(?=\W|\d|[A-Z]|_|$)"),
    re.compile(r"(?<=[×\d)\]}])times(?=\d|\W|$)(?<=[)\]}×\d]times)"),
    re.compile(r"(?<![A-Za-z])([A-Zb-hj-z])times (?=[A-Za-z\d](?![A-Za-z]))"),
)
_SIM = (
    re.compile(r"(?<=\d)sim(?=\d)"),
    re.compile(rf"(?<![\w.\\-])sim(?=\d+(?:[.,]\d+)*{_UNIT})"),
    re.compile(
        rf"(?<![\w.\\-])(?<!\bin )(?<!\bthe )(?<!\bof )(?<!\ba )sim (?=\d+(?:[.,]\d+)*\s?{_UNIT})"
    ),
)
_PLUS_MINUS = (
    re.compile(r"(?<=\d)pm(?=\d)"),
    re.compile(r"(?<=\.\d) ?pm ?(?=\d+\.\d)|(?<=\.\d\d) ?pm ?(?=\d+\.\d)|(?<=[\d%]) pm(?=\d)"),
    re.compile(r"(?<![\w.\\-])pm(?=\d+(?:\.\d+)?\\?%)"),
)

#: Names that are no English words: wherever they stand for themselves they are TeX.
_RELATION_NAMES = tuple(
    "geqslant leqslant geq leq neq gtrsim lesssim approxeq simeq propto subseteq supseteq notin"
    " preceq succeq otimes oplus odot setminus emptyset nabla forall mapsto langle rangle lfloor"
    " rfloor lceil rceil lVert rVert ldots varepsilon vartheta varphi varrho".split()
)
#: Of those, the ones that a letter before them makes a word or name of: Godot, wrangle.
_ENDS_OF_WORDS = ("odot", "rangle", "langle", "nabla", "mapsto", "propto", "notin")
_RELATIONS = re.compile(
    rf"(?<![^\W\d_])(?<![\\_-])([A-Za-z](?!{'|'.join(_ENDS_OF_WORDS)}))??"
    rf"({'|'.join(_RELATION_NAMES)})(?![^\W\d_]|-)(?!_[A-Za-z]{{2}})"
)
_AT_NUMBER = re.compile(
    rf"(?<![\w.\\-])(le|ge|approx)(?=\d+(?:[.,]\d+)*(?:{_UNIT}))|(?<![\w.\\-])(approx)(?= \d)"
)
_ARROWS = re.compile(
    r"(?<![a-z\\_-])((?:long|hook|up|Long)?(?:left)?(?:right|left|Right|Left)arrow)"
    r"(?![a-z_-])(?! keys?\b)"
)
_GLUED_ARROW = re.compile(
    r"(?<=[A-Za-z\d)])((?:left)?rightarrow|leftarrow)(?=[A-Z\d(]|\W|$)(?! keys?\b)"
)
_INFINITY = re.compile(r"(?<!\\)infty(?![a-z])")
_DOT = re.compile(r"(?<!\\)(cdots?)(?![a-rt-z])")

_ALPHABET = re.compile(
    r"(?<!\\)(math(?:cal|bb|bf|rm|sf|frak|scr|it|tt)|boldsymbol)(?=[ {]?[A-Za-z0-9])(?![a-z])"
)
_WITH_BRACES = re.compile(
    r"(?<![\\A-Za-z])(sqrt|d?frac|t?frac|binom|(?:wide)?tilde|(?:wide)?hat|bar|vec|overline"
    r"|underline|operatorname|text)(?=\{)"
)
_MARKUP = re.compile(
    r"(?<![\\A-Za-z])(text(?:bf|it|tt|sc|rm|sf|color|superscript|subscript)|emph|url|href|footnote"
    r"|cite[pt]?)(?=\{)|(?<=\{)(em|bf|it|rm|tt|sc|sl)(?= [^{}]{1,200}\})"
)
_WITH_LETTER = re.compile(
    r"(?<![\\A-Za-z])(?:(sqrt) ?(?=[A-Za-z0-9](?![A-Za-z0-9]))|((?:wide)?tilde) ?(?=[A-Z]\())"
)
_LARGE = re.compile(
    r"(?<![\\\w])(sum|prod|int|min|max|lim|log|argmin|argmax)(?=_\{|_[a-z0-9](?!\w)|_[a-z]\^)"
)
_SUPERSCRIPT = re.compile(r"(\^\{?)(circ|top|star|ast|dagger|prime|infty|perp)(?![A-Za-z])")
_MEMBER = re.compile(r"(?<![A-Za-z\\])([A-Za-z]) ?in ?(?=math(?:bb|cal))")

_GREEK = (
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau"
    "|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell"
)
_GREEK_IN_FORMULA = (
    # alpha_1, sigma^2, theta_{t}; never beta_scheduler
    re.compile(rf"(?<![\\\w])({_GREEK})(?=[_^]\{{|\^\d|\^[A-Za-z](?!\w)|_[A-Za-z\d](?!\w))"),
    # PixArt-{alpha}, {Sigma}
    re.compile(rf"(?<=\{{)({_GREEK})(?=\}})"),
    # Omega(n), 2pi, 1/epsilon, (1+epsilon), but not 2.0beta
    re.compile(r"(?<![\\\w])(Omega|Theta)(?=\()"),
    re.compile(r"(?<=\d)(pi|sigma|epsilon|lambda|theta|omega)(?![A-Za-z_-])"),
    re.compile(rf"(?<=1[/+-])(eps|varepsilon|{_GREEK})(?![A-Za-z_-])"),
    re.compile(rf"(?<![\\A-Za-z])({_GREEK})(?=\\left|left[(\[|])"),
)
_PERHAPS_GREEK = re.compile(r"[_^{]|Omega|Theta|\d[/+-]?[a-z]{2}|left")
_BRACKET = re.compile(r"(?<!\\)(left|right)([(\[)\]|])|[(\[)\]]")
_LOST_INDEX = re.compile(r"(?<=[A-Za-z]{3})\{(?=[A-Z][\w-]{2,30}\})")
_MOD = re.compile(r"\s?;\s?mod\s?;\s?")


def restore_times(text: str) -> str:
    """Restore the sign in `2.5times`, `4times4` and `ntimes d`, not in `2 times` or sometimes."""
    if "times" not in text or not _GLUED_TIMES.search(text):
        return text
    text = _TIMES[0].sub(r"\1\\times", text)
    text = _TIMES[1].sub(r"\\times", text)
    return _TIMES[2].sub(r"\1 \\times ", text)


def restore_about(text: str) -> str:
    """Restore the sign for about: `sim30%`, `10sim100`, not sim2real or sim-to-real."""
    if "sim" not in text or not re.search(r"sim ?\d", text):
        return text
    for pattern in _SIM[:2]:
        text = pattern.sub(r"\\sim", text)
    return _SIM[2].sub(r"\\sim ", text)


def restore_plus_minus(text: str) -> str:
    """Restore ± in `8.81pm0.10`, not in 5pm."""
    if "pm" not in text or not re.search(r"pm ?\d", text):
        return text
    for pattern in _PLUS_MINUS:
        text = pattern.sub(lambda found: found[0].replace("pm", r"\pm"), text)
    return text


def restore_relations(text: str) -> str:
    """Restore names that are no English words: geq, leq, propto, langle, varepsilon."""
    if re.search(r"(?:le|ge|approx) ?\d", text):
        text = _AT_NUMBER.sub(lambda found: f"\\{found[1] or found[2]}", text)
    if not any(name in text for name in _RELATION_NAMES):
        return text
    return _RELATIONS.sub(
        lambda found: f"{found[1]}{{\\{found[2]}}}" if found[1] else f"\\{found[2]}", text
    )


def restore_arrows(text: str) -> str:
    """Restore `rightarrow`, alone or between two names: `A rightarrow B`, `2Drightarrow3D`."""
    if "arrow" not in text:
        return text
    return _GLUED_ARROW.sub(r"{\\\1}", _ARROWS.sub(r"\\\1", text))


def restore_dots(text: str) -> str:
    """Restore infinity and the dots of products: `VSEinfty`, `ZcdotW`."""
    text = _INFINITY.sub(r"{\\infty}", text) if "infty" in text else text
    return _DOT.sub(_dot, text) if "cdot" in text else text


def _dot(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    alone = (not before or before.isspace()) and (not after or after.isspace())
    return f"\\{found[1]}" if alone or before == "{" == after else f"{{\\{found[1]}}}"


def restore_alphabets(text: str) -> str:
    """Restore `mathcal`, `mathbb` …, and membership before them: `x in mathbb R`."""
    if "math" not in text and "boldsymbol" not in text:
        return text
    return _ALPHABET.sub(r"\\\1", _MEMBER.sub(r"\1 \\in ", text))


def restore_structures(text: str) -> str:
    """Restore roots, fractions, accents, sums, raised signs: `frac{a}{b}`, `sum_j`, `360^circ`."""
    if "{" in text:
        text = _WITH_BRACES.sub(r"\\\1", text)
    if "sqrt" in text or "tilde" in text:
        text = _WITH_LETTER.sub(lambda found: f"\\{found[1] or found[2]} ", text)
    text = _SUPERSCRIPT.sub(r"\1\\\2", text) if "^" in text else text
    return _LARGE.sub(r"\\\1", text) if "_" in text else text


def restore_markup(text: str) -> str:
    """Restore `emph{…}`, `url{…}` and their like, which nothing else can be."""
    return _MARKUP.sub(r"\\\g<0>", text) if "{" in text else text


def restore_greek(text: str) -> str:
    """Restore Greek letters where they can only be mathematics: `sigma^2`, `ell_1`, `{alpha}`."""
    if not _PERHAPS_GREEK.search(text):
        return text
    for pattern in _GREEK_IN_FORMULA:
        text = pattern.sub(lambda found: found[0].replace(found[1], f"\\{found[1]}", 1), text)
    return text


def restore_brackets(text: str) -> str:
    """Restore `left(` whose own bracket closes with `right)`. The words left and right stay."""
    if "left" not in text or "right" not in text:
        return text
    unclosed: list[tuple[int, bool]] = []
    at: list[int] = []
    for found in _BRACKET.finditer(text):
        sign, side = found[2] or found[0], found[1]
        if sign in "([" or (sign == "|" and side == "left"):
            unclosed.append((found.start(), side == "left"))
        elif sign in ")]|" and unclosed:
            begin, is_left = unclosed.pop()
            if is_left and side == "right":
                at += (begin, found.start())
    out: list[str] = []
    done = 0
    for begin in sorted(at):
        out += (text[done:begin], "\\")
        done = begin
    return "".join((*out, text[done:]))


def part_names(text: str) -> str:
    """Part a name from an index whose sign was lost: `Model{Large-B}` becomes `Model {Large-B}`."""
    return _LOST_INDEX.sub(" {", text) if "{" in text else text


def restore_modulo(text: str) -> str:
    """Turn `;mod;`, which was the operator between two thick spaces, into a word."""
    return _MOD.sub(" mod ", text) if ";" in text and "mod" in text else text

"""Letters and signs that TeX writes as commands."""

import pytest

from generator.text.repair import LATEX_STEPS, repair


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Dvo{\v r}{\'a}k, Ljube{\v s}i{\'c}", "Dvořák, Ljubešić"),
        (r"Fran{\c c}ois, Sz{\H o}l{\H o}, Er{\u g}an", "François, Szőlő, Erğan"),
        (r"Gr{\k a}bka, K{\r u}{\v z}e, {\c S}i{\c s}li", "Grąbka, Kůže, Şişli"),
        (r"Mu{\d h}ammad, \d{H}usayn, \v{S}. Ewe, {\v C}ech", "Muḥammad, Ḥusayn, Š. Ewe, Čech"),
        (r"Nguy{\~{\^e}}n, Nguy{\~\^e}n, Th{\'{\^e}}, Th{\'\u a}ng", "Nguyễn, Nguyễn, Thế, Thắng"),
        (r"Ph\d{a}m, H{\`{\^o}}ng, Vi{\d{\^e}}t, {\DJ}{\~\^o}", "Phạm, Hồng, Việt, Đỗ"),
        (r"{\"O}zg{\"u}r, {\.I}lker, Ji{\v r}{\'\i}, \'{\ae}", "Özgür, İlker, Jiří, ǽ"),
        (r"Fr{\' e}d{\' e}ric, M{\" u}ller", "Frédéric, Müller"),
        (r"Stra\ss e, M\o ller, \O rsted, Wa\l\k{e}sa", "Straße, Møller, Ørsted, Wałęsa"),
        (r"\AA ngstr\"om, {\AA}kesson, Y\i ld\i r\i m", "Ångström, Åkesson, Yıldırım"),
        (r"\L ukasz, Polyak-\L{}ojasiewicz, Sm\aa Sheep", "Łukasz, Polyak-Łojasiewicz, Små Sheep"),
        (r"Beno\^\it, Mat\'\ias, Na\"\ive", "Benoît, Matías, Naïve"),
        (r"the {Poincar{\'e}} map of {Podolsk{\'y}}", "the Poincaré map of Podolský"),
    ],
)
def test_accents_and_letters_become_letters(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"the context \c{x}, \b{w} and \d{t}", "the context x, w and t"),
        (r"\c{C}-nets with \H{x}, \k, \r and \v", "C-nets with x, k, r and v"),
        (r"the loss \b of \d x", "the loss b of d x"),
    ],
)
def test_macros_of_authors_are_no_accents(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            r"at n \textless{} 5, p {\textless} 0.05, x \textgreater{} 3",
            "at n < 5, p < 0.05, x > 3",
        ),
        (r"a\textbar b and \textbraceleft{}1,2\textbraceright{}", "a|b and {1,2}"),
        (r"\textasciitilde 10\%, 5\textdegree{}, \textonehalf", "~10%, 5°, ½"),
        (r"\textquotesingle a\textquotesingle, one\textendash two", "'a', one–two"),
        (r"5~\textmu m, \textbeta-sheep, \textalpha{}", "5 µm, β-sheep, α"),
        (r"BarnNet\texttrademark{} and Barn\textregistered{}", "BarnNet™ and Barn®"),
        (r"\guillemotleft mouton\guillemotright{}, \glqq Schaf\grqq", "«mouton», „Schaf“"),
        (r"{\textless}i{\textgreater}Ovis{\textless}/i{\textgreater}", "Ovis"),
        (r"1\textsuperscript{st}, Ewe\textsuperscript{\textregistered}", "1ˢᵗ, Ewe®"),
    ],
)
def test_commands_of_text_become_signs(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"the \"first\" one, \"two words\".", 'the "first" one, "two words".'),
        (r"the sheep\'s tail, they don\'t", "the sheep's tail, they don't"),
        (r"Ku\'s", "Kuś"),
        (r"\"Uber and \"Osterreich", "Über and Österreich"),
    ],
)
def test_escaped_quotation_marks_are_no_accents(source: str, text: str) -> None:
    assert repair(source, LATEX_STEPS) == text

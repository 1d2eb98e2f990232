"""Names of an author field of BibTeX: parted at "and", in parts where they have a comma or keys."""

from __future__ import annotations

import pytest

from generator.sources.bibtex.names import names_in
from generator.text.repair import LATEX_STEPS
from generator.values.name import Name
from generator.values.name_list import read_names


def read(field: str) -> tuple[Name, ...]:
    return read_names(names_in(field), LATEX_STEPS)


def listed(field: str) -> list[str]:
    """The names as lists sort them; a star for those that are not named."""
    names = read(field)
    return [name.sorted for name in names] + (["*"] if names and names[-1].others else [])


ADA, BEN, CLEO = "Example, Ada", "Sample, Ben", "Instance, Cleo"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("", []),
        ("  \n ", []),
        ("Ada Example", [ADA]),
        ("Example, Neto, A. B. and Sample, Ben", ["Example Neto, A. B.", BEN]),
        (r"Example, J{\'u}nior, Ada", ["Example Júnior, Ada"]),
        ("Neto, Ada and Sobrinho, Ben", ["Neto, Ada", "Sobrinho, Ben"]),
        ("Example, A., B. and Sample, Ben", ["Example, A. B.", BEN]),
        ('Endre S"uli and Ben Sample', ["Süli, Endre", BEN]),
        ('John "Jack" Sample', ['John "Jack" Sample']),
        (r'M{\\"u}ller, A. and Sample, Ben', ["Müller, A.", BEN]),
        (r"Ji{\v{r}}{\'{}\i} Sample", ["Sample, Jiří"]),
        (r"Example, A.\~B. and Sample, Ben", ["Example, A. B.", BEN]),
        ("nosortothers=false and Example, Ada and Sample, Ben", [ADA, BEN]),
        ("Example, Ada", [ADA]),
        ("Ada Example and Ben Sample", [ADA, BEN]),
        ("Example, Ada and Sample, Ben", [ADA, BEN]),
        ("Example, Ada AND Sample, Ben And Instance, Cleo", [ADA, BEN, CLEO]),
        ("Ada Example\n  and Ben Sample\n  and Cleo Instance", [ADA, BEN, CLEO]),
        ("Ada Example and\n  Ben Sample and\n  Cleo Instance", [ADA, BEN, CLEO]),
        ("Example, Ada\nand\nSample, Ben", [ADA, BEN]),
        ("Example,\n   Ada\tand  Sample,\n Ben", [ADA, BEN]),
        ("Ada Example  and   Ben Sample", [ADA, BEN]),
        ("Ada Example~and~Ben Sample", [ADA, BEN]),
        (r"Ada Example \and Ben Sample", [ADA, BEN]),
        ("and Ada Example and Ben Sample and", [ADA, BEN]),
        ("Ada Example and and Ben Sample", [ADA, BEN]),
        ("and", []),
        ("Example, Ada,", [ADA]),
        ("Example, Ada, and Sample, Ben,", [ADA, BEN]),
        ("Example , Ada and Sample ,Ben", [ADA, BEN]),
        # The rest of a list.
        ("Example, Ada and others", [ADA, "*"]),
        ("Example, Ada and Others", [ADA, "*"]),
        ("Example, Ada and {others}", [ADA, "*"]),
        ("Ada Example and others", [ADA, "*"]),
        ("Ada Example and Ben Sample and et al.", [ADA, BEN, "*"]),
        ("Example, A. and 5 more", ["Example, A.", "*"]),
        ("Example, Ada and Sample, Ben and 12 others", [ADA, BEN, "*"]),
        ("Example, Ada et al.", [ADA, "*"]),
        ("Example, Ada and Sample, Ben, et al", [ADA, BEN, "*"]),
        ("Peyton Quill, Simon Lee and others", ["Peyton Quill, Simon Lee", "*"]),
        ("others", []),
        # Signs that are none of BibTeX.
        ("Ada Example, Ben Sample, Cleo Instance", [ADA, BEN, CLEO]),
        ("Ada Example, Ben Sample and Cleo Instance", [ADA, BEN, CLEO]),
        ("Ada Example, Ben Sample, and Cleo Instance", [ADA, BEN, CLEO]),
        ("Ada Example,\n Ben Sample,\n Cleo Instance", [ADA, BEN, CLEO]),
        ("Ada Example; Ben Sample; Cleo Instance", [ADA, BEN, CLEO]),
        ("Example, Ada; Sample, Ben; Instance, Cleo", [ADA, BEN, CLEO]),
        ("Example, Ada; Sample, Ben and Instance, Cleo", [ADA, BEN, CLEO]),
        ("Example, Ada;", [ADA]),
        ("Example, A., Sample, B., Instance, C.", ["Example, A.", "Sample, B.", "Instance, C."]),
        ("A. Example, B. Sample", ["Example, A.", "Sample, B."]),
        ("Example A, Sample B", ["Example A", "Sample B"]),
        ("Example A, Sample BC, Instance C", ["Example A", "Sample BC", "Instance C"]),
        ("Ada Example & Ben Sample", [ADA, BEN]),
        (r"Ada Example \& Ben Sample", [ADA, BEN]),
        (r"Example, Ada \& Sample, Ben", [ADA, BEN]),
        ("Ada Example &amp; Ben Sample", [ADA, BEN]),
        ("Ada Example und Ben Sample", [ADA, BEN]),
        ("Ada Example, Ben Sample, et al.", [ADA, BEN, "*"]),
        (r"Sanders \& Sons Ltd", ["Sanders & Sons Ltd"]),
        ("Quill, Ada von und zu", ["von und zu Quill, Ada"]),
        ("M&uuml;ller, Ada and Sample, Ben", ["Müller, Ada", BEN]),
        # What a comma in BibTeX parts is one name.
        ("García Márquez, Gabriel José", ["García Márquez, Gabriel José"]),
        ("Ada Quill, Ben Pond", ["Ada Quill, Ben Pond"]),
        ("Xu, Li", ["Xu, Li"]),
        ("Xu, Li and Fu, Wei", ["Xu, Li", "Fu, Wei"]),
        ("Example, Ada and Plato", [ADA, "Plato"]),
        ("Example, Ada and Ben Sample", [ADA, BEN]),
        ("Tran, The Anh and And, Metin", ["Tran, The Anh", "And, Metin"]),
        # Particles and suffixes.
        ("Ludwig van Pond", ["van Pond, Ludwig"]),
        ("van Pond, Ludwig", ["van Pond, Ludwig"]),
        ("Pond, Ludwig van", ["van Pond, Ludwig"]),
        ("Charles Louis de la Rivera Quill", ["de la Rivera Quill, Charles Louis"]),
        ("De La Rivera, Juan", ["De La Rivera, Juan"]),
        ("Juan De La Rivera", ["De La Rivera, Juan"]),
        ("José Ortega y Gasset", ["Ortega y Gasset, José"]),
        ("Luc Van Gouda", ["Van Gouda, Luc"]),
        ("Smith, Jr., John", ["Smith, John, Jr."]),
        ("Smith, Jr, John", ["Smith, John, Jr"]),
        ("Smith, {Jr.}, John", ["Smith, John, Jr."]),
        ("Smith, John, Jr.", ["Smith, John, Jr."]),
        ("John Smith, Jr.", ["Smith, John, Jr."]),
        ("John Smith Jr.", ["Smith, John, Jr."]),
        ("Smith, III, John and Example, Ada", ["Smith, John, III", ADA]),
        ("van Pond, Jr, Ludwig A", ["van Pond, Ludwig A, Jr"]),
        ("{Smith Jr.}, John", ["Smith, John, Jr."]),
        ("Example, Ada, PhD", [ADA]),
        # Braces.
        ("{European Space Agency}", ["European Space Agency"]),
        ("{European Space Agency} and Ada Example", ["European Space Agency", ADA]),
        ("{Barnes and Noble} and Example, Ada", ["Barnes and Noble", ADA]),
        ("{Barnes and Noble}", ["Barnes and Noble"]),
        ("{Kettle Center, Inc}", ["Kettle Center, Inc"]),
        ("Kettle Center, Inc.", ["Kettle Center, Inc."]),
        ("{Ada Example}", ["Ada Example"]),
        ("{Example}, Ada and {Sample}, B.~C.", [ADA, "Sample, B. C."]),
        ("{Van den Pond}, Jan", ["Van den Pond, Jan"]),
        ("Jan {Van den Pond}", ["Van den Pond, Jan"]),
        ("Simon {Peyton Quill}", ["Peyton Quill, Simon"]),
        (r"{\'E}va {de la Rivera}", ["de la Rivera, Éva"]),
        ("{Ada Maria} Example", ["Example, Ada Maria"]),
        ("Jae{-}Yeon Kim and O{'}Quill, Mae", ["Kim, Jae-Yeon", "O'Quill, Mae"]),
        ("{Example, Ada and Sample, Ben}", [ADA, BEN]),
        ("{Ada Example and Ben Sample and Cleo Instance}", [ADA, BEN, CLEO]),
        ("{Ministry of Ponds and Lakes and Rivers}", ["Ministry of Ponds and Lakes and Rivers"]),
        ("Jungen, {Ch}", ["Jungen, Ch"]),
        (r"{\relax Ch}arles Quill and Bunge, {\relax MA}", ["Quill, Charles", "Bunge, MA"]),
        # Braces that were lost hold nothing.
        ("Example, Ada and {Sample, Ben and Instance, Cleo", [ADA, BEN, CLEO]),
        ("Example, Ada} and Sample, Ben", [ADA, BEN]),
        # TeX.
        (r"{\"O}zg{\"u}r Quill and \'Eva Quill", ["Quill, Özgür", "Quill, Éva"]),
        (r"G{\"{o}}del, Kurt and {\c C}a{\u g}lar, Ay{\c s}e", ["Gödel, Kurt", "Çağlar, Ayşe"]),
        (r"Paul Erd{\H o}s and Stra{\ss}e, Ada", ["Erdős, Paul", "Straße, Ada"]),
        (r"\L{}ukasz Quill and {\AA}se {\O}sth", ["Quill, Łukasz", "Østh, Åse"]),
        ("Donald~E. Quill and A.~B. Example", ["Quill, Donald E.", "Example, A. B."]),
        (r"Quill, Mat\'\ias and Pond, Beno\^\it", ["Quill, Matías", "Pond, Benoît"]),
        (r"Mu{\~n}oz, Jos\'e", ["Muñoz, José"]),
        # Numbers of DBLP, marks, capitals, other scripts.
        ("Wei Fu 0001 and Fu 0002, Wei", ["Fu, Wei", "Fu, Wei"]),
        ("Example*, Ada and Ben Sample$^{1,2}$", [ADA, BEN]),
        ("ADA EXAMPLE and SAMPLE, BEN", ["EXAMPLE, ADA", "SAMPLE, BEN"]),
        ("张三 and 李四", ["张三", "李四"]),
        ("Квилл, А.Б., and Пруд, В.", ["Квилл, А.Б.", "Пруд, В."]),
        ("Averroes and IBM", ["Averroes", "IBM"]),
        ("Team, Gemma and Example, Ada", ["Gemma Team", ADA]),
        # BibLaTeX's extended format.
        ("family=Pond, given=Ludwig, prefix=van, useprefix=true", ["van Pond, Ludwig"]),
        ("family = Pond, given = Ludwig, prefix = van", ["van Pond, Ludwig"]),
        ("given=Hans, family=Quill and given=Simon, prefix=de, family=Pond",
         ["Quill, Hans", "de Pond, Simon"]),
        ("family=Smith, suffix=Jr., given=John, given-i=J", ["Smith, John, Jr."]),
        ("given={Jean Pierre Simon}, family={de la Rivera}", ["de la Rivera, Jean Pierre Simon"]),
        ("family={Kettle and Sons, Inc.}", ["Kettle and Sons, Inc."]),
        ('"family=Example", given="Ada"', [ADA]),
        ("Example, Ada and family=Sample, given=Ben, id=x", [ADA, BEN]),
        ("Smith, Jr.", ["Smith, Jr."]),
        ("Jr., Jr.", ["Jr., Jr."]),
        ("{Salt and Pepper and Sons}", ["Salt and Pepper and Sons"]),
        # Further habits.
        ("Example A., Sample B., Instance C.", ["Example A.", "Sample B.", "Instance C."]),
        ("Example A.B., Sample C.D.", ["Example A.B.", "Sample C.D."]),
        ("Иванов И.И., Петров П.П.", ["Иванов И.И.", "Петров П.П."]),
        ("Иванов, И. И. and Петров, П. П.", ["Иванов, И. И.", "Петров, П. П."]),
        ("Иванов, И.И., Петров, П.П.", ["Иванов, И.И.", "Петров, П.П."]),
        ("Ada Example and {et al.}", ["Example, Ada", "*"]),
        (r"Ada Example and \textit{et al.}", ["Example, Ada", "*"]),
        (r"Ada Example, \emph{et~al.}", ["Example, Ada", "*"]),
        ("Example, A. and ...", ["Example, A.", "*"]),
        (r"Example, A. and \dots{} and Sample, B.", ["Example, A.", "Sample, B.", "*"]),
        ("Joseph M. {Reagle Jr.}", ["Reagle, Joseph M., Jr."]),
        ("Joseph {Reagle, Jr.}", ["Reagle, Joseph, Jr."]),
        ("{Reagle, Jr.}, Joseph", ["Reagle, Joseph, Jr."]),
        ("Steele Jr, Guy L.", ["Steele, Guy L., Jr"]),
        ("Guy L. {Steele Jr.}", ["Steele, Guy L., Jr."]),
        (r"{\'{E}}mile Zola and \'{E}mile {Zola}", ["Zola, Émile", "Zola, Émile"]),
        ("{van} Pond, Jan", ["van Pond, Jan"]),
        ("{van Pond}, Jan", ["van Pond, Jan"]),
        ("{{van Pond}}, Jan", ["van Pond, Jan"]),
        ("van{ }Pond, Jan", ["van Pond, Jan"]),
        ("{Kettle Team} and others", ["Kettle Team", "*"]),
        ("Example, {A. B.}", ["Example, A. B."]),
        ("Example, Ada and {NASA}", ["Example, Ada", "NASA"]),
        (r"{\OE}uvre, Ada", ["Œuvre, Ada"]),
        (r"Garc{\'\i}a M{\'a}rquez, Gabriel", ["García Márquez, Gabriel"]),
        (r"Garc\'{\i}a, J.", ["García, J."]),
        (r"Gonz\'alez, Mar\'ia", ["González, María"]),
        (r"O\textquoteright{}Quill, Ada", ["O’Quill, Ada"]),
        ("D'Quill, Ada", ["D'Quill, Ada"]),
        ('M{\\"u}ller, J{\\"o}rg and Wei{\\ss}, Ada', ["Müller, Jörg", "Weiß, Ada"]),
        (r"Kov\'{a}cs, \'{A}d\'{a}m", ["Kovács, Ádám"]),
        (r"Nov{\'{a}}k, Ji{\v{r}}{\'{\i}}", ["Novák, Jiří"]),
        (r"{\v S}koda, {\v Z}ofie", ["Škoda, Žofie"]),
        (r"{\c{C}}a{\u{g}}lar, {\.I}rem", ["Çağlar, İrem"]),
        (r"Nguy{\~{\^e}}n, An", ["Nguyễn, An"]),
        (r"Nguy{\^{e}}n, An", ["Nguyên, An"]),
        (r"Hal Daum{\'e} III", ["Daumé, Hal, III"]),
        (r"Hal {Daum{\'e} III}", ["Daumé, Hal, III"]),
        (r"Daum{\'e} III, Hal", ["Daumé, Hal, III"]),
        (r"Daum\'e, III, Hal", ["Daumé, Hal, III"]),
        ("Ada Example (Editor)", ["Example, Ada"]),
        ("Example, Ada (Ed.) and Sample, Ben (Eds.)", ["Example, Ada", "Sample, Ben"]),
        ("Example, Ada (0000-0002-1825-0097)", ["Example, Ada"]),
        (
            r"Ada Example\orcidlink{0000-0002-1825-0097} and Ben Sample",
            ["Example, Ada", "Sample, Ben"],
        ),
        (r"Ada Example\thanks{Corresponding author}", ["Example, Ada"]),
        (
            r"Ada Example\textsuperscript{1} and Ben Sample\textsuperscript{2,*}",
            ["Example, Ada", "Sample, Ben"],
        ),
        (r"Ada Example\footnotemark[1]", ["Example, Ada"]),
        ("Ada Example, and Ben Sample", ["Example, Ada", "Sample, Ben"]),
        (
            "Ada Example,Ben Sample,Cleo Instance",
            ["Example, Ada", "Sample, Ben", "Instance, Cleo"],
        ),
        (
            "Ada Example; Ben Sample; and Cleo Instance",
            ["Example, Ada", "Sample, Ben", "Instance, Cleo"],
        ),
        ("Example, A.;Sample, B.;Instance, C.", ["Example, A.", "Sample, B.", "Instance, C."]),
        ("Example, A. & Sample, B.", ["Example, A.", "Sample, B."]),
        ("Example, A., & Sample, B.", ["Example, A.", "Sample, B."]),
        (
            "Example, A., Sample, B., and Instance, C.",
            ["Example, A.", "Sample, B.", "Instance, C."],
        ),
        (
            "Example, Ada, Ben Sample, and Cleo Instance",
            ["Example, Ada", "Sample, Ben", "Instance, Cleo"],
        ),
        (
            "Example, A., Sample, B. and Instance, C.",
            ["Example, A.", "Sample, B.", "Instance, C."],
        ),
        ("Li, W and Fu, X", ["Li, W", "Fu, X"]),
        ("Li W and Fu X", ["Li W", "Fu X"]),
        ("Ada  Example\nand\n\nBen  Sample", ["Example, Ada", "Sample, Ben"]),
        ("Example, Ada and\tSample, Ben", ["Example, Ada", "Sample, Ben"]),
        ("Example,Ada and Sample,Ben", ["Example, Ada", "Sample, Ben"]),
        ("EXAMPLE, A. and SAMPLE, B.", ["EXAMPLE, A.", "SAMPLE, B."]),
        ("Anderson, Sandy and Brand, Andy", ["Anderson, Sandy", "Brand, Andy"]),
        ("Anonymous", ["Anonymous"]),
        ("{Anonymous}", ["Anonymous"]),
        (
            r"Tom\'as Mikolov and Kai Chen and Greg Corrado",
            ["Mikolov, Tomás", "Chen, Kai", "Corrado, Greg"],
        ),
        ("Le, Quoc V. and Tran, Dustin", ["Le, Quoc V.", "Tran, Dustin"]),
        ("de Freitas, Nando and de las Pond, Ana", ["de Freitas, Nando", "de las Pond, Ana"]),
        ("De Freitas, Nando", ["De Freitas, Nando"]),
        ("Dos Santos, Cicero", ["Dos Santos, Cicero"]),
        (r"Jos{\'e} Miguel Hern{\'a}ndez{-}Lobato", ["Hernández-Lobato, José Miguel"]),
        ("Max Welling and  Diederik P. Kingma", ["Welling, Max", "Kingma, Diederik P."]),
        ("Ruslan R Salakhutdinov", ["Salakhutdinov, Ruslan R"]),
        (r"{\textbf{Example}}, Ada and \textbf{Ben Sample}", ["Example, Ada", "Sample, Ben"]),
        (r"\textbf{Example, Ada} and Sample, Ben", ["Example, Ada", "Sample, Ben"]),
        (r"\underline{Ada Example} and Ben Sample*", ["Example, Ada", "Sample, Ben"]),
        ("Ada Example<sup>1</sup> and Ben Sample", ["Example, Ada", "Sample, Ben"]),
        ("family={van Pond}, given={Jan}", ["van Pond, Jan"]),
        (
            "given={Ada}, prefix={van der}, family={Pond}, useprefix={false}",
            ["van der Pond, Ada"],
        ),
        ("王, 小明 and 李, 雷", ["王, 小明", "李, 雷"]),
        ("王小明 and others", ["王小明", "*"]),
        ("王小明, 李雷, 韩梅梅", ["王小明", "李雷", "韩梅梅"]),
        ("王小明；李雷", ["王小明", "李雷"]),
        ("王小明、李雷", ["王小明", "李雷"]),
        ("Dr. Ada Example and Prof. Ben Sample", ["Example, Ada", "Sample, Ben"]),
        ("Mr. Ada Example, Ph.D.", ["Example, Ada"]),
        ("Example, Ada, Ph.D. and Sample, Ben, M.D.", ["Example, Ada", "Sample, Ben"]),
        ("Smith, J. A., Jr. and Example, A.", ["Smith, J. A., Jr.", "Example, A."]),
        ("Smith, J.A., III", ["Smith, J.A., III"]),
        ("Example, Ada; others", ["Example, Ada", "*"]),
        ("Ada Example et al", ["Example, Ada", "*"]),
        ("Team, Kettle", ["Kettle Team"]),
        ("Kettle Team", ["Kettle Team"]),
        ("Pond University", ["Pond University"]),
        ("Example, Ada B. C. D.", ["Example, Ada B. C. D."]),
        ("Ada B.~C. Example", ["Example, Ada B. C."]),
        (r"{\relax Yu}. V. Quill", ["Quill, Yu. V."]),
        ("St. Pond, Ada and Ada St.~Pond", ["St. Pond, Ada", "St. Pond, Ada"]),
        ("John Smith and Sons", ["John Smith and Sons"]),
        ("Kettle and Sons Ltd.", ["Kettle and Sons Ltd."]),
        (
            r"O\'Quill, Ada and D\'Pond, Ben and Example, Cleo",
            ["O'Quill, Ada", "D'Pond, Ben", "Example, Cleo"],
        ),
        ("Plato and Aristotle", ["Plato", "Aristotle"]),
        (
            "Example, A., Ben Sample, and C. Instance",
            ["Example, A.", "Sample, Ben", "Instance, C."],
        ),
        (r"{\it et al.} and Ada Example", ["Example, Ada", "*"]),
    ],
)  # fmt: skip
def test_a_field_holds_names(field: str, names: list[str]) -> None:
    assert listed(field) == names


def test_parts_that_the_field_tells_are_kept() -> None:
    assert read("Nguyễn, Văn An and de la Rivera, Jr., Juan and Jan {Van den Pond}") == (
        Name("Nguyễn", "Văn An"),
        Name("Rivera", "Juan", "de la", "Jr."),
        Name("Van den Pond", "Jan"),
    )


def test_a_field_of_two_thousand_names_has_all_of_them() -> None:
    field = " and\n  ".join(f"Quill{chr(97 + n % 26)}{'b' * (n // 26)}, Ada" for n in range(2000))
    names = read(field)
    assert len(names) == len({name.family for name in names}) == 2000


@pytest.mark.parametrize(
    "text",
    ["{" * 50_000, "and " * 50_000, ", " * 50_000, " " * 100_000, "~" * 100_000, "{a}" * 30_000,
     "A. " * 30_000, "a=b, " * 20_000, "\\" * 100_000, "x" * 100_000, "{" * 40_000 + "}" * 40_000,
     "a and " * 20_000, "; " * 50_000, "{a and " * 10_000 + "}" * 10_000],
)  # fmt: skip
def test_any_length_of_anything_is_read(text: str) -> None:
    assert isinstance(names_in(text), list)

"""The bytes of a source become text, whatever program wrote them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.encodings.decoding import decode
from generator.sources.encodings.encoding_names import codec_of, named_in

SHARED = Path(__file__).parents[4] / "../shared/data/bibliographies"


def read(raw: bytes) -> tuple[str | None, list[str]]:
    problems = Problems()
    text = decode(raw, "a.bib", problems)
    return text, [f"{problem.severity.name} {problem}" for problem in problems]


def entry(title: str) -> str:
    return f"@article{{a,\n  title = {{{title}}},\n  year = 2019\n}}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_without_a_word(encoding: str) -> None:
    assert read(entry("Schäfchen zählen").encode(encoding)) == (entry("Schäfchen zählen"), [])


MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("title", ["Counting sheep", "Подсчёт овец", "绵羊计数"])
@pytest.mark.parametrize("encoding", MARKS)
def test_characters_of_two_and_four_bytes_are_known_with_a_mark_and_without(
    encoding: str, title: str
) -> None:
    raw = entry(title).encode(encoding)
    for begins, why in ((MARKS[encoding], "by its mark"), (b"", "by its zero bytes")):
        text, problems = read(begins + raw)
        assert text == entry(title)
        assert problems == [
            f"NOTE a.bib: read as {encoding} ({why}) (save it as UTF-8 if letters come out wrong)"
        ]


#: A text, and the encodings in which a file of only this entry is to be read.
TEXTS: list[tuple[str, str]] = [
    ("Müller, José", "cp1252 mac-roman cp850"),
    ("Schrödinger; Søren Sample; François Lefèvre; Peña", "cp1252 mac-roman cp850"),
    ("“Sheep” aren’t counted – it’s 12–19", "cp1252 mac-roman"),
    ("L’étude de la forêt où vivent les élèves à Nîmes", "cp1252 mac-roman"),
    ("Über die Größe von Schäfchen, Straße", "cp1252 mac-roman cp850"),
    ("José counts sheep", "cp1252 mac-roman cp850"),
    ("García Martínez", "cp1252 mac-roman cp850"),
    ("Zürich Müller", "cp1252 mac-roman cp850 cp437"),
    ("Lindström, Åsa; Håkansson, Jörgen", "cp1252 mac-roman cp850"),
    ("Bjørn Ålesund, Sørensen, Kjær", "cp1252 mac-roman cp850"),
    ("Utilização de redes: João Conceição, avaliação não", "cp1252 mac-roman cp850"),
    ("Università di Torino, perché così è più", "cp1252 mac-roman cp850"),
    ("MÜLLER, JOSÉ; ÉCOLE NATIONALE; UNIVERSITÄT", "cp1252 mac-roman cp850"),
    ("Noël Coward, Zoë, Brontë", "cp1252 mac-roman"),
    ("Guðmundsson, Þór; Jónsdóttir, Sigríður", "cp1252"),
    ("Gödel", "cp1252"),
    ("Guðmundsson", "cp1252"),
    ("It’s", "cp1252"),
    ("Don’t count the shepherd’s sheep, O’Brien", "cp1252 mac-roman"),
    ("sheep—and goats—are counted; cost–benefit; ro–vibronic", "cp1252"),
    ("Miloš Novak; Žiga Example", "cp1252"),
    ("Fig.\xa01 and et\xa0al. in a\xa0row by\xa0Sample et\xa0al", "cp1252"),
    ("at 25 °C, 5 µm ± 2 %, x², © 2019, §5, £3, ½, fine…", "cp1252"),
    ("Kjær, Bæk, Læsø and Præstø; être, même, fenêtre, forêt", "cp1252"),
    ("Paweł Wiśniewski, Łódź, Żółć, Kwaśniewska", "cp1250 iso8859-2"),
    ("Dvořák, Jiří; Novák, Tomáš; Růžička, Zdeněk", "cp1250 iso8859-2"),
    ("Erdős, Pál; Szegő, Gábor; Szűcs", "cp1250 iso8859-2"),
    ("Matjaž Kovač, Miloš Šimunić, Željko Janež", "cp1250 iso8859-2"),
    ("Ljubljana, Miloš, Đorđević, Čović", "cp1250"),
    ("Çağlar Şahin, Doğan Işık, Yıldız", "cp1254"),
    ("Барковский А. Е. Методы подсчёта овец", "cp1251 koi8-r cp866 mac-cyrillic iso8859-5"),
    ("Иванов", "cp1251 koi8-r cp866 iso8859-5"),
    ("методы и модели", "cp1251 koi8-r cp866 iso8859-5"),
    ("О подсчёте овец // Журнал «Овцы». — 2019. — № 3", "cp1251 koi8-r cp866"),
    ("Παπαδόπουλος, Γεώργιος: Μέτρηση προβάτων", "cp1253"),
    ("ספירת כבשים בשדה", "cp1255"),
    ("عد الأغنام في المراعي", "cp1256"),
    ("基于深度学习的绵羊计数方法研究", "gb18030"),
    ("基于LSTM的羊群计数, 李明, 王小红", "gb18030"),
    ("基於深度學習的綿羊計數方法研究，陳大文", "big5 gb18030"),
    ("深層学習に基づく羊の計数, 山田 太郎", "cp932 euc_jp"),
    ("CNNを用いた羊の計数に関する一考察。", "cp932 euc_jp iso2022_jp"),
    ("딥러닝을 이용한 양의 수 세기에 관한 연구, 김철수", "cp949"),
]


@pytest.mark.parametrize(
    ("title", "encoding"), [(text, name) for text, names in TEXTS for name in names.split()]
)
def test_a_few_foreign_letters_tell_the_encoding(title: str, encoding: str) -> None:
    raw = entry(title).encode(encoding, "ignore")
    text, problems = read(raw)
    assert text == raw.decode(encoding)
    assert len(problems) == 1
    assert problems[0].startswith("NOTE a.bib: read as ")


@pytest.mark.parametrize(
    ("line", "codec"),
    [
        ("% Encoding: Cp1252", "cp1252"),
        ("% Encoding: ISO8859_1", "cp1252"),
        ("% Encoding: UTF8", "utf-8"),
        ("% !TeX encoding = windows-1250", "cp1250"),
        ("%% -*- coding: latin-1 -*-", "cp1252"),
        ("% -*- mode: bibtex; coding: mac-roman; -*-", "mac-roman"),
        ("% vim: set fenc=koi8-r :", "koi8-r"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252"),
        ("<?xml version='1.0' encoding='Shift_JIS'?>", "cp932"),
        ("@comment{x-kbibtex-encoding=cp850}", "cp850"),
        ('@preamble{"\\usepackage[ansinew]{inputenc}"}', "cp1252"),
        ("\\usepackage[T1,applemac]{inputenc}", "mac-roman"),
        ("\\inputencoding{latin9}", "iso8859-15"),
        ("%% Saved with string encoding Western (Mac OS Roman)", "mac-roman"),
        ("%% Saved with string encoding Unicode (UTF-8)", "utf-8"),
        ('<meta charset="gb2312">', "gb18030"),
        ("encoding: base64", None),
        ("@comment{x-kbibtex-encoding=latex}", None),
        ("title = {A sparse encoding = good}", None),
        ("% Encoding: ", None),
    ],
)
def test_a_file_names_its_encoding_in_many_ways(line: str, codec: str | None) -> None:
    assert named_in(f"{line}\n@book{{a}}".encode()) == codec


@pytest.mark.parametrize("name", ["rot13", "zlib", "idna", "unicode_escape", "mbcs", "\0", "no"])
def test_what_is_no_encoding_of_text_is_none(name: str) -> None:
    assert codec_of(name) is None


def test_a_name_of_the_encoding_is_believed_where_the_bytes_allow_it() -> None:
    # Without its name this is "Groáe".
    raw = b"% Encoding: Cp850\n" + entry("Gro\xe1e").encode("latin-1")
    text, problems = read(raw)
    assert text == "% Encoding: Cp850\n" + entry("Große")
    assert problems[0].startswith("NOTE a.bib: read as cp850 (as it names itself) (")


@pytest.mark.parametrize("name", ["UTF-8", "UTF-16", "ASCII", "nonsense"])
def test_a_wrong_name_of_the_encoding_does_no_harm(name: str) -> None:
    lead = f"% Encoding: {name}\n"
    assert read((lead + entry("Peña")).encode("cp1252"))[0] == lead + entry("Peña")
    assert read((lead + entry("Peña")).encode())[0] == lead + entry("Peña")


def test_utf_8_beats_the_name_of_another_encoding() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<title>Schäfchen</title>\n'
    assert read(text.encode()) == (text, [])


def test_lines_of_another_program_are_read_by_themselves() -> None:
    before, after = entry("Schäfchen zählen, Peña"), entry("Łódź und Ærø")
    raw = before.encode() + entry("Müller’s sheep").encode("cp1252") + after.encode()
    text, problems = read(raw)
    assert text == before + entry("Müller’s sheep") + after
    assert problems == [
        "WARNING a.bib:6: UTF-8, but for line 6, read as cp1252"
        " (save it as UTF-8 if letters come out wrong)"
    ]


def test_a_bad_byte_in_a_line_of_utf_8_costs_no_other_letter() -> None:
    raw = entry("Zählen für Ärger übt Öl, Jos%").encode().replace(b"%", b"\xe9")
    assert read(raw)[0] == entry("Zählen für Ärger übt Öl, José")


def test_many_lines_of_another_program_are_counted() -> None:
    raw = "éé é é\n".encode() * 30 + b"M\xfcller\n" * 14
    text, problems = read(raw)
    assert text == "éé é é\n" * 30 + "Müller\n" * 14
    assert "lines 31, 32, 33, 34, 35, 36, 37, 38, 39, 40 and 4 more" in problems[0]


BINARY = {
    "a PDF file": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a zip archive, or a document": b"PK\x03\x04\x14\0\x06\0",
    "an image (PNG)": b"\x89PNG\r\n\x1a\n\0\0",
    "an image (JPEG)": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "a packed file (gzip)": b"\x1f\x8b\x08\0\0",
    "a database (SQLite)": b"SQLite format 3\0\x10\0",
    "a document in Rich Text Format": b"{\\rtf1\\ansi ",
}


@pytest.mark.parametrize("what", BINARY)
def test_a_file_that_is_no_text_is_an_error_that_says_what_it_is(what: str) -> None:
    text, problems = read(BINARY[what])
    assert text is None
    assert problems[0].startswith(f"ERROR a.bib:1: this is {what}")


def test_other_binary_files_are_told_with_the_line_of_their_first_zero_byte() -> None:
    text, problems = read(b"a\nb\0" + bytes(range(256)) * 20)
    assert text is None
    assert problems == ["ERROR a.bib:2: this is a binary file (give a text file)"]


def test_a_zero_byte_that_a_program_left_is_left_out() -> None:
    raw = entry("Counting\0 sheep").encode() + b"\n" * 500
    text, problems = read(raw)
    assert text == entry("Counting sheep") + "\n" * 500
    assert problems[0].startswith("WARNING a.bib:2: 1 zero byte left out")


def test_what_an_encoding_lacks_is_told() -> None:
    text, problems = read(codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xd8c\0x")
    assert text == "a\nb\ufffdc\ufffd"
    assert problems[0].startswith("WARNING a.bib:2: 2 characters could not be read as utf-16-le")


@pytest.mark.parametrize("raw", [b"", b"\n", b"\xef\xbb\xbf", b"a"])
def test_plain_and_empty_files_are_read_without_a_word(raw: bytes) -> None:
    assert read(raw) == (raw.decode("utf-8-sig"), [])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared bibliographies are not here")
@pytest.mark.parametrize(
    ("name", "shows", "note"),
    [
        ("exomol_CaO_cp1252.bib", "lists – XIII.", "read as cp1252"),
        ("jabref_utf16le_bom.bib", "% Encoding: UTF-16LE", "read as utf-16-le"),
    ],
)
def test_real_files_in_other_encodings_are_read(name: str, shows: str, note: str) -> None:
    text, problems = read((SHARED / name).read_bytes())
    assert text is not None
    assert shows in text
    assert len(problems) == 1
    assert note in problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_marks_inside_files_that_were_put_together_are_left_out(encoding: str) -> None:
    mark = "" if encoding == "cp1252" else "\ufeff"
    raw = (mark + entry("Schäfchen") + mark + entry("Hüten")).encode(encoding)
    assert read(raw)[0] == entry("Schäfchen") + entry("Hüten")


@pytest.mark.parametrize("times", [1, 3, 40])
def test_zero_bytes_in_a_short_text_are_left_out(times: int) -> None:
    raw = (b"@article{a, title={Counting sheep}, year=2019}\0\n") * times
    text, problems = read(raw)
    assert text == raw.replace(b"\0", b"").decode()
    (problem,) = problems
    assert problem.startswith("WARNING a.bib:1: ")


def test_zero_bytes_among_other_controls_are_no_text() -> None:
    text, problems = read(b"@article{a, title={Counting sheep}, year=2019}\0\x01\x02\n")
    assert text is None
    assert problems == ["ERROR a.bib:1: this is a binary file (give a text file)"]

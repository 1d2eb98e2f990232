"""From the bytes of a source to text: finds out the encoding, by mark or by what is in it.

A mark at the beginning tells it; then UTF-16 and UTF-32 are known by their zero bytes, UTF-8 by its
form, which no other text has by chance. Of others a name of theirs in the file is believed, or else
the reading that has words in it.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from generator.problems import Place, Problems
from generator.sources.encodings.eight_bit import most_likely
from generator.sources.encodings.encoding_names import named_in

#: Marks at the beginning of a file that tell its encoding; the longer ones first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
#: Which of four bytes are zero in most characters of Latin texts without a mark.
_ZEROS = (
    ("utf-32-le", (False, True, True, True)),
    ("utf-32-be", (True, True, True, False)),
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)
#: As much of a file is looked at for zero bytes, in bytes.
_SAMPLE = 40_000
#: Files that are no text, by how they begin: https://www.garykessler.net/library/file_sigs.html
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive, or a document or spreadsheet of an office program"),
    (b"\xd0\xcf\x11\xe0", "a document or spreadsheet of an old office program"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"RIFF", "an image, sound or film (RIFF)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"BZh", "a packed file (bzip2)"),
    (b"\xfd7zXZ", "a packed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a packed file (zstd)"),
    (b"7z\xbc\xaf", "an archive (7-Zip)"),
    (b"Rar!", "an archive (RAR)"),
    (b"\x7fELF", "a program"),
    (b"AT&TFORM", "a DjVu file"),
    (b"%!PS-Adobe", "a PostScript file"),
    (b"{\\rtf", "a document in Rich Text Format"),
)
#: Of a text at most one byte in so many is a zero byte that a program left in it.
_STRAY = 500
#: So many runs of foreign letters are looked at.
_MOST_RUNS = 200_000
#: So many lines are named in a message.
_MOST_LINES = 10

#: Of a short text a zero byte is a larger part; then it has no other control characters.
_FEW = 10
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
#: A character of more than one byte in UTF-8: RFC 3629, section 4.
_OF_UTF_8 = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_CHARACTER = re.compile(_OF_UTF_8)
#: What is UTF-8, or one byte that is not.
_PIECE = re.compile(rb"((?:[\x00-\x7f]|" + _OF_UTF_8 + rb")+)|[\x80-\xff]")
_HINT = "save it as UTF-8 if letters come out wrong"


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """Return the bytes of a file as text, without a mark, or None and a problem with its line.

    A note says which encoding was taken where it is not UTF-8.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            raw = raw[len(mark) :]
            return (
                _utf_8(raw, file, problems)
                if codec == "utf-8"
                else _read_as(codec, raw, file, problems, "by its mark")
            )
    for beginning, what in _BINARY:
        if raw.startswith(beginning):
            hint = "give a text file: unpack it, or export the entries as text"
            problems.error(Place(file, 1), f"this is {what}, not text", hint)
            return None
    if b"\0" in raw:
        if wide := _wide(raw):
            return _read_as(wide, raw, file, problems, "by its zero bytes")
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        count = raw.count(b"\0")
        if count * _STRAY > len(raw) and _is_binary(raw[:_SAMPLE]):
            problems.error(Place(file, line), "this is a binary file", "give a text file")
            return None
        noun = "zero byte" if count == 1 else "zero bytes"
        what = f"{count:,} {noun} left out, the first in this line"
        problems.warning(Place(file, line), what, "see whether text was lost here")
        raw = raw.replace(b"\0", b"")
    return _utf_8(raw, file, problems)


def _is_binary(sample: bytes) -> bool:
    """Whether bytes with zeros among them are no text in which a program left some."""
    return _CONTROLS.search(sample) is not None or sample.count(0) * _FEW > len(sample)


def _wide(raw: bytes) -> str | None:
    """Return the encoding of text without a mark whose characters have two bytes or four."""
    sample = raw[: min(_SAMPLE, len(raw) // 4 * 4) or len(raw) // 2 * 2]
    zeros = [sample[place::4].count(0) for place in range(4)]
    if sample.isascii() and 4 * sum(zeros) < len(sample):
        return None  # of wide letters every second byte is a zero, or many are beyond ASCII
    for codec, expected in _ZEROS:
        there = [n for n, is_zero in zip(zeros, expected, strict=True) if is_zero]
        elsewhere = [n for n, is_zero in zip(zeros, expected, strict=True) if not is_zero]
        if min(there) <= 10 * max(elsewhere):
            continue
        text = sample.decode(codec, "replace")
        if sum(map(_is_no_text, text)) * _STRAY <= len(text):
            return codec
    return None


def _is_no_text(char: str) -> bool:
    return char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v\x1a")


def _utf_8(raw: bytes, file: str, problems: Problems) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        if _is_mostly_utf_8(raw):
            return _mixed(raw, file, problems)
        named = named_in(raw)
        codec = named if named and _can_be(named, raw) else most_likely(raw)
        why = "as it names itself" if codec == named else "it names none, and is not UTF-8"
        return _read_as(codec, raw, file, problems, why)
    if "\x1b$" in text:  # of the encodings with seven bits only the Japanese one is met
        return _read_as("iso2022_jp_2", raw, file, problems, "by its escapes")
    return _without_marks(text)


def _without_marks(text: str) -> str:
    """Return text without byte order marks, which files that were put together have inside."""
    return text.replace("\ufeff", "")


def _can_be(codec: str, raw: bytes) -> bool:
    """Whether bytes that are no UTF-8 may be in an encoding that the file names."""
    if codec.startswith("utf"):
        return False
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _read_as(codec: str, raw: bytes, file: str, problems: Problems, why: str) -> str:
    text = _without_marks(raw.decode(codec, "replace"))
    problems.note(Place(file), f"read as {codec} ({why})", _HINT)
    lost = text.count("\ufffd")
    if lost:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        what = f"{lost:,} characters could not be read as {codec}, the first in this line"
        problems.warning(Place(file, line), what, "save the file as UTF-8")
    return text


def _is_mostly_utf_8(raw: bytes) -> bool:
    """Whether text has so many characters of UTF-8 that only some lines can be of others."""
    runs = [run[0] for run in islice(_HIGH_RUN.finditer(raw), _MOST_RUNS)]
    good = sum(_is_utf_8(run) for run in runs)
    # By chance one short run in ten is UTF-8 in Chinese or Korean, far fewer elsewhere.
    return 3 * good >= len(runs)


def _is_utf_8(part: bytes) -> bool:
    try:
        part.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(raw: bytes, file: str, problems: Problems) -> str:
    """Return text in UTF-8, with the lines that are not in it in the encoding that they fit."""
    lines = raw.split(b"\n")
    bad = {number: line for number, line in enumerate(lines, 1) if not _is_utf_8(line)}
    others = b"\n".join(_without_utf_8(line) for line in bad.values())
    named = named_in(raw)
    codec = named if named and _can_be(named, others) else most_likely(others)
    read = (
        _of_both(line, codec) if number in bad else line.decode("utf-8")
        for number, line in enumerate(lines, 1)
    )
    text = _without_marks("\n".join(read))
    shown = ", ".join(f"{number:,}" for number in islice(bad, _MOST_LINES))
    more = f" and {len(bad) - _MOST_LINES:,} more" if len(bad) > _MOST_LINES else ""
    what = f"UTF-8, but for line{'s' * (len(bad) > 1)} {shown}{more}, read as {codec}"
    problems.warning(Place(file, min(bad)), what, _HINT)
    return text


def _without_utf_8(line: bytes) -> bytes:
    """Return what of a line is in another encoding, with a letter for each character of UTF-8."""
    others = _CHARACTER.sub(b"x", line)
    return others if _is_more_of_utf_8(line, others) else line


def _is_more_of_utf_8(line: bytes, others: bytes) -> bool:
    """Whether more bytes of a line are in characters of UTF-8 than not."""
    rest = sum(map(len, _HIGH_RUN.findall(others)))
    return sum(map(len, _HIGH_RUN.findall(line))) > 2 * rest


def _of_both(line: bytes, codec: str) -> str:
    """Return a line that is of another encoding, or of UTF-8 with a few bytes of another."""
    if not _is_more_of_utf_8(line, _CHARACTER.sub(b"", line)):
        return line.decode(codec, "replace")
    return "".join(
        piece[0].decode("utf-8" if piece[1] else codec, "replace")
        for piece in _PIECE.finditer(line)
    )

"""The encoding that a file itself names, in the words of TeX, JabRef, editors, XML and others."""

from __future__ import annotations

import codecs
import re

#: As much of a file is looked at for the name of its encoding, in bytes; packages of TeX stand in
#: a preamble, which may be anywhere near the beginning.
_HEAD, _PREAMBLE = 4_000, 200_000

_NAME = r"[\"']?([a-z][\w.:-]{1,30})"
_NAMED = (
    # `% Encoding: Cp1252` of JabRef, `% !TeX encoding = …`, `<?xml … encoding="…"?>`, KBibTeX.
    re.compile(rf"encoding\s{{0,9}}[:=]\s{{0,9}}{_NAME}", re.I),
    # `-*- coding: latin-1 -*-` of Emacs, `vim: fenc=latin1`, `charset=…` of HTML.
    re.compile(rf"\b(?:coding|fenc|charset)\s{{0,9}}[:=]\s{{0,9}}{_NAME}", re.I),
    # `%% Saved with string encoding Western (ISO Latin 1)` of BibDesk.
    re.compile(r"saved with string encoding (?:western|unicode) \(([\w -]{2,30})\)", re.I),
)
#: `\usepackage[latin1]{inputenc}`, `\inputencoding{latin1}`.
_PACKAGE = re.compile(
    r"\\(?:usepackage|RequirePackage)\s{0,9}\[([^\[\]]{1,60})\]\s{0,9}\{inputenc\}"
    r"|\\inputencoding\{([^{}]{1,30})\}"
)

#: Names that Python lacks, or has for less than is written under them: all that is called Latin-1
#: may be Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels), GB 2312 its successor.
_CODECS = {
    "ansi": "cp1252",
    "ansinew": "cp1252",
    "windows latin 1": "cp1252",
    "iso latin 1": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "ascii": "cp1252",
    "applemac": "mac-roman",
    "macroman": "mac-roman",
    "x-macroman": "mac-roman",
    "mac os roman": "mac-roman",
    "macce": "mac-latin2",
    "latin9": "iso8859-15",
    "cp437de": "cp437",
    "utf8x": "utf-8",
    "unicodebig": "utf-16-be",
    "unicodelittle": "utf-16-le",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "windows-31j": "cp932",
    "euc_kr": "cp949",
}
#: Of Python's codecs those that are encodings of text; others decode numbers, or run programs.
_OF_TEXT = re.compile(
    r"(?:utf-|cp\d|iso8859|iso2022|koi8|mac-|gb|big5|euc_|shift_jis|hz|johab|kz1048|ptcp154|tis-620"
    r"|ascii)"
)


def codec_of(name: str) -> str | None:
    """Return Python's name of an encoding by any name for it, or None: `Cp1252`, `ansinew`."""
    word = name.strip().lower()
    if word not in _CODECS:
        try:
            word = codecs.lookup(word).name
        except (LookupError, ValueError):
            return None
    word = _CODECS.get(word, word)
    return word if _OF_TEXT.match(word) else None


def named_in(raw: bytes) -> str | None:
    """Return the encoding that a file names in its beginning, as Python calls it, or None."""
    head = raw[:_PREAMBLE].decode("latin-1")
    names = [found for form in _NAMED for found in form.findall(head[:_HEAD])]
    for options, switched in _PACKAGE.findall(head):
        names += [*options.split(","), switched]
    return next((codec for name in names if (codec := codec_of(name))), None)

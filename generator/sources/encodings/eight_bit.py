"""Tells the encoding of bytes that are no UTF-8, by which reading of them has words in it.

charset-normalizer was weighed: of entries with a few foreign letters it reads one in two wrongly.
What papers need is little: a letter belongs among letters, the foreign letters of one word to one
language, and a quote before a word or behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

#: As much of the lines with foreign letters is looked at, in bytes.
_SAMPLE = 20_000

#: So much of a line is looked at before its first foreign letter.
_BEFORE = 200

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_BLANKS = "\u00a0\u3000"
#: Where the signs of East Asian scripts begin.
_EAST = "\u3000"
#: The foreign letters of each language.
_WESTERN = tuple(
    map(
        frozenset,
        "àâæçèéêëîïôùûüœ äöüßé áéíóúüñ áâãàçéêíóôõúü àèéìíòóù åäöé æøåéöäü àçèéíïòóúü ëïéèöüá"
        " áéíóöúü šžčéíáýú áéíóúýþöð".split(),
    )
)
_CENTRAL = tuple(
    map(
        frozenset,
        "áčďéěíňóřšťúůýž ąćęłńóśźż áéíóöőúüű áäčďéíĺľňóôŕšťúýž čćđšž ăâîşţșț".split(),
    )
)
_TURKISH = (frozenset("âçğıîöşûü"),)
_CYRILLIC = frozenset("оеаинтсрвлкмдпу")
_GREEK = frozenset("αοιετσνηυρπκμλς")
_HEBREW = frozenset("יוהלאםמרתבשנ")
_ARABIC = frozenset("الينمرتوبةعد")

_HAN = frozenset(
    "的一是在不了有和人这中大为上个国学方法研究基于分析系统网络模型算计理论应用技术教育发展"
    "生物医经济管理社会文化数据信息工程科王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗京出版大学报"
    "與為國學會發經實驗資訊係數對應於網路"
)
_KANA = frozenset("のにはをたがでてとしれさるいなかもらりすっンスルトイクラリーアシ研究学会論文")
_HANGUL = frozenset("이다의는에을한가고지로기사은하를도자인시대어그정수아리나해연구학김박최")

#: Signs that open or close something, join, or may stand anywhere.
_OPENING, _CLOSING, _DASHES = "“‘«„‚‹¿¡", "”’»›…", "–—"
#: What a quote may follow that is no sign of ASCII.
_MAY_PRECEDE = "“‘«–—\u00a0\u3000"
_PAIRED = _OPENING + _CLOSING + _DASHES + _BLANKS
_BEHIND_APOSTROPHE = ("s", "t", "d", "m", "re", "ve", "ll")
#: Letters that stand with signs: 5 µm, 1ª, 2º.
_ANYWHERE = "µªº"
#: Seldom in names of the languages that have them, and often what ő, ű and ğ of others look like.
_SELDOM = "õûðđ"
#: Often in names. Where č, ć, ř and ę stand Windows-1252 has è, æ, ø and ê.
_OFTEN = "éüöäáóíèñåøæêëãßłčćšžřęğış"
_LONE_WORDS = frozenset("àÀáâéÉèÈêóòôÓÅÖåöøØÜ")


def _latin_word(word: str, languages: tuple[frozenset[str], ...]) -> int:
    """Return how likely a word is whose foreign letters must be of one language."""
    foreign = [char for char in word if char.isalpha() and char not in _ANYWHERE]
    foreign = [char for char in foreign if not char.isascii()]
    small = [char.lower()[:1] for char in foreign]
    if not foreign:
        return 0
    if any("LATIN" not in unicodedata.name(char, "") for char in foreign):
        return -4 * len(foreign)
    if len(word) == 1 and word not in _LONE_WORDS:
        return -2
    known = any(letters.issuperset(small) for letters in languages)
    worth = sum(1 if char in _SELDOM else 2 + (char in _OFTEN) for char in small)
    return (worth if known else -2 * len(foreign)) - 6 * _case_breaks(word)


def _case_breaks(word: str) -> int:
    """Return how often the case changes where a foreign letter is and no name has it: aB, ABc."""
    breaks = sum(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(word))
    if len(word) > 2 and word[2].islower() and word[:2].isupper() and not word[:2].isascii():
        breaks += 1
    return breaks


def _of_script(script: str, common: frozenset[str]) -> Callable[[str], int]:
    def score(word: str) -> int:
        strange = sum(script not in unicodedata.name(char, "") for char in word)
        often = sum(char in common for char in word.lower())
        long = len(word) if len(word) > 1 else 0
        return long + often - 4 * strange - 6 * _case_breaks(word)

    return score


def _latin(languages: tuple[frozenset[str], ...]) -> Callable[[str], int]:
    return lambda word: _latin_word(word, languages)


def _east_asian(codec: str, last_common: int, common: frozenset[str]) -> Callable[[str], int]:
    """Score by the rows of a standard up to `last_common`, which hold its common characters."""

    def score(word: str) -> int:
        total = 0
        for before, char in zip(" " + word, word, strict=False):
            if char.isascii():
                total -= 4 * (not before.isascii())
                continue
            row = char.encode(codec, "ignore")[:1]
            is_common = len(row) == 1 and row[0] <= last_common and not "\uff61" <= char <= "\uff9f"
            total += 3 if is_common else -4
            total += 4 * (char in common) - 4 * (before.isascii() and before.isalpha())
        return total

    return score


@dataclass(frozen=True)
class _Candidate:
    """An encoding, what a word in it counts, and how much others must be worse than it."""

    codec: str
    score: Callable[[str], int]
    handicap: int = 0


#: The first of the best is taken. The encoding of Windows is by far the most common.
_CANDIDATES = (
    _Candidate("cp1252", _latin(_WESTERN)),
    _Candidate("mac-roman", _latin(_WESTERN), 2),
    _Candidate("cp850", _latin(_WESTERN), 2),
    _Candidate("cp1250", _latin(_CENTRAL), 2),
    _Candidate("iso8859-2", _latin(_CENTRAL), 3),
    _Candidate("cp1254", _latin(_TURKISH), 2),
    _Candidate("cp1251", _of_script("CYRILLIC", _CYRILLIC)),
    _Candidate("koi8-r", _of_script("CYRILLIC", _CYRILLIC), 1),
    _Candidate("cp866", _of_script("CYRILLIC", _CYRILLIC), 2),
    _Candidate("mac-cyrillic", _of_script("CYRILLIC", _CYRILLIC), 4),
    _Candidate("iso8859-5", _of_script("CYRILLIC", _CYRILLIC), 4),
    _Candidate("cp1253", _of_script("GREEK", _GREEK), 2),
    _Candidate("cp1255", _of_script("HEBREW", _HEBREW), 2),
    _Candidate("cp1256", _of_script("ARABIC", _ARABIC), 2),
    _Candidate("gb18030", _east_asian("gb2312", 0xD7, _HAN)),
    _Candidate("cp932", _east_asian("euc_jp", 0xCF, _KANA)),
    _Candidate("euc_jp", _east_asian("euc_jp", 0xCF, _KANA)),
    _Candidate("cp949", _east_asian("euc_kr", 0xC8, _HANGUL)),
    _Candidate("big5", _east_asian("big5", 0xC6, _HAN)),
)


def most_likely(raw: bytes) -> str:
    """Return the encoding in which bytes with foreign letters read best, as Python calls it."""
    sample = _sample(raw)
    return max(_CANDIDATES, key=lambda candidate: _score(sample, candidate)).codec


def _sample(raw: bytes) -> bytes:
    """Return the first lines that have foreign letters, as far as they are looked at."""
    lines: list[bytes] = []
    room, at = _SAMPLE, 0
    while room > 0 and (hit := _HIGH.search(raw, at)):
        start = max(raw.rfind(b"\n", at, hit.start()) + 1, at, hit.start() - _BEFORE)
        end = raw.find(b"\n", hit.start())
        line = raw[start : min(len(raw) if end < 0 else end, start + room)]
        lines.append(line)
        at, room = start + len(line), room - len(line)
    return b"\n".join(lines)


def _score(sample: bytes, candidate: _Candidate) -> int:
    """Return how well bytes read in an encoding; what it has no character for counts against it."""
    text = sample.decode(candidate.codec, "replace")
    words = (word for word in _WORD.findall(text) if not word.isascii())
    signs = (_sign(text, found.start()) for found in _FOREIGN.finditer(text))
    return sum(map(candidate.score, words)) + sum(signs) - candidate.handicap


def _sign(text: str, at: int) -> int:
    """Return how likely a sign, or a letter for what stands beside it, is in its place."""
    char, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    between = before.isalpha() and after.isalpha()
    if char.isalpha() and char not in _ANYWHERE:
        return -3 * (char < _EAST and (before.isdigit() or after.isdigit()))
    if char in _BLANKS:
        return 2 if between else 3 * (not before.isspace())
    if not char.isprintable() or char == "\ufffd" or "\u2500" <= char <= "\u259f":
        return -6
    if _is_odd(before) or _is_odd(after):
        return -3
    if char in _DASHES:
        return _dash(text, at, between=between)
    if char in _OPENING or char in _CLOSING:
        return _quote(text, at, before, after)
    if char >= _EAST:
        beside_latin = any(one.isascii() and one.isalpha() for one in (before, after))
        return -3 if beside_latin or "\uff61" <= char <= "\uff9f" else 2
    return -3 * between


def _is_odd(char: str) -> bool:
    """Whether a sign is one that stands seldom beside another."""
    return not (char.isascii() or char.isalpha() or char in _PAIRED or char >= _EAST)


def _dash(text: str, at: int, *, between: bool) -> int:
    """Score a dash: that of a range, with blanks or between two words. Other letters are lost."""
    if between:
        return 4 * (text[max(0, at - 3) : at].isalpha() and text[at + 1 : at + 4].isalpha())
    return 3 * (text[at - 1 : at].isdigit() == text[at + 1 : at + 2].isdigit())


def _quote(text: str, at: int, before: str, after: str) -> int:
    if text[at] == "’" and before.isalpha() and after.isalpha():
        return 3 if _is_apostrophe(text, at) else -1
    if text[at] in _OPENING:
        begins = before in _MAY_PRECEDE or (before.isascii() and not before.isalpha())
        return 3 if begins and not after.isspace() else -3
    behind = not before.isspace() or text[at] == "…"
    return 3 if behind and not after.isalpha() else -3


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a quote between letters is that of it’s, l’eau or O’Brien."""
    behind = _WORD.match(text, at + 1)
    short = at < 3 or not text[at - 3 : at].isalpha()
    return short or (behind is not None and behind[0] in _BEHIND_APOSTROPHE)

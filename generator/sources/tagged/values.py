"""The values that formats of tagged lines have alike: names, pages, dates, keywords, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.sources.links_in import kind_of
from generator.sources.said import Address
from generator.sources.tagged.lines import Entry, Value
from generator.values.date import Date, read_date, years_in
from generator.values.doi import normal_doi
from generator.values.identifier import identifiers_in
from generator.values.name_list import ET_AL, part_item, without_rest
from generator.values.name_parts import NameParts
from generator.values.name_words import SUFFIXES

#: What programs write for nothing.
_NOTHING = re.compile(r"(?:null|undefined|none|nan|n\.?/?a\.?|[-–—.?]+)", re.IGNORECASE)
_NO_GIVEN = re.compile(r",\s{0,3}(?:null|undefined|none|nan)\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[;；{}\\&<|]|\band\b|et al|[(\[]", re.IGNORECASE)

#: One capital, or several that no name consists of.
_INITIALS = re.compile(r"[A-Z]|[B-DF-HJ-NP-TV-XZ]{2,3}|(?:[A-Z]\.-?){1,4}")
_SHORT_NAMES = re.compile(r"[^\W\d_a-z]{1,4}|(?:[^\W\d_a-z]-?){1,4}")

#: What can be pages: some programs have the address of the author there.
_PAGE = re.compile(r"(?=[^\d]{0,20}\d|[ivxlcdm]{1,9}(?:\W|$))[^@]{1,60}", re.IGNORECASE | re.DOTALL)
_LAST_PAGE = re.compile(r"(?=[^\d]{0,12}\d|[ivxlcdm]{1,9}$)[^@]{1,16}", re.IGNORECASE)
_PAGES_BEFORE = re.compile(r"^(?:pp?\.?|pages?|s\.)\s{0,3}(?=\w{0,3}\d)", re.IGNORECASE)
#: What PubMed sets behind the pages: "12-9; quiz 20", "7; author reply 8".
_BESIDE = re.compile(r"[;,]\s{0,3}(?:quiz|discussion|author|reply|passim|erratum)\b.*", re.I)
_DASH = re.compile(r"[-‐‑‒–—−]")

_BOTH = re.compile(r"(\w{1,9}) ?\((\w[\w/–-]{0,14})\)")
#: "2019 05 12" and "2019 05" of old exports.
_BLANKED = re.compile(r"(\d{4}) (\d{1,2})(?: (\d{1,2}))?")
_SLASHED = re.compile(r"(\d{4})/([^/]{0,20})(?:/([^/]{0,20}))?(?:/.*)?", re.DOTALL)
#: A host and more, without its scheme: "example.org/sheep".
_NO_SCHEME = re.compile(r"(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,10}(?:/\S*)?")
_PDF = re.compile(r"\.pdf(?:$|[?#])|/e?pdf/", re.IGNORECASE)


def name_of(text: str) -> Sequence[str | NameParts]:
    """Return the name, or names, of one line: "Family, Given", "Family, Given, Jr.", "Ada Family".

    A comma at the end holds a whole name together, a group's: RIS and EndNote have that.
    """
    text = _NO_GIVEN.sub("", text.strip().rstrip(";").strip())
    if not text or _NOTHING.fullmatch(text):
        return ()
    if text.endswith(",") and text.count(",") == 1:
        return (NameParts(literal=text.rstrip(", ")),)
    if _SEVERAL.search(text) or without_rest(text) != text:
        return part_item(text).names
    if "," not in text:
        return (_initials_last(text),)
    family, *given = (part.strip() for part in text.rstrip(",").split(","))
    if not given or (len(given) == 2 and given[1] not in SUFFIXES) or len(given) > 2:
        return part_item(text).names
    return (NameParts(family, given[0], suffix=given[1] if len(given) > 1 else ""),)


def _initials_last(text: str) -> str | NameParts:
    """Return the parts of "Family B C" or "Family BC", as PubMed has names; else the text.

    A short word in capitals that one can say may be a family name: "Wei LI".
    """
    words = text.split()
    names = [word for word in words if not _INITIALS.fullmatch(word)]
    initials = words[len(names) :]
    # The last part of "Example-Sample" tells whether it is a name in small letters.
    is_name = bool(names) and names[-1].rpartition("-")[2][1:].islower()
    turned = initials and words == [*names, *initials] and is_name
    if not turned or initials[-1] in SUFFIXES:
        return text
    spaced = " ".join(one if "." in one else " ".join(one) for one in initials)
    return NameParts(" ".join(names), spaced)


def with_initials(text: str) -> str | NameParts:
    """Return the parts of "van Family AB Jr", in a format that has all names so; else the text."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else ""
    if len(words) < 2 or not _SHORT_NAMES.fullmatch(words[-1]):
        return text
    given = " ".join(words[-1]) if words[-1].isalpha() else words[-1]
    return NameParts(" ".join(words[:-1]), given, suffix=suffix)


def names_of(values: Iterable[Value]) -> tuple[str | NameParts, ...]:
    """Return the names of lines that hold one each; a line that goes on may hold another."""
    found: list[str | NameParts] = []
    for value in values:
        several = len(value.lines) > 1 and all("," in line for line in value.lines if line)
        for text in value.lines if several else [value.text]:
            found += name_of(text)
    more = [name for name in found if name != ET_AL]
    return tuple(more if len(more) == len(found) else [*more, ET_AL])


def something(text: str) -> str:
    """Return a text, but for words that programs write for nothing: null, n/a, -."""
    return "" if _NOTHING.fullmatch(text) else text


def pages_of(first: str, last: str = "") -> str:
    """Return pages from what two fields say, of which the first may hold both."""
    first, last = (_PAGES_BEFORE.sub("", _BESIDE.sub("", something(one))) for one in (first, last))
    first = first.rstrip("-–— ") if _PAGE.fullmatch(first) else ""
    last = last if _LAST_PAGE.fullmatch(last) else ""
    if not last or last == first or _DASH.search(first[1:]):
        return first
    return last if not first or _DASH.search(last[1:]) else f"{first}–{last}"


def volume_and_issue(volume: str, issue: str) -> tuple[str, str]:
    """Return both, also where the first says both: "12(3)"."""
    volume, issue = something(volume), something(issue)
    both = _BOTH.fullmatch(volume)
    return (both[1], issue or both[2]) if both else (volume, issue)


def date_of(texts: Iterable[str]) -> Date | str | None:
    """Return the first date that texts tell, with month and day of the first that has them.

    "2019/05/12/" and "2019/May//" are the forms of RIS. What is no date comes back as it is.
    """
    known = [text for text in map(str.strip, texts) if something(text.strip(" /"))]
    dates = [date for text in known if (date := _date(text))]
    if not dates:
        return known[0] if known else None
    return next((date for date in dates if date.month and date.year == dates[0].year), dates[0])


def _date(text: str) -> Date | None:
    found = _SLASHED.fullmatch(text)
    if found and (date := read_date(found[1], found[2].strip(), (found[3] or "").strip())):
        return date
    if blanked := _BLANKED.fullmatch(text):
        return read_date(*blanked.groups(""))
    if date := read_date(text.strip("/ ")):
        return date
    # "2000 Dec-2001 Jan", "1998-1999": the one in which it began to appear.
    years = years_in(text)
    return Date(years[0]) if len(years) == 2 and years[1] == years[0] + 1 else None


def keywords_of(values: Sequence[Value]) -> tuple[str, ...]:
    """Return keywords that have a line each, or stand in one with semicolons or commas between."""
    lines = [line for value in values for line in value.lines if line]
    found = [part.strip() for line in lines for part in re.split("[;；]", line)]
    if len(found) == 1 and found[0].count(",") > 1:
        found = [part.strip() for part in found[0].split(",")]
    found = [something(part.lstrip("*").strip()) for part in found]
    return tuple(dict.fromkeys(part for part in found if part))


def urls_in(value: Value) -> list[str]:
    """Return the addresses that stand behind one tag, one a line or with ; or blanks between.

    An address may have been wrapped; one without its scheme gets it.
    """
    text = ""
    for line in value.lines:
        goes_on = text and "//" not in line and " " not in line and not line.startswith("www.")
        text += line if goes_on else f" {line}"
    parts = re.split(r"[;,]?\s+|;(?=https?:|www\.)", text.strip().removesuffix(";"))
    return [f"https://{one}" if _NO_SCHEME.fullmatch(one) else one for one in parts if one]


def links_of(entry: Entry, own: Sequence[str], others: Sequence[str]) -> Iterator[Address]:
    """Yield the links that tags hold, those in `own` of the paper itself.

    In `others` everything else stands: pages of data bases, related works, files on somebody's
    disk. Of them only what says what it is becomes a link, a page with an identifier where no DOI
    is known, and where the paper has no page at all, the first one.
    """
    has_doi = any(map(normal_doi, (value.text for value in entry.values("DO"))))
    found = False
    for tag in (*own, *others):
        for value in entry.values(tag):
            for url in urls_in(value):
                if link := _link(tag, url, is_own=tag in own, has_doi=has_doi, has_page=found):
                    found = True
                    yield link


def _link(tag: str, url: str, *, is_own: bool, has_doi: bool, has_page: bool) -> Address | None:
    if not url.lower().startswith(("http://", "https://", "www.")):
        return Address(tag, "paper", url) if is_own and identifiers_in(url) else None
    link = address_of(tag, url)
    if is_own or link.kind not in ("paper", "project"):
        return replace(link, kind="paper") if link.kind == "project" else link
    tells = not has_doi if link.kind == "paper" else not has_page
    return replace(link, kind="paper") if tells else None


def address_of(called: str, url: str) -> Address:
    """Return an address with the kind that it tells itself; "project" if it tells none."""
    return Address(called, "pdf" if _PDF.search(url) else kind_of(url, ""), url)

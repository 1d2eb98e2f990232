"""A language of the interface: says strings, numbers and lists in it.

Whoever shows something to visitors is handed a `Language` and asks it, with the English text:

    language.say("Part of {venue}.", venue=name)
    language.counted(3, "{number} paper", "{number} papers")

A whole sentence is one string: other languages have another order of words. What is no text yet
when a table is made is marked by `to_say`, and said when it is shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property

from generator.language.placeholders import pieces
from generator.language.plural import ENGLISH_RULE, plural_form


def to_say(text: str) -> str:
    """Return an English text as it is: it is found as one to translate, and said elsewhere."""
    return text


def to_count(one: str, many: str) -> tuple[str, str]:
    """Return both English forms of a text as they are: they are said with a number elsewhere."""
    return one, many


@dataclass(frozen=True)
class ListForm:
    """How items stand in a row: patterns of `{0}` and `{1}`, as Unicode's CLDR has them.

    See https://unicode.org/reports/tr35/tr35-general.html#ListPatterns.
    """

    two: str
    start: str
    middle: str
    end: str


@dataclass(frozen=True)
class DateForms:
    """How a language writes dates: names of the months, and patterns of the fields that CLDR has.

    `d` is the day, `M` the month's number, `MMMM` its name and `LLLL` that where no day stands with
    it, `y` the year: see https://unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns.
    """

    day: str = "%(d)s %(MMMM)s %(y)s"
    day_of_any_year: str = "%(d)s %(MMMM)s"
    month: str = "%(LLLL)s %(y)s"
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    months_alone: tuple[str, ...] = months
    era: str = ""


@dataclass(frozen=True)
class Forms:
    """How a language writes numbers and lists. Those of English are of our pages, not of CLDR.

    `group` parts thousands, `decimal` the fraction; `percent` holds `{0}`. `lists` are for a plain
    row "", "and" and "or". `gap` stands between sentences. `territory` is
    where it is spoken by most, as Open Graph names it.
    """

    group: str = ","
    decimal: str = "."
    percent: str = "{0} %"
    lists: Mapping[str, ListForm] = field(
        default_factory=lambda: {
            "": ListForm("{0}, {1}", "{0}, {1}", "{0}, {1}", "{0}, {1}"),
            "and": ListForm("{0} and {1}", "{0}, {1}", "{0}, {1}", "{0} and {1}"),
            "or": ListForm("{0} or {1}", "{0}, {1}", "{0}, {1}", "{0} or {1}"),
        }
    )
    gap: str = " "
    territory: str = "en_US"
    right_to_left: bool = False
    dates: DateForms = field(default_factory=DateForms)


@dataclass(frozen=True)
class Language:
    """A language: `code` as the settings have it, and the strings that it has, by the English ones.

    A string that is counted stands under its singular, with a form for each plural; `plural` says
    which is for what number. What is missing is said in English. `scripted` are the strings that
    the theme's JavaScript says, in English.
    """

    code: str = "en"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: str = ENGLISH_RULE
    forms: Forms = field(default_factory=Forms)
    scripted: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """A digest of all that it says: what was made in it is another thing in another one."""
        said = json.dumps(asdict(self), sort_keys=True)
        return hashlib.blake2b(said.encode(), digest_size=20).hexdigest()

    def text(self, english: str) -> str:
        """Return a string with its placeholders still in it."""
        found = self.messages.get(english)
        return found[0] if found else english

    def form(self, number: int, one: str, many: str) -> str:
        """Return the form of a string for a number, with its placeholders still in it."""
        found = self.messages.get(one)
        if found is None:
            return one if number == 1 else many
        try:
            at = plural_form(self.plural, number)
        except ZeroDivisionError:
            at = 0
        return found[min(at, len(found) - 1)]

    def say(self, english: str, /, **values: object) -> str:
        """Return a string with its values; whole numbers are written as the language does."""
        return self._filled(self.text(english), values)

    def counted(self, number: int, one: str, many: str, /, **values: object) -> str:
        """Return the form of a string for a number, which it may name as `{number}`."""
        return self._filled(self.form(number, one, many), {"number": number, **values})

    def number(self, number: int) -> str:
        """Return a whole number: 1,000 in English, 1.000 in German. Years are none."""
        return f"{number:,}".replace(",", self.forms.group)

    def decimal(self, number: float, digits: int) -> str:
        """Return a number with so many digits behind the sign of the decimals."""
        whole, _, rest = f"{number:,.{digits}f}".partition(".")
        whole = whole.replace(",", self.forms.group)
        return whole + (self.forms.decimal + rest if rest else "")

    def percent(self, number: str) -> str:
        """Return a number, written already, as one of per cent: "7 %"."""
        return self.forms.percent.replace("{0}", number)

    def listed(self, items: Sequence[str], kind: str = "") -> str:
        """Return items in a row: "a, b" for the kind "", "a and b" for "and", "a or b" for "or"."""
        if not items:
            return ""
        form = self.forms.lists[kind]
        if len(items) == 2:
            return _joined(form.two, *items)
        said = items[-1]
        for at in range(len(items) - 2, -1, -1):
            pattern = form.end if at == len(items) - 2 else form.start if at == 0 else form.middle
            said = _joined(pattern, items[at], said)
        return said

    def sentences(self, items: Sequence[str]) -> str:
        """Return sentences behind each other."""
        return self.forms.gap.join(items)

    def date(self, year: int, month: int, day: int = 0) -> str:
        """Return a day, or a month if `day` is 0: "16 November 2026", "November 2026".

        A day of which the `year` is 0 is one of any year: "16 November".
        """
        forms = self.forms.dates
        pattern = forms.month if not day else forms.day if year else forms.day_of_any_year
        name, alone = forms.months[month - 1], forms.months_alone[month - 1]
        fields = {"d": day, "dd": f"{day:02}", "M": month, "MMM": name, "MMMM": name}
        return pattern % {**fields, "LLLL": alone, "y": year, "G": forms.era}

    def share(self, count: int, of: int) -> str:
        """Return a share in whole per cent; never 0 % for some, never 100 % for less than all."""
        if not of or not count:
            return self.percent("0")
        # Half up, without the error of a division.
        whole = (200 * count + of) // (2 * of)
        if whole == 0:
            return self.percent("<1")
        return self.percent(">99" if whole == 100 and count < of else str(whole))

    def size(self, size: int) -> str:
        """Return a number of bytes with two figures or more: "812 bytes", "64 kB", "1.2 MB"."""
        if size < 1000:
            return self.counted(size, "{number} byte", "{number} bytes")
        number, unit = next(
            (size / 10**power, unit)
            for power, unit in ((9, "GB"), (6, "MB"), (3, "kB"))
            if size >= 0.9995 * 10**power
        )
        return f"{self.decimal(number, 1 if number < 9.95 else 0)} {unit}"

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        said = []
        for literal, name in pieces(text):
            said.append(literal)
            if name is not None:
                value = values[name]
                said.append(self.number(value) if isinstance(value, int) else str(value))
        return "".join(said)


def _joined(pattern: str, first: str, second: str) -> str:
    """Return a pattern of `{0}` and `{1}` with these in it, whatever they hold."""
    before, _, rest = pattern.partition("{0}")
    between, _, behind = rest.partition("{1}")
    return f"{before}{first}{between}{second}{behind}"


ENGLISH = Language()

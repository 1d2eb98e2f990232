"""How languages write numbers, lists, dates: the tables of https://cldr.unicode.org in Babel."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import parse_pattern

from generator.language.language import DateForms, Forms, ListForm

#: Languages whose sentences follow each other without a space.
_UNSPACED = ("ja", "zh")


def forms_of(code: str) -> Forms:
    """Return the forms of a language; those of English for one that the tables do not know."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Forms()
    symbols = locale.number_symbols["latn"]
    ands, ors = (_list_form(locale, name) for name in ("standard", "or"))
    # Of a plain row every joint is as those between items of a long one.
    plain = ListForm(*[ands.middle] * 4)
    return Forms(
        group=symbols["group"],
        decimal=symbols["decimal"],
        percent=locale.percent_formats[None].pattern.replace("#,##0", "{0}"),
        gap="" if locale.language in _UNSPACED else " ",
        lists={"": plain, "and": ands, "or": ors},
        territory=_territory(locale),
        right_to_left=locale.text_direction == "rtl",
        dates=_date_forms(locale),
    )


def _list_form(locale: Locale, name: str) -> ListForm:
    found = locale.list_patterns[name]
    return ListForm(found["2"], found["start"], found["middle"], found["end"])


def _date_forms(locale: Locale) -> DateForms:
    short = locale.datetime_skeletons
    day, any_year, month = (
        # The fields as those of the operator %.
        str(parse_pattern(pattern).format)
        for pattern in (locale.date_formats["long"], short["MMMMd"], short["yMMMM"])
    )
    of_day, alone = (
        tuple(locale.months[context]["wide"][number] for number in range(1, 13))
        for context in ("format", "stand-alone")
    )
    return DateForms(day, any_year, month, of_day, alone, locale.eras["abbreviated"][1])


def _territory(locale: Locale) -> str:
    """Return a language with where it is spoken: de_DE, zh_CN."""
    likely = str(get_global("likely_subtags").get(locale.language, locale.language)).split("_")
    territory = locale.territory or (likely[-1] if len(likely) > 1 else "")
    return f"{locale.language}_{territory}" if territory else locale.language

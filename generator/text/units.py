r"""Numbers and units as siunitx writes them: `\SI{5}{\micro\metre}` is 5 µm.

Names and symbols are those of the siunitx manual, version 3, sections 3.3 and 5
(https://ctan.org/pkg/siunitx), shown as it prints them: `m s⁻¹`, `1 m to 5 m`.
"""

from __future__ import annotations

import re

from generator.text.mathematics import script

_PREFIXES = dict(
    zip(
        "yocto zepto atto femto pico nano micro milli centi deci deca deka hecto kilo mega giga"
        " tera peta exa zetta yotta kibi mebi gibi tebi".split(),
        "y z a f p n µ m c d da da h k M G T P E Z Y Ki Mi Gi Ti".split(),
        strict=True,
    )
)
_UNITS = {
    **dict(
        zip(
            "ampere candela kelvin kilogram gram metre meter mole second becquerel coulomb farad"
            " gray hertz henry joule lumen katal lux newton ohm pascal radian siemens sievert"
            " steradian tesla volt watt weber day hectare hour litre liter minute tonne bar bel"
            " decibel electronvolt dalton knot neper byte bit percent degree arcminute arcsecond"
            " degreeCelsius celsius angstrom astronomicalunit nauticalmile mmHg barn".split(),
            "A cd K kg g m m mol s Bq C F Gy Hz H J lm kat lx N Ω Pa rad S Sv sr T V W Wb d ha h L"
            " L min t bar B dB eV Da kn Np B bit % ° ′ ″ °C °C Å au M mmHg b".split(),
            strict=True,
        )
    ),
    # Short names, section 3.3 of the manual.
    **{name: name for name in (
        "fg pg ng mg g kg pm nm mm cm dm m km as fs ps ns ms s fmol pmol nmol mmol mol kmol pA nA"
        " mA A kA ml mL l L hl hL mHz Hz kHz MHz GHz THz N mN kN MN Pa kPa MPa GPa mV V kV mW W kW"
        " MW GW J mJ kJ eV meV keV MeV GeV TeV kWh F fF pF K dB kB MB GB TB"
    ).split()},
    "ug": "µg", "um": "µm", "us": "µs", "umol": "µmol", "uA": "µA", "ul": "µl", "uL": "µL",
    "uV": "µV", "uW": "µW", "uJ": "µJ", "kohm": "kΩ", "Mohm": "MΩ",
}  # fmt: skip
_POWERS = {"squared": "2", "square": "2", "cubed": "3", "cubic": "3"}
#: Units that stand at their number.
_CLOSE = ("%", "°", "′", "″")

_ARGUMENT = r"\s?\{((?:[^{}]|\{[^{}]{0,40}\}){0,200})\}"
_OPTIONS = r"(?:\[[^\[\]]{0,200}\])?"
_QUANTITY = re.compile(
    rf"\\(?P<kind>(?:SI|qty|num)(?:range|list)?|si|unit|ang){_OPTIONS}{_ARGUMENT}"
    rf"(?:\[[^\[\]]{{0,20}}\])?(?:{_ARGUMENT})?(?:{_ARGUMENT})?"
)
#: How many arguments a command has.
_COUNT = {"SIrange": 3, "qtyrange": 3, "SI": 2, "qty": 2, "SIlist": 2, "qtylist": 2, "numrange": 2}
_PART = re.compile(
    r"\\raiseto\s?\{([^{}]*)\}|\\tothe\s?\{([^{}]*)\}|\\([A-Za-z]+)|\^\{?(-?\d+)\}?|([^\\\s^~.{}]+)"
)
_EXPONENT = re.compile(r"(?<=\d)[eEdD]([+-]?\d{1,4})$|^[eE]([+-]?\d{1,4})$")


def spell_out_units(text: str) -> str:
    r"""Turn `\SI`, `\qty`, `\num`, `\ang`, `\si` and their ranges and lists into plain text."""
    return _QUANTITY.sub(_said, text) if "\\" in text else text


def _said(found: re.Match[str]) -> str:
    kind = found["kind"]
    count = _COUNT.get(kind, 1)
    given = [found[2], found[3], found[4]]
    if None in given[:count]:
        return found[0]
    # What stands in braces behind the last argument is the text's own.
    rest = found.string[found.end(count + 1) + 1 : found.end()]
    unit = given[count - 1] if count > 1 and kind != "numrange" else ""
    if kind in ("si", "unit"):
        said = _unit(given[0])
    elif kind == "ang":
        said = "".join(
            f"{_number(part)}{sign}"
            for part, sign in zip(given[0].split(";"), "°′″", strict=False)
            if part.strip()
        )
    elif kind.endswith("range"):
        said = f"{_quantity(given[0], unit)} to {_quantity(given[1], unit)}"
    elif kind.endswith("list"):
        *first, last = (_quantity(part, unit) for part in given[0].split(";"))
        said = f"{', '.join(first)} and {last}" if first else last
    else:
        said = _quantity(given[0], unit)
    return said + rest


def _quantity(number: str, unit: str) -> str:
    said = _unit(unit)
    gap = " " if said and said not in _CLOSE else ""
    return f"{_number(number)}{gap}{said}"


def _number(number: str) -> str:
    """Return a number: 1e5 is 1 × 10⁵, +- is ±."""
    text = "".join(number.split()).replace("+-", " ± ").replace("\\pm", " ± ").replace("{,}", ",")
    text = text.replace("\\times", " × ").replace("x", " × ").replace("--", "–")
    return _EXPONENT.sub(
        lambda found: (
            f"{' × ' if found[1] else ''}10{script('^', (found[1] or found[2]).lstrip('+'))}"
        ),
        text,
    )


def _unit(source: str) -> str:
    r"""Return a unit as siunitx prints it: `\metre\per\second` is m s⁻¹."""
    units: list[tuple[str, str]] = []  # a symbol and its power
    prefix = sign = power = ""
    for before, behind, name, raised, plain in _PART.findall(source):
        if before or name in ("square", "cubic"):
            power = before or _POWERS[name]
        elif behind or raised or name in ("squared", "cubed"):
            if units:
                symbol, known = units.pop()
                turned = "-" if known.startswith("-") else ""
                units.append((symbol, turned + (behind or raised or _POWERS[name])))
        elif name == "per":
            sign = "-"
        elif name in _PREFIXES:
            prefix += _PREFIXES[name]
        else:
            symbol = prefix + (_UNITS.get(name, name) if name else plain.strip("$"))
            units.append((symbol, sign + (power or ("1" if sign else ""))))
            prefix = sign = power = ""
    return " ".join(symbol + script("^", raised) for symbol, raised in units)

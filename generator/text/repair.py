r"""Turns the text of a source into canonical text, by an ordered list of small steps.

Canonical text is one line of Unicode in NFC with single spaces, in which mathematics that Unicode
cannot say stands as TeX between `\(` and `\)`. Repairing canonical text changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from generator.text import (
    bare,
    blocks,
    escaped_tex,
    escapes,
    explicit,
    letters,
    lost_tex,
    tags,
    tex,
    unicode,
    units,
)
from generator.text.spans import addresses, formulas, outside

#: Rounds after which a text that still changes is no text of a person.
MAX_ROUNDS = 8


@dataclass(frozen=True, eq=False)
class Step:
    """One small repair: its name for explanations, and a function from text to text.

    A text that holds none of its `signs` it leaves as it is, and is not asked about; without signs
    it is asked about any.
    """

    name: str
    apply: Callable[[str], str]
    signs: tuple[str, ...] = ()


def _step(name: str, change: Callable[[str], str], *signs: str) -> Step:
    """Return a step that leaves formulas and addresses alone."""
    return Step(name, outside(change, formulas, addresses), signs)


_TEX = ("\\",)
_REREAD = Step("clean Unicode, read in the right encoding", unicode.reread)
_ESCAPED_TEX = Step("TeX escaped as text", escaped_tex.restore_tex, _TEX)
_TEX_TAGS = Step("tags spelled in TeX", tex.restore_tags, ("\\", "$"))
_WEB = Step("markup of web pages", tags.read_markup, ("<", "&"))
_PARENTHESES = Step("formulas in parentheses", explicit.repair_parentheses, _TEX)
_SPACES = Step("single spaces", unicode.normal)

_MARKUP = (
    _step("lost markup", lost_tex.restore_markup, "{"),
    Step("accents on nothing", outside(letters.set_lone_accents, formulas), _TEX),
    Step("links", outside(tex.spell_out_links, formulas), ("\\", "{")),
    _step("citations", tex.drop_citations, *_TEX),
    _step("accents", letters.set_accents, *_TEX),
    _step("letters", letters.set_letters, *_TEX),
    _step("words and signs", letters.spell_out_words, *_TEX),
    _step("lists and tables", blocks.set_blocks, *_TEX),
    _step("markup", tex.drop_markup, *_TEX),
)
_TYPOGRAPHY = (
    _step("bare mathematics", bare.repair_bare, "\\", "^", "_"),
    _step("escapes", tex.unescape, *_TEX),
    _step("macros of the author", tex.name_macros, *_TEX),
    _step("braces", tex.drop_braces, "{", "\\"),
    Step("braces around all", tex.drop_outer_braces, ("{",)),
    _step("ties", tex.untie, "~"),
    _step("quotes", tex.set_quotes, "`", "''"),
    _step("dashes", tex.set_dashes, "--"),
    _SPACES,
)
_EXPLICIT = (
    Step("escapes written out", escapes.undo_escapes, _TEX),
    Step("numbers and units", units.spell_out_units, _TEX),
    Step("raised signs", explicit.lower_signs, ("^",)),
    Step("formulas between dollars", explicit.repair_dollars, ("$",)),
    Step("displayed formulas", explicit.repair_displays, _TEX),
    _PARENTHESES,
)

#: For records that people write: only what is surely mathematics changes.
HAND_STEPS: tuple[Step, ...] = (
    Step("clean Unicode, read in the right encoding", unicode.reread_by_hand),
    _WEB,
    Step("formulas between dollars", explicit.repair_sure_dollars),
    _PARENTHESES,
    _SPACES,
)

#: For sources that kept their TeX, such as the records of proceedings.
LATEX_STEPS: tuple[Step, ...] = (
    _REREAD,
    _ESCAPED_TEX,
    _TEX_TAGS,
    _WEB,
    *_EXPLICIT,
    *_MARKUP,
    *_TYPOGRAPHY,
)

#: For saved web listings, which lost backslashes and dollars.
LISTING_STEPS: tuple[Step, ...] = (
    _REREAD,
    _TEX_TAGS,
    _WEB,
    *_EXPLICIT,
    _step("lost modulo", lost_tex.restore_modulo),
    _step("lost brackets", lost_tex.restore_brackets),
    _step("lost about signs", lost_tex.restore_about),
    _step("lost times signs", lost_tex.restore_times),
    _step("lost plus-minus signs", lost_tex.restore_plus_minus),
    _step("lost relations", lost_tex.restore_relations),
    _step("lost arrows", lost_tex.restore_arrows),
    _step("lost dots and infinity", lost_tex.restore_dots),
    _step("lost alphabets", lost_tex.restore_alphabets),
    _step("lost Greek letters", lost_tex.restore_greek),
    _step("lost structures", lost_tex.restore_structures),
    *_MARKUP,
    _step("lost indices", lost_tex.part_names),
    *_TYPOGRAPHY,
)


def repair(text: str, steps: tuple[Step, ...]) -> str:
    """Return the canonical form of `text` by `steps`; never raises.

    The steps run until nothing changes, each in time that grows as the text does. A text that
    never settles, which takes malice, is only cleaned by the first step; so
    `repair(repair(text)) == repair(text)` always.
    """
    return _remembered(text, steps) if len(text) <= _SHORT else _repaired(text, steps)


#: Venues, publishers, names and keywords, which many papers share, are not longer.
_SHORT = 100


@lru_cache(maxsize=20_000)
def _remembered(text: str, steps: tuple[Step, ...]) -> str:
    return _repaired(text, steps)


def _repaired(text: str, steps: tuple[Step, ...]) -> str:
    clean = settled = steps[0].apply(text)
    signs = _signs_in(clean)
    # The step that changed the text last: each behind it has left what came of it as it is.
    last: Step | None = None
    for number in range(MAX_ROUNDS):
        before = settled
        for step in steps if number or clean != text else steps[1:]:
            if not step.signs or not signs.isdisjoint(step.signs):
                after = step.apply(settled)
                if after != settled:
                    settled, signs, last = after, _signs_in(after), step
                    continue
            if number and step is last:
                return settled
        if settled == before:
            return settled
    return clean


#: Every sign that a step waits for.
_SIGNS = tuple(
    {sign: None for step in (*LATEX_STEPS, *HAND_STEPS, *LISTING_STEPS) for sign in step.signs}
)


def _signs_in(text: str) -> frozenset[str]:
    return frozenset(sign for sign in _SIGNS if sign in text)


def explain(text: str, steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    """Return the name of each step that changed something, with the text after it, in order.

    A name stands twice when the step found something new to do after the others. The last text
    is `repair(text, steps)`.
    """
    changes: list[tuple[str, str]] = []
    result = repair(text, steps)
    while text != result:
        for step in steps:
            after = step.apply(text)
            if after != text:
                changes.append((step.name, after))
            text = after
            if len(changes) > MAX_ROUNDS * len(steps):
                return [(steps[0].name, result)]
    return changes

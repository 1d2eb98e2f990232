r"""Turns the text of a source into canonical text, by an ordered list of small steps.

Canonical text is one line of Unicode in NFC with single spaces, in which mathematics that Unicode
cannot say stands as TeX between `\(` and `\)`. Repairing canonical text changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.text import (
    bare,
    blocks,
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


@dataclass(frozen=True)
class Step:
    """One small repair: its name for explanations, and a function from text to text."""

    name: str
    apply: Callable[[str], str]


def _step(name: str, change: Callable[[str], str]) -> Step:
    """Return a step that leaves formulas and addresses alone."""
    return Step(name, outside(change, formulas, addresses))


_REREAD = Step("clean Unicode, read in the right encoding", unicode.reread)
_TEX_TAGS = Step("tags spelled in TeX", tex.restore_tags)
_WEB = Step("markup of web pages", tags.read_markup)
_PARENTHESES = Step("formulas in parentheses", explicit.repair_parentheses)
_SPACES = Step("single spaces", unicode.normal)

_MARKUP = (
    _step("lost markup", lost_tex.restore_markup),
    Step("links", outside(tex.spell_out_links, formulas)),
    _step("citations", tex.drop_citations),
    _step("accents", letters.set_accents),
    _step("letters", letters.set_letters),
    _step("words and signs", letters.spell_out_words),
    _step("lists and tables", blocks.set_blocks),
    _step("markup", tex.drop_markup),
)
_TYPOGRAPHY = (
    _step("bare mathematics", bare.repair_bare),
    _step("escapes", tex.unescape),
    _step("macros of the author", tex.name_macros),
    _step("braces", tex.drop_braces),
    Step("braces around all", tex.drop_outer_braces),
    _step("ties", tex.untie),
    _step("quotes", tex.set_quotes),
    _step("dashes", tex.set_dashes),
    _SPACES,
)
_EXPLICIT = (
    Step("escapes written out", escapes.undo_escapes),
    Step("numbers and units", units.spell_out_units),
    Step("formulas between dollars", explicit.repair_dollars),
    Step("displayed formulas", explicit.repair_displays),
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
LATEX_STEPS: tuple[Step, ...] = (_REREAD, _TEX_TAGS, _WEB, *_EXPLICIT, *_MARKUP, *_TYPOGRAPHY)

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
    clean = settled = steps[0].apply(text)
    for _ in range(MAX_ROUNDS):
        before = settled
        for step in steps:
            settled = step.apply(settled)
        if settled == before:
            return settled
    return clean


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

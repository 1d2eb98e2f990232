"""Which words of a title keep their capitals in a style that writes titles in small letters.

BibTeX's own styles do: plain.bst makes "Bayesian GANs" "Bayesian gans" unless braces hold the
letters (change.case$ in https://ctan.org/pkg/bibtex, btxhak, section 3). What is not sure stays as
it is: a capital that a style takes is found by a reader, one that it cannot take by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from importlib import resources
from itertools import pairwise

Span = tuple[int, int]

#: A word with its accents.
WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
#: What joins words to one: U-Net, O'Reilly, Kullback–Leibler.
_JOINED = re.compile(rf"{WORD.pattern}(?:[-‐‑–'’]{WORD.pattern})*")
#: What stands before the first word of a title or of a part of one.
_BEFORE_A_PART = re.compile(r"[.:;?!–—][\"'“”‘’»)\]]{0,3}\s+[\"'“‘«(\[¿¡]{0,3}")
_BEFORE_ALL = re.compile(r"[\"'“‘«(\[¿¡\s]*")
_BEHIND_A_PART = re.compile(r"\s*(?:$|[.:;,?!)\]])")
#: Titles that capitalise their words leave these small, so they do not tell how a title is written.
_SMALL = frozenset(
    "about above across after against along alongside amid among amongst around because before"
    " behind below beneath beside besides between beyond despite does down during each else ever"
    " except from have here into just like more most near only onto over past per rather same"
    " should since some such than that their them then there these they this those through"
    " throughout till under underneath unlike until unto upon using versus very were what when"
    " where whether which while whom whose will with within without would your toward towards"
    .split()
)  # fmt: skip
#: Ends of the names of models and data sets: Res-Net, Chart-Bench.
_NAME_ENDINGS = frozenset("Bench Former Gym Net Nets".split())


def _proper_words() -> tuple[frozenset[str], dict[tuple[str, str], bool]]:
    """Return words, and pairs of which the first is everyday: whether the second is proper, too."""
    text = resources.files("generator.text").joinpath("proper_words.txt").read_text("utf-8")
    words: set[str] = set()
    pairs: dict[tuple[str, str], bool] = {}
    section: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            section.append(line)
        elif section and section[-1] == "# begin with an everyday word":
            first, second = line.split(" ", 1)
            pairs[first, second.casefold()] = not second.islower()
        else:
            words.update(line.split())
    return frozenset(words), pairs


_PROPER, _PAIRS = _proper_words()


def kept_capitals(text: str, protected: Collection[str] = ()) -> list[Span]:
    """Return where the words stand that keep their letters, in order, parted by something else.

    `protected` are words that a source protects. Kept beside them are words with capitals or
    digits inside (ImageNet, GPT, 3D), single letters with what hangs on them (U-Net), proper
    words of a table, and capitals inside a title whose other words are small.
    """
    title = _Title(text, frozenset(protected))
    return [span for joined in title.joined for span in title.kept(joined)]


class _Title:
    """A title, with what tells whether the capital of a word means something."""

    def __init__(self, text: str, protected: frozenset[str]) -> None:
        self.text = text
        self.protected = protected
        self.joined = [list(WORD.finditer(text, *found.span())) for found in _JOINED.finditer(text)]
        firsts = [parts[0] for parts in self.joined]
        #: Where the words of known pairs begin.
        self.paired: set[int] = set()
        for one, two in pairwise(firsts):
            both = _PAIRS.get((one[0], two[0].casefold()))
            if both is not None:
                self.paired |= {one.start(), two.start()} if both else {one.start()}
        openings = {found.end() for found in _BEFORE_A_PART.finditer(text)}
        if first := _BEFORE_ALL.match(text):
            openings.add(first.end())
        self.openings = openings
        self.is_sentence = self._is_sentence()

    def _is_sentence(self) -> bool:
        """Whether words have capitals only where they always have: at least half are small."""
        small = large = 0
        for parts in self.joined:
            word = parts[0][0]
            tells = len(word) > 3 and word[1:].islower() and word.lower() not in _SMALL
            if tells and parts[0].start() not in self.openings and not self._is_proper(parts[0]):
                small += word[0].islower()
                large += word[0].isupper()
        return small > 0 and small >= large

    def kept(self, parts: list[re.Match[str]]) -> Iterator[Span]:
        """Yield what is kept of words that are joined: all in one, or each by itself."""
        kept = [self._is_kept(part, parts) for part in parts]
        for place, (before, part) in enumerate(pairwise(parts), 1):
            # U-Net, O'Reilly
            if kept[place - 1] and len(before[0]) == 1 and part[0][0].isupper():
                kept[place] = True
        if any(part[0] in _NAME_ENDINGS for part in parts[1:]):
            kept = [True] * len(parts)
        lettered = [one for one, part in zip(kept, parts, strict=True) if not part[0].isdecimal()]
        if lettered and all(lettered):
            yield parts[0].start(), parts[-1].end()
            return
        yield from (part.span() for one, part in zip(kept, parts, strict=True) if one)

    def _is_kept(self, part: re.Match[str], parts: list[re.Match[str]]) -> bool:
        word = part[0]
        if word in self.protected:
            return True
        if word.islower() or word.isdecimal():
            return False
        begins = parts[0].start() in self.openings
        by_itself = self.is_sentence and word[0].isupper() and not begins
        if word == "A":
            ends = len(parts) > 1 or _BEHIND_A_PART.match(self.text, part.end())
            return by_itself or (bool(ends) and not begins)
        return by_itself or _has_its_own_case(word) or self._is_proper(part)

    def _is_proper(self, part: re.Match[str]) -> bool:
        word = part[0]
        return (
            word in _PROPER
            or (word.endswith("s") and word[:-1] in _PROPER)
            or part.start() in self.paired
        )


def _has_its_own_case(word: str) -> bool:
    """Whether no style may change the word: BERT, AdaNPC, 3D, T5, the Q of Q-learning."""
    rest = word[1:]
    return any(map(str.isupper, rest)) or (
        word[0].isupper() and (not rest or any(map(str.isdigit, rest)))
    )

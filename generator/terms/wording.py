"""Which words say what a paper is about, and which only how papers are written."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from importlib import resources

import snowballstemmer

#: Longer runs of letters are no words, and stemming takes quadratic time over them.
MAX_WORD = 40

_VOWELS = frozenset("aeiouy")
_SURROGATE = re.compile("[\ud800-\udfff]")
# In C where PyStemmer is, which is many times faster and finds the same.
_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)  # stages and texts ask for the same words again and again
def stem(word: str) -> str:
    """Return what the forms of a word have in common, by the Snowball stemmer for English.

    It leaves the plurals of names without a vowel, such as LLMs, as they are; those lose their s.
    """
    if word.endswith("s") and len(word) > 2 and _VOWELS.isdisjoint(word):
        return word.removesuffix("s")
    if _SURROGATE.search(word):
        # Half of a character, which no word has and C does not take.
        return word
    found: str = _stemmer.stemWord(word)
    return found


def _listed(name: str) -> list[str]:
    return resources.files("generator.terms").joinpath(name).read_text("utf-8").split()


#: Words that say nothing by themselves: the, of, whose. They are the list of scikit-learn, which is
#: that of the Glasgow information retrieval group.
STOP_WORDS = frozenset(_listed("stop_words.txt"))
# The manner of speaking of abstracts, whatever they are about: "propose", "state of the art",
# "code is available". One word a line; all forms of a word are meant.
_GENERAL = frozenset(stem(word) for word in _listed("general_words.txt"))
# Much of the field uses these. They count, but connect no two papers in a reader's eyes, except
# beside another word: "learning rate", "language model", "open set".
_COMMON = frozenset(
    stem(word)
    for word in """
    accuracy accurate algorithm analysis analyze application architecture automated aware
    benchmark categories class complexity compute cost cross data dataset deep degradation design
    dimension distribution domain driven efficient end error estimate fast feature field fine form
    framework free function general generate global guarantees hyper image information input
    instance inter intra knowledge language large layer learn level linear local long loss lower
    machine map measure mechanism meta method metric model module multi natural network neural non
    object open optimal order output pairs parameter patterns performance point pre prior process
    proof quick rate reason relate relation representation sample scale science self sequence
    series set short shot single size space speed state structure sub system target test text
    theoretical theory time train transform understanding upper variable vision visual weight wide
    word zero
    """.split()
)
# Their stems are those of general words: relational and related, reasoning and reason.
_TELLING = frozenset("relational reasoning proof proofs objects generalization".split())


class Weight(enum.IntEnum):
    """What a word says of a paper's subject."""

    NOTHING = 0
    COMMON = 1
    TELLING = 2


def weight_of(word: str) -> Weight:
    """Return what a folded word, or a mark of punctuation, says of a paper's subject."""
    if word in _TELLING:
        return Weight.TELLING
    if not 2 <= len(word) <= MAX_WORD or word.isdecimal() or word in STOP_WORDS:
        return Weight.NOTHING
    found = stem(word)
    if found in _COMMON:
        return Weight.COMMON
    return Weight.NOTHING if found in _GENERAL else Weight.TELLING

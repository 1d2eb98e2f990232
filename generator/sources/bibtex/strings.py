"""Values of BibTeX: parts joined by `#`, with macros in the place of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.sources.bibtex.grammar import Part
from generator.sources.bibtex.journals import JOURNALS
from generator.values.month import month_of

#: A macro that names itself twice, and the next that one, would fill the memory.
MAX_MACRO = 2_000
#: So much may macros add to one value.
MAX_ADDED = 20_000

_MONTHS = {
    name[:3].lower(): name
    for name in (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    )
}  # fmt: skip
#: What BibTeX's own styles define: https://ctan.org/pkg/bibtex, plain.bst.
_OF_STYLES = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tcs": "Theoretical Computer Science",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
}


class Macros:
    """The macros that are known at a place of a file."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def define(self, name: str, text: str) -> None:
        """Set what a macro stands for from here on."""
        self._known[name.lower()] = text[:MAX_MACRO]

    def value(self, parts: Iterable[Part], undefined: Callable[[str], object] = str) -> str:
        """Return the text of a value, its lines joined; tells words that are no known macro.

        Such a word stays as it is written.
        """
        texts: list[str] = []
        added = 0
        for part in parts:
            text = part.text
            if part.bare and not text[0].isdigit() and added < MAX_ADDED:
                found = self._meant(text)
                if found is None:
                    undefined(text)
                else:
                    text = found
                    added += len(text)
            texts.append(text)
        return " ".join("".join(texts).split())

    def _meant(self, word: str) -> str | None:
        name = word.lower()
        if name in self._known:
            return self._known[name]
        if name in _MONTHS:
            return _MONTHS[name]
        # Those of styles are written small; JCP in capitals may be any journal.
        if word.islower() and (found := _OF_STYLES.get(word) or JOURNALS.get(word)):
            return found
        return word if month_of(word) or not word[0].isalpha() else None

"""A text as a source gave it, repaired once, with every form that something shows or compares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.text import formula
from generator.text.html import Html, html_text, in_link, typeset
from generator.text.latex import latex, latex_title
from generator.text.markdown import Markdown, inline
from generator.text.protected import protected_words
from generator.text.repair import Step, repair
from generator.text.words import fold

#: Signs that a list of titles does not sort by where a title begins with them.
_LEADING_SIGNS = "\"'“”‘’«»([{#$\\¿¡ "


@dataclass(frozen=True, order=True)
class Text:
    r"""One line of text; formulas that Unicode cannot say stand as TeX between `\(` and `\)`.

    `repaired` is the canonical text of `generator.text.repair`, which nothing but the other forms
    reads. Each form is made once. As a string it is `plain`, so that no TeX can slip out.
    `protected` are words whose case its source protects by braces; two texts are the same whatever
    they protect.
    """

    repaired: str = ""
    protected: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def read(cls, source: str, steps: tuple[Step, ...]) -> Text:
        """Return what `source` says, mended by `steps` of `generator.text.repair`."""
        return cls(repair(source, steps), protected_words(source, steps))

    def protecting(self, others: Iterable[Text]) -> Text:
        """Return the text with the words that others protect, too."""
        words = {*self.protected, *(word for other in others for word in other.protected)}
        return replace(self, protected=tuple(sorted(words))) if words else self

    def __bool__(self) -> bool:
        return bool(self.repaired)

    def __str__(self) -> str:
        return self.plain

    @cached_property
    def plain(self) -> str:
        """The text in Unicode, formulas said: `Õ(Nε^(-2/3))`."""
        return formula.plain(self.repaired)

    @cached_property
    def markdown(self) -> Markdown:
        """The text for anywhere inside a line of Markdown, formulas said."""
        return inline(self.repaired)

    @cached_property
    def typeset(self) -> Html:
        """The text for HTML elements that may hold others, formulas typeset."""
        return typeset(self.repaired)

    @cached_property
    def in_link(self) -> Html:
        """The text as the words of a link in HTML: long formulas said."""
        return in_link(self.repaired)

    @property
    def html(self) -> Html:
        """The text inside an HTML element that holds text alone, formulas said."""
        return html_text(self.repaired)

    @property
    def latex(self) -> str:
        """The text as LaTeX."""
        return latex(self.repaired)

    @property
    def latex_title(self) -> str:
        """The text as a title in LaTeX; braces keep the case of names and formulas."""
        return latex_title(self.repaired, self.protected)

    @cached_property
    def key(self) -> str:
        """What lists are sorted by: what is said, without case, accents or leading signs."""
        return fold(self.plain).lstrip(_LEADING_SIGNS)

    @cached_property
    def opening(self) -> str:
        """The first words, plain: what stands in for a summary where none was written."""
        return formula.opening(self.repaired)


#: The text that says nothing.
NO_TEXT = Text()

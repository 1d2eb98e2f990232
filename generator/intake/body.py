"""The body of an issue as answers to the questions of a form, by headings in any language.

It is read as lines of text, never as Markdown: what an answer holds stays the characters it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.forms.form import ASKED, NO_RESPONSE, Asked
from generator.forms.heading import heading_in
from generator.language import Language

#: Signs around "No response" and in its place.
_AROUND = " \t\n_*.。"


@dataclass(frozen=True)
class Answers:
    """What an issue answers, by the ids of the questions; only what is no empty answer.

    `asked` are the questions whose headings it has, `wrong` is what cannot be read, in sentences.
    """

    given: Mapping[str, str]
    asked: frozenset[str]
    wrong: tuple[str, ...] = ()


class Headings:
    """The headings of the forms in several languages, the first of which counts most."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._asked: dict[str, Asked] = {}
        self._empty = {NO_RESPONSE.casefold()}
        for language in languages:
            for asked in ASKED.values():
                self._asked.setdefault(
                    heading_in(f"# {language.say(asked.label)}").casefold(), asked
                )
            self._empty.add(language.say(NO_RESPONSE).casefold())

    def answers(self, body: str) -> Answers:
        """Return what the body of an issue answers.

        A heading that stands twice, and an answer that is too long, are wrong: which of two is
        meant nobody can know. Headings that no form has belong to the answer above them.
        """
        lines: dict[str, list[str]] = {}
        wrong: list[str] = []
        current: list[str] = []
        for line in body.split("\n"):
            asked = self._asked.get(heading_in(line).casefold()) if "#" in line else None
            if asked is None:
                current.append(line)
                continue
            if asked.id in lines:
                wrong.append(f"the heading “{asked.label}” stands there twice; keep one of them")
            current = lines.setdefault(asked.id, [])
        given: dict[str, str] = {}
        for name, of_answer in lines.items():
            text = "\n".join(of_answer).strip()
            if len(text) > ASKED[name].limit:
                wrong.append(
                    f"{ASKED[name].label}: has {len(text):,} characters,"
                    f" and at most {ASKED[name].limit:,} are read"
                )
            elif text and text.strip(_AROUND).casefold() not in self._empty:
                given[name] = text
        return Answers(given, frozenset(lines), tuple(dict.fromkeys(wrong)))

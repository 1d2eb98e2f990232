"""What people and programs make of a citation: dirty copies of clean entries, and near misses.

Search engines read entries off the reference lists of papers: with initials, cut and misread
titles, venues as people write them, missing years. Everything here is decided by a seed, so the
same papers give the same dirt. A `Citation` is what a table of such entries has in a row.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

#: Shares of the entries that lose something. Two of three citations have no year.
NO_YEAR, NO_VENUE, NO_AUTHORS, WRONG_YEAR, FAR_YEAR = 0.66, 0.35, 0.03, 0.05, 0.02
#: How often a citation's title has none, one, two … faults.
TITLE_FAULTS = (0, 0, 0, 0, 0, 1, 1, 1, 2)
#: How many copies a paper has: most have few, some many.
COPIES = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 6, 14)
#: A list of authors is cut behind so many names.
FEW_AUTHORS = 3
#: Where programs cut a title, in characters.
CUT = 60


@dataclass(frozen=True)
class Citation:
    """A row of a table: all of it text, as found; the year may be missing."""

    title: str
    authors: str
    venue: str
    year: int | None


def citation(clean: Citation, dice: random.Random) -> Citation:
    """Return a dirty copy of `clean`."""
    title = clean.title
    for _ in range(dice.choice(TITLE_FAULTS)):
        title = dice.choice(TITLE_CHANGES)(title, clean, dice)
    if dice.random() < 0.5:
        title = title.capitalize()
    authors = dice.choice(AUTHOR_STYLES)(clean.authors, dice)
    year = clean.year
    if year is not None:
        if dice.random() < NO_YEAR:
            year = None
        elif dice.random() < WRONG_YEAR:
            year += dice.choice((-1, 1))
        elif dice.random() < FAR_YEAR:
            year += dice.choice((-4, -2, 2, 5))
    venue = "" if dice.random() < NO_VENUE else dice.choice(VENUE_STYLES)(clean.venue, year, dice)
    return Citation(title, "" if dice.random() < NO_AUTHORS else authors, venue, year)


def copies(clean: Citation, dice: random.Random) -> Iterator[Citation]:
    """Yield some dirty copies of `clean`, maybe none."""
    for _ in range(dice.choice(COPIES)):
        yield citation(clean, dice)


def near_miss(clean: Citation, words: Sequence[str], dice: random.Random) -> Citation:
    """Return another work that is easily taken for `clean`, as dirty as the copies.

    `words` are content words of other titles.
    """
    return citation(dice.choice(NEAR_MISSES)(clean, words, dice), dice)


# Titles


def _lower(title: str, _clean: Citation, _dice: random.Random) -> str:
    return title.lower()


def _cut(title: str, _clean: Citation, _dice: random.Random) -> str:
    return title if len(title) <= CUT else title[:CUT]


def _cut_at_word(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    kept = max(5, len(words) - dice.randint(1, 4))
    return " ".join(words[:kept]) + dice.choice(("", " ...", "\N{HORIZONTAL ELLIPSIS}"))


def _without_beginning(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    return " ".join(words[dice.randint(1, 2) :]) if len(words) > 6 else title


def _dropped_word(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    if len(words) > 4:
        del words[dice.randrange(len(words))]
    return " ".join(words)


def _merged_words(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    for _ in range(dice.randint(1, 3)):
        if len(words) > 2:
            at = dice.randrange(len(words) - 1)
            words[at : at + 2] = [words[at] + words[at + 1]]
    return " ".join(words)


def _split_word(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    at = dice.randrange(len(words))
    if len(words[at]) > 5:
        half = dice.randint(2, len(words[at]) - 2)
        words[at] = words[at][:half] + dice.choice((" ", "- ")) + words[at][half:]
    return " ".join(words)


_MISREADINGS = (
    ("m", "rn"), ("rn", "m"), ("l", "1"), ("i", "l"), ("o", "0"), ("fi", ""), ("ffi", " "),
    ("fl", ""), ("e", "c"), ("w", "vv"), ("li", "h"), ("c", "e"), ("s", "5"), ("h", "b"),
)  # fmt: skip


def _misread(title: str, _clean: Citation, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 3)):
        old, new = dice.choice(_MISREADINGS)
        places = [found.start() for found in re.finditer(old, title)]
        if places:
            at = dice.choice(places)
            title = title[:at] + new + title[at + len(old) :]
    return title


def _typo(title: str, _clean: Citation, dice: random.Random) -> str:
    at = dice.randrange(1, max(2, len(title) - 1))
    return dice.choice(
        (
            title[:at] + title[at + 1 :],
            title[:at] + title[at + 1 : at + 2] + title[at : at + 1] + title[at + 2 :],
            title[:at] + dice.choice("aeinrst") + title[at:],
            title[:at] + dice.choice("aeinrst") + title[at + 1 :],
        )
    )


def _venue_behind(title: str, clean: Citation, dice: random.Random) -> str:
    venue = dice.choice(VENUE_STYLES)(clean.venue, clean.year, dice)
    first = dice.randint(1, 600)
    pages = dice.choice(("", f", pages {first}-{first + 12}", f", {first}-{first + 12}"))
    return title + dice.choice((". In ", ", ", ". ", " - ", " (")) + venue + pages


def _year_behind(title: str, clean: Citation, dice: random.Random) -> str:
    return f"{title}{dice.choice((', ', ' (', '. '))}{clean.year or ''}"


def _author_before(title: str, clean: Citation, dice: random.Random) -> str:
    names = _names(clean.authors)
    return f"and {_spaced(names[-1])}{dice.choice(('. ', ', ', ': '))}{title}" if names else title


def _without_subtitle(title: str, _clean: Citation, _dice: random.Random) -> str:
    return re.split(r": | - ", title, maxsplit=1)[0]


def _note_behind(title: str, _clean: Citation, dice: random.Random) -> str:
    notes = (" (extended abstract)", " (demo)", " - abstract", " (invited paper)", " [poster]")
    return title + dice.choice(notes)


def _note_before(title: str, _clean: Citation, dice: random.Random) -> str:
    return dice.choice(("Abstract ", "Title: ", "[CITATION] ", "Invited paper: ", '"')) + title


def _unhyphened(title: str, _clean: Citation, dice: random.Random) -> str:
    return title.replace("-", dice.choice(("", " "))).replace(":", "")


def _other_small_word(title: str, _clean: Citation, dice: random.Random) -> str:
    words = title.split()
    small = [at for at, word in enumerate(words) if word in ("for", "in", "of", "on", "with", "to")]
    if small:
        words[dice.choice(small)] = dice.choice(("for", "in", "of", "on", "with"))
    return " ".join(words)


TITLE_CHANGES: tuple[Callable[[str, Citation, random.Random], str], ...] = (
    _lower, _cut, _cut_at_word, _without_beginning, _dropped_word, _merged_words, _split_word,
    _misread, _misread, _typo, _typo, _venue_behind, _year_behind, _author_before,
    _without_subtitle, _note_behind, _note_before, _unhyphened, _other_small_word,
)  # fmt: skip


# Authors


def _names(authors: str) -> list[str]:
    return [name.strip() for name in authors.split(",") if name.strip()]


def _glued(name: str) -> str:
    """Return "HV Jagadish"."""
    *given, family = name.split()
    letters = [part[0] for word in given for part in word.split("-") if part]
    return f"{''.join(letters).upper()} {family}" if given else family


def _spaced(name: str) -> str:
    """Return "H. V. Jagadish"."""
    *given, family = name.split()
    return " ".join([*(f"{word[0]}." for word in given), family])


def _one_initial(name: str) -> str:
    """Return "H Jagadish"."""
    *given, family = name.split()
    return f"{given[0][0]} {family}" if given else family


def _shouted(name: str) -> str:
    """Return "JAGADISH HV"."""
    *given, family = name.split()
    return f"{family.upper()} {''.join(word[0] for word in given)}" if given else family.upper()


def _all(form: Callable[[str], str]) -> Callable[[str, random.Random], str]:
    return lambda authors, _dice: ", ".join(map(form, _names(authors)))


def _cut_list(authors: str, dice: random.Random) -> str:
    names = [_glued(name) for name in _names(authors)]
    if len(names) <= FEW_AUTHORS:
        return ", ".join(names)
    return ", ".join(names[:FEW_AUTHORS]) + dice.choice((", et al.", "", " et al", ", ..."))


def _first_only(authors: str, dice: random.Random) -> str:
    return _glued(_names(authors)[0]) + dice.choice(("", " et al.")) if authors else ""


def _one_lost(authors: str, dice: random.Random) -> str:
    names = [_glued(name) for name in _names(authors)]
    if len(names) > 1:
        del names[dice.randrange(len(names))]
    return ", ".join(names)


def _misspelt(authors: str, dice: random.Random) -> str:
    names = [_glued(name) for name in _names(authors)]
    if names:
        at = dice.randrange(len(names))
        if len(names[at]) > 5:
            names[at] = names[at][:4] + names[at][5:]
    return ", ".join(names)


def _dashed(authors: str, _dice: random.Random) -> str:
    return ", ".join(map(_spaced, _names(authors))) + " -"


def _anded(authors: str, _dice: random.Random) -> str:
    names = [_glued(name) for name in _names(authors)]
    return ", ".join([*names[:-1], f"and {names[-1]}"]) if len(names) > 1 else ", ".join(names)


def _as_it_is(authors: str, _dice: random.Random) -> str:
    return authors


AUTHOR_STYLES: tuple[Callable[[str, random.Random], str], ...] = (
    _all(_glued), _all(_glued), _all(_glued), _all(_glued), _all(_spaced), _all(_one_initial),
    _all(_one_initial), _all(_shouted), _cut_list, _cut_list, _first_only, _one_lost, _misspelt,
    _dashed, _anded, _as_it_is,
)  # fmt: skip


# Venues

#: What people call venues, beside the name that a table has for them.
_NAMES = {
    "VLDB": ("Very Large Data Bases", "Very Large Databases", "VLDB Conf"),
    "SIGMOD Conference": ("ACM SIGMOD", "SIGMOD", "Management of Data", "ACM-SIGMOD Conference"),
    "SIGMOD Record": ("ACM SIGMOD Record", "Sigmod Rec", "SIGMOD RECORD"),
    "VLDB J.": ("The VLDB Journal", "VLDB Journal", "International Journal on VLDB"),
    "ACM Trans. Database Syst.": (
        "ACM Transactions on Database Systems", "ACM TODS", "TODS", "ACM Trans. on Database Systems"
    ),
    "ICML": ("International Conference on Machine Learning", "Int. Conf. Machine Learning"),
    "NIPS": ("Neural Information Processing Systems", "Adv. in Neural Inf. Proc. Systems"),
    "ICLR": ("Learning Representations", "Int'l Conf. on Learning Representations"),
    "CVPR": ("Computer Vision and Pattern Recognition", "IEEE Conf. CVPR"),
    "ACL": ("Association for Computational Linguistics", "Annual Meeting of the ACL"),
    "AAAI": ("AAAI Conf. on Artificial Intelligence", "Nat. Conf. on Artificial Intelligence"),
    "KDD": ("Knowledge Discovery and Data Mining", "ACM SIGKDD"),
}  # fmt: skip
_JOURNAL = re.compile(r"\b(?:J|Trans|Record|Journal)\b")


def _called(venue: str, dice: random.Random) -> str:
    return dice.choice((venue, *_NAMES.get(venue, ())))


def _short_venue(venue: str, _year: int | None, dice: random.Random) -> str:
    return _called(venue, dice)


def _proceedings(venue: str, year: int | None, dice: random.Random) -> str:
    if _JOURNAL.search(venue):
        return f"{_called(venue, dice)}, {dice.randint(1, 40)}({dice.randint(1, 12)})"
    before = dice.choice(("Proc.", "Proc. of", "In Proceedings of the", "Proceedings of the"))
    number = dice.choice(("", f" {dice.randint(11, 19)}th", f" {year or 1998}"))
    return f"{before}{number} {_called(venue, dice)}{dice.choice(('', ' Conf.', ',', ', Athens'))}"


def _printers(_venue: str, _year: int | None, dice: random.Random) -> str:
    return dice.choice(("ACM Press New York, NY, USA", "Morgan Kaufmann", "Citeseer", "portal"))


def _cut_venue(venue: str, year: int | None, dice: random.Random) -> str:
    return _proceedings(venue, year, dice)[:30]


VENUE_STYLES: tuple[Callable[[str, int | None, random.Random], str], ...] = (
    _short_venue, _short_venue, _proceedings, _proceedings, _proceedings, _cut_venue, _printers,
)  # fmt: skip


# Near misses


def _later(clean: Citation, dice: random.Random) -> int | None:
    return clean.year and clean.year + dice.choice((-2, -1, 0, 1, 2, 3))


def _sibling(clean: Citation, words: Sequence[str], dice: random.Random) -> Citation:
    """Return a paper of the same authors with one or two words of the title changed."""
    title = clean.title.split()
    content = [at for at, word in enumerate(title) if len(word) > 4]
    for at in dice.sample(content, min(len(content), dice.randint(1, 2))):
        title[at] = dice.choice(words)
    return replace(clean, title=" ".join(title), year=_later(clean, dice))


def _journal_version(clean: Citation, words: Sequence[str], dice: random.Random) -> Citation:
    """Return what the authors wrote on it later, under another title."""
    main = clean.title.split(": ")[0]
    if main == clean.title:
        main = " ".join(main.split()[: len(main.split()) // 2])
    title = f"{main}: {dice.choice(words)} and {dice.choice(words)}"
    venue = dice.choice(("Information Systems", "Inf. Process. Lett.", "J. Comput. Syst. Sci."))
    return replace(clean, title=title, venue=venue, year=_later(clean, dice))


def _part_two(clean: Citation, _words: Sequence[str], dice: random.Random) -> Citation:
    title = clean.title + dice.choice(
        (", Part II", " II", ": Part 2", " - Part Two", ", revisited")
    )
    return replace(clean, title=title, year=_later(clean, dice))


def _erratum(clean: Citation, _words: Sequence[str], dice: random.Random) -> Citation:
    before = dice.choice(("Erratum: ", "Correction to ", "Comments on ", "A note on "))
    return replace(clean, title=before + clean.title)


def _other_authors(clean: Citation, words: Sequence[str], dice: random.Random) -> Citation:
    """Return a paper of one title by others: a title of few words is found twice."""
    title = " ".join(clean.title.split(": ")[0].split()[:5])
    names = [f"{dice.choice('ABCDEJMPS')}. {dice.choice(words).capitalize()}" for _ in "ab"]
    return Citation(title, ", ".join(names), clean.venue, _later(clean, dice))


def _column(clean: Citation, _words: Sequence[str], dice: random.Random) -> Citation:
    titles = ("Editorial", "Introduction", "Guest Editors' Introduction", "Preface", "Front Matter")
    return replace(clean, title=dice.choice(titles), year=_later(clean, dice))


def _next_workshop(clean: Citation, _words: Sequence[str], dice: random.Random) -> Citation:
    before = dice.choice(("Workshop on ", "Report on the Workshop on ", "Tutorial on "))
    return replace(clean, title=before + clean.title.split(": ")[0], year=_later(clean, dice))


def _longer(clean: Citation, words: Sequence[str], dice: random.Random) -> Citation:
    """Return a paper whose title has that of `clean` in it, and more."""
    more = (f" for {dice.choice(words)} {dice.choice(words)}", f" with {dice.choice(words)}")
    title = clean.title + dice.choice(more)
    return replace(clean, title=title, year=_later(clean, dice))


NEAR_MISSES: tuple[Callable[[Citation, Sequence[str], random.Random], Citation], ...] = (
    _sibling, _sibling, _sibling, _journal_version, _part_two, _erratum, _other_authors, _column,
    _next_workshop, _longer,
)  # fmt: skip

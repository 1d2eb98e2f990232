"""Stable ids of papers, which are their addresses."""

from __future__ import annotations

import hashlib
import re
from functools import partial

from slugify import slugify

from generator.portable import DEVICES

MAX_LENGTH = 80

#: A text in small ASCII letters and digits with hyphens between its words; takes the arguments of
#: slugify. A title has been decoded where it was read: what is left of `&lt;` in it is spoken of.
#: Addresses must be the same on every machine, and by itself slugify takes Unidecode where that
#: happens to be installed, which spells some letters in other ways.
in_ascii = partial(
    slugify, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode"
)

#: Names that Windows refuses for a file whatever its ending, and the names of index pages.
_RESERVED = DEVICES | {"index", "all", "readme"}

#: Of these nothing is left out, as in most names of people: what slugify makes of them is known.
_PLAIN = re.compile(r"[A-Za-z0-9 ]*")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(title: str, limit: int = MAX_LENGTH, noun: str = "paper") -> str:
    """Return the id a title gives: lower-case ASCII words, at most `limit` characters.

    Cut at a word; never empty, hidden, or reserved by Windows or by an index page: `noun`, what it
    is of, stands behind such a one. A title without any letter or digit that ASCII can stand for
    gets a hash of itself.
    """
    if len(title) < limit and _PLAIN.fullmatch(title):
        found = "-".join(title.lower().split())
    else:
        found = in_ascii(title, max_length=limit, word_boundary=True, save_order=True)
    if not found:
        # One word longer than the limit leaves nothing at a word boundary.
        found = in_ascii(title, max_length=limit).strip("-")
    if not found:
        found = f"{noun}-{digest(title)}"
    return f"{found}-{noun}" if found in _RESERVED else found


def with_suffix(base: str, suffix: str, noun: str = "paper") -> str:
    """Return `base-suffix`, with `base` shortened at a word so that the whole keeps the limit."""
    return f"{slug(base, MAX_LENGTH - len(suffix) - 1, noun)}-{suffix}"


def digest(text: str) -> str:
    """Return eight hexadecimal digits that depend on `text` alone."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def why_no_id(name: str) -> str:
    """Return what is wrong with `name` as a paper's id, or an empty string."""
    if not _ID.fullmatch(name):
        return "an id is made of lower-case letters a-z, digits and single hyphens"
    if len(name) > MAX_LENGTH:
        return f"an id has at most {MAX_LENGTH} characters, this one has {len(name)}"
    if name in _RESERVED:
        return "this name is reserved by Windows or by an index page"
    return ""

"""What people paste where an identifier or address belongs: freed of what copying left on it.

Text comes from pages, PDFs and BibTeX files, so markup, invisible characters, entities and TeX are
on it; addresses come from mirrors, proxies and search engines, and are taken apart.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

#: No identifier and no address of one is longer; `generator.text.addresses` links no longer one.
MAX_LENGTH = 2000
#: What is still wrapped after so many rounds was wrapped by no program.
_ROUNDS = 8

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
#: Unicode's categories of characters that show nothing: zero-width space, soft hyphen, controls.
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
#: Others that show nothing, but count as marks or letters: joiners, fillers, variation selectors.
_ALSO_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
#: Hyphens, dashes and the minus of typesetting; identifiers have the plain one, as the colon.
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | {"：": ":"})
#: TeX's commands for a character, and those that only wrap an address.
_TEX_SIGNS = {
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "lt": "<",
    "gt": ">",
}
_TEX_SIGN = re.compile(rf"\\({'|'.join(_TEX_SIGNS)})(?![A-Za-z])(?:\{{\}}| )?")
_TEX_ESCAPE = re.compile(r"\\([_%&#$~{}<>()\[\]/^])")
_TEX_WRAPPER = re.compile(
    r"\\(?:url|doi|path|nolinkurl|texttt|textbf|textit|emph|href|string|relax)(?![A-Za-z]) ?"
)
_TEX_LINK = re.compile(r"^\\href ?\{([^{}]*)\}.*")
_TEX_MATHS = re.compile(r"\$([<>_])\$")
#: Markup around the whole: `<i>…</i>`, `<a href="…">…</a>`, `<https://…>`, `[words](https://…)`.
_ELEMENT = re.compile(r"<([a-z][\w:-]{0,24})(\s[^<>]*)?>(.*)</\1 ?>", re.IGNORECASE)
_HREF = re.compile(r"[\s:]href ?= ?(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_ANGLED = re.compile(r"<((?:https?://|www\.)[^<>]*)>", re.IGNORECASE)
#: What is left of an element, or of a page, behind the text.
_TAG_BEHIND = re.compile(r"\s?(?:</[a-z][\w:-]{0,24} ?>|<br ?/?>)$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[[^\[\]]*\]\(<?((?:https?://|www\.)[^\s<>]*)>?\)", re.IGNORECASE)

_SCHEMES = re.compile(r"(?:(?:(?:https?|ftp) ?:?)? ?/{1,2} ?)+", re.IGNORECASE)
#: Proxies of libraries write link.springer.com as link-springer-com.proxy.example.edu or as
#: link.springer.com.proxy.example.edu.
_PROXY = re.compile(
    r"(?:(?P<dots>[\w.-]{1,100}\.(?:com|org|net|edu|gov|info|io))"
    r"|(?P<dashes>[\w-]{1,100}-(?:com|org|net|edu|gov|info|io))(?:-s)?)"
    r"\.(?=[\w.-]{0,100}(?:proxy|ezp|lib|oclc|vpn))"
)
_HOST = re.compile(r"([\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9-]+\.?)(?::\d{1,5})?(?=[/?#]|$)", re.I)
#: A proxy, a search engine or an archive with the address that it leads to.
_LEADS_ON = re.compile(
    r"[?&](?:q?url|q|u)=(https?(?::|%3a)(?://|%2f%2f)[^&]+)"
    r"|web\.archive\.org/web/[^/]{1,30}/(https?:/{1,2}.+)",
    re.IGNORECASE,
)


def unescaped(text: str) -> str:
    """Return text with its HTML entities as characters, those that end in a semicolon."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def unwrapped(text: str) -> str:
    """Return pasted text in one line without entities, markup and TeX around it or in it.

    Unlike `cleaned` it keeps every sign that an address may have. Unwrapping twice changes nothing
    more; what is longer than MAX_LENGTH or still wrapped after some rounds comes back as it was.
    """
    if len(text) > MAX_LENGTH:
        return text
    found = text
    for _ in range(_ROUNDS):
        before, found = found, _unwrapped_once(found, braces=False)
        if found == before:
            return found
    return text


@lru_cache(maxsize=100)  # every kind of identifier looks at one text
def cleaned(text: str) -> str:
    """Return pasted text in one line, without entities, TeX, braces and what nobody can see.

    Cleaning twice changes nothing more. Empty where the text is longer than MAX_LENGTH or wrapped
    in more than any program would.
    """
    if len(text) > MAX_LENGTH:
        return ""
    for _ in range(_ROUNDS):
        before, text = text, _cleaned_once(text)
        if text == before:
            return text
    return ""


def _cleaned_once(text: str) -> str:
    text = " ".join(text.split())
    if not text.isascii() or not text.isprintable():
        text = "".join(map(_seen, text)).translate(_PLAIN)
    return _unwrapped_once(text, braces=True)


def _unwrapped_once(text: str, *, braces: bool) -> str:
    """Take one layer of wrapping off; `braces` is whether single ones go where no TeX is."""
    text = _without_markup(unescaped(" ".join(text.split())))
    whole = text.startswith("{") and text.endswith("}")
    if "\\" in text or whole or (braces and ("{" in text or "}" in text or "$" in text)):
        text = _TEX_LINK.sub(r"\1", text)
        text = _TEX_WRAPPER.sub("", text)
        text = _TEX_SIGN.sub(lambda found: _TEX_SIGNS[found[1]], text)
        text = _TEX_MATHS.sub(r"\1", _TEX_ESCAPE.sub(r"\1", text))
        text = text.replace("{", "").replace("}", "")
    return text.strip()


def _without_markup(text: str) -> str:
    if found := _ELEMENT.fullmatch(text):
        href = _HREF.search(found[2] or "")
        address = (href[1] or href[2] or "") if href else ""
        return address if _HOST.match(address, _scheme_end(address)) else found[3]
    found = _ANGLED.fullmatch(text) or _MARKDOWN.fullmatch(text)
    return found[1] if found else _TAG_BEHIND.sub("", text)


def _scheme_end(text: str) -> int:
    scheme = _SCHEMES.match(text)
    return scheme.end() if scheme else 0


def _seen(char: str) -> str:
    hidden = unicodedata.category(char) in _INVISIBLE or char in _ALSO_INVISIBLE
    return "" if hidden else char


def decoded(text: str) -> str:
    """Return text without percent-encoding, also where it was encoded twice.

    What does not stand for UTF-8 is left as it is.
    """
    for _ in range(_ROUNDS):
        before = text
        try:
            text = unquote(text, errors="strict")
        except UnicodeDecodeError:
            return before
        if text == before:
            break
    return text


@dataclass(frozen=True)
class Address:
    """An address taken apart: the host in lower case, the path decoded, the query as it was."""

    host: str
    path: str
    query: str = ""

    def site(self, names: Container[str]) -> str:
        """Return that of `names` which the host is, or is a part of, as www. and export. are.

        Empty if it is of none.
        """
        rest = self.host
        while rest and rest not in names:
            rest = rest.partition(".")[2]
        return rest

    def asked(self, *keys: str) -> list[str]:
        """Return the decoded values of keys of the query, in its order."""
        # A program that took "&not" of "&noteId" for an entity left "¬eId".
        pairs = (part.partition("=") for part in re.split("[&;¬]", self.query))
        return [decoded(value) for key, _, value in pairs if key.lower() in keys]


@lru_cache(maxsize=100)  # as for `cleaned`
def taken_apart(text: str) -> Address | None:
    """Return the parts of cleaned text that is an address, also one without scheme; else None."""
    text = text.lstrip("<([\"'“ ")
    leads_on = _LEADS_ON.search(text)
    if leads_on:
        text = decoded(leads_on[1] or leads_on[2])
    host = _HOST.match(text, _scheme_end(text))
    if host is None:
        return None
    rest, _, _ = text[host.end() :].partition("#")
    path, _, query = rest.partition("?")
    name = host[1].lower().rstrip(".")
    proxy = _PROXY.match(name)
    if proxy:
        name = proxy["dots"] or proxy["dashes"].replace("-", ".")
    return Address(name, decoded(path).lstrip("/"), query)

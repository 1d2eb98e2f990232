"""From an item of a Markdown list to what it says of a paper, as far as its line tells.

The title is the words of a link that are no label, what stands in bold, or what stands before the
first label; behind it authors are looked for, and around it the venue and the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.problems import Place
from generator.sources.links_in import kind_of
from generator.sources.markdown.found import LEAST_WORDS, Found, venue_in
from generator.sources.markdown.items import Item
from generator.sources.markdown.labels import Published, bare, published, together
from generator.sources.markdown.links import keep, without_links
from generator.sources.markdown.people import people_in
from generator.sources.markdown.spans import BREAK, Span, text_of
from generator.sources.markdown.wording import (
    BRACKETED,
    NUMBER,
    find_beside,
    first_sentence,
    lines_of,
    take_bracketed,
    take_last_bracket,
    take_sentences,
    tidy,
)
from generator.sources.said import Said

#: Who, when and what of a reference: "Example, A. (2020). Title. …"; "A. Example, “Title,” in …";
#: "Example, A., Sample, B.: Title. …".
_REFERENCES = tuple(
    re.compile(form)
    for form in (
        r"(?P<who>[^()“”\"]{4,400}?)\s?\((?:19|20)\d\d[a-z]?\)[.:,]\s(?P<title>.{10,})",
        r"(?P<who>[^“”\":]{4,400}?),?\s[“\"](?P<title>[^“”\"]{10,300}?)[,.]?[”\"]",
        r"(?P<who>[^“”\":()]{1,400}\s(?:[A-Z]\.-?){1,3}):\s(?P<title>.{10,})",
    )
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: No title has more words.
_LONGEST_TITLE = 30
#: A venue of more words begins with one that tells it: "Sheep in Deep Neural Networks" is none.
_LEAST_OF_LONG = 5
_BEGINS_VENUE = re.compile(
    r"\W{0,3}(?:proc|in |journal|transactions|ieee|acm|findings|advances|annual|international"
    r"|conference|workshop|symposium|european|asian|the )",
    re.IGNORECASE,
)
#: A point that goes on longer is prose.
_LONGEST = 3_000
#: "SheepNet: “A Title in Quotes”": the name of the method may stand before it.
_QUOTED = re.compile(r"^(?:[^\s:“\"«]{1,20}:)?\W{0,3}[“\"«]([^“”\"«»]{10,300}?)[,.]?[”\"»]")


def said_of(
    item: Item, place: Place, keywords: Sequence[str], under: Published | None
) -> Said | None:
    """Return what an item says of a paper, or None where it names none.

    It names one by a title with an address or identifier of a paper, or with its venue or year.
    `under` is what the headings say of venue and year, for an item that does not.
    """
    if sum(len(span.text) for span in item.spans) > _LONGEST:
        return None
    found = Found()
    rest = without_links(item.spans, found)
    _find_title(rest, found)
    told = together([*found.published, *([under] if under else [])])
    words = len(found.title.split())
    is_named = words > 1 or not found.title.islower()
    told_by = [one for one in found.published if one.date or not item.is_paragraph]
    is_long = words >= (2 if found.is_marked else LEAST_WORDS)
    by_words = bool(told_by) and is_long and not found.is_code
    if not found.title or not is_named or not (found.has_paper or by_words):
        return None
    values = {
        "title": found.title,
        "authors": found.people,
        "year": told.date,
        "venue": told.venue,
        "keywords": tuple(keywords),
    }
    return Said(place, values, found.addresses, called={"year": "the year"})


def _find_title(spans: Sequence[Span], found: Found) -> None:
    at = _title_at(spans)
    if at is None:
        _find_in_text(spans, found)
        return
    found.title = tidy(take_last_bracket(spans[at].text, found))
    found.is_marked = True
    if url := spans[at].url:
        kind = kind_of(url, "")
        found.is_code = kind == "code"
        keep(url, kind if kind in ("pdf", "code") else "paper", found, is_label=False)
    find_beside(spans[:at], found)
    find_beside(spans[at + 1 :], found)


def _title_at(spans: Sequence[Span]) -> int | None:
    """Return which span is a title by what is around it: a link, else bold letters."""
    alone = [at for at, span in enumerate(spans) if bare(span.text) and _begins(spans[:at])]
    linked = [at for at in alone if spans[at].url]
    strong = [at for at in alone if spans[at].strong and not _is_venue(spans[at].text)]
    for found in (linked, strong):
        # One word may be a title, several are one rather.
        for least in (2, 1):
            for at in found:
                if len(bare(spans[at].text).split()) >= least:
                    return at
    return None


def _is_venue(text: str) -> bool:
    """Whether bold words are a venue, not a title that ends as a journal is called."""
    is_long = len(text.split()) >= _LEAST_OF_LONG and not _BEGINS_VENUE.match(text)
    return not is_long and venue_in(text) is not None


def _begins(before: Sequence[Span]) -> bool:
    """Whether a new part of an item begins behind these spans, not the middle of a sentence."""
    line = lines_of(before)[-1:] if before and before[-1] != BREAK else []
    text = BRACKETED.sub(" ", NUMBER.sub("", text_of(line[0]))).rstrip() if line else ""
    last = next((span for span in reversed(before) if span.text.strip()), BREAK)
    return not bare(text) or text.endswith(tuple(':.–—-|,;!?"”')) or last.code or last.strong


def _find_in_text(spans: Sequence[Span], found: Found) -> None:
    """Find the title in an item without link or bold words around it."""
    lines = lines_of(_without_venues(spans, found))
    if not lines:
        return
    if _find_in_reference(lines[0], found):
        for line in lines[1:]:
            find_beside(line, found)
        return
    text = take_bracketed(NUMBER.sub("", _first_part(lines[0])), found)
    quoted = _QUOTED.search(text)
    if quoted:
        found.title = tidy(quoted[1])
        find_beside([Span(text[quoted.end() :])], found)
    else:
        emphasised = [span for span in lines[0] if span.em and len(span.text.split()) > 1]
        if emphasised and bare(text_of(lines[0])).startswith(bare(emphasised[0].text)):
            found.title = tidy(emphasised[0].text)
            lines[0] = [span for span in lines[0] if span is not emphasised[0]]
            find_beside(lines[0], found)
        elif emphasised and (people := people_in(text_of(emphasised), sure=True)):
            found.people = people
            found.title = tidy(text_of(span for span in lines[0] if not span.em))
        else:
            found.title = tidy(take_sentences(text, found))
    for line in lines[1:]:
        find_beside(line, found)


def _find_in_reference(line: Sequence[Span], found: Found) -> bool:
    """Find authors, title, venue and year in a reference, as papers cite them; say whether it is.

    It is one only where what stands before the title is a list of authors.
    """
    text = NUMBER.sub("", text_of(line))
    for form in _REFERENCES:
        reference = form.match(text)
        people = people_in(reference["who"], sure=True) if reference else ()
        if not reference or not people:
            continue
        found.people = people
        found.title = tidy(first_sentence(reference["title"]))
        year = _YEAR.search(text, reference.end("who"))
        venue = next((span.text for span in line if span.em), "")
        texts = (venue, year[0] if year else "")
        found.published.append(together(said for one in texts if (said := published(one))))
        return True
    return False


def _without_venues(spans: Sequence[Span], found: Found) -> list[Span]:
    """Return spans without bold words that are a venue: "**NeurIPS 2020** A Title"."""
    rest: list[Span] = []
    for span in spans:
        said = venue_in(span.text) if span.strong and not span.url else None
        # Titles end as journals are called: "Deep Neural Networks".
        if said and len(said.venue.split()) <= 1:
            found.published.append(said)
        else:
            rest.append(span)
    return rest


def _first_part(line: Sequence[Span]) -> str:
    """Return the text of a line, of a long one what stands before its description.

    Empty where nothing parts the two.
    """
    text = text_of(line)
    if len(text.split()) <= _LONGEST_TITLE:
        return text
    raw = "".join(span.text for span in line).strip()
    first = re.split(r"\s{2,}|\s-\s|\s?[–—:]\s", NUMBER.sub("", raw), maxsplit=1)[0]
    return first if len(first.split()) <= _LONGEST_TITLE else ""

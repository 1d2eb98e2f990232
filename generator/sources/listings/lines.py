"""The text of a saved listing page -> its lines of content, freed from page furniture.

A listing page is saved as plain text: titles and abstracts, each on a line, and around them what
the page shows besides: a subscription form, a heading, the date, votes. That furniture stands on
lines of its own or is glued to a title, because the export drops the page's elements but not
always puts a line break where one was ("SubscribeSome Title").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

#: A title or an abstract is far shorter; beyond this a line is some other kind of data.
MAX_LINE = 100_000

#: Lines of one file: the longest page that was seen has some thousand, and each takes its time.
MAX_LINES = 200_000

_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]+")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
#: Breaks that an editor does not count as lines, and that may be a space or a line break.
_SOFT_BREAKS = re.compile("[\x0b\x0c\u2028\u2029]")

_INBOX = (
    r"get (?:the )?trending papers in your (?:e-?mail )?inbox"
    r"(?: once a day| once a week| every \w+| daily| weekly)? ?!?"
)
_COMMUNITY = r"by ?AK and the research community"
#: Phrases that are furniture wherever they stand, even inside a line.
_PHRASE = re.compile(f"{_INBOX}|{_COMMUNITY}", re.IGNORECASE)
#: Furniture only when it is the whole line.
_WHOLE_LINE = re.compile(
    r"new|subscribe|(?:daily|trending) papers|hugging face|log in|sign up", re.IGNORECASE
)
#: Furniture of single entries: it does not part one page from the next.
_ENTRY_LINE = re.compile(
    r"upvotes?|submitted by|view all(?: activity)?|load more|previous|next|published on"
    r"|\W*\d{1,5} (?:authors?|comments?|upvotes?|likes?)|[\W_]+",
    re.IGNORECASE,
)
_INVITATION = re.compile(_INBOX, re.IGNORECASE)
_SUBMITTED_BY = re.compile(r"submitted by", re.IGNORECASE)
_USER_NAME = re.compile(r"[\w-]{2,40}")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_DATE = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},? )?"
    rf"(?:{_MONTH} {_DAY}(?:,? \d{{4}})?|{_DAY}\.? {_MONTH}(?:,? \d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}})"
)
_DATE_LINE = re.compile(_DATE, re.IGNORECASE)
#: How a title begins that is glued to a date; "May 3D" and "May 3rd" are no date and title.
_AFTER_DATE = r"(?!(?:D|th|st|nd|rd|am|pm)\b)(?=[^\W\d_]|\d[A-Z]|[\"“'‘(\[$])"
_GLUED_DATE = re.compile(rf"{_DATE}{_AFTER_DATE}")
_GLUED_NEW = re.compile(r"new(?=[A-Z][a-z])")
#: Of the titles in lower case, those that look like a name: "wav2vec: …", "p-adic …".
_GLUED_HEADING = re.compile(r"(?:Daily Papers|DAILY PAPERS)(?=[A-Z\d\"“'‘(\[$]|[a-z]+[A-Z\d:-])")
#: "Subscribed" and "Subscribers" are words; with a space or a mark, "Subscribe" is one, too.
_GLUED_SUBSCRIBE = re.compile(r"(?:Subscribe|SUBSCRIBE)(?!(?:d|r|rs|s)\b)(?=[^\W_]|[\"“'‘(\[$])")
_GLUED = (_PHRASE, _GLUED_DATE, _GLUED_NEW, _GLUED_HEADING, _GLUED_SUBSCRIBE)
_BARE_HEADING = re.compile(r"(?:new|subscribe|daily papers) ?", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line of content, its spaces made plain; part of a title or of an abstract, or a stray.

    `number` counts the file's lines from 1. `after_blank`, `after_page` and `soft` say what
    stands between the line of content before and this one: a blank line, page furniture, or only
    a soft break within the same line of the file. `saved` is the page's date, as written.
    """

    number: int
    text: str
    after_blank: bool = False
    after_page: bool = False
    soft: bool = False
    saved: str = ""


@dataclass
class Page:
    """A listing taken apart.

    `lines` are content; `furniture` numbers the lines that are or hold furniture, once for each
    piece; `oversized` are (number, characters) of lines beyond MAX_LINE, which are not read.
    """

    lines: list[Line] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)
    oversized: list[tuple[int, int]] = field(default_factory=list)

    @property
    def blank_share(self) -> float:
        """The share of lines of content that follow a blank line: how spaced the layout is."""
        return sum(line.after_blank for line in self.lines[1:]) / max(1, len(self.lines) - 1)


def take_apart(text: str) -> Page:
    """Return the lines of a listing page. Accepts any text; its size bounds the work."""
    page = Page()
    saved = ""
    blank = furniture = False
    named = False  # whether the line before announced a person's name
    for number, soft, piece in _pieces(text):
        if not piece:
            blank = True
            continue
        if len(piece) > MAX_LINE:
            page.oversized.append((number, len(piece)))
            furniture = True
            continue
        for part, is_furniture in _parts(piece):
            if _ENTRY_LINE.fullmatch(part) or (named and _USER_NAME.fullmatch(part)):
                page.furniture.append(number)
            elif is_furniture:
                saved = part if _DATE_LINE.fullmatch(part) else saved
                page.furniture.append(number)
                furniture = True
                _cut_glued_new(page, part)
            else:
                page.lines.append(Line(number, part, blank, furniture, soft, saved))
                blank = furniture = False
        named = _SUBMITTED_BY.fullmatch(piece) is not None
    return page


def _pieces(text: str) -> Iterator[tuple[int, bool, str]]:
    """Yield (line number, whether only a soft break precedes, text with plain spaces)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        spaced = (_ZERO_WIDTH.sub("", piece) for piece in _SOFT_BREAKS.split(line))
        pieces = [piece for part in spaced if (piece := _SPACES.sub(" ", part).strip(" "))]
        for position, piece in enumerate(pieces or [""]):
            yield number, position > 0, piece


def _parts(piece: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line in order, each with whether it is furniture."""
    rest = piece
    while rest:
        if _WHOLE_LINE.fullmatch(rest) or _DATE_LINE.fullmatch(rest):
            yield rest, True
            return
        size = _furniture_at_start(rest)
        if size:
            yield rest[:size].rstrip(" "), True
            rest = rest[size:].lstrip(" ")
            continue
        phrase = _PHRASE.search(rest)
        if not phrase:
            yield rest, False
            return
        yield rest[: phrase.start()].rstrip(" "), False
        rest = rest[phrase.start() :]


def _furniture_at_start(text: str) -> int:
    """Return how many characters of furniture `text` begins with; 0 when it is content."""
    start = 0
    while True:
        for glued in _GLUED:
            if found := glued.match(text, start):
                return found.end()
        # "newSubscribe", "Daily Papers byAK …": a heading is furniture if furniture follows.
        heading = _BARE_HEADING.match(text, start)
        if not heading:
            return 0
        start = heading.end()
        if _WHOLE_LINE.fullmatch(text, start) or _DATE_LINE.fullmatch(text, start):
            return start


def _cut_glued_new(page: Page, part: str) -> None:
    """Mend the end of a page pasted before another without a line break: "… of PDFs.new".

    Only the invitation `part`, which follows "new" on the page, tells it from a text's own word.
    """
    if page.lines and page.lines[-1].text.endswith("new") and _INVITATION.fullmatch(part):
        last = page.lines[-1]
        if re.fullmatch(r"[^\w\s-]", last.text[-4:-3]):
            page.lines[-1] = replace(last, text=last.text[: -len("new")])

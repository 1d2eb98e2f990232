"""Asks Zotero's service for what changed in a library since it was asked last.

Web API v3: https://www.zotero.org/support/dev/web_api/v3/basics and …/v3/syncing. Which items there
are, with their versions, comes in one answer; so what was deleted, put into the trash or moved out
of the collection is what is no longer in it, and `/deleted`, which knows only of the first, is not
needed. Then only items that are newer than ours are asked for, a hundred at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from generator.fetched import ZOTERO_KEY, ZoteroLibrary
from generator.services.asking import Asking, Question
from generator.services.failures import NotAnAnswer, Spent, TooLarge
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.shapes import json_of, number_in
from generator.sources.base import MAX_ENTRIES
from generator.sources.csl.zotero_json import CHILDREN

ADDRESS = "https://api.zotero.org"
#: Zotero names no rate, but says `Backoff` and `Retry-After` when it has enough. A list of the
#: versions of 100,000 items has 2 MB, a hundred items with long abstracts less.
MANNERS = Manners(most_bytes=40_000_000)

#: Most items in one answer.
PAGE = 100
#: So often is begun anew when the library changes while it is read.
MOST_LOOKS = 4

#: What hangs on items is left out; annotations are with every negation.
_NO_CHILDREN = ("itemType", "-attachment || note")
_NEXT = re.compile(r'<([^<>]*)>\s*;\s*rel="next"')

#: An item as the service has it, with `key`, `version` and `data`.
Item = dict[str, Any]
#: Told how many items of how many have come.
Step = Callable[[int, int], None]
Value = TypeVar("Value")


@dataclass(frozen=True)
class Looked:
    """What a library has now.

    `listed` has the version of each of its items, but notes and attachments, by its key; `items`
    those that are newer than what was known, as they came. `left_out` is how many notes and
    attachments there are, `name` and `public` what the library is called and whether anybody may
    read it.
    """

    version: int
    listed: Mapping[str, int]
    items: Mapping[str, Item]
    left_out: int
    name: str
    public: bool


class _Moved(Exception):
    """The library changed between two answers, which then do not belong together."""


class Zotero:
    """One library of the service that `asking` asks; `key` is for those that are not public."""

    def __init__(self, asking: Asking, library: ZoteroLibrary, key: str = "") -> None:
        self._asking = asking
        self._library = library
        self._secret = (("Zotero-API-Key", key),) if key else ()
        self._root = f"{library.owner}/{library.number}"
        folder = f"collections/{library.collection}/" if library.collection else ""
        self._items = f"{self._root}/{folder}items"

    def look(
        self, known: Mapping[str, int], since: int, step: Step = lambda _done, _total: None
    ) -> Looked | None:
        """Return what the library has now; None where nothing changed since version `since`.

        `known` has the versions of the items that need not come again. Raises ServiceFailed.
        """
        for _ in range(MOST_LOOKS):
            try:
                return self._look(known, since, step)
            except _Moved:
                continue
        raise Spent(f"it changed {MOST_LOOKS} times while it was read", "try again later")

    def _look(self, known: Mapping[str, int], since: int, step: Step) -> Looked | None:
        newer = (("If-Modified-Since-Version", str(since)),) if since else ()
        question = Question(
            f"{self._items}/top", (("format", "versions"), _NO_CHILDREN), self._headers(newer),
            self._secret,
        )  # fmt: skip
        version, listed = self._asking.ask(question, _listing)
        if listed is None and since:
            return None
        if listed is None:
            raise NotAnAnswer("it says that nothing changed, and nothing was known yet")
        _bound(len(listed))
        wanted = {key for key, of in listed.items() if known.get(key) != of}
        items: dict[str, Item] = {}
        # Items that we should know and do not are older than `since`: then all must come.
        for start in dict.fromkeys((since, 0)):
            if wanted - items.keys():
                items |= self._newer(start, version, step)
        if lost := wanted - items.keys():
            raise NotAnAnswer(f"it lists {len(lost):,} items that it does not give")
        name, public = self._about(version)
        # A server that plays Zotero's may not know how to leave them out.
        children = {key for key in wanted if items[key]["data"].get("itemType") in CHILDREN}
        listed = {key: of for key, of in listed.items() if key not in children}
        return Looked(
            version=version,
            listed=listed,
            items={key: items[key] for key in sorted(wanted - children)},
            left_out=max(self._count(version) - len(listed), 0),
            name=name,
            public=public,
        )

    def _newer(self, since: int, version: int, step: Step) -> dict[str, Item]:
        """Return the items that are newer than `since`, by key, of the library at `version`."""
        items: dict[str, Item] = {}
        start: int | None = 0
        while start is not None:
            params = [
                ("format", "json"), ("include", "data"), _NO_CHILDREN, ("sort", "dateAdded"),
                ("direction", "asc"), ("limit", str(PAGE)), ("start", str(start)),
            ]  # fmt: skip
            if since:
                params.append(("since", str(since)))
            check = partial(_page, start=start)
            found, total, start = self._ask_at(version, f"{self._items}/top", params, check)
            items |= found
            step(len(items), total)
        return items

    def _count(self, version: int) -> int:
        """Return how many items there are, with all that hangs on them."""
        params = [("format", "keys"), ("limit", "1")]
        return self._ask_at(version, self._items, params, lambda a: number_in(a, "Total-Results"))

    def _about(self, version: int) -> tuple[str, bool]:
        """Return what the library is called, and whether anybody may read it."""
        if self._library.owner == "users":
            # Of a person's library nothing says it but that it came without a key.
            return "", not self._secret
        question = Question(
            self._root, (), self._headers(), self._secret, state=f"version {version}"
        )
        return self._asking.ask(question, _group)

    def _ask_at(
        self,
        version: int,
        path: str,
        params: list[tuple[str, str]],
        check: Callable[[Answer], Value],
    ) -> Value:
        """Return what an answer comes to; raises _Moved where it is of another version."""

        def of_version(answer: Answer) -> Value:
            value = check(answer)
            if number_in(answer, "Last-Modified-Version") != version:
                raise _Moved
            return value

        question = Question(
            path, tuple(params), self._headers(), self._secret, state=f"version {version}"
        )
        return self._asking.ask(question, of_version)

    def _headers(self, more: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
        return (("Zotero-API-Version", "3"), *more)


def _bound(items: int) -> None:
    if items > MAX_ENTRIES:
        raise TooLarge(
            f"it has {items:,} items, and a source may have {MAX_ENTRIES:,}",
            "name some of its collections instead",
        )


def _listing(answer: Answer) -> tuple[int, dict[str, int] | None]:
    if answer.status == 304:
        return 0, None
    listed = json_of(answer, dict)
    for key, version in listed.items():
        if not (ZOTERO_KEY.fullmatch(key) and _is_version(version)):
            raise NotAnAnswer("the answer is no list of keys and versions")
    return number_in(answer, "Last-Modified-Version"), listed


def _page(answer: Answer, start: int) -> tuple[dict[str, Item], int, int | None]:
    """Return the items of a page by key, how many there are in all, and where the next begins."""
    total = number_in(answer, "Total-Results")
    _bound(total)
    items: dict[str, Item] = {}
    for item in json_of(answer, list):
        data = item.get("data") if isinstance(item, dict) else None
        if not (isinstance(data, dict) and _is_version(item.get("version"))):
            raise NotAnAnswer("the answer is no list of items")
        if not (isinstance(item.get("key"), str) and ZOTERO_KEY.fullmatch(item["key"])):
            raise NotAnAnswer("the answer has an item without a key")
        items[item["key"]] = item
    found = _NEXT.search(answer.headers.get("link", ""))
    if not found:
        return items, total, None
    # Only where to go on is taken from the address: it might lead anywhere.
    try:
        following = int(parse_qs(urlsplit(found[1]).query)["start"][0])
    except (ValueError, KeyError):
        following = start + PAGE
    if not start < following <= max(total, start + 1):
        raise NotAnAnswer("the answer says that more comes, but not where")
    return items, total, following


def _group(answer: Answer) -> tuple[str, bool]:
    data = json_of(answer, dict).get("data")
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        raise NotAnAnswer("the answer does not say what the group is called")
    public = data.get("type") in ("PublicOpen", "PublicClosed")
    return data["name"], public and data.get("libraryReading") == "all"


def _is_version(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0

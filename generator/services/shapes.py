"""Whether an answer is one: its status, its content type, and the shape of what it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from generator.problems import quoted
from generator.services.failures import (
    BadQuestion,
    Broken,
    Busy,
    Malformed,
    NotAnAnswer,
    NotThere,
    NotUnderstood,
    Refused,
    Spent,
)
from generator.services.kept_answers import Answer
from generator.sources.services import xml_items

#: Statuses that say that what was asked for is wrong, or too much at once.
_BAD_QUESTION = frozenset((400, 413, 414, 422))
#: How services say in a few words that nothing more is given today.
_TODAY = re.compile(r"\b(?:daily|midnight|per day|today|tomorrow|budget|credits)\b", re.IGNORECASE)
#: So much of a refusal is looked at for that.
_SAID = 2_000

Value = TypeVar("Value")


def raise_for(answer: Answer, after: float | None) -> None:
    """Raise what a status says, if it says that something is wrong.

    `after` are the seconds that the answer asks to wait, if it does.
    """
    status = answer.status
    if status in (200, 304):
        return
    if status == 429:
        said = answer.body[:_SAID].decode("utf-8", "replace")
        if after is None and _TODAY.search(said):
            raise Spent(
                "what it gives in a day is spent (status 429)",
                "run it again tomorrow; it goes on from here",
            )
        raise Busy("it is asked too often (status 429)", "try again later", after)
    if status == 503:
        raise Busy("it has no room now (status 503)", "try again later", after)
    if status >= 500:
        raise Broken(f"it failed by itself (status {status})", "try again later", after)
    if status in (401, 403):
        raise Refused(f"it does not let us in (status {status})")
    if status in (404, 410):
        raise NotThere(f"it has no such thing (status {status})")
    if 300 <= status < 400:
        raise NotUnderstood(f"it sends us elsewhere (status {status}), which is not followed")
    kind = BadQuestion if status in _BAD_QUESTION else NotUnderstood
    raise kind(f"it does not take the question (status {status})")


def json_of(answer: Answer, shape: type[Value]) -> Value:
    """Return the JSON that an answer holds, a dict or a list, whatever is in it.

    Raises NotAnAnswer for a web page and for another shape, Malformed for what is cut.
    """
    kind = _kind(answer)
    if kind != "application/json" and not kind.endswith("+json"):
        raise _no_data(answer)
    try:
        value = json.loads(answer.body, parse_constant=lambda _: None)
    except RecursionError as error:
        raise NotAnAnswer("the answer is nested too deep") from error
    except ValueError as error:
        raise Malformed("the answer is cut, or no JSON") from error
    if not isinstance(value, shape):
        raise NotAnAnswer(f"the answer is {type(value).__name__}, not {shape.__name__}")
    return value


def list_in(payload: Mapping[str, Any], name: str, of_what: str) -> list[Any]:
    """Return the list that an object has by a name; NotAnAnswer where it has none."""
    found = payload.get(name)
    if not isinstance(found, list):
        raise NotAnAnswer(f"the answer has no list of {of_what}")
    return found


def elements_of(answer: Answer, root: str, names: Collection[str]) -> list[Element]:
    """Return the elements with these names in an answer in XML, whose first element is `root`.

    Names are without namespaces. Raises NotAnAnswer for a web page and for another shape,
    Malformed for what is cut or cannot be parsed.
    """
    kind = _kind(answer)
    if kind not in ("application/xml", "text/xml") and not kind.endswith("+xml"):
        raise _no_data(answer, "XML")
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise Malformed("the answer is not in UTF-8") from error
    if xml_items.beginning(text)[:1] != [root]:
        raise NotAnAnswer(f"the answer is no <{root}>")
    if not re.search(rf"</(?:[\w.-]{{1,40}}:)?{root}\s*>\s*\Z", text[-200:]):
        raise Malformed("the answer is cut")
    found = []
    for item in xml_items.items(text, frozenset(names)):
        if item.element is None:
            raise Malformed(f"the answer cannot be read: {item.fault}")
        found.append(item.element)
    return found


def number_in(answer: Answer, header: str) -> int:
    """Return the whole number, 0 or more, in a header; NotAnAnswer where it holds none."""
    said = answer.headers.get(header.lower(), "")
    if "html" in _kind(answer):
        raise _no_data(answer)
    if not (said.isascii() and said.isdigit() and len(said) <= 18):
        raise NotAnAnswer(f"the answer has no number as {header}")
    return int(said)


def _kind(answer: Answer) -> str:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()


def _no_data(answer: Answer, wanted: str = "JSON") -> NotAnAnswer:
    kind = _kind(answer)
    if "html" in kind or (wanted == "JSON" and answer.body.lstrip()[:1] == b"<"):
        return NotAnAnswer(
            f"a web page came in place of data, with status {answer.status}",
            "something stands between, such as the sign-in page of a network",
        )
    return NotAnAnswer(f"{quoted(kind, 40) if kind else 'something'} came in place of {wanted}")

"""Says in words what makes a text no valid YAML, and what to write instead.

The messages of libyaml name what its parser expected. People need to know which sign did it.
"""

from __future__ import annotations

import re

_QUOTE_IT = "put the text between quotes, or after >- on lines of its own"
_ANY_SPACE = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]"

#: What the line of a mistake looks like: the cause, what to do. The first that fits is told.
_LINES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), cause, hint)
    for pattern, cause, hint in (
        (
            rf"[ \t]*{_ANY_SPACE}|[ \t]*[\w.-]*:{_ANY_SPACE}|[ \t]*-{_ANY_SPACE}",
            "a space here is none of the keyboard's, but one that does not break",
            "write plain spaces",
        ),
        (r" *\t", "the line is indented with a tab", "indent with spaces"),
        (r"[ \t]*[\w.-]+：", "the colon is a wide one", "write a plain colon and a space"),
        (
            r"[ \t]*(?:- +)?(?:[\w.-]+: +)?'(?:[^']|'')*'(?=[^\s,\]}:#]| +[^\s#,\]}:])",
            "text follows a closing quote",
            "put the whole text between double quotes; an apostrophe needs no sign there",
        ),
        (
            r'[ \t]*(?:- +)?(?:[\w.-]+: +)?"(?:[^"\\]|\\.)*"(?=[^\s,\]}:#]| +[^\s#,\]}:])',
            "text follows a closing quote",
            "put the whole text between single quotes; write '' for an apostrophe in it",
        ),
        (
            r"[ \t]*(?:- +)?[\w.-]+: +[\[{][^\[\]{}]*[\]}] *[^\s#,\]}]",
            "text follows a closing bracket, since text that begins with [ or { is a list or group",
            _QUOTE_IT,
        ),
        (r"[ \t]*(?:- +)?[\w.-]+: +[@`%,&*!|>?-]", "a sign at the beginning", _QUOTE_IT),
        (r"[ \t]*- +[@`%,&*!|>?]", "a sign at the beginning", _QUOTE_IT),
    )
)
#: What libyaml says: the cause, what to do.
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        "unknown escape character",
        "a backslash between double quotes begins an escape",
        "put the text between single quotes, or after >- on lines of its own",
    ),
    (
        "hexdecimal number",
        "a backslash between double quotes begins an escape",
        "put the text between single quotes, or after >- on lines of its own",
    ),
    ("mapping values", "a second `: ` stands in the text", _QUOTE_IT),
    (
        "another document",
        "a line --- begins a second one",
        "remove the line; each paper has a file of its own",
    ),
    (
        "unexpected end of stream",
        "a quote is opened in line {begins} and never closed",
        "close it; where it is an apostrophe, put the text between double quotes",
    ),
    (
        "',' or ']'",
        "a list is opened in line {begins} and not closed, or a # in it begins a comment",
        "close it with ]; text with [ or # in it belongs between quotes",
    ),
    (
        "',' or '}'",
        "a group is opened in line {begins} and not closed, or a # in it begins a comment",
        "close it with }; text with { or # in it belongs between quotes",
    ),
    (
        "expected ':'",
        "a line is no `key: value`, and does not go on with the one before",
        "write a space behind the colon, or indent what goes on with a text",
    ),
)
_OTHERWISE = (
    "text with : # [ ] { } or quotes in it belongs between quotes, or after >- on lines of its own"
)
#: What a line is looked at for ends here; text does not help to find the sign at its beginning.
_LOOKED_AT = 2_000


def is_of_line_before(problem: str, line: str, column: int) -> bool:
    """Whether the key at the beginning of the line is refused for what stands before the line."""
    return "mapping values" in problem and ": " not in line[:column]


def explained(problem: str, line: str, begins: int) -> tuple[str, str]:
    """Return what is wrong where libyaml found `problem` in `line`, and what to do.

    `begins` is the number of the line where that begins which the parser was in.
    """
    start = line[:_LOOKED_AT]
    by_line = next(((c, h) for pattern, c, h in _LINES if pattern.match(start)), None)
    by_problem = next(((c, h) for said, c, h in _PROBLEMS if said in problem), None)
    # What an escape or a second document is, no look at the line can tell better.
    certain = "escape" in problem or "hexdecimal" in problem or "document" in problem
    cause, hint = (by_problem if certain else by_line or by_problem) or ("", _OTHERWISE)
    cause = cause.replace("{begins}", str(begins))
    return f"not valid YAML: {problem}" + (f"; {cause}" if cause else ""), hint

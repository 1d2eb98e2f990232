"""Any page is sent whole, and any message as one line of text."""

from __future__ import annotations

import json
import string

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, Problem, Severity, printable
from generator.serve.inputs import is_meant
from generator.serve.live import Live, LiveHandler
from generator.serve.outcome import Outcome, Result

HTML = st.lists(st.sampled_from([b"</head>", b"<head>", b"<body>", b"</HEAD>", b"\xff", b" x "]))


@given(HTML.map(b"".join))
def test_a_page_is_sent_whole_with_what_is_added(html: bytes) -> None:
    sent = LiveHandler.page(LiveHandler.__new__(LiveHandler), html, "mark-1", 200)
    added = b"<link" + sent.partition(b"<link")[2].partition(b"</script>")[0] + b"</script>"
    assert b'data-build="mark-1" data-status="200"' in added
    assert sent.replace(added, b"", 1) == html


@given(st.text(), st.text(), st.text())
def test_any_message_is_one_line_that_says_what_the_terminal_says(
    where: str, what: str, hint: str
) -> None:
    live = Live(has_site=True)
    live.tell(Outcome(Result.ERRORS, (Problem(Severity.ERROR, Place(where), what, hint),)))
    message = live.message()
    assert len(message.splitlines()) == 1
    assert json.loads(message)["failure"]["problems"] == [
        {"where": printable(where), "what": printable(what), "hint": printable(hint)}
    ]


@given(st.text(string.ascii_letters + string.digits + "-_ ", min_size=5))
def test_files_with_the_names_that_people_give_are_meant(name: str) -> None:
    assert is_meant(f"{name}.yml") or name.startswith("___jb_")

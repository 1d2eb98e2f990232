"""Any text is a name or none, and a name that is printed is read as the same name again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.values.name import Name
from generator.values.text import Text
from tests.given import HOSTILE

WORDS = st.sampled_from(
    "Ada Quill van la Van Jr. III PhD J. JR O'Brien Ñandú Nguyen and Team al. 王 (Di) Li-Na , ? 1"
    " Pond,".split()
)
NAMES = st.lists(WORDS, max_size=7).map(" ".join) | HOSTILE


@given(NAMES)
def test_a_printed_name_is_read_as_it_was_printed(text: str) -> None:
    name = Name.read(Text(text))
    if name is None:
        return
    assert name.natural
    assert name.natural == " ".join(name.natural.split())
    assert name.sorted
    again = Name.read(Text(name.natural))
    assert again is not None
    assert again.natural == name.natural


@given(NAMES)
def test_every_name_can_be_compared(text: str) -> None:
    folded = name.folded if (name := Name.read(Text(text))) else None
    if folded:
        assert folded.family
        assert len(folded.given) <= 8

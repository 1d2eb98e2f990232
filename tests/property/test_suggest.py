"""Any suggestion is printed as YAML that says the same."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.topics.suggest import PHRASES, Suggestion
from generator.topics.suggested import as_yaml

TEXT = st.text(min_size=1, max_size=12)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Suggestion,
            st.lists(
                st.tuples(TEXT, st.sampled_from([0.5, 1.0])), min_size=1, max_size=PHRASES
            ).map(tuple),
            st.integers(1, 99),
            st.lists(TEXT, max_size=3).map(tuple),
            TEXT,
            st.floats(0, 1),
        ),
        max_size=4,
    )
)
def test_any_suggestion_is_printed_as_yaml_that_says_the_same(found: list[Suggestion]) -> None:
    loaded = yaml.safe_load(as_yaml(found, "3 papers", {}))
    topics = loaded["areas"][0]["topics"] if found else []
    assert len({topic["slug"] for topic in topics}) == len(found)
    for topic, item in zip(topics, found, strict=True):
        assert [phrase["weight"] for phrase in topic["phrases"]] == [w for _, w in item.phrases]

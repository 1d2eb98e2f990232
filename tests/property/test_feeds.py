"""Feeds keep to their rules, and their texts come back, whatever papers are called."""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.values.paper import Paper
from tests import given
from tests.feed_rules import ATOM, atom_faults, json_feed_faults
from tests.unit.formats.test_downloads import EVERYTHING, made

#: What XML cannot say, and feeds leave out.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PAPERS = st.builds(
    lambda paper, day: given.changed(paper, added=day),
    given.any_papers("any"),
    st.dates(dt.date(1, 1, 1), dt.date(2100, 1, 1)),
)


@settings(max_examples=100)
@any_of(PAPERS, st.sampled_from(["", "https://tea.example.org/"]))
def test_a_feed_of_any_paper_is_valid_and_says_its_title(paper: Paper, site: str) -> None:
    files = made(Catalogue((paper,)), replace(EVERYTHING, url=site))
    atom, in_json = files["data/feed.xml"], files["data/feed.json"]
    assert atom_faults(atom, site) == []
    assert json_feed_faults(in_json, site) == []
    title = paper.work.title.plain
    (entry,) = ET.fromstring(atom).findall(f"{ATOM}entry")
    # A parser reads any end of a line as one of Unix.
    wanted = re.sub("\r\n?", "\n", _NOT_XML.sub("", title))
    assert (entry.findtext(f"{ATOM}title") or "").strip() == wanted.strip()
    (item,) = json.loads(in_json)["items"]
    assert item.get("title", "") == title.encode("utf-8", "replace").decode()

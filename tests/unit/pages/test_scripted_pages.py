"""Pages that a script fills, and what they say when it does not come."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from generator.catalogue import Catalogue
from generator.language import Language
from generator.pages.kinds import reading_list, search
from generator.pages.renderer import Renderer
from tests.laid_out import SETTINGS

LATE = {
    search: "The search could not be loaded. Please reload the page.",
    reading_list: "The reading list could not be loaded. Please reload the page.",
}


@pytest.mark.parametrize("kind", LATE, ids=["search", "reading list"])
def test_a_translation_of_what_is_said_then_stays_in_its_attribute(kind: ModuleType) -> None:
    language = Language("de", {LATE[kind]: ('" onclick="x" *weg* <b>',)})
    (page,) = kind.generate(Renderer(Catalogue(()), SETTINGS, language=language), [None])
    for text in (page.article, page.markdown):
        (said,) = re.findall(r' data-late="([^"]*)"></div>', text)
        assert said == "&quot; onclick=&quot;x&quot; *weg* &lt;b&gt;"

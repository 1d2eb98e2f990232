"""Hostile text shows in an article as the characters it is, and does nothing."""

from __future__ import annotations

import re

import html5lib
from hypothesis import example, given

from generator.pages.links import PageLink
from generator.pages.templating import html_environment
from generator.text.html import ROOT, attribute, html_text, typeset
from generator.text.repair import HAND_STEPS, repair
from tests.property.test_markdown import hostile, squeezed

#: The elements that pages of papers may have; those of formulas come from a list of their own.
ALLOWED = frozenset(
    """
    a abbr article b bdi button details div h1 h2 h3 li p pre span strong summary ul
    math mrow mi mn mo mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot
    mtable mtr mtd mstyle mpadded menclose mphantom
""".split()
)
_ENVIRONMENT = html_environment()


@given(hostile)
@example("</p><script>alert(1)</script>")
@example("\u202eevil")
@example("&amp; &#38; &notanentity;")
def test_a_paragraph_and_an_attribute_show_the_same_characters_and_nothing_else(text: str) -> None:
    text = repair(text, HAND_STEPS)
    if "\\(" in text or not text:
        return
    fragment = f'before <p title="{attribute(text)}">{typeset(text)}</p> after {html_text(text)}'
    tree = html5lib.parseFragment(fragment, namespaceHTMLElements=False)
    assert [element.tag for element in tree.iter() if element.tag != "bdi"] == [tree.tag, "p"]
    (found,) = tree.iter("p")
    assert set(found.attrib) == {"title"}
    assert squeezed(found.attrib["title"]) == squeezed(text)
    assert squeezed("".join(tree.itertext())) == squeezed(f"before {text} after {text}")


@given(hostile)
@example("\x02evil")
@example('"><a href="javascript:x">')
def test_whatever_a_template_prints_is_text(text: str) -> None:
    template = _ENVIRONMENT.from_string("<h1>{{ text }}</h1><p>{{ link }}</p>")
    made = template.render(text=text, link=PageLink(text, "papers/x.md", title=text, badge=text))
    assert made.count(ROOT) == 1
    tree = html5lib.parseFragment(made.replace(ROOT, "/"), namespaceHTMLElements=False)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags <= ALLOWED | {tree.tag}
    assert [a.get("href") for a in tree.iter("a")] == ["/papers/x/"]
    assert not [n for e in tree.iter() for n in e.attrib if re.match("on|style", n)]

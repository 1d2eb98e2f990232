"""What every page of the site must keep to: its head, the content security policy, its outline,
names and ids. A rule is a function from a page to what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from tests.site.audit.links import json_ld
from tests.site.audit.page import Page
from tests.site.audit.site import Site

Rule = Callable[[Page, Site], Iterator[str]]

#: Directives that the policy of every page must have, and what they must say.
POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
_NOT_FOUND = "404.html"
_DATA = frozenset(["application/json", "application/ld+json"])
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


def is_hidden(page: Page) -> bool:
    """Whether search engines are asked not to show the page."""
    return any("noindex" in robots for robots in page.metas("robots"))


def one_title(page: Page, _: Site) -> Iterator[str]:
    """A page has one title, which says something."""
    titles = [title.text.strip() for title in page.all("title") if not title.in_svg]
    if len(titles) != 1 or not titles[0]:
        yield f"has {len(titles)} titles: {titles}"


def one_h1(page: Page, _: Site) -> Iterator[str]:
    """A page has one first heading, which says something."""
    headings = [heading.text.strip() for heading in page.all("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"has {len(headings)} first headings: {headings}"


def language(page: Page, _: Site) -> Iterator[str]:
    """A page says its language."""
    if not any(html.get("lang") for html in page.all("html")):
        yield "does not say its language (lang)"


def one_description(page: Page, _: Site) -> Iterator[str]:
    """A page has one description for search engines, which says something."""
    found = page.metas("description")
    if len(found) != 1 or not found[0].strip():
        yield f"has {len(found)} descriptions: {found}"


def character_set_and_viewport(page: Page, _: Site) -> Iterator[str]:
    """A page says its character set first, and fits a phone without forbidding to zoom."""
    metas = list(page.all("meta"))
    if not metas or metas[0].get("charset").lower() != "utf-8":
        yield "does not begin its head with <meta charset=utf-8>"
    found = page.metas("viewport")
    if len(found) != 1 or "width=device-width" not in found[0]:
        yield f"has the viewports {found}"
    elif "user-scalable" in found[0] or "maximum-scale" in found[0]:
        yield f"forbids to zoom: {found[0]}"


def canonical(page: Page, site: Site) -> Iterator[str]:
    """A page names its own address; one that is not to be found may name that of another."""
    found = page.links("canonical")
    hidden = is_hidden(page)
    if page.path == _NOT_FOUND:
        if found or not hidden:
            yield f"is for what is not there, but has canonical {found}, noindex {hidden}"
    elif not site.url:
        if found:
            yield f"names the canonical address {found}, which nobody has given"
    elif len(found) != 1 or not (hidden or found[0] == site.address(page.path)):
        yield f"names the canonical address {found}, not {site.address(page.path)}"
    if page.metas("og:url") not in ([], found):
        yield f"names the canonical address {found}, and as og:url {page.metas('og:url')}"


def policy(page: Page, _: Site) -> Iterator[str]:
    """A page has one content security policy, strict, and before anything that loads."""
    found = page.metas("content-security-policy")
    if len(found) != 1:
        yield f"has {len(found)} content security policies"
        return
    words = [directive.split() for directive in found[0].split(";") if directive.strip()]
    said = {name: " ".join(values) for name, *values in words}
    for name, value in POLICY.items():
        if said.get(name) != value:
            yield f"its policy says {name} {said.get(name, 'nothing')}, not {value}"
    for name, values in said.items():
        if "unsafe" in values or "*" in values or "http" in values:
            yield f"its policy is open: {name} {values}"
    for element in page.elements:
        if element.get("http-equiv").lower() == "content-security-policy":
            return
        loads = element.tag == "link" and "canonical" not in element.get("rel")
        if loads or element.tag in ("script", "style", "img", "body"):
            yield f"<{element.tag}> in line {element.line} stands before the policy"
            return


def no_inline_code(page: Page, _: Site) -> Iterator[str]:
    """A page has no script and no style in it: the policy forbids them."""
    for element in page.elements:
        if element.tag == "script" and "src" not in element.attributes:
            if element.get("type") not in _DATA:
                yield f"line {element.line}: a script in the page: {element.text[:60]!r}"
        elif element.tag == "style":
            yield f"line {element.line}: a <style> element: {element.text[:60]!r}"
        for name in element.attributes:
            if name == "style" or name.startswith("on"):
                yield f"line {element.line}: <{element.tag} {name}={element.get(name)[:60]!r}>"


def data_for_search_engines(page: Page, site: Site) -> Iterator[str]:
    """JSON-LD is JSON, says by which vocabulary, and of which address it speaks: the page's own.

    A page that is not to be found may be another order of one that is.
    """
    scripts = [s for s in page.all("script") if s.get("type") == "application/ld+json"]
    for script in scripts:
        try:
            data = json.loads(script.text)
        except ValueError as error:
            yield f"line {script.line}: its JSON-LD is no JSON: {error}"
            return
        if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
            yield f"line {script.line}: its JSON-LD has no @context https://schema.org"
    urls = [node["url"] for node in json_ld(page) if "url" in node]
    if site.url and urls and not is_hidden(page) and page.links("canonical")[:1] != urls[:1]:
        yield f"its JSON-LD speaks of {urls[0]}, not of {page.links('canonical')}"


def outline(page: Page, _: Site) -> Iterator[str]:
    """Headings begin with the first and go down one step at a time."""
    before = 0
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(heading.tag[1])
        if level > before + 1:
            yield f"line {heading.line}: <{heading.tag}> {heading.text[:40]!r} follows <h{before}>"
        if not heading.text.strip():
            yield f"line {heading.line}: an empty <{heading.tag}>"
        before = level


def names(page: Page, _: Site) -> Iterator[str]:
    """Images, links and buttons have a name for those who do not see them."""
    for image in page.all("img"):
        if "alt" not in image.attributes:
            yield f"line {image.line}: an image without alt: {image.get('src')}"
    for element in page.all("a", "button"):
        label = element.text + element.get("aria-label") + element.get("aria-labelledby")
        if not label.strip() and "hidden" not in element.attributes:
            yield f"line {element.line}: <{element.tag}> without text or label {element.attributes}"
    for frame in page.all("svg"):
        if frame.get("role") == "img" and not (
            frame.get("aria-label") or frame.get("aria-labelledby")
        ):
            yield f"line {frame.line}: a drawing without label"


def fields(page: Page, _: Site) -> Iterator[str]:
    """A field stands in a form: one that does not is of no use without a script."""
    for field in page.all("input", "select", "textarea"):
        around = field
        while around.inside >= 0 and around.tag != "form":
            around = page.elements[around.inside]
        if around.tag != "form":
            yield f"line {field.line}: <{field.tag}> stands in no form: {field.attributes}"


def ids(page: Page, _: Site) -> Iterator[str]:
    """An id is given once, and what names an id names one of the page."""
    for name, count in page.ids.items():
        if count > 1 or not name or name != name.strip():
            yield f"the id {name!r} is given {count} times"
    for element in page.elements:
        for attribute in _REFERENCES:
            if not (element.tag == "output" and attribute == "for"):
                for name in element.get(attribute).split():
                    if name not in page.ids:
                        yield f"line {element.line}: {attribute}={name!r} names nothing"


RULES: tuple[Rule, ...] = (
    one_title,
    one_h1,
    language,
    one_description,
    character_set_and_viewport,
    canonical,
    policy,
    no_inline_code,
    data_for_search_engines,
    outline,
    names,
    fields,
    ids,
)


def broken_rules(site: Site, rules: tuple[Rule, ...] = RULES) -> list[str]:
    """Return what is wrong with the pages of the site by these rules, a line each."""
    return [
        f"{page.path}: {rule.__name__}: {wrong}"
        for page in site.pages.values()
        for rule in rules
        for wrong in rule(page, site)
    ]

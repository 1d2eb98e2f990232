"""The address that opens the form of a correction with what a paper's page says.

GitHub fills fields of a form by their ids, Forgejo and Gitea by `field:` and their ids. GitLab and
hosts that nobody knows have no forms: there the whole issue is given, as GitHub would write it.

- https://docs.github.com/issues/tracking-your-work-with-issues/creating-an-issue
- https://docs.gitlab.com/user/project/issues/create_issues/
- https://github.com/go-gitea/gitea/pull/22545
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, quote_plus

from generator.catalogue import Catalogue
from generator.forms.form import BASE, CORRECTION, FOR_FIELD, NO_RESPONSE, PAGE
from generator.forms.heading import heading_in
from generator.forms.shown import digest_of, shown_in_form
from generator.language import Language
from generator.settings import Forge, forge_of
from generator.text.addresses import safe_address
from generator.values.paper import Paper

#: Some servers refuse addresses of 8,192 bytes, and some programs cut them earlier.
MAX_ADDRESS = 6_000
#: Where a form can be opened and filled in by an address.
WITH_FORMS = ("github", "forgejo")
#: Which fields get their values first: what is short and often wrong. One that would make the
#: address too long is left empty as a whole.
_FIRST = (
    "title", "year", "venue", "kind", "identifiers", "links", "topics", "authors", "summary",
)  # fmt: skip


def correction_address(
    paper: Paper, catalogue: Catalogue, repository: str, forge: Forge | None, language: Language
) -> str:
    """Return the address of a new issue on a paper, prefilled; empty without a repository.

    `forge` is what the repository lies on, or None where its host tells.
    """
    base = (safe_address(repository) or "").rstrip("/").removesuffix(".git")
    if not base:
        return ""
    known = {
        name: shown
        for name in _FIRST
        if (shown := shown_in_form(name, paper, catalogue, language)) and _is_safe(shown)
    }
    whole = _address(paper, known, base, forge, language)
    if len(whole) <= MAX_ADDRESS:
        return whole
    taken: list[str] = []
    found = _address(paper, {}, base, forge, language)
    for name in known:
        tried = [*taken, name]
        address = _address(paper, {n: known[n] for n in tried}, base, forge, language)
        if len(address) <= MAX_ADDRESS:
            taken, found = tried, address
    return found


def answers(paper: Paper, known: Mapping[str, str]) -> dict[str, str]:
    """Return the answers of a form that is prefilled, by ids, from values by fields."""
    given = {PAGE.id: f"papers/{paper.id}/"}
    given |= {FOR_FIELD[name].id: known[name] for name in FOR_FIELD if name in known}
    given[BASE.id] = " ".join(f"{name}:{digest_of(known[name])}" for name in known)
    return {asked.id: given[asked.id] for asked in CORRECTION.asked if given.get(asked.id)}


def written(given: Mapping[str, str], language: Language) -> str:
    """Return a correction as GitHub writes it into an issue, from answers by ids."""
    empty = f"_{language.say(NO_RESPONSE)}_"
    return "\n\n".join(
        f"### {language.say(asked.label)}\n\n{given.get(asked.id) or empty}"
        for asked in CORRECTION.asked
    )


def _is_safe(shown: str) -> bool:
    """Whether no line of a value could be taken for the heading of another field."""
    return "#" not in shown or not any(heading_in(line) for line in shown.split("\n"))


def _address(
    paper: Paper,
    known: Mapping[str, str],
    base: str,
    forge: Forge | None,
    language: Language,
) -> str:
    title = _encoded(language.say(CORRECTION.title) + paper.id)
    given = answers(paper, known)
    host = forge_of(base, forge)
    if host in WITH_FORMS:
        before = "field:" if host == "forgejo" else ""
        file = f"{CORRECTION.name}.yml"
        template = file if host == "github" else quote(f".github/ISSUE_TEMPLATE/{file}", safe="")
        fields = "".join(f"&{before}{name}={_encoded(text)}" for name, text in given.items())
        return f"{base}/issues/new?template={template}&title={title}{fields}"
    body = _encoded(written(given, language))
    if host == "gitlab":
        return f"{base}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}"
    return f"{base}/issues/new?title={title}&body={body}"


def _encoded(text: str) -> str:
    # Of what a query may hold as it is, these need no three signs each.
    return quote_plus(text, safe="/:,", errors="replace")

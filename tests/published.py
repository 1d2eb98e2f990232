"""A small catalogue whose addresses are published again and again, without building its pages."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from generator import settings as settings_module
from generator.ledger import NAME, text_of
from generator.pipeline import Decided, Pipeline
from generator.problems import Problems

TOPICS = """\
areas:
  - name: Farm
    slug: farm
    description: All of it.
    topics:
      - {name: Counting, slug: counting, description: How many., phrases: [counting]}
      - {name: Herding, slug: herding, description: Where to., phrases: [herding, dog]}
"""


class Published:
    """The catalogue in a folder. What is read is the text of a bibliography, and records."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = folder / "catalogue"
        self.problems = Problems()
        (self.catalogue / "papers").mkdir(parents=True)
        self.write("catalogue.yml", "name: Farm\n")
        self.write("topics.yml", TOPICS)

    def write(self, name: str, text: str) -> None:
        """Write a file of the catalogue."""
        (self.catalogue / name).write_text(text)

    def bibliography(self, *entries: str) -> None:
        """Let these be the entries, each the fields of one."""
        text = "".join(f"@article{{k{n}, {entry}}}\n" for n, entry in enumerate(entries))
        (self.folder / "refs.bib").write_text(text)
        self.write("catalogue.yml", "name: Farm\nsources: [refs.bib]\n")

    def records(self, **records: str) -> None:
        """Let these be the records, by their names with _ for hyphens, without a summary."""
        for path in (self.catalogue / "papers").iterdir():
            path.unlink()
        for name, text in records.items():
            self.write(f"papers/{name.replace('_', '-')}.yml", f"{text}\nsummary: All of it.\n")

    def decide(self) -> Decided:
        """Decide everything; what is wrong is in `problems`."""
        self.problems = Problems()
        settings = settings_module.load(self.folder, self.problems)
        assert settings
        return Pipeline(settings, self.problems).decide([], self.folder)

    def publish(self) -> Decided:
        """Decide everything and write the ledger, as a build does."""
        decided = self.decide()
        self.write(NAME, text_of(decided.ledger))
        return decided

    def told(self, *words: str) -> list[str]:
        """Return the problems that hold all `words`, each with its severity before it."""
        told = [f"{problem.severity.name.lower()}: {problem}" for problem in self.problems]
        return [text for text in told if all(word in text for word in words)]


def leads(decided: Decided, address: str) -> tuple[str, ...]:
    """Return the addresses that a published one leads to: its own, others, none if it is gone."""
    catalogue = decided.catalogue
    folder, _, slug = address.partition("/")
    own: Mapping[str, Container[str]] = {
        "papers": catalogue.by_id,
        "topics": catalogue.topics,
        "authors": catalogue.person,
        "venues": catalogue.venue,
    }
    if slug in own[folder]:
        return (address,)
    if address in catalogue.gone:
        return ()
    if folder == "papers":
        return tuple(f"papers/{one}" for one in catalogue.signposts[slug])
    if folder == "authors":
        return (f"authors/{catalogue.people_signposts[slug]}",)
    return (catalogue.moved[address],)

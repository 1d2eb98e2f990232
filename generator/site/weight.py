"""Says when a site nears what its host takes: what weighs most, and what may be left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.language import ENGLISH
from generator.problems import Place, Problems

#: Bytes of a published site:
#: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
LARGEST_SITE = 1_000_000_000
#: From this part of it on a build says so: a catalogue grows.
NEAR = 0.8
#: Bytes of a file in a repository of GitHub, from which a site can be published, too. What a
#: workflow deploys has no such limit.
#: https://docs.github.com/en/repositories/working-with-files/managing-large-files
LARGEST_FILE = 100 * 2**20
#: Folders that a message names.
NAMED = 4
#: What is made for other programs, and can be left out.
_DATA = "data"


def folder_of(path: str) -> str:
    """Return what a file of a site is counted with: `papers`, `data/topics`, or "" for the top."""
    folders = path.split("/")[:-1]
    return "/".join(folders[: 2 if folders[:1] == [_DATA] else 1])


def weigh(sizes: Mapping[str, int], where: Place, problems: Problems) -> None:
    """Warn of a site whose files have these bytes, by path, if it nears what GitHub Pages takes.

    A file that a repository would refuse is noted: a site that is published by a workflow may have
    it.
    """
    total = sum(sizes.values())
    if total >= NEAR * LARGEST_SITE:
        problems.warning(where, *_heavy(total, sizes))
    for path, size in sizes.items():
        if size > LARGEST_FILE:
            problems.note(
                where,
                f"{path} has {ENGLISH.size(size)}, and no repository of GitHub takes a file of"
                " more than 100 MB; publishing by a workflow does",
            )


def _heavy(total: int, sizes: Mapping[str, int]) -> tuple[str, str]:
    """Return what is wrong with a site that is large, and what to do."""
    folders: Counter[str] = Counter()
    for path, size in sizes.items():
        folders[folder_of(path)] += size
    most = sorted(folders.items(), key=lambda item: (-item[1], item[0]))[:NAMED]
    named = ", ".join(f"{folder or 'the top'} {ENGLISH.size(size)}" for folder, size in most)
    limit = ENGLISH.size(LARGEST_SITE)
    takes = f"more than the {limit} that" if total > LARGEST_SITE else f"near the {limit} that"
    return (
        f"the site has {ENGLISH.size(total)}, {takes} GitHub Pages takes: {named}",
        "leave files of data/ out by `exports:` in catalogue.yml, or publish elsewhere",
    )

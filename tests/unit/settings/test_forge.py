"""What a repository lies on is known from its host, or from what the settings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import settings
from generator.problems import Problems
from generator.settings import Forge, forge_of


@pytest.mark.parametrize(
    ("repository", "forge"),
    [
        ("https://github.com/a/b", "github"),
        ("https://github.example.edu/a/b", "github"),
        ("https://gitlab.com/a/github", "gitlab"),
        ("https://codeberg.org/a/b", "forgejo"),
        ("https://gitea.example.org/a/b", "forgejo"),
        ("https://git.example.org/gitlab/b", None),
        ("https://[x", None),
        ("", None),
    ],
)
def test_the_host_tells(repository: str, forge: Forge | None) -> None:
    assert forge_of(repository) == forge


def test_what_the_settings_say_comes_first() -> None:
    assert forge_of("https://github.com/a/b", "gitlab") == "gitlab"


def test_a_forge_that_is_not_known_is_told_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    file = tmp_path / "catalogue" / "catalogue.yml"
    file.write_text("name: A\nforge: sourcehut\n", "utf-8")
    problems = Problems()
    assert settings.load(tmp_path, problems) is None
    assert "write 'github', 'gitlab' or 'forgejo'" in str(next(iter(problems)))
    file.write_text("name: A\nforge: forgejo\n", "utf-8")
    loaded = settings.load(tmp_path, Problems())
    assert loaded
    assert loaded.forge == "forgejo"

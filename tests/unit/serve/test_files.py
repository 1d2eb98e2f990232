"""The built site can be looked at on this machine, below a path too."""

from __future__ import annotations

import os
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import WrongUse
from generator.serve import server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("front page")
    (tmp_path / "404.html").write_text("our own page for what is not there")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "index.html").write_text("papers")
    with server(tmp_path, 0, "name") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_pages_are_served_below_the_path(address: str) -> None:
    assert get(f"{address}/name/") == (200, "front page")
    assert get(f"{address}/name/papers/") == (200, "papers")


def test_what_is_not_there_gets_the_sites_own_page(address: str) -> None:
    assert get(f"{address}/name/nothing/") == (404, "our own page for what is not there")
    assert get(f"{address}/papers/")[0] == 404
    assert get(f"{address}/name/../../etc/passwd")[0] == 404


def test_without_a_site_it_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="make site"):
        server(tmp_path, 0, "/")


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x")
    with server(tmp_path, 0, "/") as running, pytest.raises(WrongUse, match="--port"):
        server(tmp_path, running.server_port, "/")


@pytest.mark.parametrize(
    "path", ["%00", "papers/%00", "papers/index.html%00.txt", "%ff", "a" * 5000]
)
def test_a_name_that_no_file_can_have_is_not_there(address: str, path: str) -> None:
    assert get(f"{address}/name/{path}")[0] == 404


def test_nothing_behind_a_link_out_of_the_site_and_no_pipe_is_served(
    address: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("secret")
    (tmp_path / "link").symlink_to(outside)
    (tmp_path / "secret.txt").symlink_to(outside / "secret.txt")
    (tmp_path / "here.html").symlink_to("index.html")
    os.mkfifo(tmp_path / "pipe")
    for path in ("link/", "link/secret.txt", "secret.txt", "pipe"):
        assert get(f"{address}/name/{path}")[0] == 404, path
    assert get(f"{address}/name/here.html") == (200, "front page")

"""The built site can be looked at on this machine, below a path too."""

from __future__ import annotations

import os
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from generator.output import disk
from generator.output.exchange import exchange
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
    with pytest.raises(WrongUse, match="paper-catalogue build"):
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


def ask(url: str, **headers: str) -> tuple[int, Message]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=named)) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.json", "application/json"),
        ("papers.csl.json", "application/json"),
        ("feed.xml", "application/xml"),
        ("a.svg", "image/svg+xml"),
        ("papers.bib", "application/x-bibtex"),
        ("unknown.xyzzy", "application/octet-stream"),
    ],
)
def test_files_have_their_type_whatever_the_system_calls_it(
    address: str, tmp_path: Path, name: str, kind: str
) -> None:
    (tmp_path / name).write_text("{}")
    assert ask(f"{address}/name/{name}")[1]["Content-Type"] == kind


def test_a_browser_asks_each_time_and_gets_only_what_is_new(address: str, tmp_path: Path) -> None:
    url = f"{address}/name/papers/"
    status, first = ask(url)
    assert (status, first["Cache-Control"]) == (200, "no-cache")
    assert ask(url, If_None_Match=first["ETag"])[0] == 304
    assert ask(url, If_None_Match=f'"other", W/{first["ETag"]}')[0] == 304
    assert ask(url, If_Modified_Since=first["Last-Modified"])[0] == 304
    assert ask(url, If_Modified_Since="no date")[0] == 200
    (tmp_path / "papers" / "index.html").write_text("PAPERS")
    status, second = ask(url, If_None_Match=first["ETag"])
    assert status == 200
    assert second["ETag"] != first["ETag"]


def test_a_folder_leads_to_its_page_and_is_never_listed(address: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert get(f"{address}/name/papers") == (200, "papers")
    assert get(f"{address}/name/papers?q=1#here") == (200, "papers")
    assert get(f"{address}/name/empty/")[0] == 404
    assert get(f"{address}/name/papers/index.html/")[0] == 404
    (tmp_path / "empty" / "index.html").symlink_to("/etc/passwd")
    assert get(f"{address}/name/empty/")[0] == 404


def test_a_site_that_is_being_exchanged_is_waited_for(address: str, tmp_path: Path) -> None:
    aside = tmp_path.with_name("aside")
    tmp_path.rename(aside)
    threading.Timer(0.2, aside.rename, [tmp_path]).start()
    assert get(f"{address}/name/papers/") == (200, "papers")


@pytest.mark.parametrize("means", ["as here", "renames"])
def test_while_trees_are_exchanged_a_page_of_both_is_always_there(
    tmp_path: Path, means: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if means == "renames":
        monkeypatch.setattr(disk, "EXCHANGE", None)
    site, other = tmp_path / "site", tmp_path / "other"
    for tree in (site, other):
        (tree / "papers").mkdir(parents=True)
        (tree / "index.html").write_text("front page")
        (tree / "papers" / "index.html").write_text("papers")
    done = threading.Event()

    def change_places() -> None:
        while not done.is_set():
            exchange(site, other, tmp_path / "aside")
            # Where a tree is away for an instant, no build puts it back within one look for a file.
            time.sleep(0.01 if disk.EXCHANGE is None else 0)

    with server(site, 0, "/") as running:
        threads = [threading.Thread(target=running.serve_forever, args=(0.05,))]
        threads.append(threading.Thread(target=change_places))
        for thread in threads:
            thread.start()
        url = f"http://127.0.0.1:{running.server_port}/papers/"
        answers = {get(url) for _ in range(100)}
        done.set()
        running.shutdown()
        for thread in threads:
            thread.join()
    assert answers == {(200, "papers")}


def test_a_browser_that_goes_away_leaves_no_word(
    address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 20_000_000)
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as browser:
        browser.sendall(b"GET /name/large.txt HTTP/1.0\r\n\r\n")
        browser.recv(10)
        # Closing with bytes unread resets the connection.
    assert get(f"{address}/name/papers/") == (200, "papers")
    time.sleep(0.1)
    assert capfd.readouterr() == ("", "")

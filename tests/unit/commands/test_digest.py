"""`digest` from the command line: what it prints, writes and sends, and its exit codes."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from tests.projects import SAMPLE, make_project
from tests.smtp_servers import GONE, PASSWORD, USER, Script, mail_server, scripted_server
from tests.unit.commands.test_app import Done, run, run_as_a_program

WEEK = ("--since", "2026-03-01", "--until", "2026-03-08")
WISH = "digest: {from: us@example.org, to: 'The flock <list@example.org>'}\n"


def without(project: Path, line: str) -> None:
    """Leave out of catalogue.yml the lines that begin so."""
    path = project / "catalogue" / "catalogue.yml"
    kept = [text for text in path.read_text().splitlines() if not text.startswith(line)]
    path.write_text("\n".join([*kept, ""]))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with one paper that was added on 2 March 2026."""
    for name in ("HOST", "PORT", "USER", "PASSWORD", "SECURITY"):
        monkeypatch.delenv(f"SMTP_{name}", raising=False)
    monkeypatch.delenv("SITE_URL", raising=False)
    folder = make_project(tmp_path / "project", SAMPLE)
    record = folder / "catalogue" / "papers" / "shears.yml"
    record.write_text("title: Shears at noon\nsummary: They cut.\nadded: 2026-03-02\n")
    without(folder, "sources:")
    for name in ("decisions.yml", "addresses.yml"):
        (folder / "catalogue" / name).unlink()
    with (folder / "catalogue" / "catalogue.yml").open("a") as file:
        file.write(WISH)
    return folder


def server(patch: pytest.MonkeyPatch, port: int, **more: str) -> None:
    for name, value in {"HOST": "localhost", "PORT": str(port), "SECURITY": "none", **more}.items():
        patch.setenv(f"SMTP_{name}", value)


def test_mail_is_printed_as_it_would_go_out_and_the_same_each_time(project: Path) -> None:
    done = run_as_a_program(project, "digest", *WEEK)
    assert (done.returncode, done.stderr) == (0, "")
    message = email.message_from_string(done.stdout, policy=email.policy.default)
    assert message["Subject"] == "Papers of a small group: 1 new paper, 1–7 March 2026"
    assert message["Date"] == "Sun, 08 Mar 2026 00:00:00 +0000"
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]
    assert run(project, "digest", *WEEK).stdout.replace("\r\n", "\n") == done.stdout


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("markdown", "# 1 new paper, 1–7 March 2026\n"),
        ("text", "Papers of a small group\n1 new paper, 1–7 March 2026\n"),
        ("html", "<!DOCTYPE html>\n"),
    ],
)
def test_what_is_no_mail_needs_no_list(project: Path, form: str, begins: str) -> None:
    without(project, "digest:")
    done = run(project, "digest", *WEEK, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(begins)
    assert "https://example.org/papers/papers/shears/" in done.stdout
    refused = run(project, "digest", *WEEK)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "needs digest: in catalogue.yml" in refused.stderr


def test_a_file_is_written_whole_in_place_of_the_terminal(project: Path) -> None:
    done = run(project, "digest", *WEEK, "--output", "out/week.eml")
    assert done == Done(0, "", "")
    data = (project / "out" / "week.eml").read_bytes()
    assert b"\r\nSubject: " in data
    assert [path.name for path in (project / "out").iterdir()] == ["week.eml"]


def test_days_without_a_paper_make_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted_server(script := Script()) as port:
        server(monkeypatch, port)
        days = ("--since", "2026-03-03", "--until", "2026-03-10")
        done = run(project, "digest", *days, "--output", "week.eml", "--send")
    assert (done.returncode, done.stdout) == (0, "")
    assert "No paper was added from 2026-03-03" in done.stderr
    assert not (project / "week.eml").exists()
    assert script.connections == 0


def test_until_is_today_unless_it_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # 3 March 2026, 06:00.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772517600")
    done = run(project, "digest", "--since", "2026-02-24", "--format", "text")
    assert "1 new paper, 24 February – 2 March 2026" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--since", "2026-03-08", "--until", "2026-03-08"), "there is no day between"),
        (("--since", "8 March"), "--since"),
        ((*WEEK, "--topic", "shep"), "no topic of topics.yml has this slug"),
        ((*WEEK, "--send", "--format", "html"), "--send sends an e-mail, not html"),
        ((*WEEK, "--send"), "SMTP_HOST is not set"),
    ],
)
def test_what_cannot_be_is_wrong_use(project: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(project, "digest", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_without_the_address_of_the_site_it_says_what_to_set(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(project, "url:")
    done = run(project, "digest", *WEEK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "set url: in catalogue.yml, or SITE_URL" in done.stderr
    monkeypatch.setenv("SITE_URL", "https://other.example.org/")
    done = run(project, "digest", *WEEK, "--format", "text")
    assert "https://other.example.org/papers/shears/" in done.stdout


def test_it_is_sent_to_the_list_with_the_time_of_sending(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773036000")
    with mail_server() as (port, taken):
        server(monkeypatch, port)
        done = run(project, "digest", *WEEK, "--send")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Sent to list@example.org by localhost:{port}.\n"
    ((sender, recipients, data),) = taken.messages
    assert (sender, recipients) == ("us@example.org", ["list@example.org"])
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["Date"] == "Mon, 09 Mar 2026 06:00:00 +0000"
    part = message.get_body(("plain",))
    assert part
    assert "Shears at noon\r\n" in part.get_content()


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        (Script({"RCPT": "550 nobody"}), 1, "Not sent: "),
        (Script({"DATA": GONE}), 1, "Not sent: "),
        (Script({".": "554 spam"}), 1, "Not sent: "),
        (Script({".": GONE}), 3, "Perhaps sent: "),
    ],
)
def test_the_exit_code_says_whether_it_may_have_come_through(
    project: Path, monkeypatch: pytest.MonkeyPatch, script: Script, code: int, told: str
) -> None:
    with scripted_server(script) as port:
        server(monkeypatch, port)
        done = run(project, "digest", *WEEK, "--send")
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(told)


def test_a_password_is_printed_nowhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"EHLO": "250-localhost\r\n250 AUTH PLAIN", "AUTH": f"535 {PASSWORD} is wrong"}
    with scripted_server(Script(answers)) as port:
        server(monkeypatch, port, USER=USER, PASSWORD=PASSWORD)
        done = run(project, "digest", *WEEK, "--send", "--output", "week.eml")
    assert done.returncode == 1
    assert PASSWORD not in done.stderr + (project / "week.eml").read_text()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{from: us, to: list@example.org}", 'from: "us" is not one e-mail address'),
        ("{from: us@example.org}", "digest.to: is missing"),
        ("{from: us@example.org, to: 'a@example.org, b@example.org'}", "is not one e-mail address"),
        ('{from: us@example.org, to: "a@example.org\\nBcc: b@example.org"}', "not one e-mail"),
        ("{from: us@example.org, to: a@example.org, list_id: x}", "cannot name a list"),
        (
            "{from: us@example.org, to: a@example.org, unsubscribe: 'javascript:x'}",
            "begin with https:// or mailto:",
        ),
        (
            '{from: us@example.org, to: a@example.org, unsubscribe: "https://x.org/>\\r\\nX: y"}',
            "no address to leave a list by",
        ),
    ],
)
def test_what_is_wrong_in_the_settings_is_told_with_its_line(
    project: Path, said: str, told: str
) -> None:
    without(project, "digest:")
    path = project / "catalogue" / "catalogue.yml"
    path.write_text(path.read_text() + f"digest: {said}\n")
    done = run(project, "digest", *WEEK)
    assert done.returncode == 1
    line = len(path.read_text().splitlines())
    assert f"error: catalogue/catalogue.yml:{line}: digest" in done.stderr
    assert told in done.stderr

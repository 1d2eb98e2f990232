"""The steps of the action that take what readers sent in, keep addresses and send digests.

They are run by bash, with a repository on this machine and stand-ins for `gh` and the generator.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.package.desk import TODAY, WORKFLOW, Desk
from tests.projects import ROOT, SAMPLE

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("bash"), reason="the steps are for bash"
)

HOSTILE = (
    "$(touch mark) `touch mark` ${{ github.token }} \"; touch mark; '\n::error::x\n```\n# ```` x"
)
MAIL = {"smtp_host": "smtp.example.org"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_issues_reach_the_generator_as_files_and_none_is_run(desk: Desk, tmp_path: Path) -> None:
    issues = [{"number": 1, "title": HOSTILE, "body": HOSTILE}]
    (desk.programs / "issues-1.json").write_text(json.dumps(issues))
    ran = desk.run("intake", label="accepted; touch mark")
    assert ran.code == 0, ran.said
    (call,) = desk.calls("generator")
    assert (call[0], call[1], call[3]) == ("intake", "--report", "--")
    assert [json.loads(Path(path).read_text()) for path in call[4:]] == [issues, []]
    asked = desk.calls("gh")
    assert all("labels=accepted; touch mark" in call and "state=open" in call for call in asked)
    assert len(asked) == 2, "200 issues at most"
    assert not list(tmp_path.rglob("mark"))


def test_an_accepted_issue_becomes_a_record_of_a_pull_request(desk: Desk) -> None:
    shutil.copy(ROOT / "mkdocs.yml", desk.checkout)
    (desk.checkout / "catalogue" / "catalogue.yml").write_text("name: Sheep\n")
    shutil.copy(SAMPLE / "catalogue" / "topics.yml", desk.checkout / "catalogue")
    with (desk.checkout / "catalogue" / "papers" / "sheep.yml").open("a") as file:
        file.write("summary: Of sheep.\n")
    desk.commit(desk.checkout, "Begin a catalogue")
    fields = {
        "Title": "Shearing without Shears",
        "Authors": "Ada Quill",
        "Summary": "Asks: `$(x)`.",
    }
    body = "\n\n".join(f"### {label}\n\n{text}" for label, text in fields.items())
    issue = {"number": 13, "title": "[New] x", "body": body, "created_at": "2026-11-24T10:00:00Z"}
    pull = {"number": 14, "title": "x", "body": body, "pull_request": {"url": "x"}}
    unclear = {"number": 15, "title": "x", "body": "### Title\n\n"}
    (desk.programs / "issues-1.json").write_text(json.dumps([issue, pull, unclear]))
    desk.does(f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"')
    ran = desk.run("intake")
    assert (ran.code, ran.outputs) == (0, {"changed": "true"}), ran.said
    assert "::warning::Some issues were not taken" in ran.said
    assert "issue 15: not taken" in ran.summary
    assert desk.run("propose").code == 0
    record = desk.git("show", "intake:catalogue/papers/shearing-without-shears.yml")
    assert yaml.safe_load(record)["summary"] == "Asks: `$(x)`."
    proposed = (desk.programs / "body").read_text("utf-8")
    assert "Closes #13" in proposed
    assert "Closes #15" not in proposed


def test_what_changed_is_handed_over_with_the_report(desk: Desk) -> None:
    desk.does(
        'echo "title: Goats" > catalogue/papers/goats.yml; echo more >> catalogue/papers/sheep.yml'
        '; echo x > beside.txt; echo "# Report" > "$3"'
    )
    ran = desk.run("intake")
    assert ran.outputs == {"changed": "true"}, ran.said
    handed = desk.temp / "intake"
    assert {p.relative_to(handed).as_posix() for p in handed.rglob("*") if p.is_file()} == {
        "papers/goats.yml",
        "papers/sheep.yml",
        "report.md",
    }
    desk.check_out()
    desk.does('echo "# Report" > "$3"')
    assert desk.run("intake").outputs == {"changed": "false"}


def test_an_issue_that_was_not_taken_is_told_and_the_others_go_on(desk: Desk) -> None:
    desk.does('echo more >> catalogue/papers/sheep.yml; echo "issue 7: no title"; exit 1')
    ran = desk.run("intake")
    assert (ran.code, ran.outputs) == (0, {"changed": "true"})
    assert "::warning::Some issues were not taken" in ran.said
    assert "issue 7: no title" in ran.summary
    desk.does("exit 2")
    assert desk.run("intake").code == 2


def test_what_the_generator_says_is_text_in_the_log_and_in_the_summary(desk: Desk) -> None:
    (desk.programs / "said").write_text(HOSTILE)
    desk.does(f'cat "{desk.programs}/said"')
    ran = desk.run("intake")
    stopped = re.search(r"^::stop-commands::(\w{32})$(.*)^::\1::$", ran.said, re.M | re.S)
    assert stopped
    assert stopped[2].strip() == HOSTILE
    fenced = re.search(r"^(`{3,}) text\n(.*)\n\1$", ran.summary, re.M | re.S)
    assert fenced
    assert fenced[2].strip() == HOSTILE
    assert fenced[1] not in HOSTILE


def test_records_become_one_commit_on_a_branch_and_a_pull_request(desk: Desk) -> None:
    desk.hand_over("sheep.yml", "goats.yml", report=HOSTILE)
    ran = desk.run("propose")
    assert ran.code == 0, ran.said
    changed = desk.git("diff", "--name-only", "main", "intake").splitlines()
    assert changed == ["catalogue/papers/goats.yml", "catalogue/papers/sheep.yml"]
    assert desk.git("log", "--format=%ce", "main..intake") == WORKFLOW
    created = desk.calls("gh")[-1]
    assert created[:2] == ["pr", "create"]
    assert created[created.index("--base") + 1] == "main"
    assert (desk.programs / "body").read_text("utf-8") == f"{HOSTILE}\n"
    assert desk.secrets_in_commands() == []
    assert not list(desk.temp.parent.rglob("mark"))


def test_a_later_run_writes_the_branch_anew_and_keeps_the_pull_request(desk: Desk) -> None:
    desk.hand_over("sheep.yml")
    desk.run("propose")
    desk.elsewhere("README.md", "More\n")
    desk.check_out()
    desk.hand_over("goats.yml", report="Of goats.\n")
    (desk.programs / "number").write_text("12\n")
    ran = desk.run("propose")
    assert ran.code == 0, ran.said
    assert desk.git("rev-parse", "intake^") == desk.git("rev-parse", "main")
    assert desk.git("diff", "--name-only", "main", "intake") == "catalogue/papers/goats.yml"
    assert "repos/flock/sheep/pulls/12" in desk.calls("gh")[-1]
    assert (desk.programs / "body").read_text("utf-8") == "Of goats.\n"


def test_what_was_proposed_already_is_not_pushed_again(desk: Desk) -> None:
    desk.hand_over("sheep.yml")
    desk.run("propose")
    before = desk.git("rev-parse", "intake")
    desk.check_out()
    assert desk.run("propose").code == 0
    assert desk.git("rev-parse", "intake") == before
    assert not [call for call in desk.calls("git") if "push" in call]


def test_nothing_is_proposed_where_nothing_changed(desk: Desk) -> None:
    desk.hand_over()
    assert desk.run("propose").code == 0
    (desk.hand_over("sheep.yml") / "sheep.yml").write_text("title: Sheep\n")
    assert desk.run("propose").code == 0
    assert desk.refs("heads") == ["main"]
    assert desk.calls("gh") == []


def test_a_branch_that_somebody_worked_on_is_left_as_it_is(desk: Desk) -> None:
    desk.hand_over("sheep.yml")
    desk.run("propose")
    mine = desk.temp / "mine"
    desk.git("clone", "--quiet", "--branch=intake", str(desk.origin), str(mine), at=desk.temp)
    (mine / "catalogue" / "papers" / "sheep.yml").write_text("title: As it should be\n")
    desk.commit(mine, "Better words", "intake")
    desk.check_out()
    desk.hand_over("goats.yml")
    ran = desk.run("propose")
    assert ran.code == 0
    assert "::warning::Somebody worked on the branch intake" in ran.said
    assert desk.git("log", "-1", "--format=%s", "intake") == "Better words"


@pytest.mark.parametrize(
    "name",
    [
        "a.sh",
        "A.yml",
        ".yml",
        ".git",
        "a.yml.yml",
        "$(touch mark).yml",
        "a b.yml",
        "-f.yml\n",
        "ü.yml",
    ],
)
def test_a_file_that_has_no_name_of_a_record_is_refused(desk: Desk, name: str) -> None:
    desk.hand_over("sheep.yml", name)
    ran = desk.run("propose")
    assert ran.code == 1
    assert "::error::" in ran.said
    assert name not in ran.said
    assert desk.refs("heads") == ["main"]


@pytest.mark.parametrize("kind", ["link", "folder", "large", "link for the report"])
def test_what_is_no_small_plain_file_is_refused(desk: Desk, kind: str) -> None:
    papers = desk.hand_over("sheep.yml")
    place = papers.parent / "report.md" if "report" in kind else papers / "goats.yml"
    if kind == "folder":
        place.mkdir()
    elif kind == "large":
        place.write_text("x" * 200_001)
    else:
        place.unlink(missing_ok=True)
        place.symlink_to(desk.programs / "gh")
    ran = desk.run("propose")
    assert (ran.code, desk.refs("heads")) == (1, ["main"]), ran.said


@pytest.mark.parametrize("place", ["catalogue", "catalogue/papers", "catalogue/papers/sheep.yml"])
def test_no_link_of_the_repository_is_followed(desk: Desk, place: str) -> None:
    away = desk.temp / "away"
    (desk.checkout / place).rename(away)
    (desk.checkout / place).symlink_to(away)
    before = {path: path.read_bytes() for path in (away, *away.rglob("*")) if path.is_file()}
    desk.hand_over("sheep.yml")
    ran = desk.run("propose")
    assert ran.code == 1, ran.said
    assert {
        path: path.read_bytes() for path in (away, *away.rglob("*")) if path.is_file()
    } == before


def test_a_long_report_is_cut_to_what_the_host_takes(desk: Desk) -> None:
    desk.hand_over("sheep.yml", report="🐑" * 70_000)
    assert desk.run("propose").code == 0
    body = (desk.programs / "body").read_text("utf-8")
    assert len(body) <= 65_000
    assert body.startswith("The end of this is missing")
    desk.check_out()
    desk.hand_over("sheep.yml", report="🐑" * 64_000)
    desk.run("propose")
    assert (desk.programs / "body").read_text("utf-8") == "🐑" * 64_000 + "\n"


def ledger(desk: Desk, text: str) -> None:
    handed = desk.temp / "addresses"
    handed.mkdir(exist_ok=True)
    (handed / "addresses.yml").write_text(text)


def test_a_ledger_is_committed_to_main_on_top_of_what_came_meanwhile(desk: Desk) -> None:
    ledger(desk, 'papers:\n  "sheep": {}\n')
    desk.elsewhere("README.md", "More\n")
    ran = desk.run("addresses")
    assert ran.code == 0, ran.said
    assert desk.git("show", "main:catalogue/addresses.yml") == 'papers:\n  "sheep": {}'
    assert desk.git("show", "--name-only", "--format=%ce", "main").split() == [
        WORKFLOW,
        "catalogue/addresses.yml",
    ]
    assert desk.git("show", "main:README.md") == "More"
    assert desk.secrets_in_commands() == []


def test_a_ledger_that_is_the_same_is_not_committed(desk: Desk) -> None:
    before = desk.git("rev-parse", "main")
    assert desk.run("addresses").code == 0, "the build hands over none"
    ledger(desk, "papers: {}\n")
    assert desk.run("addresses").code == 0
    assert desk.git("rev-parse", "main") == before


def test_a_ledger_that_somebody_changed_meanwhile_stays_theirs(desk: Desk) -> None:
    desk.elsewhere("catalogue/addresses.yml", "papers: {}\n# mine\n")
    ledger(desk, 'papers:\n  "sheep": {}\n')
    ran = desk.run("addresses")
    assert ran.code == 0, ran.said
    assert "# mine" in desk.git("show", "main:catalogue/addresses.yml")


def test_where_main_is_protected_a_warning_says_what_to_do(desk: Desk) -> None:
    refuse_pushes(desk)
    ledger(desk, 'papers:\n  "sheep": {}\n')
    ran = desk.run("addresses")
    assert ran.code == 0
    assert "::warning::The ledger of addresses could not be committed to main" in ran.said
    assert "paper-catalogue build" in ran.said


def refuse_pushes(desk: Desk) -> None:
    hook = desk.origin / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)


def test_the_build_hands_over_its_ledger_only_if_it_changed_it(desk: Desk) -> None:
    assert "addresses" not in desk.run("build").outputs
    desk.does("echo more >> catalogue/addresses.yml")
    handed = desk.run("build").outputs["addresses"]
    assert Path(handed).read_text() == "papers: {}\nmore\n"
    desk.check_out()
    desk.does("rm catalogue/addresses.yml; echo new > catalogue/addresses.yml")
    assert Path(desk.run("build").outputs["addresses"]).read_text() == "new\n"


def test_the_first_digest_is_of_a_week_and_the_next_goes_on_from_its_tag(desk: Desk) -> None:
    ran = desk.run("digest", **MAIL)
    assert ran.code == 0, ran.said
    assert desk.calls("generator") == [
        ["digest", "--since", "2026-11-16", "--until", TODAY, "--send"]
    ]
    assert desk.refs("tags") == [f"digest-{TODAY}"]
    assert desk.secrets_in_commands() == []
    desk.git("tag", "--delete", f"digest-{TODAY}")
    for tag in ("digest-2026-11-02", "digest-2026-10-26", "digest-weekly", "v9.9.9"):
        desk.git("tag", tag)
    desk.check_out()
    desk.run("digest", **MAIL)
    assert desk.calls("generator")[0][2] == "2026-11-02"


def test_a_digest_is_sent_once_a_day(desk: Desk) -> None:
    desk.run("digest", **MAIL)
    ran = desk.run("digest", **MAIL)
    assert (ran.code, desk.calls("generator")) == (0, [])
    assert "nothing to send before tomorrow" in ran.said


def test_of_two_runs_at_once_one_sends(desk: Desk) -> None:
    # The other pushes a tag of the same commit after this one asked which tags there are.
    desk.meanwhile(f'git -C "{desk.origin}" tag digest-{TODAY}\n')
    ran = desk.run("digest", **MAIL)
    assert (ran.code, desk.calls("generator")) == (1, [])
    assert "Nothing was sent" in ran.said
    assert desk.git("cat-file", "-t", f"digest-{TODAY}") == "commit", "the tag is the other's"


def test_a_tag_that_cannot_be_pushed_sends_nothing(desk: Desk) -> None:
    refuse_pushes(desk)
    ran = desk.run("digest", **MAIL)
    assert (ran.code, desk.calls("generator"), desk.refs("tags")) == (1, [], [])


@pytest.mark.parametrize("code", [1, 2])
def test_what_was_certainly_not_sent_may_be_sent_again(desk: Desk, code: int) -> None:
    desk.does(f"exit {code}")
    ran = desk.run("digest", **MAIL)
    assert (ran.code, desk.refs("tags")) == (1, [])
    assert "::error::The digest was certainly not sent" in ran.said
    desk.does("")
    assert desk.run("digest", **MAIL).code == 0
    assert desk.refs("tags") == [f"digest-{TODAY}"]


@pytest.mark.parametrize("code", [3, 137])
def test_what_may_have_been_sent_is_not_sent_again(desk: Desk, code: int) -> None:
    desk.does(f"exit {code}")
    ran = desk.run("digest", **MAIL)
    assert (ran.code, desk.refs("tags")) == (1, [f"digest-{TODAY}"])
    assert "::error::The digest may have been sent" in ran.said
    desk.does("")
    desk.run("digest", **MAIL)
    assert desk.calls("generator") == []


def test_without_a_server_nothing_is_sent_and_no_tag_made(desk: Desk) -> None:
    ran = desk.run("digest")
    assert (ran.code, desk.calls("generator"), desk.refs("tags")) == (0, [], [])
    assert "SMTP_HOST" in ran.said


def test_a_command_that_the_action_does_not_know_is_refused(desk: Desk) -> None:
    assert desk.run("unknown").code == 1


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="there is no shellcheck")
def test_shellcheck_finds_nothing_in_the_scripts() -> None:
    scripts = sorted((ROOT / "action").glob("*.sh"))
    assert len(scripts) > 4
    done = subprocess.run(
        ["shellcheck", "-x", *scripts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""

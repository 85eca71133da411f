"""`lawreport lint`: what is written, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lawreport_parser.cli.app import app
from lawreport_parser.lint import RULES
from lawreport_parser.lint.explaining import chinese_page, reference_page

ROOT = Path(__file__).parents[2]
INFO = "石湾县2023年工作总结\n一、主要成效\n学法八次,办班两期。"
WARNING = "石湾县2023年工作总结\n一、主要成效\n落实“三项制度，退回案件。"
CLEAN, FOUND, UNUSABLE = 0, 1, 2


class Console:
    """Runs the command; keeps what it wrote and what it complained of."""

    def __init__(self) -> None:
        self.out = ""
        self.complaints: list[str] = []

    def run(self, *arguments: str, given: bytes = b"") -> int:
        done = CliRunner().invoke(app, ["lint", *arguments], input=given)
        self.out = done.stdout
        self.complaints = [line.removeprefix("lawreport: ") for line in done.stderr.splitlines()]
        return done.exit_code


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "info.txt").write_text(INFO, encoding="utf-8")
    (tmp_path / "warning.txt").write_text(WARNING, encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    return Console()


def test_status_goes_by_the_gravest_finding(console: Console) -> None:
    assert console.run("info.txt") == CLEAN
    assert console.out.startswith("info.txt:3:5: half-width-punctuation ")
    assert console.complaints == ["1 finding in 1 file: 1 info"]
    assert console.run("info.txt", "--fail-on", "info") == FOUND
    assert console.run("info.txt", "warning.txt") == FOUND
    assert console.complaints == ["2 findings in 2 files: 1 warning, 1 info"]
    assert console.run("warning.txt", "--fail-on", "error") == CLEAN
    assert console.run("warning.txt", "--fail-on", "error", "--severity", "unbalanced-quote=error") == FOUND
    assert console.run("warning.txt", "--ignore", "unbalanced-quote") == CLEAN
    assert console.out == ""
    assert console.complaints == []


def test_unreadable_file_is_named_as_by_other_commands_and_the_others_are_checked(console: Console) -> None:
    assert console.run("absent.txt", "empty.txt", "info.txt") == UNUSABLE
    assert "info.txt:3:5:" in console.out
    assert console.complaints[0] == "absent.txt: no such file; check the name"
    assert console.complaints[1] == "empty.txt: empty, there is no text in it; give the text of a report"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no file to check"),
        (["info.txt", "--select", "nothing"], "no such rule: 'nothing'"),
        (["info.txt", "--format", "xml"], "no such format: 'xml'"),
        (["-", "-"], "standard input (-) can be read only once"),
        (["info.txt", "--config", "absent.cfg"], "No such file"),
        (["info.txt", "--config", "a.cfg", "--isolated"], "exclude each other"),
        (["info.txt", "--input-format", "rtf"], "rtf"),
    ],
)
def test_wrong_usage_is_told_in_one_line(console: Console, arguments: list[str], said: str) -> None:
    assert console.run(*arguments) == UNUSABLE
    (complaint,) = console.complaints
    assert said in complaint
    assert console.out == ""


def test_settings_are_found_where_the_command_runs(console: Console, tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[lawreport:lint]\nignore = marks\n", encoding="utf-8")
    assert console.run("warning.txt") == CLEAN
    assert console.run("warning.txt", "--isolated") == FOUND
    (tmp_path / "other.toml").write_text("[tool.lawreport.lint]\nfail-on = 'error'\n", encoding="utf-8")
    assert console.run("warning.txt", "--config", "other.toml") == CLEAN
    assert console.out != ""


@pytest.mark.parametrize(
    ("settings", "arguments", "told"),
    [
        ("", ["--select", "all", "--ignore", "all"], True),
        ("", ["--select", "marks,no-title", "--ignore", "marks", "--ignore", "no-title"], True),
        ("", ["--ignore", "all"], True),
        ("", ["--select", " , "], True),
        ("", ["--select", "no-title", "--ignore", "marks"], False),
        ("ignore = ['all']", [], True),
        ("ignore = ['all']", ["--select", "no-title"], False),
        ("ignore = ['all']", ["--isolated"], False),
        ("select = ['marks']", ["--ignore", "marks"], True),
    ],
)
def test_a_selection_that_leaves_no_rule_is_refused(
    console: Console, tmp_path: Path, settings: str, arguments: list[str], told: bool
) -> None:
    if settings:
        (tmp_path / "pyproject.toml").write_text(f"[tool.lawreport.lint]\n{settings}\n", encoding="utf-8")
    status = console.run("warning.txt", *arguments)
    refused = [line for line in console.complaints if "no rule" in line]
    assert len(refused) == told
    assert (status == UNUSABLE) == told
    if told:
        assert console.complaints == refused
        assert console.out == ""
        assert ("pyproject.toml" in refused[0]) == bool(settings)


def test_machine_formats_are_written_even_where_nothing_is_found(console: Console) -> None:
    assert console.run("info.txt", "--format", "json", "--select", "no-title") == CLEAN
    assert json.loads(console.out) == []
    assert console.run("info.txt", "--format", "sarif", "--select", "no-title") == CLEAN
    assert json.loads(console.out)["runs"][0]["results"] == []
    assert console.run("warning.txt", "--format", "github") == FOUND
    assert console.out.startswith("::warning file=warning.txt,line=3,col=3,")


def test_standard_input_is_named_as_by_other_commands(console: Console) -> None:
    assert console.run("-", given=WARNING.encode()) == FOUND
    assert console.out.startswith("standard input:3:3: unbalanced-quote ")
    assert console.complaints[0].startswith("1 finding in 1 file")


def test_encoding_and_kind_of_the_files_may_be_given(console: Console, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(WARNING.encode("gb18030"))
    assert console.run("old.txt", "--encoding", "gb18030", "--input-format", "text") == FOUND
    assert console.out.startswith("old.txt:3:3: unbalanced-quote ")
    assert console.run("old.txt", "--encoding", "utf-8") == UNUSABLE


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_is_explained(console: Console, code: str) -> None:
    assert console.run("--explain", code) == CLEAN
    assert console.out.startswith(code)


def test_groups_and_all_are_listed_and_unknown_names_refused(console: Console) -> None:
    assert console.run("--explain", "all") == CLEAN
    assert len(console.out.splitlines()) == len(RULES)
    assert console.run("--explain", "no-titel") == UNUSABLE
    assert "did you mean no-title" in console.complaints[0]
    assert console.run("--explain", "") == UNUSABLE


@pytest.mark.parametrize(
    ("path", "page", "argument"),
    [
        ("reference/tables/lint-rules.md", reference_page, ""),
        ("zh/reference/tables/lint-rules.md", chinese_page, " zh"),
    ],
    ids=["en", "zh"],
)
def test_reference_in_the_manual_is_current(path: str, page: Callable[[], str], argument: str) -> None:
    written = (ROOT / "docs" / path).read_text(encoding="utf-8")
    assert written == page(), f"python -m lawreport_parser.lint.explaining{argument} > docs/{path}"

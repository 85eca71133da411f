"""The exit statuses of the manual: what a file that cannot be read gives, command by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lawreport_parser.cli.app import app

GOOD = "白鹭县人民政府2023年法治政府建设年度报告\n一、主要成效\n学法8次。\n二、存在的问题\n宣传不够。\n"
PLAIN = "没有编号的一段话。"
#: Commands with what they need beside files.
READERS = {
    "parse": ["parse"],
    "parse --nodes": ["parse", "--nodes"],
    "tree": ["tree"],
    "chunks": ["chunks"],
    "numbers": ["numbers"],
    "indicators": ["indicators"],
    "view": ["view", "-o", "out.html"],
    "lint": ["lint", "--fail-on", "error"],
}
LISTING = {"batch": ["batch", "-o", "out.jsonl"], "panel": ["panel", "-o", "out.csv"]}


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    Path("plain.txt").write_text(PLAIN, encoding="utf-8")
    Path("empty.txt").write_bytes(b"")


def status(*arguments: str) -> int:
    return CliRunner().invoke(app, arguments).exit_code


@pytest.mark.parametrize("command", READERS)
def test_a_file_that_cannot_be_read_gives_2_and_the_others_are_read(command: str) -> None:
    assert status(*READERS[command], "good.txt") == 0
    Path("out.html").unlink(missing_ok=True)
    assert status(*READERS[command], "good.txt", "empty.txt") == 2
    assert Path("out.html").exists() == (command == "view")


@pytest.mark.parametrize("command", LISTING)
def test_a_file_that_cannot_be_read_gives_1_where_it_is_listed(command: str) -> None:
    assert status(*LISTING[command], "good.txt") == 0
    assert status(*LISTING[command], "good.txt", "empty.txt", "--overwrite") == 1
    assert status(*LISTING[command], "empty.txt", "--overwrite") == 1
    assert status(*LISTING[command], "missing.txt", "--overwrite") == 2


def test_commands_that_need_all_files_write_nothing() -> None:
    for arguments in (["compare", "good.txt", "empty.txt", "-o", "out.json"], ["explain", "empty.txt"]):
        assert status(*arguments) == 2
    assert not Path("out.json").exists()


@pytest.mark.parametrize("command", ["parse", "tree", "chunks"])
def test_what_strict_refuses_gives_1_unless_something_cannot_be_read_too(command: str) -> None:
    assert status(command, "--strict", "good.txt", "plain.txt") == 1
    assert status(command, "--strict", "plain.txt", "empty.txt") == 2

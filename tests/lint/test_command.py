"""The logic of `lawreport lint`: what is written, and the exit status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from lawreport_parser.lint import RULES
from lawreport_parser.lint.command import CLEAN, FOUND, UNUSABLE, explain, run
from lawreport_parser.lint.explaining import reference_page

ROOT = Path(__file__).parents[2]
INFO = "石湾县2023年工作总结\n一、主要成效\n学法八次,办班两期。"
WARNING = "石湾县2023年工作总结\n一、主要成效\n落实“三项制度，退回案件。"


class Console:
    def __init__(self) -> None:
        self.out = ""
        self.complaints: list[str] = []

    def run(self, *paths: str, **options: object) -> int:
        self.out, self.complaints = "", []
        return run(paths, write=self._write, complain=self.complaints.append, **options)  # type: ignore[arg-type]

    def _write(self, text: str) -> None:
        self.out += text


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
    assert console.complaints == ["1 findings in 1 files: 1 info"]
    assert console.run("info.txt", fail_on="info") == FOUND
    assert console.run("info.txt", "warning.txt") == FOUND
    assert console.run("warning.txt", fail_on="error") == CLEAN
    assert console.run("warning.txt", fail_on="error", severity=["unbalanced-quote=error"]) == FOUND
    assert console.run("warning.txt", ignore=["unbalanced-quote"]) == CLEAN
    assert console.out == ""
    assert console.complaints == []


def test_unreadable_file_is_named_and_the_others_are_checked(console: Console) -> None:
    assert console.run("absent.txt", "empty.txt", "info.txt") == UNUSABLE
    assert "info.txt:3:5:" in console.out
    assert "absent.txt" in console.complaints[0]
    assert "no text" in console.complaints[1]


def test_wrong_usage_is_told(console: Console) -> None:
    assert console.run() == UNUSABLE
    assert console.run("info.txt", select=["nothing"]) == UNUSABLE
    assert console.run("info.txt", output_format="xml") == UNUSABLE
    assert console.run("-", "-") == UNUSABLE
    assert console.run("info.txt", config=Path("absent.cfg")) == UNUSABLE
    assert console.run("info.txt", config=Path("a.cfg"), isolated=True) == UNUSABLE
    assert console.out == ""


def test_settings_are_found_where_the_command_runs(console: Console, tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[lawreport:lint]\nignore = marks\n", encoding="utf-8")
    assert console.run("warning.txt") == CLEAN
    assert console.run("warning.txt", isolated=True) == FOUND
    (tmp_path / "other.toml").write_text("[tool.lawreport.lint]\nfail-on = 'error'\n", encoding="utf-8")
    assert console.run("warning.txt", config=Path("other.toml")) == CLEAN
    assert console.out != ""


def test_machine_formats_are_written_even_where_nothing_is_found(console: Console) -> None:
    assert console.run("info.txt", output_format="json", select=["no-title"]) == CLEAN
    assert json.loads(console.out) == []
    assert console.run("info.txt", output_format="sarif", select=["no-title"]) == CLEAN
    assert json.loads(console.out)["runs"][0]["results"] == []
    assert console.run("warning.txt", output_format="github") == FOUND
    assert console.out.startswith("::warning file=warning.txt,line=3,col=3,")


def test_standard_input_and_output(console: Console, monkeypatch: pytest.MonkeyPatch, capsysbinary: object) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WARNING.encode()), encoding="utf-8"))
    assert run(["-"]) == FOUND
    out, err = capsysbinary.readouterr()  # type: ignore[attr-defined]
    assert out.startswith(b"<stdin>:3:3: unbalanced-quote ")
    assert err.startswith(b"lawreport: 1 findings")


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_is_explained(code: str) -> None:
    said: list[str] = []
    assert explain(code, write=said.append) == CLEAN
    assert said[0].startswith(code)


def test_groups_and_all_are_listed_and_unknown_names_refused() -> None:
    said: list[str] = []
    assert explain("all", write=said.append) == CLEAN
    assert len(said[0].splitlines()) == len(RULES)
    assert explain("no-titel", complain=said.append) == UNUSABLE
    assert "did you mean no-title" in said[1]
    assert explain("", complain=said.append) == UNUSABLE


def test_reference_in_the_manual_is_current() -> None:
    page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert page == reference_page(), "python -m lawreport_parser.lint.explaining > docs/lint.md"

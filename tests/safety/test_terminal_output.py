"""What the program writes for people holds no character that a terminal would obey."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lawreport_parser.cli.app import app

UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
#: Colours, a window title, a clipboard write, C1 controls, bells and back steps, text that runs backwards.
CONTROLS = (
    "\x1b[31;5m",
    "\x1b]0;title\x07",
    "\x1b]52;c;aGk=\x07",
    "\x1bP$q\x1b\\",
    "\x9b2J",
    "\x90q\x9c",
    "\x07\x08\x08\x7f",
    "\u202egnp.\u2066x\u2069",
    "\u200b\u200f\ufeff",
    "\U000e0041",
    "[red]甲[/red]",
)


def hostile_page(control: str) -> str:
    """Return a page that holds a control wherever something of it is shown, and text enough to be taken for text."""
    return (
        f"索引号：A{control}1\n发布日期：2024{control}年13月45日\n来源：{control}乙\n"
        f"桐浦县{control}2023年法治政府建设情况报告\n市人民政府{control}：\n2023年，{control}学法8{control}次。\n"
        f"一、主要{control}成效\n（一）{control}强化“学习\n依据《办{control}法》学法{control}8次，增长12.5%{control}。\n"
        f"三、存在{control}问题\n一是宣传{control}不够；是{control}不足。\n{'护河八次，护堤九次。' * 100}\n"
        f"桐浦县{control}人民政府\n2024年1月31日\n"
    )


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    environment = {"NO_COLOR": "1"}
    return CliRunner().invoke(app, arguments, env=environment, prog_name="lawreport", catch_exceptions=False)


def unsafe_in(shown: str) -> set[str]:
    return {character for character in shown if unicodedata.category(character) in UNSAFE} - {"\n", "\r"}


@pytest.mark.parametrize(
    "command", [["tree"], ["tree", "--width", "40"], ["numbers"], ["indicators"], ["lint"]], ids=" ".join
)
def test_no_control_reaches_the_terminal(command: list[str], tmp_path: Path) -> None:
    files = []
    for at, control in enumerate(CONTROLS):
        files.append(f"page-{at}.txt")
        (tmp_path / files[-1]).write_text(hostile_page(control), encoding="utf-8", newline="")
    done = run(*command, *files)
    assert done.stdout
    assert unsafe_in(done.stdout) == set()
    assert unsafe_in(done.stderr) == set()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_control_of_an_explained_report_reaches_the_terminal(language: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("\n".join(map(hostile_page, CONTROLS)), encoding="utf-8", newline="")
    for more in ([], ["1"], ["--at", "8:4"]):
        done = run("explain", "page.txt", *more, "--lang", language)
        assert done.stdout
        assert unsafe_in(done.stdout) == set()


def test_the_controls_are_shown_not_left_out(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(hostile_page("\x1b[31m"), encoding="utf-8")
    shown = run("tree", "page.txt", "--width", "120").stdout
    assert r"主要\x1b[31m成效" in shown


def test_words_in_square_brackets_are_no_markup(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(hostile_page("[red]"), encoding="utf-8")
    shown = run("tree", "page.txt", "--width", "120").stdout
    assert "主要[red]成效" in shown


@pytest.mark.skipif(os.name == "nt", reason="such names are no file names there")
@pytest.mark.parametrize("command", ["tree", "parse", "numbers", "indicators", "lint"])
def test_names_of_files_in_complaints_are_escaped(command: str, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202eb.txt"
    missing = run(command, name)
    assert missing.exit_code == 2
    assert unsafe_in(missing.stderr) == set()
    (tmp_path / name).write_bytes(b"\x00\x01\x02\xff")
    assert unsafe_in(run(command, name).stderr) == set()


@pytest.mark.parametrize("control", CONTROLS[:6])
def test_the_words_of_a_codebook_are_escaped(control: str, tmp_path: Path) -> None:
    """A codebook may come from anywhere as well; TOML itself allows only escapes of controls."""
    name = "".join(f"\\U{ord(character):08x}" for character in control)
    code = f'[hall."{name}"]\nname_zh = "学{name}法"\nname_en = "study"\nunit = "次"\nunits = "次"\ncounts = "all"\n'
    (tmp_path / "page.txt").write_text("一、主要成效\n学法8次。\n", encoding="utf-8")
    (tmp_path / "own.toml").write_text(f'{code}of = "学法"\n', encoding="utf-8")
    shown = run("indicators", "page.txt", "--codebook", "own.toml", "--replace")
    assert "8" in shown.stdout
    assert unsafe_in(shown.stdout) == set()
    (tmp_path / "own.toml").write_text(code, encoding="utf-8")
    refused = run("indicators", "page.txt", "--codebook", "own.toml")
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert unsafe_in(refused.stderr) == set()


def test_json_in_a_terminal_holds_no_raw_control(tmp_path: Path) -> None:
    """JSON escapes C0 controls by itself; that is what keeps ESC out of it."""
    for control in CONTROLS[:3]:
        (tmp_path / "page.txt").write_text(hostile_page(control), encoding="utf-8")
        assert "\x1b" not in run("parse", "page.txt").stdout

"""The page of JSON lists what one thing is called in each output: each name is one of that output."""

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = {
    "docs/reference/json.md": "## One thing, several names\n",
    "docs/zh/reference/command-line.md": "## 同一事物的不同名称\n",
}


def run(*arguments: str) -> str:
    return CliRunner().invoke(app, arguments, prog_name="lawreport").stdout


def names(page: str) -> list[list[set[str]]]:
    """Return the names in each cell of the table, row by row, without the column that says what they name."""
    part = (ROOT / page).read_text(encoding="utf-8").partition(PAGES[page])[2].partition("\n## ")[0]
    rows = [row.split("|")[2:-1] for row in part.splitlines() if row.startswith("|")][2:]
    commands = {"batch", "parse", "chunks", "lint", "numbers", "indicators", "panel", "reports", "nodes"}
    return [[set(re.findall(r"`([\w.]+)`", cell)) - commands for cell in row] for row in rows]


def test_both_languages_name_the_same() -> None:
    def plain(page: str) -> list[list[set[str]]]:
        return [[{each for each in cell if "jsonl" not in each} for cell in row] for row in names(page)]

    english, chinese = (plain(page) for page in PAGES)
    assert english == chinese


def test_the_names_are_those_of_the_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    text = "石湾县2024年法治政府建设情况报告\n一、成效\n制定“三项制度。审结行政复议案件5件。\n二、问题\n人少。\n"
    Path("in/a.txt").write_text(text, encoding="utf-8")
    for out in (["batch", "in", "-o", "o.jsonl"], ["panel", "in", "-o", "o.csv"]):
        run(*out)
    report = json.loads(Path("o.jsonl").read_text(encoding="utf-8"))
    lines = [
        report,
        *report["sections"],
        json.loads(run("parse", "--nodes", "in"))[0],
        json.loads(run("chunks", "in").splitlines()[0]),
        json.loads(run("lint", "--isolated", "--format", "json", "in"))[0],
    ]
    known = {name for line in lines for name in line} | {"path"}
    known |= {
        f"{outer}.{inner}" for line in lines for outer in line if isinstance(line[outer], dict) for inner in line[outer]
    }
    known |= {"section_id", "header.region.code"}
    in_arrow = {column.name for columns in COLUMNS.values() for column in columns}
    in_csv = in_arrow | {"path", *next(csv.reader(run("numbers", "--csv", "in").removeprefix("\ufeff").splitlines()))}
    in_csv |= set(Path("o.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(","))
    for in_json, of_csv, of_arrow in names("docs/reference/json.md"):
        assert {name for name in in_json if "jsonl" not in name} <= known
        assert of_csv <= in_csv
        assert of_arrow <= in_arrow | {"lawreport_parser.arrow"}

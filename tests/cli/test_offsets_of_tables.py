"""`--offsets` of `lint`, `numbers` and `indicators`: places that a program in another language can cut at."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from lawreport_parser import parse
from lawreport_parser.cli.app import app
from lawreport_parser.lint import lint

TEXT = "𠮷水县2024年法治政府建设情况报告\n一、主要成效\n𠮷水县制定“三项制度。审结行政复议案件53件。\n二、问题\n人少。\n"
UNITS = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="lawreport")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("rare.txt").write_text(TEXT, encoding="utf-8")
    return "rare.txt"


def cut(unit: str, row: dict[str, Any]) -> str:
    code, width = UNITS[unit]
    return TEXT.encode(code)[int(row["start"]) * width : int(row["end"]) * width].decode(code)


@pytest.mark.parametrize("command", ["numbers", "indicators"])
@pytest.mark.parametrize("unit", UNITS)
def test_rows_cut_their_words(command: str, unit: str, report: str) -> None:
    written = run(command, "--csv", "--offsets", unit, report).stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert rows
    for row in rows:
        assert cut(unit, row) == row["text"]
        assert row.get("offset_unit") == (None if unit == "codepoint" else unit)
    plain = run(command, "--csv", report).stdout
    assert plain == run(command, "--csv", "--offsets", "codepoint", report).stdout
    assert "offset_unit" not in plain


@pytest.mark.parametrize("unit", UNITS)
def test_findings_cut_their_words(unit: str, report: str) -> None:
    rows = json.loads(run("lint", "--isolated", "--format", "json", "--offsets", unit, report).stdout)
    found = lint(parse(TEXT))
    assert [cut(unit, row) for row in rows] == [TEXT[each.start : each.end] for each in found]
    assert [(row["line"], row["column"]) for row in rows] == [(each.line, each.column) for each in found]
    assert {row.get("offset_unit") for row in rows} == {None if unit == "codepoint" else unit}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["numbers"], "Invalid value for --offsets: it is for --csv; the table in the terminal has no offsets"),
        (["indicators"], "Invalid value for --offsets: it is for --csv; the table in the terminal has no offsets"),
        (["lint"], "--offsets utf8 is for --format json, not for text"),
        (["lint", "--format", "sarif"], "--offsets utf8 is for --format json, not for sarif"),
    ],
)
def test_offsets_where_none_are_written_are_refused(arguments: list[str], line: str, report: str) -> None:
    result = run(*arguments, "--offsets", "utf8", report)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"lawreport: {line}")


def test_the_members_of_a_finding_are_listed_on_its_page(report: str) -> None:
    rows = json.loads(run("lint", "--isolated", "--format", "json", "--offsets", "utf8", report).stdout)
    docs = Path(__file__).parents[2] / "docs"
    for page in (docs / "use/lint.md", docs / "zh/use/lint.md"):
        part = page.read_text(encoding="utf-8").partition("## JSON\n")[2].partition("\n## ")[0]
        listed = [row.split("|")[1] for row in part.splitlines() if row.startswith("| `")]
        assert re.findall(r"`(\w+)`", " ".join(listed)) == list(rows[0]), page

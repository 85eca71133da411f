"""What the commands take for files: folders and globs, as `lawreport batch` does, read one after another."""

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lawreport_parser import Report
from lawreport_parser.batch import KNOWN_ENDINGS
from lawreport_parser.cli import inputs
from lawreport_parser.cli.app import app

TEXT = "{place}人民政府2023年度法治政府建设年度报告\n一、主要成效\n审结行政复议案件{count}件。\n二、问题\n宣传不够。\n"
#: Every command that takes folders, with what it needs beside them.
COMMANDS = {
    "parse": [],
    "tree": ["--depth", "1"],
    "numbers": ["--csv"],
    "indicators": ["--csv"],
    "lint": ["--isolated", "--format", "json"],
    "view": ["-o", "page.html"],
}


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin, prog_name="lawreport")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `reports` with three reports, one of them in a folder below, and two files that are none."""
    monkeypatch.chdir(tmp_path)
    reports = Path("reports")
    (reports / "below").mkdir(parents=True)
    for count, name in enumerate(("b.txt", "a.TXT", "below/c.html"), 3):
        (reports / name).write_text(TEXT.format(place="柳溪县", count=count), encoding="utf-8")
    for name in ("list.xls", "notes.md", ".hidden.txt", "~$b.txt"):
        (reports / name).write_text("x", encoding="utf-8")
    return reports


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a command reads."""
    names: list[str] = []
    one_report = inputs._read_report

    def noted(name: str, *rest: str) -> Report:
        names.append(Path(name).as_posix())
        return one_report(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(inputs, "_read_report", noted)
    return names


PASSED_OVER = "2 files with other endings were passed over (.xls 1, .md 1); files that are named are read"


@pytest.mark.parametrize("command", COMMANDS)
class TestEveryCommand:
    def test_a_folder_stands_for_its_files(self, command: str, folder: Path, read: list[str]) -> None:
        result = run(command, str(folder), *COMMANDS[command])
        assert read == ["reports/a.TXT", "reports/b.txt", "reports/below/c.html"]
        assert result.exit_code == (1 if command == "lint" else 0)
        assert [line for line in result.stderr.splitlines() if "passed over" in line] == [f"lawreport: {PASSED_OVER}"]

    def test_a_glob_stands_for_what_it_matches(self, command: str, folder: Path, read: list[str]) -> None:
        run(command, "reports/**/[bc].*", *COMMANDS[command])
        assert read == ["reports/b.txt", "reports/below/c.html"]

    def test_a_file_is_read_once(self, command: str, folder: Path, read: list[str]) -> None:
        run(command, "reports/b.txt", "reports", "./reports/a.TXT", *COMMANDS[command])
        assert read == ["reports/b.txt", "reports/a.TXT", "reports/below/c.html"]

    def test_a_file_whose_name_is_a_glob_comes_first(self, command: str, folder: Path, read: list[str]) -> None:
        Path("[b].txt").write_text(TEXT.format(place="柳溪县", count=9), encoding="utf-8")
        run(command, "[b].txt", *COMMANDS[command])
        assert read == ["[b].txt"]

    def test_an_empty_folder_is_one_line(self, command: str, folder: Path, read: list[str]) -> None:
        Path("empty").mkdir()
        result = run(command, "empty", *COMMANDS[command])
        lines = [line for line in result.stderr.splitlines() if not line.startswith("lawreport: page.html")]
        assert lines == [
            f"lawreport: empty: no file in this folder ends in {' '.join(KNOWN_ENDINGS)}; name other files one by one"
        ]
        assert result.exit_code == 2
        assert read == []

    def test_a_glob_that_matches_nothing_is_one_line(self, command: str, folder: Path) -> None:
        result = run(command, "*.pdf", *COMMANDS[command])
        assert result.stderr.splitlines() == ["lawreport: *.pdf: nothing matches; check the pattern"]
        assert result.exit_code == 2

    def test_what_cannot_be_read_in_a_folder_has_its_line(self, command: str, folder: Path, read: list[str]) -> None:
        (folder / "a.TXT").write_bytes(b"")
        result = run(command, "reports", *COMMANDS[command])
        name = str(Path("reports/a.TXT"))
        assert f"lawreport: {name}: empty, there is no text in it; give the text of a report" in result.stderr
        assert len(read) == 3
        assert result.exit_code == 2

    def test_a_folder_and_standard_input(self, command: str, folder: Path, read: list[str]) -> None:
        run(command, "-", "reports/below", *COMMANDS[command], stdin=TEXT.encode())
        assert read == ["-", "reports/below/c.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "below/pipe.txt")
    result = run("parse", "reports/below")
    name = os.path.join("reports/below", "pipe.txt")
    assert result.stderr == f"lawreport: {name}: a pipe or device; name it to have it read\n"
    assert (result.stdout.count("\n"), result.exit_code) == (1, 2)


def test_parse_writes_one_report_a_line(folder: Path) -> None:
    lines = run("parse", "reports").stdout.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["a.TXT", "b.txt", "c.html"]


def test_parse_indents_the_only_report_of_a_folder(folder: Path) -> None:
    assert run("parse", "reports/below").stdout.startswith('{\n  "path"')


def test_tree_puts_names_above(folder: Path) -> None:
    shown = run("tree", "reports", "--depth", "1").stdout
    names = [Path(line.split()[1]).as_posix() for line in shown.splitlines() if line.startswith("── ")]
    assert names == ["reports/a.TXT", "reports/b.txt", "reports/below/c.html"]


def test_csv_has_one_header_and_in_each_row_the_report(folder: Path) -> None:
    for command, name, of_the_report in (
        ("numbers", "path", b"path,title,issuer,year,"),
        ("indicators", "file", b"file,issuer,region_code,year,plan_year,"),
    ):
        written = run(command, "--csv", "reports").stdout_bytes
        assert written.startswith(b"\xef\xbb\xbf" + of_the_report)
        assert written.count(b"\xef\xbb\xbf") == 1
        rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
        assert [(Path(row[name]).name, row["issuer"], row["year"], row["value"]) for row in rows] == [
            ("a.TXT", "柳溪县人民政府", "2023", "4"),
            ("b.txt", "柳溪县人民政府", "2023", "3"),
            ("c.html", "柳溪县人民政府", "2023", "5"),
        ]


def test_a_negative_number_is_no_formula(tmp_path: Path) -> None:
    text = "一、主要成效\n增速为-1.5%。=件2件。\n"
    rows = list(csv.DictReader(io.StringIO(run("numbers", "--csv", "-", stdin=text.encode()).stdout.lstrip("\ufeff"))))
    assert rows[0]["value"] == "-1.5"


@pytest.mark.parametrize("command", ["parse", "tree", "numbers", "indicators"])
def test_files_are_read_one_after_another_and_written_as_they_come(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    one_report = inputs._read_report

    def noted(*arguments: str) -> Report:
        happened.append("read")
        return one_report(*arguments)  # type: ignore[arg-type]

    def written(data: bytes) -> None:
        happened.append("written")

    monkeypatch.setattr(inputs, "_read_report", noted)
    for module in ("streams", "csv_output"):
        monkeypatch.setattr(f"lawreport_parser.cli.{module}.write_bytes", written)
    run(command, "reports", *COMMANDS[command])
    assert happened == ["read", "written"] * 3


def test_names_come_from_folders_as_they_are_needed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def found(*_: object, **__: object) -> Iterator[tuple[str, None]]:
        for number in range(1000):
            looked_at.append(str(number))
            yield f"{number}.txt", None

    monkeypatch.setattr("lawreport_parser.batch.paths.find_files", found)
    reports = inputs.Inputs(["reports"], inputs.Reading())
    assert reports.several
    assert len(looked_at) == 2


def test_reports_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for number, folder in enumerate(("2023", "2024")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(f"一、主要成效\n办结{number}件。\n", encoding="utf-8")
    paths = [str(tmp_path / folder / "report.txt") for folder in ("2023", "2024")]
    for arguments in ([], ["--pretty"], ["--nodes"], ["--nodes", "--pretty"]):
        written = run("parse", *arguments, str(tmp_path)).stdout
        decoder, found, at = json.JSONDecoder(), [], 0
        while at < len(written):
            value, at = decoder.raw_decode(written, at)
            found += value if isinstance(value, list) else [value]
            at += 1
        assert [each["path"] for each in found] == paths, arguments
        assert all(next(iter(each)) == "path" for each in found)
    assert "path" not in json.loads(run("parse", paths[0]).stdout)


@pytest.mark.parametrize("form", [["parse"], ["parse", "--nodes"], ["parse", "--compact"], ["chunks"]])
def test_what_a_command_wrote_is_no_report(form: list[str], folder: Path) -> None:
    written = run(*form, str(folder / "b.txt")).stdout
    result = run("tree", "-", stdin=written.encode())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("lawreport: standard input: this is JSON, not a document; give the document itself")


def test_a_folder_of_one_report_names_it_like_one_of_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(place="柳溪县", count=3), encoding="utf-8")
    path = str(tmp_path / "a.txt")
    for named in (str(tmp_path), str(tmp_path / "*.txt")):
        for form in ([], ["--compact"], ["--pretty"]):
            assert next(iter(json.loads(run("parse", *form, named).stdout).items())) == ("path", path)
        assert {node["path"] for node in json.loads(run("parse", "--nodes", named).stdout)} == {path}


@pytest.mark.parametrize("command", ["tree", "parse", "numbers", "chunks"])
@pytest.mark.parametrize("between", ["\n", "\0"])
def test_a_list_of_files_is_no_report(command: str, between: str, folder: Path) -> None:
    names = between.join(str(path) for path in sorted(folder.rglob("*")) if path.is_file())
    result = CliRunner().invoke(app, [command, "-"], input=names.encode(), prog_name="lawreport")
    assert result.stderr.endswith(
        "standard input: a list of files, not a report; give their names as arguments (xargs does)\n"
    )
    assert (result.exit_code, result.stdout) == (2, "")

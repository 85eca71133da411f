"""The terminal says why files failed, and notices a text where a list of names is due."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from batch_files import SAMPLES, lines, write_reports
from typer.testing import CliRunner, Result

from lawreport_parser import parse
from lawreport_parser.batch import NothingFoundError, find_files, write_batch
from lawreport_parser.batch.failures import causes_in, failure_line
from lawreport_parser.batch.reading import ErrorCode, FileError
from lawreport_parser.cli.app import app

TEXT = SAMPLES[0].read_text(encoding="utf-8")
NO_LIST = (
    "standard input: a text or document, where - stands for a list of names in UTF-8, one a line; "
    "give the file by its name, or pipe it into lawreport parse -"
)


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lawreport(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin, prog_name="lawreport")


def listed(*failures: tuple[ErrorCode, str]) -> Path:
    path = Path("o.errors.jsonl")
    path.write_bytes(b"".join(failure_line("a.txt", FileError(*each)) for each in failures))
    return path


class TestCauses:
    def test_they_are_counted_the_most_frequent_first(self) -> None:
        gone, empty = "no such file; check the name", "empty, there is no text in it; give the text of a report"
        path = listed(("unreadable", empty), ("unreadable", gone), ("unreadable", gone))
        assert list(causes_in(path).items()) == [(gone, 2), (empty, 1)]

    def test_messages_that_differ_in_numbers_and_brackets_are_one_cause(self) -> None:
        limit = "bytes are more than the limit of 10; raise Limits.max_bytes if it is meant"
        path = listed(
            ("unreadable", f"1,234,567 {limit}"),
            ("unreadable", f"12 {limit}"),
            ("unreadable", "a PDF that is damaged or cut off (trailer (missing)); get it again"),
            ("unreadable", "a PDF that is damaged or cut off (no pages); get it again"),
            ("unreadable", "this is an Excel workbook (.xlsx), not a text document"),
        )
        assert causes_in(path) == {
            "a PDF that is damaged or cut off (…); get it again": 2,
            "… bytes are more than the limit of …; raise Limits.max_bytes if it is meant": 2,
            "this is an Excel workbook (.xlsx), not a text document": 1,
        }

    def test_causes_without_end_do_not_fill_the_memory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("lawreport_parser.batch.failures._CAUSES", 3)
        names = ("Key", "Value", "Type", "Index", "Name")
        path = listed(*(("internal-error", f"{name}Error: x") for name in names))
        causes = causes_in(path)
        assert causes.pop("another cause (internal-error)") == 2
        assert sum(causes.values()) == 3

    def test_no_list_and_one_that_was_changed(self) -> None:
        assert causes_in(Path("absent")) == {}
        Path("o.errors.jsonl").write_bytes(b'{"path":"a"}\nx\n')
        assert causes_in(Path("o.errors.jsonl")) == {"the list of failures names no cause": 2}

    @pytest.mark.parametrize("command", [("batch", "o.jsonl"), ("panel", "o.csv")])
    def test_the_terminal_tells_them_and_where_the_files_are_listed(self, command: tuple[str, str]) -> None:
        name, out = command
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        for each in ("b.txt", "c.txt"):
            Path(each).write_bytes(b"")
        Path("d.odt").write_bytes(b"\x00\x01" * 40)
        said = lines(lawreport(name, "a.txt", "b.txt", "c.txt", "d.odt", "-o", out).stderr_bytes)
        at = said.index("2 files failed: empty, there is no text in it; give the text of a report")
        assert said[at + 1 : at + 3] == [
            "1 file failed: this is binary data, not text; give a .txt, .html, .docx or .pdf file",
            f"failures: {out}.errors.jsonl",
        ]

    @pytest.mark.parametrize("command", [("batch", "o.csv"), ("panel", "o.csv")])
    def test_names_of_a_list_that_lack_their_folder(self, command: tuple[str, str]) -> None:
        name, out = command
        write_reports(Path("in"), 2)
        names = "\n".join(sorted(os.listdir("in"))).encode()
        said = lines(lawreport(name, "-", "-o", out, stdin=names).stderr_bytes)
        assert "names in a list begin in this folder; give them with the folder they are in (ls -d reports/*)" in said
        assert not any(line.startswith("to query it") for line in said), "there is no row to be asked for"

    def test_of_many_causes_the_first_ten_are_told(self) -> None:
        words = list("abcdefghijkl")
        Path("o.jsonl").write_bytes(b"")
        Path("o.jsonl.errors.jsonl").write_bytes(listed(*(("unreadable", word) for word in words)).read_bytes())
        said = lines(lawreport("batch", "in", "-o", "o.jsonl", "--resume").stderr_bytes)
        assert said[1:] == [
            *(f"1 file failed: {word}" for word in words[:10]),
            "2 files failed for 2 other causes",
            "failures: o.jsonl.errors.jsonl",
        ]

    def test_a_continued_run_counts_those_of_its_first_part(self) -> None:
        paths = write_reports(Path("in"), 10)
        Path(paths[0]).write_bytes(b"")
        Path(paths[9]).write_bytes(b"")
        asked = iter([False] * 5 + [True] * 100)
        stopped = write_batch(paths, "o.jsonl", jobs=1, stop=lambda: next(asked))
        assert list(stopped.causes.values()) == [1]
        summary = write_batch(paths, "o.jsonl", jobs=1, resume=True)
        assert summary.causes == {"empty, there is no text in it; give the text of a report": 2}


class TestStandardInput:
    @pytest.mark.parametrize("command", [("batch", "o.jsonl"), ("panel", "o.csv")])
    @pytest.mark.parametrize(
        "given",
        [
            TEXT.encode(),
            TEXT.replace("\n", "\r\n").encode("gb18030"),
            TEXT.encode("utf-16"),
            "".join(TEXT.split()).replace("。", "").encode(),
            b"<!doctype html><p>x",
            b"%PDF-1.7\n",
            b"PK\x03\x04\x14\x00",
        ],
        ids=["utf-8", "gb18030", "utf-16", "one long line", "web page", "pdf", "docx"],
    )
    def test_a_text_where_a_list_is_due_is_one_line(self, given: bytes, command: tuple[str, str]) -> None:
        name, out = command
        result = lawreport(name, "-", "-o", out, stdin=given)
        assert (result.exit_code, lines(result.stderr_bytes)) == (2, [NO_LIST])
        assert os.listdir() == []

    def test_names_that_do_not_exist_are_failures_whatever_characters_they_hold(self) -> None:
        for name in ("absent.txt", "顣.txt", os.fsdecode("年报".encode("gb18030") + b".txt"), "in/" * 200 + "a.txt"):
            assert [path for path, _ in find_files(["-"], io.BytesIO(os.fsencode(name)))] == [name]

    def test_a_list_in_which_some_name_exists_is_a_list(self) -> None:
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        names = ["好的。.txt", "absent.txt", "a.txt"]
        assert [path for path, _ in find_files(["-"], io.BytesIO("\n".join(names).encode()))] == names

    def test_a_list_of_failures_is_a_list_whatever_its_names(self) -> None:
        failed = json.dumps({"path": "没有了。.txt", "code": "unreadable"}, separators=(",", ":")).encode()
        assert [path for path, _ in find_files(["-"], io.BytesIO(failed))] == ["没有了。.txt"]
        with pytest.raises(NothingFoundError):
            list(find_files(["-"], io.BytesIO("没有了。.txt".encode())))


class TestContradictions:
    @pytest.mark.parametrize("command", ["batch", "panel"])
    def test_an_output_that_is_one_of_the_files(self, command: str) -> None:
        ending = {"batch": "jsonl", "panel": "csv"}[command]
        for given in (f"o.{ending}", "o.*"):
            Path(f"o.{ending}").write_text(TEXT, encoding="utf-8")
            result = lawreport(command, given, "-o", f"o.{ending}", "--overwrite")
            assert (result.exit_code, lines(result.stderr_bytes)) == (
                2,
                [f"o.{ending}: this is one of the reports; give the output another name"],
            )
            assert os.listdir() == [f"o.{ending}"]
            assert Path(f"o.{ending}").read_text(encoding="utf-8") == TEXT

    @pytest.mark.parametrize("command", ["batch", "panel", "compare"])
    def test_an_encoding_of_files_that_need_none(self, command: str) -> None:
        result = lawreport(command, "a", "b", "-o", "o.csv", "--format", "pdf", "--encoding", "gbk")
        assert result.exit_code == 2
        assert "the files are said to be pdf" in lines(result.stderr_bytes)[0]

    def test_a_folder_of_tables_is_no_parquet_file(self) -> None:
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        result = lawreport("batch", "a.txt", "-o", "o.parquet")
        assert (result.exit_code, os.listdir()) == (2, ["a.txt"])
        assert lines(result.stderr_bytes) == [
            "o.parquet: a folder of tables has a name without ending; one file a table: lawreport panel --tables"
        ]

    def test_the_last_line_of_a_folder_of_tables_reads_one_table(self) -> None:
        duckdb = pytest.importorskip("duckdb")
        pytest.importorskip("pyarrow")
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        last = lines(lawreport("batch", "a.txt", "-o", "o").stderr_bytes)[-1]
        query = last.partition('"')[2].removesuffix('"').removesuffix(" LIMIT 5")
        assert len(duckdb.sql(query).fetchall()) == len(list(parse(TEXT).walk()))

    def test_a_batch_has_no_standard_output(self) -> None:
        result = lawreport("batch", "a.txt", "-o", "-")
        assert (result.exit_code, os.listdir()) == (2, [])
        assert "JSON on standard output: lawreport parse --compact" in lines(result.stderr_bytes)[0]

    def test_resume_with_overwrite(self) -> None:
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        result = lawreport("batch", "a.txt", "-o", "o.jsonl", "--resume", "--overwrite")
        assert (result.exit_code, lines(result.stderr_bytes)) == (
            2,
            [
                "Invalid value for --resume: it keeps what is done, and --overwrite does it anew; give one of them "
                "(see lawreport batch --help)"
            ],
        )
        with pytest.raises(ValueError, match="give resume or overwrite, not both"):
            write_batch(["a.txt"], "o.jsonl", resume=True, overwrite=True)
        assert os.listdir() == ["a.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    Path("in").mkdir()
    os.mkfifo("in/a.html")
    said = lines(lawreport("batch", "in", "-o", "o.jsonl").stderr_bytes)
    assert "1 file failed: a pipe or device; give a file" in said

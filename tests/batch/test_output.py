"""`lawreport batch`: what is written for each kind of output, the summary, and every way of being refused."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import subprocess
from pathlib import Path

import pytest
from batch_files import SAMPLES, command, environment, lines, named, write_reports, zip_bomb
from compared_report import compared_report
from typer.testing import CliRunner, Result

from lawreport_parser import Report, parse_file
from lawreport_parser.batch import find_files, parse_many, write_batch
from lawreport_parser.batch.csv_rows import csv_columns, csv_rows
from lawreport_parser.cli.app import app

FOLDER = SAMPLES[0].parent


def batch(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["batch", *arguments], input=stdin, prog_name="lawreport")


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestKinds:
    def test_jsonl_has_a_line_for_each_report_with_its_path_and_digest_in_front(self) -> None:
        result = batch(str(FOLDER), "-o", "out.jsonl")
        assert (result.exit_code, result.stdout) == (0, "")
        written = Path("out.jsonl").read_bytes().splitlines()
        assert [json.loads(line)["path"] for line in written] == [str(path) for path in SAMPLES]
        for line, path in zip(written, SAMPLES, strict=True):
            assert Report.from_json(line) == parse_file(path)
            report = parse_file(path)
            assert list(json.loads(line))[:2] == ["path", "text_sha256"]
            assert json.loads(line)["text_sha256"] == report.text_sha256
            assert b"{" + line.split(b",", 2)[2] == report.to_json().encode()
        assert os.listdir() == ["out.jsonl"]

    def test_copies_in_other_encodings_can_be_told(self) -> None:
        for encoding in ("utf-8", "gb18030", "utf-16"):
            Path(f"{encoding}.txt").write_text("石湾县年度报告\n一、成效\n学法8次。\n", encoding=encoding)
        Path("other.txt").write_text("石湾县年度报告\n一、成效\n学法9次。\n", encoding="utf-8")
        assert batch("*.txt", "-o", "out.csv", "--table", "reports").exit_code == 0
        with open("out.csv", encoding="utf-8-sig", newline="") as file:
            digests = {row["path"]: row["text_sha256"] for row in csv.DictReader(file)}
        digest = parse_file("utf-8.txt").text_sha256
        assert [digests[f"{encoding}.txt"] for encoding in ("utf-8", "gb18030", "utf-16")] == [digest] * 3
        assert digests["other.txt"] != digest

    def test_jsonl_counts_in_the_unit_of_another_language(self) -> None:
        Path("rare.txt").write_text("一、成效\n办结𠮷水河案件8件。\n二、问题\n人员不足。\n", encoding="utf-8")
        result = batch("rare.txt", "-o", "out.jsonl", "--offsets", "utf16")
        assert result.exit_code == 0
        [line] = Path("out.jsonl").read_bytes().splitlines()
        assert json.loads(line)["offset_unit"] == "utf16"
        assert line.endswith(parse_file("rare.txt").to_json(offsets="utf16").encode()[1:])
        refused = batch("rare.txt", "-o", "out.csv", "--offsets", "utf16")
        assert refused.stderr.startswith("lawreport: Invalid value for --offsets: it is for a .jsonl; tables count")
        assert (refused.exit_code, Path("out.csv").exists()) == (2, False)
        with pytest.raises(ValueError, match="codepoint, utf8, utf16, not in 'bytes'"):
            write_batch(["rare.txt"], "other.jsonl", offsets="bytes")  # type: ignore[arg-type]

    def test_csv_has_a_row_for_each_section(self) -> None:
        assert batch(str(FOLDER), "-o", "out.csv").exit_code == 0
        with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert tuple(rows[0]) == csv_columns("nodes")
        nodes = [node for path in SAMPLES for node in parse_file(path).nodes()]
        assert [(row["id"], row["kind"], row["heading"] or None) for row in rows] == [
            (node.id, node.kind, node.heading) for node in nodes
        ]
        assert {row["path"] for row in rows} == set(map(str, SAMPLES))

    def test_csv_has_the_code_of_the_place(self) -> None:
        written = csv_rows("any.txt", compared_report(), "nodes")
        rows = list(csv.DictReader(io.StringIO(written.decode(), newline=""), csv_columns("nodes")))
        assert [row["region_code"] for row in rows] == ["990001", "990001"]

    def test_csv_keeps_a_report_without_sections(self) -> None:
        Path("prose.txt").write_text("没有编号的文字。", encoding="utf-8")
        assert batch("prose.txt", "-o", "out.csv").exit_code == 0
        with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
            assert [(row["path"], row["id"]) for row in csv.DictReader(file)] == [("prose.txt", "")]

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM", "'@SUM"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'引号", "'引号"),
            ("甲=乙", "甲=乙"),
        ],
    )
    def test_csv_cells_are_no_formulas(self, heading: str, cell: str) -> None:
        Path("a.txt").write_text(f"一、{heading}\n甲\n二、乙\n丙\n", encoding="utf-8")
        assert batch("a.txt", "-o", "out.csv").exit_code == 0
        with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.DictReader(file))["heading"] == cell

    def test_csv_reads_back_whatever_line_ends_and_quotes_it_holds(self) -> None:
        Path("a.txt").write_bytes('一、总则\r甲,"乙"\r\n丙\x0b丁\n二、附则\n戊\n'.encode())
        assert batch("a.txt", "-o", "out.csv").exit_code == 0
        with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
            assert [row["text"] for row in csv.DictReader(file)] == [n.text for n in parse_file("a.txt").nodes()]

    def test_a_name_without_ending_is_a_folder_of_tables(self) -> None:
        pq = pytest.importorskip("pyarrow.parquet")
        from lawreport_parser.arrow import SCHEMAS, to_tables

        assert batch(str(FOLDER), "-o", "out").exit_code == 0
        expected = to_tables([(str(path), parse_file(path)) for path in SAMPLES])
        assert sorted(os.listdir("out")) == sorted(SCHEMAS)
        for table in SCHEMAS:
            assert pq.read_table(Path("out") / table).equals(expected[table])

    @pytest.mark.parametrize("kind", ["jsonl", "csv", "tables"])
    def test_no_report_at_all_gives_an_empty_output(self, kind: str) -> None:
        if kind == "tables":
            pq = pytest.importorskip("pyarrow.parquet")
        Path("a.txt").write_bytes(b"")
        assert batch("a.txt", "-o", named("out", kind)).exit_code == 1
        if kind == "tables":
            assert pq.read_table("out/nodes").num_rows == 0
        else:
            assert len(Path(named("out", kind)).read_bytes().splitlines()) == (kind == "csv")

    def test_names_that_are_not_utf8_survive(self) -> None:
        name = os.fsencode(SAMPLES[0].read_bytes()[:0].decode()) + b"\xff\xfe.txt"
        try:
            Path(os.fsdecode(name)).write_bytes(SAMPLES[0].read_bytes())
        except OSError:
            pytest.skip("this file system takes no such names")
        for kind in ("jsonl", "csv", "tables"):
            if kind == "tables":
                pytest.importorskip("pyarrow")
            assert batch(".", "-o", named("out", kind)).exit_code == 0
        line = json.loads(Path("out.jsonl").read_bytes().splitlines()[0])
        assert os.fsencode(line["path"]) == b"./" + name

    @pytest.mark.parametrize("kind", ["csv", "tables"])
    def test_tables_name_them_readably_and_each_once(self, kind: str) -> None:
        names = ["报告".encode("gb18030"), "报告".encode(), "年报".encode("gb18030"), b"\xff", b"\xfe"]
        Path("in").mkdir()
        try:
            for name in names:
                Path(os.fsdecode(b"in/" + name + b".txt")).write_bytes(SAMPLES[0].read_bytes())
        except OSError:
            pytest.skip("this file system takes no such names")
        if kind == "tables":
            pq = pytest.importorskip("pyarrow.parquet")
        assert batch("in", "-o", named("out", kind)).exit_code == 0
        if kind == "tables":
            reports = pq.read_table("out/reports")
            found = set(reports["report_id"].to_pylist())
            assert set(reports["file_name"].to_pylist()) == {"报告.txt", "年报.txt", "\\xff.txt", "\\xfe.txt"}
        else:
            with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
                found = {row["path"] for row in csv.DictReader(file)}
        escaped = "\\xb1\\xa8\\xb8\\xe6"
        assert found == {f"in/{name}.txt" for name in ("报告", "年报", escaped, "\\xff", "\\xfe")}

    def test_failures_are_tried_again_whatever_their_names(self) -> None:
        names = [os.fsdecode("年报".encode("gb18030") + b".txt"), "two\nlines.txt", "a.txt"]
        try:
            for name in names:
                Path(name).write_bytes(b"")
        except OSError:
            pytest.skip("this file system takes no such names")
        assert batch(*names, "-o", "out.jsonl").exit_code == 1
        for name in names:
            Path(name).write_text("一、总则\n", encoding="utf-8")
        failed = Path("out.jsonl.errors.jsonl").read_bytes()
        assert batch("-", "-o", "again.jsonl", stdin=failed).exit_code == 0
        again = [json.loads(line)["path"] for line in Path("again.jsonl").read_bytes().splitlines()]
        assert again == names


class TestPaths:
    def test_folders_globs_and_lists(self) -> None:
        for name in ("b/2.TXT", "b/.hidden.txt", "b/~$lock.docx", "b/c/3.html", "b/4.md", "a.txt", "1.txt"):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text("一、总则\n", encoding="utf-8")
        if hasattr(os, "symlink"):
            os.symlink("..", "b/up")

        def found(*arguments: str, stdin: bytes = b"") -> list[str]:
            import io

            return [path.replace(os.sep, "/") for path, _ in find_files(arguments, io.BytesIO(stdin))]

        assert found("b") == ["b/2.TXT", "b/c/3.html"]
        assert found("*.txt", "b/4.md", "./a.txt") == ["1.txt", "a.txt", "b/4.md"]
        assert found("b/*") == ["b/2.TXT", "b/4.md", "b/c/3.html"] or "b/~$lock.docx" in found("b/*")
        assert found("-", stdin=b"\xef\xbb\xbfa.txt\r\n\nb\nabsent.txt\na.txt") == [
            "a.txt",
            "b/2.TXT",
            "b/c/3.html",
            "absent.txt",
        ]
        assert found("-", stdin=b"a.txt\0two\nlines.txt\0") == ["a.txt", "two\nlines.txt"]

    def test_a_long_list_is_cut_at_the_right_places(self) -> None:
        import io

        names = [f"{number}-报告.txt" for number in range(20_000)]
        found = find_files(["-"], io.BytesIO("\n".join(names).encode()))
        assert [path for path, _ in found] == names

    def test_a_list_on_standard_input(self) -> None:
        paths = "\n".join(map(str, SAMPLES[3:5])).encode()
        assert batch("-", "-o", "out.jsonl", stdin=paths).exit_code == 0
        assert [json.loads(line)["path"] for line in Path("out.jsonl").read_bytes().splitlines()] == [
            str(path) for path in SAMPLES[3:5]
        ]


class TestSummary:
    def test_it_counts_files_failures_and_diagnostics(self) -> None:
        Path("empty.txt").write_bytes(b"")
        result = batch(str(SAMPLES[0].parent / "defects.txt"), "empty.txt", "-o", "out.jsonl")
        assert result.exit_code == 1
        said = lines(result.stderr_bytes)
        assert said[0].startswith("2 files: 1 report, 1 failure; ")
        codes: dict[str, int] = {}
        for diagnostic in parse_file(FOLDER / "defects.txt").diagnostics:
            codes[diagnostic.code] = codes.get(diagnostic.code, 0) + 1
        for code, count in codes.items():
            assert f"{code} {count}" in said[1]
        assert said[2:] == [
            "1 file failed: empty, there is no text in it; give the text of a report",
            "failures: out.jsonl.errors.jsonl",
            "written: out.jsonl",
            "to query it: duckdb -c \"FROM 'out.jsonl' LIMIT 5\"",
        ]
        assert [json.loads(line) for line in Path("out.jsonl.errors.jsonl").read_bytes().splitlines()] == [
            {
                "path": "empty.txt",
                "code": "unreadable",
                "message": "empty, there is no text in it; give the text of a report",
            }
        ]

    def test_what_is_passed_over_in_folders_is_said(self) -> None:
        for name in ("a.txt", "b.xls", "c/d.JPG", "c/e.jpg", "README", ".hidden", "~$a.docx"):
            Path("in", name).parent.mkdir(parents=True, exist_ok=True)
            Path("in", name).write_text("一、总则\n", encoding="utf-8")
        assert lines(batch("in", "-o", "in/out.jsonl").stderr_bytes)[-3:] == [
            "4 files with other endings were passed over (.jpg 2, none 1, .xls 1); files that are named are read",
            "written: in/out.jsonl",
            "to query it: duckdb -c \"FROM 'in/out.jsonl' LIMIT 5\"",
        ]
        summary = write_batch(["in"], "again.jsonl", jobs=1, stop=lambda: True)
        assert summary.passed_over == {".jpg": 2, "": 1, ".xls": 1, ".jsonl": 1}
        assert write_batch(["in"], "again.jsonl", jobs=1, resume=True).passed_over == summary.passed_over
        assert write_batch(["in/a.txt"], "named.jsonl", jobs=1).passed_over == {}

    def test_old_word_files_in_a_folder_are_failures_or_the_pages_they_are(self) -> None:
        Path("in").mkdir()
        Path("in/a.doc").write_text("<html><p>一、总则</p>", encoding="utf-8")
        Path("in/b.wps").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
        Path("in/c.rtf").write_bytes(b"{\\rtf1 a}")
        Path("in/d.aspx").write_text("<html><p>一、总则</p>", encoding="utf-8")
        summary = write_batch(["in"], "out.jsonl", jobs=1)
        assert (summary.reports, summary.failures, summary.passed_over) == (2, 2, {})
        assert Path("out.jsonl.errors.jsonl").read_text(encoding="utf-8").count("save it as .docx") == 2

    def test_a_later_run_without_failures_takes_the_old_list_away(self) -> None:
        Path("a.txt").write_bytes(b"")
        assert batch("a.txt", "-o", "out.jsonl").exit_code == 1
        Path("a.txt").write_text("一、总则\n", encoding="utf-8")
        assert batch("a.txt", "-o", "out.jsonl", "--overwrite").exit_code == 0
        assert sorted(os.listdir()) == ["a.txt", "out.jsonl"]


class TestHostileFiles:
    def test_each_has_a_clear_error_and_the_batch_goes_on(self) -> None:
        folder = Path("hostile")
        folder.mkdir()
        sample = SAMPLES[0].read_bytes()
        files = {
            "bomb.docx": zip_bomb(),
            "corrupt.docx": b"PK\x03\x04" + b"\x99" * 500,
            "deep.html": b"<div>" * 100_000 + "一、总则".encode(),
            "empty.pdf": b"",
            "encrypted.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 2,
            "image.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
            "large.txt": b"x" * 2_000_000,
            "mislabelled.pdf": sample,
            "noise.txt": bytes(range(256)) * 40,
            "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<<",
            "z-good.txt": sample,
        }
        for name, data in files.items():
            (folder / name).write_bytes(data)
        with Path(folder / "sparse.txt").open("wb") as file:
            file.truncate(8 * 2**30)
        result = batch("hostile", "-o", "out.jsonl", "--limit", "max_bytes=1000000")
        assert result.exit_code == 1
        written = [json.loads(line)["path"] for line in Path("out.jsonl").read_bytes().splitlines()]
        errors = {
            Path(error["path"]).name: error
            for error in map(json.loads, Path("out.jsonl.errors.jsonl").read_bytes().splitlines())
        }
        read = {Path(path).name for path in written}
        assert read | set(errors) == set(os.listdir("hostile"))
        assert {"mislabelled.pdf", "z-good.txt"} <= read
        for name, words in {
            "bomb.docx": "max_unpacked_bytes",
            "corrupt.docx": "damaged or cut off",
            "empty.pdf": "empty",
            "encrypted.docx": "encrypted",
            "image.txt": "PNG",
            "large.txt": "max_bytes",
            "sparse.txt": "max_bytes",
        }.items():
            assert words in errors[name]["message"]
        assert {error["code"] for error in errors.values()} <= {"unreadable", "missing-extra"}
        assert not any("\n" in error["message"] for error in errors.values())

    def test_a_folder_that_cannot_be_looked_into_is_a_failure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write_reports(Path("in/closed"), 1)
        write_reports(Path("in/open"), 1)
        look = os.scandir

        def scandir(path: str) -> object:
            if str(path).endswith("closed"):
                raise PermissionError(13, "Permission denied")
            return look(path)

        monkeypatch.setattr(os, "scandir", scandir)
        summary = write_batch(["in"], "out.jsonl", jobs=1)
        assert (summary.reports, summary.failures) == (1, 1)
        error = json.loads(Path("out.jsonl.errors.jsonl").read_bytes())
        assert error["message"] == "the folder cannot be looked into: Permission denied"


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("absent", "-o", "o.jsonl"), "absent: no such file or folder; check the name"),
            (("*.zzz", "-o", "o.jsonl"), "*.zzz: nothing matches; check the pattern"),
            (("-", "-o", "o.jsonl"), "standard input: no names in the list; give one a line"),
            (
                ("a.txt", "-o", "o.txt"),
                "o.txt: the ending says what is written; give .jsonl, .csv, or none for a folder of tables",
            ),
            (
                ("a.txt", "-o", "a.txt/o.jsonl"),
                "a.txt: no such folder; make it first",
            ),
            (("a.txt", "-o", "no/o.jsonl"), "no: no such folder; make it first"),
            (("a.txt", "-o", "there.jsonl"), "there.jsonl: it is there already; give another name, or --overwrite"),
            (
                ("a.txt", "-o", "folder.jsonl", "--overwrite"),
                "folder.jsonl: a folder that holds other things than tables; give another name",
            ),
            (
                ("a.txt", "-o", "taken.csv"),
                "taken.csv.partial: this folder holds other things (treasure); move it",
            ),
        ],
    )
    def test_one_line_and_status_2(self, arguments: tuple[str, ...], said: str) -> None:
        for name in ("a.txt", "there.jsonl"):
            Path(name).write_text("一、总则\n", encoding="utf-8")
        Path("folder.jsonl").mkdir()
        Path("taken.csv.partial").mkdir()
        Path("taken.csv.partial/treasure").mkdir()
        before = sorted(os.listdir())
        result = batch(*arguments, stdin=b"")
        assert lines(result.stderr_bytes) == [said]
        assert result.exit_code == 2
        assert sorted(os.listdir()) == before
        assert Path("there.jsonl").read_text(encoding="utf-8") == "一、总则\n"

    @pytest.mark.parametrize(
        "arguments",
        [("a",), ("-o", "o.csv"), ("a", "-o", "o.csv", "--jobs", "0"), ("a", "-o", "o.csv", "--limit", "x")],
    )
    def test_wrong_usage_is_status_2(self, arguments: tuple[str, ...]) -> None:
        result = batch(*arguments)
        assert result.exit_code == 2
        assert len(lines(result.stderr_bytes)) == 1

    def test_a_place_where_nothing_can_be_begun(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.txt").write_text("一、总则\n", encoding="utf-8")

        def refuse(path: Path, *_: object, **__: object) -> None:
            raise OSError(30, "Read-only file system", str(path))

        monkeypatch.setattr(Path, "mkdir", refuse)
        assert lines(batch("a.txt", "-o", "o.jsonl").stderr_bytes) == [
            "o.jsonl.partial: Read-only file system; nothing was begun, give an OUT that can be written"
        ]

    @pytest.mark.parametrize(
        ("option", "said"),
        [
            ("--format=xyz", "Invalid value for '--format': 'xyz' is not one of"),
            ("--jobs=0", "Invalid value for '--jobs' / '-j': it should be"),
            ("--timeout=x", "Invalid value for '--timeout': it should be a valid number (see"),
        ],
    )
    def test_values_are_refused_in_plain_words(self, option: str, said: str) -> None:
        assert said in lines(batch("a.txt", "-o", "o.jsonl", option).stderr_bytes)[0]

    @pytest.mark.parametrize("given", ["report.txt", Path("report.txt"), b"report.txt"])
    def test_one_name_where_several_are_wanted(self, given: object) -> None:
        with pytest.raises(TypeError, match=r"names of files are given in a list, not as one \w+: \["):
            parse_many(given)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="given in a list"):
            write_batch(given, "o.jsonl")  # type: ignore[arg-type]

    def test_a_folder_of_other_things_is_never_overwritten(self) -> None:
        pytest.importorskip("pyarrow")
        Path("a.txt").write_text("一、总则\n", encoding="utf-8")
        Path("out").mkdir()
        Path("out/own.txt").write_text("x", encoding="utf-8")
        assert batch("a.txt", "-o", "out", "--overwrite").exit_code == 2
        assert os.listdir("out") == ["own.txt"]

    def test_tables_are_overwritten(self) -> None:
        pq = pytest.importorskip("pyarrow.parquet")
        write_reports(Path("in"), 3)
        assert batch("in", "-o", "out").exit_code == 0
        assert batch("in/report-00001.txt", "-o", "out").exit_code == 2
        assert batch("in/report-00001.txt", "-o", "out", "--overwrite").exit_code == 0
        assert pq.read_table("out/reports").num_rows == 1
        assert sorted(os.listdir()) == ["in", "out"]

    @pytest.mark.parametrize(("kind", "room"), [("jsonl", 20_000), ("tables", 4_000)])
    def test_a_full_disk_is_one_line_and_resume_goes_on(self, kind: str, room: int) -> None:
        if kind == "tables":
            pytest.importorskip("pyarrow")
        write_reports(Path("in"), 40)

        def little_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        done = subprocess.run(
            command("in", "-o", named("out", kind)),
            env=environment(),
            capture_output=True,
            preexec_fn=little_room,
            check=False,
            timeout=60,
        )
        assert done.returncode == 2, done.stderr
        (line,) = lines(done.stderr)
        assert "File too large" in line
        assert "--resume goes on" in line
        assert not Path(named("out", kind)).exists()
        assert batch("in", "-o", named("out", kind), "--resume").exit_code == 0
        if kind == "jsonl":
            assert batch("in", "-o", "undisturbed.jsonl").exit_code == 0
            assert Path("out.jsonl").read_bytes() == Path("undisturbed.jsonl").read_bytes()

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to this user")
    def test_a_folder_that_may_not_be_written(self) -> None:
        Path("a.txt").write_text("一、总则\n", encoding="utf-8")
        Path("closed").mkdir(mode=0o500)
        result = batch("a.txt", "-o", "closed/out.jsonl")
        assert result.exit_code == 2
        assert "Permission denied" in lines(result.stderr_bytes)[0]

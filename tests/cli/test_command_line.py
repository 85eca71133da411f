"""Every command of `lawreport` and every way in which one fails: what is written where, and the exit status."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from compared_report import compared_report
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from typer.testing import CliRunner, Result

import lawreport_parser
from lawreport_parser import Report, parse, parse_file
from lawreport_parser.__main__ import main
from lawreport_parser.cli.app import app
from lawreport_parser.indicators.codebook import Codebook

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "examples/reports").glob("*.txt"))
CLASSIC = str(ROOT / "examples/reports/county-classic.txt")
DEFECTS = str(ROOT / "examples/reports/defects.txt")


def run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin, env=environment, prog_name="lawreport")


def process(
    *arguments: str, python: tuple[str, ...] = (), stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *python, "-m", "lawreport_parser", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def refused(result: Result, *lines: str, status: int = 2) -> None:
    """Check that a run wrote these lines on standard error, and nothing else anywhere."""
    assert result.stderr.splitlines() == [f"lawreport: {line}" for line in lines]
    assert result.stdout_bytes == b""
    assert result.exit_code == status


class TestParse:
    @pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
    def test_one_file_is_one_indented_document_that_reads_back(self, path: Path) -> None:
        result = run("parse", str(path))
        assert result.exit_code == 0
        assert result.stderr == ""
        assert result.stdout.startswith('{\n  "schema_version"')
        assert Report.from_json(result.stdout) == parse_file(path)

    def test_compact_is_one_line(self) -> None:
        result = run("parse", "--compact", CLASSIC)
        assert result.stdout.count("\n") == 1
        assert json.loads(result.stdout) == json.loads(run("parse", CLASSIC).stdout)

    def test_several_files_are_one_report_a_line_in_their_order(self) -> None:
        lines = run("parse", DEFECTS, CLASSIC).stdout.splitlines()
        assert [Report.from_json(line).text for line in lines] == [
            Path(name).read_bytes().decode() for name in (DEFECTS, CLASSIC)
        ]

    def test_several_files_can_be_indented(self) -> None:
        documents = run("parse", "--pretty", DEFECTS, CLASSIC).stdout
        decoder = json.JSONDecoder()
        first, end = decoder.raw_decode(documents)
        second, _ = decoder.raw_decode(documents, end + 1)
        assert (first["header"]["year"], second["header"]["year"]) == (2021, 2023)

    def test_nodes_are_a_flat_list(self) -> None:
        rows = json.loads(run("parse", "--nodes", CLASSIC).stdout)
        assert rows == [node.model_dump(mode="json") for node in parse(Path(CLASSIC).read_bytes().decode()).nodes()]
        assert (rows[0]["id"], rows[0]["parent_id"], rows[0]["heading"]) == ("1", None, "主要举措和成效")

    def test_nodes_of_several_files_are_one_list_a_line(self) -> None:
        lines = run("parse", "--nodes", CLASSIC, DEFECTS).stdout.splitlines()
        assert [json.loads(line)[0]["marker"] for line in lines] == ["一、", "一、"]

    def test_standard_input(self) -> None:
        result = json.loads(run("parse", "-", stdin=Path(CLASSIC).read_bytes()).stdout)
        assert result["source"]["name"] == "standard input"
        result["source"]["name"] = Path(CLASSIC).name
        assert result == json.loads(run("parse", CLASSIC).stdout)

    def test_a_byte_order_mark_is_no_part_of_the_text(self) -> None:
        assert json.loads(run("parse", "-", stdin="\ufeff一、总则".encode()).stdout)["text"] == "一、总则"

    def test_line_ends_are_kept(self) -> None:
        assert json.loads(run("parse", "-", stdin="一、甲\r\n二、乙\r".encode()).stdout)["text"] == "一、甲\r\n二、乙\r"

    def test_chinese_is_written_as_it_is(self) -> None:
        assert "主要举措和成效".encode() in run("parse", "--nodes", CLASSIC).stdout_bytes


class TestIndicators:
    OWN = """
[quays.built]
name_zh = "新建码头"
name_en = "=quays built"
unit = "座"
units = "座"
counts = "quays finished in the year"
of = "码头"
says = "新建码头#"
"""
    TEXT = "石港县2024年法治政府建设年度报告\n一、主要成效\n新建码头2座。审结行政复议案件53件。\n"

    @pytest.fixture(autouse=True)
    def wide(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "120")

    @pytest.fixture
    def compared(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever file is asked for, there is the report with an indicator of every sort."""
        monkeypatch.setattr("lawreport_parser.cli.inputs._read_report", lambda *_: compared_report())

    @pytest.fixture
    def own(self, tmp_path: Path) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(self.OWN, encoding="utf-8")
        return path

    @pytest.mark.usefixtures("compared")
    def test_a_line_for_each_with_code_name_value_time_and_place(self) -> None:
        lines = run("indicators", "any").stdout.splitlines()
        assert lines[0].split() == ["code", "name", "value", "unit", "qualifier", "time", "section", "place"]
        assert [line.split() for line in lines[1:]] == [
            ["reconsideration.accepted", "受理行政复议案件", "53", "件", "actual", "1", "3:11"],
            ["reconsideration.concluded", "审结行政复议案件", "49", "件", "actual", "1", "3:17"],
            ["macro.gdp_growth", "地区生产总值增长", "5.4", "%", "actual", "1", "3:35"],
            ["macro.gdp_growth", "地区生产总值增长", "5–6", "%", "target", "2", "5:15"],
        ]

    @pytest.mark.usefixtures("compared")
    def test_csv_for_spreadsheets_has_every_field(self) -> None:
        written = run("indicators", "--csv", "a.txt", "b.txt").stdout_bytes
        assert written.startswith(b"\xef\xbb\xbffile,issuer,")
        rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
        assert [row["file"] for row in rows] == ["a.txt"] * 4 + ["b.txt"] * 4
        assert list(rows[3].values()) == [
            "a.txt", "白鹭县人民政府", "990001", "2024", "2025", "macro.gdp_growth",
            *(getattr(Codebook.default()["macro.gdp_growth"], name) for name in ("name_zh", "name_en")),
            "5", "6", "%", "exact", "target", "2", "5", "15", "92", "97", "5%至6%",
        ]  # fmt: skip

    def test_a_codebook_of_ones_own_is_added_or_stands_alone(self, own: Path) -> None:
        def codes(*options: str) -> list[str]:
            shown = run("indicators", *options, "-", stdin=self.TEXT.encode()).stdout.splitlines()[1:]
            return [line.split()[0] for line in shown]

        assert codes() == ["reconsideration.concluded"]
        assert codes("--codebook", str(own)) == ["quays.built", "reconsideration.concluded"]
        assert codes("--codebook", str(own), "--replace") == ["quays.built"]

    def test_names_of_a_codebook_that_look_like_formulas_are_guarded(self, own: Path) -> None:
        written = run("indicators", "--csv", "--codebook", str(own), "-", stdin=self.TEXT.encode()).stdout
        assert ",quays.built,新建码头,'=quays built,2," in written

    def test_what_is_wrong_with_a_codebook_takes_one_line(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text("[quays.built]\nname_zh = 3\n", encoding="utf-8")
        result = run("indicators", "--codebook", str(path), CLASSIC)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert f"{path}: [quays.built]" in result.stderr

    def test_replacing_needs_a_codebook(self) -> None:
        refused(
            run("indicators", "--replace", CLASSIC),
            "Invalid value for --replace: it needs a codebook: --codebook TOML (see lawreport indicators --help)",
        )

    def test_a_report_without_indicators_gives_the_header_alone(self) -> None:
        assert run("indicators", "-", stdin="一、总则".encode()).stdout.count("\n") == 1
        assert run("indicators", "--csv", "-", stdin="一、总则".encode()).stdout_bytes.count(b"\n") == 1


class TestNumbers:
    def test_the_subject_of_a_measure_stands_before_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("lawreport_parser.cli.inputs._read_report", lambda *_: compared_report())
        lines = run("numbers", "any").stdout.splitlines()
        assert lines[0].split() == ["section", "subject", "measure", "value", "unit", "qualifier"]
        assert lines[4].split() == ["1", "地区生产总值", "增长", "5.4", "%"]
        rows = list(csv.DictReader(io.StringIO(run("numbers", "--csv", "any").stdout)))
        assert [row["subject"] for row in rows] == ["", "", "", "地区生产总值", ""]


class TestExplain:
    def test_the_whole_text_stage_by_stage(self) -> None:
        result = run("explain", CLASSIC)
        assert result.exit_code == 0
        titles = [line.partition(":")[0] for line in result.stdout.splitlines() if re.match("[a-z]+: ", line)]
        assert titles == ["lines", "page", "candidates", "decisions", "headings", "tokens", "tree", "roles"]
        assert result.stdout == parse_file(CLASSIC).explain().to_text()

    def test_one_section(self) -> None:
        assert run("explain", CLASSIC, "1.2").stdout == parse_file(CLASSIC).explain("1.2").to_text()

    def test_one_stage_in_chinese(self) -> None:
        shown = run("explain", CLASSIC, "2", "--stage", "tree", "--lang", "zh").stdout
        assert shown.splitlines()[:2] == ["层次：各节", "  2         二、 存在的问题和不足"]
        assert run("explain", CLASSIC, "2", "--stage", "tree", "--language", "zh").stdout == shown

    def test_a_place(self) -> None:
        text = "一、甲\n一、二季度乙。\n二、丙"
        shown = run("explain", "-", "--at", "2:1", stdin=text.encode()).stdout
        assert shown.splitlines()[0] == "2:1  一、  looks like a marker, but weighs as text"
        assert shown == str(parse(text).explain(at=4))

    def test_json(self) -> None:
        written = json.loads(run("explain", CLASSIC, "--format", "json").stdout)
        assert written == json.loads(parse_file(CLASSIC).explain().to_json())
        [stage] = json.loads(run("explain", CLASSIC, "--format", "json", "--stage", "roles").stdout)["stages"]
        assert (stage["name"], stage["rows"][0]["id"]) == ("roles", "1")

    def test_json_of_a_place_has_the_verdict(self) -> None:
        written = json.loads(run("explain", "-", "--at", "1:2", "--format", "json", stdin="甲乙".encode()).stdout)
        assert (written["verdict"]["kind"], written["verdict"]["start"]) == ("nothing", 1)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["9.1"], "Invalid value for SECTION: no section 9.1; the outermost sections are 1 to 4"),
            (["--at", "3"], "Invalid value for --at: '3' is no LINE:COLUMN, such as 12:3"),
            (["--at", "3:x"], "Invalid value for --at: '3:x' is no LINE:COLUMN, such as 12:3"),
            (["1", "--at", "1:1"], "Invalid value for --at: name a section or a place, not both"),
        ],
    )
    def test_wrong_usage_takes_one_line(self, arguments: list[str], message: str) -> None:
        refused(run("explain", CLASSIC, *arguments), f"{message} (see lawreport explain --help)")

    def test_a_place_outside_the_text_takes_one_line(self) -> None:
        text = "一、甲\n乙".encode()
        refused(run("explain", "-", "--at", "3:1", stdin=text), "3:1 is outside the text, which has 2 lines")
        refused(run("explain", "-", "--at", "1:4", stdin=text), "1:4 is outside the text: line 1 has 3 characters")

    def test_a_report_without_sections_has_none_to_name(self) -> None:
        message = "Invalid value for SECTION: no section 1; the report has no sections (see lawreport explain --help)"
        refused(run("explain", "-", "1", stdin="甲乙。".encode()), message)

    def test_a_file_that_cannot_be_read_takes_one_line(self) -> None:
        refused(run("explain", "absent.txt"), "absent.txt: no such file; check the name")


class TestStrict:
    def test_a_report_without_errors_passes(self) -> None:
        assert run("parse", "--strict", DEFECTS).stdout == run("parse", DEFECTS).stdout

    @pytest.mark.parametrize("command", ["parse", "tree"])
    def test_a_report_with_errors_is_refused_with_status_1(self, command: str, tmp_path: Path) -> None:
        prose = str(tmp_path / "prose.txt")
        Path(prose).write_text("这里没有编号，也没有层次。", encoding="utf-8")
        message = (
            f"{prose}: 1 error, the first: no numbered section was found / 未发现编号层次; "
            "leave out --strict to read it all the same"
        )
        refused(run(command, "--strict", prose), message, status=1)
        refused(
            run(command, "--strict", prose, "absent.txt"),
            message,
            "absent.txt: no such file; check the name",
            status=2,
        )
        assert run(command, prose).exit_code == 0


class TestTree:
    def test_the_outline_is_shown(self) -> None:
        result = run("tree", CLASSIC)
        assert result.exit_code == 0
        assert result.stdout.startswith("石湾县人民政府关于2023年度法治政府建设情况的报告\n")
        assert "│  │  ├─ 一是 建立任务台账\n" in result.stdout

    def test_no_colour_where_it_is_no_terminal(self) -> None:
        assert "\x1b" not in run("tree", DEFECTS).stdout

    def test_colour_on_request_and_the_same_words(self) -> None:
        coloured = run("tree", DEFECTS, FORCE_COLOR="1", TERM="xterm-256color").stdout
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == run("tree", DEFECTS).stdout

    def test_no_color_leaves_out_colours(self) -> None:
        shown = run("tree", DEFECTS, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout
        assert not any(f"\x1b[{code}m" in shown for code in ("31", "32", "33", "36", "1;31", "1;32", "1;36"))

    def test_several_files_have_their_names_above(self) -> None:
        shown = run("tree", CLASSIC, DEFECTS, "--depth", "1").stdout
        assert [line.split()[1] for line in shown.splitlines() if line.startswith("── ")] == [CLASSIC, DEFECTS]

    def test_depth(self) -> None:
        shown = run("tree", "--depth", "2", CLASSIC).stdout
        assert "├─ （一） 压实工作责任，健全推进机制  (+4)\n" in shown
        assert "完善统筹协调" not in shown

    def test_width(self) -> None:
        from rich.cells import cell_len

        assert max(map(cell_len, run("tree", "--width", "60", CLASSIC).stdout.splitlines())) <= 60
        assert run("tree", "--width", "60", CLASSIC).stdout == run("tree", CLASSIC, COLUMNS="60").stdout

    def test_standard_input(self) -> None:
        assert run("tree", "-", stdin=Path(CLASSIC).read_bytes()).stdout == run("tree", CLASSIC).stdout

    def test_a_terminal_without_chinese_gets_escapes_and_plain_guides(self) -> None:
        done = process("tree", DEFECTS, PYTHONIOENCODING="ascii")
        assert done.returncode == 0
        assert b"+- \\uff08\\u4e00\\uff09 " in done.stdout

    def test_escape_sequences_of_a_document_are_shown_not_sent(self) -> None:
        result = run("tree", "-", stdin="一、甲\x1b[31m乙\n二、丙\n".encode(), FORCE_COLOR="1", TERM="xterm")
        assert "\x1b[31m乙" not in result.stdout
        assert r"甲\x1b[31m乙" in result.stdout


class TestSchema:
    def test_it_describes_what_parse_writes(self) -> None:
        schema = json.loads(run("schema").stdout)
        Draft202012Validator.check_schema(schema)
        for path in REPORTS:
            Draft202012Validator(schema).validate(json.loads(run("parse", str(path)).stdout))

    def test_there_is_one_of_comparisons(self) -> None:
        schema = json.loads(run("schema", "comparison").stdout)
        Draft202012Validator.check_schema(schema)
        assert "plans" in schema["required"]

    def test_it_takes_no_file(self) -> None:
        said = (
            "Invalid value for 'DOCUMENT': 'x' is not one of 'report', 'comparison', 'chunks', 'nodes' "
            "(see lawreport schema --help)"
        )
        refused(run("schema", "x"), said)


class TestHelpAndVersion:
    @pytest.mark.parametrize("flag", ["--help", "-h"])
    @pytest.mark.parametrize("command", [(), ("parse",), ("tree",), ("schema",)])
    def test_help_is_everywhere(self, command: tuple[str, ...], flag: str) -> None:
        result = run(*command, flag)
        assert result.exit_code == 0
        assert " ".join(("Usage: lawreport", *command)) in result.stdout

    def test_help_names_every_command(self) -> None:
        assert all(name in run("--help").stdout for name in ("parse", "tree", "schema", "--version"))

    def test_without_a_command_help_is_shown_with_status_2(self) -> None:
        result = run()
        assert result.exit_code == 2
        assert "Usage: lawreport" in result.stdout

    def test_version(self) -> None:
        result = run("--version")
        assert (result.stdout, result.exit_code) == (f"lawreport {lawreport_parser.__version__}\n", 0)

    def test_version_loads_neither_parser_nor_models(self) -> None:
        done = process("--version", python=("-X", "importtime"))
        assert done.stdout.decode().split() == ["lawreport", lawreport_parser.__version__]
        loaded = {line.rpartition(b"|")[2].strip() for line in done.stderr.splitlines()}
        assert b"lawreport_parser.cli.app" in loaded
        assert not loaded & {b"lark", b"pydantic", b"cn2an", b"lawreport_parser.model"}


class TestWrongUsage:
    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            (["parse"], "Missing argument 'FILE' (see lawreport parse --help)"),
            (["tree"], "Missing argument 'FILE' (see lawreport tree --help)"),
            (["prase", "x"], "No such command 'prase'. Did you mean 'parse', 'panel'? (see lawreport --help)"),
            (["parse", "-", "-"], "Invalid value for FILE: standard input (-) can be read only once"),
            (["tree", "--depth", "0", "x"], "Invalid value for '--depth'"),
            (["tree", "--depth", "many", "x"], "Invalid value for '--depth'"),
            (["tree", "--width", "5", "x"], "Invalid value for '--width'"),
            (["parse", "--frob", "x"], "No such option"),
            (["tree", ""], "'': an empty name; give the name of a file"),
            (["explain", ""], "'': an empty name; give the name of a file"),
            (["batch", "", "-o", "out.jsonl"], "'': an empty name; give the name of a file or folder"),
            (["view", "x", "-o", ""], "the name of what is to be written is empty; give one"),
            (["view", CLASSIC, "-o", str(ROOT)], f"{ROOT}: a folder; give the name of a file"),
            (["view", CLASSIC, "-o", "no/page.html"], "no: no such folder; make it first"),
            (["compare", CLASSIC, DEFECTS, "-o", "no/out.json"], "no: no such folder; make it first"),
        ],
    )
    def test_it_takes_one_line(self, arguments: list[str], line: str) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith(f"lawreport: {line}")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["parse", "tree"])
class TestInputsThatCannotBeRead:
    def test_a_missing_file(self, command: str) -> None:
        refused(run(command, "absent.txt"), "absent.txt: no such file; check the name")

    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t", "\u3000\n".encode()])
    def test_an_empty_file(self, command: str, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "empty.txt").write_bytes(data)
        name = str(tmp_path / "empty.txt")
        refused(run(command, name), f"{name}: empty, there is no text in it; give the text of a report")

    def test_empty_standard_input(self, command: str) -> None:
        refused(run(command, "-"), "standard input: empty, there is no text in it; give the text of a report")

    def test_bytes_that_are_not_in_the_encoding_given(self, command: str, tmp_path: Path) -> None:
        (tmp_path / "gbk.txt").write_bytes("一、主要成效".encode("gbk"))
        name = str(tmp_path / "gbk.txt")
        assert run(command, name).exit_code == 0
        result = run(command, "--encoding", "utf-8", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        assert name in result.stderr

    def test_a_file_without_permission(self, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def read_bytes(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", read_bytes)
        refused(run(command, CLASSIC), f"{CLASSIC}: no permission to read it; check who may")

    def test_a_broken_disk(self, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def read_bytes(path: Path) -> bytes:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Path, "read_bytes", read_bytes)
        refused(run(command, CLASSIC), f"{CLASSIC}: Input/output error; check the file and its disk")

    def test_a_bad_file_among_good_ones_has_its_line_and_the_others_are_shown(self, command: str) -> None:
        result = run(command, CLASSIC, "a.txt", DEFECTS, "b.txt")
        assert result.stderr.splitlines() == [
            "lawreport: a.txt: no such file; check the name",
            "lawreport: b.txt: no such file; check the name",
        ]
        assert result.stdout == run(command, CLASSIC, DEFECTS).stdout
        assert result.exit_code == 2

    def test_controls_in_a_name_are_escaped(self, command: str) -> None:
        refused(run(command, "a\x1b]0m.txt"), r"a\x1b]0m.txt: no such file; check the name")


#: What writes to standard output in ways of its own: JSON, a tree, tables.
ALL_FORMS = [["parse", CLASSIC], ["tree", CLASSIC], ["numbers", CLASSIC], ["compare", "--force", DEFECTS, CLASSIC]]


class TestTheProgramItself:
    @pytest.mark.skipif(os.name == "nt", reason="POSIX shell")
    @pytest.mark.parametrize("command", ["parse -", "explain -", "batch - -o out.jsonl", "panel - -o out.csv"])
    def test_a_standard_input_that_is_closed_has_one_line(self, command: str, tmp_path: Path) -> None:
        done = subprocess.run(
            f"exec {sys.executable} -m lawreport_parser {command} <&-",
            shell=True,
            capture_output=True,
            check=False,
            cwd=tmp_path,
        )
        assert done.stderr == b"lawreport: standard input: closed, there is nothing to read; name a file\n"
        assert (done.returncode, done.stdout) == (2, b"")

    def test_python_m_is_the_same_program(self) -> None:
        done = process("parse", CLASSIC)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == run("parse", CLASSIC).stdout_bytes

    def test_json_is_utf8_whatever_the_encoding_of_standard_output(self) -> None:
        assert process("parse", CLASSIC, PYTHONIOENCODING="ascii").stdout == run("parse", CLASSIC).stdout_bytes

    def test_an_error_has_one_line_and_status_2(self) -> None:
        done = process("parse", "absent.txt")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().split(os.linesep) == ["lawreport: absent.txt: no such file; check the name", ""]

    @pytest.mark.parametrize("missing", ["typer", "rich"])
    def test_without_the_extra_one_line_says_how_to_install_it(
        self, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setitem(sys.modules, missing, None)
        assert main(["--version"]) == 2
        written = capsys.readouterr()
        assert written.err == f"lawreport: {missing} is not installed: pip install 'lawreport-parser[cli]'\n"
        assert written.out == ""

    def test_an_interrupt_ends_with_130_and_says_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(path: Path) -> bytes:
            raise KeyboardInterrupt

        monkeypatch.setattr(Path, "read_bytes", interrupted)
        result = run("parse", CLASSIC)
        assert (result.exit_code, result.output) == (130, "")

    @pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
    @pytest.mark.parametrize("command", [*ALL_FORMS, ["schema"], ["--version"], ["--help"], ["parse", "--help"]])
    def test_a_reader_that_goes_away_is_no_error(self, command: list[str]) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "lawreport_parser", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.close()
            assert child.stderr.read() == b""
        assert child.returncode == 128 + signal.SIGPIPE

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("command", [*ALL_FORMS, ["tree", "--help"], ["--help"], []])
    def test_a_full_disk_has_one_line(self, command: list[str]) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-u", "-m", "lawreport_parser", *command],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                cwd=ROOT,
            )
        assert done.stderr == b"lawreport: standard output: No space left on device; what was written is not whole\n"
        assert done.returncode == 2

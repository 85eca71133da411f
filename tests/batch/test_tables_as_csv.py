"""`lawreport batch -o OUT.csv --table NAME`: any table as CSV, each row with its file, issuer and year."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from compared_report import compared_report
from typer.testing import CliRunner, Result

from lawreport_parser import Report, parse, parse_file
from lawreport_parser.arrow.columns import TABLES, TableName
from lawreport_parser.arrow.rows import rows_of
from lawreport_parser.batch import BatchError, write_batch
from lawreport_parser.batch.csv_rows import csv_columns, csv_header, csv_rows
from lawreport_parser.cli.app import app
from lawreport_parser.cli.batch_command import Table

FOLDER = Path(__file__).parents[2] / "examples/reports"
SAMPLES = sorted(FOLDER.glob("*.txt"))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def batch(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["batch", *arguments], prog_name="lawreport")


def read(report: Report, table: TableName) -> list[dict[str, str]]:
    written = csv_header(table) + csv_rows("a.txt", report, table)
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_the_command_knows_every_table() -> None:
    assert get_args(Table) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_file_issuer_and_year(table: TableName) -> None:
    assert batch(str(FOLDER), "-o", "out.csv", "--table", table).exit_code == 0
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfpath,title,issuer,year,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    expected = [
        (str(path), report.header.issuer or "", str(report.header.year or ""))
        for path in SAMPLES
        for report in [parse_file(path)]
        for _ in rows_of(report, "", table)
    ]
    assert [(row["path"], row["issuer"], row["year"]) for row in rows] == expected


@pytest.mark.parametrize("table", TABLES)
def test_no_column_has_the_name_of_another(table: TableName) -> None:
    assert len(set(csv_columns(table))) == len(csv_columns(table))


def test_items() -> None:
    report = parse_file(FOLDER / "county-classic.txt")
    rows = [row for row in read(report, "items") if row["role"] == "problems"]
    assert [(row["id"], row["heading"], row["text"]) for row in rows] == [
        (f"problems.{number}", item.heading, item.text) for number, item in enumerate(report.problems, 1)
    ]


def test_the_title_of_a_citation_is_not_that_of_the_report() -> None:
    text = "石湾县2023年法治政府建设年度报告\n一、主要成效\n落实《石湾县执法办法》（石政发〔2022〕7号）。\n"
    [row] = read(parse(text), "citations")
    assert (row["title"], row["citation_title"]) == ("石湾县2023年法治政府建设年度报告", "石湾县执法办法")
    assert (row["document_number"], row["citation_document_number"]) == ("", "石政发〔2022〕7号")


def test_numbers_are_exact_and_have_one_column() -> None:
    report = parse("一、主要成效\n受理1234567890.12345678901234567890元，增速-1.50%，办结5至6件。\n")
    rows = read(report, "quantities")
    assert [(Decimal(row["value"]), row["high"]) for row in rows] == [
        (Decimal("1234567890.12345678901234567890"), ""), (Decimal("-1.50"), ""), (Decimal(5), "6"),
    ]  # fmt: skip
    assert not {"value_text", "high_text"} & set(rows[0])


def test_lists_are_words_and_labels_are_told() -> None:
    text = "索引号: SW1\n浏览次数: 12\n石湾县2023年法治政府建设年度报告\n一、存在问题和下一步打算\n甲。\n"
    report = parse(text)
    [row] = read(report, "reports")
    assert (row["other"], report.header.other) == ("浏览次数: 12", {"浏览次数": "12"})
    [node] = read(report, "nodes")
    assert node["roles"] == "problems plans"


def test_a_place_is_written_from_the_province_down() -> None:
    [row] = read(compared_report(), "reports")
    assert row["region_path"].split() == compared_report().header.region.path  # type: ignore[union-attr]


def test_texts_are_no_formulas() -> None:
    [row] = read(parse("一、主要成效\n二、存在的问题\n=HYPERLINK(1)不足。\n"), "items")
    assert row["text"] == "'=HYPERLINK(1)不足。"


class TestRefusals:
    @pytest.mark.parametrize("out", ["out.jsonl", "out"])
    def test_other_outputs_hold_all_tables(self, out: str) -> None:
        result = batch(str(SAMPLES[0]), "-o", out, "--table", "items")
        said = "Invalid value for --table: it is for a .csv; the other outputs hold all tables"
        assert result.stderr == f"lawreport: {said} (see lawreport batch --help)\n"
        assert result.exit_code == 2

    def test_a_table_that_does_not_exist(self) -> None:
        result = batch(str(SAMPLES[0]), "-o", "out.csv", "--table", "item")
        assert result.stderr.startswith(
            "lawreport: Invalid value for '--table': 'item' is not one of 'reports', 'nodes'"
        )
        assert result.exit_code == 2

    def test_in_python_too(self) -> None:
        with pytest.raises(ValueError, match=r"a table is for a \.csv; out\.jsonl holds them all"):
            write_batch([str(SAMPLES[0])], "out.jsonl", table="items")
        with pytest.raises(ValueError, match="there is no table 'item'"):
            write_batch([str(SAMPLES[0])], "out.csv", table="item")  # type: ignore[arg-type]

    def test_a_run_goes_on_with_its_table_only(self) -> None:
        paths = list(map(str, SAMPLES))
        assert write_batch(paths, "out.csv", table="items", jobs=1, stop=lambda: True).interrupted
        with pytest.raises(BatchError, match="the interrupted run had --table items, this has nodes"):
            write_batch(paths, "out.csv", resume=True, jobs=1)
        assert not write_batch(paths, "out.csv", table="items", resume=True, jobs=1).interrupted
        written = csv_header("items") + b"".join(csv_rows(path, parse_file(path), "items") for path in paths)
        assert Path("out.csv").read_bytes() == written

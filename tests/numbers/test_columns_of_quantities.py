"""Quantities as rows: `numbers --csv`, `batch` and `panel --tables quantities` give the same columns the same names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lawreport_parser.arrow.columns import COLUMNS
from lawreport_parser.cli.app import app

FOLDER = str(Path(__file__).parents[2] / "examples" / "reports")
BASE = [column.name for column in COLUMNS["quantities"]]
#: The key of the tables, and the exact figures beside the decimals, which Parquet, Excel and Stata may not hold.
OF_TABLES_ALONE = {"report_id", "value_text", "high_text"}
#: What stands before the figure; the path is what `panel` calls report_id.
OF_THE_REPORT = ["path", "title", "issuer", "year", "document_number", "written_date", "published_date", "region_code"]
NUMBERS = {"value", "high"}


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(app, arguments, prog_name="lawreport")
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def read(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    folder = tmp_path_factory.mktemp("three")
    run("batch", FOLDER, "-o", str(folder / "batch.csv"), "--table", "quantities")
    run("panel", FOLDER, "-o", str(folder / "out.csv"), "--tables", "quantities")
    return {
        "numbers": read(run("numbers", "--csv", FOLDER)),
        "batch": read((folder / "batch.csv").read_bytes()),
        "panel": read((folder / "out.quantities.csv").read_bytes()),
    }


def test_the_columns_are_the_same_in_the_same_order(three: dict[str, list[dict[str, str]]]) -> None:
    of_a_figure = [name for name in BASE if name not in OF_TABLES_ALONE]
    assert list(three["batch"][0]) == [*OF_THE_REPORT, *of_a_figure]
    assert list(three["numbers"][0]) == [*OF_THE_REPORT, *of_a_figure, "plan_year"]
    assert list(three["panel"][0]) == ["issuer", "year", "region_code", *BASE]
    assert [name for name in OF_THE_REPORT if name in three["panel"][0]] == ["issuer", "year", "region_code"]


def test_the_rows_are_the_same(three: dict[str, list[dict[str, str]]]) -> None:
    assert len(three["batch"]) > 200
    assert [{**row, "plan_year": ""} for row in three["numbers"]] == [
        {**row, "plan_year": ""} for row in three["batch"]
    ]
    shared = [*(name for name in BASE if name not in OF_TABLES_ALONE | NUMBERS), "issuer", "year", "region_code"]
    for row, of_panel in zip(three["batch"], three["panel"], strict=True):
        assert {name: of_panel[name] for name in shared} == {name: row[name] for name in shared}
        exact = (of_panel["report_id"], of_panel["value_text"], of_panel["high_text"])
        assert exact == (row["path"], row["value"], row["high"])


def test_the_year_planned_for_stands_behind(three: dict[str, list[dict[str, str]]]) -> None:
    assert {row["plan_year"] for row in three["numbers"] if row["year"] == "2023"} == {"2024"}

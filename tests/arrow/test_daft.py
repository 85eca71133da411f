"""Daft runs `parse_batches` and gives the same rows.

Each query runs in a process of its own that ends without Python's clean-up: there Daft's threads may crash.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")
from importlib.util import find_spec  # noqa: E402

if find_spec("daft") is None:
    pytest.skip("the adapter for Daft needs the extra 'daft'", allow_module_level=True)

from lawreport_parser import Report, parse  # noqa: E402
from lawreport_parser.arrow import (  # noqa: E402
    BATCH_SCHEMAS,
    COMPARISON_TABLES,
    TABLES,
    comparison_tables,
    to_tables,
)

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, sys
import pyarrow as pa, pyarrow.ipc, pyarrow.parquet
import daft
from lawreport_parser.arrow.daft import comparisons_of, table_of

def main(folder, processes, *tables):
    for table in tables:
        documents = daft.read_parquet(folder + "/documents.parquet")
        if table in ("pairs", "outcomes", "changes"):
            found = comparisons_of(documents, "text", "id", table)
        else:
            found = table_of(documents, "text", "id", table, processes=processes)
        pa.parquet.write_table(found.to_arrow(), folder + "/" + table + ".parquet")

if __name__ == "__main__":
    try:
        main(sys.argv[1], int(sys.argv[2]) or None, *sys.argv[3:])
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)
"""


def run(folder: Path, documents: dict[str, str | None], processes: int, *tables: str) -> dict[str, Any]:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pa.table({"id": list(documents), "text": pa.array(documents.values(), pa.string())})
    parquet.write_table(table, folder / "documents.parquet")
    (folder / "query.py").write_text(SCRIPT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}
    done = subprocess.run(
        [sys.executable, "query.py", str(folder), str(processes), *tables],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {table: parquet.read_table(folder / f"{table}.parquet") for table in tables}


def check(found: Any, table: Any, reports: list[tuple[str, Report]]) -> None:
    assert found.column_names == BATCH_SCHEMAS[table].names
    rows = found.to_pylist()
    (failed,) = [row for row in rows if row["error"] is not None]
    assert {name: value for name, value in failed.items() if value is not None} == {
        "report_id": "without-text",
        "error": "the text is null",
    }
    good = [{name: row[name] for name in row if name != "error"} for row in rows if row["error"] is None]
    assert good == to_tables(reports, [table])[table].to_pylist()


def test_the_rows_are_those_of_the_table(
    tmp_path: Path, texts: dict[str, str], reports: list[tuple[str, Report]]
) -> None:
    for table, found in run(tmp_path, {**texts, "without-text": None}, 0, *TABLES).items():
        check(found, table, reports)


def test_processes_of_its_own_give_the_same(
    tmp_path: Path, texts: dict[str, str], reports: list[tuple[str, Report]]
) -> None:
    check(run(tmp_path, {**texts, "without-text": None}, 2, "nodes")["nodes"], "nodes", reports)


def test_documents_without_rows_give_none(tmp_path: Path) -> None:
    found = run(tmp_path, {"a": "无", "b": "无"}, 0, "quantities")["quantities"]
    assert found.num_rows == 0
    assert found.column_names == BATCH_SCHEMAS["quantities"].names


def test_each_issuer_is_compared_year_by_year(tmp_path: Path) -> None:
    documents: dict[str, str | None] = {
        f"{place}{year}": f"{place}人民政府{year}年法治政府建设年度报告\n"
        f"一、主要成效\n受理行政复议案件{year - 2000}件。\n"
        f"二、存在的问题\n普法形式单一。\n三、{year + 1}年工作打算\n（一）组建行政复议局。\n"
        for place in ("白鹭县", "石湾县")
        for year in (2021, 2022, 2023)
    }
    reports = [(name, parse(text)) for name, text in documents.items() if text is not None]
    due = comparison_tables(reports)
    for table, found in run(tmp_path, {**documents, "none": None}, 0, *COMPARISON_TABLES).items():
        rows = found.to_pylist()
        assert [(row["earlier_id"], row["error"]) for row in rows if row["error"]] == [("none", "the text is null")]
        good = [row for row in rows if not row["error"]]
        assert good
        assert sorted(map(str, good)) == sorted(map(str, due[table].to_pylist()))

"""PySpark in local mode runs `parse_batches` and gives the same rows."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="the tables need the extra 'arrow'")
pytest.importorskip("pyspark", reason="the adapter for Spark needs the extra 'spark'")
if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
    pytest.skip("Spark needs Java 17 or later; none is on this machine", allow_module_level=True)

from lawreport_parser import Report, parse
from lawreport_parser.arrow import BATCH_SCHEMAS, COMPARISON_TABLES, TABLES, comparison_tables, to_tables
from lawreport_parser.arrow.spark import comparisons_of, spark_schema, table_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        java = shutil.which("java")
        if not os.environ.get("JAVA_HOME") and java:
            patch.setenv("JAVA_HOME", str(Path(java).resolve().parents[1]))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]))
        session = (
            SparkSession.builder.master("local[1]")
            .appName("lawreport_parser")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.memory", "1g")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def df(spark: Any, texts: dict[str, str]) -> Any:
    documents = [*texts.items(), ("without-text", None)]
    return spark.createDataFrame(documents, "id string, text string").repartition(2)


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_of_the_table(df: Any, table: Any, reports: list[tuple[str, Report]]) -> None:
    found = table_of(df, "text", "id", table)
    assert found.columns == BATCH_SCHEMAS[table].names
    rows = [row.asDict() for row in found.collect()]
    (failed,) = [row for row in rows if row["error"] is not None]
    assert {name: value for name, value in failed.items() if value is not None} == {
        "report_id": "without-text",
        "error": "the text is null",
    }
    good = [{name: row[name] for name in row if name != "error"} for row in rows if row["error"] is None]
    due = to_tables(reports, [table])[table].to_pylist()
    for row in due:
        if "other" in row:
            row["other"] = dict(row["other"])
    order = ("report_id", "start", "id") if table != "reports" else ("report_id",)

    def place(row: dict[str, Any]) -> list[str]:
        return [str(row.get(name)) for name in order]

    assert sorted(good, key=place) == sorted(due, key=place)


def test_the_columns_carry_their_descriptions() -> None:
    fields = {field.name: field for field in spark_schema("quantities").fields}
    assert fields["value"].dataType.simpleString() == "decimal(38,10)"
    assert fields["error"].metadata["comment"].startswith("why the document could not be read")


def test_limits_reach_the_workers(df: Any) -> None:
    errors = {row["error"] for row in table_of(df, "text", "id", max_characters=5).collect()}
    assert all("max_characters=5" in error or error == "the text is null" for error in errors)


def test_sql_counts_on_the_nodes(spark: Any, df: Any) -> None:
    table_of(df, "text", "id").createOrReplaceTempView("nodes")
    (row,) = spark.sql("SELECT count(DISTINCT report_id) AS reports FROM nodes WHERE error IS NULL").collect()
    assert row["reports"] == 12


def test_an_unknown_table_is_refused_on_the_driver(df: Any) -> None:
    with pytest.raises(ValueError, match="there is no table"):
        table_of(df, "text", "id", "sections")  # type: ignore[arg-type]


def _of_three_years(place: str, plan: str) -> dict[str, str]:
    return {
        f"{place}{year}": f"{place}人民政府{year}年法治政府建设年度报告\n"
        f"一、主要成效\n受理行政复议案件{year - 2000}件。\n"
        f"二、存在的问题\n普法形式单一。\n三、{year + 1}年工作打算\n（一）{plan}。\n"
        for year in (2021, 2022, 2023)
    }


@pytest.mark.parametrize("table", COMPARISON_TABLES)
def test_each_issuer_is_compared_year_by_year(spark: Any, table: Any) -> None:
    documents = {**_of_three_years("白鹭县", "组建行政复议局"), **_of_three_years("石湾县", "扩建政务服务中心")}
    df = spark.createDataFrame([*documents.items(), ("none", None)], "id string, text string").repartition(3)
    rows = [row.asDict() for row in comparisons_of(df, "text", "id", table).collect()]
    assert [(row["earlier_id"], row["error"]) for row in rows if row["error"]] == [("none", "the text is null")]
    due = comparison_tables([(name, parse(text)) for name, text in documents.items()], [table])[table].to_pylist()
    assert due
    assert sorted(map(str, (row for row in rows if not row["error"]))) == sorted(map(str, due))


def test_a_column_of_ones_own_says_whose_a_report_is(spark: Any) -> None:
    documents = [("x", *each) for each in _of_three_years("白鹭县", "组建行政复议局").items()]
    df = spark.createDataFrame(documents, "code string, id string, text string")
    assert comparisons_of(df, "text", "id", "pairs", group_column="code").count() == 2

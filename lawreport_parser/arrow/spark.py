"""Spark: `table_of` parses a column of a DataFrame, `comparisons_of` compares the reports in it, issuer by issuer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
from lawreport_parser.arrow.columns import COLUMNS, ERROR, Column, ColumnType, TableName, check_table
from lawreport_parser.arrow.comparison_columns import COMPARISON_COLUMNS, ComparisonTable, check_comparison_table
from lawreport_parser.arrow.comparisons import ISSUER_KEY, compare_batches, issuer_batches
from lawreport_parser.arrow.schemas import COMPARISON_SCHEMAS, Table, pa
from lawreport_parser.extras import require

__all__ = ["comparisons_of", "spark_schema", "table_of"]


def table_of(
    df: Any,
    text_column: str,
    id_column: str,
    table: TableName = "nodes",
    *,
    max_characters: int = MAX_CHARACTERS,
) -> Any:
    """Return the DataFrame of one table, parsed from the texts of `df`: see `parse_batches` for what it holds."""
    read = partial(
        parse_batches, text_column=text_column, id_column=id_column, table=table, max_characters=max_characters
    )
    return df.select(id_column, text_column).mapInArrow(read, spark_schema(table))


def comparisons_of(
    df: Any,
    text_column: str,
    id_column: str,
    table: ComparisonTable = "outcomes",
    *,
    group_column: str | None = None,
    max_characters: int = MAX_CHARACTERS,
) -> Any:
    """Return the DataFrame of one table of comparisons: the reports of each issuer, each with that of the year after.

    `group_column` says whose a text is; without it the texts are read once more, to find the issuer. See
    `compare_batches` for what the table holds. A task has the texts and reports of one issuer in memory.
    """
    types = require("pyspark.sql.types", "pyspark", "spark")
    schema = _struct(COMPARISON_COLUMNS[check_comparison_table(table)])
    if group_column is None:
        fields = df.select(id_column, text_column).schema.fields
        keyed = types.StructType([types.StructField(ISSUER_KEY, types.StringType()), *fields])
        find = partial(issuer_batches, text_column=text_column, id_column=id_column, max_characters=max_characters)
        df, group_column = df.select(id_column, text_column).mapInArrow(find, keyed), ISSUER_KEY
    compared = _compared(text_column, id_column, group_column, table, max_characters)
    columns = dict.fromkeys((group_column, id_column, text_column))
    return df.select(*columns).groupBy(group_column).applyInArrow(compared, schema)


def _compared(
    text_column: str, id_column: str, group_column: str, table: ComparisonTable, max_characters: int
) -> Callable[[Table], Table]:
    def compared(group: Table) -> Table:
        made = compare_batches(group, text_column, id_column, group_column, table, max_characters=max_characters)
        return pa.Table.from_batches(made, COMPARISON_SCHEMAS[table])

    return compared


def spark_schema(table: TableName) -> Any:
    """Return the `StructType` of what `parse_batches` gives; descriptions are the columns' comments."""
    return _struct((*COLUMNS[check_table(table)], ERROR))


def _struct(columns: tuple[Column, ...]) -> Any:
    types = require("pyspark.sql.types", "pyspark", "spark")
    string = types.StringType()
    type_of: dict[ColumnType, Any] = {
        "string": string,
        "int32": types.IntegerType(),
        "int64": types.LongType(),
        "double": types.DoubleType(),
        "bool": types.BooleanType(),
        "date": types.DateType(),
        "decimal": types.DecimalType(38, 10),
        "texts": types.ArrayType(string),
        "labels": types.MapType(string, string),
    }
    return types.StructType(
        [types.StructField(each.name, type_of[each.type], True, {"comment": each.description}) for each in columns]
    )

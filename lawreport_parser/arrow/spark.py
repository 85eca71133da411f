"""Spark: `table_of` parses a column of a DataFrame."""

from __future__ import annotations

from functools import partial
from typing import Any

from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
from lawreport_parser.arrow.columns import COLUMNS, ERROR, ColumnType, TableName, check_table
from lawreport_parser.extras import require

__all__ = ["spark_schema", "table_of"]


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


def spark_schema(table: TableName) -> Any:
    """Return the `StructType` of what `parse_batches` gives; descriptions are the columns' comments."""
    types = require("pyspark.sql.types", "pyspark", "spark")
    string = types.StringType()
    type_of: dict[ColumnType, Any] = {
        "string": string,
        "int32": types.IntegerType(),
        "int64": types.LongType(),
        "bool": types.BooleanType(),
        "date": types.DateType(),
        "decimal": types.DecimalType(38, 10),
        "texts": types.ArrayType(string),
        "labels": types.MapType(string, string),
    }
    columns = (*COLUMNS[check_table(table)], ERROR)
    return types.StructType(
        [types.StructField(each.name, type_of[each.type], True, {"comment": each.description}) for each in columns]
    )

"""Spark: `nodes_of` parses a column of a DataFrame."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any, Final

from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
from lawreport_parser.arrow.columns import COLUMNS, ERROR, ColumnType, TableName, check_table
from lawreport_parser.errors import MissingExtraError

__all__ = ["nodes_of", "spark_schema"]

_TYPES: Final[dict[ColumnType, str]] = {
    "string": "string",
    "int32": "int",
    "int64": "bigint",
    "bool": "boolean",
    "date": "date",
    "decimal": "decimal(38,10)",
    "texts": "array<string>",
    "labels": "map<string,string>",
}


def nodes_of(
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
    try:
        types: Any = import_module("pyspark.sql.types")
    except ImportError as error:
        raise MissingExtraError("pyspark", "spark") from error
    schema = types.StructType()
    for column in (*COLUMNS[check_table(table)], ERROR):
        schema.add(column.name, _TYPES[column.type], True, {"comment": column.description})
    return schema

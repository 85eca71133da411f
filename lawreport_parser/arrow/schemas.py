"""The Arrow schemas of the tables. Every field carries its description in its metadata."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from lawreport_parser.arrow.columns import COLUMNS, ERROR, TABLES, Column, ColumnType, TableName
from lawreport_parser.arrow.comparison_columns import COMPARISON_COLUMNS, ComparisonTable
from lawreport_parser.extras import require

__all__ = ["BATCH_SCHEMAS", "COMPARISON_SCHEMAS", "SCHEMAS", "TYPES", "RecordBatch", "Schema", "Table", "pa"]

# pyarrow carries no types of its own: these names say what is meant.
RecordBatch: TypeAlias = Any
Schema: TypeAlias = Any
Table: TypeAlias = Any

pa: Any = require("pyarrow", "pyarrow", "arrow")

#: What each type of a column is in Arrow.
TYPES: Final[dict[ColumnType, Any]] = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "decimal": pa.decimal128(38, 10),
    "texts": pa.list_(pa.string()),
    "labels": pa.map_(pa.string(), pa.string()),
}


def _field(column: Column, *, nullable: bool) -> Any:
    return pa.field(column.name, TYPES[column.type], nullable, metadata={"description": column.description})


def _schema(table: TableName) -> Schema:
    fields = [_field(column, nullable=column.nullable) for column in COLUMNS[table]]
    return pa.schema(fields, metadata={"table": table})


def _batch_schema(table: TableName) -> Schema:
    fields = [_field(column, nullable=True) for column in (*COLUMNS[table], ERROR)]
    return pa.schema(fields, metadata={"table": table})


#: The schema of each table, by its name.
SCHEMAS: Final[dict[TableName, Schema]] = {table: _schema(table) for table in TABLES}

#: The schemas of the tables of comparisons; every column is nullable.
COMPARISON_SCHEMAS: Final[dict[ComparisonTable, Schema]] = {
    table: pa.schema([_field(column, nullable=True) for column in columns], metadata={"table": table})
    for table, columns in COMPARISON_COLUMNS.items()
}

#: The same tables as `parse_batches` gives them: with `error` as the last column, and every column nullable.
BATCH_SCHEMAS: Final[dict[TableName, Schema]] = {table: _batch_schema(table) for table in TABLES}

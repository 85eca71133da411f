"""Reports as flat Arrow tables, and the functions that cluster engines run (extra `arrow`).

    >>> from lawreport_parser import parse
    >>> from lawreport_parser.arrow import to_tables
    >>> tables = to_tables([("a", parse("一、存在问题\\n一是宣传不够；二是人员不足。"))])
    >>> tables["items"].column("text").to_pylist()
    ['一是宣传不够；', '二是人员不足。']

Names are imported on first use. The adapters stand apart: `lawreport_parser.arrow.spark` and
`lawreport_parser.arrow.daft`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawreport_parser._first_use import on_first_use

if TYPE_CHECKING:
    from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
    from lawreport_parser.arrow.columns import COLUMNS, TABLES, Column, TableName
    from lawreport_parser.arrow.comparison_columns import COMPARISON_COLUMNS, COMPARISON_TABLES, ComparisonTable
    from lawreport_parser.arrow.comparisons import (
        compare_batches,
        comparison_batches,
        comparison_tables,
        issuer_batches,
    )
    from lawreport_parser.arrow.rows import content_id, rows_of
    from lawreport_parser.arrow.schemas import BATCH_SCHEMAS, COMPARISON_SCHEMAS, SCHEMAS
    from lawreport_parser.arrow.tables import interleaved_batches, table_batches, to_tables

#: Where each public name lives; those of `columns`, `comparison_columns` and `rows` need no pyarrow.
_HOME = {
    "clusters": ("MAX_CHARACTERS", "parse_batches"),
    "columns": ("COLUMNS", "TABLES", "Column", "TableName"),
    "comparison_columns": ("COMPARISON_COLUMNS", "COMPARISON_TABLES", "ComparisonTable"),
    "comparisons": ("compare_batches", "comparison_batches", "comparison_tables", "issuer_batches"),
    "rows": ("content_id", "rows_of"),
    "schemas": ("BATCH_SCHEMAS", "COMPARISON_SCHEMAS", "SCHEMAS"),
    "tables": ("interleaved_batches", "table_batches", "to_tables"),
}
__getattr__, __dir__ = on_first_use(globals(), _HOME)

__all__ = [
    "BATCH_SCHEMAS",
    "COLUMNS",
    "COMPARISON_COLUMNS",
    "COMPARISON_SCHEMAS",
    "COMPARISON_TABLES",
    "MAX_CHARACTERS",
    "SCHEMAS",
    "TABLES",
    "Column",
    "ComparisonTable",
    "TableName",
    "compare_batches",
    "comparison_batches",
    "comparison_tables",
    "content_id",
    "interleaved_batches",
    "issuer_batches",
    "parse_batches",
    "rows_of",
    "table_batches",
    "to_tables",
]

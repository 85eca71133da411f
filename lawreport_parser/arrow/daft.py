"""Daft, on one machine without a JVM or on a Ray cluster: `table_of` parses a column of a DataFrame.

`comparisons_of` compares the reports in it, issuer by issuer.
"""

from __future__ import annotations

from typing import Any, Final

from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
from lawreport_parser.arrow.columns import TableName, check_table
from lawreport_parser.arrow.comparison_columns import ComparisonTable, check_comparison_table
from lawreport_parser.arrow.comparisons import ISSUER_KEY, compare_batches, issuer_batches
from lawreport_parser.arrow.schemas import BATCH_SCHEMAS, COMPARISON_SCHEMAS, pa
from lawreport_parser.extras import require

__all__ = ["comparisons_of", "table_of"]

#: Documents that one call parses.
_DOCUMENTS: Final = 256


def table_of(
    df: Any,
    text_column: str,
    id_column: str,
    table: TableName = "nodes",
    *,
    processes: int | None = None,
    max_characters: int = MAX_CHARACTERS,
) -> Any:
    """Return the DataFrame of one table, parsed from the texts of `df`: see `parse_batches` for what it holds.

    Parsing keeps one core busy in one process. `processes` sets how many Daft starts for it, on the whole cluster;
    without it, Daft's own process parses. A script that gives `processes` must not do its work at import.
    """
    daft = require("daft", "daft", "daft")
    schema = BATCH_SCHEMAS[check_table(table)]
    row = pa.struct(list(schema))

    class Parser:
        def parsed(self, texts: Any, ids: Any) -> Any:
            batch = pa.RecordBatch.from_arrays([texts.to_arrow(), ids.to_arrow()], ["text", "id"])
            batches = parse_batches([batch], "text", "id", table, max_characters=max_characters)
            structs = pa.concat_arrays([pa.array([], row), *(each.to_struct_array() for each in batches)])
            # Daft wants a list for each document: all rows go into the first, the others are empty.
            return pa.ListArray.from_arrays(pa.array([0] + [len(structs)] * len(batch), pa.int32()), structs)

    as_rows = daft.method.batch(return_dtype=daft.DataType.from_arrow_type(pa.list_(row)), batch_size=_DOCUMENTS)
    Parser.parsed = as_rows(Parser.parsed)  # type: ignore[method-assign]
    parser = daft.cls(Parser, max_concurrency=processes, use_process=True if processes else None)()
    listed = df.select(parser.parsed(df[text_column], df[id_column]).alias("row"))
    # An empty list explodes into a null.
    exploded = listed.explode("row").where(daft.col("row").not_null())
    return exploded.select(daft.col("row").unnest())


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
    `compare_batches` for what the table holds.
    """
    daft = require("daft", "daft", "daft")
    schema = COMPARISON_SCHEMAS[check_comparison_table(table)]
    row = pa.struct(list(schema))

    def found(texts: Any, ids: Any) -> Any:
        batch = pa.RecordBatch.from_arrays([texts.to_arrow(), ids.to_arrow()], ["text", "id"])
        (keyed,) = issuer_batches(batch, "text", "id", max_characters=max_characters)
        return keyed.column(ISSUER_KEY)

    def compared(texts: Any, ids: Any, keys: Any) -> Any:
        columns = [each.to_arrow() for each in (texts, ids, keys)]
        batch = pa.RecordBatch.from_arrays(columns, ["text", "id", "key"])
        made = compare_batches(batch, "text", "id", "key", table, max_characters=max_characters)
        return pa.concat_arrays([pa.array([], row), *(each.to_struct_array() for each in made)])

    key = (
        df[group_column]
        if group_column
        else daft.func.batch(return_dtype=daft.DataType.string())(found)(df[text_column], df[id_column])
    )
    keyed = df.select(key.alias("key"), df[id_column].alias("id"), df[text_column].alias("text"))
    compare = daft.func.batch(return_dtype=daft.DataType.from_arrow_type(row))(compared)
    rows = keyed.groupby("key").map_groups(compare(keyed["text"], keyed["id"], keyed["key"]).alias("row"))
    return rows.select(daft.col("row").unnest())

"""Daft: `nodes_of` parses a column of a DataFrame, on one machine without a JVM or on a Ray cluster."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from lawreport_parser.arrow.clusters import MAX_CHARACTERS, parse_batches
from lawreport_parser.arrow.columns import TableName, check_table
from lawreport_parser.arrow.schemas import BATCH_SCHEMAS, pa
from lawreport_parser.errors import MissingExtraError

__all__ = ["nodes_of"]

#: Documents that one call parses.
_DOCUMENTS: Final = 256


def nodes_of(
    df: Any,
    text_column: str,
    id_column: str,
    table: TableName = "nodes",
    *,
    max_characters: int = MAX_CHARACTERS,
) -> Any:
    """Return the DataFrame of one table, parsed from the texts of `df`: see `parse_batches` for what it holds."""
    try:
        daft: Any = import_module("daft")
    except ImportError as error:
        raise MissingExtraError("daft", "daft") from error
    schema = BATCH_SCHEMAS[check_table(table)]
    rows = pa.list_(pa.struct(list(schema)))

    def parsed(texts: Any, ids: Any) -> Any:
        batch = pa.RecordBatch.from_arrays([texts.to_arrow(), ids.to_arrow()], ["text", "id"])
        found = pa.Table.from_batches(
            parse_batches([batch], "text", "id", table, max_characters=max_characters), schema
        )
        # The function must give a list for each document: all rows go into the first, the others are empty.
        structs = found.to_struct_array().combine_chunks()
        return pa.ListArray.from_arrays(pa.array([0] + [len(structs)] * len(batch), pa.int32()), structs)

    read = daft.func.batch(return_dtype=daft.DataType.from_arrow_type(rows), batch_size=_DOCUMENTS)(parsed)
    listed = df.select(read(df[text_column], df[id_column]).alias("row"))
    exploded = listed.select(daft.col("row").explode(ignore_empty_and_null=True))
    return exploded.select(daft.col("row").unnest())

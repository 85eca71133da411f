"""`parse_batches`: record batches of texts in, record batches of a table out. What every cluster engine runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from lawreport_parser.arrow.columns import COLUMNS, TableName, check_table
from lawreport_parser.arrow.rows import Row, rows_of
from lawreport_parser.arrow.schemas import BATCH_SCHEMAS, RecordBatch, Table, pa
from lawreport_parser.arrow.tables import BATCH_ROWS, OpenBatch
from lawreport_parser.parsing import parse
from lawreport_parser.readers.content import Limits

__all__ = [
    "MAX_CHARACTERS",
    "SAMPLE",
    "RefusedError",
    "as_batches",
    "document_id",
    "document_text",
    "parse_batches",
    "reason_of",
]

#: A longer text gives an error row, unless a caller says otherwise.
MAX_CHARACTERS: Final = Limits().max_characters

#: What is parsed before the first document: a broken installation raises, and does not make a row of each document.
SAMPLE: Final = "一、存在问题\n一是2021年只办结《办法》所列案件3件。"


class RefusedError(Exception):
    """A document that is not parsed; the message goes into its error row."""


def parse_batches(
    batches: Iterable[RecordBatch] | RecordBatch | Table,
    text_column: str,
    id_column: str,
    table: TableName = "nodes",
    *,
    max_characters: int = MAX_CHARACTERS,
    size: int = BATCH_ROWS,
) -> Iterator[RecordBatch]:
    """Parse the texts in `batches` and yield one table of the reports, in batches of at most `size` rows.

    `batches` may also be one batch, or a table. Each row is a document: its text in `text_column`, its id in
    `id_column` (ids that are no strings are written as such). The schema is `BATCH_SCHEMAS[table]`: the table with
    `error` as its last column.

    No document makes this raise. One that cannot be read gives one row in which all columns but `report_id` and
    `error` are null: its text is null or no string, is not UTF-8, has more than `max_characters` characters, or
    parsing it failed. A report without rows in the table gives none; in `reports` every document has one row.

    `ValueError` for a table that does not exist, `KeyError` for a column that the batches lack. Before the first
    document a sample is parsed, so that a broken installation raises instead of giving nothing but error rows.
    """
    name = check_table(table)
    rows = _parsed(as_batches(batches), text_column, id_column, name, max_characters)
    return OpenBatch(BATCH_SCHEMAS[name], size).filled(rows)


def as_batches(batches: Iterable[RecordBatch] | RecordBatch | Table) -> Iterable[RecordBatch]:
    """Return record batches, which may be given as one batch or as a table, too."""
    if isinstance(batches, pa.Table):
        return batches.to_batches()  # type: ignore[no-any-return]
    return [batches] if isinstance(batches, pa.RecordBatch) else batches


def _parsed(
    batches: Iterable[RecordBatch], text_column: str, id_column: str, table: TableName, max_characters: int
) -> Iterator[Row]:
    for _ in rows_of(parse(SAMPLE), "", table):
        pass
    for batch in batches:
        for text, document in zip(batch.column(text_column), batch.column(id_column), strict=True):
            yield from _document(text, document, table, max_characters)


def _document(text: Any, document: Any, table: TableName, max_characters: int) -> list[Row]:
    """Return the rows of one document, or its error row."""
    report_id = None
    try:
        report_id = document_id(document)
        report = parse(document_text(text, max_characters))
        return [(*row, None) for row in rows_of(report, report_id, table)]
    except Exception as failure:
        return [_error_row(table, report_id, reason_of(failure))]


def reason_of(failure: Exception) -> str:
    """Return why a document was not read, as its error row says it."""
    return str(failure) if isinstance(failure, RefusedError) else f"parsing failed: {type(failure).__name__}: {failure}"


def document_text(scalar: Any, max_characters: int) -> str:
    """Return the text of a document; `RefusedError` where it is none, or too long."""
    try:
        text = scalar.as_py()
    except UnicodeDecodeError as error:
        raise RefusedError(f"the text is not UTF-8: {error.reason} at byte {error.start}") from None
    if text is None:
        raise RefusedError("the text is null")
    if not isinstance(text, str):
        raise RefusedError(f"the text is of type {scalar.type}, not string")
    if len(text) > max_characters:
        raise RefusedError(f"the text has {len(text)} characters, more than max_characters={max_characters}")
    return text


def document_id(scalar: Any) -> str:
    """Return the id of a document, as a string; `RefusedError` where it has none."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError as error:
        raise RefusedError(f"the id is not UTF-8: {error.reason} at byte {error.start}") from None
    if value is None:
        raise RefusedError("the id is null")
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)


@cache
def _nulls(table: TableName) -> Row:
    return (None,) * (len(COLUMNS[table]) - 1)


def _error_row(table: TableName, report_id: str | None, error: str) -> Row:
    return (report_id, *_nulls(table), error)

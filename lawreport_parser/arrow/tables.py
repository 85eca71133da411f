"""Reports as Arrow tables: all at once, or batch by batch in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from lawreport_parser.arrow.columns import TABLES, TableName, check_table
from lawreport_parser.arrow.rows import Identified, Row, distinct, identified, rows_of
from lawreport_parser.arrow.schemas import SCHEMAS, RecordBatch, Schema, Table, pa
from lawreport_parser.report import Report
from lawreport_parser.spans import without_surrogates

__all__ = ["BATCH_ROWS", "OpenBatch", "gathered", "interleaved", "interleaved_batches", "table_batches", "to_tables"]

Name = TypeVar("Name", bound=str)

#: Rows after which a batch is closed, unless a caller says otherwise.
BATCH_ROWS: Final = 10_000
#: Characters after which it is closed all the same: Arrow counts the bytes of a string column in 31 bits.
_BATCH_CHARACTERS: Final = 16 * 1024 * 1024


class OpenBatch:
    """Rows of one table on their way into record batches."""

    def __init__(self, schema: Schema, size: int = BATCH_ROWS) -> None:
        if size < 1:
            raise ValueError(f"a batch has at least one row, not {size}")
        self._schema = schema
        self._size = size
        self._rows: list[Row] = []
        self._characters = 0

    def add(self, row: Row) -> RecordBatch | None:
        """Take a row; return a batch where this row fills one."""
        self._rows.append(row)
        self._characters += sum(len(value) for value in row if type(value) is str)
        return self.close() if len(self._rows) >= self._size or self._characters >= _BATCH_CHARACTERS else None

    def filled(self, rows: Iterable[Row]) -> Iterator[RecordBatch]:
        """Take all rows; yield each batch as it is full, and what is left over."""
        for row in rows:
            if (batch := self.add(row)) is not None:
                yield batch
        if (batch := self.close()) is not None:
            yield batch

    def close(self) -> RecordBatch | None:
        """Return the rows taken since the last batch, or None where there are none."""
        if not self._rows:
            return None
        columns = [
            _array(values, field.type)
            for values, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._rows, self._characters = [], 0
        return pa.RecordBatch.from_arrays(columns, schema=self._schema)


def _array(values: Sequence[Any], kind: Any) -> Any:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: Any) -> Any:
    """Return a value that Arrow can hold: its strings are UTF-8."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list | tuple):
        return type(value)(_encodable(each) for each in value)
    return value


def to_tables(reports: Iterable[Identified], tables: Sequence[TableName] = TABLES) -> dict[str, Table]:
    """Return the reports as Arrow tables by name: reports, nodes, items, passages, quantities, dates, …: see `TABLES`.

    `reports` may be any iterable of `Report` or of (id, `Report`); it is gone through once, and no report is kept. A
    report without an id gets its `content_id`. `tables` names the tables wanted. Their schemas are `SCHEMAS`; no
    reports give empty tables. Lone surrogates become U+FFFD.

    `ValueError` where two reports have one id, or for a table that does not exist; `TypeError` for what is no
    report, and for one report or one name where several are wanted. For more than fits into memory see
    `table_batches` and `interleaved_batches`.
    """
    _check_are_several(reports, tables)
    schemas = {check_table(table): SCHEMAS[table] for table in tables}
    return gathered(interleaved_batches(distinct(identified(reports)), tables), schemas)


def gathered(batches: Iterable[tuple[Name, RecordBatch]], schemas: dict[Name, Schema]) -> dict[str, Table]:
    """Return the batches of several tables as one table for each of the schemas."""
    made: dict[Name, list[RecordBatch]] = {table: [] for table in schemas}
    for table, batch in batches:
        made[table].append(batch)
    return {table: pa.Table.from_batches(made[table], schema) for table, schema in schemas.items()}


def _check_are_several(reports: object, tables: object) -> None:
    if isinstance(reports, Report):
        raise TypeError("reports are given in a list, not one by itself: [report]")
    if isinstance(tables, str):
        raise TypeError(f"tables are named in a list, not as one str: [{tables!r}]")


def table_batches(reports: Iterable[Identified], table: TableName, size: int = BATCH_ROWS) -> Iterator[RecordBatch]:
    """Return an iterator over one table of `reports`, in record batches of at most `size` rows, in constant memory.

    Reports are taken one by one as the batches are asked for. Ids are not checked: give each once.
    """
    return (batch for _, batch in interleaved_batches(reports, (table,), size))


def interleaved_batches(
    reports: Iterable[Identified], tables: Sequence[TableName] = TABLES, size: int = BATCH_ROWS
) -> Iterator[tuple[TableName, RecordBatch]]:
    """Return an iterator of (table, batch) over several tables of `reports`, in one pass and constant memory.

    A batch is given when it is full, so those of different tables alternate; the batches of one table, in their
    order, are that table. What is left over comes at the end.
    """
    _check_are_several(reports, tables)
    open_batches = {check_table(table): OpenBatch(SCHEMAS[table], size) for table in tables}
    rows = (
        (table, row)
        for report_id, report in identified(reports)
        for table in open_batches
        for row in rows_of(report, report_id, table)
    )
    return interleaved(rows, open_batches)


def interleaved(
    rows: Iterable[tuple[Name, Row]], open_batches: dict[Name, OpenBatch]
) -> Iterator[tuple[Name, RecordBatch]]:
    """Yield the batches of rows, each given with its table: those that are full, and what is left over."""
    for table, row in rows:
        if (batch := open_batches[table].add(row)) is not None:
            yield table, batch
    for table, open_batch in open_batches.items():
        if (batch := open_batch.close()) is not None:
            yield table, batch

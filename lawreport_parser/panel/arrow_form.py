"""Rows of any table as Arrow record batches (extra `arrow`)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from lawreport_parser.arrow.rows import Row
from lawreport_parser.arrow.schemas import TYPES, RecordBatch, Schema, Table, pa
from lawreport_parser.arrow.tables import BATCH_ROWS, OpenBatch
from lawreport_parser.panel.columns import PanelColumn, PanelColumnType
from lawreport_parser.panel.rows import as_double, plain_value

__all__ = ["OpenRows", "table_of_batches"]


class OpenRows:
    """Rows of a table on their way into record batches.

    With `doubles` decimals become doubles, with `flat` lists and maps become text: for programs that do not know them.
    """

    def __init__(
        self,
        table: str,
        columns: Sequence[PanelColumn],
        *,
        doubles: bool = False,
        flat: bool = False,
        size: int = BATCH_ROWS,
    ) -> None:
        as_doubles = {"number", "decimal"} if doubles else {"number"}
        as_text = {"texts", "labels"} if flat else set()
        self.schema: Schema = pa.schema(
            [pa.field(each.name, _type(each.type, as_doubles, as_text), metadata=_metadata(each)) for each in columns],
            metadata={"table": table},
        )
        self._doubles = [place for place, each in enumerate(columns) if each.type in as_doubles]
        self._texts = [place for place, each in enumerate(columns) if each.type in as_text]
        self._batch = OpenBatch(self.schema, size)

    def add(self, row: Row) -> list[RecordBatch]:
        """Take a row; return the batch that this row fills, where it fills one."""
        values = list(row)
        for place in self._doubles:
            values[place] = as_double(values[place])
        for place in self._texts:
            values[place] = plain_value(values[place])
        batch = self._batch.add(tuple(values))
        return [] if batch is None else [batch]

    def close(self) -> list[RecordBatch]:
        """Return what was taken since the last batch, where there is any, as a batch."""
        batch = self._batch.close()
        return [] if batch is None else [batch]


def table_of_batches(batches: Sequence[RecordBatch], schema: Schema) -> Table:
    """Return batches as one table."""
    return pa.Table.from_batches(batches, schema)


def _type(kind: PanelColumnType, as_doubles: Set[str], as_text: Set[str]) -> Any:
    if kind == "number" or kind in as_doubles:
        return pa.float64()
    return pa.string() if kind in as_text else TYPES[kind]


def _metadata(column: PanelColumn) -> dict[str, str]:
    said = {"description": column.description}
    if column.name_zh:
        said |= {"name_zh": column.name_zh, "name_en": column.name_en, "description_zh": column.description_zh}
    if column.unit:
        said["unit"] = column.unit
    return said

"""Rows of any table as Arrow record batches (extra `arrow`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lawreport_parser.arrow.rows import Row
from lawreport_parser.arrow.schemas import TYPES, RecordBatch, Schema, Table, pa
from lawreport_parser.arrow.tables import BATCH_ROWS, OpenBatch
from lawreport_parser.panel.columns import PanelColumn, PanelColumnType
from lawreport_parser.panel.rows import plain_value

__all__ = ["OpenRows", "table_of_batches"]

#: Types whose values one cell holds as text, or as a double.
_PLAIN: Final[dict[PanelColumnType, Any]] = {"texts": pa.string(), "labels": pa.string(), "decimal": pa.float64()}


class OpenRows:
    """Rows of a table on their way into record batches; `plain` for programs that know no lists and decimals."""

    def __init__(
        self, table: str, columns: Sequence[PanelColumn], *, plain: bool = False, size: int = BATCH_ROWS
    ) -> None:
        types = {**TYPES, "number": pa.float64(), **(_PLAIN if plain else {})}
        self.schema: Schema = pa.schema(
            [pa.field(each.name, types[each.type], metadata=_metadata(each)) for each in columns],
            metadata={"table": table},
        )
        doubles = {"number", "decimal"} if plain else {"number"}
        self._doubles = [place for place, each in enumerate(columns) if each.type in doubles]
        self._texts = [place for place, each in enumerate(columns) if plain and each.type in ("texts", "labels")]
        self._batch = OpenBatch(self.schema, size)

    def add(self, row: Row) -> RecordBatch | None:
        """Take a row; return a batch where this row fills one."""
        values = list(row)
        for place in self._doubles:
            if values[place] is not None:
                values[place] = float(values[place])
        for place in self._texts:
            values[place] = plain_value(values[place])
        return self._batch.add(tuple(values))

    def close(self) -> RecordBatch | None:
        """Return the rows taken since the last batch, or None where there are none."""
        return self._batch.close()


def table_of_batches(batches: Sequence[RecordBatch], schema: Schema) -> Table:
    """Return batches as one table."""
    return pa.Table.from_batches(batches, schema)


def _metadata(column: PanelColumn) -> dict[str, str]:
    said = {"description": column.description}
    if column.name_zh:
        said |= {"name_zh": column.name_zh, "name_en": column.name_en}
    if column.unit:
        said["unit"] = column.unit
    return said

"""The tables of columns in `docs/use/tables.md`, made from the columns of `lawreport_parser.arrow`.

`python tests/arrow/column_tables.py` writes them into the page; `test_pages_of_tables.py` compares.
"""

from __future__ import annotations

import re
from pathlib import Path

from lawreport_parser.arrow import COLUMNS, COMPARISON_COLUMNS
from lawreport_parser.arrow.columns import Column

PAGE = Path(__file__).parents[2] / "docs" / "use" / "tables.md"
TYPES = {"date": "date32", "decimal": "decimal128(38, 10)", "texts": "list of string", "labels": "map string → string"}
ALL: dict[str, tuple[Column, ...]] = dict([*COLUMNS.items(), *COMPARISON_COLUMNS.items()])
_PLACE = re.compile(r"(<!-- columns:(\w+):begin -->\n)(.*?)(<!-- columns:\2:end -->)", re.DOTALL)


def column_table(table: str) -> str:
    """Return the columns of one table as a table of the page."""
    rows = [
        f"| `{column.name}` | {TYPES.get(column.type, column.type)} | {'yes' if column.nullable else ''} "
        f"| {column.description} |\n"
        for column in ALL[table]
    ]
    return "| column | type | may be null | holds |\n|---|---|---|---|\n" + "".join(rows)


def with_tables(page: str) -> str:
    """Return the text of the page with every table between its marks."""
    return _PLACE.sub(lambda place: place[1] + column_table(place[2]) + place[4], page)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

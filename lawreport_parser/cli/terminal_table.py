"""Rows of text as a table in the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from lawreport_parser.cli.streams import write_text

__all__ = ["table_width", "write_table"]

#: What a table may use of a file or pipe, and of a terminal whose width is not known.
_COMFORTABLE_WIDTH: Final = 120
#: Columns whose words are searched for whole: others give way first.
_WHOLE: Final = {"code"}


def table_width() -> int:
    """Return how wide a table may be: as the terminal, or as `COLUMNS` says."""
    return shutil.get_terminal_size((_COMFORTABLE_WIDTH, 24)).columns


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]], name: str | None = None) -> None:
    """Write a table, with `name` above it where there is one. The column `value` stands to the right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from lawreport_parser.cli.terminal_text import one_line

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=table_width())
    table = Table(title=Text(one_line(name)) if name else None, box=None, pad_edge=False, header_style="bold")
    for column in columns:
        justify: Literal["left", "right"] = "right" if column == "value" else "left"
        whole = column in _WHOLE
        table.add_column(column, justify=justify, overflow="ellipsis" if whole else "fold", no_wrap=whole)
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    with console.capture() as captured:
        console.print(table)
    write_text(captured.get())

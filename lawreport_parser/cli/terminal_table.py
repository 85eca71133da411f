"""Rows of text as a table in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from lawreport_parser.cli.streams import write_text

__all__ = ["write_table"]

#: Columns whose words are searched for whole: others give way first.
_WHOLE: Final = {"code"}


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]], name: str | None = None) -> None:
    """Write a table, with `name` above it where there is one. The column `value` stands to the right."""
    from rich.table import Table
    from rich.text import Text

    from lawreport_parser.cli.terminal_console import comfortable_width, drawn
    from lawreport_parser.cli.terminal_text import one_line

    table = Table(title=Text(one_line(name)) if name else None, box=None, pad_edge=False, header_style="bold")
    for column in columns:
        justify: Literal["left", "right"] = "right" if column == "value" else "left"
        whole = column in _WHOLE
        table.add_column(column, justify=justify, overflow="ellipsis" if whole else "fold", no_wrap=whole)
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    write_text(drawn([table], width=comfortable_width()))

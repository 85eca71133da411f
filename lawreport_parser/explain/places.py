"""Places in a text as people name them (LINE:COLUMN, both from 1, columns in characters), and in its joined rows."""

from __future__ import annotations

from lawreport_parser.errors import LawReportError, counted
from lawreport_parser.outline.rows import Rows

__all__ = ["Places", "offset_at"]


def offset_at(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column, as `LineMap.place` counts them; `LawReportError` outside the text."""
    lines = text.splitlines(keepends=True)
    if not 1 <= line <= len(lines):
        raise LawReportError(f"{line}:{column} is outside the text, which has {counted(len(lines), 'line')}")
    width = len(lines[line - 1].splitlines()[0])
    if not 1 <= column <= width:
        raise LawReportError(f"{line}:{column} is outside the text: line {line} has {counted(width, 'character')}")
    return sum(map(len, lines[: line - 1])) + column - 1


class Places:
    """Puts places of the text that was read, whose rows may be joined, into the text as given, and back."""

    def __init__(self, rows: Rows | None) -> None:
        self._rows = rows

    def start(self, position: int) -> int:
        """Return where what begins at a place of the text that was read begins in the text as given."""
        return position if self._rows is None else self._rows.start(position)

    def end(self, position: int) -> int:
        """Return where what ends at a place of the text that was read ends in the text as given."""
        return position if self._rows is None else self._rows.end(position)

    def inner(self, position: int) -> int | None:
        """Return where a character of the text as given stands in the text that was read; None: it was left out."""
        return position if self._rows is None else self._rows.inner(position)

"""Places in a text as people name them: LINE:COLUMN, both from 1, columns in characters."""

from __future__ import annotations

from lawreport_parser.errors import LawReportError, counted

__all__ = ["offset_at"]


def offset_at(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column, as `LineMap.place` counts them; `LawReportError` outside the text."""
    lines = text.splitlines(keepends=True)
    if not 1 <= line <= len(lines):
        raise LawReportError(f"{line}:{column} is outside the text, which has {counted(len(lines), 'line')}")
    width = len(lines[line - 1].splitlines()[0])
    if not 1 <= column <= width:
        raise LawReportError(f"{line}:{column} is outside the text: line {line} has {counted(width, 'character')}")
    return sum(map(len, lines[: line - 1])) + column - 1

"""Notes at the foot of a page of a PDF: small rows below the text that begin with a mark which the text above gives."""

from __future__ import annotations

import unicodedata
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.pdf_rows import Row

__all__ = ["note_lines", "notes_at_foot"]

_READERS: Final = Terminals("readers")

#: Rows of notes are set in type smaller than this share of that of the text …
_SMALLER: Final = 0.93
#: … or begin with a raised mark so far below the row above, in em.
_FURTHER: Final = 2.2


def notes_at_foot(lines: list[Row], body_size: float) -> int:
    """Return the index in `lines`, which are in order from the top to the foot, from which they are notes.

    It is `len(lines)` where there are none. The text above must hold the mark with which the first of them begins:
    small type alone may be a table, or the source of a figure.
    """
    small = len(lines)
    while small and lines[small - 1].size < _SMALLER * body_size:
        small -= 1
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if index >= small or (index and _is_raised_below(lines[index - 1], line, body_size)):
            mark = _READERS.NOTE_START.match(line.text)
            if mark and _sign(mark[0]) in seen:
                return index
        seen.update(_sign(mark[0]) for mark in _READERS.NOTE_MARK.finditer(line.text) if mark.start())
    return len(lines)


def note_lines(rows: list[Row]) -> list[str]:
    """Return rows of notes as lines, one for each note."""
    notes: list[list[str]] = []
    for row in rows:
        if notes and _READERS.NOTE_START.match(row.text) is None:
            notes[-1].append(row.text)
        else:
            notes.append([row.text])
    return ["".join(pieces) for pieces in notes]


def _is_raised_below(above: Row, line: Row, body_size: float) -> bool:
    return _READERS.RAISED_START.match(line.text) is not None and above.bottom - line.bottom > _FURTHER * body_size


def _sign(mark: str) -> str:
    """Return what a mark counts, however it is set: 2 for ², ② and [2]."""
    return unicodedata.normalize("NFKC", mark).strip("[]() \u3000")

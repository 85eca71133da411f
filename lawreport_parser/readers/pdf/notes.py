"""Notes at the foot of a page of a PDF: small rows below the text that begin with a mark which the text above gives."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from itertools import pairwise
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.pdf.rows import Row, joined, on_one_height

__all__ = ["notes_at_foot"]

_READERS: Final = Terminals("readers")

#: Rows of notes are set in type smaller than this share of that of the text …
_SMALLER: Final = 0.93
#: … or of this share, so far below the row above, or begin with a raised mark there; in em.
_LITTLE_SMALLER: Final = 0.98
_FURTHER: Final = 2.2
#: Notes that begin so far apart stand side by side, in em.
_SIDE_BY_SIDE: Final = 8.0


def notes_at_foot(lines: list[list[Row]], body_size: float) -> tuple[int, list[str]]:
    """Return the index in `lines` from which they are notes, and the notes, each as one text.

    `lines` are in order from the top of a page to its foot, each of one or more pieces. The index is `len(lines)`
    where there are no notes. The text above must hold the mark with which the first of them begins: small type alone
    may be a table, or the source of a figure.
    """
    rows = list(map(joined, lines))
    small = _smaller_from(rows, _SMALLER * body_size)
    little_smaller = _smaller_from(rows, _LITTLE_SMALLER * body_size)
    given: set[str] = set()
    for index, row in enumerate(rows):
        far_below = index > 0 and rows[index - 1].bottom - row.bottom > _FURTHER * body_size
        set_apart = far_below and (index >= little_smaller or _READERS.RAISED_MARK.match(row.text) is not None)
        if (index >= small or set_apart) and _begins(row, given):
            return index, _as_texts(lines[index:], given)
        given.update(_sign(mark[0]) for mark in _READERS.FOOT_MARK.finditer(row.text) if mark.start())
    return len(lines), []


def _as_texts(lines: list[list[Row]], given: set[str]) -> list[str]:
    """Return the lines of notes as texts; notes side by side, below their columns, are read column after column."""
    starts = sorted(row.left for line in lines for row in line if _begins(row, given))
    edges = [b for a, b in pairwise(starts) if b - a > _SIDE_BY_SIDE * lines[0][0].size]
    columns: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        for row in line:
            columns[bisect(edges, row.left + row.size)].append(row)
    notes: list[list[str]] = []
    for column in columns:
        for row in map(joined, on_one_height(column)):
            if notes and not _begins(row, given):
                notes[-1].append(row.text)
            else:
                notes.append([row.text])
    return ["".join(pieces) for pieces in notes]


def _begins(row: Row, given: set[str]) -> bool:
    """Tell whether a row begins a note: with one of the marks that the text gives."""
    mark = _READERS.FOOT_NOTE.match(row.text)
    return mark is not None and _sign(mark[0]) in given


def _smaller_from(rows: list[Row], size: float) -> int:
    """Return the index from which all rows are set in smaller type."""
    start = len(rows)
    while start and rows[start - 1].size < size:
        start -= 1
    return start


def _sign(mark: str) -> str:
    """Return what a mark counts, however it is set: 2 for ², ② and [2]."""
    return unicodedata.normalize("NFKC", mark).strip("[]() \u3000")

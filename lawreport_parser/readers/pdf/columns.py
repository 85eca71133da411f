"""The columns of a part of a page: which rows stand below each other, and whether they are running text."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.pdf.rows import Row, on_one_height

__all__ = ["FEW", "FULL", "LEVEL", "SURE", "Column", "columns_of", "is_narrow", "regions_of"]

_READERS: Final = Terminals("readers")

# Distances in em, the size of the type.
#: What is narrower are markers or bullets before their text.
_NARROW: Final = 4.0
_NARROWEST_TEXT: Final = 7.0
#: A row of text ends so far from the margin at most (a character that did not fit, punctuation in the margin) …
FULL: Final = 2.3
#: … and fills this share of its column; the first row of a paragraph is indented.
_FILLED: Final = 0.6
#: Columns begin on one height, give or take so much.
LEVEL: Final = 1.5

_SENTENCE_ENDS: Final = "。！？；!?;"

#: A column of so many rows is text though no punctuation says so; with punctuation, so few will do.
SURE, FEW = 8, 4


@dataclass(slots=True)
class Column:
    """Rows below each other between two gaps, from `left` to `right` (in points)."""

    left: float
    right: float
    lines: list[list[Row]] = field(default_factory=list)
    is_text: bool = False

    @property
    def top(self) -> float:
        """The base line of its first row."""
        return self.lines[0][0].bottom

    @property
    def foot(self) -> float:
        """The base line of its last row."""
        return self.lines[-1][0].bottom

    @property
    def start(self) -> float:
        """Where the first of its rows from the left begins."""
        return min(line[0].left for line in self.lines)

    @property
    def end(self) -> float:
        """Where the row ends that reaches furthest to the right."""
        return max(line[-1].right for line in self.lines)

    @property
    def leading(self) -> float:
        """How far its rows stand below one another, most of them; 0 for a single row."""
        return median([a[0].bottom - b[0].bottom for a, b in pairwise(self.lines)] or [0.0])


def columns_of(lines: list[list[Row]], gutters: list[tuple[float, float]], em: float) -> list[Column]:
    """Return the columns between gaps, from left to right, those that have rows."""
    edges = [float("-inf"), *((a + b) / 2 for a, b in gutters), float("inf")]
    columns = [Column(a, b) for a, b in pairwise(edges)]
    for line in lines:
        parts: dict[int, list[Row]] = {}
        at = 0
        for row in line:
            middle = (row.left + row.right) / 2
            while at + 1 < len(columns) and middle > columns[at].right:
                at += 1
            parts.setdefault(at, []).append(row)
        for place, part in parts.items():
            columns[place].lines.append(part)
    columns = [column for column in columns if column.lines]
    for column in columns:
        column.is_text = _is_text(column, em)
    texts = [column for column in columns if column.is_text]
    for column in columns:
        # The last of the columns may be short.
        if not column.is_text and texts and len(column.lines) < FEW:
            column.is_text = (
                all(len(line) == 1 for line in column.lines)
                and column is columns[-1]
                and abs(column.top - texts[0].top) < LEVEL * em
            )
    return columns


def _is_text(column: Column, em: float) -> bool:
    """Tell whether the rows of a column are those of running text: long, and most of them up to the margin."""
    if len(column.lines) < FEW:
        return False
    left, right = column.start, column.end
    if right - left < _NARROWEST_TEXT * em:
        return False
    full = [
        line[-1].right > right - FULL * em and line[-1].right - line[0].left > _FILLED * (right - left)
        for line in column.lines
    ]
    # A short row behind a full one may be the end of its paragraph; one that ends a sentence is the end of one.
    ends = sum(
        not full_row and (full_above or line[-1].text[-1:] in _SENTENCE_ENDS)
        for full_above, full_row, line in zip([False, *full], full, column.lines, strict=False)
    )
    if sum(full) * 3 < len(full) or (sum(full) + ends) * 5 < len(full) * 3:
        return False
    texts = [row.text for line in column.lines for row in line]
    if sum(map(len, texts)) < _NARROWEST_TEXT * len(column.lines):
        return False
    marked = sum(_READERS.CLAUSE_MARK.search(text) is not None for text in texts)
    return len(column.lines) >= SURE or marked * 3 >= len(texts)


def regions_of(columns: list[Column], em: float) -> list[Column]:
    """Return columns of text, and what stands beside them as one; markers and labels of a text go with it."""
    regions: list[Column] = []
    for column in columns:
        if regions:
            last = regions[-1]
            if (not last.is_text and not column.is_text) or (
                last.is_text != column.is_text and _are_labels(last, column, em)
            ):
                regions[-1] = _merged(last, column)
                continue
        regions.append(column)
    return regions


def is_narrow(column: Column, em: float) -> bool:
    """Tell whether a column holds no more than markers or bullets."""
    return column.end - column.start < _NARROW * em


def _are_labels(one: Column, other: Column, em: float) -> bool:
    """Tell whether the rows beside a text are on the heights where its paragraphs begin: then they are its labels."""
    text, beside = (one, other) if one.is_text else (other, one)
    right = text.end
    starts = [-text.top]
    for above, line in pairwise(text.lines):
        if above[-1].right < right - FULL * em:
            starts.append(-line[0].bottom)
    if len(beside.lines) > len(starts) or (len(beside.lines) < 2 and not is_narrow(beside, em)):
        return False
    for line in beside.lines:
        place = bisect(starts, -line[0].bottom + em / 3)
        if not place or abs(starts[place - 1] + line[0].bottom) > em / 3:
            return False
    return True


def _merged(one: Column, other: Column) -> Column:
    rows = [row for line in (*one.lines, *other.lines) for row in line]
    return Column(one.left, other.right, on_one_height(rows), one.is_text or other.is_text)

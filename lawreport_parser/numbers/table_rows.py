"""Figures in cells of a table whose unit stands once, beside the label: 行政复议申请（件）, a tab, 19, a tab, 31."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.model import Quantity
from lawreport_parser.numbers.numerals import parse_numeral
from lawreport_parser.numbers.units import UNITS
from lawreport_parser.spans import Span

__all__ = ["with_cells"]

_QUANTITIES: Final = Terminals("quantities")
_TAB: Final = "\t"
_AS_UNIT: Final = {"％": "%"}
_SCALES: Final = ("万", "亿")


class _Cell(NamedTuple):
    words: str
    start: int


class _Head(NamedTuple):
    """What heads a column: a year, 0 where none is named, and a unit."""

    year: int
    unit: str | None


def with_cells(
    text: str, plain: str, quantities: list[Quantity], section_of: Callable[[int], str | None]
) -> tuple[list[Quantity], list[NumberProblem]]:
    """Return the quantities of a text in order, with those in cells that have no unit of their own.

    The unit stands in brackets behind the label of the row or the head of the column, or in a cell of its own behind
    the label. A cell is read where it is the only figure of its row, or stands below a year; below other years than
    the last of the table it is `earlier`. Of each table with figures that are not read, a problem names the first row.
    In `plain` what is no part of any figure is masked.
    """
    if _TAB not in text:
        return quantities, []
    table = _Cells(plain, section_of, quantities)
    for hit in _QUANTITIES.ROW_OF_CELLS.finditer(text):
        table.row(hit.start(), hit.end(), _parted(hit[1], hit.start(1)))
    if table.found:
        quantities = sorted([*quantities, *table.found], key=lambda each: each.span.start)
    return quantities, table.unread


class _Cells:
    """The cells of the tables of a text, handed over row by row; `found` and `unread` are what they give."""

    def __init__(self, plain: str, section_of: Callable[[int], str | None], quantities: list[Quantity]) -> None:
        self.found: list[Quantity] = []
        self.unread: list[NumberProblem] = []
        self._plain = plain
        self._section_of = section_of
        self._starts = [each.span.start for each in quantities]
        self._ends = [each.span.end for each in quantities]
        self._end = -1  # of the last row
        self._heads: list[_Head] = []
        self._told = False

    def row(self, start: int, end: int, row: list[_Cell]) -> None:
        """Read the next row of the text."""
        if start != self._end:
            self._heads, self._told = [], False
        self._end = end
        figures = [at for at, cell in enumerate(row) if at and self._is_bare(cell)]
        if not figures:
            heads = [_head(cell.words) for cell in row]
            if any(head.year or head.unit for head in heads):
                self._heads = heads
            return
        heads = self._heads
        label = _head(row[0].words)
        unit = label.unit or (row[1].words if row[1].words in UNITS else None)
        years = {at: heads[at].year for at in figures if at < len(heads) and heads[at].year}
        only = figures if len(figures) == 1 and not any(head.year for head in heads) else []
        read = False
        for at in list(years) or only:
            column = heads[at] if at < len(heads) else None
            of = unit or (column.unit if column else None) or (heads[0].unit if heads else None)
            if of is not None:
                self._add(row[at], of, row[0], bool(years) and years[at] < max(head.year for head in heads))
                read = True
        if not read and not self._told:
            self._told = True
            words, start = row[0] if row[0].words else row[figures[0]]
            self.unread.append(NumberProblem("unread-table", words, Span(start, start + len(words))))

    def _is_bare(self, cell: _Cell) -> bool:
        """Say whether a cell holds a number and no more, which is part of nothing else."""
        words, start = cell
        if _QUANTITIES.BARE_CELL.fullmatch(words) is None or not self._plain.startswith(words, start):
            return False
        last = bisect_left(self._starts, start + len(words)) - 1
        return last < 0 or self._ends[last] <= start

    def _add(self, cell: _Cell, unit: str, label: _Cell, earlier: bool) -> None:
        words, start = cell
        scale = unit[0] if unit not in UNITS and unit[0] in _SCALES else ""
        unit = unit.removeprefix(scale)
        measure = _QUANTITIES.LABEL_WITH_UNIT.fullmatch(label.words)
        named = label.words if measure is None else measure[1]
        self.found.append(
            Quantity(
                words,
                Span(start, start + len(words)),
                parse_numeral(words + scale),
                None,
                _AS_UNIT.get(unit, unit),
                UNITS[unit],
                "exact",
                named,
                Span(label.start, label.start + len(named)),
                None,
                self._section_of(start),
                earlier,
            )
        )


def _head(words: str) -> _Head:
    """Return what the head of a column or the label of a row says: its year, its unit in brackets."""
    labelled = _QUANTITIES.LABEL_WITH_UNIT.fullmatch(words)
    unit = labelled[2] if labelled is not None else None
    if unit is not None and unit not in UNITS and not (unit[0] in _SCALES and unit[1:] in UNITS):
        unit = None
    year = _QUANTITIES.YEAR_OF_COLUMN.match(words if labelled is None else labelled[1])
    return _Head(int(year[1]) if year else 0, unit)


def _parted(row: str, start: int) -> list[_Cell]:
    """Return the cells of a row, without the blanks around them."""
    cells = []
    for words in row.split(_TAB):
        stripped = words.lstrip(" \u3000\xa0")
        cells.append(_Cell(stripped.rstrip(" \u3000\xa0"), start + len(words) - len(stripped)))
        start += len(words) + 1
    return cells

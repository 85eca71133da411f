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
_SHARES: Final = ("%", "％")


class _Cell(NamedTuple):
    words: str
    start: int


class _Head(NamedTuple):
    """What heads a column: a year, 0 where none is named, and a unit.

    `other`: it says more than these, so that what stands below is no plain figure of a year (2023年增幅, 占比（%）).
    `planned`: it is of a plan.
    """

    year: int
    unit: str | None
    other: bool
    planned: bool


def with_cells(
    text: str, plain: str, quantities: list[Quantity], section_of: Callable[[int], str | None]
) -> tuple[list[Quantity], list[NumberProblem]]:
    """Return the quantities of a text in order, with those in cells that have no unit of their own.

    The unit stands in brackets behind the label of the row or the head of the column, or in a cell of its own behind
    the label. A cell is read where it is the only figure of its row, or stands below a year; below other years than
    the last of the table it is `earlier`. A row of which not every such cell is read for sure is not read. Of each
    table with figures that are not read, a problem names the first row.
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
        self._doubtful = False  # nothing below is read
        self._told = False

    def row(self, start: int, end: int, row: list[_Cell]) -> None:
        """Read the next row of the text."""
        if start != self._end:
            self._heads, self._doubtful, self._told = [], False, False
        self._end = end
        figures = [at for at, cell in enumerate(row) if at and self._is_bare(cell)]
        own = _own_unit(row)
        if not figures:
            self._row_without_figures(row, own)
            return
        label = _QUANTITIES.LABEL_WITH_UNIT.fullmatch(row[0].words)
        named = row[0].words if label is None else label[1]
        if _QUANTITIES.LABEL_OF_NO_QUANTITY.fullmatch(named):
            return
        read = self._read(row, figures, named, own)
        for at, unit, earlier in read:
            self._add(row[at], unit, row[0], named, earlier)
        if not read and not self._told:
            self._told = True
            words, start = row[0] if row[0].words else row[figures[0]]
            self.unread.append(NumberProblem("unread-table", words, Span(start, start + len(words))))

    def _row_without_figures(self, row: list[_Cell], own: str | None) -> None:
        heads = [_head(cell.words) for cell in row]
        behind = heads[1:]
        had_years = any(head.year for head in self._heads)
        has_units = any(head.unit or head.planned for head in behind)
        is_first = not self._heads and any(head.other for head in behind)
        if any(head.year for head in behind) or (not had_years and (has_units or is_first)):
            named = [cell.words for cell in row if cell.words]
            # A head that is there twice: two tables side by side.
            self._doubtful = len(set(named)) < len(named) or any(head.planned for head in heads)
            self._heads = heads
        elif has_units or (not had_years and own and any(head.unit not in (None, own) for head in self._heads[1:])):
            self._doubtful = True

    def _read(self, row: list[_Cell], figures: list[int], named: str, own: str | None) -> list[tuple[int, str, bool]]:
        """Return the cells of a row that are read, with the unit of each and whether it is of an earlier year.

        None are where anything in the row leaves in doubt what its figures are of.
        """
        heads = self._heads
        letter, digit = _QUANTITIES.LETTER_OF_LABEL.search, _QUANTITIES.DIGIT_OF_CELL.search
        if self._doubtful or letter(named) is None or _QUANTITIES.YEAR_OF_COLUMN.fullmatch(named):
            return []
        last = max((head.year for head in heads), default=0)
        first = 2 if row[1].words in UNITS else 1
        found = []
        for at, (words, _) in enumerate(row[first:], first):
            head = heads[at] if at < len(heads) else None
            is_figure = at in figures
            if last and head is not None and head.other and (is_figure or at > figures[-1] or not letter(words)):
                continue  # 同比 beside the years
            if not is_figure:
                of_figure = head is None or head.year or not last
                if (at < figures[-1] and letter(words)) or (of_figure and digit(words)):
                    return []
            else:
                column = head.unit if head is not None else None
                if (last and (head is None or not head.year)) or (head is not None and head.other):
                    return []
                if own is not None and column is not None and own != column:
                    self._doubtful = True
                    return []
                unit = own or column or (heads[0].unit if heads else None)
                if unit is None:
                    return []
                found.append((at, unit, head is not None and head.year < last))
        return found if last or len(found) == 1 else []

    def _is_bare(self, cell: _Cell) -> bool:
        """Say whether a cell holds a number and no more, which is part of nothing else."""
        words, start = cell
        if _QUANTITIES.BARE_CELL.fullmatch(words) is None or not self._plain.startswith(words, start):
            return False
        last = bisect_left(self._starts, start + len(words)) - 1
        return last < 0 or self._ends[last] <= start

    def _add(self, cell: _Cell, unit: str, label: _Cell, named: str, earlier: bool) -> None:
        words, start = cell
        scale = unit[0] if unit not in UNITS and unit[0] in _SCALES else ""
        unit = unit.removeprefix(scale)
        marker = _QUANTITIES.MARKER_OF_LABEL.match(named)
        begin = 0 if marker is None else marker.end()
        self.found.append(
            Quantity(
                words,
                Span(start, start + len(words)),
                parse_numeral(words + scale),
                None,
                _AS_UNIT.get(unit, unit),
                UNITS[unit],
                "exact",
                named[begin:],
                Span(label.start + begin, label.start + len(named)),
                None,
                self._section_of(start),
                earlier,
            )
        )


def _own_unit(row: list[_Cell]) -> str | None:
    """Return the unit that stands beside the label of a row, in brackets or in the next cell."""
    unit = _head(row[0].words).unit
    return unit or (row[1].words if row[1].words in UNITS else None)


def _head(words: str) -> _Head:
    """Return what the head of a column or the label of a row says: its year, its unit in brackets."""
    labelled = _QUANTITIES.LABEL_WITH_UNIT.fullmatch(words)
    unit = labelled[2] if labelled is not None else None
    if unit is not None and unit not in UNITS and not (unit[0] in _SCALES and unit[1:] in UNITS):
        unit = None
    year = _QUANTITIES.YEAR_OF_COLUMN.fullmatch(words if labelled is None else labelled[1])
    if year is not None:
        return _Head(int(year[1]), unit, False, False)
    other = unit in _SHARES or _QUANTITIES.OTHER_COLUMN.search(words) is not None
    return _Head(0, unit, other, _QUANTITIES.PLANNED_COLUMN.search(words) is not None)


def _parted(row: str, start: int) -> list[_Cell]:
    """Return the cells of a row, without the blanks around them."""
    cells = []
    for words in row.split(_TAB):
        stripped = words.lstrip(" \u3000\xa0")
        cells.append(_Cell(stripped.rstrip(" \u3000\xa0"), start + len(words) - len(stripped)))
        start += len(words) + 1
    return cells

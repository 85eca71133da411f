"""The order in which the rows of a page of a PDF are read: columns, tables, and diagrams beside the text."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise
from operator import or_
from statistics import median
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.pdf.rows import Row, joined, on_one_height
from lawreport_parser.readers.pdf.rules import Rules

__all__ = ["in_reading_order"]

_READERS: Final = Terminals("readers")

#: Columns lie inside columns (a table beside the text inside one of two columns) at most so deep.
_DEEPEST: Final = 3
#: The width of a page or column is looked at in at most so many strips.
_STRIPS: Final = 1024

# Distances in em, the size of the type.
_STRIP: Final = 0.25
#: A rule so far above or below lines belongs to them.
_NEAR_RULE: Final = 2.0
#: A gap between columns is at least so many strips wide.
_GUTTER: Final = 2
#: What is narrower are markers or bullets before their text.
_NARROW: Final = 4.0
_NARROWEST_TEXT: Final = 7.0
#: A row of text ends so far from the margin at most (a character that did not fit, punctuation in the margin) …
_FULL: Final = 2.3
#: … and fills this share of its column; the first row of a paragraph is indented.
_FILLED: Final = 0.6
#: Columns begin on one height, give or take so much.
_LEVEL: Final = 1.5

#: What may hang over the margin at the end of a row.
_CLOSING: Final = "，。；：、！？）》」”’"
_SENTENCE_ENDS: Final = "。！？；!?;"

#: A column of so many rows is text though no punctuation says so; with punctuation, so few will do.
_SURE, _FEW = 8, 4
#: Rows that are not on one height with their column's fellows, as a title over one of them, are at most so many.
_STRAY: Final = 3
#: A heading between two blocks of columns is so many times further from both than rows are.
_APART: Final = 1.3
#: A row so many times further below than the others is no part of its column.
_FURTHER: Final = 1.6
#: A row so many times further below begins a paragraph, where paragraphs have a space between them.
_SPACED: Final = 1.25


@dataclass(slots=True)
class _Column:
    left: float
    right: float
    lines: list[list[Row]] = field(default_factory=list)
    is_text: bool = False

    @property
    def top(self) -> float:
        return self.lines[0][0].bottom

    @property
    def foot(self) -> float:
        return self.lines[-1][0].bottom


def in_reading_order(rows: list[Row], width: float, rules: Rules) -> list[Row]:
    """Return the rows of a page in reading order, those on one height joined from left to right.

    Where a gap between running texts stands over several rows, they are columns: the left one is read before the right
    one, down to where a row crosses the gap (a title, a paragraph over the whole width). A table or diagram beside
    running text is read after it or before it, as it stands to its right or left, and is not running text (`flows`).
    The cells of a table stay in their row: they are short, or rules run from one to the other.
    """
    return list(_ordered(on_one_height(rows), (0.0, width), rules, 0))


def _ordered(lines: list[list[Row]], room: tuple[float, float], rules: Rules, depth: int) -> Iterator[Row]:
    if not lines:
        return
    if depth > _DEEPEST:
        yield from _as_lines(lines, room, flows=True)
        return
    em = median(row.size for line in lines for row in line)
    for band, gutters in _bands(lines, em):
        if not gutters:
            yield from _as_lines(band, room, flows=True)
            continue
        low, high = band[-1][0].bottom, band[0][0].bottom
        crossing = rules.crossing(gutters, low - _NEAR_RULE * em, high + _NEAR_RULE * em)
        uncrossed = [gap for gap, heights in zip(gutters, crossing, strict=True) if not _within(heights, low, high)]
        columns = _columns(band, uncrossed, em)
        if len(_regions(columns, em)) > 1 and not _is_boxed(band, columns, uncrossed, rules, em):
            yield from _side_by_side(band, columns, room, em, rules, depth)
            continue
        heights = sorted({height for heights in crossing for height in heights}, reverse=True)
        for part in _parts(band, heights):
            between = len(heights) > 1 and heights[0] > part[0][0].bottom and part[-1][0].bottom > heights[-1]
            if between:
                yield from _between_rules(part, _columns(part, gutters, em), gutters, rules, room)
            elif len(part) < len(band):
                yield from _ordered(part, room, rules, depth + 1)
            else:
                yield from _as_table(part, _columns(part, gutters, em), room, em)


def _within(heights: list[float], low: float, high: float) -> bool:
    return any(low < height < high for height in heights)


def _is_boxed(
    lines: list[list[Row]], columns: list[_Column], gutters: list[tuple[float, float]], rules: Rules, em: float
) -> bool:
    """Tell whether lines side by side are cells of one row of a table, with rules above, below and between them."""
    if all(column.is_text and len(column.lines) >= _SURE for column in columns):
        return False
    low, high = lines[-1][0].bottom, lines[0][0].bottom
    crossing = rules.crossing(gutters, low - _NEAR_RULE * em, high + _NEAR_RULE * em)
    return any(
        heights and heights[0] >= high and heights[-1] <= low and rules.between_columns([gap], low, high)
        for gap, heights in zip(gutters, crossing, strict=True)
    )


def _between_rules(
    lines: list[list[Row]],
    columns: list[_Column],
    gutters: list[tuple[float, float]],
    rules: Rules,
    room: tuple[float, float],
) -> Iterator[Row]:
    """Return what stands between two rules: one row of a table where it has boxes around its cells, else its lines."""
    is_one = len(lines) > 1 and min(len(column.lines) for column in columns) == 1
    if is_one and rules.between_columns(gutters, lines[-1][0].bottom, lines[0][0].bottom):
        yield _table_row(columns, room)
    else:
        yield from _as_lines(lines, room, flows=False)


def _as_table(lines: list[list[Row]], columns: list[_Column], room: tuple[float, float], em: float) -> Iterator[Row]:
    """Return lines with cells as rows that do not flow; the lines above and below, that have none, are text."""
    cells = [place for place, line in enumerate(lines) if len(line) > 1]
    # A marker before its text makes no table.
    wide = sum(not _is_narrow(column, em) for column in columns)
    if len(cells) < 2 or wide < 2 or any(column.is_text for column in columns):
        yield from _as_lines(lines, room, flows=True)
        return
    yield from _as_lines(lines[: cells[0]], room, flows=True)
    yield from _as_lines(lines[cells[0] : cells[-1] + 1], room, flows=False)
    yield from _as_lines(lines[cells[-1] + 1 :], room, flows=True)


def _as_lines(lines: list[list[Row]], room: tuple[float, float], *, flows: bool) -> Iterator[Row]:
    for line in lines:
        row = joined(line)
        row.room, row.flows = room, flows
        yield row


def _bands(lines: list[list[Row]], em: float) -> Iterator[tuple[list[list[Row]], list[tuple[float, float]]]]:
    """Part lines where no gap goes on; with each part come its gaps, from left to right, in points."""
    start = min(row.left for line in lines for row in line)
    end = max(row.right for line in lines for row in line)
    strip = max(em * _STRIP, (end - start) / _STRIPS)
    count = int((end - start) / strip) + 1
    everything = (1 << count) - 1

    def inked(line: list[Row]) -> int:
        ink = 0
        for row in line:
            # Closing punctuation may hang over the margin; the right half of its place is empty.
            right = row.right - (row.size / 2 if row.text[-1:] in _CLOSING else 0)
            first, last = int((row.left - start) / strip), int((right - start - 0.01) / strip)
            ink |= (1 << (max(last, first) + 1)) - (1 << max(first, 0))
        return ink & everything

    def placed(gaps: list[tuple[int, int]]) -> list[tuple[float, float]]:
        return [(start + a * strip, start + b * strip) for a, b in gaps]

    inks = [inked(line) for line in lines]
    margins = 1 | (1 << (count - 1))
    index = looked = 0
    while index < len(lines):
        ink, after = inks[index], index + 1
        while after < len(lines):
            joint = ink | inks[after]
            # A line that closes the gaps ends the part; short lines at one side may have lines beside them below.
            if not _has_gap(joint) and (_has_gap(ink) or _has_gap(inks[after]) or not _has_gap(joint | margins)):
                break
            # A line across the middle, as a title, leaves of the gap below it a rest only.
            if not _has_gap(ink) and _has_gap(inks[after]) and 2 * _widest(joint) < _widest(inks[after]):
                break
            ink = joint
            after += 1
        if after < len(lines) and not _has_gap(ink):
            again = _head_of_next(inks, max(index + 1, looked), after)
            looked = after
            if again < after:
                after, ink = again, reduce(or_, inks[index:again])
        # Lines at its foot that close a gap beside a text above are a part of their own, where the other gaps part
        # nothing there; those at its head that close a gap of the lines below, too.
        first, gaps, foot = index, _gaps(ink), after
        while gaps and foot > index and not inks[foot - 1] >> gaps[0][1]:
            foot -= 1
        if index < foot < after:
            more = _gaps(reduce(or_, inks[index:foot]))
            if len(more) > len(gaps) and _parts_text(lines[index:foot], placed(more), gaps[0][0] * strip + start, em):
                gaps, after = more, foot
        for skipped in range(1, min(_STRAY, after - index - _FEW) + 1):
            more = _gaps(reduce(or_, inks[index + skipped : after]))
            if len(more) > len(gaps):
                gaps, first = more, index + skipped
        if first > index:
            yield lines[index:first], placed(_gaps(reduce(or_, inks[index:first])))
        yield lines[first:after], placed(gaps)
        index = after


def _head_of_next(inks: list[int], first: int, after: int) -> int:
    """Return where the lines begin that stand side by side with no two on one height, above one with a gap.

    They are among those before `after`, from `first` on; `after` where there are none.
    """
    joint, own, index = inks[after], 0, after
    while index > first and _has_gap(joint | inks[index - 1]):
        index -= 1
        joint, own = joint | inks[index], own | inks[index]
    return index if _has_gap(own) else after


def _parts_text(lines: list[list[Row]], gutters: list[tuple[float, float]], edge: float, em: float) -> bool:
    """Tell whether gaps to the left of `edge` stand beside a column of text with something else on its other side."""
    columns = _columns(lines, gutters, em)
    return any(one.is_text != other.is_text and one.right < edge for one, other in pairwise(columns))


def _has_gap(ink: int) -> bool:
    """Tell whether strips without ink, wide enough for a gap between columns, lie between strips with it."""
    free = ~ink & ((1 << ink.bit_length()) - 1)
    for _ in range(_GUTTER - 1):
        free &= free >> 1
    return free != 0 and ink != 0 and free >= (ink & -ink)


def _widest(ink: int) -> int:
    return max((end - start for start, end in _gaps(ink)), default=0)


def _gaps(ink: int) -> list[tuple[int, int]]:
    """Return the runs of strips without ink between strips with it, those that are wide enough."""
    gaps: list[tuple[int, int]] = []
    place = 0
    while ink:
        free = (ink & -ink).bit_length() - 1
        if place and free >= _GUTTER:
            gaps.append((place, place + free))
        ink >>= free
        place += free
        full = (~ink & (ink + 1)).bit_length() - 1
        ink >>= full
        place += full
    return gaps


def _parts(band: list[list[Row]], crossing: list[float]) -> Iterator[list[list[Row]]]:
    """Part lines at the heights where rules cross their gaps."""
    part: list[list[Row]] = []
    heights = iter([*crossing, float("-inf")])
    height = next(heights)
    for line in band:
        if line[0].bottom < height:
            if part:
                yield part
                part = []
            while line[0].bottom < height:
                height = next(heights)
        part.append(line)
    if part:
        yield part


def _columns(lines: list[list[Row]], gutters: list[tuple[float, float]], em: float) -> list[_Column]:
    edges = [float("-inf"), *((a + b) / 2 for a, b in gutters), float("inf")]
    columns = [_Column(a, b) for a, b in pairwise(edges)]
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
        if not column.is_text and texts and len(column.lines) < _FEW:
            column.is_text = (
                all(len(line) == 1 for line in column.lines)
                and column is columns[-1]
                and abs(column.top - texts[0].top) < _LEVEL * em
            )
    return columns


def _is_text(column: _Column, em: float) -> bool:
    """Tell whether the rows of a column are those of running text: long, and most of them up to the margin."""
    if len(column.lines) < _FEW:
        return False
    left = min(line[0].left for line in column.lines)
    right = max(line[-1].right for line in column.lines)
    if right - left < _NARROWEST_TEXT * em:
        return False
    full = [
        line[-1].right > right - _FULL * em and line[-1].right - line[0].left > _FILLED * (right - left)
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
    return len(column.lines) >= _SURE or marked * 3 >= len(texts)


def _table_row(columns: list[_Column], room: tuple[float, float]) -> Row:
    """Return what stands between two rules as one row: its cells, each with all its rows."""
    rows = [row for column in columns for line in column.lines for row in line]
    cells = ["".join(joined(line).text for line in column.lines) for column in columns]
    first = rows[0]
    top = max(row.bottom for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return Row(" ".join(cells), left, right, top, first.size, first.page, room, flows=False)


def _side_by_side(
    lines: list[list[Row]],
    columns: list[_Column],
    room: tuple[float, float],
    em: float,
    rules: Rules,
    depth: int,
) -> Iterator[Row]:
    regions = _regions(columns, em)
    cut = _heading_between(lines, regions)
    if cut:
        for part in (lines[:cut], lines[cut : cut + 1], lines[cut + 1 :]):
            yield from _ordered(part, room, rules, depth + 1)
        return
    before: list[list[Row]] = []
    behind: list[list[Row]] = []
    for place, region in enumerate(regions):
        if not region.is_text:
            continue
        if place and regions[0].is_text:
            early = [line for line in region.lines if line[0].bottom > regions[0].top + _LEVEL * em]
            if len(early) <= _STRAY and len(early) < len(region.lines):
                before += early
                region.lines = region.lines[len(early) :]
        if place + 1 < len(regions) and regions[-1].is_text:
            late = _late(region, max(other.foot for other in regions[place + 1 :]))
            behind += late
            region.lines = region.lines[: len(region.lines) - len(late)]
    yield from _as_lines(before, room, flows=True)
    for region in regions:
        end = max(line[-1].right for line in region.lines)
        space = (max(room[0], region.left), end if region.is_text and len(region.lines) >= _FEW else region.right)
        space = (space[0], min(room[1], space[1]))
        for row in _ordered(region.lines, space, rules, depth + 1):
            row.flows = row.flows and region.is_text
            yield row
    yield from _as_lines(behind, room, flows=True)


def _regions(columns: list[_Column], em: float) -> list[_Column]:
    """Return columns of text, and what stands beside them as one; markers and labels of a text go with it."""
    regions: list[_Column] = []
    for column in columns:
        if regions:
            last = regions[-1]
            if (not last.is_text and not column.is_text) or (
                last.is_text != column.is_text and _are_labels(last, column, em)
            ):
                regions[-1] = _merged([last, column])
                continue
        regions.append(column)
    return regions


def _is_narrow(column: _Column, em: float) -> bool:
    return max(line[-1].right for line in column.lines) - min(line[0].left for line in column.lines) < _NARROW * em


def _are_labels(one: _Column, other: _Column, em: float) -> bool:
    """Tell whether the rows beside a text are on the heights where its paragraphs begin: then they are its labels."""
    text, beside = (one, other) if one.is_text else (other, one)
    right = max(line[-1].right for line in text.lines)
    starts = [-text.top]
    for above, line in pairwise(text.lines):
        if above[-1].right < right - _FULL * em:
            starts.append(-line[0].bottom)
    if len(beside.lines) > len(starts) or (len(beside.lines) < 2 and not _is_narrow(beside, em)):
        return False
    for line in beside.lines:
        place = bisect(starts, -line[0].bottom + em / 3)
        if not place or abs(starts[place - 1] + line[0].bottom) > em / 3:
            return False
    return True


def _merged(columns: list[_Column]) -> _Column:
    if len(columns) == 1:
        return columns[0]
    rows = [row for column in columns for line in column.lines for row in line]
    is_text = any(column.is_text for column in columns)
    return _Column(columns[0].left, columns[-1].right, on_one_height(rows), is_text)


def _heading_between(lines: list[list[Row]], regions: list[_Column]) -> int:
    """Return the index of a line over a second block of columns that stands apart from both blocks; 0 without one."""
    leading = median([a[0].bottom - b[0].bottom for a, b in pairwise(regions[0].lines)] or [0.0])
    edge = regions[0].right
    below = sum(line[-1].left > edge for line in lines)
    above = 0
    for index in range(1, len(lines) - 1):
        beside = lines[index - 1][-1].left > edge
        above, below = above + beside, below - beside
        line = lines[index]
        if not (above and below) or line[-1].left > edge:
            continue
        gaps = (lines[index - 1][0].bottom - line[0].bottom, line[0].bottom - lines[index + 1][0].bottom)
        if min(gaps) > _APART * leading:
            return index
    return 0


def _late(column: _Column, foot: float) -> list[list[Row]]:
    """Return lines below all columns to the right, from where they no longer follow as the rows of the column do."""
    leading = median([a[0].bottom - b[0].bottom for a, b in pairwise(column.lines)] or [0.0])
    right = max(line[-1].right for line in column.lines)
    for index in range(1, len(column.lines)):
        above, line = column.lines[index - 1], column.lines[index]
        # A full row in the midst of a clause goes on in the next column, where a space stands below it.
        breaks_off = above[-1].right > right - _FULL * above[-1].size and above[-1].text[-1:] not in _CLOSING
        if line[0].bottom < foot - leading / 2 and (
            above[0].bottom - line[0].bottom > (_SPACED if breaks_off else _FURTHER) * leading
            or abs(above[0].size - line[0].size) > 0.15 * line[0].size
        ):
            return column.lines[index:]
    return []

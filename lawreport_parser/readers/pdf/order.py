"""The order in which the rows of a page of a PDF are read: columns, tables, and diagrams beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Final

from lawreport_parser.readers.pdf.bands import STRAY, bands
from lawreport_parser.readers.pdf.columns import FEW, FULL, LEVEL, SURE, Column, columns_of, is_narrow, regions_of
from lawreport_parser.readers.pdf.paragraphs import CLOSING
from lawreport_parser.readers.pdf.rows import Row, in_other_type, joined, on_one_height
from lawreport_parser.readers.pdf.rules import Rules

__all__ = ["in_reading_order"]

#: Columns lie inside columns (a table beside the text inside one of two columns) at most so deep.
_DEEPEST: Final = 3
#: A rule so far above or below lines belongs to them (in em, the size of the type).
_NEAR_RULE: Final = 2.0
#: A heading between two blocks of columns is so many times further from both than rows are.
_APART: Final = 1.3
#: A row so many times further below than the others is no part of its column.
_FURTHER: Final = 1.6
#: A row so many times further below begins a paragraph, where paragraphs have a space between them.
_SPACED: Final = 1.25


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
    for band, gutters in bands(lines, em):
        if not gutters:
            yield from _as_lines(band, room, flows=True)
            continue
        low, high = band[-1][0].bottom, band[0][0].bottom
        crossing = rules.crossing(gutters, low - _NEAR_RULE * em, high + _NEAR_RULE * em)
        uncrossed = [
            (gap, heights)
            for gap, heights in zip(gutters, crossing, strict=True)
            if not any(low < height < high for height in heights)
        ]
        columns = columns_of(band, [gap for gap, _ in uncrossed], em)
        regions = regions_of(columns, em)
        if len(regions) > 1 and not _is_boxed(columns, uncrossed, rules, low, high):
            yield from _side_by_side(band, regions, room, em, rules, depth)
            continue
        heights = sorted({height for heights in crossing for height in heights}, reverse=True)
        for part in _parts(band, heights):
            between = len(heights) > 1 and heights[0] > part[0][0].bottom and part[-1][0].bottom > heights[-1]
            if between:
                yield from _between_rules(part, columns_of(part, gutters, em), gutters, rules, room)
            elif len(part) < len(band):
                yield from _ordered(part, room, rules, depth + 1)
            else:
                yield from _as_table(part, columns_of(part, gutters, em), room, em)


def _is_boxed(
    columns: list[Column],
    crossed: list[tuple[tuple[float, float], list[float]]],
    rules: Rules,
    low: float,
    high: float,
) -> bool:
    """Tell whether lines side by side are cells of one row of a table, with rules above, below and between them.

    `crossed` are the gaps, each with the heights at which rules cross it; the lines stand from `low` to `high`.
    """
    if all(column.is_text and len(column.lines) >= SURE for column in columns):
        return False
    return any(
        heights and heights[0] >= high and heights[-1] <= low and rules.between_columns([gap], low, high)
        for gap, heights in crossed
    )


def _between_rules(
    lines: list[list[Row]],
    columns: list[Column],
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


def _as_table(lines: list[list[Row]], columns: list[Column], room: tuple[float, float], em: float) -> Iterator[Row]:
    """Return lines with cells as rows that do not flow; the lines above and below, that have none, are text."""
    cells = [place for place, line in enumerate(lines) if len(line) > 1]
    # A marker before its text makes no table.
    wide = sum(not is_narrow(column, em) for column in columns)
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


def _table_row(columns: list[Column], room: tuple[float, float]) -> Row:
    """Return what stands between two rules as one row: its cells, each with all its rows."""
    rows = [row for column in columns for line in column.lines for row in line]
    cells = ["".join(joined(line).text for line in column.lines) for column in columns]
    first = rows[0]
    top = max(row.bottom for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return Row(" ".join(cells), left, right, top, first.size, first.page, room, flows=False)


def _side_by_side(
    lines: list[list[Row]],
    regions: list[Column],
    room: tuple[float, float],
    em: float,
    rules: Rules,
    depth: int,
) -> Iterator[Row]:
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
            early = [line for line in region.lines if line[0].bottom > regions[0].top + LEVEL * em]
            if len(early) <= STRAY and len(early) < len(region.lines):
                before += early
                region.lines = region.lines[len(early) :]
        if place + 1 < len(regions) and regions[-1].is_text:
            late = _late(region, max(other.foot for other in regions[place + 1 :]))
            behind += late
            region.lines = region.lines[: len(region.lines) - len(late)]
    yield from _as_lines(before, room, flows=True)
    for region in regions:
        right = region.end if region.is_text and len(region.lines) >= FEW else region.right
        space = (max(room[0], region.left), min(room[1], right))
        for row in _ordered(region.lines, space, rules, depth + 1):
            row.flows = row.flows and region.is_text
            yield row
    yield from _as_lines(behind, room, flows=True)


def _heading_between(lines: list[list[Row]], regions: list[Column]) -> int:
    """Return the index of a line over a second block of columns that stands apart from both blocks; 0 without one."""
    leading = regions[0].leading
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


def _late(column: Column, foot: float) -> list[list[Row]]:
    """Return lines below all columns to the right, from where they no longer follow as the rows of the column do."""
    leading, right = column.leading, column.end
    for index in range(1, len(column.lines)):
        above, line = column.lines[index - 1], column.lines[index]
        # A full row in the midst of a clause goes on in the next column, where a space stands below it.
        breaks_off = above[-1].right > right - FULL * above[-1].size and above[-1].text[-1:] not in CLOSING
        if line[0].bottom < foot - leading / 2 and (
            above[0].bottom - line[0].bottom > (_SPACED if breaks_off else _FURTHER) * leading
            or in_other_type(above[0], line[0])
        ):
            return column.lines[index:]
    return []

"""Bands of a page: lines one below the other over which the same gaps go on, as they do between columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Final

from lawreport_parser.readers.pdf.columns import FEW, columns_of
from lawreport_parser.readers.pdf.paragraphs import CLOSING
from lawreport_parser.readers.pdf.rows import Row

__all__ = ["STRAY", "bands"]

#: The width of a page or column is looked at in at most so many strips.
_STRIPS: Final = 1024
#: A strip is so wide at least, in em, the size of the type.
_STRIP: Final = 0.25
#: A gap between columns is at least so many strips wide.
_GUTTER: Final = 2

#: Rows that are not on one height with their column's fellows, as a title over one of them, are at most so many.
STRAY: Final = 3


def bands(lines: list[list[Row]], em: float) -> Iterator[tuple[list[list[Row]], list[tuple[float, float]]]]:
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
            right = row.right - (row.size / 2 if row.text[-1:] in CLOSING else 0)
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
        for skipped in range(1, min(STRAY, after - index - FEW) + 1):
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
    columns = columns_of(lines, gutters, em)
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

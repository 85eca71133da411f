"""Rules on a page of a PDF: lines and the edges of boxes, which part the rows and columns of a table."""

from __future__ import annotations

from bisect import bisect
from ctypes import byref, c_float
from typing import Any, Final

__all__ = ["Rules", "read_rules"]

#: Drawings of more pieces than this are pictures, and say nothing of tables.
_MOST: Final = 20_000
#: A path that is not so high, or not so wide, in points, is a line.
_THIN: Final = 3.0
#: A rule may end so far inside a gap that it crosses.
_SLACK: Final = 2.0
#: In one gap so many upright rules are looked at.
_MANY: Final = 64


class Rules:
    """The rules of a page, in points: level ones as (height, left, right), upright ones as (place, foot, top)."""

    def __init__(self, level: list[tuple[float, float, float]], upright: list[tuple[float, float, float]]) -> None:
        self._level = sorted(level)
        self._upright = sorted(upright)

    def crossing(self, gutters: list[tuple[float, float]], low: float, high: float) -> list[list[float]]:
        """Return for each gap the heights between `low` and `high`, from the top, at which a rule crosses it."""
        found: list[list[float]] = [[] for _ in gutters]
        for height, spans in reversed(_on_one_height(_between(self._level, low, high))):
            for heights, (start, end) in zip(found, gutters, strict=True):
                if any(left <= start + _SLACK and right >= end - _SLACK for left, right in spans):
                    heights.append(height)
        return found

    def between_columns(self, gutters: list[tuple[float, float]], low: float, high: float) -> bool:
        """Tell whether an upright rule stands in one of the gaps, from `low` to `high`."""
        return any(
            foot <= low and top >= high
            for start, end in gutters
            for _, foot, top in _between(self._upright, start, end)[:_MANY]
        )


def _on_one_height(level: list[tuple[float, float, float]]) -> list[tuple[float, list[tuple[float, float]]]]:
    """Return for each height what its rules reach over, those that touch as one."""
    heights: list[tuple[float, list[tuple[float, float]]]] = []
    for height, left, right in level:
        if not heights or height - heights[-1][0] > _THIN:
            heights.append((height, []))
        heights[-1][1].append((left, right))
    for _, spans in heights:
        spans.sort()
        whole: list[tuple[float, float]] = []
        for left, right in spans:
            if whole and left <= whole[-1][1] + _THIN:
                whole[-1] = (whole[-1][0], max(whole[-1][1], right))
            else:
                whole.append((left, right))
        spans[:] = whole
    return heights


def _between(rules: list[tuple[float, float, float]], low: float, high: float) -> list[tuple[float, float, float]]:
    infinity = float("inf")
    return rules[bisect(rules, (low, -infinity, -infinity)) : bisect(rules, (high, infinity, infinity))]


def read_rules(page: Any, raw: Any, left: float, bottom: float) -> Rules:
    """Return the rules of a page whose lower left corner is at (left, bottom)."""
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    seen = 0
    for drawing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        pieces = raw.FPDFPath_CountSegments(drawing)
        seen += max(pieces, 1)
        if seen > _MOST:
            return Rules([], [])
        x0, y0, x1, y1 = drawing.get_bounds()
        x0, y0, x1, y1 = x0 - left, y0 - bottom, x1 - left, y1 - bottom
        if y1 - y0 < _THIN:
            level.append(((y0 + y1) / 2, x0, x1))
        elif x1 - x0 < _THIN:
            upright.append(((x0 + x1) / 2, y0, y1))
        elif pieces <= 5:
            level += [(y0, x0, x1), (y1, x0, x1)]
            upright += [(x0, y0, y1), (x1, y0, y1)]
        else:
            for (a, b), (c, d) in _strokes(drawing, pieces, raw):
                if abs(b - d) < _THIN:
                    level.append((b - bottom, min(a, c) - left, max(a, c) - left))
                elif abs(a - c) < _THIN:
                    upright.append((a - left, min(b, d) - bottom, max(b, d) - bottom))
    return Rules(level, upright)


def _strokes(drawing: Any, pieces: int, raw: Any) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the ends of the straight strokes of a path."""
    matrix = drawing.get_matrix()
    x, y = c_float(), c_float()
    strokes: list[tuple[tuple[float, float], tuple[float, float]]] = []
    before: tuple[float, float] | None = None
    for index in range(pieces):
        segment = raw.FPDFPath_GetPathSegment(drawing, index)
        if not raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            before = None
            continue
        here = matrix.on_point(x.value, y.value)
        if before is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            strokes.append((before, here))
        before = here
    return strokes

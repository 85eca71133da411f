"""Rows of running text in a PDF joined to the paragraphs they were: by margins, indentation, leading and markers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from statistics import median
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.pdf.columns import FULL
from lawreport_parser.readers.pdf.rows import Row, in_other_type

__all__ = ["CLOSING", "paragraphs"]

_READERS: Final = Terminals("readers")

#: Rows that end before this share of the page or column are short, however many end there.
_SHORT_BEFORE: Final = 0.7

# Distances in em, the size of the type.
_INDENTED: Final = 1.2
#: Where a program breaks rows at any sign, by their count, a row with many digits ends so far from it.
_LOOSE: Final = 6.0
_OFF_CENTRE: Final = 1.5
#: Columns whose edges differ by no more are one column over several pages.
_SAME_COLUMN: Final = 1.5

#: A title stands among this many rows at the head of the document.
_TITLE_ROWS: Final = 12

_SENTENCE_ENDS: Final = "。！？；：!?;:"
_CLAUSE_ENDS: Final = _SENTENCE_ENDS + "…”’》）)"
#: What no paragraph begins with, and what none ends with.
CLOSING: Final = frozenset("，。、；：？！）》」』】〕”’%％")
_OPENING: Final = frozenset("（《「『【〔“‘")


def paragraphs(all_rows: list[Row], starts_marker: Callable[[str], bool]) -> Iterable[str]:
    """Join the rows of one paragraph to one line.

    `all_rows` are in reading order. A row of a table or of a diagram is a line; where it stands in the midst of a
    paragraph (a figure that the text runs round, a table at the end of a page), it follows the paragraph.
    """
    rows = [row for row in all_rows if row.flows]
    # The rows that do not flow, by the row of running text before them (0 where there is none).
    between: defaultdict[int, list[str]] = defaultdict(list)
    before = 0
    for row in all_rows:
        if row.flows:
            before = id(row)
        else:
            between[before].append(row.text)
    yield from between[0]
    if not rows:
        return
    _set_margins(rows)
    gaps = [a.bottom - b.bottom for a, b in pairwise(rows) if a.page == b.page and a.bottom > b.bottom]
    # The commonest distance of two rows, in whole points, is the leading.
    leading = Counter(map(round, gaps)).most_common(1)[0][0] if gaps else 0
    surely_first = [b for a, b in pairwise(rows) if a.to_right > FULL and b.to_right <= FULL]
    indented = [row for row in surely_first if _is_indented(row)]
    indents = len(indented) * 2 >= len(surely_first) and bool(surely_first)

    marked = [_is_indented(row) for row in surely_first if starts_marker(row.text)]
    # Where all that has a marker is indented, a row at the margin begins nothing, whatever it begins with.
    marks_indented = indents and len(marked) >= 3 and all(marked)

    def begins(before: Row, row: Row) -> bool:
        end = before.text.rstrip()[-1:]
        if (row.text[:1] in CLOSING or end in _OPENING) and _room_behind(before, row) <= _LOOSE:
            return False
        if id(before) in between and end in _SENTENCE_ENDS:
            return True
        if (
            _room_behind(before, row) > FULL - 1 + _first_width(row.text)
            or in_other_type(before, row)
            or _is_indented(row)
        ):
            return True
        # Where the text goes on below a picture, the gap is what the picture leaves.
        goes_on = before.room != row.room and end not in _CLAUSE_ENDS
        if before.page == row.page and leading and before.bottom - row.bottom > 1.6 * leading and not goes_on:
            return True
        if starts_marker(row.text):
            return not indents or (end in _CLAUSE_ENDS and not marks_indented)
        return not indents and end in _SENTENCE_ENDS

    title, after_title = _title_rows(rows, starts_marker)
    paragraph: list[str] = []
    waiting: list[str] = []
    previous: Row | None = None
    for row in rows:
        if previous is not None and id(row) not in title and (row is after_title or begins(previous, row)):
            yield "".join(paragraph)
            yield from waiting
            paragraph, waiting = [], []
        if paragraph and _needs_space(paragraph[-1], row.text):
            paragraph.append(" ")
        paragraph.append(row.text)
        waiting += between.get(id(row), [])
        previous = row
    yield "".join(paragraph)
    yield from waiting


def _set_margins(rows: list[Row]) -> None:
    """Give each row its distances from the margins: of its page or column, or where few rows are full there, of all."""

    def runs_on(of: list[Row], right: float) -> bool:
        # Half a page may be filled by one of its columns only.
        full = sum(row.right > right - FULL * row.size for row in of)
        texts = sum(_READERS.CLAUSE_MARK.search(row.text) is not None for row in of)
        return len(of) >= 8 and full * 2 >= len(of) and texts * 3 >= len(of)

    def margins(of: list[Row]) -> tuple[float, float, int]:
        # The right margin is where two rows at least end; one alone may jut out. Rows that all end in the left part of
        # the page are short ones.
        ends = sorted(map(_end, of), reverse=True)
        size = median(row.size for row in of)
        start, end = of[0].room
        right = next((a for a, b in pairwise(ends) if a - b < size), ends[0])
        if not runs_on(of, right):
            right = max(right, start + _SHORT_BEFORE * (end - start))
        full = [row.right > right - FULL * row.size for row in of]
        # Full rows may all be indented ones; the rows after them are not.
        left = min((row.left for row, a, b in zip(of, full, [False, *full], strict=False) if a or b), default=start)
        return left, right, sum(full)

    columns = _columns(rows)
    for room, pages in columns.items():
        left, right, full = margins([row for of in pages.values() for row in of])
        if not full:
            left = min(row.left for of in pages.values() for row in of)
        if len(columns) > 1 and full < 4 and room[0] == 0 and room[1] == max(end for _, end in columns):
            # A title over columns is centred over all of them.
            left, right = min(row.left for row in rows), max(row.right for row in rows)
        for of in pages.values():
            own_left, own_right, own_full = margins(of)
            # A page of short rows only would take the longest of them for its measure.
            if own_full < 4 or own_right - own_left < 0.9 * (right - left):
                own_left, own_right = left, right
            for row in of:
                row.from_left = (row.left - own_left) / row.size
                row.to_right = (own_right - row.right) / row.size


def _columns(rows: list[Row]) -> dict[tuple[float, float], dict[int, list[Row]]]:
    """Return the rows of each column by page; a column may be wider by a little on another page."""
    step = _SAME_COLUMN * median(row.size for row in rows)
    columns: dict[tuple[float, float], dict[int, list[Row]]] = {}
    near: dict[tuple[int, int], tuple[float, float]] = {}
    known: dict[tuple[float, float], tuple[float, float]] = {}
    for row in rows:
        column = known.get(row.room)
        if column is None:
            start, end = int(row.room[0] / step), int(row.room[1] / step)
            # Beyond the room's own cell of the grid only what is as near.
            around = [near.get((start + a, end + b)) for a in (0, -1, 1) for b in (0, -1, 1)]
            column = next(
                (c for c in around if c and abs(c[0] - row.room[0]) < step and abs(c[1] - row.room[1]) < step), row.room
            )
            known[row.room] = column
            near.setdefault((start, end), column)
            columns.setdefault(column, {})
        columns[column].setdefault(row.page, []).append(row)
    return columns


def _end(row: Row) -> float:
    """Return where a row ends; of its closing punctuation, which may hang in the margin, only the first counts."""
    hanging = 0
    for character in reversed(row.text):
        if character not in CLOSING:
            break
        hanging += 1
    return row.right - max(0, hanging - 1) * row.size


def _room_behind(before: Row, row: Row) -> float:
    """Return, in em, how far `before` ends from the margin: its own, or that of the column of `row` that it fills."""
    if before.room != row.room and before.page == row.page and before.bottom > row.bottom:
        other = (row.right + row.to_right * row.size - before.right) / before.size
        if abs(other) <= FULL:
            return min(before.to_right, other)
    return before.to_right


def _first_width(text: str) -> float:
    """Return, in em, the room that the first word of a row takes, with the punctuation that must follow it."""
    latin = _READERS.LATIN_START.match(text)
    if latin:
        return 0.5 * len(latin[0])
    found = _READERS.HAN_START.match(text)
    return float(len(found[0])) if found else 1.0


def _title_rows(rows: list[Row], starts_marker: Callable[[str], bool]) -> tuple[set[int], Row | None]:
    """Return the rows (by id) that continue a title centred on up to three rows at the head of the document.

    And the row after it, which begins a paragraph even where the last row of the title fills the line.
    """

    def centred(row: Row) -> bool:
        return abs(row.from_left - row.to_right) < _OFF_CENTRE and not starts_marker(row.text)

    in_text = False
    for index, row in enumerate(rows[:_TITLE_ROWS]):
        in_text = in_text or _READERS.PROSE.search(row.text) is not None
        if row.page == rows[0].page and centred(row) and _READERS.TITLE_END.search(row.text):
            first = index
            while first and index - first < 2:
                above, below = rows[first - 1], rows[first]
                if (
                    not centred(above)
                    or in_other_type(above, below)
                    or (_READERS.TITLE_END.search(above.text) and not below.text.startswith("的"))
                ):
                    break
                if _READERS.OTHER_END.search(above.text) and not below.text.startswith("关于"):
                    break
                first -= 1
            after = rows[index + 1] if index + 1 < len(rows) else None
            if after is not None and after.text.startswith("的") and centred(after):
                continue
            return {id(below) for below in rows[first + 1 : index + 1]}, None if in_text else after
    return set(), None


def _is_indented(row: Row) -> bool:
    return row.from_left > _INDENTED


def _needs_space(before: str, after: str) -> bool:
    """Tell whether a line break stood for a space: between words of Latin letters, not between Chinese characters."""
    end, start = before[-1:], after[:1]
    return end.isascii() and (end.isalpha() or end in ",.;:") and start.isascii() and start.isalpha()

"""How a text is broken into rows: pages made of PDF files, mail and scans break every line at one width.

The outline of such a text is read with its paragraphs joined: what begins a row stands behind the last character of
the row above, as if nothing had broken there (把认识统⏎一是前提, 按第⏎（二）项, 2.5⏎万). Afterwards every place is put
back to where it is in the text as given. A text that is not broken at one width is read as it is.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawreport_parser.page import PAGE, SENTENCE_ENDS, Page, Piece, Stretch
from lawreport_parser.spans import LINE_ENDS

if TYPE_CHECKING:
    from lawreport_parser.outline.tree import Node, Outline

__all__ = ["Rows", "continuing_rows", "join_rows"]

#: Rows are no longer than this: a longer line is a paragraph of its own.
_LONGEST_ROW: Final = 60
#: A full row has at least so many columns.
_NARROWEST: Final = 24
#: So many columns a full row may lack: a mark or a number that stays whole moves to the next row.
_RAGGED: Final = 6
#: So many full rows show that a text is broken at one width.
_FEWEST_FULL: Final = 6
#: Of so many lines, one at least is a full row.
_LINES_PER_FULL: Final = 8
#: Blanks before a row are looked at so far.
_DEEPEST: Final = 40
#: What stands at the end of a row that ends a paragraph or an item, closing marks left out.
_ENDS: Final = SENTENCE_ENDS - frozenset(".") | frozenset("｡…")
_CLOSING: Final = "”’」』》〉）)】〕］]"
#: What no paragraph begins with.
_NEVER_FIRST: Final = frozenset("，。、；：！？,;:!?”’」』》〉）)】〕］]%％")
_ROUND: Final = "（("


class _Line(NamedTuple):
    """A line that may be a row: its index, its length in characters and in columns, the blanks before it."""

    index: int
    length: int
    columns: int
    indent: int
    ended: bool


def join_rows(page: Page) -> Rows | None:
    """Return the page with its rows joined to paragraphs, or None where no row continues another."""
    continuing = continuing_rows(page.text, page.lines)
    return Rows(page, continuing) if continuing else None


class Rows:
    """A page whose rows are joined: `page` is the page to read, `restore` puts what was read back to its place.

    Nothing before and behind a joined paragraph changes its place: what is left out between rows stands as line ends
    behind the paragraph.
    """

    def __init__(self, page: Page, continuing: Sequence[int]) -> None:
        joined: list[str] = []
        #: Where each row of the joined paragraphs begins and ends in the joined text, and begins in the given one.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._given: list[int] = []
        lines: list[Piece] = []
        goes_on = set(continuing)
        text, position = page.text, 0
        at, count = 0, len(page.lines)
        while at < count:
            first = page.lines[at]
            behind = at + 1
            while behind in goes_on:
                behind += 1
            if behind == at + 1:
                lines.append(first)
            else:
                joined.append(text[position : first.start])
                end = self._join(text, page.lines[at:behind], joined)
                position = page.lines[behind - 1].end
                joined.append("\n" * (position - end))
                lines.append(Piece(first.type, first.start, end))
            at = behind
        joined.append(text[position:])
        self.page = copy.copy(page)
        self.page.text = "".join(joined)
        self.page.lines = lines

    def _join(self, text: str, rows: Sequence[Piece], joined: list[str]) -> int:
        """Put the rows of a paragraph together, and return where it ends in the joined text."""
        end = rows[0].start
        for row in rows:
            if self._latin(text, row.start) and row is not rows[0] and self._latin(text, self._last - 1):
                joined.append(" ")
                end += 1
            self._starts.append(end)
            self._given.append(row.start)
            end += row.end - row.start
            self._ends.append(end)
            self._last = row.end
            joined.append(text[row.start : row.end])
        return end

    @staticmethod
    def _latin(text: str, at: int) -> bool:
        return text[at] < "\u0250" and text[at].isalpha()

    # --- back to the text as given

    def start(self, position: int) -> int:
        """Return the place in the given text of what begins at `position` of the joined one."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or position > self._ends[at]:
            return position
        return self._given[at] + position - self._starts[at]

    def end(self, position: int) -> int:
        """Return the place in the given text of what ends at `position` of the joined one."""
        at = bisect_left(self._starts, position) - 1
        if at < 0 or position > self._ends[at]:
            return position
        return self._given[at] + position - self._starts[at]

    def restore(self, outline: Outline) -> None:
        """Put everything in an outline of the joined page to its place in the given text."""
        outline.preamble = self._pieces(outline.preamble)
        outline.closing = self._pieces(outline.closing)
        for node in outline.sections:
            self._restore_node(node)

    def _restore_node(self, node: Node) -> None:
        marker = node.marker
        node.marker = marker._replace(start=self.start(marker.start), end=self.end(marker.end))
        node.notes = [(code, self.start(at), self.end(to), *rest) for code, at, to, *rest in node.notes]
        node.lead = self._place(node.lead)
        node.pieces = self._pieces(node.pieces, whole=node.body_start if node.heading else 0)
        node.heading = self._place(node.heading)
        node.body_start = self.start(node.body_start) if node.heading else node.marker.end
        node.led_by = self._pieces(node.led_by) if node.led_by is not None else None
        node.end = self.end(node.end)
        for child in node.children:
            self._restore_node(child)

    def _place(self, place: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if place is None else (self.start(place[0]), self.end(place[1]))

    def _pieces(self, pieces: Sequence[Piece], whole: int = 0) -> list[Piece]:
        """Return pieces of text row by row; the rows up to a heading's end, and the one behind it, are one piece."""
        found: list[Any] = []
        for piece in pieces:
            start = piece.start
            at = bisect_left(self._ends, start + 1)
            while at < len(self._ends) and self._ends[at] < piece.end and start < piece.end:
                end = self._ends[at]
                at += 1
                if end <= whole < piece.end:
                    continue
                found.append(Piece(piece.type, self.start(start), self.end(end)))
                start = self._starts[at]
            found.append(Piece(piece.type, self.start(start), self.end(piece.end)))
        return found


# --- which rows continue


def continuing_rows(text: str, lines: Sequence[Piece]) -> list[int]:
    """Return the indexes of the lines that continue the row above.

    That row is full and ends without the mark of a sentence, and the line is not indented more than others; where
    paragraphs are indented, the row above may also end a sentence. A stretch of lines is broken at one width where
    many are about as long as the longest, hardly any of these ends a sentence, and what they run on into does. The
    width is counted in characters or in columns (half-width forms count half), whichever fits better.
    """
    found: list[int] = []
    first = 0
    count = len(lines)
    for at in range(count + 1):
        if at < count and lines[at].end - lines[at].start <= _LONGEST_ROW and lines[at].type == "LINE":
            continue
        if at - first > _FEWEST_FULL:
            found += _continuing_in(text, lines, first, at)
        first = at + 1
    return found


def _continuing_in(text: str, lines: Sequence[Piece], first: int, after: int) -> list[int]:
    """Return the indexes of the lines that continue the row above, among those from `first` to `after`."""
    told = [_look_at(text, lines[at], at) for at in range(first, after)]
    unended = [line for line in told if line.columns >= _NARROWEST and not line.ended]
    if len(unended) < _FEWEST_FULL:
        return []
    base = min(line.indent for line in told)
    indented = sum(line.indent > base for line in told)
    indents = indented >= 2 and len(told) - indented >= 2
    for full in _full_rows(told, unended):
        found = _runs_on(text, lines, told, full, base, indents=indents)
        if found:
            return found
    return []


def _look_at(text: str, piece: Piece, index: int) -> _Line:
    start, end = piece.start, piece.end
    indent = start - 1
    first = max(0, start - _DEEPEST)
    while indent >= first and text[indent] not in LINE_ENDS:
        indent -= 1
    indent = _columns(text, indent + 1, start)
    last = end - 1
    while last > start and text[last] in _CLOSING:
        last -= 1
    return _Line(index, end - start + (indent + 1) // 2, _columns(text, start, end) + indent, indent, text[last] in _ENDS)


def _columns(text: str, start: int, end: int) -> int:
    return sum(1 if character < "\u0080" else 2 for character in text[start:end])


def _full_rows(told: Sequence[_Line], unended: Sequence[_Line]) -> list[set[int]]:
    """Return the indexes of the full rows, by the measure that fits better first: characters, columns."""
    lengths = Counter(line.length for line in unended)
    length, exact = max(lengths.items(), key=lambda item: (item[1], item[0]))
    by_length = {line.index for line in told if line.length in (length, length - 1)}
    widths = Counter(line.columns for line in unended)
    top, ragged = max(
        ((width, sum(widths[width - lack] for lack in range(_RAGGED + 1))) for width in widths),
        key=lambda item: (item[1], item[0]),
    )
    by_columns = {line.index for line in told if top - _RAGGED <= line.columns <= top}
    return [by_length, by_columns] if 5 * exact >= 4 * ragged else [by_columns, by_length]


def _runs_on(
    text: str, lines: Sequence[Piece], told: Sequence[_Line], full: set[int], base: int, *, indents: bool
) -> list[int]:
    """Return the indexes of the lines that continue a full row, if these show that the text is broken at one width."""
    rows = [line for line in told if line.index in full]
    unended = sum(not line.ended for line in rows)
    if unended < max(_FEWEST_FULL, len(told) // _LINES_PER_FULL) or 4 * (len(rows) - unended) > len(rows):
        return []
    longer = max(line.columns for line in rows)
    if 4 * sum(line.columns > longer + 2 for line in told) > len(rows):
        return []
    gaps = [_gap(text, lines, line.index) for line in told[1:]]
    usual = Counter(
        gap for gap, (above, line) in zip(gaps, pairwise(told), strict=True) if above.index in full and not above.ended
    ).most_common(1)[0][0]
    found = []
    for gap, (above, line) in zip(gaps, pairwise(told), strict=True):
        if above.index not in full or gap > usual or line.indent > base:
            continue
        start = lines[line.index].start
        if (
            not above.ended
            or text[start] in _NEVER_FIRST
            or (indents and not PAGE.OUTLINE_START.match(text, start, lines[line.index].end))
        ):
            found.append(line.index)
    goes_on = set(found)
    last = [line for line in told if line.index in goes_on and line.index + 1 not in goes_on]
    return found if 2 * sum(line.ended for line in last) >= len(last) else []


def _gap(text: str, lines: Sequence[Piece], index: int) -> int:
    """Return how many lines a line stands below the one before it."""
    between = text[lines[index - 1].end : lines[index].start]
    return max(between.count(mark) for mark in LINE_ENDS)

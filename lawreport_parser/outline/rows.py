"""How a text is broken into rows: pages made of PDF files, mail and scans break every line at one width.

The outline of such a text is read with its paragraphs joined: what begins a row stands behind the last character of
the row above, as if nothing had broken there (把认识统⏎一是前提, 按第⏎（二）项, 2.5⏎万). Afterwards every place is put
back to where it is in the text as given. A text that is not broken at one width is read as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS
from lawreport_parser.page import SENTENCE_ENDS, Page, Piece, begins_outline

if TYPE_CHECKING:
    from lawreport_parser.outline.tree import Node, Outline

__all__ = ["Rows", "continuing_rows", "join_rows"]

#: Rows are no longer than this: a longer line is a paragraph of its own.
_LONGEST_ROW: Final = 60
#: A full row has at least so many columns (24, less what it may lack).
_NARROWEST: Final = 18
#: So many columns a full row may lack: a mark or a number that stays whole moves to the next row.
_RAGGED: Final = 6
#: So many columns a mark may hang over the edge.
_HANGING: Final = 2
#: So many full rows show that a text is broken at one width.
_FEWEST_FULL: Final = 6
#: Of so many lines, one at least is a full row.
_LINES_PER_FULL: Final = 12
#: One of so many full rows, at least, is no heading.
_HEADINGS: Final = 6
#: Blanks before a row are looked at so far.
_DEEPEST: Final = 40
#: What stands at the end of a row that ends a paragraph or an item, closing marks left out.
_ENDS: Final = SENTENCE_ENDS - frozenset(".") | frozenset("｡…")
_CLOSING: Final = "”’」』》〉）)】〕］]"
#: What no paragraph begins with.
_NEVER_FIRST: Final = frozenset("，。、；：！？,;:!?”’」』》〉）)】〕］]%％")
#: What ends a sentence or a clause within a row.
_STOPS: Final = frozenset("。！？；;｡")


class _Line(NamedTuple):
    """A line that may be a row: its index, its length in characters and in columns, the blanks before it."""

    at: int
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
        #: The indexes of the lines of the page given that continue the row above.
        self.continuing = continuing
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
        self.page = page.with_body("".join(joined), lines)
        self._marks = page.marks

    def _join(self, text: str, rows: Sequence[Piece], joined: list[str]) -> int:
        """Put the rows of a paragraph together, and return where it ends in the joined text."""
        end = last = rows[0].start
        for row in rows:
            # Words of Latin letters stay two.
            if last < row.start and _is_latin(text[last - 1]) and _is_latin(text[row.start]):
                joined.append(" ")
                end += 1
            self._starts.append(end)
            self._given.append(row.start)
            end += row.end - row.start
            self._ends.append(end)
            last = row.end
            joined.append(text[row.start : row.end])
        return end

    # --- from the text as given and back

    def inner(self, position: int) -> int | None:
        """Return where the character at `position` of the given text stands in the joined one; None: it was left out.

        That is what stands between two rows of a paragraph.
        """
        at = bisect_right(self._given, position) - 1
        if at < 0:
            return position
        own = self._starts[at] + position - self._given[at]
        if own < self._ends[at]:
            return own
        # The first row of a paragraph is at the same place in both.
        torn = at + 1 < len(self._given) and self._starts[at + 1] != self._given[at + 1]
        return None if torn else position

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
        """Put everything in an outline of the joined page, and the marks set aside there, to its place."""
        self._marks.extend(self.pieces(self.page.marks))
        outline.preamble = self.pieces(outline.preamble)
        outline.closing = self.pieces(outline.closing)
        for node in outline.sections:
            self._restore_node(node)

    def _restore_node(self, node: Node) -> None:
        marker = node.marker
        node.marker = marker.moved(self.start(marker.start), self.end(marker.end))
        node.notes = [(code, self.start(at), self.end(to), *rest) for code, at, to, *rest in node.notes]
        node.pieces = self.pieces(node.pieces, whole=node.body_start if node.heading else 0)
        node.heading = self._place(node.heading)
        node.body_start = self.start(node.body_start) if node.heading else node.marker.end
        node.led_by = self.pieces(node.led_by) if node.led_by is not None else None
        node.end = self.end(node.end)
        for child in node.children:
            self._restore_node(child)

    def _place(self, place: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if place is None else (self.start(place[0]), self.end(place[1]))

    def pieces(self, pieces: Sequence[Piece], whole: int = 0) -> list[Piece]:
        """Return pieces of text row by row; the rows up to a heading's end, and the one behind it, are one piece."""
        found: list[Any] = []
        for piece in pieces:
            start = piece.start
            at = bisect_left(self._ends, start + 1)
            while at < len(self._ends) and self._ends[at] < piece.end and start < piece.end:
                end = self._ends[at]
                at += 1
                if end <= whole:
                    continue
                found.append(Piece(piece.type, self.start(start), self.end(end)))
                start = self._starts[at]
            found.append(Piece(piece.type, self.start(start), self.end(piece.end)))
        return found


def _is_latin(character: str) -> bool:
    return character < "\u0250" and character.isalpha()


# --- which rows continue


def continuing_rows(text: str, lines: Sequence[Piece]) -> list[int]:
    """Return the indexes of the lines that continue the row above.

    That row is full and ends without the mark of a sentence, and the line is not indented more than others; where
    paragraphs are indented, the row above may also end a sentence. A stretch of lines is broken at one width where
    many are about as long as the longest, hardly any of these ends a sentence, and the paragraphs hold sentences. The
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
    for measure in _measures(unended):
        found = _runs_on(text, lines, told, measure, base, indents=indents)
        if found:
            return found
    return []


def _look_at(text: str, piece: Piece, index: int) -> _Line:
    start, end = piece.start, piece.end
    first = start - 1
    while first >= max(0, start - _DEEPEST) and text[first] not in LINE_ENDS:
        first -= 1
    # Marks that are set aside (> - **) stand before the words: such as are glued to these are no indentation.
    before = text[first + 1 : start]
    blanks = before if before[-1:] in BLANK_CHARACTERS else before[: len(before) - len(before.lstrip(BLANK_CHARACTERS))]
    indent = _columns(blanks, 0, len(blanks))
    glued = len(before) - len(blanks)
    last = end - 1
    while last > start and text[last] in _CLOSING:
        last -= 1
    length = end - start + (indent + 1) // 2 + glued
    return _Line(index, length, _columns(text, start, end) + indent + glued, indent, text[last] in _ENDS)


def _columns(text: str, start: int, end: int) -> int:
    return sum(1 if character < "\u0080" else 2 for character in text[start:end])


class _Measure(NamedTuple):
    """How long a full row is: in columns, or in characters where rows are cut at so many."""

    columns: int
    characters: int = 0

    def fills(self, line: _Line) -> bool:
        """Say whether a line is a full row, or nearly."""
        if self.characters:
            # Rows of Han letters are as wide as they are long, and one with a figure in it holds more characters.
            return self.characters - 1 <= line.length <= self.characters or line.columns == self.columns
        return self.columns - _RAGGED <= line.columns <= self.columns + _HANGING

    def leaves_no_room(self, line: _Line, text: str, following: Piece) -> bool:
        """Say whether a line is so full that the first letter or number of the next had no room in it."""
        if line.length == self.characters:
            return True
        end = following.start + 1
        if text[following.start] < "\u0080":
            while end < following.end and "!" <= text[end] < "\u0080":
                end += 1
        while end < following.end and text[end] in _NEVER_FIRST:
            end += 1
        return line.columns + _columns(text, following.start, end) > self.columns


def _measures(unended: Sequence[_Line]) -> list[_Measure]:
    """Return the measures of a full row, the one that fits better first."""
    lengths = Counter(line.length for line in unended)
    length, exact = max(lengths.items(), key=lambda item: (item[1], item[0]))
    widths = Counter(line.columns for line in unended)
    ragged, top = max((sum(widths[width - lack] for lack in range(_RAGGED + 1)), width) for width in widths)
    # A mark may hang over the edge: a few rows that are longer do not tell how long a row is.
    usual = max(widths[top - lack] for lack in range(_RAGGED + 1))
    top = next(width for width in range(top, 0, -1) if 4 * widths[width] >= usual)
    both = [_Measure(2 * length, length), _Measure(top)]
    return both if 5 * exact >= 4 * ragged else both[::-1]


def _runs_on(
    text: str, lines: Sequence[Piece], told: Sequence[_Line], measure: _Measure, base: int, *, indents: bool
) -> list[int]:
    """Return the indexes of the lines that continue a full row, if these show that the text is broken at one width."""
    full = [line for line in told if measure.fills(line)]
    unended = [lines[line.at] for line in full if not line.ended]
    if len(unended) < max(_FEWEST_FULL, len(told) // _LINES_PER_FULL):
        return []
    if _HEADINGS * sum(_may_head(text, row) for row in unended) > (_HEADINGS - 1) * len(unended):
        return []
    # A row that ends a sentence within, and none at its end, is torn: fewer such rows tell as much.
    torn = sum(not _STOPS.isdisjoint(text[row.start : row.end]) for row in unended)
    if (2 if 3 * torn >= len(unended) else 4) * (len(full) - len(unended)) > len(full):
        return []
    widest = max(line.columns for line in full)
    if 4 * sum(line.columns > widest + 2 for line in told) > len(full):
        return []
    pairs = [(above, line) for above, line in pairwise(told) if measure.fills(above)]
    gaps = [_gap(text, lines, line.at) for _, line in pairs]
    usual = Counter(gap for gap, (above, _) in zip(gaps, pairs, strict=True) if not above.ended).most_common(1)[0][0]
    found: list[int] = []
    for gap, (above, line) in zip(gaps, pairs, strict=True):
        if gap > usual or line.indent > base:
            continue
        own, following = lines[above.at], lines[line.at]
        if above.ended:
            goes_on = text[following.start] in _NEVER_FIRST or (
                indents and not begins_outline(text, following.start, following.end)
            )
        else:
            inner = found and found[-1] == above.at
            goes_on = inner or not _may_head(text, own) or measure.leaves_no_room(above, text, following)
        if goes_on:
            found.append(line.at)
    return found if _hold_sentences(text, lines, found) else []


def _may_head(text: str, row: Piece) -> bool:
    """Say whether a row that begins with a marker may be a heading: it holds no mark that ends a sentence."""
    return begins_outline(text, row.start, row.end) and _STOPS.isdisjoint(text[row.start : row.end])


def _hold_sentences(text: str, lines: Sequence[Piece], continuing: Sequence[int]) -> bool:
    """Say whether most of the rows that continue others are of paragraphs that hold the end of a sentence."""
    holding = 0
    first = at = 0
    while first < len(continuing):
        at = first + 1
        while at < len(continuing) and continuing[at] == continuing[at - 1] + 1:
            at += 1
        paragraph = text[lines[continuing[first] - 1].start : lines[continuing[at - 1]].end]
        if not _STOPS.isdisjoint(paragraph) or paragraph[-1] in _ENDS:
            holding += at - first
        first = at
    return 2 * holding >= len(continuing) > 0


def _gap(text: str, lines: Sequence[Piece], index: int) -> int:
    """Return how many lines a line stands below the one before it."""
    between = text[lines[index - 1].end : lines[index].start]
    return max(between.count(mark) for mark in LINE_ENDS)

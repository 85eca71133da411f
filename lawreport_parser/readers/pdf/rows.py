"""Rows of text as they stand on a page of a PDF: pieces of text with their places, out of PDFium's characters."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from ctypes import c_double
from dataclasses import dataclass
from typing import Any, Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.note_marks import raised

__all__ = ["Row", "in_other_type", "joined", "on_one_height", "read_rows"]

_READERS: Final = Terminals("readers")

# PDFium gives these for a hyphen at the end of a line, and for a glyph without a character.
_SPECIAL: Final = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd", 0xFFFF: "\ufffd"}

#: No page is so large, in points.
_FARTHEST: Final = 1e6

# Distances in em, the size of the type.
#: Word processors set Chinese characters and digits apart by a quarter of an em; a typed space is wider.
_TYPOGRAPHIC: Final = 0.5
#: Pieces of one row that stand further apart may belong to two columns, or to two cells.
_APART: Final = 0.6
#: Rows whose base lines are nearer than this stand on one height.
_ONE_HEIGHT: Final = 0.4
#: The base line of a mark of a note is raised by at least, and by at most, so much.
_RAISED: Final = (0.12, 0.9)
#: Its type is smaller than this share of the type beside it.
_SMALL: Final = 0.95
#: Type that is larger or smaller by more than this share is of another size.
_OTHER_SIZE: Final = 0.15
#: So far from the text beside it, and so far into it, its box may stand.
_BESIDE: Final = (0.8, 0.3)

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_MARKS: Final = frozenset("0123456789[]()（）〔〕［］*＊†‡※①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@dataclass(slots=True)
class Row:
    """A row of text: its text, its first and last printed character and base line (in points), the size of its type."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int = 0
    #: The part of the page it may fill, from left to right: the page, or one of its columns.
    room: tuple[float, float] = (0.0, 0.0)
    #: Whether it is a row of running text: not one of a table, or of a diagram beside the text.
    flows: bool = True
    #: Distances in em from the margins of the room.
    from_left: float = 0.0
    to_right: float = 0.0


def read_rows(textpage: Any, count: int, raw: Any) -> list[Row]:
    """Return the rows of a page in the order of its content.

    They are cut where PDFium bridged a wide gap. The raised small marks of notes and powers get the height of the row
    they stand in, and digits among them the form of superscripts (m², 受理²63件), so that they join no figure.
    """
    rows: list[Row] = []
    characters: list[str] = []
    first = last = wide = -1
    height = 0.0
    gap = False
    #: Whether the next character may stand on another height than the row.
    doubtful = False
    x, y = c_double(), c_double()
    get_character, get_origin = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin

    def end_row() -> None:
        nonlocal first, last, wide
        if first >= 0:
            left, bottom, _, top = textpage.get_charbox(first, loose=True)
            _, _, right, _ = textpage.get_charbox(last, loose=True)
            # A Han character is as wide as its type is large; the size of the font may be scaled by the page.
            size = top - bottom
            if wide >= 0:
                start, _, end, _ = textpage.get_charbox(wide, loose=True)
                size = end - start
            if get_origin(textpage, first, x, y):
                bottom = y.value
            # Damaged files have places beyond all pages.
            places = [place if abs(place) < _FARTHEST else 0.0 for place in (left, right, bottom, size)]
            left, right, bottom, size = places
            text = _whole_characters("".join(characters).strip(" \t"))
            rows.append(Row(text, left, max(left, right), bottom, max(size, 1.0)))
        characters.clear()
        first = last = wide = -1

    for index in range(count):
        point = get_character(textpage, index)
        if point in (10, 13):
            end_row()
            gap = False
            continue
        character = _SPECIAL.get(point) or (chr(point) if point <= 0x10FFFF else "\ufffd")
        if character == " " and raw.FPDFText_IsGenerated(textpage, index) == 1:
            gap = True
            continue
        if not character.isspace():
            if doubtful or character in _MARKS:
                doubtful = character in _MARKS
                get_origin(textpage, index, x, y)
                if first >= 0 and abs(y.value - height) > 0.5:
                    end_row()
                height = y.value
            if gap and first >= 0:
                _, bottom, right, top = textpage.get_charbox(last, loose=True)
                width = textpage.get_charbox(index, loose=True)[0] - right
                if width > _APART * (top - bottom):
                    end_row()
                elif _is_space(characters[-1], width / (top - bottom), character):
                    characters.append(" ")
            gap = False
            if first < 0:
                first = index
                get_origin(textpage, index, x, y)
                height = y.value
            last = index
            if wide < 0 and "\u2e80" <= character <= "\u9fff":
                wide = index
        characters.append(character)
    end_row()
    _lower_marks(rows)
    return rows


def _whole_characters(text: str) -> str:
    """Return text with one character for the two halves that PDFium gives of those beyond U+FFFF."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_space(before: str, em: float, after: str) -> bool:
    """Tell whether a gap of so many em was a space: beside a Chinese character a narrow one was set by the program."""
    return em > _TYPOGRAPHIC or not (_is_wide(before) or _is_wide(after))


def _is_wide(character: str) -> bool:
    return (
        "\u2460" <= character <= "\u24ff"
        or "\u2e80" <= character <= "\u9fff"
        or "\ud840" <= character <= "\udfff"  # half of a character beyond U+FFFF
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
        or character in "“”‘’…—"
    )


def _lower_marks(rows: list[Row]) -> None:
    """Give the marks of notes the base line of the row they stand in, and their digits the form of superscripts."""
    marks = [row for row in rows if raised(row.text) or _READERS.MARK_SIGN.fullmatch(row.text)]
    if not marks:
        return
    # Text by its height in steps of a point, from left to right, so that a mark looks at what stands around it only.
    at: dict[int, list[Row]] = {}
    for row in sorted(rows, key=_left):
        at.setdefault(round(row.bottom), []).append(row)
    found: list[tuple[Row, Row]] = []
    for mark in marks:
        around: list[Row] = []
        for height in range(round(mark.bottom - min(3 * mark.size, 100)), round(mark.bottom) + 1):
            beside = at.get(height, [])
            place = bisect(beside, mark.left, key=_left)
            around += [row for row in beside[max(0, place - 3) : place + 3] if _carries(row, mark)]
        if around:
            found.append(
                (mark, min(around, key=lambda row: min(abs(row.right - mark.left), abs(row.left - mark.right))))
            )
    for mark, row in found:
        mark.text = raised(mark.text) or mark.text
        mark.bottom, mark.size = row.bottom, row.size


def _left(row: Row) -> float:
    return row.left


def _carries(row: Row, mark: Row) -> bool:
    low, high = _RAISED
    outside, inside = _BESIDE
    if mark.size > _SMALL * row.size or not low * row.size < mark.bottom - row.bottom < high * row.size:
        return False
    behind, before = mark.left - row.right, row.left - mark.right
    return -inside * row.size < max(behind, before) < outside * row.size or (row.left < mark.left < row.right)


def on_one_height(rows: Iterable[Row]) -> list[list[Row]]:
    """Return rows from the top of the page to its bottom, those on one height together, from left to right."""
    heights: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: -row.bottom):
        if heights:
            other = heights[-1][0]
            if other.bottom - row.bottom < _ONE_HEIGHT * min(row.size, other.size):
                heights[-1].append(row)
                continue
        heights.append([row])
    for together in heights:
        together.sort(key=lambda row: row.left)
    return heights


def in_other_type(above: Row, below: Row) -> bool:
    """Tell whether a row is set in larger or smaller type than the one above it."""
    return abs(above.size - below.size) > _OTHER_SIZE * below.size


def joined(rows: list[Row]) -> Row:
    """Return rows on one height as one row."""
    if len(rows) == 1:
        return rows[0]
    pieces: list[str] = []
    right = rows[0].left
    for row in rows:
        if pieces and pieces[-1] and row.text:
            gap = (row.left - right) / row.size
            if gap > _TYPOGRAPHIC or (gap > 0.3 and _is_space(pieces[-1][-1], gap, row.text[0])):
                pieces.append(" ")
        pieces.append(row.text)
        right = max(right, row.right)
    first = rows[0]
    size = max(rows, key=lambda row: len(row.text)).size
    return Row("".join(pieces), first.left, right, first.bottom, size, first.page, first.room)

"""The marks of Markdown at the edges of lines and pieces: emphasis, headings, quotations, bullets, cells, escapes.

They are no words of a report: they are set aside as stray marks (furniture). Inside a piece of text they stay, for
every piece is a stretch of the text as given.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.page.model import Page, Piece, Stretch
from lawreport_parser.page.patterns import PAGE

__all__ = ["BULLETS", "EMPHASIS", "MARKUP", "set_markup_aside", "without_emphasis", "without_markup"]

#: Headings #, quotations >, emphasis * and _, cells |, escapes \.
MARKUP: Final = frozenset("*#>_|｜\\")
#: What begins the entry of a list, with a blank behind it.
BULLETS: Final = frozenset("-+")
#: Bullets of entries within entries are read as far as this.
_DEEPEST_LIST: Final = 3
#: What opens a heading or a quotation, and what may be drawn as a line.
_BLOCK_MARKS: Final = frozenset("#>")
_DRAWN: Final = frozenset("*_|｜")
_EDGES: Final = BLANK_CHARACTERS + "*#>_|｜\\"
#: What may stand inside a line, between a marker and the words of its section: **一是**修缮栈桥。
EMPHASIS: Final = frozenset("*_#\\")
_EMPHASIS_EDGES: Final = BLANK_CHARACTERS + "*_#\\"
_EMPHASIS_OR_BLANK: Final = frozenset(_EMPHASIS_EDGES)


def without_markup(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Set the marks at the edges of a line aside: **一、主要成效**, ## 标题, - （一）甲, | 文号 |; return what is left.

    A line of nothing else is left as it is, for a line of stars or bars may be drawn between head and body; but nothing
    is left of an empty quotation or heading (>, ##).
    """
    text = page.text
    right = _right_edge(text, start, end, _EDGES)
    after = _left_edge(text, start, right, _EDGES)
    for _ in range(_DEEPEST_LIST):
        bullet = PAGE.LIST_BULLET.match(text, after, right)
        if bullet is None:
            break
        after = _left_edge(text, bullet.end(), right, _EDGES)
    if after >= right:
        if _BLOCK_MARKS.isdisjoint(text[start:end]) or not _DRAWN.isdisjoint(text[start:end]):
            return start, end
        _set_aside(page, start, end)
        return None
    _set_aside(page, start, after)
    _set_aside(page, right, end)
    return after, right


def set_markup_aside(page: Page, tokens: Iterable[Any]) -> list[Any]:
    """Return the tokens of an outline with the marks of emphasis at the edges of their pieces of text set aside.

    Between two markers a piece may begin with what closes the emphasis of the first and end with what opens that of
    the second. A stretch of which nothing is left goes.
    """
    tokens = list(tokens)
    if not any(mark in page.text for mark in EMPHASIS):
        return tokens
    return [token for token in tokens if type(token) is not Stretch or _keep_words(page, token)]


def _keep_words(page: Page, stretch: Stretch) -> bool:
    """Take the marks off the pieces of a stretch; say whether anything is left of it."""
    text = page.text
    for piece in stretch.pieces:
        if text[piece.start] in EMPHASIS or text[piece.end - 1] in EMPHASIS:
            left, right = without_emphasis(text, piece.start, piece.end)
            _set_aside(page, piece.start, left)
            _set_aside(page, right, piece.end)
            piece.start, piece.end = left, right
    stretch.pieces = [piece for piece in stretch.pieces if piece.start < piece.end]
    return bool(stretch.pieces)


def without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range `start:end` of `text` without white space and marks of emphasis at its two ends."""
    if start < end and text[start] not in _EMPHASIS_OR_BLANK and text[end - 1] not in _EMPHASIS_OR_BLANK:
        return start, end
    right = _right_edge(text, start, end, _EMPHASIS_EDGES)
    return _left_edge(text, start, right, _EMPHASIS_EDGES), right


def _left_edge(text: str, start: int, end: int, marks: str) -> int:
    piece = text[start:end]
    return end - len(piece.lstrip(marks))


def _right_edge(text: str, start: int, end: int, marks: str) -> int:
    piece = text[start:end]
    return start + len(piece.rstrip(marks))


def _set_aside(page: Page, start: int, end: int) -> None:
    mark = trim(page.text, start, end)
    if mark[0] < mark[1]:
        page.marks.append(Piece("FURNITURE", *mark))

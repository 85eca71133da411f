"""Text from documents made fit for a terminal: harmless, on one line, cut and broken by display width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from lawreport_parser.escaping import escape_controls

__all__ = ["cut", "escape_controls", "one_line", "wrap"]

_BLANKS: Final = re.compile(r"[ \t\r\n\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

_OPENING: Final = "“‘（《〈「『【〔［"
_CLOSING: Final = "，。、；：！？）》〉」』】〕］”’…"
#: What stays together on a line: an ASCII word, or one character; with the punctuation that clings to it.
_UNIT: Final = re.compile(rf" +|[{_OPENING}]*(?:[!-~]+|.)[{_CLOSING}]*", re.DOTALL)


def one_line(text: str) -> str:
    """Return `text` on one line: runs of white space become one space, then controls are escaped."""
    return escape_controls(_BLANKS.sub(" ", text).strip(" "))


def cut(text: str, cells: int) -> str:
    """Return as much of `text` as `cells` columns hold, ending in … where something is left out."""
    if cell_len(text) <= cells:
        return text
    room = max(cells, 1) - 1
    kept = 0
    for character in text:
        room -= cell_len(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def wrap(text: str, cells: int) -> list[str]:
    """Break `text` into lines of at most `cells` columns: between words, or before and after a wide character.

    No line begins with closing punctuation or ends with an opening bracket, except where one unit is wider
    than the line.
    """
    lines: list[str] = []
    line, used = "", 0
    for unit in _units(text, max(cells, 2)):
        size = cell_len(unit)
        if line and used + size > cells:
            lines.append(line.rstrip(" "))
            line, used = "", 0
            unit = unit.lstrip(" ")
            size = cell_len(unit)
        line += unit
        used += size
    return [*lines, line.rstrip(" ")]


def _units(text: str, cells: int) -> Iterator[str]:
    """Yield the units of a line; one wider than `cells` comes in pieces."""
    for match in _UNIT.finditer(text):
        unit = match[0]
        if cell_len(unit) <= cells:
            yield unit
            continue
        piece, used = "", 0
        for character in unit:
            size = cell_len(character)
            if used + size > cells:
                yield piece
                piece, used = "", 0
            piece += character
            used += size
        yield piece

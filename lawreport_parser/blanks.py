"""The characters that leave a blank, and those that end a line."""

from __future__ import annotations

from typing import Final

__all__ = ["BLANK_CHARACTERS", "LINE_ENDS", "in_one_line", "trim"]

#: White space and the characters without width that crawled pages leave between words.
BLANK_CHARACTERS: Final = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)

#: What ends a line of a page.
LINE_ENDS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"

_BLANKS: Final = frozenset(BLANK_CHARACTERS)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range `start:end` of `text` without the blank characters at its two ends."""
    if start < end and text[start] not in _BLANKS and text[end - 1] not in _BLANKS:
        return start, end
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip(BLANK_CHARACTERS))
    start = min(end, start + len(piece) - len(piece.lstrip(BLANK_CHARACTERS)))
    return start, end


def in_one_line(text: str) -> str:
    """Return `text` on one line: rows are joined, runs of blanks become one space.

    Chinese words that a row broke are whole again (执 + 法); between two rows that meet in ASCII a space stays.
    """
    joined = ""
    for row in text.splitlines():
        words = " ".join(row.split()).strip(BLANK_CHARACTERS)
        between = " " if joined and words and joined[-1].isascii() and words[0].isascii() else ""
        joined += between + words
    return joined

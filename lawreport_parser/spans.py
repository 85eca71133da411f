"""Places in a text: half-open spans of code points, and the same places in other units.

Offsets count Unicode code points, as Python's `str` does. JavaScript, Java and C# count UTF-16 code
units, Go and Rust UTF-8 bytes: `OffsetMap` converts, also where the text holds lone surrogates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Annotated, Final, Literal

from lawreport_parser.field_checks import AtLeast
from lawreport_parser.frozen_model import FrozenModel, model

__all__ = [
    "LineMap",
    "OffsetMap",
    "OffsetUnit",
    "Span",
    "without_surrogates",
]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

OffsetUnit = Literal["codepoint", "utf8", "utf16"]


@model
class Span(FrozenModel):
    """A half-open range of code points: `text[start:end]`."""

    start: Annotated[int, AtLeast(0)]
    end: Annotated[int, AtLeast(0)]

    def of(self, text: str) -> str:
        """Return the piece of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


def without_surrogates(text: str) -> str:
    """Put U+FFFD for each lone surrogate, which UTF-8 has no form for; offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _utf8_width(character: str) -> int:
    point = ord(character)
    return 1 if point < 0x80 else 2 if point < 0x800 else 3 if point < 0x10000 else 4


class OffsetMap:
    """Converts code point offsets of one text into UTF-8 bytes or UTF-16 units, and back.

    A lone surrogate counts three bytes in UTF-8 (as `surrogatepass` encodes it) and one unit in UTF-16.
    Building costs time and memory linear in the text; each conversion is then one look-up.
    """

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self.unit = unit
        if unit == "codepoint" or text.isascii() or (unit == "utf16" and (not text or max(text) < "\U00010000")):
            self._offsets: list[int] | None = None
        elif unit == "utf8":
            self._offsets = [0, *accumulate(map(_utf8_width, text))]
        else:
            self._offsets = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]

    def of(self, offset: int) -> int:
        """Return the offset in this map's unit of a code point offset."""
        return offset if self._offsets is None else self._offsets[offset]

    def back(self, offset: int) -> int:
        """Return the code point offset of an offset in this map's unit (rounded down inside a character)."""
        return offset if self._offsets is None else bisect_right(self._offsets, offset) - 1

    def span(self, span: Span) -> Span:
        """Return `span` in this map's unit."""
        return Span(start=self.of(span.start), end=self.of(span.end))


class LineMap:
    """Finds the line and column (both from 1, columns in code points) of an offset, for messages."""

    def __init__(self, text: str) -> None:
        lengths = [len(line) for line in text.splitlines(keepends=True)]
        self._starts = [0, *accumulate(lengths)]

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of a code point offset."""
        line = max(0, min(bisect_right(self._starts, offset) - 1, len(self._starts) - 1))
        return line + 1, offset - self._starts[line] + 1

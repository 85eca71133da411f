"""Lines of a Word file's text, which know the elements that their characters come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from lawreport_parser.readers.note_marks import Edit

__all__ = ["NUMBER", "Line", "Piece"]

#: The offset of a piece that is the automatic number of its element, a paragraph.
NUMBER: Final = -1


class Piece(NamedTuple):
    """Characters that lie side by side in one element of the document.

    `source` is the element that holds them (`w:t`, `w:tab`, `w:sym` …), and `offset` where in its text they begin; for
    an automatic number the paragraph, and `NUMBER`. `source` is None where the reader put the characters in (the tab
    between two cells).
    """

    text: str
    source: Any = None
    offset: int = 0


@dataclass(slots=True)
class Line:
    """A line of text and the pieces that it is made of: their texts, joined, are `text`."""

    text: str
    pieces: list[Piece]

    @classmethod
    def of(cls, pieces: list[Piece]) -> Line:
        """Return the line that the pieces make."""
        return cls("".join([piece.text for piece in pieces]), pieces)

    def between(self, start: int, end: int) -> Line:
        """Return the part of the line from `start` to `end`."""
        found = []
        at = 0
        for piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                offset = piece.offset if piece.offset == NUMBER else piece.offset + first
                found.append(Piece(piece.text[first:last], piece.source, offset))
            at += len(piece.text)
        return Line(self.text[start:end], found)

    def stripped(self) -> Line:
        """Return the line without blanks at its ends."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.between(start, start + len(bare))

    def parts(self) -> Iterable[Line]:
        """Return the lines that this one holds, parted where a line break is in the text."""
        if "\n" not in self.text:
            return [self]
        found = []
        at = 0
        for text in self.text.split("\n"):
            found.append(self.between(at, at + len(text)))
            at += len(text) + 1
        return found

    def without_tabs(self) -> Line:
        """Return the line with a space for each tab."""
        if "\t" not in self.text:
            return self
        return self.rewritten(self.text.replace("\t", " "))

    def rewritten(self, text: str) -> Line:
        """Return a line with another character in the place of each."""
        found = []
        at = 0
        for piece in self.pieces:
            found.append(piece._replace(text=text[at : at + len(piece.text)]))
            at += len(piece.text)
        return Line(text, found)

    def edited(self, edits: Iterable[Edit]) -> Line:
        """Return the line with edits made; what is written anew counts as coming from where it is written."""
        pieces: list[Piece] = []
        done = 0
        for edit in edits:
            pieces += self.between(done, edit.start).pieces
            if edit.text:
                replaced = self.between(edit.start, edit.end).pieces
                pieces.append(replaced[0]._replace(text=edit.text) if replaced else Piece(edit.text))
            done = edit.end
        return Line.of([*pieces, *self.between(done, len(self.text)).pieces])

    @staticmethod
    def joined(lines: Iterable[Line], between: str) -> Line:
        """Return the lines as one, with the characters `between` between them."""
        pieces: list[Piece] = []
        for number, line in enumerate(lines):
            if number:
                pieces.append(Piece(between))
            pieces += line.pieces
        return Line.of(pieces)

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

    def cut(self, places: Iterable[int]) -> list[Line]:
        """Return the line cut in parts at the places given, which are in order: always one part more than places."""
        found: list[Line] = []
        pieces = iter(self.pieces)
        rest: Piece | None = None
        at = 0
        for place in (*places, len(self.text)):
            held: list[Piece] = []
            start = at
            while at < place:
                piece = next(pieces) if rest is None else rest
                first, rest = _cut_piece(piece, place - at)
                held.append(first)
                at += len(first.text)
            found.append(Line(self.text[start:place], held))
        return found

    def stripped(self) -> Line:
        """Return the line without blanks at its ends."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.cut([start, start + len(bare)])[1]

    def parts(self) -> Iterable[Line]:
        """Return the lines that this one holds, parted where a line break is in the text."""
        if "\n" not in self.text:
            return [self]
        breaks = [place for place, character in enumerate(self.text) if character == "\n"]
        return self.cut([place for each in breaks for place in (each, each + 1)])[::2]

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
        edits = list(edits)
        kept = self.cut([place for edit in edits for place in (edit.start, edit.end)])
        pieces = list(kept[0].pieces)
        for edit, replaced, following in zip(edits, kept[1::2], kept[2::2], strict=True):
            if edit.text:
                source = replaced.pieces[0] if replaced.pieces else Piece("")
                pieces.append(source._replace(text=edit.text))
            pieces += following.pieces
        return Line.of(pieces)

    @staticmethod
    def joined(lines: Iterable[Line], between: str) -> Line:
        """Return the lines as one, with the characters `between` between them."""
        pieces: list[Piece] = []
        for number, line in enumerate(lines):
            if number:
                pieces.append(Piece(between))
            pieces += line.pieces
        return Line.of(pieces)


def _cut_piece(piece: Piece, length: int) -> tuple[Piece, Piece | None]:
    """Return so many characters of a piece, all where it has no more, and the rest of it."""
    if len(piece.text) <= length:
        return piece, None
    offset = piece.offset if piece.offset == NUMBER else piece.offset + length
    return piece._replace(text=piece.text[:length]), Piece(piece.text[length:], piece.source, offset)

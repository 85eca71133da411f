"""What the division of a page gives: pieces of one kind, metadata found, the signature, the page itself."""

from __future__ import annotations

from typing import NamedTuple

from lawreport_parser.blanks import LINE_ENDS

__all__ = ["Found", "Page", "Piece", "Signed", "Stretch"]


class Piece:
    """A stretch of text of one kind: a token of `report.lark` made outside its lexer."""

    __slots__ = ("end", "start", "type")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.type = kind
        self.start = start
        self.end = end


class Stretch:
    """The text between two markers, line by line: one token of `report.lark`."""

    __slots__ = ("pieces", "type")

    def __init__(self, kind: str, pieces: list[Piece]) -> None:
        self.type = kind
        self.pieces = pieces

    @property
    def start(self) -> int:
        """Return where its first line begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Return where its last line ends."""
        return self.pieces[-1].end


class Found(NamedTuple):
    """A value of metadata found on the page: its header field, label as written, value, and place."""

    field: str
    label: str
    value: str
    start: int
    end: int


class Signed(NamedTuple):
    """A signature on the page: places of organisation and date (either may be missing), and of the whole."""

    organisation: tuple[int, int] | None
    date: tuple[int, int] | None
    start: int
    end: int


class Page:
    """A text divided: pieces in front of the body, the body's lines, pieces behind it, and the metadata."""

    __slots__ = (
        "addressee",
        "back",
        "body_end",
        "found",
        "front",
        "inner",
        "line_ends",
        "lines",
        "marks",
        "organs",
        "persons",
        "signature",
        "text",
        "titles",
    )
    type = "PAGE"

    def __init__(self, text: str) -> None:
        self.text = text
        #: The characters that end lines in it.
        self.line_ends = [mark for mark in LINE_ENDS if mark in text]
        self.front: list[Piece] = []
        self.lines: list[Piece] = []
        self.body_end = 0
        self.back: list[Piece] = []
        self.found: list[Found] = []
        #: Stray marks at the edges of lines, set aside.
        self.marks: list[Piece] = []
        #: Titles printed on the page, as lists of (start, end) lines.
        self.titles: list[list[tuple[int, int]]] = []
        #: Names of organisations that stand for themselves in the head.
        self.organs: list[tuple[int, int]] = []
        #: Lines that say who speaks: 石湾县人民政府县长　李某某.
        self.persons: list[tuple[int, int]] = []
        self.addressee: tuple[int, int] | None = None
        self.signature: Signed | None = None
        #: The signatures amid the file, each at the end of a document.
        self.inner: list[Signed] = []

    def with_body(self, text: str, lines: list[Piece]) -> Page:
        """Return a page with another text and lines, no marks set aside, and all else as here."""
        page = Page(text)
        page.lines = lines
        page.front, page.back, page.body_end = self.front, self.back, self.body_end
        page.found, page.titles, page.organs, page.persons = self.found, self.titles, self.organs, self.persons
        page.addressee, page.signature, page.inner = self.addressee, self.signature, self.inner
        return page

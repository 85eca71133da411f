"""The LALR parse of a report: page and candidates in, a tree of plain nodes out.

The grammar is `grammar/report.lark`. Its lexer makes one token per stretch of text and per candidate for a
marker; `SeriesTracker` turns them into the tokens of the grammar. Lark's types stay in this package.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

from lawreport_parser.grammars import load_grammar
from lawreport_parser.outline.candidates import Candidate, CandidateScanner
from lawreport_parser.outline.headings import heading_end
from lawreport_parser.outline.series import SeriesTracker
from lawreport_parser.page import Page, Piece, Stretch
from lawreport_parser.source import trim

__all__ = ["Node", "Outline", "read_outline", "starts_with_marker"]


class Node:
    """A section before it becomes a model: its marker, its own stretches of text, its child sections.

    `heading` is the heading's range in the text, `body_start` where body text begins behind it; `led_by`
    holds the prose that leads in the series this section opens.
    """

    __slots__ = ("body_start", "children", "end", "heading", "led_by", "marker", "pieces")

    def __init__(self, marker: Candidate, pieces: list[Piece], children: list[Node]) -> None:
        self.marker = marker
        self.heading: tuple[int, int] | None = None
        self.body_start = marker.end
        self.led_by: list[Piece] | None = None
        self.pieces = pieces
        self.children = children
        self.end: int = children[-1].end if children else pieces[-1].end if pieces else marker.end


class Outline:
    """What the grammar finds in a report; every list is in the order of the text."""

    __slots__ = ("back", "closing", "front", "preamble", "sections", "signatures")

    def __init__(self) -> None:
        self.front: list[Piece] = []
        self.preamble: list[Piece] = []
        self.sections: list[Node] = []
        self.closing: list[Piece] = []
        self.signatures: list[Piece] = []
        self.back: list[Piece] = []


class _ReportLexer(Lexer):
    """Yields the page, its front pieces, each line followed by its candidates, and its back pieces."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:
        self.scanner = CandidateScanner({each.name: each.pattern.to_regexp() for each in lexer_conf.terminals})

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:  # noqa: ARG002
        page: Page = lexer_state.text
        yield page
        yield from page.front
        yield from self.scanner.scan(page.text, page.lines)
        yield from page.back


class _TreeBuilder(Transformer[Token, Outline]):
    """Makes nodes while the parser reduces; no lark tree is ever built."""

    def section(self, parts: list[Any]) -> Node:
        pieces: list[Piece] = []
        children: list[Node] = []
        for part in parts[1:]:
            if type(part) is Stretch:
                pieces.extend(part)
            else:
                children.extend(part)
        return Node(parts[0], pieces, children)

    def series(self, parts: list[Any]) -> list[Node]:
        return parts[1:-1]

    def front(self, pieces: list[Piece]) -> list[Piece]:
        return pieces

    back = front

    def preamble(self, stretches: list[Stretch]) -> list[Piece]:
        return [piece for stretch in stretches for piece in stretch]

    closing = preamble

    def signed(self, parts: list[Any]) -> list[Piece]:
        pieces: list[Piece] = []
        for part in parts:
            if type(part) is Stretch:
                pieces.extend(part)
            else:
                pieces.append(part)
        return pieces

    def report(self, parts: list[Any]) -> Outline:
        outline = Outline()
        outline.front, outline.preamble, body, outline.back = parts
        prose: list[Piece] | None = None
        for part in body:
            if type(part[0]) is Node:
                part[0].led_by = prose
                outline.sections.extend(part)
                prose = None
            elif part[0].type == "PROSE":
                outline.closing.extend(part)
                prose = part
            else:
                outline.signatures.extend(piece for piece in part if piece.type == "SIGNATURE")
                outline.preamble.extend(piece for piece in part if piece.type == "TEXT")
        return outline

    def body(self, parts: list[Any]) -> list[Any]:
        return parts


@cache
def _grammar() -> Lark:
    return load_grammar(
        "report",
        start="report",
        lexer=_ReportLexer,
        postlex=SeriesTracker(),
        transformer=_TreeBuilder(),
        keep_all_tokens=True,
        propagate_positions=False,
        maybe_placeholders=False,
    )


def read_outline(page: Page) -> Outline:
    """Return the outline of a page. Total: the tracker makes only token sequences that the grammar accepts."""
    # The transformer makes an Outline where lark's types promise a Tree.
    outline = cast(Outline, _grammar().parse(page))
    _find_headings(page.text, outline.sections)
    return outline


def starts_with_marker(line: str) -> bool:
    """Say whether a line begins with what looks like a marker of the block styles (一、 （一） 1. ①, not 一是)."""
    start, end = trim(line, 0, len(line))
    lexer = _grammar().parser.lexer.lexer
    for found in lexer.scanner.scan(line, [Piece("LINE", start, end)]):
        if type(found) is Candidate:
            return found.start == start and not found.style.spoken and not found.doubtful
    return False


def _find_headings(text: str, nodes: list[Node]) -> None:
    for node in nodes:
        pieces = node.pieces
        if pieces:
            first = pieces[0]
            more = len(pieces) > 1 or bool(node.children)
            found = heading_end(text, first.start, first.end, more=more)
            if found is not None:
                node.heading = (first.start, found[0])
                node.body_start = found[1]
        _find_headings(text, node.children)

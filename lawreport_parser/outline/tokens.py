"""From decisions to the tokens of the grammar: what stands between lexer and parser.

`SeriesTracker` is the post-lexer of `report.lark`, as lark's own `Indenter` is one: it manufactures `OPEN` and `CLOSE`
around every series, `UNNUMBERED` before a heading without marker, and `PROSE` and `ANNEX` where a part ends before
the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lawreport_parser.blanks import trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import RoleBasis
from lawreport_parser.outline.candidates import LINE, MISREAD, NO_DOUBT, Candidate
from lawreport_parser.outline.moves import MAX_DEPTH, Level
from lawreport_parser.outline.reading import Reading
from lawreport_parser.outline.series import Decision
from lawreport_parser.outline.styles import STYLES, UNNUMBERED
from lawreport_parser.outline.unnumbered import Nesting, Unnumbered
from lawreport_parser.page import Piece, Stretch, set_markup_aside

__all__ = ["Node", "SeriesTracker", "tokens_of"]

_OUTLINE: Final = Terminals("outline")
_OPEN: Final = Piece("OPEN", 0, 0)
_CLOSE: Final = Piece("CLOSE", 0, 0)


class Node:
    """A section before it becomes a model: its marker as a token; the grammar adds its text and its child sections.

    `ordinal` is its own or, where the numeral is lost, the one due; `notes` are diagnostics about it. `pieces`
    are its own stretches of text. `heading` is the heading's range in the text, `body_start` where body text begins
    behind it; `led_by` holds the prose that leads in the series this section opens; `afresh` says that a further
    document of the same file begins with it. `roles.py` says what part it is.
    """

    __slots__ = (
        "afresh",
        "body_start",
        "children",
        "end",
        "heading",
        "led_by",
        "marker",
        "notes",
        "ordinal",
        "pieces",
        "role_basis",
        "roles",
        "type",
    )

    def __init__(self, marker: Candidate, ordinal: int) -> None:
        self.type = marker.type
        self.marker = marker
        self.ordinal = ordinal
        self.notes: list[tuple[Any, ...]] = []
        self.pieces: list[Piece] = []
        self.children: list[Node] = []
        self.heading: tuple[int, int] | None = None
        self.body_start = self.end = marker.end
        self.led_by: list[Piece] | None = None
        self.afresh = False
        self.roles: list[Role] = []
        self.role_basis: RoleBasis | None = None


def tokens_of(reading: Reading) -> list[Any]:
    """Return the tokens of the grammar that a page makes; the marks of emphasis around text go aside on the page."""
    page = reading.page
    body = page.lines[0].start if page.lines else page.body_end
    around = [*page.front, *page.back]
    tokens = [
        *[piece for piece in around if piece.start < body],
        *SeriesTracker(reading).tokens(reading.decisions),
        *sorted((piece for piece in around if piece.start >= body), key=lambda piece: piece.type != "SIGNATURE"),
    ]
    return set_markup_aside(page, tokens)


class SeriesTracker:
    """Puts out the tokens of the body of one page."""

    def __init__(self, reading: Reading) -> None:
        page = reading.page
        self.text = page.text
        self.lines = page.lines
        self.boundaries = reading.boundaries
        #: The headings without marker, from the last to the next.
        self.unnumbered = reading.unnumbered[::-1]
        #: What may be a member of a series and was left as text, from the last to the next.
        self.left = reading.left[::-1]
        #: The lines that are signatures, from the last to the next whose document has not ended.
        self.signed = [at for at, line in enumerate(page.lines) if line.type == "SIGNED"][::-1]
        #: The numbered series that are open.
        self.levels: tuple[Level, ...] = ()
        #: The sections that are open, and how many series of tokens.
        self.nesting = Nesting(page.text, reading.boundaries)
        self.depth = 0
        #: Of each family the last ordinal, at which depth, in which document.
        self.latest: dict[str, tuple[int, int, int]] = {}
        #: How many documents ended with a signature, and the last section with a marker.
        self.documents = 0
        self.innermost: Node | None = None
        self.next_line = 0
        self.position = page.lines[0].start if page.lines else 0
        self.out: list[Any] = []

    def tokens(self, decisions: list[Decision]) -> list[Any]:
        """Return the tokens of the body."""
        out, text, nesting, superfluous = self.out, self.text, self.nesting, _OUTLINE.SUPERFLUOUS.match
        for decision in decisions:
            candidate, move, ordinal = decision.candidate, decision.move, decision.ordinal
            if self.left:
                self._note_left(candidate.start)
            if move.kind == "text":
                # Deeper than sections nest: the member before it says so.
                self._note_depth(self.innermost, candidate.start, candidate.end)
                continue
            if self.unnumbered:
                self._headings_before(candidate.start, candidate.line, decision)
            if self.signed:
                self._end_documents(candidate.line)
            node = Node(candidate, ordinal)
            if move.kind == "open":
                self._open(decision, node)
            else:
                self._text_until(candidate.start, "TEXT")
                level = decision.levels[move.keep - 1]
                if candidate.ordinal != level.ordinal + 1 or candidate.suffix is not None:
                    self._note_ordinal(node, level)
                self._begin(nesting.marker(decision), afresh=False)
            if nesting.capped:
                self._note_depth(node, candidate.start, candidate.end)
            if candidate.doubt == MISREAD:
                self._note_misread(node)
            out.append(node)
            self.innermost = node
            # 一是，…, （一）、…: a mark too many goes with the marker, not with the words.
            extra = superfluous(text, candidate.end)
            self.position = extra.end() if extra else candidate.end
            self.levels = decision.after
            self.latest[candidate.family] = ordinal, len(decision.after), self.documents
        end = self.lines[-1].end if self.lines else 0
        self._note_left(end)
        self._headings_before(end, len(self.lines), None)
        stop = next((line.start for line in self.lines[self.next_line :] if line.type == "SIGNED"), end)
        tail = self._prose_before(stop, closing=True)
        if tail is not None:
            self._text_until(tail, "TEXT")
            self._close_all()
            self._text_until(stop, "PROSE")
        self._text_until(end, "TEXT")
        self._close_all()
        return out

    def _headings_before(self, end: int, line: int, following: Decision | None) -> None:
        """Put out the headings without marker that stand before `end`; `following` is the marker there."""
        while self.unnumbered and self.unnumbered[-1].start < end:
            heading = self.unnumbered.pop()
            self._end_documents(heading.line)
            # A marker in the next document says nothing of a heading in this one.
            own = following is not None and not (self.signed and self.signed[-1] < line)
            self._heading(heading, following if own else None)

    def _heading(self, heading: Unnumbered, following: Decision | None) -> None:
        opened = self.nesting.open
        numbered = bool(opened) and opened[0].level is not None
        prose = self._prose_before(heading.start, closing=True) if numbered and not heading.bare else None
        before = len(self.nesting.open)
        depth = self.nesting.heading(heading, following)
        if depth is None:
            self._note_depth(self.innermost, heading.start, heading.end)
            return
        if prose is not None and depth == 0:
            self._text_until(prose, "TEXT")
            self._close_all(keep_open=True)
            self._text_until(heading.start, "PROSE")
        else:
            self._text_until(heading.start, "TEXT")
        self._begin(depth, afresh=depth >= before)
        at = heading.start
        marker = Candidate(
            -1, heading.line, UNNUMBERED, STYLES[UNNUMBERED], "unnumbered", at, at, 1, None, LINE, "", NO_DOUBT
        )
        self.out.append(Node(marker, 1))

    def _end_documents(self, line: int) -> None:
        """Put out the text up to the signatures before a line: each ends a document."""
        while self.signed and self.signed[-1] < line:
            at = self.signed.pop()
            if at >= self.next_line:
                self._text_until(self.lines[at].end, "TEXT")

    def _prose_before(self, end: int, *, closing: bool) -> int | None:
        """Return where prose for the whole report begins between the last section that began and `end`."""
        opened = self.nesting.open
        if not opened:
            return None
        parts, outer = [section.end for section in opened], opened[0]
        return self.boundaries.prose_behind(
            parts, end, self.nesting.roles(outer), broken=outer.on_lines, closing=closing
        )

    def _begin(self, depth: int, *, afresh: bool) -> None:
        """Put out what stands before a section at a depth: series end, and one begins `afresh` or where none is."""
        self._close_to(depth if afresh else depth + 1)
        if self.depth == depth:
            self.out.append(_OPEN)
            self.depth += 1

    def _open(self, decision: Decision, node: Node) -> None:
        """Put out the text before the first member of a series, with what ends a part in between."""
        candidate, keep = decision.candidate, decision.move.keep
        boundaries, opened = self.boundaries, self.nesting.open
        prose = annex = None
        if opened and keep == 0:
            annex = boundaries.annex(opened[-1].end, candidate.start) if candidate.ordinal == 1 else None
            prose = self._prose_before(annex or candidate.start, closing=annex is not None)
        self._text_until(prose or annex or candidate.start, "TEXT")
        levels = self.levels
        if prose is not None or annex is not None:
            self._close_all()
        if prose is not None:
            self._text_until(annex or candidate.start, "PROSE")
        if annex is not None:
            self._text_until(candidate.start, "ANNEX")
        depth = self.nesting.marker(decision)
        above = self.nesting.open[depth - 1] if depth else None
        # Below a heading without marker, numbers begin again without a word.
        heading = above.end if above is not None and above.level is None else 0
        self._note_first(decision, node, levels, heading)
        self._begin(depth, afresh=True)

    # --- notes

    def _note_first(self, decision: Decision, node: Node, levels: Sequence[Level], heading: int) -> None:
        """Say that a formal series begins again, or above 1.

        `levels` are the series open before it; `heading` is the place of the heading without marker above it, or 0.
        """
        candidate, style = decision.candidate, decision.candidate.style
        place = candidate.start, candidate.end
        latest = self.latest.get(candidate.family)
        if candidate.suffix is not None:
            # 第二条之一 without 第二条
            node.notes.append(("missing-ordinal", *place, 0, candidate.ordinal))
            return
        if candidate.ordinal > 1:
            if latest != (candidate.ordinal - 1, len(decision.after), self.documents):
                node.notes.append(("missing-ordinal", *place, 0, candidate.ordinal))
            return
        ended = [level for level in levels[decision.move.keep :] if level.last.family == candidate.family]
        if style.spoken or (ended and heading > ended[-1].last.end) or (heading and not ended):
            return
        if ended:
            node.notes.append(("restarted-ordinal", *place, ended[-1].ordinal))
        elif not levels and latest is not None:
            node.notes.append(("restarted-ordinal", *place, latest[0]))

    def _note_left(self, end: int) -> None:
        """Say at the section before it what stands before `end` and may be a member of a series."""
        while self.left and self.left[-1].start < end:
            left = self.left.pop()
            if self.innermost is not None:
                self.innermost.notes.append(("doubtful-marker", left.start, left.end, self.text[left.start : left.end]))

    def _note_depth(self, node: Node | None, start: int, end: int) -> None:
        """Say at a member that what stands at `start:end` would nest deeper than sections may."""
        if node is not None:
            node.notes.append(("depth-capped", start, end, MAX_DEPTH))

    def _note_misread(self, node: Node) -> None:
        """Say that the marker is not written as one: —、 for 一、"""
        place = node.marker.start, node.marker.end
        node.notes.append(("misread-ordinal", *place, self.text[slice(*place)], node.ordinal))

    def _note_ordinal(self, node: Node, level: Level) -> None:
        """Say that a numeral was lost, or that an ordinal is not the one due in its series, `level`."""
        candidate = node.marker
        place = candidate.start, candidate.end
        step = candidate.ordinal - level.ordinal
        if candidate.ordinal == 0:
            node.notes.append(("lost-ordinal", *place, node.ordinal))
        elif candidate.suffix is None and (candidate.ordinal == level.highest + 1 or candidate.family == "sequence"):
            return
        elif step > 0:
            node.notes.append(("missing-ordinal", *place, level.ordinal, candidate.ordinal))
        elif step < 0 and candidate.ordinal == 1 and not candidate.style.spoken:
            node.notes.append(("restarted-ordinal", *place, level.ordinal))
        elif step < 0:
            node.notes.append(("out-of-order-ordinal", *place, level.ordinal, candidate.ordinal))
        elif (candidate.suffix or 0) != (level.last.suffix or 0) + 1:
            node.notes.append(("repeated-ordinal", *place, candidate.ordinal))

    # --- text between markers

    def _text_until(self, end: int, kind: str) -> None:
        """Put out the text from the present position to `end`, line by line, and signatures as such."""
        position = self.position
        if position >= end:
            return
        lines = self.lines
        pieces: list[Piece] = []
        at, count = self.next_line, len(lines)
        while at < count:
            line = lines[at]
            start = line.start
            stop = line_end = line.end
            if line.type == "SIGNED":
                # A signature ends the document: whatever is numbered behind it begins afresh.
                self._put(kind, pieces)
                pieces = []
                self._close_all()
                self.documents += 1
                self.out.append(Piece("SIGNATURE", start, line_end))
                at += 1
                continue
            if start >= end:
                break
            if start < position or line_end > end:
                start, stop = trim(self.text, start if start > position else position, stop if stop < end else end)
            if start < stop:
                pieces.append(Piece(kind, start, stop))
            if line_end > end:
                break
            at += 1
        self._put(kind, pieces)
        self.next_line, self.position = at, end

    def _put(self, kind: str, pieces: list[Piece]) -> None:
        if pieces:
            self.out.append(Stretch(kind, pieces))

    def _close_to(self, depth: int) -> None:
        """Put out the end of all series but the outermost `depth`."""
        if self.depth > depth:
            self.out.extend([_CLOSE] * (self.depth - depth))
            self.depth = depth

    def _close_all(self, *, keep_open: bool = False) -> None:
        self._close_to(0)
        self.levels = ()
        if not keep_open:
            self.nesting.end_all()

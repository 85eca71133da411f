"""From decisions to the tokens of the grammar: what stands between lexer and parser.

`SeriesTracker` is the post-lexer of `report.lark`, as lark's own `Indenter` is one: it manufactures `OPEN` and `CLOSE`
around every series, and `PROSE` and `ANNEX` where a part ends before the next begins.
"""

from __future__ import annotations

from typing import Any, Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import MISREAD, Candidate
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.contents import strike_announcements
from lawreport_parser.outline.evidence import Evidence
from lawreport_parser.outline.moves import MAX_DEPTH, Level
from lawreport_parser.outline.series import Decision, decide
from lawreport_parser.page import Page, Piece, Stretch
from lawreport_parser.spans import trim

__all__ = ["Member", "SeriesTracker"]

_OUTLINE: Final = Terminals("outline")
_OPEN: Final = Piece("OPEN", 0, 0)
_CLOSE: Final = Piece("CLOSE", 0, 0)


class Member:
    """A marker that is one: the token of a section.

    `ordinal` is its own or, where the numeral is lost, the one due; `notes` are diagnostics about it; `lead` is the
    unnumbered heading above a series that it opens, or the sentence by which a part on problems turns to plans.
    """

    __slots__ = ("candidate", "lead", "notes", "ordinal", "type")

    def __init__(self, candidate: Candidate, ordinal: int) -> None:
        self.type = candidate.type
        self.candidate = candidate
        self.ordinal = ordinal
        self.notes: list[tuple[Any, ...]] = []
        self.lead: tuple[int, int] | None = None


class SeriesTracker:
    """Decides on the candidates of a page and puts out the tokens of the grammar.

    `lexicon` tells the names of parts, numbered or not.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def process(self, page: Page, candidates: list[Candidate]) -> list[Any]:
        """Turn a page and its candidates into the tokens of the grammar."""
        links = Links(candidates)
        struck = strike_announcements(page.text, candidates, links)
        boundaries = Boundaries(page.text, self.lexicon)
        evidence = Evidence(page.text, candidates, links, boundaries)
        ends = [line.end for line in page.lines if line.type == "SIGNED"]
        decisions = decide(candidates, links, evidence, struck, ends)
        body = page.lines[0].start if page.lines else page.body_end
        around = [*page.front, *page.back]
        return [
            *[piece for piece in around if piece.start < body],
            *_Writer(page, boundaries).tokens(decisions),
            *sorted((piece for piece in around if piece.start >= body), key=lambda piece: piece.type != "SIGNATURE"),
        ]


class _Writer:
    """Writes the tokens of the body of one page."""

    def __init__(self, page: Page, boundaries: Boundaries) -> None:
        self.text = page.text
        self.lines = page.lines
        self.boundaries = boundaries
        #: The series that are open, and the last ordinal of each family in this document.
        self.levels: tuple[Level, ...] = ()
        self.latest: dict[str, int] = {}
        self.next_line = 0
        self.position = page.lines[0].start if page.lines else 0
        self.out: list[Any] = []

    def tokens(self, decisions: list[Decision]) -> list[Any]:
        """Return the tokens of the body."""
        out, text = self.out, self.text
        for decision in decisions:
            candidate = decision.candidate
            signed = self._ends_before(candidate)
            while signed is not None:
                self._text_until(signed, "TEXT")
                signed = self._ends_before(candidate)
            if decision.move.kind == "text":
                # Deeper than sections nest: the last member says so.
                member.notes.append(("depth-capped", candidate.start, candidate.end, MAX_DEPTH))
                continue
            member = Member(candidate, decision.ordinal)
            if decision.move.kind == "open":
                self._open(decision, member)
            else:
                self._text_until(candidate.start, "TEXT")
                self._close_to(decision.move.keep)
                self._note_ordinal(decision, member)
            out.append(member)
            # 一是，…, （一）、…: a mark too many goes with the marker, not with the words.
            extra = _OUTLINE.SUPERFLUOUS.match(text, candidate.end)
            self.position = extra.end() if extra else candidate.end
            self.levels = decision.after
            self.latest[candidate.family] = decision.ordinal
        end = self.lines[-1].end if self.lines else 0
        stop = next((line.start for line in self.lines[self.next_line :] if line.type == "SIGNED"), end)
        if self.levels:
            tail = self.boundaries.prose(self.levels, stop, closing=True)
            if tail is not None:
                self._text_until(tail, "TEXT")
                self._close_to(0)
                self._text_until(stop, "PROSE")
        self._text_until(end, "TEXT")
        self._close_to(0)
        return out

    def _ends_before(self, candidate: Candidate) -> int | None:
        """Return the end of the next signature, if one stands before a candidate: it ends a document."""
        for at in range(self.next_line, candidate.line):
            if self.lines[at].type == "SIGNED":
                return self.lines[at].end
        return None

    def _open(self, decision: Decision, member: Member) -> None:
        """Put out the text before the first member of a series, with what ends a part in between."""
        candidate, keep = decision.candidate, decision.move.keep
        boundaries = self.boundaries
        prose = annex = turn = None
        start = self.position
        if self.levels and keep == 0:
            annex = boundaries.annex(self.levels[-1].last.end, candidate.start) if candidate.ordinal == 1 else None
            prose = boundaries.prose(self.levels, annex or candidate.start, closing=annex is not None)
        elif keep == 1 < len(self.levels):
            turn = boundaries.turns_to_plans(candidate, self.levels)
        self._text_until(prose or annex or candidate.start, "TEXT")
        self._note_first(decision, member, runs_on=prose is None)
        self._close_to(keep)
        if prose is not None:
            self._text_until(annex or candidate.start, "PROSE")
        if annex is not None:
            self._text_until(candidate.start, "ANNEX")
        member.lead = turn or boundaries.heading(start, candidate.start)
        self.out.append(_OPEN)

    # --- notes

    def _note_first(self, decision: Decision, member: Member, *, runs_on: bool) -> None:
        """Say that a formal series begins again, or above 1."""
        candidate, style = decision.candidate, decision.candidate.style
        place = candidate.start, candidate.end
        self._note_misread(decision, member)
        latest = self.latest.get(candidate.family)
        if candidate.ordinal > 1:
            if latest != candidate.ordinal - 1 or not runs_on:
                member.notes.append(("missing-ordinal", *place, 0, candidate.ordinal))
            return
        ended = [level for level in self.levels[decision.move.keep :] if level.last.family == candidate.family]
        if style.spoken:
            return
        if ended:
            member.notes.append(("restarted-ordinal", *place, ended[-1].ordinal))
        elif not self.levels and latest is not None:
            member.notes.append(("restarted-ordinal", *place, latest))

    def _note_misread(self, decision: Decision, member: Member) -> None:
        """Say that the marker is not written as one: —、 for 一、"""
        candidate = decision.candidate
        if candidate.doubt == MISREAD:
            place = candidate.start, candidate.end
            member.notes.append(("misread-ordinal", *place, self.text[slice(*place)], decision.ordinal))

    def _note_ordinal(self, decision: Decision, member: Member) -> None:
        """Say that a numeral was lost, or that an ordinal is not the one due."""
        candidate = decision.candidate
        place = candidate.start, candidate.end
        self._note_misread(decision, member)
        level = decision.levels[decision.move.keep - 1]
        step = candidate.ordinal - level.ordinal
        if candidate.ordinal == 0:
            member.notes.append(("lost-ordinal", *place, decision.ordinal))
        elif step == 1 or candidate.ordinal == level.highest + 1 or candidate.family == "sequence":
            return
        elif step > 1:
            member.notes.append(("missing-ordinal", *place, level.ordinal, candidate.ordinal))
        elif step < 0:
            member.notes.append(("out-of-order-ordinal", *place, level.ordinal, candidate.ordinal))
        elif (candidate.suffix or 0) != (level.last.suffix or 0) + 1:
            member.notes.append(("repeated-ordinal", *place, candidate.ordinal))

    # --- text between markers

    def _text_until(self, end: int, kind: str) -> None:
        """Put out the text from the present position to `end`, line by line, and signatures as such."""
        lines, text = self.lines, self.text
        position = self.position
        if position >= end:
            return
        pieces: list[Piece] = []
        at, count = self.next_line, len(lines)
        while at < count:
            line = lines[at]
            line_end = line.end
            if line.type == "SIGNED":
                # A signature ends the document: whatever is numbered behind it begins afresh.
                self._put(kind, pieces)
                pieces = []
                self._close_to(0)
                self.out.append(Piece("SIGNATURE", line.start, line_end))
                at += 1
                continue
            start = line.start if line.start > position else position
            stop = line_end if line_end < end else end
            if start < stop:
                if start > line.start or stop < line_end:
                    start, stop = trim(text, start, stop)
                if start < stop:
                    pieces.append(Piece(kind, start, stop))
            if line_end > end:
                break
            at += 1
        self._put(kind, pieces)
        self.next_line, self.position = at, end

    def _put(self, kind: str, pieces: list[Piece]) -> None:
        if pieces:
            stretch = Stretch(pieces)
            stretch.type = kind
            self.out.append(stretch)

    def _close_to(self, keep: int) -> None:
        """Put out the end of all series but the outermost `keep`."""
        self.out.extend([_CLOSE] * (len(self.levels) - keep))
        self.levels = self.levels[:keep]

"""Runs the stages of the reading anew, and keeps what each of them saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.explain.lookalikes import verdict_at
from lawreport_parser.explain.model import (
    CandidateRow,
    DecisionRow,
    Explanation,
    HeadingOutcome,
    HeadingRow,
    LineRow,
    Outcome,
    PieceRow,
    Reason,
    RoleRow,
    SectionRow,
    Stage,
    TokenRow,
    WeighedMove,
)
from lawreport_parser.explain.places import Places
from lawreport_parser.explain.words import LABELS, OUTCOMES, PLACE_NAMES, brief
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.model import Paragraph, Section
from lawreport_parser.outline.candidates import MISREAD, Candidate
from lawreport_parser.outline.heading_weights import HEADING_ROWS
from lawreport_parser.outline.misread import read_as
from lawreport_parser.outline.moves import TEXT, TOO_DEEP, Level, Move, legal_moves
from lawreport_parser.outline.reading import Reading, reading_of
from lawreport_parser.outline.series import decide, plain_move
from lawreport_parser.outline.styles import UNNUMBERED
from lawreport_parser.outline.tokens import Node, tokens_of
from lawreport_parser.outline.unnumbered import looks_of
from lawreport_parser.outline.weights import ROWS, WEIGHTS, class_of
from lawreport_parser.page import Page, divide_page
from lawreport_parser.spans import LineMap

__all__ = ["explain_report", "replay"]

#: So many of the moves of a candidate are kept, the one that was taken among them.
_MOVES: Final = 4


class Step(NamedTuple):
    """A candidate at its turn: what becomes of it, and what was open before."""

    candidate: Candidate
    outcome: Outcome
    move: Move | None
    levels: tuple[Level, ...]
    latest: dict[str, int]


def explain_report(
    text: str,
    sections: Sequence[Section],
    *,
    section: Section | None = None,
    at: int | None = None,
    lexicon: Lexicon = DEFAULT_LEXICON,
    furniture: Sequence[Paragraph] = (),
) -> Explanation:
    """Return how a text was read that has these sections: all of it, one section, or the place `at`, an offset.

    `furniture` is that of a report from a file: what its reader put behind the text is told by it. Time is linear in
    the text, and a few times that of reading it.
    """
    if at is not None and not 0 <= at < len(text):
        raise ValueError(f"the place {at} is outside the text, which has {len(text)} characters")
    told = _Told(divide_page(text, _behind(text, furniture)), sections, lexicon)
    return told.of_place(at) if at is not None else told.of_section(section)


def replay(reading: Reading) -> list[Step]:
    """Return each candidate at its turn, as `decide` came to it, with the series that were open then."""
    taken = {each.candidate.number: TOO_DEEP if each.move is TEXT else each.move for each in reading.decisions}
    asked: dict[int, Step] = {}

    def again(candidate: Candidate, levels: tuple[Level, ...], latest: Mapping[str, int]) -> Move:
        move = taken.get(candidate.number, TEXT)
        outcome: Outcome = "deep" if move is TOO_DEEP else move.kind
        asked[candidate.number] = Step(candidate, outcome, move, levels, dict(latest))
        return move

    decide(reading.candidates, reading.struck, reading.ends, again)
    return [asked.get(each.number) or _unasked(each, reading.struck) for each in reading.candidates]


def _unasked(candidate: Candidate, struck: set[int]) -> Step:
    """Return what became of a candidate that only announces, or lies within the marker before it."""
    return Step(candidate, "announced" if candidate.number in struck else "covered", None, (), {})


def _behind(text: str, furniture: Sequence[Paragraph]) -> int | None:
    """Return from where on a text holds nothing but furniture, if it ends so."""
    found, end = None, len(text)
    for paragraph in reversed(furniture):
        if text[paragraph.span.end : end].strip(BLANK_CHARACTERS):
            break
        found = end = paragraph.span.start
    return found


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield from section.walk()


class _Told:
    """What the stages made of a page, told in places of its text as given."""

    def __init__(self, page: Page, sections: Sequence[Section], lexicon: Lexicon) -> None:
        self.page = page
        self.text = page.text
        self.sections = sections
        self.lexicon = lexicon
        self.read = read = reading_of(page, lexicon)
        self.places = Places(read.rows)
        self.tokens = tokens_of(read)
        if read.rows is not None:
            page.marks.extend(read.rows.pieces(read.page.marks))
        self.lines = LineMap(page.text)
        self.numbered = {each.marker.span.start: each.id for each in _walk(sections) if each.marker.text}
        self.unnumbered = {each.marker.span.start: each for each in _walk(sections) if not each.marker.text}
        self.reasons: dict[tuple[str, str], Reason] = {}

    def of_section(self, section: Section | None) -> Explanation:
        """Return the explanation of a section, or of the whole text."""
        text = self.text
        start, end = (0, len(text)) if section is None else (section.span.start, section.span.end)
        shown = [each for each in self.read.candidates if start <= self.places.start(each.start) < end]
        told = list(_walk(self.sections) if section is None else section.walk())
        tokens = self.tokens if section is None else self._tokens_of(start)
        stages = (
            Stage("lines", tuple(row for row in self._lines() if row.start < end and row.end > start)),
            Stage("page", tuple(row for row in _pieces(self.page) if row.start < end and row.end > start)),
            Stage("candidates", tuple(self._candidates(shown))),
            Stage("decisions", tuple(self._decisions(shown))),
            Stage("headings", tuple(row for row in self._headings() if start <= row.start < end)),
            Stage("tokens", tuple(self._tokens(tokens, start))),
            Stage("tree", tuple(map(_section, told))),
            Stage("roles", tuple(map(_role, told))),
        )
        return Explanation(text, section.id if section else None, None, self._same(), stages)

    def of_place(self, at: int) -> Explanation:
        """Return the explanation of what stands at a place."""
        places = self.places
        here = [each for each in self.read.candidates if places.start(each.start) <= at < places.end(each.end)]
        rows = self._decisions(here)
        headings = [row for row in self._headings() if row.start <= at < row.end]
        verdict = verdict_at(self.page, self.read.page, places, at, rows, headings)
        there = (
            Stage("candidates", tuple(self._candidates(here))),
            Stage("decisions", tuple(rows)),
            Stage("headings", tuple(headings)),
        )
        return Explanation(self.text, None, verdict, self._same(), there)

    def _same(self) -> bool:
        """Say whether the sections are those of the text as it is read now."""
        read = [self.places.start(token.marker.start) for token in self.tokens if isinstance(token, Node)]
        return read == [each.marker.span.start for each in _walk(self.sections)]

    # --- rows

    def _lines(self) -> Iterator[LineRow]:
        text, rows, at = self.text, self.read.rows, 0
        continuing = () if rows is None else rows.continuing
        joined = {self.lines.place(self.page.lines[each].start)[0] for each in continuing}
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            start, end = trim(text, at, at + len(line))
            if start < end:
                yield LineRow(number, start, end, text[start:end], number in joined)
            at += len(line)

    def _candidates(self, shown: Sequence[Candidate]) -> Iterator[CandidateRow]:
        page, links, places = self.read.page, self.read.links, self.places
        for each in shown:
            number, start, end = each.number, places.start(each.start), places.end(each.end)
            around = (links.previous[number], links.following[number], links.awaited[number])
            previous, following, awaited = (None if other is None else places.start(other.start) for other in around)
            meant = read_as(page.text, each, page.lines[each.line].end) if each.doubt == MISREAD else None
            yield CandidateRow(
                number,
                start,
                end,
                self.text[start:end],
                each.style.name,
                each.ordinal,
                each.suffix,
                PLACE_NAMES[each.place],
                each.doubt,
                meant,
                previous,
                following,
                awaited,
                links.strength[number],
            )

    def _decisions(self, shown: Sequence[Candidate]) -> list[DecisionRow]:
        """Return what became of these candidates, and why; they are weighed also where it was clear without."""
        wanted = {each.number for each in shown}
        return [self._decision(step) for step in replay(self.read) if step.candidate.number in wanted]

    def _decision(self, step: Step) -> DecisionRow:
        candidate, taken = step.candidate, step.move
        start, end = self.places.start(candidate.start), self.places.end(candidate.end)
        moves: list[WeighedMove] = []
        count, plain, section = 0, False, None
        if taken is not None:
            plain = plain_move(candidate, step.levels, self.read.links, self.read.evidence) == taken
            weighed = [self._weigh(step, move) for move in legal_moves(step.levels, candidate)]
            weighed.sort(key=lambda each: (each[1] != taken, -each[0]))
            count = len(weighed)
            moves = [self._move(step, *each) for each in weighed[:_MOVES]]
            section = self.numbered.get(start) if taken.kind != "text" and taken is not TOO_DEEP else None
        words, left_out = self.text[start:end], count - len(moves)
        return DecisionRow(candidate.number, start, end, words, step.outcome, plain, section, tuple(moves), left_out)

    def _weigh(self, step: Step, move: Move) -> tuple[int, Move, list[str]]:
        table = WEIGHTS[class_of(step.candidate)]
        features = self.read.evidence.of(step.candidate, move, step.levels, step.latest)
        return sum(table.get(feature, 0) for feature in features), move, features

    def _move(self, step: Step, weight: int, move: Move, features: Sequence[str]) -> WeighedMove:
        marker, said = None, OUTCOMES[move.kind]
        if move.kind != "text" and move.keep:
            last = step.levels[move.keep - 1].last
            marker, end = self.places.start(last.start), self.places.end(last.end)
            line, column = self.lines.place(marker)
            said = said.of(brief(self.text[marker:end]), f"{line}:{column}")
        elif move.kind == "open":
            said = LABELS["outermost"]
        reasons = [self._reason(step.candidate, feature) for feature in features]
        reasons.sort(key=lambda reason: -abs(reason.weight))
        return WeighedMove(move.kind, marker, weight, tuple(reasons), said.english, said.chinese)

    def _reason(self, candidate: Candidate, feature: str) -> Reason:
        key = class_of(candidate), feature
        if key not in self.reasons:
            row = ROWS.get(feature)
            english, chinese = (row.english, row.chinese) if row else (feature, feature)
            self.reasons[key] = Reason(feature, WEIGHTS[key[0]].get(feature, 0), english, chinese)
        return self.reasons[key]

    def _headings(self) -> Iterator[HeadingRow]:
        read, places = self.read, self.places
        opened = {token.marker.start for token in self.tokens if isinstance(token, Node) and token.type == UNNUMBERED}
        for look in looks_of(read.page, read.decisions, self.lexicon):
            line = read.page.lines[look.line]
            start, end = places.start(line.start), places.end(line.end)
            outcome: HeadingOutcome = look.fate
            if outcome == "heading" and line.start not in opened:
                outcome = "deep"
            section = self.unnumbered.get(start) if outcome == "heading" else None
            number, depth = (section.id, section.depth) if section else (None, None)
            reasons = [Reason(*HEADING_ROWS[feature]) for feature in look.features]
            reasons.sort(key=lambda reason: -abs(reason.weight))
            words = self.text[start:end]
            yield HeadingRow(start, end, words, outcome, number, depth, look.weight, tuple(reasons))

    def _tokens_of(self, start: int) -> list[Any]:
        """Return the tokens of the section whose marker begins at `start`: up to its fellow, or its series ends."""
        found: list[Any] = []
        depth = 0
        for token in self.tokens:
            if not found:
                if isinstance(token, Node) and self.places.start(token.marker.start) == start:
                    found.append(token)
                continue
            ends_series = token.type == "CLOSE" and not depth
            if ends_series or (not depth and isinstance(token, Node)):
                break
            depth += (token.type == "OPEN") - (token.type == "CLOSE")
            found.append(token)
        return found

    def _tokens(self, tokens: Sequence[Any], start: int) -> Iterator[TokenRow]:
        found = [self._place_of(token) for token in tokens]
        following: list[int | None] = [None] * len(tokens)
        for at in range(len(tokens) - 2, -1, -1):
            place = found[at + 1]
            following[at] = place[0] if place else following[at + 1]
        reached = start
        for token, place, after in zip(tokens, found, following, strict=True):
            if place is None:
                at = reached if token.type == "CLOSE" or after is None else after
                place = at, at
            else:
                reached = place[1]
            yield TokenRow(token.type, *place, self.text[slice(*place)])

    def _place_of(self, token: Any) -> tuple[int, int] | None:
        """Return the place of a token; None of OPEN and CLOSE, which have none."""
        if token.type in ("OPEN", "CLOSE"):
            return None
        if isinstance(token, Node):
            start, end = token.marker.start, token.marker.end
        else:
            start, end = token.start, token.end
        place = self.places.start(start)
        return place, max(place, self.places.end(end))


def _pieces(page: Page) -> list[PieceRow]:
    pieces = sorted([*page.front, *page.lines, *page.back, *page.marks], key=lambda piece: (piece.start, piece.end))
    found = sorted((each.start, each.field) for each in page.found)
    rows, at = [], 0
    for piece in pieces:
        fields: list[str] = []
        while at < len(found) and found[at][0] < piece.end:
            if found[at][0] >= piece.start and found[at][1] not in fields:
                fields.append(found[at][1])
            at += 1
        words = page.text[piece.start : piece.end]
        rows.append(PieceRow(piece.type, piece.start, piece.end, words, tuple(fields)))
    return rows


def _section(section: Section) -> SectionRow:
    heading = section.heading.text if section.heading else None
    span = section.span
    return SectionRow(section.id, section.depth, span.start, span.end, section.marker.text, heading)


def _role(section: Section) -> RoleRow:
    span = section.span
    return RoleRow(section.id, span.start, span.end, tuple(section.roles), section.role_basis)

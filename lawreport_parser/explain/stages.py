"""Runs the stages of the reading anew, and keeps what each of them saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from lawreport_parser.explain.lookalikes import verdict_at
from lawreport_parser.explain.model import (
    CandidateRow,
    DecisionRow,
    Explanation,
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
from lawreport_parser.explain.words import LABELS, OUTCOMES, PLACE_NAMES, brief
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon
from lawreport_parser.model import Paragraph, Section
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import Candidate
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.contents import strike_announcements
from lawreport_parser.outline.evidence import Evidence
from lawreport_parser.outline.moves import Level, Move, legal_moves
from lawreport_parser.outline.series import Decision, decide, plain_move
from lawreport_parser.outline.tokens import Member
from lawreport_parser.outline.tree import candidates_of, tokens_of
from lawreport_parser.outline.weights import ROWS, WEIGHTS, class_of
from lawreport_parser.page import Page, divide_page
from lawreport_parser.spans import BLANK_CHARACTERS, LineMap, trim

__all__ = ["explain_report", "replay"]

#: So many of the moves of a candidate are kept, the one that was taken among them.
_MOVES: Final = 4


class _Read(NamedTuple):
    """What the stages of the outline make of a page."""

    page: Page
    candidates: list[Candidate]
    links: Links
    struck: set[int]
    evidence: Evidence
    decisions: list[Decision]
    tokens: list[Any]


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
    read = _read(divide_page(text, _behind(text, furniture)), lexicon)
    starts = {each.marker.span.start: each.id for each in _walk(sections) if each.marker.text}
    same = [each.marker.span.start for each in _walk(sections)] == [
        token.candidate.start for token in read.tokens if isinstance(token, Member)
    ]
    weigher = _Weigher(text, read, starts)
    if at is not None:
        here = [each for each in read.candidates if each.start <= at < each.end]
        rows = weigher.decisions(here)
        verdict = verdict_at(text, read.page, at, rows)
        there = (Stage("candidates", tuple(_candidates(read, here))), Stage("decisions", tuple(rows)))
        return Explanation(text, None, verdict, same, there)
    start, end = (0, len(text)) if section is None else (section.span.start, section.span.end)
    shown = [each for each in read.candidates if start <= each.start < end]
    told = list(_walk(sections) if section is None else section.walk())
    tokens = read.tokens if section is None else _tokens_of(read.tokens, start)
    stages = (
        Stage("lines", tuple(row for row in _lines(text) if row.start < end and row.end > start)),
        Stage("page", tuple(row for row in _pieces(read.page) if row.start < end and row.end > start)),
        Stage("candidates", tuple(_candidates(read, shown))),
        Stage("decisions", tuple(weigher.decisions(shown))),
        Stage("tokens", tuple(_tokens(text, tokens, start))),
        Stage("tree", tuple(map(_section, told))),
        Stage("roles", tuple(map(_role, told))),
    )
    return Explanation(text, section.id if section else None, None, same, stages)


def replay(
    candidates: Sequence[Candidate], decisions: Sequence[Decision], struck: set[int], ends: Sequence[int]
) -> Iterator[Step]:
    """Yield each candidate at its turn, as `decide` came to it: the series that were open tell what it could become.

    `latest` of a step holds until the next step is asked for.
    """
    taken = {decision.candidate.number: decision for decision in decisions}
    levels: tuple[Level, ...] = ()
    latest: dict[str, int] = {}
    reached = next_end = 0
    for candidate in candidates:
        while next_end < len(ends) and ends[next_end] < candidate.start:
            levels, latest = (), {}
            next_end += 1
        decision = taken.get(candidate.number)
        if decision is not None:
            kind = decision.move.kind
            yield Step(candidate, kind, decision.move, decision.levels, latest)
            levels, reached = decision.after, candidate.end
            if candidate.type != "DECIMAL":
                latest[candidate.family] = decision.ordinal
        elif candidate.number in struck:
            yield Step(candidate, "announced", None, levels, latest)
        elif candidate.start < reached:
            yield Step(candidate, "covered", None, levels, latest)
        else:
            yield Step(candidate, "text", Move("text"), levels, latest)


def _read(page: Page, lexicon: Lexicon) -> _Read:
    candidates = candidates_of(page)
    links = Links(candidates)
    struck = strike_announcements(page.text, candidates, links)
    evidence = Evidence(page.text, candidates, links, Boundaries(page.text, lexicon))
    decisions = decide(candidates, links, evidence, struck, _ends(page))
    return _Read(page, candidates, links, struck, evidence, decisions, tokens_of(page, candidates, lexicon))


def _ends(page: Page) -> list[int]:
    return [line.end for line in page.lines if line.type == "SIGNED"]


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


# --- rows


def _lines(text: str) -> Iterator[LineRow]:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        start, end = trim(text, at, at + len(line))
        if start < end:
            yield LineRow(number, start, end, text[start:end])
        at += len(line)


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


def _candidates(read: _Read, shown: Sequence[Candidate]) -> Iterator[CandidateRow]:
    text, links = read.page.text, read.links
    for each in shown:
        number = each.number
        around = (links.previous[number], links.following[number], links.awaited[number])
        previous, following, awaited = (None if other is None else other.start for other in around)
        yield CandidateRow(
            number,
            each.start,
            each.end,
            text[each.start : each.end],
            each.style.name,
            each.ordinal,
            each.suffix,
            PLACE_NAMES[each.place],
            each.doubt,
            previous,
            following,
            awaited,
            links.strength[number],
        )


class _Weigher:
    """Weighs what candidates could become, also those for which it was clear without weighing."""

    def __init__(self, text: str, read: _Read, sections: dict[int, str]) -> None:
        self.text = text
        self.read = read
        self.sections = sections
        self.lines = LineMap(text)
        self.reasons: dict[tuple[str, str], Reason] = {}

    def decisions(self, shown: Sequence[Candidate]) -> list[DecisionRow]:
        """Return what became of these candidates, and why."""
        read, wanted = self.read, {each.number for each in shown}
        steps = replay(read.candidates, read.decisions, read.struck, _ends(read.page))
        return [self._row(step) for step in steps if step.candidate.number in wanted]

    def _row(self, step: Step) -> DecisionRow:
        candidate, taken = step.candidate, step.move
        start, end = candidate.start, candidate.end
        moves: list[WeighedMove] = []
        count, plain, section = 0, False, None
        if taken is not None:
            plain = plain_move(candidate, step.levels, self.read.links, self.read.evidence) == taken
            weighed = [self._weigh(step, move) for move in legal_moves(step.levels, candidate)]
            weighed.sort(key=lambda each: (each[1] != taken, -each[0]))
            count = len(weighed)
            moves = [self._move(step, *each) for each in weighed[:_MOVES]]
            section = self.sections.get(start) if taken.kind != "text" else None
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
            line, column = self.lines.place(last.start)
            marker, said = last.start, said.of(brief(self.text[last.start : last.end]), f"{line}:{column}")
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


def _tokens_of(tokens: Sequence[Any], start: int) -> list[Any]:
    """Return the tokens of the section whose marker begins at `start`: up to its fellow, or the end of its series."""
    found: list[Any] = []
    depth = 0
    for token in tokens:
        if not found:
            if isinstance(token, Member) and token.candidate.start == start:
                found.append(token)
            continue
        ends_series = token.type == "CLOSE" and not depth
        if ends_series or (not depth and isinstance(token, Member)):
            break
        depth += (token.type == "OPEN") - (token.type == "CLOSE")
        found.append(token)
    return found


def _tokens(text: str, tokens: Sequence[Any], start: int) -> Iterator[TokenRow]:
    places = [_place_of(token) for token in tokens]
    following: list[int | None] = [None] * len(tokens)
    for at in range(len(tokens) - 2, -1, -1):
        place = places[at + 1]
        following[at] = place[0] if place else following[at + 1]
    reached = start
    for token, place, after in zip(tokens, places, following, strict=True):
        if place is None:
            at = reached if token.type == "CLOSE" or after is None else after
            place = at, at
        else:
            reached = place[1]
        yield TokenRow(token.type, *place, text[slice(*place)])


def _place_of(token: Any) -> tuple[int, int] | None:
    """Return the place of a token; None of OPEN and CLOSE, which have none."""
    if isinstance(token, Member):
        return token.candidate.start, token.candidate.end
    if isinstance(token, list):
        return token[0].start, token[-1].end
    return (token.start, token.end) if token.type not in ("OPEN", "CLOSE") else None


def _section(section: Section) -> SectionRow:
    heading = section.heading.text if section.heading else None
    span = section.span
    return SectionRow(section.id, section.depth, span.start, span.end, section.marker.text, heading)


def _role(section: Section) -> RoleRow:
    span = section.span
    return RoleRow(section.id, span.start, span.end, tuple(section.roles), section.role_basis)

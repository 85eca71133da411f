"""Which series each marker opens or continues: what no context-free grammar can decide.

For each candidate the legal moves are weighed by their evidence, and the best is taken. Where two moves weigh
nearly the same, both readings are kept for a while, so that what follows can decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, WEAK, Candidate
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.evidence import Evidence
from lawreport_parser.outline.moves import TEXT, Level, Move, after, legal_moves
from lawreport_parser.outline.weights import WEIGHTS, class_of

__all__ = ["Decision", "decide"]

#: So many readings are kept side by side.
_READINGS: Final = 3
#: Families whose series may run on across their parents; the numbers of decimals name theirs.
_RUNS_ON: Final = 3


class Decision(NamedTuple):
    """What was decided on a candidate that is a marker: the move, its ordinal, the series open before and after it.

    The ordinal of a marker that lost its numeral is the one due.
    """

    candidate: Candidate
    move: Move
    ordinal: int
    levels: tuple[Level, ...]
    after: tuple[Level, ...]


class _Reading:
    """One reading of the text so far: the open series, the last ordinals, the decisions, what they weigh."""

    __slots__ = ("decisions", "end", "latest", "levels", "weight")

    def __init__(self) -> None:
        self.levels: tuple[Level, ...] = ()
        self.latest: dict[str, int] = {}
        self.decisions: _Chain | None = None
        self.weight = 0
        self.end = 0


class _Chain(NamedTuple):
    """The decisions of a reading, the last first: readings share what they have in common."""

    decision: Decision
    before: Any


def decide(
    candidates: Sequence[Candidate], links: Links, evidence: Evidence, struck: set[int], ends: Sequence[int]
) -> list[Decision]:
    """Return the markers among the candidates, in order, each with its move.

    `struck` are the numbers of those that only announce; at `ends` a document ends and all series with it.
    """
    reading = _Reading()
    next_end = 0
    for candidate in candidates:
        while next_end < len(ends) and ends[next_end] < candidate.start:
            reading.levels, reading.latest = (), {}
            next_end += 1
        if candidate.start < reading.end or candidate.number in struck:
            continue
        move = plain_move(candidate, reading.levels, links, evidence)
        if move is None:
            best = None
            for each in legal_moves(reading.levels, candidate):
                weight = weigh(candidate, each, reading.levels, reading.latest, evidence)
                if best is None or weight > best:
                    best, move = weight, each
        assert move is not None
        if move.kind != "text":
            _take(reading, candidate, move)
    chain, found = reading.decisions, []
    while chain is not None:
        found.append(chain.decision)
        chain = chain.before
    return found[::-1]


def weigh(
    candidate: Candidate, move: Move, levels: tuple[Level, ...], latest: dict[str, int], evidence: Evidence
) -> int:
    """Return what the evidence for a move weighs; text weighs nothing."""
    table = WEIGHTS[class_of(candidate)]
    return sum([table.get(feature, 0) for feature in evidence.of(candidate, move, levels, latest)])


def plain_move(candidate: Candidate, levels: tuple[Level, ...], links: Links, evidence: Evidence) -> Move | None:
    """Return the move that needs no weighing: the next of its series in a good place, or a word in a weak one."""
    previous = links.previous[candidate.number]
    if previous is None:
        if candidate.place == WEAK and links.following[candidate.number] is None:
            family = candidate.family
            if not any(level.last.family == family for level in levels):
                return TEXT
        return None
    if candidate.doubt or candidate.place < (CLAUSE if candidate.style.spoken else SENTENCE):
        return None
    for keep in range(len(levels), 0, -1):
        level = levels[keep - 1]
        last = level.last
        if last is previous:
            alike = level.on_lines == (candidate.place == LINE) and candidate.ordinal == level.ordinal + 1
            return Move("continue", keep) if alike and not last.doubt else None
        if last.family == candidate.family or evidence.waits(level, candidate):
            return None
    return None


def _take(reading: _Reading, candidate: Candidate, move: Move) -> None:
    levels = after(reading.levels, candidate, move)
    ordinal = levels[-1].ordinal
    reading.decisions = _Chain(Decision(candidate, move, ordinal, reading.levels, levels), reading.decisions)
    reading.levels = levels
    if candidate.type != "DECIMAL":
        reading.latest[candidate.family] = ordinal
    reading.end = candidate.end

"""The legal moves: what a candidate can be, given the series that are open. No words of the text count here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from lawreport_parser.outline.candidates import LINE, Candidate

__all__ = ["CONTINUE", "MAX_DEPTH", "OPEN", "TEXT", "TOO_DEEP", "Level", "Move", "after", "legal_moves"]

#: Sections nest at most this deep; deeper markers stay text, with a diagnostic. (pydantic validates
#: self-nested models to depth 100, and real reports reach 6.)
MAX_DEPTH: Final = 32


class Level:
    """An open series: its last member, that one's ordinal, the highest so far, whether the first begins a line.

    The ordinal of a member that lost its numeral is the one that was due. Nothing in it changes.
    """

    __slots__ = ("highest", "last", "on_lines", "ordinal")

    def __init__(self, last: Candidate, ordinal: int, highest: int, on_lines: bool) -> None:
        self.last: Final = last
        self.ordinal: Final = ordinal
        self.highest: Final = highest
        self.on_lines: Final = on_lines


class Move(NamedTuple):
    """What becomes of a candidate: text, the next member of the innermost of `keep` series, or the first of a new one.

    `keep` is how many of the open series stay open around it.
    """

    kind: Literal["text", "continue", "open"]
    keep: int = 0


TEXT: Final = Move("text")
#: What would nest too deep: `series.py` leaves it as text, and says so.
TOO_DEEP: Final = Move("open", MAX_DEPTH)
#: The moves by `keep`, made once.
CONTINUE: Final = [Move("continue", keep) for keep in range(MAX_DEPTH + 1)]
OPEN: Final = [*(Move("open", keep) for keep in range(MAX_DEPTH)), TOO_DEEP]


def legal_moves(levels: Sequence[Level], candidate: Candidate) -> list[Move]:
    """Return what the candidate can be: a member of an open series of its family, the first of a new one, text."""
    family = candidate.family
    moves = [CONTINUE[keep] for keep in range(len(levels), 0, -1) if levels[keep - 1].last.family == family]
    if candidate.ordinal > 0:
        moves += OPEN[len(levels) :: -1]
    moves.append(TEXT)
    return moves


def after(levels: tuple[Level, ...], candidate: Candidate, move: Move) -> tuple[Level, ...]:
    """Return the series that are open after a move."""
    kind, keep = move
    if kind == "text":
        return levels
    ordinal = candidate.ordinal
    if kind == "open":
        return (*levels[:keep], Level(candidate, ordinal, ordinal, candidate.place == LINE))
    level = levels[keep - 1]
    ordinal = ordinal or level.ordinal + 1
    highest = ordinal if ordinal > level.highest else level.highest
    return (*levels[: keep - 1], Level(candidate, ordinal, highest, level.on_lines))

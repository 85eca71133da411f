"""Which series each marker opens or continues: what no context-free grammar can decide.

For each candidate the legal moves are weighed by their evidence, and the best is taken at once: what follows in its
chain is part of the evidence. (Keeping two or three readings side by side was measured and moved no text.)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, WEAK, Candidate
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.evidence import ARTICLE, Evidence
from lawreport_parser.outline.moves import CONTINUE, OPEN, TEXT, TOO_DEEP, Level, Move, after

__all__ = ["Choose", "Decision", "decide", "heaviest", "left_as_text", "plain_move"]

#: A spoken marker without a series is told up to this ordinal: 十一是国庆节 is a day.
_HIGHEST_ALONE: Final = 10

#: Says what becomes of a candidate, given the series that are open and the last ordinal of each family.
Choose = Callable[[Candidate, tuple[Level, ...], Mapping[str, int]], Move]


class Decision:
    """What was decided on a candidate that is a marker: the move, its ordinal, the series open before and after it.

    The ordinal of a marker that lost its numeral is the one due. Text is decided on only where a marker would nest
    deeper than sections may.
    """

    __slots__ = ("after", "candidate", "levels", "move", "ordinal")

    def __init__(
        self, candidate: Candidate, move: Move, ordinal: int, levels: tuple[Level, ...], after: tuple[Level, ...]
    ) -> None:
        self.candidate: Final = candidate
        self.move: Final = move
        self.ordinal: Final = ordinal
        self.levels: Final = levels
        self.after: Final = after


def decide(candidates: Sequence[Candidate], struck: set[int], ends: Sequence[int], choose: Choose) -> list[Decision]:
    """Return the markers among the candidates, in order, each with its move.

    `struck` are the numbers of those that only announce; at `ends` a document ends and all series with it. `choose` is
    asked for each of the others that does not lie within the marker before it.
    """
    found: list[Decision] = []
    levels: tuple[Level, ...] = ()
    latest: dict[str, int] = {}
    end = next_end = 0
    for candidate in candidates:
        while next_end < len(ends) and ends[next_end] < candidate.start:
            levels, latest = (), {}
            next_end += 1
        if candidate.start < end or candidate.number in struck:
            continue
        move = choose(candidate, levels, latest)
        if move is TOO_DEEP:
            found.append(Decision(candidate, TEXT, 0, levels, levels))
        elif move is not TEXT:
            before, levels = levels, after(levels, candidate, move)
            ordinal = levels[-1].ordinal
            found.append(Decision(candidate, move, ordinal, before, levels))
            if candidate.type != "DECIMAL":
                latest[candidate.family] = ordinal
            end = candidate.end
    return found


def left_as_text(candidates: Sequence[Candidate], struck: set[int], decisions: Sequence[Decision]) -> list[Candidate]:
    """Return the candidates of spoken styles (四是) that are no markers, and may be members of a series all the same.

    They stand where a clause begins, or in as weak a place as the last member of an open series of their family.
    """
    left: list[Candidate] = []
    levels: tuple[Level, ...] = ()
    end = at = 0
    for candidate in candidates:
        if at < len(decisions) and decisions[at].candidate is candidate:
            levels = decisions[at].after
            if decisions[at].move is not TEXT:
                end = candidate.end
            at += 1
        elif (
            candidate.style.spoken
            and candidate.style.ordinal != "word"
            and candidate.ordinal > 1
            and not candidate.doubt
            and candidate.start >= end
            and candidate.number not in struck
        ):
            family, place = candidate.family, candidate.place
            opened = any(level.last.family == family and place >= min(CLAUSE, level.last.place) for level in levels)
            if opened or (place >= CLAUSE and candidate.ordinal <= _HIGHEST_ALONE):
                left.append(candidate)
    return left


def heaviest(links: Links, evidence: Evidence) -> Choose:
    """Return what chooses the move that needs no weighing, else the one that weighs most."""

    def choose(candidate: Candidate, levels: tuple[Level, ...], latest: Mapping[str, int]) -> Move:
        return plain_move(candidate, levels, links, evidence) or evidence.best(candidate, levels, latest)

    return choose


def plain_move(candidate: Candidate, levels: tuple[Level, ...], links: Links, evidence: Evidence) -> Move | None:
    """Return the move that needs no weighing, or None.

    It is text, for a lone word that looks like a marker; the next member, for what follows its series in a good place;
    a new series within the innermost, for a first member whose second is as good while the innermost waits for its own.
    """
    family, style = candidate.family, candidate.style
    previous = links.previous[candidate.number]
    following = links.following[candidate.number]
    if previous is None and following is None:
        # A chapter may be the only one of its book.
        alone = candidate.place == WEAK and style.rank >= ARTICLE
        return TEXT if alone and not _is_open(family, levels) else None
    good = CLAUSE if style.spoken else SENTENCE
    if candidate.doubt or candidate.place < good or not levels:
        return None
    if previous is None:
        inner = levels[-1].last
        nested = candidate.ordinal == 1 and style.rank > inner.style.rank and not inner.style.spoken
        if not nested or following is None or following.doubt:
            return None
        alike = following.place >= good if style.spoken else following.place == candidate.place == LINE
        fresh = alike and not _is_open(family, levels)
        return OPEN[len(levels)] if fresh and evidence.waits(levels[-1], candidate) else None
    for keep in range(len(levels), 0, -1):
        level = levels[keep - 1]
        last = level.last
        if last is previous:
            alike = style.spoken or level.on_lines == (candidate.place == LINE)
            due = alike and candidate.ordinal == level.ordinal + 1 and not last.doubt
            return CONTINUE[keep] if due else None
        if last.family == family or evidence.waits(level, candidate):
            return None
    return None


def _is_open(family: str, levels: Sequence[Level]) -> bool:
    """Say whether a series of a family is open."""
    return family in [level.last.family for level in levels]

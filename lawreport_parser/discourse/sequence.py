"""The roles of the sentences of a body: the sequence that its evidence and the usual course of a report bear best.

Each sentence has a sum for each role, from its features; each turn from one role to another costs what `TURNS` says,
more or less by where the sentence begins. The sequence with the greatest sum is found in one pass (Viterbi).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.discourse.weights import PLACES, ROLE_ORDER, STARTS, TURNS, WEIGHTS
from lawreport_parser.lexicon import Role

__all__ = ["best_roles", "sums_of"]

_NONE: Final = (0, 0, 0, 0, 0)
_Sums = tuple[int, int, int, int, int]


def sums_of(features: Iterable[str]) -> _Sums:
    """Return what features weigh together, for each role in the order of `ROLE_ORDER`."""
    achievements = problems = responsibility = plans = other = 0
    weigh = WEIGHTS.get
    for feature in features:
        weight = weigh(feature)
        if weight is not None:
            achievements += weight[0]
            problems += weight[1]
            responsibility += weight[2]
            plans += weight[3]
            other += weight[4]
    return achievements, problems, responsibility, plans, other


@cache
def _turns() -> dict[Place, tuple[tuple[int, ...], ...]]:
    """Return, for each place, what it costs to come to each role from each."""
    return {
        place: tuple(
            tuple(0 if before == role else TURNS[before][role] + cost for before in ROLE_ORDER) for role in ROLE_ORDER
        )
        for place, cost in PLACES.items()
    }


def best_roles(sums: Sequence[_Sums], places: Sequence[Place]) -> list[Role]:
    """Return the roles of sentences with these sums, which begin at these places.

    Of two sequences that weigh the same, the one that stays with its role counts.
    """
    if not sums:
        return []
    turns = _turns()
    sofar = [own + STARTS[role] for own, role in zip(sums[0], ROLE_ORDER, strict=True)]
    came: list[list[int]] = []
    for own, place in zip(sums[1:], places[1:], strict=True):
        best: list[int] = []
        back: list[int] = []
        first, second, third, fourth, fifth = sofar
        for role, costs in enumerate(turns[place]):
            ways = (
                first + costs[0],
                second + costs[1],
                third + costs[2],
                fourth + costs[3],
                fifth + costs[4],
            )
            most = max(ways)
            best.append(most + own[role])
            back.append(role if ways[role] == most else ways.index(most))
        came.append(back)
        sofar = best
    at = sofar.index(max(sofar))
    path = [at]
    for back in reversed(came):
        at = back[at]
        path.append(at)
    return [ROLE_ORDER[at] for at in reversed(path)]

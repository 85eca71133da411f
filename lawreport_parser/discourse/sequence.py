"""The roles of the sentences of a body: the sequence that its evidence and the usual course of a report bear best.

Each sentence has a sum for each role, from its features. Each turn from one role to another costs what `TURNS` says, or
`TURNS_OF_SECTIONS` where a section begins, and what `PLACES` adds for where the sentence begins. The sequence with the
greatest sum is found in one pass (Viterbi).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.discourse.weights import PLACES, ROLE_ORDER, SECTIONS, STARTS, TURNS, TURNS_OF_SECTIONS, WEIGHTS
from lawreport_parser.lexicon import Role

__all__ = ["best_path", "best_roles", "sums_of"]

Sums = list[int]
#: Each weight has so many bits of a packed number: no sentence has sums of a million.
_BITS: Final = 24
_HALF: Final = 1 << _BITS - 1
_MASK: Final = (1 << _BITS) - 1


@cache
def _packed() -> dict[str, int]:
    """Return the weights of each feature as one number, so that one sum adds them for all roles."""
    return {feature: sum(one << _BITS * at for at, one in enumerate(weight)) for feature, weight in WEIGHTS.items()}


def sums_of(features: Iterable[str]) -> Sums:
    """Return what features weigh together, for each role in the order of `ROLE_ORDER`."""
    packed = sum(filter(None, map(_packed().get, features)))
    sums = []
    for _ in ROLE_ORDER:
        one = ((packed + _HALF) & _MASK) - _HALF
        packed = (packed - one) >> _BITS
        sums.append(one)
    return sums


@cache
def _turns() -> dict[Place, tuple[tuple[int, ...], ...]]:
    """Return, for each place, what it costs to come to each role from each."""
    return {
        place: tuple(
            tuple(
                0 if before == role else (TURNS_OF_SECTIONS if place in SECTIONS else TURNS)[before][role] + cost
                for before in ROLE_ORDER
            )
            for role in ROLE_ORDER
        )
        for place, cost in PLACES.items()
    }


def best_roles(sums: Sequence[Sums], places: Sequence[Place]) -> list[Role]:
    """Return the roles of sentences with these sums, which begin at these places.

    Of two sequences that weigh the same, the one that stays with its role counts.
    """
    starts = [STARTS[role] for role in ROLE_ORDER]
    return [ROLE_ORDER[at] for at in best_path(sums, places, _turns(), starts)]


def best_path(
    sums: Sequence[Sequence[float]],
    places: Sequence[Place],
    turns: Mapping[Place, Sequence[Sequence[float]]],
    starts: Sequence[float],
) -> list[int]:
    """Return the same as positions in `ROLE_ORDER`, for any weights: `turns` by place, role and role before it."""
    if not sums:
        return []
    sofar = [own + start for own, start in zip(sums[0], starts, strict=True)]
    came: list[list[int]] = []
    for own, place in zip(sums[1:], places[1:], strict=True):
        best: list[float] = []
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
    most = max(sofar)
    tied = [role for role, one in enumerate(sofar) if one == most]
    at = next((role for role in tied if came and came[-1][role] == role), tied[0])
    path = [at]
    for back in reversed(came):
        at = back[at]
        path.append(at)
    path.reverse()
    return path

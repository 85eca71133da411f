"""The roles of the sentences of a body: the sequence that its evidence and the usual course of a report bear best.

Each sentence has a sum for each role, from its features. Each turn from one role to another costs what `TURNS` says, or
`TURNS_OF_SECTIONS` where a section begins, and what `PLACES` adds for where the sentence begins. The sequence with the
greatest sum is found in one pass (Viterbi).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import add, sub
from struct import Struct
from typing import Final, NamedTuple

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.discourse.weights import PLACES, ROLE_ORDER, SECTIONS, STARTS, TURNS, TURNS_OF_SECTIONS, WEIGHTS
from lawreport_parser.lexicon import Role

__all__ = ["Turns", "best_path", "best_roles", "sums_of", "weigh"]

Sums = list[int]
#: The sums of all roles are one number, in which each has so many bits: no sentence has sums of a thousand million.
_BITS: Final = 32
_ROLES: Final = len(ROLE_ORDER)
#: All roles come from one.
_FROM_ONE: Final = [[role] * _ROLES for role in range(_ROLES)]
#: The upper half of what so many bits hold is for sums below nothing.
_HALVES: Final = sum(1 << _BITS * at + _BITS - 1 for at in range(_ROLES))
_unpack: Final = Struct(f"<{_ROLES}i").unpack


@cache
def _packed() -> dict[str, int]:
    """Return the weights of each feature as one number, so that one sum adds them for all roles."""
    return {feature: sum(one << _BITS * at for at, one in enumerate(weight)) for feature, weight in WEIGHTS.items()}


def weigh(features: Iterable[str]) -> int:
    """Return what features weigh together, as a number for `sums_of`; such numbers can be added."""
    return sum(filter(None, map(_packed().get, features)))


def sums_of(weighed: int) -> Sums:
    """Return what `weigh` has weighed for each role, in the order of `ROLE_ORDER`."""
    return list(_unpack(((weighed + _HALVES) ^ _HALVES).to_bytes(_ROLES * _BITS // 8, "little")))


class Turns(NamedTuple):
    """What it costs to come from one role to another, where a sentence begins at some place.

    `into` has it by role and role before, `out_of` by role before and role. A role before that weighs less than the
    heaviest by more than `reach` (by the heaviest and by it) is not the best to come from, whatever the role.
    """

    into: Sequence[Sequence[float]]
    out_of: Sequence[Sequence[float]]
    reach: Sequence[Sequence[float]]

    @classmethod
    def of(cls, out_of: Sequence[Sequence[float]]) -> Turns:
        """Return the turns with these costs, by role before and role."""
        # The heaviest is out of its own reach, so that nothing is in reach where it alone counts.
        reach = [[-1 if one is top else max(map(sub, one, top)) for one in out_of] for top in out_of]
        return cls(list(zip(*out_of, strict=True)), out_of, reach)


@cache
def _turns() -> dict[Place, Turns]:
    turns = {}
    for place, cost in PLACES.items():
        learned = TURNS_OF_SECTIONS if place in SECTIONS else TURNS
        turns[place] = Turns.of(
            [[0 if role == before else learned[before][role] + cost for role in ROLE_ORDER] for before in ROLE_ORDER]
        )
    return turns


def best_roles(sums: Sequence[Sums], places: Sequence[Place]) -> list[Role]:
    """Return the roles of sentences with these sums, which begin at these places.

    Of two sequences that weigh the same, the one that stays with its role counts.
    """
    starts = [STARTS[role] for role in ROLE_ORDER]
    return [ROLE_ORDER[at] for at in best_path(sums, places, _turns(), starts)]


def best_path(
    sums: Sequence[Sequence[float]], places: Sequence[Place], turns: Mapping[Place, Turns], starts: Sequence[float]
) -> list[int]:
    """Return the same as positions in `ROLE_ORDER`, for any weights."""
    if not sums:
        return []
    sofar = list(map(add, sums[0], starts))
    came: list[Sequence[int]] = []
    for own, place in zip(sums[1:], places[1:], strict=True):
        into, out_of, reach = turns[place]
        most = max(sofar)
        top = sofar.index(most)
        if max(map(add, sofar, reach[top])) < most:
            # Most sentences leave no doubt. What the heaviest weighs is left out: only differences count.
            came.append(_FROM_ONE[top])
            sofar = list(map(add, own, out_of[top]))
            continue
        best: list[float] = []
        back: list[int] = []
        first, second, third, fourth, fifth = sofar
        for role, costs in enumerate(into):
            ways = (first + costs[0], second + costs[1], third + costs[2], fourth + costs[3], fifth + costs[4])
            most = max(ways)
            best.append(most + own[role])
            back.append(role if ways[role] == most else ways.index(most))
        came.append(back)
        sofar = best
    most = max(sofar)
    tied = [role for role, one in enumerate(sofar) if one == most]
    at = next((role for role in tied if came and came[-1][role] == role), tied[0])
    path = [at]
    for before in reversed(came):
        at = before[at]
        path.append(at)
    path.reverse()
    return path

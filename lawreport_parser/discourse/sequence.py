"""The roles of the sentences of a body: the sequence that its evidence and the usual course of a report bear best.

Each sentence has a sum for each role, from its features. Each turn from one role to another costs what `TURNS` says, or
`TURNS_OF_SECTIONS` where a section begins, and what `PLACES` adds for where the sentence begins. The sequence with the
greatest sum is found in one pass (Viterbi).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from struct import Struct
from typing import Final

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.discourse.weights import PLACES, ROLE_ORDER, SECTIONS, STARTS, TURNS, TURNS_OF_SECTIONS, WEIGHTS
from lawreport_parser.lexicon import Role

__all__ = ["Sums", "Turns", "best_path", "best_roles", "sums_of", "weigh"]

#: What a sentence weighs for each role.
Sums = list[int]
#: What it costs to come to each role from each: by role and role before.
Turns = list[list[int]]
#: The sums of all roles are one number, in which each has so many bits: no sentence has sums of a thousand million.
_BITS: Final = 32
_ROLES: Final = len(ROLE_ORDER)
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


@cache
def _turns() -> dict[Place, Turns]:
    turns: dict[Place, Turns] = {}
    for place, more in PLACES.items():
        costs = TURNS_OF_SECTIONS if place in SECTIONS else TURNS
        turns[place] = [
            [0 if before == role else costs[before][role] + more for before in ROLE_ORDER] for role in ROLE_ORDER
        ]
    return turns


def best_roles(sums: list[Sums], places: list[Place]) -> list[Role]:
    """Return the roles of sentences with these sums, which begin at these places.

    Of two sequences that weigh the same, the one that stays with its role counts.
    """
    starts = [STARTS[role] for role in ROLE_ORDER]
    return [ROLE_ORDER[at] for at in best_path(sums, places, _turns(), starts)]


def best_path(sums: list[Sums], places: list[Place], turns: dict[Place, Turns], starts: Sums) -> list[int]:
    """Return the same as positions in `ROLE_ORDER`, for any weights."""
    if not sums:
        return []
    sofar = [own + start for own, start in zip(sums[0], starts, strict=True)]
    came: list[list[int]] = []
    for own, place in zip(sums[1:], places[1:], strict=True):
        best: list[int] = []
        back: list[int] = []
        for role, costs in enumerate(turns[place]):
            most = sofar[role]
            at = role
            for before, cost in enumerate(costs):
                way = sofar[before] + cost
                if way > most:
                    most = way
                    at = before
            best.append(most + own[role])
            back.append(at)
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

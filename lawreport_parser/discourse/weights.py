"""What each feature weighs for each role, and what it costs to turn from one role to another.

The numbers are learned: `python -m benchmarks.weigh_passages` writes them from annotated texts. A row is a feature of
`evidence.py` and its weights for achievements, problems, responsibility, plans and other; one without a row weighs
nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.lexicon import Role

__all__ = ["PLACES", "ROLE_ORDER", "STARTS", "TURNS", "WEIGHTS", "Weight"]

#: The order of the weights in a row.
ROLE_ORDER: Final[tuple[Role, ...]] = ("achievements", "problems", "responsibility", "plans", "other")


class Weight(NamedTuple):
    """What a feature weighs for each role."""

    achievements: int
    problems: int
    responsibility: int
    plans: int
    other: int


WEIGHTS: Final[dict[str, Weight]] = {
    # <weights>
    "accomplished": Weight(10, -2, -4, 2, -5),
    "achieved": Weight(9, -1, -4, -3, -1),
    "achieved, first": Weight(-1, 3, -2, 3, -3),
    "address": Weight(-3, -3, 0, -5, 11),
    "address, first": Weight(-2, -3, 0, -5, 10),
    "addresses meeting": Weight(-7, -2, 0, 0, 10),
    "addresses meeting, first": Weight(-6, -2, 0, -1, 8),
    "aim verb": Weight(3, -5, -1, 4, -2),
    "aim verb, first": Weight(2, -4, -1, 6, -3),
    "aims": Weight(-1, 0, 0, 2, -1),
    "aims, first": Weight(-2, 0, 0, 3, 0),
    "already": Weight(4, -2, -3, 1, -1),
    "already, first": Weight(-3, 1, 0, 1, 1),
    "announces": Weight(-4, -1, -1, -4, 9),
    "announces, first": Weight(-2, 0, -1, -1, 4),
    "appeals": Weight(1, 3, -1, -12, 8),
    "appeals, first": Weight(-3, 4, -1, -1, 1),
    "before the sections": Weight(0, -1, 3, -6, 3),
    "behind the sections": Weight(-7, -1, -3, 8, 3),
    "but": Weight(-7, 5, 0, 1, 0),
    "but, first": Weight(-1, 2, 0, 0, 0),
    "causes": Weight(-1, 3, 0, -2, -1),
    "closes": Weight(0, -3, 0, -9, 12),
    "closes, first": Weight(0, -3, 0, -9, 12),
    "compared with": Weight(-4, 7, 0, -2, -1),
    "consist in": Weight(-1, 5, 0, -3, 0),
    "counted": Weight(7, -4, 1, 1, -5),
    "counted, first": Weight(5, -3, -3, 4, -3),
    "demands": Weight(0, 0, 0, -1, 2),
    "demands, first": Weight(-1, 0, -1, -1, 2),
    "done": Weight(6, 2, -3, -8, 3),
    "done, first": Weight(1, 2, -1, -5, 3),
    "each": Weight(4, -1, -4, 4, -2),
    "earlier year": Weight(0, 2, 0, -2, 0),
    "earlier year, first": Weight(0, 3, 0, -2, 0),
    "ensures": Weight(-3, 0, -1, 0, 4),
    "exclaims": Weight(-9, 1, 0, -4, 12),
    "figure": Weight(6, 0, -1, 0, -4),
    "figure, first": Weight(-1, 2, -5, 8, -4),
    "first responsible": Weight(-11, 0, 12, -1, 0),
    "first responsible, first": Weight(-2, 0, 3, 0, 0),
    "five years ahead": Weight(-2, -1, 0, -1, 4),
    "five years ahead, first": Weight(-2, 0, 0, 0, 2),
    "five years past": Weight(3, 0, 0, -3, 0),
    "goes on": Weight(1, 2, -6, -1, 5),
    "goes on, first": Weight(0, -3, -2, 4, 1),
    "hard": Weight(0, 7, 0, -5, -1),
    "hard, first": Weight(-1, 2, 0, -3, 2),
    "heading without name": Weight(0, 3, 3, 4, -10),
    "heading: accomplished": Weight(2, 0, 0, -1, 0),
    "heading: aim verb": Weight(4, -5, 3, 4, -6),
    "heading: appeals": Weight(0, -3, 0, 4, 0),
    "heading: ensures": Weight(0, -2, 0, 2, 0),
    "heading: first responsible": Weight(-5, -1, 7, -1, 0),
    "heading: goes on": Weight(-4, -2, 1, 7, -2),
    "heading: in person": Weight(-3, -1, 5, -1, 0),
    "heading: lack named": Weight(0, 5, -2, -2, -1),
    "heading: not enough": Weight(0, 10, 0, -9, 0),
    "heading: ought to mend": Weight(0, 3, 0, -3, 0),
    "heading: performs duty": Weight(-8, -2, 11, 0, -1),
    "heading: problem named": Weight(-1, 3, -1, -1, 0),
    "heading: sees clearly": Weight(-2, 5, -1, -2, 0),
    "heading: some few": Weight(1, 2, 0, -2, -1),
    "heading: there still is": Weight(-1, 3, 0, -1, -1),
    "heading: weak or late": Weight(-3, 11, -1, -7, -1),
    "heading: will": Weight(-1, 0, 0, 2, 0),
    "heading: year ahead": Weight(-1, -1, -1, 4, -1),
    "heading: year reviewed": Weight(3, 0, -2, 0, -1),
    "in a part: accomplished": Weight(-3, 5, -6, 0, 4),
    "in a part: achieved": Weight(3, 0, -4, 0, 1),
    "in a part: aims": Weight(-2, -3, -4, 2, 7),
    "in a part: compared with": Weight(0, 0, 0, 2, -3),
    "in a part: consist in": Weight(0, 2, 0, -2, 0),
    "in a part: first responsible": Weight(-8, -1, 10, 0, 0),
    "in a part: five years ahead": Weight(-5, -3, -2, 8, 2),
    "in a part: five years past": Weight(6, 4, -3, -7, 0),
    "in a part: goes on": Weight(4, -1, -3, 3, -3),
    "in a part: in person": Weight(-4, 0, 10, -6, 0),
    "in a part: lack named": Weight(-2, 6, -5, 0, 1),
    "in a part: leader named": Weight(-5, 1, 12, -6, -2),
    "in a part: leads in to sections": Weight(-1, -1, -5, 5, 2),
    "in a part: next": Weight(-4, 2, -2, 4, 0),
    "in a part: next year": Weight(-3, -1, 0, 6, -1),
    "in a part: problem named": Weight(-3, 7, -1, -2, -2),
    "in a part: sees clearly": Weight(-9, 4, -2, 0, 7),
    "in a part: sets to": Weight(-3, -1, -1, 3, 1),
    "in a part: there still is": Weight(-7, 4, -4, 5, 3),
    "in a part: this past year": Weight(3, 0, -5, 0, 1),
    "in a part: will": Weight(-5, -1, -1, 7, 1),
    "in a part: year ahead": Weight(-5, -3, -3, 9, 2),
    "in a part: year reviewed": Weight(6, 4, -2, -8, 1),
    "in person": Weight(-8, -1, 12, -1, -1),
    "lack named": Weight(-2, 10, 0, -3, -4),
    "lack named, first": Weight(-3, 5, -1, -2, 1),
    "last sentence": Weight(-12, -2, -2, 3, 13),
    "later year": Weight(-2, 0, 0, -1, 3),
    "leader named": Weight(-5, -2, 11, -3, -1),
    "leader named, first": Weight(-6, -1, 9, 0, -1),
    "leads in": Weight(-8, -2, -1, 6, 4),
    "month end": Weight(-5, -6, 2, 9, 0),
    "month end, first": Weight(-4, -2, 0, 3, 4),
    "must": Weight(-2, 2, -2, 7, -6),
    "must, first": Weight(-4, 1, -1, 5, -1),
    "names achievements": Weight(0, -1, 6, -1, -4),
    "names other": Weight(0, 0, 0, -2, 2),
    "names plans": Weight(-1, -2, -1, 5, -1),
    "names problems": Weight(-1, 3, -1, 0, -1),
    "next": Weight(-3, -4, 0, 2, 5),
    "next year": Weight(-9, -1, -1, 11, -1),
    "next year, first": Weight(-9, -1, -1, 11, -1),
    "next, first": Weight(-3, -3, 0, 5, 1),
    "no less": Weight(-1, -3, -3, 14, -6),
    "not enough": Weight(-2, 7, 1, -4, -2),
    "not enough, first": Weight(1, 4, 0, -4, -1),
    "not yet": Weight(-2, 3, -1, 1, -1),
    "only so much": Weight(-5, 7, 0, -1, 0),
    "only so much, first": Weight(0, 2, 0, -2, 0),
    "ought to mend": Weight(-1, 5, 0, -4, 0),
    "performs duty": Weight(-7, -1, 9, -1, 0),
    "performs duty, first": Weight(0, 0, 2, -1, 0),
    "problem named": Weight(0, 0, 3, 1, -4),
    "problem named, first": Weight(-2, 7, 0, -4, 0),
    "sees clearly": Weight(-5, 6, -1, 2, -2),
    "sees clearly, first": Weight(-5, 5, -1, 2, -2),
    "sets to": Weight(-2, -4, 0, 6, -1),
    "sets to, first": Weight(-2, 0, 0, 2, 0),
    "some few": Weight(-6, 8, -1, -1, 0),
    "some few, first": Weight(-1, 2, -1, -1, 1),
    "starts": Weight(2, -3, -2, 4, -2),
    "starts, first": Weight(-3, -1, 0, 5, -1),
    "still": Weight(-7, 14, 0, -7, 0),
    "still, first": Weight(-1, 9, 0, -7, -1),
    "thanks": Weight(-11, -4, 1, -2, 16),
    "thanks, first": Weight(-1, 0, 0, -1, 2),
    "there still is": Weight(-3, 10, 0, -5, -2),
    "there still is, first": Weight(1, 5, -1, -4, -2),
    "this past year": Weight(5, -1, -2, -2, 1),
    "this past year, first": Weight(0, 0, -2, 3, -1),
    "this year": Weight(3, 0, 0, -1, -1),
    "this year, first": Weight(2, 0, 0, -1, -1),
    "this year, of a work report": Weight(-4, -1, 0, 5, 0),
    "this year, of a work report, first": Weight(-4, -1, 0, 5, 0),
    "to be solved": Weight(-2, 8, 0, -4, -1),
    "to be solved, first": Weight(-1, 4, 0, -1, -1),
    "under achievements": Weight(10, 1, -1, -7, -3),
    "under achievements among others": Weight(4, -3, 0, 0, -1),
    "under no name": Weight(3, 2, -3, 0, -2),
    "under other": Weight(-4, -1, -1, -3, 9),
    "under plans": Weight(-5, -4, -3, 9, 3),
    "under plans among others": Weight(2, 2, -1, -1, -1),
    "under problems": Weight(-3, 8, -1, -4, -1),
    "under problems among others": Weight(0, 3, 0, -2, -1),
    "under responsibility": Weight(-6, 0, 10, -3, 0),
    "up or down": Weight(6, -3, -3, 4, -5),
    "up to the announcement": Weight(-6, -1, 0, -5, 12),
    "weak or late": Weight(-1, 9, -1, -6, -1),
    "weak or late, first": Weight(0, 6, 0, -6, 0),
    "will": Weight(2, -7, -3, 5, 3),
    "will put": Weight(1, -1, 4, -4, -1),
    "will put, first": Weight(3, 0, -1, -1, -1),
    "will, first": Weight(-3, -7, 0, 8, 1),
    "with success": Weight(-2, 4, -1, -1, -1),
    "with success, first": Weight(-2, 4, -1, -1, -1),
    "year ahead": Weight(-7, -4, 0, 11, -1),
    "year ahead, first": Weight(-7, -4, 0, 12, -1),
    "year reviewed": Weight(2, 1, -2, -7, 6),
    "year reviewed, first": Weight(5, 3, -1, -7, 1),
    # </weights>
}

#: What it costs to turn from a role (the name of the row) to each other one.
TURNS: Final[dict[Role, dict[Role, int]]] = {
    # <turns>
    "achievements": {"problems": -13, "responsibility": -5, "plans": -15, "other": -12},
    "problems": {"achievements": -14, "responsibility": -6, "plans": 2, "other": -6},
    "responsibility": {"achievements": -6, "problems": -6, "plans": -10, "other": -6},
    "plans": {"achievements": -17, "problems": -6, "responsibility": -11, "other": -2},
    "other": {"achievements": -2, "problems": -5, "responsibility": -6, "plans": -12},
    # </turns>
}

#: What a turn costs more (or less) where a sentence begins at a place.
PLACES: Final[dict[Place, int]] = {
    # <places>
    "part": -6,
    "first": -14,
    "later": -8,
    "spoken": -11,
    "paragraph": -12,
    "amid": -13,
    "long": -11,
    # </places>
}

#: What it costs to begin with a role.
STARTS: Final[dict[Role, int]] = {
    # <starts>
    "achievements": -5,
    "problems": -3,
    "responsibility": -2,
    "plans": -7,
    "other": 10,
    # </starts>
}

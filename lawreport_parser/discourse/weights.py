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
    "accomplished": Weight(9, -3, -3, 2, -5),
    "accomplished, first": Weight(1, 1, 0, 0, -2),
    "achieved": Weight(10, -2, -3, -2, -3),
    "achieved, first": Weight(0, 1, -2, 4, -3),
    "achievements named before": Weight(-8, 6, -1, 4, -1),
    "achievements named behind": Weight(-2, 0, 3, -4, 4),
    "achievements never named": Weight(2, -1, -1, 0, 0),
    "address": Weight(-4, 0, 0, -7, 11),
    "address, first": Weight(-4, -1, 0, -7, 11),
    "addresses meeting": Weight(-7, -1, 0, -1, 10),
    "addresses meeting, first": Weight(-6, -1, 0, -1, 8),
    "aim verb": Weight(4, -6, 0, 4, -1),
    "aim verb, first": Weight(2, -5, 0, 7, -3),
    "aims": Weight(4, -1, -1, 0, -1),
    "aims, first": Weight(-1, -1, 0, 2, -1),
    "already": Weight(6, -4, -2, 0, 0),
    "already, first": Weight(-2, -1, 0, 3, 1),
    "announces": Weight(-6, 0, 0, -3, 10),
    "announces, first": Weight(-3, 0, 0, -1, 5),
    "appeals": Weight(0, 2, 0, -11, 8),
    "appeals, first": Weight(-3, 3, -1, -3, 3),
    "before the sections": Weight(-3, -2, 4, 0, 2),
    "behind the sections": Weight(-6, 1, -1, 0, 7),
    "but": Weight(-7, 3, 0, 0, 4),
    "but, first": Weight(-1, -2, 0, -1, 5),
    "causes": Weight(-1, 3, 0, -2, -1),
    "closes": Weight(-1, -1, 0, -9, 12),
    "closes, first": Weight(-1, -1, 0, -9, 12),
    "compared with": Weight(-3, 8, 0, -4, -1),
    "compared with, first": Weight(0, 3, 0, -3, 0),
    "consist in": Weight(-1, 3, 0, -1, 0),
    "counted": Weight(5, -3, -1, 2, -4),
    "counted, first": Weight(3, 2, -3, 1, -2),
    "demands": Weight(0, -1, -1, 0, 2),
    "done": Weight(4, 4, 0, -9, 1),
    "done, first": Weight(2, -5, 7, -5, 0),
    "each": Weight(3, -2, -3, 4, -2),
    "earlier year": Weight(0, 3, -1, -2, -1),
    "earlier year, first": Weight(-1, 3, 0, -2, 0),
    "ensures": Weight(-4, 1, 0, 0, 3),
    "exclaims": Weight(-8, -1, 1, -6, 14),
    "figure": Weight(5, 0, -1, 1, -5),
    "figure, first": Weight(-1, 5, -4, 4, -4),
    "first paragraph": Weight(4, -2, -1, -1, 0),
    "first responsible": Weight(-6, 0, 12, -6, 0),
    "first responsible, first": Weight(-2, 0, 2, 0, 0),
    "five years ahead": Weight(-2, -1, 0, 1, 2),
    "five years ahead, first": Weight(-2, -1, 0, 1, 1),
    "five years past": Weight(4, -3, 0, 1, -2),
    "five years past, first": Weight(1, -2, 0, 3, -2),
    "goes on": Weight(-1, 1, -5, 0, 5),
    "goes on, first": Weight(-2, -3, -2, 6, 1),
    "hard": Weight(-1, 8, 0, -5, -1),
    "hard, first": Weight(-3, 4, 0, -2, 0),
    "heading without name": Weight(-1, 4, 7, 2, -12),
    "heading: accomplished": Weight(2, -1, 1, -1, -1),
    "heading: aim verb": Weight(4, -5, 4, 4, -6),
    "heading: aims": Weight(2, -4, 0, 3, -1),
    "heading: appeals": Weight(-1, -3, 0, 4, 0),
    "heading: ensures": Weight(2, -2, -1, 1, 0),
    "heading: figure": Weight(-2, 3, 0, 0, -1),
    "heading: first responsible": Weight(-4, -1, 6, -1, 0),
    "heading: five years ahead": Weight(1, -2, 0, 1, 0),
    "heading: five years past": Weight(1, -2, 0, 1, 0),
    "heading: goes on": Weight(-4, -3, 0, 8, -1),
    "heading: in person": Weight(-4, -1, 6, -1, 0),
    "heading: lack named": Weight(0, 7, -1, -5, -1),
    "heading: leader named": Weight(-2, -1, 4, 0, -1),
    "heading: month end": Weight(0, -1, 0, 2, 0),
    "heading: must": Weight(0, -2, 0, 2, 0),
    "heading: not enough": Weight(-1, 9, 0, -8, -1),
    "heading: not yet": Weight(0, 2, 0, -1, 0),
    "heading: ought to mend": Weight(0, 3, 0, -3, 0),
    "heading: performs duty": Weight(-7, -1, 9, 0, 0),
    "heading: problem named": Weight(0, 2, 0, -1, -1),
    "heading: sees clearly": Weight(-2, 3, -1, 0, 0),
    "heading: still": Weight(-1, 7, -1, -5, 0),
    "heading: there still is": Weight(-1, 6, -1, -3, -1),
    "heading: this past year": Weight(1, -1, 0, 2, -2),
    "heading: this year, of a work report": Weight(0, -2, 0, 2, 0),
    "heading: weak or late": Weight(-2, 13, 0, -10, -1),
    "heading: will": Weight(0, -2, 0, 3, -1),
    "heading: year ahead": Weight(0, -1, -1, 3, -1),
    "heading: year reviewed": Weight(3, 0, -1, 0, -1),
    "in a part: accomplished": Weight(0, 5, -5, -1, 1),
    "in a part: achieved": Weight(2, -1, -3, 1, 2),
    "in a part: aims": Weight(-1, 1, -6, 2, 4),
    "in a part: consist in": Weight(0, 2, 0, -2, 0),
    "in a part: first responsible": Weight(-7, -1, 9, -1, 0),
    "in a part: five years ahead": Weight(-4, -4, -2, 9, 1),
    "in a part: five years past": Weight(1, 1, -4, 1, 0),
    "in a part: goes on": Weight(5, -1, -3, 2, -3),
    "in a part: in person": Weight(-4, -1, 9, -4, 0),
    "in a part: lack named": Weight(-2, 3, -5, 2, 1),
    "in a part: leader named": Weight(-3, 0, 11, -7, -1),
    "in a part: leads in to sections": Weight(-1, 0, -5, 4, 2),
    "in a part: next": Weight(-4, 2, -2, 4, -1),
    "in a part: next year": Weight(-3, -1, 0, 5, -1),
    "in a part: problem named": Weight(-2, 3, -2, -1, 1),
    "in a part: sees clearly": Weight(-8, 5, -1, -1, 5),
    "in a part: sets to": Weight(-2, 0, 0, 2, 1),
    "in a part: there still is": Weight(-7, 8, -4, 1, 2),
    "in a part: this past year": Weight(4, 2, -4, -4, 2),
    "in a part: will": Weight(-4, -1, -2, 3, 5),
    "in a part: year ahead": Weight(-5, -4, -3, 10, 2),
    "in a part: year reviewed": Weight(5, 3, 0, -8, 1),
    "in person": Weight(-4, -2, 13, -6, 0),
    "in person, first": Weight(3, -1, -2, 2, -1),
    "lack named": Weight(-1, 8, 0, -2, -4),
    "lack named, first": Weight(-1, 2, -1, 1, -1),
    "last sentence": Weight(-14, -3, -3, 7, 13),
    "later year": Weight(-2, -1, 0, 0, 2),
    "leader named": Weight(-4, -8, 12, 1, -1),
    "leader named, first": Weight(-6, -1, 11, -2, -1),
    "leads in": Weight(-8, -4, -1, 9, 4),
    "month end": Weight(-5, -8, 2, 11, -1),
    "month end, first": Weight(-2, -1, -1, 4, 0),
    "must": Weight(4, 3, -3, 0, -5),
    "must, first": Weight(-6, 1, -1, 7, -1),
    "names achievements": Weight(2, -1, 4, -1, -3),
    "names plans": Weight(-1, -2, -1, 4, -1),
    "names problems": Weight(-1, 5, -1, -1, -2),
    "next": Weight(-3, -3, 0, 2, 4),
    "next year": Weight(-8, -5, -1, 8, 6),
    "next year, first": Weight(-8, -5, -1, 8, 6),
    "next, first": Weight(-2, -3, 0, 4, 1),
    "no less": Weight(-1, -5, -4, 10, 0),
    "no less, first": Weight(-3, -2, 0, -6, 11),
    "not enough": Weight(-5, 11, 0, -8, 2),
    "not enough, first": Weight(-1, 2, -1, -4, 3),
    "not yet": Weight(-2, 9, 1, -4, -3),
    "not yet, first": Weight(-2, 3, 0, -1, 0),
    "only so much": Weight(5, 2, 0, -7, -1),
    "only so much, first": Weight(-2, 3, 0, -1, 0),
    "ought to mend": Weight(-2, 5, 0, -3, 0),
    "performs duty": Weight(-9, 0, 10, -1, 0),
    "performs duty, first": Weight(-1, 0, 2, 0, 0),
    "plans named before": Weight(-4, -13, 0, 15, 3),
    "plans named behind": Weight(3, 1, 2, -10, 5),
    "plans never named": Weight(1, 2, -1, 0, -1),
    "problem named": Weight(1, 2, 3, -2, -4),
    "problem named, first": Weight(-3, 6, 0, -2, -1),
    "problems named before": Weight(0, 0, 0, -2, 2),
    "problems named behind": Weight(2, -4, 2, -4, 4),
    "problems never named": Weight(1, 0, -2, 1, -1),
    "responsibility named before": Weight(0, -3, 0, 2, 2),
    "responsibility named behind": Weight(2, 0, -2, 0, 0),
    "sees clearly": Weight(-5, 6, -1, 2, -2),
    "sees clearly, first": Weight(-4, 6, -1, 0, -2),
    "sets to": Weight(0, -2, 0, 3, -1),
    "some few": Weight(-8, 10, 0, -3, 1),
    "some few, first": Weight(-5, 6, 0, -2, 1),
    "starts": Weight(2, -6, -1, 6, -1),
    "starts, first": Weight(-3, -1, 0, 5, 0),
    "still": Weight(-8, 16, 1, -8, -1),
    "still, first": Weight(-1, 7, -1, -4, -1),
    "thanks": Weight(-12, -4, 1, -2, 17),
    "thanks, first": Weight(0, 0, 0, -2, 2),
    "there still is": Weight(-3, 9, 0, -3, -3),
    "there still is, first": Weight(5, -1, -1, -3, -1),
    "this past year": Weight(3, 1, -4, -1, 1),
    "this past year, first": Weight(4, 0, -3, -3, 2),
    "this year": Weight(3, -2, 0, -2, 0),
    "this year, first": Weight(3, -1, 0, -2, 0),
    "this year, of a work report": Weight(-4, -1, 0, 6, 0),
    "this year, of a work report, first": Weight(-4, -1, 0, 5, 0),
    "to be solved": Weight(-1, 7, 0, -3, -2),
    "to be solved, first": Weight(-1, 5, 0, -3, -1),
    "under achievements": Weight(11, 1, -1, -7, -4),
    "under achievements among others": Weight(5, -2, 0, -2, -1),
    "under other": Weight(-3, -1, 0, -3, 7),
    "under plans": Weight(-5, -4, -3, 9, 2),
    "under plans among others": Weight(4, -1, 0, -2, -1),
    "under problems": Weight(-5, 5, -2, 1, 1),
    "under problems among others": Weight(0, 2, 0, 1, -2),
    "under responsibility": Weight(-5, 0, 8, -2, -1),
    "up or down": Weight(4, 4, -3, 0, -5),
    "up or down, first": Weight(-6, 4, 0, 1, 0),
    "up to the announcement": Weight(-7, -1, 0, -5, 12),
    "weak or late": Weight(-2, 12, 1, -9, -2),
    "weak or late, first": Weight(-1, 6, 0, -4, -1),
    "will": Weight(0, -6, -2, 7, 2),
    "will put": Weight(-1, -1, 5, -2, -1),
    "will put, first": Weight(4, 0, -1, -1, -1),
    "will, first": Weight(-2, -5, 0, 6, 1),
    "with success": Weight(-3, 5, -1, -1, -1),
    "with success, first": Weight(-3, 4, -1, -1, -1),
    "year ahead": Weight(-7, -5, 0, 12, -1),
    "year ahead, first": Weight(-9, -4, 1, 14, -1),
    "year reviewed": Weight(2, 0, -2, -4, 4),
    "year reviewed, first": Weight(5, 1, -1, -6, 1),
    # </weights>
}

#: What it costs to turn from a role (the name of the row) to each other one.
TURNS: Final[dict[Role, dict[Role, int]]] = {
    # <turns>
    "achievements": {"problems": -11, "responsibility": -5, "plans": -15, "other": -11},
    "problems": {"achievements": -12, "responsibility": -8, "plans": 6, "other": -7},
    "responsibility": {"achievements": -5, "problems": -6, "plans": -11, "other": -6},
    "plans": {"achievements": -17, "problems": -6, "responsibility": -11, "other": -2},
    "other": {"achievements": -2, "problems": -5, "responsibility": -5, "plans": -12},
    # </turns>
}

#: What a turn costs more (or less) where a sentence begins at a place.
PLACES: Final[dict[Place, int]] = {
    # <places>
    "part": -5,
    "first": -16,
    "later": -9,
    "spoken": -12,
    "paragraph": -13,
    "amid": -13,
    "long": -12,
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

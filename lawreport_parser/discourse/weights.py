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
    "accomplished": Weight(8, -2, -2, -1, -3),
    "achieved": Weight(6, -2, -3, -1, -1),
    "achievements named before": Weight(-5, 4, 0, 2, -1),
    "achievements named behind": Weight(-1, -2, 1, -2, 3),
    "achievements never named": Weight(3, -1, -1, -1, 0),
    "address": Weight(-3, -1, 0, -6, 10),
    "address, first": Weight(-2, -1, 0, -6, 9),
    "addresses meeting": Weight(-7, -1, 0, 1, 8),
    "addresses meeting, first": Weight(-4, -1, -1, 0, 6),
    "aim verb": Weight(3, -6, 0, 3, -1),
    "aim verb, first": Weight(2, -5, 0, 5, -3),
    "aims": Weight(3, -1, -1, 0, -1),
    "aims, first": Weight(-1, 0, 0, 2, 0),
    "already": Weight(5, -2, -1, 0, 0),
    "announces": Weight(-6, 0, 0, -2, 8),
    "announces, first": Weight(-3, -1, -1, 0, 4),
    "appeals": Weight(0, 2, 0, -8, 7),
    "appeals, first": Weight(-3, 2, 0, -1, 2),
    "before the sections": Weight(-4, -1, 4, 0, 0),
    "behind the sections": Weight(-5, -1, 0, -1, 7),
    "but": Weight(-4, 2, 0, -1, 3),
    "but, first": Weight(-1, 0, 0, -1, 2),
    "causes": Weight(-1, 2, 0, -1, 0),
    "closes": Weight(-4, -1, 0, -7, 12),
    "closes, first": Weight(-4, -1, 0, -7, 12),
    "compared with": Weight(-3, 7, 0, -3, -1),
    "compared with, first": Weight(0, 3, 0, -3, 0),
    "consist in": Weight(-1, 3, 0, -2, 0),
    "consist in, first": Weight(0, 2, 0, -2, 0),
    "counted": Weight(5, -3, 0, 1, -3),
    "counted, first": Weight(2, 1, -2, 0, -1),
    "demands": Weight(-1, -1, 0, 0, 2),
    "done": Weight(2, 4, 0, -7, 1),
    "done, first": Weight(2, -4, 4, -2, 0),
    "each": Weight(2, -1, -3, 3, -2),
    "earlier year": Weight(0, 3, 0, -2, 0),
    "earlier year, first": Weight(0, 2, 0, -2, 0),
    "ensures": Weight(-3, 0, 0, 1, 2),
    "exclaims": Weight(-5, -2, 0, -5, 12),
    "figure": Weight(5, 0, 0, 0, -4),
    "figure, first": Weight(-1, 2, -3, 4, -3),
    "first responsible": Weight(-5, 0, 9, -3, 0),
    "first responsible, first": Weight(-2, 0, 2, 0, 0),
    "five years ahead": Weight(-2, 0, 0, 1, 1),
    "five years past": Weight(2, -2, 0, 2, -1),
    "five years past, first": Weight(0, -1, 0, 3, -1),
    "frame of the part before: ahead": Weight(-2, -3, -2, 7, 0),
    "frame of the part before: back": Weight(0, 1, 1, 1, -3),
    "frame of the part before: lack": Weight(-4, -1, 0, 6, -1),
    "frame: ahead": Weight(-8, 1, -4, 6, 4),
    "frame: back": Weight(1, -2, 1, 1, -1),
    "frame: lack": Weight(-1, 3, -1, -2, 2),
    "goes on": Weight(-1, 0, -3, 0, 4),
    "goes on, first": Weight(-2, -1, 0, 3, 0),
    "hard": Weight(-1, 6, -1, -3, -1),
    "hard, first": Weight(-2, 3, 0, -1, 0),
    "heading without name": Weight(-2, 3, 6, 2, -9),
    "heading: aim verb": Weight(4, -4, 3, 1, -4),
    "heading: aims": Weight(1, -2, 0, 2, 0),
    "heading: appeals": Weight(0, -2, 0, 2, 0),
    "heading: first responsible": Weight(-4, -1, 5, -1, 0),
    "heading: goes on": Weight(-3, -3, 0, 6, 0),
    "heading: in person": Weight(-3, -1, 4, 0, 0),
    "heading: lack named": Weight(-1, 8, -1, -5, -1),
    "heading: leader named": Weight(-2, -1, 3, -1, 0),
    "heading: month end": Weight(-1, -1, 0, 3, 0),
    "heading: not enough": Weight(-1, 9, 0, -8, 0),
    "heading: ought to mend": Weight(-1, 5, -1, -3, 0),
    "heading: performs duty": Weight(-5, -1, 6, 0, 0),
    "heading: problem named": Weight(0, 4, -1, -2, -1),
    "heading: sees clearly": Weight(-3, 4, 0, 0, 0),
    "heading: still": Weight(0, 4, -1, -3, 0),
    "heading: there still is": Weight(-1, 4, 0, -2, 0),
    "heading: this year, of a work report": Weight(0, -2, 0, 2, 0),
    "heading: to be solved": Weight(2, -1, 0, 0, 0),
    "heading: weak or late": Weight(-1, 10, 0, -9, 0),
    "heading: will": Weight(0, -1, 0, 2, -1),
    "heading: year ahead": Weight(-1, 0, -1, 2, -1),
    "heading: year reviewed": Weight(2, 0, -1, 0, -1),
    "in a part: accomplished": Weight(-1, 4, -3, 0, 1),
    "in a part: achieved": Weight(4, -1, -2, -2, 2),
    "in a part: aims": Weight(0, -2, -4, 2, 4),
    "in a part: compared with": Weight(0, 2, 0, 1, -2),
    "in a part: consist in": Weight(0, 4, 0, -3, -1),
    "in a part: first responsible": Weight(-4, -1, 6, -1, 0),
    "in a part: five years ahead": Weight(-3, -3, -2, 6, 1),
    "in a part: five years past": Weight(-1, 1, -3, 3, 0),
    "in a part: goes on": Weight(3, -2, -2, 2, -2),
    "in a part: in person": Weight(-4, 1, 6, -2, -1),
    "in a part: lack named": Weight(0, 2, -4, 2, 1),
    "in a part: leader named": Weight(-2, -1, 9, -5, -1),
    "in a part: leads in to sections": Weight(-1, -1, -4, 4, 2),
    "in a part: next": Weight(-2, 2, -1, 3, -2),
    "in a part: next year": Weight(0, -1, 0, 2, -1),
    "in a part: problem named": Weight(4, 3, -2, -3, -1),
    "in a part: sees clearly": Weight(-4, 2, -1, 0, 2),
    "in a part: there still is": Weight(-5, 6, -2, -1, 2),
    "in a part: this past year": Weight(2, 2, -4, -2, 2),
    "in a part: will": Weight(-4, 0, -1, 2, 2),
    "in a part: year ahead": Weight(-5, -2, -3, 8, 1),
    "in a part: year reviewed": Weight(4, 2, 1, -8, 1),
    "in person": Weight(-6, -1, 11, -4, 0),
    "lack named": Weight(-2, 8, 0, -2, -4),
    "lack named, first": Weight(-2, 3, 0, 1, -1),
    "last sentence": Weight(-5, -2, -3, 4, 7),
    "leader named": Weight(-6, -5, 11, 1, -1),
    "leader named, first": Weight(-6, -1, 10, -3, -1),
    "leads in": Weight(-5, -1, -1, 4, 3),
    "month end": Weight(-5, -5, 1, 9, 0),
    "month end, first": Weight(-3, -2, -1, 5, 0),
    "must": Weight(3, 2, -2, 0, -3),
    "must, first": Weight(-4, 1, 0, 4, -1),
    "names achievements": Weight(2, -1, 1, 0, -2),
    "names plans": Weight(-1, -2, -1, 4, -1),
    "names plans among others": Weight(0, 2, 0, -2, 0),
    "names problems": Weight(-1, 4, -1, -1, -1),
    "names problems among others": Weight(-1, 2, 0, -1, 0),
    "next": Weight(-2, -2, -1, 3, 2),
    "next year": Weight(-5, -4, 0, 5, 4),
    "next year, first": Weight(-5, -4, 0, 6, 3),
    "next, first": Weight(-1, -2, -1, 4, 0),
    "no less": Weight(-1, -6, -2, 9, 2),
    "no less, first": Weight(-1, -2, 0, -4, 7),
    "not enough": Weight(-6, 10, 0, -6, 2),
    "not enough, first": Weight(0, 4, 0, -5, 2),
    "not yet": Weight(-3, 7, 1, -2, -2),
    "not yet, first": Weight(-2, 3, 0, -1, 0),
    "only so much": Weight(2, 3, -1, -4, -1),
    "only so much, first": Weight(-2, 3, 0, -1, 0),
    "ought to mend": Weight(-2, 4, -1, -2, 0),
    "ought to mend, first": Weight(-1, 2, -1, -1, 0),
    "performs duty": Weight(-7, 0, 8, -1, 0),
    "performs duty, first": Weight(0, -1, 3, -1, 0),
    "plans named before": Weight(-2, -9, 0, 10, 1),
    "plans named behind": Weight(5, -1, 1, -8, 3),
    "plans never named": Weight(1, 2, -1, -1, -1),
    "problem named": Weight(2, 1, 2, -1, -3),
    "problem named, first": Weight(2, 3, -1, -2, -2),
    "problems named behind": Weight(6, -5, 0, -3, 2),
    "responsibility named before": Weight(0, -2, 0, 1, 1),
    "responsibility named behind": Weight(-1, 3, -2, 0, -1),
    "responsibility never named": Weight(2, 0, -1, 0, 0),
    "sees clearly": Weight(-3, 5, -1, 1, -1),
    "sees clearly, first": Weight(-3, 4, -1, 0, -1),
    "sets to": Weight(0, -2, 0, 2, 0),
    "some few": Weight(-7, 9, 0, -3, 0),
    "some few, first": Weight(-1, 5, 0, -3, 0),
    "starts": Weight(0, -2, 0, 3, -1),
    "starts, first": Weight(-2, -1, 0, 3, 0),
    "still": Weight(-7, 14, 0, -7, -1),
    "still, first": Weight(0, 5, 0, -4, 0),
    "thanks": Weight(-9, -4, 0, -2, 15),
    "thanks, first": Weight(-1, -1, 0, -1, 3),
    "there still is": Weight(-3, 8, -1, -2, -2),
    "there still is, first": Weight(2, 1, -1, -1, -1),
    "this past year": Weight(3, 0, -3, -2, 1),
    "this past year, first": Weight(2, 0, -2, -1, 1),
    "this year, of a work report": Weight(-2, 0, 0, 3, 0),
    "this year, of a work report, first": Weight(-2, 0, 0, 3, 0),
    "to be solved": Weight(2, 4, -1, -3, -3),
    "to be solved, first": Weight(3, 2, -1, -2, -2),
    "under achievements": Weight(10, 0, 0, -6, -4),
    "under achievements among others": Weight(4, 0, 0, -4, 0),
    "under no name": Weight(2, 0, -1, 0, 0),
    "under other": Weight(-3, -1, -1, -3, 8),
    "under plans": Weight(-5, -2, -3, 8, 1),
    "under plans among others": Weight(4, -2, 0, 0, -2),
    "under problems": Weight(-6, 9, -2, -1, 0),
    "under problems among others": Weight(-1, 1, 0, 3, -2),
    "under responsibility": Weight(-2, -3, 9, -3, -1),
    "up or down": Weight(4, 2, -1, -1, -3),
    "up to the announcement": Weight(-10, 0, 0, -2, 12),
    "weak or late": Weight(-4, 11, 1, -7, -1),
    "weak or late, first": Weight(-1, 5, -1, -3, -1),
    "will": Weight(-2, -4, -1, 6, 1),
    "will put": Weight(-1, 0, 3, 0, -1),
    "will put, first": Weight(2, 0, -1, 0, -1),
    "will, first": Weight(-3, -3, 0, 5, 1),
    "with success": Weight(-3, 3, 0, 0, 0),
    "with success, first": Weight(-3, 3, 0, 0, 0),
    "year ahead": Weight(-6, -4, 0, 11, -2),
    "year ahead, first": Weight(-6, -4, 0, 12, -2),
    "year reviewed": Weight(0, 0, -1, -2, 3),
    "year reviewed, first": Weight(2, 1, -1, -3, 1),
    # </weights>
}

#: What it costs to turn from a role (the name of the row) to each other one.
TURNS: Final[dict[Role, dict[Role, int]]] = {
    # <turns>
    "achievements": {"problems": -8, "responsibility": -6, "plans": -13, "other": -11},
    "problems": {"achievements": -13, "responsibility": -5, "plans": 4, "other": -7},
    "responsibility": {"achievements": -6, "problems": -6, "plans": -8, "other": -5},
    "plans": {"achievements": -14, "problems": -5, "responsibility": -9, "other": -2},
    "other": {"achievements": -1, "problems": -7, "responsibility": -5, "plans": -11},
    # </turns>
}

#: What a turn costs more (or less) where a sentence begins at a place.
PLACES: Final[dict[Place, int]] = {
    # <places>
    "part": -3,
    "first": -14,
    "later": -9,
    "spoken": -10,
    "paragraph": -12,
    "amid": -12,
    "long": -10,
    # </places>
}

#: What it costs to begin with a role.
STARTS: Final[dict[Role, int]] = {
    # <starts>
    "achievements": 7,
    "problems": -7,
    "responsibility": -3,
    "plans": -7,
    "other": 6,
    # </starts>
}

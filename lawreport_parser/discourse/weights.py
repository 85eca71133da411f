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
    "accomplished": Weight(8, -3, -2, 0, -3),
    "achieved": Weight(7, -3, -3, 1, -2),
    "achieved, first": Weight(-1, 1, -1, 2, -1),
    "achievements named before": Weight(-5, 4, 1, 3, -2),
    "achievements named behind": Weight(0, -1, 1, -2, 3),
    "achievements never named": Weight(3, -1, -1, -1, 0),
    "address": Weight(-3, -1, -1, -4, 9),
    "address, first": Weight(-2, -1, -1, -4, 8),
    "addresses meeting": Weight(-6, -1, -1, 1, 7),
    "addresses meeting, first": Weight(-2, -1, -1, 0, 5),
    "aim verb, first": Weight(4, -5, -3, 8, -5),
    "aims": Weight(3, -2, -1, 1, -1),
    "aims, first": Weight(0, -1, 0, 2, -1),
    "already": Weight(4, -2, 0, -2, 0),
    "already, first": Weight(-2, 0, 0, 2, 0),
    "annex": Weight(0, 0, 0, -2, 3),
    "annex, first": Weight(0, -1, 0, -2, 3),
    "announces": Weight(-7, 0, 0, -1, 8),
    "announces, first": Weight(-3, -1, -1, 0, 4),
    "appeals": Weight(1, 0, 0, -6, 6),
    "appeals, first": Weight(-1, 0, 0, -1, 2),
    "before the sections": Weight(-3, -1, 4, 0, 0),
    "behind the sections": Weight(-4, -2, 0, 0, 6),
    "but": Weight(-5, 3, 0, 0, 3),
    "but, first": Weight(-4, 4, 0, -2, 2),
    "causes": Weight(-1, 3, 0, -1, 0),
    "closes": Weight(-3, -2, 0, -5, 10),
    "closes, first": Weight(-3, -2, 0, -5, 10),
    "compared with": Weight(-3, 7, -2, -2, 0),
    "compared with, first": Weight(-3, 7, -2, -2, 0),
    "consist in": Weight(-1, 2, 0, -1, 0),
    "counted": Weight(6, -4, 1, 1, -3),
    "counted, first": Weight(2, -2, -2, 4, -2),
    "demands": Weight(-1, 0, 0, 0, 2),
    "demands, first": Weight(-1, 0, 0, 0, 2),
    "done": Weight(3, 3, 1, -6, -1),
    "done, first": Weight(2, -3, 4, -2, 0),
    "each": Weight(2, -1, -3, 3, -2),
    "ensures": Weight(-2, 0, 0, 2, 0),
    "exclaims": Weight(-4, -2, 0, -4, 12),
    "figure": Weight(4, -1, 1, 0, -5),
    "figure, first": Weight(-1, 1, -1, 3, -2),
    "first paragraph": Weight(-1, -2, -1, 1, 2),
    "first responsible": Weight(-3, -1, 7, -3, -1),
    "first responsible, first": Weight(-1, 0, 2, 0, 0),
    "five years ahead, first": Weight(-1, -1, 0, 2, 0),
    "five years past": Weight(1, -1, 0, 2, -1),
    "five years past, first": Weight(1, -1, 0, 2, -1),
    "frame of the part before: ahead": Weight(-3, -4, -2, 6, 4),
    "frame of the part before: back": Weight(-1, 1, 1, 2, -4),
    "frame of the part before: lack": Weight(-1, -1, -1, 4, -2),
    "frame: ahead": Weight(-7, 2, -4, 6, 3),
    "frame: back": Weight(1, -2, 0, 2, 0),
    "glossary": Weight(0, -1, 0, -5, 5),
    "glossary, first": Weight(0, -1, 0, -5, 5),
    "goes on": Weight(1, -2, -3, 3, 1),
    "goes on, first": Weight(-1, -1, 0, 4, -1),
    "hard": Weight(-2, 7, -1, -3, -2),
    "hard, first": Weight(-3, 4, 0, -1, 0),
    "heading without name": Weight(0, 2, 6, 2, -10),
    "heading: aims": Weight(0, -1, 0, 2, 0),
    "heading: appeals": Weight(-1, -2, 0, 3, 0),
    "heading: causes": Weight(0, 2, 0, -1, 0),
    "heading: first responsible": Weight(-3, -1, 5, -1, 0),
    "heading: goes on": Weight(-1, -2, 0, 3, 0),
    "heading: in person": Weight(-3, -1, 5, 0, 0),
    "heading: lack named": Weight(-1, 8, -1, -5, -1),
    "heading: leader named": Weight(-2, -1, 4, -1, 0),
    "heading: not enough": Weight(-1, 9, 0, -8, 0),
    "heading: ought to mend": Weight(-1, 4, 0, -2, 0),
    "heading: performs duty": Weight(-3, -1, 5, 0, 0),
    "heading: problem named": Weight(0, 3, -1, -2, -1),
    "heading: sees clearly": Weight(-3, 4, 0, 0, 0),
    "heading: still": Weight(-1, 4, -1, -2, 0),
    "heading: there still is": Weight(-1, 4, 0, -2, 0),
    "heading: to be solved": Weight(2, -1, 0, 0, 0),
    "heading: weak or late": Weight(-1, 8, 0, -7, 0),
    "heading: year reviewed": Weight(2, 0, -1, 0, -1),
    "in a part: accomplished": Weight(-2, 2, -3, 1, 2),
    "in a part: achieved": Weight(3, -2, -1, -1, 2),
    "in a part: aims": Weight(1, -2, -4, 2, 3),
    "in a part: consist in": Weight(0, 3, 0, -2, -1),
    "in a part: first responsible": Weight(-3, -1, 4, 0, 0),
    "in a part: five years ahead": Weight(-2, -4, -2, 6, 1),
    "in a part: five years past": Weight(-1, 1, -2, 3, 0),
    "in a part: goes on": Weight(2, -3, -1, 4, -2),
    "in a part: in person": Weight(-3, -1, 6, -2, 0),
    "in a part: lack named": Weight(0, 2, -4, 2, 0),
    "in a part: later year": Weight(-2, 0, 0, 3, 0),
    "in a part: leader named": Weight(-1, -2, 8, -4, -1),
    "in a part: next": Weight(-2, 1, -1, 4, -2),
    "in a part: next year": Weight(0, -1, 0, 2, -1),
    "in a part: problem named": Weight(4, 2, -2, -3, -1),
    "in a part: sees clearly": Weight(-5, 3, -1, 2, 1),
    "in a part: there still is": Weight(-4, 5, -2, 0, 1),
    "in a part: this past year": Weight(1, 1, -4, 0, 2),
    "in a part: will": Weight(-3, 0, -1, 3, 1),
    "in a part: year ahead": Weight(-6, -2, -3, 9, 1),
    "in a part: year reviewed": Weight(4, 1, 1, -7, 1),
    "in person": Weight(-6, -2, 11, -3, 0),
    "lack named": Weight(-1, 6, 0, -1, -4),
    "lack named, first": Weight(-3, 6, 0, -2, -1),
    "last sentence": Weight(-6, -2, -3, 1, 9),
    "leader named": Weight(-5, -6, 10, 1, 0),
    "leader named, first": Weight(-5, -1, 10, -3, -1),
    "leads in": Weight(-4, -1, -1, 4, 2),
    "month end": Weight(-4, -6, 1, 9, 0),
    "month end, first": Weight(-3, -2, 0, 5, 1),
    "must": Weight(2, 2, -1, 1, -4),
    "must, first": Weight(-7, 4, 0, 6, -2),
    "names achievements": Weight(2, -1, 2, 0, -3),
    "names other": Weight(0, 0, 0, -2, 1),
    "names plans": Weight(-1, -1, -1, 3, -1),
    "names problems": Weight(-1, 4, -1, -2, -1),
    "names problems among others": Weight(-1, 2, 0, -1, 0),
    "names responsibility": Weight(0, -1, 2, 0, 0),
    "next": Weight(-1, -2, -1, 4, 0),
    "next year": Weight(-4, -4, 0, 6, 2),
    "next year, first": Weight(-4, -4, 0, 6, 2),
    "next, first": Weight(-1, -2, 0, 4, -1),
    "no less": Weight(-3, -3, -2, 8, 0),
    "no less, first": Weight(0, -2, 0, -2, 4),
    "not enough": Weight(-6, 9, 0, -4, 1),
    "not enough, first": Weight(-3, 7, 0, -5, 2),
    "not yet": Weight(-2, 7, 1, -3, -3),
    "not yet, first": Weight(-1, 3, 0, -1, 0),
    "only so much": Weight(0, 7, -1, -6, 0),
    "only so much, first": Weight(-2, 3, 0, -1, 0),
    "ought to mend": Weight(-1, 2, -1, -1, 0),
    "ought to mend, first": Weight(-1, 2, -1, 0, 0),
    "performs duty": Weight(-5, -1, 8, -1, 0),
    "performs duty, first": Weight(0, -1, 2, -1, 0),
    "plans named before": Weight(-4, -10, 0, 7, 7),
    "plans named behind": Weight(6, 1, 0, -8, 2),
    "plans never named": Weight(1, 2, -1, 0, -3),
    "problem named": Weight(3, 0, 2, 0, -4),
    "problem named, first": Weight(0, 3, 0, -1, -2),
    "problems named behind": Weight(6, -5, 0, -3, 2),
    "responsibility named before": Weight(0, -2, 0, 2, 1),
    "responsibility named behind": Weight(-1, 2, -1, 0, 0),
    "responsibility never named": Weight(2, -1, -1, -1, 1),
    "sees clearly": Weight(-4, 6, -1, 0, -1),
    "sees clearly, first": Weight(-5, 7, -1, 0, -1),
    "sets to": Weight(0, -1, 0, 2, 0),
    "some few": Weight(-6, 8, 0, -2, 0),
    "some few, first": Weight(-2, 7, 0, -4, 0),
    "starts": Weight(0, -2, 0, 3, -1),
    "starts, first": Weight(-2, -1, 0, 4, -1),
    "still": Weight(-7, 13, 0, -5, -1),
    "still, first": Weight(-1, 5, 0, -3, 0),
    "thanks": Weight(-8, -3, 0, -2, 14),
    "thanks, first": Weight(-1, -1, 0, -1, 2),
    "there still is": Weight(-3, 7, -1, -2, -2),
    "there still is, first": Weight(-1, 4, 0, -2, -1),
    "this past year": Weight(2, 0, -2, -1, 1),
    "this past year, first": Weight(3, 0, -2, -2, 1),
    "this year, of a work report": Weight(-1, 0, 0, 2, 0),
    "this year, of a work report, first": Weight(-1, 0, 0, 2, 0),
    "to be solved": Weight(2, 4, -1, -3, -2),
    "to be solved, first": Weight(3, 2, -1, -2, -2),
    "under achievements": Weight(10, 1, -2, -5, -4),
    "under achievements among others": Weight(4, 0, 0, -4, 0),
    "under no name": Weight(2, -1, -1, -1, 1),
    "under other": Weight(-2, -1, -1, -6, 9),
    "under plans": Weight(-4, -2, -3, 8, 1),
    "under plans among others": Weight(3, -1, 0, -1, -2),
    "under problems": Weight(-7, 9, -2, 0, 0),
    "under problems among others": Weight(-1, 1, 0, 2, -2),
    "under responsibility": Weight(-1, -2, 8, -4, -1),
    "up or down": Weight(4, 1, -2, 1, -4),
    "up to the announcement": Weight(-10, 0, 0, -2, 11),
    "weak or late": Weight(-4, 10, 0, -6, -1),
    "weak or late, first": Weight(-2, 7, -1, -3, -1),
    "will": Weight(-1, -4, -1, 6, 0),
    "will put": Weight(0, -1, 2, 0, -1),
    "will put, first": Weight(2, 0, -1, 0, -1),
    "will, first": Weight(-2, -4, 0, 6, 0),
    "with success": Weight(-4, 5, 0, 0, 0),
    "with success, first": Weight(-4, 5, 0, 0, 0),
    "year ahead": Weight(-4, -4, 0, 11, -3),
    "year ahead, first": Weight(-5, -4, 0, 12, -3),
    "year reviewed": Weight(2, -2, -1, -1, 3),
    "year reviewed, first": Weight(3, -2, -1, -2, 1),
    # </weights>
}

#: What it costs to turn from a role (the name of the row) to each other one.
TURNS: Final[dict[Role, dict[Role, int]]] = {
    # <turns>
    "achievements": {"problems": -7, "responsibility": -5, "plans": -12, "other": -11},
    "problems": {"achievements": -11, "responsibility": -5, "plans": 2, "other": -7},
    "responsibility": {"achievements": -6, "problems": -5, "plans": -8, "other": -6},
    "plans": {"achievements": -14, "problems": -4, "responsibility": -9, "other": -2},
    "other": {"achievements": -1, "problems": -6, "responsibility": -5, "plans": -13},
    # </turns>
}

#: What a turn costs more (or less) where a sentence begins at a place.
PLACES: Final[dict[Place, int]] = {
    # <places>
    "part": -4,
    "first": -14,
    "later": -7,
    "spoken": -11,
    "paragraph": -12,
    "amid": -12,
    "long": -10,
    # </places>
}

#: What it costs to begin with a role.
STARTS: Final[dict[Role, int]] = {
    # <starts>
    "achievements": 9,
    "problems": -8,
    "responsibility": -3,
    "plans": -7,
    "other": 5,
    # </starts>
}

"""What each feature weighs for each role, and what it costs to turn from one role to another.

The numbers are learned: `python -m benchmarks.weigh_passages` writes them from annotated texts. A row is a feature of
`evidence.py` and its weights for achievements, problems, responsibility, plans and other; one without a row weighs
nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lawreport_parser.discourse.sentences import Place
from lawreport_parser.lexicon import Role

__all__ = ["PLACES", "ROLE_ORDER", "SECTIONS", "STARTS", "TURNS", "TURNS_OF_SECTIONS", "WEIGHTS", "Weight"]

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
    # Set by hand: no annotated text has it.
    "opens with the duty": Weight(-20, -20, 50, -20, -20),
    # <weights>
    "accomplished": Weight(8, -3, -2, 1, -3),
    "achieved": Weight(7, -1, -3, 0, -2),
    "achieved, first": Weight(0, 2, 0, 0, -1),
    "achievements named before": Weight(-3, 1, 1, 3, -2),
    "achievements named behind": Weight(-2, -1, 0, -1, 3),
    "achievements never named": Weight(4, -1, -1, -1, 0),
    "address": Weight(-1, -1, 0, -4, 7),
    "address, first": Weight(-1, -1, 0, -4, 7),
    "addresses meeting": Weight(-5, -1, -1, 1, 6),
    "addresses meeting, first": Weight(-3, -1, 0, -1, 5),
    "ahead and figure": Weight(1, -1, -1, 3, -2),
    "aim verb, first": Weight(3, -5, -2, 7, -4),
    "aims": Weight(1, -2, 0, 1, 0),
    "already": Weight(3, -2, 0, 0, -1),
    "annex": Weight(0, 0, 0, -2, 2),
    "annex, first": Weight(0, 0, 0, -2, 2),
    "announces": Weight(-5, -1, -1, -1, 7),
    "announces, first": Weight(-1, 0, 0, 0, 2),
    "appeals": Weight(0, -1, 0, -4, 5),
    "appeals, first": Weight(0, 0, 0, -1, 2),
    "before the sections": Weight(-2, -1, 4, -1, 0),
    "behind the sections": Weight(-3, 0, 0, -1, 4),
    "but": Weight(-5, 4, 0, 0, 1),
    "but lacks": Weight(-4, 3, 0, -1, 1),
    "but, first": Weight(-3, 3, 0, -1, 1),
    "causes": Weight(-2, 3, 0, -1, 0),
    "causes, first": Weight(-1, 2, 0, -1, 0),
    "closes": Weight(-2, -1, 0, -5, 8),
    "closes, first": Weight(-2, -1, 0, -5, 7),
    "compared with": Weight(-3, 7, -1, -2, 0),
    "compared with, first": Weight(-3, 4, -1, -1, 0),
    "contrast": Weight(-3, 5, 0, -1, -1),
    "counted": Weight(8, -4, 1, -1, -4),
    "counted, first": Weight(2, -2, -2, 3, -1),
    "demands": Weight(-1, -1, 0, 0, 2),
    "demands, first": Weight(-1, 0, 0, 0, 2),
    "done": Weight(2, 2, 1, -5, -1),
    "done, first": Weight(0, -2, 2, -1, 1),
    "each": Weight(3, 0, -4, 2, -1),
    "ensures": Weight(-2, -1, 0, 2, 1),
    "exclaims": Weight(-4, -2, 0, -6, 11),
    "figure": Weight(5, -2, 3, -1, -5),
    "figure, first": Weight(-2, 0, -1, 3, 0),
    "first responsible": Weight(-2, -2, 7, -3, -1),
    "first responsible, first": Weight(-2, -1, 4, -1, 0),
    "five years past, first": Weight(0, -1, 0, 2, 0),
    "frame of the part before: ahead": Weight(-5, -3, -2, 4, 5),
    "frame of the part before: back": Weight(0, 3, 0, 0, -3),
    "frame of the part before: lack": Weight(-2, -2, 1, 3, -1),
    "frame: ahead": Weight(-8, 2, -3, 6, 3),
    "frame: back": Weight(2, 0, 1, 0, -2),
    "frame: lack": Weight(-1, 3, -1, 0, -1),
    "glossary": Weight(0, 0, 0, -3, 3),
    "glossary, first": Weight(0, 0, 0, -3, 3),
    "goes on": Weight(1, -2, -2, 1, 1),
    "goes on, first": Weight(-2, -1, -1, 3, 0),
    "hard": Weight(-1, 5, 0, -2, -1),
    "hard, first": Weight(-2, 3, 0, -1, 0),
    "heading without name": Weight(2, -1, 2, 3, -6),
    "heading: appeals": Weight(-1, -1, 0, 2, 0),
    "heading: first responsible": Weight(-2, 0, 3, -1, 0),
    "heading: goes on": Weight(-1, -1, -1, 3, 0),
    "heading: hard": Weight(0, 2, 0, -1, 0),
    "heading: in person": Weight(-2, -1, 3, 0, 0),
    "heading: lack named": Weight(-1, 6, -1, -3, 0),
    "heading: leader named": Weight(-1, -1, 2, -1, 0),
    "heading: negated": Weight(0, 2, 0, -2, 0),
    "heading: not enough": Weight(-1, 6, 0, -4, 0),
    "heading: not yet": Weight(-1, 2, 0, -1, 0),
    "heading: ought to mend": Weight(-1, 3, 0, -1, 0),
    "heading: performs duty": Weight(-2, -1, 3, 0, 0),
    "heading: problem named": Weight(0, 4, -1, -2, 0),
    "heading: sees clearly": Weight(-2, 3, 0, -1, 0),
    "heading: still": Weight(-1, 2, 0, -1, 0),
    "heading: there still is": Weight(-1, 3, 0, -1, 0),
    "heading: to be solved": Weight(3, -2, 0, -1, 0),
    "heading: weak or late": Weight(-1, 6, 0, -5, 0),
    "heading: year ahead": Weight(0, 0, 0, 2, 0),
    "heading: year reviewed": Weight(2, -1, 0, -1, -1),
    "in a part: accomplished": Weight(0, 2, -2, 0, 0),
    "in a part: achieved": Weight(2, -3, 0, 0, 0),
    "in a part: aims": Weight(0, -2, -1, 2, 1),
    "in a part: consist in": Weight(-1, 5, 0, -3, -1),
    "in a part: first responsible": Weight(-2, -1, 5, -1, 0),
    "in a part: five years ahead": Weight(-1, -3, -1, 4, 2),
    "in a part: five years past": Weight(-1, 0, -1, 2, 0),
    "in a part: goes on": Weight(1, -3, -1, 4, -2),
    "in a part: in person": Weight(-2, -1, 5, -2, 0),
    "in a part: lack named": Weight(0, 2, -1, 1, -1),
    "in a part: leader named": Weight(-1, -1, 6, -3, -1),
    "in a part: next": Weight(-1, 0, -1, 4, -2),
    "in a part: problem named": Weight(2, 2, -1, -1, -2),
    "in a part: sees clearly": Weight(-4, 3, 0, 1, 0),
    "in a part: there still is": Weight(-2, 2, -1, 0, 1),
    "in a part: will": Weight(-3, 1, 0, 3, 0),
    "in a part: year ahead": Weight(-5, -2, -2, 9, 0),
    "in a part: year reviewed": Weight(4, 0, 0, -5, 0),
    "in person": Weight(-6, -2, 12, -3, -1),
    "lack and figure": Weight(-4, 6, -1, -1, 0),
    "lack named": Weight(-1, 5, 0, 0, -3),
    "lack named, first": Weight(-2, 4, 0, -1, 0),
    "last sentence": Weight(-7, -3, -3, 4, 8),
    "later year": Weight(-1, 0, 0, -1, 2),
    "leader and duty": Weight(-3, -1, 7, -1, -1),
    "leader named": Weight(-4, -5, 9, 1, -1),
    "leader named, first": Weight(-5, -2, 10, -2, 0),
    "leads in": Weight(-4, 0, 0, 2, 2),
    "month end": Weight(-3, -4, 0, 8, -1),
    "month end, first": Weight(-4, -1, 1, 4, 0),
    "month: year ahead": Weight(2, -4, 0, 2, -1),
    "month: year ahead, first": Weight(2, -2, 0, 1, -1),
    "must": Weight(3, 0, -1, 1, -3),
    "must, first": Weight(-4, 2, 0, 4, -2),
    "names other": Weight(0, 0, 0, -2, 2),
    "names plans": Weight(-1, -1, -1, 3, -1),
    "names problems": Weight(-1, 3, -1, -1, 0),
    "negated": Weight(-2, 4, -2, 0, 0),
    "negated, first": Weight(-2, 3, -1, -4, 4),
    "next": Weight(-5, -2, 0, 5, 2),
    "next, first": Weight(-5, -2, 0, 6, 1),
    "no less": Weight(-1, -2, -1, 6, -1),
    "no less, first": Weight(-1, -1, 0, 0, 2),
    "not enough": Weight(-5, 8, 0, -3, 0),
    "not enough, first": Weight(-2, 5, 0, -4, 1),
    "not yet": Weight(-3, 6, 1, -1, -2),
    "not yet, first": Weight(-2, 2, 0, 0, 0),
    "only so much": Weight(-2, 6, 0, -3, 0),
    "only so much, first": Weight(-1, 2, 0, -1, 0),
    "opens: ahead": Weight(-7, -5, -1, 14, -1),
    "opens: back": Weight(5, -2, -1, -2, 0),
    "opens: lack": Weight(-3, 4, 0, -1, 0),
    "ought to mend": Weight(0, 2, 0, -1, 0),
    "performs duty": Weight(-4, -1, 5, 0, 0),
    "plans named before": Weight(-2, -8, -1, 6, 5),
    "plans named behind": Weight(4, 2, -1, -6, 1),
    "plans never named": Weight(1, 3, 0, 1, -4),
    "problem named": Weight(1, -1, 1, 1, -3),
    "problem named, first": Weight(-2, 3, 1, -1, 0),
    "problems named behind": Weight(4, -3, -1, -1, 1),
    "responsibility never named": Weight(2, -1, -1, 0, 1),
    "sees clearly": Weight(-3, 4, -1, 0, -1),
    "sees clearly, first": Weight(-4, 5, 0, 0, -1),
    "sets to": Weight(-1, -2, 0, 3, -1),
    "some few": Weight(-5, 6, 0, -1, 0),
    "some few, first": Weight(-2, 6, 0, -3, 0),
    "starts": Weight(0, -2, 0, 3, -1),
    "starts, first": Weight(-1, -1, 0, 3, 0),
    "still": Weight(-6, 13, 0, -5, -1),
    "still, first": Weight(-1, 3, 0, -2, 0),
    "thanks": Weight(-7, -3, 0, -1, 11),
    "thanks of a speaker": Weight(-3, -1, 0, 0, 4),
    "thanks, first": Weight(-1, 0, 0, -1, 2),
    "there still is": Weight(-3, 6, -1, -1, -1),
    "there still is, first": Weight(-2, 3, 0, -1, -1),
    "this past year": Weight(-2, 0, -1, 0, 2),
    "this past year, first": Weight(-2, 1, 0, 0, 1),
    "this year, of a work report": Weight(-1, 0, 0, 2, 0),
    "this year, of a work report, first": Weight(-1, 0, 0, 2, 0),
    "to be solved": Weight(2, 5, 0, -4, -2),
    "to be solved, first": Weight(2, 2, 0, -2, -1),
    "under achievements": Weight(10, 1, -4, -3, -4),
    "under achievements among others": Weight(2, -1, 0, -1, 0),
    "under other": Weight(0, -1, 0, -4, 6),
    "under plans": Weight(-4, -3, -2, 7, 1),
    "under problems": Weight(-3, 7, -2, 0, -1),
    "under problems among others": Weight(-1, 2, 0, 0, -1),
    "under responsibility": Weight(-1, -1, 5, -2, 0),
    "up or down": Weight(4, 1, -1, 1, -5),
    "up to the announcement": Weight(-9, -1, -1, -2, 13),
    "weak or late": Weight(-2, 9, 0, -5, -2),
    "weak or late, first": Weight(0, 6, 0, -5, -1),
    "will": Weight(1, -4, -2, 5, 0),
    "will, first": Weight(-2, -2, 0, 5, 0),
    "with success": Weight(-3, 3, 0, 0, 0),
    "with success, first": Weight(-3, 3, 0, 0, 0),
    "within year": Weight(6, -1, 0, -2, -2),
    "within year, first": Weight(3, -1, 0, -2, 0),
    "year ahead": Weight(-3, -2, 0, 6, -1),
    "year ahead, first": Weight(-3, -2, 0, 7, -2),
    "year reviewed": Weight(1, -2, -1, -4, 5),
    "year reviewed, first": Weight(3, -1, -1, -4, 3),
    # </weights>
}

#: What it costs to turn from a role (the name of the row) to each other one.
TURNS: Final[dict[Role, dict[Role, int]]] = {
    # <turns>
    "achievements": {"problems": -6, "responsibility": -9, "plans": -8, "other": -5},
    "problems": {"achievements": -11, "responsibility": -7, "plans": 6, "other": -2},
    "responsibility": {"achievements": -4, "problems": -6, "plans": -7, "other": -2},
    "plans": {"achievements": -12, "problems": -2, "responsibility": -8, "other": 5},
    "other": {"achievements": -2, "problems": -2, "responsibility": -4, "plans": -9},
    # </turns>
}

#: The same where a section begins.
TURNS_OF_SECTIONS: Final[dict[Role, dict[Role, int]]] = {
    # <turns of sections>
    "achievements": {"problems": 0, "responsibility": 7, "plans": -7, "other": -6},
    "problems": {"achievements": -6, "responsibility": 3, "plans": 2, "other": -3},
    "responsibility": {"achievements": -3, "problems": 4, "plans": -3, "other": -1},
    "plans": {"achievements": -10, "problems": -2, "responsibility": -3, "other": -5},
    "other": {"achievements": 3, "problems": -4, "responsibility": 0, "plans": -7},
    # </turns of sections>
}
SECTIONS: Final[frozenset[Place]] = frozenset({"part", "first", "later"})

#: What a turn costs more (or less) where a sentence begins at a place.
PLACES: Final[dict[Place, int]] = {
    # <places>
    "part": -8,
    "first": -19,
    "later": -10,
    "spoken": -12,
    "paragraph": -14,
    "amid": -15,
    "long": -11,
    # </places>
}

#: What it costs to begin with a role.
STARTS: Final[dict[Role, int]] = {
    # <starts>
    "achievements": 6,
    "problems": -7,
    "responsibility": -2,
    "plans": -4,
    "other": 7,
    # </starts>
}

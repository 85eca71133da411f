"""Members of spoken series (一是…二是…) in parts that name problems: which tell of problems, and which of plans.

Single members often say too little (经费紧张, 充实队伍). The name of the part tells, and where it turns to the plans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from lawreport_parser.discourse.sentences import Named, Sentence
from lawreport_parser.discourse.sequence import sums_of
from lawreport_parser.discourse.weights import ROLE_ORDER
from lawreport_parser.outline.tree import Node

__all__ = ["MEMBERS", "PLAN", "PROBLEM", "ToldByMembers", "members_of_parts"]

#: The places at which members of a series begin.
MEMBERS: Final = frozenset({"first", "later", "spoken"})
PROBLEM: Final = ROLE_ORDER.index("problems")
PLAN: Final = ROLE_ORDER.index("plans")
#: Words that look ahead clearly weigh more for plans: 我局将; a colon alone (主要表现在：) weighs less.
_CLEAR: Final = 5


class ToldByMembers(NamedTuple):
    """Which sentences tell of problems, and which of plans; `in_turn`: those of both that go by turns."""

    problems: set[int]
    plans: set[int]
    in_turn: set[int]


def members_of_parts(text: str, sentences: Sequence[Sentence], owned: Sequence[int], named: Named) -> ToldByMembers:
    """Return which of the sentences of a document tell of problems, and which of plans, by the series they are in.

    `owned` is what their own words weigh, `named` holds the roles that headings name.
    """
    plans = set(_led_ahead(text, sentences, owned, named))
    before = _before_turns(sentences, owned, named)
    lacking = set(_lacking(sentences, owned, named)) - plans
    return ToldByMembers(before.problems | lacking, before.plans | plans, before.in_turn)


def _before_turns(sentences: Sequence[Sentence], owned: Sequence[int], named: Named) -> ToldByMembers:
    """Return which sentences tell of problems because the part that holds them has not turned to the plans yet.

    存在的问题和下一步打算 一是经费紧张。二是人员不足。下一步，将…: the members of a spoken series in front of the first
    sentence that begins with no marker and whose own words look ahead. A series whose own words are more of plans than
    of problems is left to them, and so is a member of plans right before that sentence.

    Where the series goes on behind it with what is lacking, it tells of the remedy of one member alone, and problems
    and plans go by turns: 一是经费紧张。下一步将争取经费。二是人员不足。下一步将招人。
    """
    told = ToldByMembers(set(), set(), set())
    for under, run in groupby(range(len(sentences)), key=lambda at: sentences[at].under):
        roles = named[under] if under is not None else ()
        if "problems" not in roles or "plans" not in roles[roles.index("problems") :]:
            continue
        held: list[int] = []
        remedy: list[int] = []
        in_turn: list[list[int]] = []
        lacking = last = 0
        series: tuple[Node, ...] = ()
        for at in run:
            sentence = sentences[at]
            member = sentence.place in MEMBERS and sentence.path[-1] is not under
            if member and not sentence.path[-1].marker.style.spoken:
                break
            if not held and not member:
                continue
            own = sums_of(owned[at])
            if member:
                if remedy:
                    goes_on = sentence.path[:-1] == series[:-1] and sentence.path[-1].ordinal == series[-1].ordinal + 1
                    lacks = own[PROBLEM] - own[PLAN]
                    if lacking < 0 or not goes_on or lacks < 0:
                        break
                    if not (in_turn and lacks) and not _has_a_remedy(sentences, owned, at):
                        break
                    in_turn += held, remedy
                    held, remedy = [], []
                series = sentence.path
                last = own[PROBLEM] - own[PLAN]
                lacking += last
            elif remedy or _looks_ahead(own):
                remedy.append(at)
                continue
            held.append(at)
        if in_turn:
            in_turn += held, remedy
            told.problems.update(*in_turn[::2])
            told.plans.update(*in_turn[1::2])
            told.in_turn.update(*in_turn)
        elif remedy and lacking >= 0:
            told.problems.update(held[:-1] if last < 0 else held)
    return told


def _looks_ahead(own: Sequence[int]) -> bool:
    return own[PLAN] > max(_CLEAR, own[PROBLEM])


def _has_a_remedy(sentences: Sequence[Sentence], owned: Sequence[int], at: int) -> bool:
    """Say whether a sentence of a member, behind its first one, looks ahead."""
    behind = at + 1
    while behind < len(sentences) and sentences[behind].path == sentences[at].path:
        if _looks_ahead(sums_of(owned[behind])):
            return True
        behind += 1
    return False


def _lacking(sentences: Sequence[Sentence], owned: Sequence[int], named: Named) -> Iterator[int]:
    """Yield the members of spoken series whose own words name what is lacking, in a part on problems.

    存在的问题 一是重视不够。下一步将培训。二是力量薄弱。下一步将招人。: the remedies make no plans of them.
    """
    for at, sentence in enumerate(sentences):
        under = sentence.under
        if under is not None and list(named[under]) == ["problems"] and sentence.path[-1] is not under:
            own = sums_of(owned[at]) if sentence.place in MEMBERS and sentence.path[-1].marker.style.spoken else None
            if own is not None and own[PROBLEM] > max(0, own[PLAN]):
                yield at


def _led_ahead(text: str, sentences: Sequence[Sentence], owned: Sequence[int], named: Named) -> Iterator[int]:
    """Yield the sentences that lead in a spoken series and look ahead, in a part on problems, and the members led in.

    存在的问题 一是人员不足。下一步，我局将：一是加大投入。二是充实队伍。
    """
    led: tuple[Node, ...] | None = None
    for at in range(1, len(sentences)):
        sentence, before = sentences[at], sentences[at - 1]
        path, under = sentence.path, sentence.under
        if led is not None and path[: len(led)] != led:
            led = None
        if sentence.place not in MEMBERS or (led is not None and len(path) != len(led) + 1):
            continue
        spoken = path[-1].marker.style.spoken
        if path[-1].ordinal == 1 or not spoken:
            own = sums_of(owned[at - 1])
            leads = text[before.end - 1] in "：:" and own[PLAN] > max(_CLEAR, own[PROBLEM])
            led = path[:-1] if leads and spoken and under is not None and list(named[under]) == ["problems"] else None
            if led is not None:
                yield at - 1
        if led is not None:
            yield at

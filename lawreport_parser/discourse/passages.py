"""The passages of a body: contiguous stretches of one role, from the sentences and all that speaks for their role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final, NamedTuple

from lawreport_parser.discourse.evidence import Genre, Headings, features_of
from lawreport_parser.discourse.members import MEMBERS, PLAN, PROBLEM, members_of_parts
from lawreport_parser.discourse.sentences import Named, Sentence, sentences_of
from lawreport_parser.discourse.sequence import best_roles, sums_of, weigh
from lawreport_parser.discourse.weights import ROLE_ORDER, SECTIONS
from lawreport_parser.lexicon import Role
from lawreport_parser.model import PassageBasis
from lawreport_parser.outline.tree import Node, Outline

__all__ = ["Told", "passages_by_headings", "tell_passages"]

_BY_HEADING: Final[PassageBasis] = "heading"
#: Of text in a document that is no report, below no heading that names a role.
_UNTOLD: Final[tuple[Role, PassageBasis]] = ("other", "neighbours")
#: Parts whose members seldom have another role, and what that adds.
_HELD: Final[frozenset[Role]] = frozenset({"problems", "responsibility", "plans"})
_BONUS: Final = 15
_LEFT: Final[dict[Role, str]] = {"problems": "frame: ahead", "plans": "frame: lack"}
#: No sentence weighs as much.
_NEVER: Final = 10_000


class Told(NamedTuple):
    """A passage before it becomes a model: its role, why, its range, and the sections around all of it."""

    role: Role
    basis: PassageBasis
    start: int
    end: int
    path: tuple[Node, ...]


def tell_passages(text: str, outline: Outline, genre: Genre, named: Named) -> list[Told]:
    """Return the passages of a report, in the order of its text; `named` holds the roles that headings name."""
    passages: list[Told] = []
    headings = Headings(named)
    for sentences in _documents(sentences_of(text, outline, named)):
        owned: list[int] = []
        sums: list[list[int]] = []
        last: list[str] = []
        shared = 0
        for sentence, (own, around) in zip(sentences, features_of(text, sentences, genre, headings), strict=True):
            if around is not last:
                last, shared = around, weigh(around)
            owned.append(weigh(own))
            sums.append(_bound(sums_of(owned[-1] + shared), around, sentence, named))
        held, led, in_turn = members_of_parts(text, sentences, owned, named)
        for at in held:
            sums[at][PROBLEM] += _BONUS
        for at in led:
            # Once for what the name of the part gives the problems.
            sums[at][PLAN] += 2 * _BONUS
        for at in in_turn:
            sums[at][PROBLEM if at in held else PLAN] += _NEVER
        roles = _roles_of(sentences, sums, named)
        _put_headings_with_their_text(roles, sentences, named, held)
        first = 0
        for at in range(1, len(sentences) + 1):
            if at == len(sentences) or roles[at] != roles[first]:
                # The next document of a file may begin with the role with which the last one ends.
                _add(passages, _told(roles[first], sentences[first:at], sum(owned[first:at]), named))
                first = at
    return passages


def _documents(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each document of the file."""
    first = 0
    for at, sentence in enumerate(sentences):
        if sentence.place == "part" and sentence.path[0].afresh and at > first:
            yield sentences[first:at]
            first = at
    yield sentences[first:]


def passages_by_headings(text: str, outline: Outline, named: Named) -> list[Told]:
    """Return the passages of a document that is no report: what its headings name, the rest is on something other."""
    passages: list[Told] = []
    for sentence in sentences_of(text, outline, named):
        role, basis = _UNTOLD if sentence.under is None else (named[sentence.under][0], _BY_HEADING)
        _add(passages, Told(role, basis, sentence.start, sentence.end, sentence.path))
    return passages


def _add(passages: list[Told], told: Told) -> None:
    """Add a passage, or go on with the last one where it has the same role."""
    if passages and passages[-1].role == told.role:
        last = passages.pop()
        told = last._replace(end=told.end, path=_common(last.path, told.path))
    passages.append(told)


def _common(one: tuple[Node, ...], other: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the sections that both are in."""
    size = 0
    for left, right in zip(one, other, strict=False):
        if left is not right:
            break
        size += 1
    return one[:size]


def _bound(sums: list[int], around: Sequence[str], sentence: Sentence, named: Named) -> list[int]:
    """Return the sums of a sentence; a heading that names roles has no other.

    A section, or a member of a series, that begins below the name of one part has its role, unless its words are clear
    or a sentence in front of it has set another frame: 下一步，我局做好以下工作：（一）…
    """
    under = sentence.under
    if under is None:
        return sums
    roles = named[under]
    if sentence.heading and under is sentence.path[-1]:
        return [one - _NEVER * (role not in roles) for role, one in zip(ROLE_ORDER, sums, strict=True)]
    if sentence.place in MEMBERS and len(roles) == 1 and roles[0] in _HELD and _LEFT.get(roles[0]) not in around:
        sums[ROLE_ORDER.index(roles[0])] += _BONUS
    return sums


def _roles_of(sentences: Sequence[Sentence], sums: Sequence[list[int]], named: Named) -> list[Role]:
    """Return the roles of sentences; what stands below the name of the duty inside a part has that role.

    The course of the report goes on around it: behind （一）履行第一责任人职责 it is where it was before.
    """
    around = [at for at, sentence in enumerate(sentences) if not _below_duty(sentence, named)]
    found = best_roles([sums[at] for at in around], [sentences[at].place for at in around])
    roles: list[Role] = ["responsibility"] * len(sentences)
    for at, role in zip(around, found, strict=True):
        roles[at] = role
    return roles


def _below_duty(sentence: Sentence, named: Named) -> bool:
    under = sentence.under
    return under is not None and under is not sentence.path[0] and list(named[under]) == ["responsibility"]


def _put_headings_with_their_text(
    roles: list[Role], sentences: Sequence[Sentence], named: Named, held: set[int]
) -> None:
    """Give a heading that names no role that of the text below it, where it has that of the text above it.

    One of those `held` before a turn keeps its own.
    """
    for at in range(len(roles) - 2, 0, -1):
        heading, text = sentences[at], sentences[at + 1]
        below = heading.heading and heading.place in SECTIONS and text.path[: len(heading.path)] == heading.path
        if below and at not in held and roles[at] == roles[at - 1] and not named[heading.path[-1]]:
            roles[at] = roles[at + 1]


def _told(role: Role, sentences: Sequence[Sentence], owned: int, named: Named) -> Told:
    """Return the passage of some sentences; `owned` is what their own words weigh."""
    path = reduce(_common, dict.fromkeys(sentence.path for sentence in sentences))
    basis: PassageBasis = "neighbours"
    if all(node is not None and role in named[node] for node in {sentence.under for sentence in sentences}):
        basis = "heading"
    else:
        own = sums_of(owned)
        mine = own[ROLE_ORDER.index(role)]
        if mine > 0 and mine == max(own):
            basis = "wording"
    return Told(role, basis, sentences[0].start, sentences[-1].end, path)

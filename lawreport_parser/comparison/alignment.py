"""Which sections of two reports are the same part of both, which are new, which are gone.

Sections of the two outer levels are matched with those of their own level and the same roles: first those with the same
heading, in their order; then the only outermost section of a role with the only one of the other report; then those
whose texts are likest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from lawreport_parser.comparison.model import SectionMatch, SectionPlace
from lawreport_parser.comparison.similarity import Index, Profile, Rarity
from lawreport_parser.comparison.units import Compared, Unit, first_clause, heading_range
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Section

__all__ = ["LEAST_ALIKE", "match_sections"]

_DEEPEST: Final = 2
#: Sections whose texts are less alike are no match: an outline says more than the words of one part.
LEAST_ALIKE: Final = 0.75
#: So many of the likest are looked at for each section.
_MOST_TRIED: Final = 5
_DIGITS: Final = 3


def match_sections(earlier: Compared, later: Compared, rarity: Rarity) -> list[SectionMatch]:
    """Return the sections of both reports: those of the earlier one in its order, then those that are new."""
    ours = _parts(earlier, rarity)
    theirs = _parts(later, rarity)
    #: For each of our sections that is matched the number of theirs.
    found: dict[int, int] = {}
    taken: set[int] = set()
    for find in (_with_same_heading, _alone_in_their_role, _alike):
        for at, number in find(
            [at for at in range(len(ours)) if at not in found],
            [number for number in range(len(theirs)) if number not in taken],
            ours,
            theirs,
        ):
            if at not in found and number not in taken:
                found[at] = number
                taken.add(number)
    matches = []
    for at, part in enumerate(ours):
        if at in found:
            other = theirs[found[at]]
            score = (
                1.0 if _heading(part) and _heading(part) == _heading(other) else part.profile.likeness(other.profile)
            )
            matches.append(SectionMatch("aligned", part.place(), other.place(), round(score, _DIGITS)))
        else:
            matches.append(SectionMatch("gone", part.place(), None, None))
    new = (part for number, part in enumerate(theirs) if number not in taken)
    return [*matches, *(SectionMatch("new", None, part.place(), None) for part in new)]


class _Part:
    """A section of the two outer levels; its words are weighed when they are first asked for."""

    def __init__(self, of: Compared, section: Section, rarity: Rarity) -> None:
        self.section = section
        words = section.marker.span.end
        head = heading_range(section) or first_clause(of.text, words, section.span.end)
        self.title = of.text[slice(*head)]
        self._unit = Unit(section.span.start, words, section.span.end, section.id, *head)
        self._of = of
        self._rarity = rarity

    @cached_property
    def profile(self) -> Profile:
        return self._of.profile(self._unit, self._rarity)

    def place(self) -> SectionPlace:
        section = self.section
        return SectionPlace(section.id, self.title, list(section.roles), section.span)


#: Yields pairs of one of our sections and one of theirs, by their numbers; the first pair of each counts.
_Finder = Iterator[tuple[int, int]]


def _with_same_heading(
    ours_left: Sequence[int], theirs_left: Sequence[int], ours: Sequence[_Part], theirs: Sequence[_Part]
) -> _Finder:
    waiting: dict[object, list[int]] = defaultdict(list)
    for number in reversed(theirs_left):
        waiting[_kind(theirs[number]), _heading(theirs[number])].append(number)
    for at in ours_left:
        same = waiting[_kind(ours[at]), _heading(ours[at])]
        if _heading(ours[at]) and same:
            yield at, same.pop()


def _alone_in_their_role(
    ours_left: Sequence[int], theirs_left: Sequence[int], ours: Sequence[_Part], theirs: Sequence[_Part]
) -> _Finder:
    of_role: dict[tuple[int, tuple[Role, ...]], list[int]] = defaultdict(list)
    for number in theirs_left:
        of_role[_kind(theirs[number])].append(number)
    count = Counter(_kind(ours[at]) for at in ours_left)
    for at in ours_left:
        depth, roles = kind = _kind(ours[at])
        if depth == 1 and roles and count[kind] == len(of_role[kind]) == 1:
            yield at, of_role[kind][0]


def _alike(
    ours_left: Sequence[int], theirs_left: Sequence[int], ours: Sequence[_Part], theirs: Sequence[_Part]
) -> _Finder:
    index = Index([theirs[number].profile for number in theirs_left])
    weighed: list[tuple[float, int, int]] = []
    for at in ours_left:
        tried = 0
        for score, place in index.likest(ours[at].profile):
            if score < LEAST_ALIKE or tried == _MOST_TRIED:
                break
            number = theirs_left[place]
            if _kind(theirs[number]) == _kind(ours[at]):
                tried += 1
                weighed.append((-score, at, number))
    for _, at, number in sorted(weighed):
        yield at, number


def _parts(of: Compared, rarity: Rarity) -> list[_Part]:
    """Return the sections of the two outer levels, in the order of the text."""
    return [_Part(of, section, rarity) for section in of.report.walk() if section.depth <= _DEEPEST]


def _kind(part: _Part) -> tuple[int, tuple[Role, ...]]:
    return part.section.depth, tuple(part.section.roles)


def _heading(part: _Part) -> str:
    heading = part.section.heading
    return "".join(filter(str.isalpha, heading.text)) if heading else ""

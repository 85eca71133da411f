"""Which sections of two reports are the same part of both, which are new, which are gone.

Sections of the two outer levels are matched with those of their own level and the same roles: first those with the same
heading, in their order, then those whose texts are likest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from lawreport_parser.comparison.model import SectionMatch, SectionPlace
from lawreport_parser.comparison.similarity import Index, Likeness, Profile, Rarity
from lawreport_parser.model import Section
from lawreport_parser.report import Report

__all__ = ["LEAST_ALIKE", "match_sections"]

_DEEPEST: Final = 2
#: Texts that are less alike are no match.
LEAST_ALIKE: Final = 0.12
#: So many of the likest are looked at for each section.
_MOST_TRIED: Final = 5
_DIGITS: Final = 3


def match_sections(earlier: Report, later: Report, rarity: Rarity) -> list[SectionMatch]:
    """Return the sections of both reports: those of the earlier one in its order, then those that are new."""
    ours, theirs = _outer(earlier.sections), _outer(later.sections)
    matches = _with_same_heading(ours, theirs)
    taken = set(matches)
    found = {at: (number, 1.0) for number, at in matches.items()}
    left = [number for number in range(len(theirs)) if number not in taken]
    index = Index([_profile(later.text, theirs[number], rarity) for number in left])
    weighed: list[tuple[float, int, int]] = []
    for at, section in enumerate(ours):
        if at not in found:
            weighed += _alike(at, section, _profile(earlier.text, section, rarity), index, left, theirs)
    weighed.sort(key=lambda each: (-each[0], each[1], each[2]))
    for score, at, number in weighed:
        if at not in found and number not in taken:
            taken.add(number)
            found[at] = (number, score)
    aligned = [
        SectionMatch("aligned", _place(section), _place(theirs[found[at][0]]), round(found[at][1], _DIGITS))
        if at in found
        else SectionMatch("gone", _place(section), None, None)
        for at, section in enumerate(ours)
    ]
    new = [SectionMatch("new", None, _place(section), None) for at, section in enumerate(theirs) if at not in taken]
    return [*aligned, *new]


def _outer(sections: Sequence[Section]) -> list[Section]:
    return [section for outermost in sections for section in outermost.walk() if section.depth <= _DEEPEST]


def _with_same_heading(ours: Sequence[Section], theirs: Sequence[Section]) -> dict[int, int]:
    """Return for sections of the later report that of the earlier one with the same heading, level and roles."""
    waiting: dict[object, list[int]] = defaultdict(list)
    for at in reversed(range(len(ours))):
        waiting[_key(ours[at])].append(at)
    return {
        number: waiting[key].pop()
        for number, section in enumerate(theirs)
        if (key := _key(section))[0] and waiting[key]
    }


def _key(section: Section) -> tuple[str, int, tuple[str, ...]]:
    heading = section.heading.text if section.heading else ""
    return "".join(letter for letter in heading if letter.isalpha()), section.depth, tuple(section.roles)


def _alike(
    at: int, section: Section, profile: Profile, index: Index, left: Sequence[int], theirs: Sequence[Section]
) -> list[tuple[float, int, int]]:
    tried: list[Likeness] = []
    for likeness in index.likest(profile):
        if likeness.score < LEAST_ALIKE or len(tried) == _MOST_TRIED:
            break
        other = theirs[left[likeness.number]]
        if other.depth == section.depth and other.roles == section.roles:
            tried.append(likeness)
    return [(likeness.score, at, left[likeness.number]) for likeness in tried]


def _profile(text: str, section: Section, rarity: Rarity) -> Profile:
    heading = section.heading.text if section.heading else ""
    return rarity.profile(text[section.marker.span.end : section.span.end], heading)


def _place(section: Section) -> SectionPlace:
    heading = section.heading.text if section.heading else None
    return SectionPlace(section.id, heading, list(section.roles), section.span)

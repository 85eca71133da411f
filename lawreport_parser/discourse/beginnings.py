"""How the matches of a regular expression may begin, and a sieve for the places at which several may."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

__all__ = ["beginnings", "sieve"]

_LONGEST: Final = 2
#: Of a class of more characters than these, what stands before it tells enough.
_LARGEST: Final = 40
#: In so many groups of first characters a sieve tells what may stand second.
_GROUPS: Final = 6
#: `?`, `{1,3}` and their lazy forms; no others stand in such patterns.
_REPEATED: Final = re.compile(r"(\?|\{(\d+),\d+\})[?+]?")


def beginnings(pattern: str) -> set[str]:
    """Return the beginnings, of two characters at most, that a match of `pattern` has.

    One of them begins every match; one character alone stands for whatever follows it. `pattern` is made of characters,
    classes, groups, alternatives, assertions and the repetitions `?` and `{m,n}`; `ValueError` for anything else, and
    for a pattern that may be empty or may begin with any of many characters.
    """
    found, at = _alternatives(pattern, 0)
    if at != len(pattern) or "" in found:
        raise ValueError(f"how {pattern!r} begins cannot be told (read up to {at})")
    return {beginning for beginning in found if len(beginning) == 1 or beginning[0] not in found}


def _alternatives(pattern: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of the alternatives from `at`, and where they end."""
    found, at = _sequence(pattern, at)
    while at < len(pattern) and pattern[at] == "|":
        own, at = _sequence(pattern, at + 1)
        found |= own
    return found, at


def _sequence(pattern: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of one alternative from `at`, and where it ends."""
    # Those in `told` go no further: they are long enough, or what follows them is too much to tell.
    told: set[str] = set()
    going = {""}
    while at < len(pattern) and pattern[at] not in "|)":
        own, at = _part(pattern, at)
        repeated = _REPEATED.match(pattern, at)
        at = at if repeated is None else repeated.end()
        if own is None:
            told |= going
            going = set()
            continue
        longer = {(before + each)[:_LONGEST] for before in going for each in own}
        if repeated is not None and repeated[2] is not None:
            # How often it comes is not told.
            told |= longer
            longer = set()
        optional = repeated is not None and repeated[2] in (None, "0")
        going = longer | going if optional else longer
        told |= {each for each in going if len(each) == _LONGEST}
        going = {each for each in going if len(each) < _LONGEST}
    return told | going, at


def _part(pattern: str, at: int) -> tuple[set[str] | None, int]:
    """Return the beginnings of one part from `at` (`None`: too many to tell), and where it ends."""
    mark = pattern[at]
    if mark == "(":
        assertion = pattern.startswith(("(?=", "(?!", "(?<"), at)
        own, at = _alternatives(pattern, at + (3 if pattern.startswith("(?", at) else 1))
        return ({""} if assertion else own), at + 1
    if mark == "[":
        return _class(pattern, at + 1)
    if mark == "\\":
        return {pattern[at + 1]}, at + 2
    if mark in ".*+^$":
        raise ValueError(f"{mark!r} at {at} of {pattern!r}: how it begins cannot be told")
    return {mark}, at + 1


def _class(pattern: str, at: int) -> tuple[set[str] | None, int]:
    """Return the characters of the class from `at`, and where it ends."""
    end = pattern.index("]", at)
    inner = pattern[at:end].replace("\\", "")
    ranges = []
    place = 0
    while place < len(inner):
        wide = inner[place + 1 : place + 2] == "-" and place + 2 < len(inner)
        ranges.append(range(ord(inner[place]), ord(inner[place + 2] if wide else inner[place]) + 1))
        place += 3 if wide else 1
    many = inner.startswith("^") or sum(map(len, ranges)) > _LARGEST
    return (None if many else {chr(code) for codes in ranges for code in codes}), end + 1


def sieve(told: Collection[str]) -> str:
    """Return a pattern that finds every place at which one of the beginnings `told` stands, and few others.

    First characters that go on alike are one group, for which it tells what may stand second.
    """
    seconds: dict[str, str] = {}
    for beginning in sorted(told):
        seconds[beginning[0]] = seconds.get(beginning[0], "") + beginning[1:]
    alike = sorted((first for first in seconds if first not in told), key=seconds.__getitem__)
    size = len(alike) // _GROUPS + 1
    groups = [alike[at : at + size] for at in range(0, len(alike), size)]
    ways = [f"{_one_of(''.join(map(seconds.__getitem__, group)))}(?<={_one_of(group)}(?s:.))" for group in groups]
    ways += [f"(?<={_one_of(alone)})"] if (alone := seconds.keys() - alike) else []
    # `re` searches fast for what begins with a class, and passes over alternatives that do.
    return f"{_one_of(seconds)}(?={'|'.join(ways)})"


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"

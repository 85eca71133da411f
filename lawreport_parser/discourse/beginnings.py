"""How the matches of a regular expression may begin: a sieve that is derived from its pattern."""

from __future__ import annotations

from typing import Final

__all__ = ["beginnings"]

_LONGEST: Final = 2
#: A class of more characters than these is told by what stands before it.
_LARGEST: Final = 40

#: The beginnings of what has been read of a pattern, and of those that may still go on.
_Read = tuple[set[str], set[str]]


def beginnings(pattern: str) -> set[str]:
    """Return the beginnings, of two characters at most, that a match of `pattern` has.

    One of them begins every match; one character alone stands for whatever follows it. `pattern` is made of characters,
    classes, groups, alternatives, assertions and the repetitions `?` and `{m,n}`; `ValueError` for anything else, and
    for a pattern that may be empty or may begin with any of many characters.
    """
    found, at = _alternatives(pattern, 0)
    if at != len(pattern) or "" in found:
        raise ValueError(f"how {pattern!r} begins cannot be told (read up to {at})")
    return {beginning for beginning in found if beginning[0:1] not in found or len(beginning) == 1}


def _alternatives(pattern: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of the alternatives from `at`, and where they end."""
    found: set[str] = set()
    while True:
        own, at = _sequence(pattern, at)
        found |= own
        if at >= len(pattern) or pattern[at] != "|":
            return found, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of one alternative from `at`, and where it ends."""
    # `ended` go no further: they are long enough, or what follows them is not told.
    ended: set[str] = set()
    going = {""}
    while at < len(pattern) and pattern[at] not in "|)":
        own, at = _part(pattern, at)
        optional = False
        if at < len(pattern) and pattern[at] in "?{":
            optional = pattern[at] == "?" or pattern[at + 1] == "0"
            repeated = pattern[at] == "{"
            at = at + 1 if pattern[at] == "?" else pattern.index("}", at) + 1
            if at < len(pattern) and pattern[at] in "?+":
                at += 1
            if repeated and own is not None:
                # Once or more: what stands behind the first is not told.
                own = {each if len(each) == _LONGEST else each for each in own}
                ended |= {(before + each)[:_LONGEST] for before in going for each in own}
                going = going if optional else set()
                continue
        if own is None:
            ended |= going
            going = set()
            continue
        longer = {(before + each)[:_LONGEST] for before in going for each in own}
        going = longer | going if optional else longer
        ended |= {each for each in going if len(each) == _LONGEST}
        going = {each for each in going if len(each) < _LONGEST}
        if not going:
            return ended, _end_of_sequence(pattern, at)
    return ended | going, at


def _end_of_sequence(pattern: str, at: int) -> int:
    while at < len(pattern) and pattern[at] not in "|)":
        _, at = _part(pattern, at)
        if at < len(pattern) and pattern[at] in "?{":
            at = at + 1 if pattern[at] == "?" else pattern.index("}", at) + 1
            if at < len(pattern) and pattern[at] in "?+":
                at += 1
    return at


def _part(pattern: str, at: int) -> tuple[set[str] | None, int]:
    """Return the beginnings of one part from `at` (`None`: too many to tell), and where it ends."""
    mark = pattern[at]
    if mark == "(":
        assertion = pattern.startswith(("(?=", "(?!", "(?<"), at)
        at += 4 if pattern.startswith("(?<", at) else 3 if pattern.startswith("(?", at) else 1
        own, at = _alternatives(pattern, at)
        return ({""} if assertion else own), at + 1
    if mark == "[":
        return _class(pattern, at + 1)
    if mark == "\\":
        return {pattern[at + 1]}, at + 2
    if mark in ".*+^$":
        raise ValueError(f"{mark!r} at {at} of {pattern!r}: how it begins cannot be told")
    return {mark}, at + 1


def _class(pattern: str, at: int) -> tuple[set[str] | None, int]:
    end = pattern.index("]", at)
    inner = pattern[at:end].replace("\\", "")
    characters: set[str] = set()
    place = 0
    while place < len(inner):
        if inner[place + 1 : place + 2] == "-" and place + 2 < len(inner):
            characters |= {chr(code) for code in range(ord(inner[place]), ord(inner[place + 2]) + 1)}
            place += 3
        else:
            characters.add(inner[place])
            place += 1
    return (None if inner.startswith("^") or len(characters) > _LARGEST else characters), end + 1

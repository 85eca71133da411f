"""Prose that speaks for the whole report: 一年来…，但也存在…；2024年，我们将…

It stands after the last numbered part, often on the same line, and may lead in a fresh series.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role
from lawreport_parser.spans import BLANK_CHARACTERS, LINE_ENDS, trim

__all__ = ["roles_at", "turn_to_plans", "unnumbered_heading", "whole_report_prose"]

_PROSE: Final = Terminals("prose")
#: An unnumbered heading is no longer than this.
_LONGEST_HEADING: Final = 25
#: How much of a part's first line is read for its role.
_HEAD: Final = 40
#: How far above a marker the line before its own is looked for.
_ABOVE: Final = 500
_FULL_STOPS: Final = "。！？!?"


def _names_part(line: str, lexicon: Lexicon, *, plans: bool = False) -> bool:
    """Say whether a line is nothing but the name of a part (of plans): 存在的主要问题, 下一步工作打算："""
    words = line.strip(BLANK_CHARACTERS).rstrip("：:")
    if not 2 <= len(words) <= _LONGEST_HEADING or _PROSE.NO_NAME.search(words):
        return False
    roles = lexicon.roles_of(words)
    return any(lexicon.covers(words, role) for role in roles) and (not plans or roles == ["plans"])


def _last_line(text: str, start: int, end: int, line_ends: Sequence[str]) -> int:
    """Return where the last line of `start:end` begins, or 0 if it begins before."""
    last = -1
    for mark in line_ends:
        last = max(last, text.rfind(mark, max(last, start), end))
    return last + 1


def unnumbered_heading(
    text: str, start: int, end: int, lexicon: Lexicon, line_ends: Sequence[str]
) -> tuple[int, int] | None:
    """Return the place of the line right in front of `end`, if it is an unnumbered name of a part.

    `line_ends` are the characters that end a line in this text.
    """
    line_start = _last_line(text, start, end, line_ends)
    if line_start <= start:
        # A text without line breaks: …。存在的主要问题（一）…
        line_start = _last_line(text, start, end, _FULL_STOPS)
    if text[line_start:end].strip(BLANK_CHARACTERS) == "" and line_start > start:
        # The marker begins a line of its own: the heading is the line above.
        stop = line_start
        while stop > start and text[stop - 1] in BLANK_CHARACTERS:
            stop -= 1
        line_start = _last_line(text, start, stop, line_ends)
        end = stop
    if line_start <= start or not _names_part(text[line_start:end], lexicon):
        return None
    return trim(text, line_start, end)


def turn_to_plans(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place in `start:end` of the first sentence that looks ahead."""
    for sentence in _PROSE.SENTENCE.finditer(text, start, end):
        if _PROSE.LOOKS_AHEAD.match(sentence.group()):
            return trim(text, *sentence.span())
    return None


def roles_at(text: str, part: int, lexicon: Lexicon) -> list[Role]:
    """Return the roles that the first words behind the marker ending at `part` name."""
    return lexicon.roles_of(_name_at(text, part))


def _name_at(text: str, part: int) -> str:
    """Return the first words behind the marker that ends at `part`."""
    head = text[part : part + _HEAD].lstrip(BLANK_CHARACTERS).splitlines()
    return _PROSE.NAME_END.split(head[0])[0] if head else ""


def _plans_within(text: str, parts: Sequence[int], lexicon: Lexicon) -> bool:
    """Say whether one of the sections that begin behind `parts` is called plans outright."""
    names = (_name_at(text, part) for part in parts)
    return any(lexicon.covers(name, "plans") and "plans" in lexicon.roles_of(name) for name in names)


def _remedied(text: str, part: int) -> bool:
    """Say whether the line above that of the marker ending at `part` looks ahead: each problem has its remedy."""
    above = [line for line in text[max(0, part - _ABOVE) : part].splitlines()[:-1] if line.strip(BLANK_CHARACTERS)]
    return bool(above) and _PROSE.LOOKS_AHEAD.match(above[-1]) is not None


def whole_report_prose(
    text: str,
    start: int,
    end: int,
    parts: Sequence[int],
    roles: Sequence[Role],
    lexicon: Lexicon,
    *,
    broken: bool,
    closing: bool = False,
) -> int | None:
    """Return where, in the text `start:end` behind the last marker, prose for the whole report begins.

    `parts` are the ends of the markers of the sections this text stands in, from the outermost,
    and `roles` are those of the outermost. A part about plans keeps its text; one about problems gives up only
    what looks ahead on a line of its own (anywhere, where the text is not `broken` into lines). With `closing`, no
    fresh series follows: then a sentence that looks ahead counts only at the start of a line, or behind one that
    looks back there; and one that looks back only with problems or plans behind it. The first paragraph below a
    marker whose line is nothing but a heading is that part's own. `None`: there is none.
    """
    in_plans, in_problems = "plans" in roles, "problems" in roles
    first, told, checked = True, False, False
    # Where the marker has a line of heading to itself, the first paragraph below it is its own.
    begins = False
    last = trim(text, start, end)[1]
    # Where a sentence that looks back begins, and whether it stands on a line of its own.
    back: tuple[int, bool] | None = None
    for sentence in _PROSE.SENTENCE.finditer(text, start, end):
        words = sentence.group().lstrip(BLANK_CHARACTERS)
        if not words:
            continue
        at = sentence.end() - len(words)
        own_line = not first and text[sentence.start() - 1] in LINE_ENDS
        if own_line:
            begins = not told
            back = None
            if closing and (_PROSE.CLOSING_FORMULA.match(words) or (told and _PROSE.ADDRESSES.match(words))):
                return at
        elif (closing and not broken and told and _PROSE.ADDRESSES.match(words)) or (
            closing and not first and sentence.end() >= last and _PROSE.CLOSING_FORMULA.match(words)
        ):
            return at
        if first or in_plans:
            first, told = False, told or words[-1] in _FULL_STOPS
            continue
        told = told or words[-1] in _FULL_STOPS
        if begins and (len(parts) == 1 or not _names_part(words, lexicon)):
            continue
        ahead = _PROSE.LOOKS_AHEAD.match(words) is not None
        if ahead and not checked:
            checked = True
            in_plans = _plans_within(text, parts[1:], lexicon) or (in_problems and _remedied(text, parts[-1]))
            if in_plans:
                continue
        if ahead and (own_line or not (closing or (in_problems and broken))):
            return at
        # Without line breaks, a heading stands between the end of a sentence and the marker.
        alone = own_line or (not broken and sentence.end() == end)
        if alone and not closing and _names_part(words, lexicon, plans=in_problems):
            return at
        if in_problems:
            continue
        if _PROSE.LOOKS_BACK.match(words):
            if not closing or _PROSE.NAMES_PROBLEMS.search(words):
                return at
            back = at, own_line
        elif own_line and _PROSE.TURNS.match(words) and _PROSE.NAMES_PROBLEMS.search(words):
            return at
        elif back is not None:
            if (back[1] and ahead) or (_PROSE.NAMES_PROBLEMS.search(words) and (back[1] or _PROSE.TURNS.match(words))):
                return back[0]
            if not back[1]:
                back = None
    return None

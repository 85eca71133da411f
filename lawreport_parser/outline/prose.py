"""Prose that speaks for the whole report: 一年来…，但也存在…；2024年，我们将…

It stands after the last numbered part, often on the same line, and may lead in a fresh series.
"""

from __future__ import annotations

import re
from typing import Final

from lawreport_parser.lexicon import DEFAULT_LEXICON, LOOKS_AHEAD, LOOKS_BACK, NAMES_PROBLEMS, SENTENCE
from lawreport_parser.source import BLANK_CHARACTERS, trim

__all__ = ["unnumbered_heading", "whole_report_prose"]

_CLOSING_FORMULA: Final = re.compile(
    r"^(?:特此(?:报告|函|汇报)|专此(?:报告|函)|以上(?:报告|汇报|情况)|妥否|请(?:予)?审[议阅]|各位代表)"
)
_LINE_ENDS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
_RARE_LINE_ENDS: Final = _LINE_ENDS[1:]
_MARK: Final = re.compile(r"[，,。；;！？!?]")
#: An unnumbered heading is no longer than this.
_LONGEST_HEADING: Final = 25
#: How much of a part's first line is read for its role.
_HEAD: Final = 40


def _names_part(line: str) -> bool:
    """Say whether a line is nothing but the name of a part: 存在的主要问题, 下一步工作打算："""
    words = line.strip(BLANK_CHARACTERS).rstrip("：:")
    if not 2 <= len(words) <= _LONGEST_HEADING or _MARK.search(words):
        return False
    roles = DEFAULT_LEXICON.roles_of(words)
    return any(DEFAULT_LEXICON.covers(words, role) for role in roles)


def _last_line(text: str, start: int, end: int) -> int:
    """Return where the last line of `start:end` begins, or 0 if it begins before."""
    last = text.rfind("\n", start, end)
    for mark in _RARE_LINE_ENDS:
        last = max(last, text.rfind(mark, max(last, start), end))
    return last + 1


def unnumbered_heading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the line right in front of `end`, if it is an unnumbered name of a part."""
    line_start = _last_line(text, start, end)
    if text[line_start:end].strip(BLANK_CHARACTERS) == "" and line_start > start:
        # The marker begins a line of its own: the heading is the line above.
        stop = line_start
        while stop > start and text[stop - 1] in BLANK_CHARACTERS:
            stop -= 1
        line_start = _last_line(text, start, stop)
        end = stop
    if line_start <= start or not _names_part(text[line_start:end]):
        return None
    return trim(text, line_start, end)


def whole_report_prose(text: str, start: int, end: int, part_start: int, *, closing: bool = False) -> int | None:
    """Return where, in the text `start:end` behind the last marker, prose for the whole report begins.

    `part_start` is the end of the marker of the outermost part this text stands in: a part that is itself
    about problems or plans keeps its text. With `closing`, no fresh series follows: then a sentence that
    looks ahead counts only behind one that looks back, or at the start of a line. `None`: there is none.
    """
    head = text[part_start : part_start + _HEAD].splitlines()
    roles = DEFAULT_LEXICON.roles_of(re.split("[。；：]", head[0])[0]) if head else []
    in_statutory_part = "problems" in roles or "plans" in roles
    first = True
    for sentence in SENTENCE.finditer(text, start, end):
        words = sentence.group().lstrip(BLANK_CHARACTERS)
        if not words:
            continue
        at = sentence.end() - len(words)
        own_line = first is False and text[sentence.start() - 1] in _LINE_ENDS
        if own_line and closing and _CLOSING_FORMULA.match(words):
            return at
        if not first and not in_statutory_part:
            if own_line and not closing and _names_part(words):
                return at
            if LOOKS_BACK.match(words) and (not closing or NAMES_PROBLEMS.search(words)):
                return at
            if LOOKS_AHEAD.match(words) and (own_line or not closing):
                return at
        first = False
    return None

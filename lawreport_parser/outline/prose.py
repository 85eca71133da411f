"""Prose that speaks for the whole report: 一年来…，但也存在…；2024年，我们将…

It stands after the last numbered part, often on the same line, and may lead in a fresh series.
"""

from __future__ import annotations

import re
from typing import Final

from lawreport_parser.lexicon import DEFAULT_LEXICON, LOOKS_AHEAD, LOOKS_BACK, NAMES_PROBLEMS, SENTENCE
from lawreport_parser.source import BLANK_CHARACTERS

__all__ = ["whole_report_prose"]

_CLOSING_FORMULA: Final = re.compile(r"^[\s\u3000]*(?:特此(?:报告|函|汇报)|专此(?:报告|函)|以上(?:报告|汇报)|各位代表)")
_LINE_ENDS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
#: How much of a part's first line is read for its role.
_HEAD: Final = 40


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
            if LOOKS_BACK.match(words) and (not closing or NAMES_PROBLEMS.search(words)):
                return at
            if LOOKS_AHEAD.match(words) and (own_line or not closing):
                return at
        first = False
    return None

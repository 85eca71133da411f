"""Texts with their indicators marked in them: {53件|reconsideration.accepted}, {5%|macro.cpi@target}, {3%|code=-3}.

A figure marked {18万人|} is no indicator; the mark only says so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from lawreport_parser import Indicator

HERE = Path(__file__).parent
REPORTS = sorted((HERE / "reports").glob("*.txt"))
_MARK = re.compile(r"\{([^{}|]*)\|([^{}@=]*)(?:@(\w+))?(?:=([-\d.]+))?\}")


class Marked(NamedTuple):
    code: str
    time: str
    words: str
    start: int
    value: Decimal | None


def unmarked(marked: str) -> tuple[str, list[Marked]]:
    """Return a text without its marks, and what they say."""
    text, marks, past = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[past : mark.start()]
        words, code, time, value = mark.groups()
        if code:
            marks.append(Marked(code, time or "actual", words, len(text), Decimal(value) if value else None))
        text += words
        past = mark.end()
    return text + marked[past:], marks


def disagreements(text: str, wanted: list[Marked], found: list[Indicator], shift: int = 0) -> list[str]:
    """Return what is missed, and what is found and not marked, each with the words before it."""
    left = list(found)
    said = []
    for mark in wanted:
        start = mark.start + shift
        hits = [
            each
            for each in left
            if (each.code, each.time) == (mark.code, mark.time)
            and each.span.start < start + len(mark.words)
            and each.span.end > start
            and mark.value in (None, each.value)
        ]
        if hits:
            left.remove(hits[0])
        else:
            said.append(f"missed {mark.code} {mark.time}: …{text[max(0, start - 20) : start]}【{mark.words}】")
    said += [f"extra {each.code} {each.time}: …{text[max(0, each.span.start - 20) : each.span.end]}" for each in left]
    return said

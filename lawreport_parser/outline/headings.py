"""Heading or body: where the heading of a section ends.

A marker's line that ends without sentence punctuation is its heading; so is what stands between a marker
and the next when no sentence punctuation comes between. Otherwise the heading is the first sentence, if it
is short and more of the same section follows it. Before all that, a heading ends where words plainly begin a sentence
of the text, which happens where line breaks are lost. Where nothing but a blank parts it from its text is told in
`heading_blanks.py`.
"""

from __future__ import annotations

from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.page import EMPHASIS, without_emphasis

__all__ = ["LONGEST_SENTENCE", "heading_end"]

#: A first sentence longer than this is body text.
LONGEST_SENTENCE: Final = 40
_OUTLINE: Final = Terminals("outline")
#: How far behind a dot its pattern looks.
_BEHIND_DOT: Final = 10
#: A heading in front of text that nothing parts from it is no shorter, and the text's first clause begins so near.
_SHORTEST_RUN_ON: Final = 4
_LONGEST_ADVERBIAL: Final = 60
#: How many letters such a name of a part may have before its last word: 存在的主要问题.
_BEFORE_NAME: Final = 6
#: What opens and closes: a heading holds both or none.
_PAIRS: Final = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"))
#: What ends a clause within a sentence: a heading holds none, and none ends one.
_SEMICOLONS: Final = "；;"
_CLOSERS: Final = "”’」』）)》"


def heading_end(text: str, start: int, end: int, *, more: bool, spoken: bool = False) -> tuple[int, int] | None:
    """Return where the heading in `text[start:end]` ends and where the body begins, or None without heading.

    `start:end` is the first stretch of a section's text, without outer white space; `more` says that
    further text or child sections follow it, `spoken` that its marker stands inside sentences (一是): what follows
    such a marker is a sentence itself, and no text begins within it.
    """
    begins = None if spoken else _text_begins(text, start, end)
    if begins is not None:
        return without_emphasis(text, start, begins)[1], begins
    near = min(end, start + LONGEST_SENTENCE + 1 + _BEHIND_DOT)
    mark = stop_mark = _OUTLINE.BREAK.search(text, start, near)
    while stop_mark is not None and stop_mark.group() in _SEMICOLONS:
        stop_mark = _OUTLINE.BREAK.search(text, stop_mark.end(), near)
    if stop_mark is None or not start < stop_mark.start() <= start + LONGEST_SENTENCE:
        if near < end:
            mark = _OUTLINE.BREAK.search(text, start, end)
        if mark is not None:
            return None
        if text[end - 1] in "：:":
            # 存在的问题： is a heading, 有下列情形之一的，可以……： the beginning of a sentence.
            stop = without_emphasis(text, start, end - 1)[1]
            leads_in = _OUTLINE.LEADS_IN.search(text, start, stop) is not None or stop - start > LONGEST_SENTENCE
            return (stop, end) if start < stop and not leads_in else None
        return end, end
    body = stop_mark.end()
    while body < end and text[body] in _CLOSERS:
        body += 1
    if body < end and text[body] in EMPHASIS:
        body = without_emphasis(text, body, end)[0]
    if body >= end and not more:
        return None
    return without_emphasis(text, start, stop_mark.start())[1], body


def _text_begins(text: str, start: int, end: int) -> int | None:
    """Return where words plainly begin a sentence behind a heading that no mark closes: 工作总结过去一年，我们…

    A heading that names a part (…总结, …情况) stands before an adverbial of time with its comma, before 我局 or 我们,
    or before a clause that leads one of these in; where its last word is a verb too, a year and its comma need a
    subject behind them. A heading that says what is done (强化普法) stands before a time with its comma and a subject.
    Else None: a heading may hold a year, a sentence may begin with what looks like a heading.
    """
    near = min(end, start + LONGEST_SENTENCE + _LONGEST_ADVERBIAL)
    clause_end = _OUTLINE.CLAUSE_ENDS.search(text, start, near)
    if clause_end is None and near == end:
        return None
    stop, behind = clause_end.span() if clause_end is not None else (near, near)
    if stop < start + _SHORTEST_RUN_ON:
        return None
    found = _OUTLINE.NAMES_PART.search(text, start, stop)
    if found is not None:
        found = _OUTLINE.TEXT_BEGINS.search(text, max(start, found.start() - _BEFORE_NAME), behind)
    if found is not None:
        begins = found.end()
        if _OUTLINE.YEAR_ALONE.match(text, begins, behind):
            verb_too = _OUTLINE.VERB_TOO.search(text, start, begins) is not None
            plain = not verb_too or _OUTLINE.YEAR_FOLLOWS.match(text, behind, end) is not None
        elif _OUTLINE.LEADS_CLAUSE.match(text, begins, stop):
            plain = _tells_of_somebody(text, stop, end)
        elif _OUTLINE.SUBJECT.match(text, begins, stop):
            asked = _OUTLINE.ASKED_OF_US.search(text, start, begins) is not None
            names_part = text[stop] not in "，," and _OUTLINE.ENDS_IN_PART_NAME.search(text, begins, stop) is not None
            plain = not asked and not names_part
        else:
            plain = True
    elif _OUTLINE.TIME_ENDS.match(text, stop - 1) and _OUTLINE.SAYS_WHAT_IS_DONE.match(text, start, stop):
        found = _OUTLINE.TIME_BEGINS.search(text, start, behind)
        begins = found.end() if found is not None else end
        plain = found is not None and _tells_of_somebody(text, stop, end)
    else:
        return None
    if not plain or not start + _SHORTEST_RUN_ON <= begins <= start + LONGEST_SENTENCE:
        return None
    if _OUTLINE.NO_HEADING.match(text, start, begins):
        return None
    whole = all(text.count(opening, start, begins) == text.count(closing, start, begins) for opening, closing in _PAIRS)
    return begins if whole else None


def _tells_of_somebody(text: str, comma: int, end: int) -> bool:
    """Say whether the clause behind the comma at `comma` begins with its own subject: …，我局与渔村签订协议"""
    return text[comma] in "，," and _OUTLINE.CLAUSE_FOLLOWS.match(text, comma + 1, end) is not None

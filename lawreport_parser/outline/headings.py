"""Heading or body: where the heading of a section ends.

A marker's line that ends without sentence punctuation is its heading; so is what stands between a marker
and the next when no sentence punctuation comes between. Otherwise the heading is the first sentence, if it
is short and more of the same section follows it.
"""

from __future__ import annotations

from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.spans import trim

__all__ = ["LONGEST_SENTENCE", "heading_end"]

#: A first sentence longer than this is body text.
LONGEST_SENTENCE: Final = 40
_OUTLINE: Final = Terminals("outline")
#: How far behind a dot its pattern looks.
_BEHIND_DOT: Final = 10
_CLOSERS: Final = "”’」』）)》"


def heading_end(text: str, start: int, end: int, *, more: bool) -> tuple[int, int] | None:
    """Return where the heading in `text[start:end]` ends and where the body begins, or None without heading.

    `start:end` is the first stretch of a section's text, without outer white space; `more` says that
    further text or child sections follow it.
    """
    near = min(end, start + LONGEST_SENTENCE + 1 + _BEHIND_DOT)
    # Hardly any line holds a dot, and without one the patterns are faster.
    dotted = text.find(".", start, near) >= 0 or text.find("．", start, near) >= 0
    stop_mark = (_OUTLINE.DOTTED_STOP if dotted else _OUTLINE.STOP).search(text, start, near)
    if stop_mark is None or not start < stop_mark.start() <= start + LONGEST_SENTENCE:
        dotted = dotted or text.find(".", near, end) >= 0 or text.find("．", near, end) >= 0
        if (_OUTLINE.DOTTED_BREAK if dotted else _OUTLINE.BREAK).search(text, start, end) is not None:
            return None
        if text[end - 1] in "：:":
            # 存在的问题： is a heading, 有下列情形之一的，可以……： the beginning of a sentence.
            stop = trim(text, start, end - 1)[1]
            leads_in = _OUTLINE.LEADS_IN.search(text, start, stop) is not None or stop - start > LONGEST_SENTENCE
            return (stop, end) if start < stop and not leads_in else None
        return end, end
    body = stop_mark.end()
    while body < end and text[body] in _CLOSERS:
        body += 1
    if body >= end and not more:
        return None
    return trim(text, start, stop_mark.start())[1], body

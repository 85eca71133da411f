"""What raised (superscript) characters in a line say: the mark of a note, a power, or words like any other.

A mark of a note is no part of the text: read as one of its digits, it would change the figure beside it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["as_read"]

_DIGITS: Final = "0123456789０１２３４５６７８９"
_SIGNS: Final = "+-−－"
#: What stands before the 10 in a longer figure.
_IN_FIGURES: Final = frozenset(_DIGITS + ".．,，")
#: Digits and signs as Unicode raises them.
_RAISED: Final = str.maketrans(dict(zip(_DIGITS + _SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2 + "⁺⁻⁻⁻", strict=True)))
_PLAIN: Final = frozenset(_DIGITS + _SIGNS)
_SUPERSCRIPTS: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
#: What makes a mark of a note by itself, and what may stand around and between such marks.
_MARKS: Final = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿*＊†‡§※#＃注")
_AROUND: Final = frozenset("[]［］()（）〔〕【】,，、;；-－–—~～ \u3000")
#: Longer numbers are figures that happen to be raised.
_LONGEST_NUMBER: Final = 3
_LONGEST_MARK: Final = 16
#: Units of length, of which areas and volumes are made, and of time, by which speeds are divided.
_METRES: Final = frozenset({"m", "km", "hm", "dm", "cm", "mm", "μm", "nm", "ｍ", "ｋｍ", "ｃｍ", "ｍｍ"})
_UNITS: Final = ("米", "里", "尺", "寸", "/s", "/h")
_WIDE: Final = frozenset("μｍｋｃ")
_SQUARE_OR_CUBE: Final = frozenset("23２３²³")
_TIMES: Final = frozenset("×xX✕*·")
_LONGEST_UNIT: Final = 2


def as_read(raised: str, before: str, after: str) -> str:
    """Return what is read where `raised` stands raised between `before` and `after`, the same text on the line.

    A mark of a note gives nothing; a power (m², 10⁴) or the upper number of a fraction Unicode's raised digits, one for
    each; anything else is returned as it is.
    """
    number = raised.strip()
    if number.lstrip(_SIGNS) and _PLAIN.issuperset(number):
        if _is_power(number, before) or (after[:1] in ("/", "⁄", "∕") and len(number) <= _LONGEST_NUMBER):
            return raised.translate(_RAISED)
    elif number and _SUPERSCRIPTS.issuperset(number):
        return raised if _is_power(number, before) else ""
    return "" if _is_mark(number) else raised


def _is_power(number: str, before: str) -> bool:
    stem = before.rstrip()
    if number.lstrip(_SIGNS) in _SQUARE_OR_CUBE and (stem.endswith(_UNITS) or _letters_at_end(stem) in _METRES):
        return True
    if not stem.endswith(("10", "１０")) or stem[-3:-2] in _IN_FIGURES:
        return False
    # Nobody writes ten to the first, except behind a sign of multiplication.
    return number not in ("1", "１") or stem[:-2].rstrip()[-1:] in _TIMES


def _letters_at_end(text: str) -> str:
    """Return the Latin letters at the end of a text, at most one more than a unit has."""
    start = len(text)
    while start and len(text) - start <= _LONGEST_UNIT and (text[start - 1].isascii() or text[start - 1] in _WIDE):
        if not text[start - 1].isalpha():
            break
        start -= 1
    return text[start:]


def _is_mark(text: str) -> bool:
    if not text or len(text) > _LONGEST_MARK:
        return False
    digits = 0
    marks = False
    for character in text:
        if character in _DIGITS:
            digits += 1
            marks = True
            if digits > _LONGEST_NUMBER:
                return False
            continue
        digits = 0
        if character in _MARKS:
            marks = True
        elif character not in _AROUND:
            return False
    return marks

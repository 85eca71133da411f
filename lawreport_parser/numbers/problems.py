"""What the reading of numbers finds wrong in a text, for the caller to turn into diagnostics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from lawreport_parser.source import Span

__all__ = ["NumberProblem", "NumberProblemCode", "may_hold_problems"]

NumberProblemCode = Literal["impossible-date", "unbalanced-document-number"]

#: Whatever could be an impossible day or month, or a year in one bracket: wider than what is one.
_GAP: Final = r"[ \t\u3000\xa0]{0,3}"
_SEPARATOR: Final = r"[\-－/／.．]"
_YEAR: Final = r"(?:年度?|[12１２][0-9０-９]{3}" + _GAP + _SEPARATOR + ")" + _GAP
_SIEVE: Final = re.compile(
    _YEAR
    + r"(?:1[3-9]|[2-9]\d|0{1,2}(?!\d)|[０-９]{2}|十[三四五六七八九]|[二三四五六七八九]十)"
    + _GAP
    + r"[月\-－/／.．]"
    r"|(?:月|[12１２][0-9０-９]{3}"
    + _GAP
    + _SEPARATOR
    + _GAP
    + "[0-9０-９]{1,2}"
    + _GAP
    + _SEPARATOR
    + ")"
    + _GAP
    + r"(?:29|3\d|[4-9]\d|0{1,2}(?!\d)|[０-９]{2}|二十九|廿九|三十|卅)"
    r"|[〔\[［]" + _GAP + r"(?:[12]\d{3}|[１２][０-９]{3})(?!" + _GAP + r"[〕\]］])"
    r"|(?<![〔\[［])(?<![〔\[［][ \t\u3000\xa0])(?:[12]\d{3}|[１２][０-９]{3})" + _GAP + r"[〕\]］]"
)


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """A defect: an impossible date, or a document number with a lost bracket; `text` is what stands at `span`."""

    code: NumberProblemCode
    text: str
    span: Span


def may_hold_problems(text: str) -> bool:
    """Say quickly whether reading the dates and document numbers of `text` could find a problem at all."""
    return _SIEVE.search(text) is not None

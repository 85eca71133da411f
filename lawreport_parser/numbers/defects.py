"""What the reading of numbers finds wrong in a text, for the caller to turn into diagnostics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from lawreport_parser.spans import Span

__all__ = ["NumberProblem", "NumberProblemCode", "may_hold_problems"]

NumberProblemCode = Literal["impossible-date", "unbalanced-document-number"]

_GAP: Final = r"[ \t\u3000\xa0]{0,3}"
_SEPARATOR: Final = r"[\-－/／.．]"
_WRONG_MONTH: Final = r"(?:1[3-9](?!\d)|[2-9]\d(?!\d)|0{1,2}(?!\d)|[０-９][0-9０-９]?|[0-9][０-９]"
#: Whatever could be an impossible day or month, or a year in one bracket: wider than what is one. Each pattern
#: begins with one letter of few, so that searching for it is fast.
_SIEVES: Final = (
    rf"年度?{_GAP}(?:(?:{_WRONG_MONTH}|十[三四五六七八九]|[二三四五六七八九]十){_GAP}月)"
    rf"|[0-9０-９一二三四五六七八九十]{{1,3}}{_GAP}月?{_GAP}[-—–－―~～至到])",
    rf"月{_GAP}(?:3[2-9]|[4-9]\d|0{{1,2}}(?!\d)|[０-９]|三十[二三四五六七八九]|[四五六七八九]十)",
    rf"月(?<=[2２二]月)(?<![1１十][2２二]月){_GAP}(?:29|3\d|二十九|廿九|三十|卅)",
    rf"月(?:(?<=[469４６９四六九]月)|(?<=11月)|(?<=１１月)|(?<=十一月)){_GAP}(?:31|三十一|卅一)",
    rf"[12１２][09０９][0-9０-９]{{2}}{_GAP}(?:{_SEPARATOR}{_GAP}(?:{_WRONG_MONTH})"
    rf"|[0-9０-９]{{1,2}}{_GAP}{_SEPARATOR}{_GAP}[0-9０-９]{{1,2}}(?![0-9])"
    rf"(?<!{_SEPARATOR}0[1-9])(?<!{_SEPARATOR}[1-9])(?<!{_SEPARATOR}1[0-9])(?<!{_SEPARATOR}2[0-8]))"
    rf"|年?{_GAP}[-—–－―~～至到]{{1,2}}{_GAP}[12]\d{{3}})",
    rf"[〔\[［〕\]］](?:(?<=[〔\[［]){_GAP}(?:[12]\d{{3}}|[１２][０-９]{{3}})(?!{_GAP}[〕\]］])"
    rf"|(?:(?<=[0-9０-９][〕\]］])|(?<=[0-9０-９][ \t\u3000\xa0][〕\]］]))(?<![〔\[［][0-9０-９]{{4}}[〕\]］]))",
)
_RANGE: Final = r"(\d{4})\D+(\d{4})"


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """A defect: an impossible date, or a document number with a lost bracket; `text` is what stands at `span`."""

    code: NumberProblemCode
    text: str
    span: Span


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sieve) for sieve in _SIEVES)


def may_hold_problems(text: str) -> bool:
    """Say quickly whether reading the dates and document numbers of `text` could find a problem at all."""
    for sieve in _compiled():
        for hit in sieve.finditer(text):
            # 2015-2020年 is a range as it should be.
            years = re.fullmatch(_RANGE, hit.group())
            if years is None or years[1] > years[2]:
                return True
    return False

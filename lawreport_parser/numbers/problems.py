"""What the reading of numbers finds wrong in a text, for the caller to turn into diagnostics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from lawreport_parser.source import Span

__all__ = ["NumberProblem", "NumberProblemCode", "may_hold_problems"]

NumberProblemCode = Literal["impossible-date", "unbalanced-document-number"]

_GAP: Final = r"[ \t\u3000\xa0]{0,3}"
_SEPARATOR: Final = r"[\-－/／.．]"
#: Whatever could be an impossible day or month, or a year in one bracket: wider than what is one. Each pattern
#: begins with one letter of few, so that searching for it is fast.
_SIEVES: Final = (
    rf"年度?{_GAP}(?:1[3-9]|[2-9]\d|0{{1,2}}(?!\d)|[０-９][0-9０-９]?|[0-9][０-９]|十[三四五六七八九]|[二三四五六七八九]十){_GAP}月",
    rf"月{_GAP}(?:3[2-9]|[4-9]\d|0{{1,2}}(?!\d)|[０-９]|三十[二三四五六七八九]|[四五六七八九]十)",
    rf"月(?<=[2２二]月)(?<![1１十][2２二]月){_GAP}(?:29|3\d|二十九|廿九|三十|卅)",
    rf"月(?:(?<=[469４６９四六九]月)|(?<=11月)|(?<=１１月)|(?<=十一月)){_GAP}(?:31|三十一|卅一)",
    rf"[12１２][09０９][0-9０-９]{{2}}{_GAP}{_SEPARATOR}{_GAP}[0-9０-９]{{1,2}}{_GAP}{_SEPARATOR}{_GAP}[0-9０-９]{{1,2}}(?![0-9])"
    rf"(?<!{_SEPARATOR}0[1-9])(?<!{_SEPARATOR}[1-9])(?<!{_SEPARATOR}1[0-9])(?<!{_SEPARATOR}2[0-8])(?![0-9])",
    rf"[12１２][09０９][0-9０-９]{{2}}{_GAP}{_SEPARATOR}{_GAP}(?:1[3-9](?!\d)|[2-9]\d(?!\d)|0{{1,2}}(?!\d)|[０-９])",
    rf"[〔\[［]{_GAP}(?:[12]\d{{3}}|[１２][０-９]{{3}})(?!{_GAP}[〕\]］])",
    rf"[〕\]］](?:(?<=[0-9０-９][〕\]］])|(?<=[0-9０-９][ \t\u3000\xa0][〕\]］]))(?<![〔\[［][0-9０-９]{{4}}[〕\]］])",
)


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """A defect: an impossible date, or a document number with a lost bracket; `text` is what stands at `span`."""

    code: NumberProblemCode
    text: str
    span: Span


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sieve) for sieve in _SIEVES)


@cache
def _ranges() -> re.Pattern[str]:
    return re.compile(rf"([12]\d{{3}})年?{_GAP}[-—–－―~～至到]{{1,2}}{_GAP}([12]\d{{3}})")


def may_hold_problems(text: str) -> bool:
    """Say quickly whether reading the dates and document numbers of `text` could find a problem at all."""
    return any(sieve.search(text) for sieve in _compiled()) or any(
        first > last for first, last in _ranges().findall(text)
    )

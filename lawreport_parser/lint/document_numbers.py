"""What rules of the group `marks` ask of document numbers (发文字号): the brackets, the form, what is left out.

The parser reads a number whose year has four digits and stands in brackets or half of them. What stands here reads
wider, for the linter alone: 石政办〔23〕10号, 石政办<2023>10号, 石政办2023第10号, 石政办〔2023〕10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.subject import Hit, Subject
from lawreport_parser.numbers.citations import CODE_LEADS

__all__ = ["document_number_brackets", "document_number_form", "incomplete_document_numbers"]

#: Before a year without brackets only these: 国务院令2023年第10号, 公报2023年第10号 are no document numbers.
_BARE_CODE_END: Final = frozenset("发办函字规政文")
_LINT: Final = Terminals("lint")
_LONGEST_CODE: Final = 16
_LEAST_CODE: Final = 2


class _Malformed(NamedTuple):
    start: int
    end: int
    text: str
    canonical: str
    kind: str


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f".*(?:{'|'.join(map(re.escape, sorted(CODE_LEADS, key=len, reverse=True)))})", re.DOTALL)


def _malformed_numbers(subject: Subject) -> Iterator[_Malformed]:
    """Yield the numbers that the parser does not read, with the form that is due."""
    known = {number.span.end for number in subject.document_numbers}
    for match in _LINT.MALFORMED_NUMBER.finditer(subject.text):
        if match.end() in known:
            continue
        kind = next(name for name in ("short", "other", "bare", "endless") if match[f"{name}_year"])
        code = _code_before(subject.text, match.start())
        if code is None or (kind == "bare" and code[-1] not in _BARE_CODE_END):
            continue
        year, serial = int(match[f"{kind}_year"]), int(match[f"{kind}_serial"])
        if kind == "short":
            year += 2000
        start = match.start() - len(code)
        text = subject.text[start : match.end()]
        yield _Malformed(start, match.end(), text, f"{code}〔{year}〕{serial}号", kind)


def _code_before(text: str, end: int) -> str | None:
    """Return the issuer's code that ends at `end`, without the words that lead to it (根据, 印发); None for none."""
    run = _LINT.HAN_RUN.search(text, max(0, end - _LONGEST_CODE), end)
    if run is None:
        return None
    lead = _lead().match(run[0])
    code = run[0][lead.end() :] if lead else run[0]
    return code if len(code) >= _LEAST_CODE else None


def document_number_brackets(subject: Subject) -> Iterator[Hit]:
    """Document numbers whose year stands in other brackets than 〔〕, or in none."""
    for number in subject.document_numbers:
        parts = _LINT.NUMBER_PARTS.search(number.text)
        if parts and (parts["open"] != "〔" or parts["close"] != "〕"):
            yield Hit(number.span.start, number.span.end, (number.text, number.canonical))
    for each in _malformed_numbers(subject):
        if each.kind in ("other", "bare"):
            yield Hit(each.start, each.end, (each.text, each.canonical))


def document_number_form(subject: Subject) -> Iterator[Hit]:
    """Document numbers with 第, 年, a leading zero, blanks or full-width digits."""
    for number in subject.document_numbers:
        parts = _LINT.NUMBER_PARTS.search(number.text)
        if parts and (
            parts["di"]
            or parts["nian"]
            or parts["serial"].startswith("0")
            or not (parts["serial"] + parts["year"]).isascii()
            or any(each.isspace() for each in number.text)
        ):
            yield Hit(number.span.start, number.span.end, (number.text, number.canonical))


def incomplete_document_numbers(subject: Subject) -> Iterator[Hit]:
    """Document numbers with two digits of their year, or without 号."""
    for each in _malformed_numbers(subject):
        if each.kind in ("short", "endless"):
            yield Hit(each.start, each.end, (each.text, each.canonical))

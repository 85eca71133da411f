"""What rules of the group `marks` ask of document numbers (发文字号): the brackets, the form, what is left out.

The parser reads a number whose year has four digits and stands in brackets or half of them. What stands here reads
wider, for the linter alone: 石政办〔23〕10号, 石政办<2023>10号, 石政办2023第10号, 石政办〔2023〕10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.lint.subject import Hit, Subject
from lawreport_parser.numbers.citations import CODE_LEADS
from lawreport_parser.numbers.dates import figure_patterns

__all__ = ["document_number_brackets", "document_number_form", "incomplete_document_numbers"]

#: The parts of a number as the parser reads it; {…} are terminals of `grammar/figures.lark`, {B} optional blanks.
_PARTS: Final = (
    r"(?P<open>{OPENING}){B}(?P<year>{YEAR_NUMBER}){B}(?P<nian>年)?{B}(?P<close>{CLOSING}){B}(?P<di>第)?{B}"
    r"(?P<serial>{SERIAL})"
)
#: The last letter of most issuers' codes: 石政办, 法委发, 司函, 国令.
_CODE_END: Final = "发办函字规政文令通党委府法司局组复批审督任电纪"
#: A malformed number, from its year on, behind such a letter.
_MALFORMED: Final = (
    r"(?<=[{CODE_END}])"
    r"(?:(?P<short_open>{TORN_OPENING}){B}(?P<short_year>[0-9０-９]{{2}}){B}年?{B}{TORN_CLOSING}{B}第?{B}"
    r"(?P<short_serial>{SERIAL}){B}号"
    r"|(?P<other_open>[<＜〈《〖{{｛「『]){B}(?P<other_year>{YEAR_NUMBER}){B}年?{B}[>＞〉》〗}}｝」』]{B}第?{B}"
    r"(?P<other_serial>{SERIAL}){B}号"
    r"|(?P<bare_year>{YEAR_NUMBER}){B}(?P<bare_nian>年)?{B}第{B}(?P<bare_serial>{SERIAL}){B}号"
    r"|(?P<open_ended>{TORN_OPENING}){B}(?P<endless_year>{YEAR_NUMBER}){B}年?{B}{TORN_CLOSING}{B}第?{B}"
    r"(?P<endless_serial>{SERIAL})(?![0-9０-９一-鿿]|{B}号|{B}[、和及与至到\-－—~～]{{1,2}}{B}[0-9０-９]))"
)
#: Before a year without brackets only these: 国务院令2023年第10号, 公报2023年第10号 are no document numbers.
_BARE_CODE_END: Final = frozenset("发办函字规政文")
_LONGEST_CODE: Final = 16
_HAN: Final = re.compile("[一-鿿]+\\Z")
_LEAST_CODE: Final = 2


class _Malformed(NamedTuple):
    start: int
    end: int
    text: str
    canonical: str
    kind: str


@cache
def _terminals() -> dict[str, str]:
    parts = {name: f"(?:{pattern})" for name, pattern in figure_patterns().items()}
    return {**parts, "B": parts["BLANK"] + "?", "CODE_END": _CODE_END}


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(_PARTS.format_map(_terminals()))


@cache
def _malformed() -> re.Pattern[str]:
    return re.compile(_MALFORMED.format_map(_terminals()))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f".*(?:{'|'.join(map(re.escape, sorted(CODE_LEADS, key=len, reverse=True)))})", re.DOTALL)


def _malformed_numbers(subject: Subject) -> Iterator[_Malformed]:
    """Yield the numbers that the parser does not read, with the form that is due."""
    known = {number.span.end for number in subject.document_numbers}
    for match in _malformed().finditer(subject.text):
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
    run = _HAN.search(text, max(0, end - _LONGEST_CODE), end)
    if run is None:
        return None
    lead = _lead().match(run[0])
    code = run[0][lead.end() :] if lead else run[0]
    return code if len(code) >= _LEAST_CODE else None


def document_number_brackets(subject: Subject) -> Iterator[Hit]:
    """Document numbers whose year stands in other brackets than 〔〕, or in none."""
    for number in subject.document_numbers:
        parts = _parts().search(number.text)
        if parts and (parts["open"] != "〔" or parts["close"] != "〕"):
            yield Hit(number.span.start, number.span.end, (number.text, number.canonical))
    for each in _malformed_numbers(subject):
        if each.kind in ("other", "bare"):
            yield Hit(each.start, each.end, (each.text, each.canonical))


def document_number_form(subject: Subject) -> Iterator[Hit]:
    """Document numbers with 第, 年, a leading zero, blanks or full-width digits."""
    for number in subject.document_numbers:
        parts = _parts().search(number.text)
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

"""Whether two reports can be compared: of one issuer, in the order of their years, and reports at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.comparison.model import Note, NoteCode
from lawreport_parser.errors import ComparisonError
from lawreport_parser.model import Header, Severity
from lawreport_parser.organs import is_place, is_short_of
from lawreport_parser.report import Report

__all__ = ["EARLIER", "LATER", "NOTES", "check_pair", "note", "same_issuer"]

_GOVERNMENT: Final = "人民政府"
_OFFICES: Final = ("办公室", "办公厅", "办")
#: A name of places, one in another, in the title is no longer than this.
_LONGEST_PLACE: Final = 30
_NO_BLANKS: Final = dict.fromkeys(map(ord, BLANK_CHARACTERS))


class _Told(NamedTuple):
    """What a code says; `error` is what keeps two reports from being compared."""

    severity: Severity
    english: str
    chinese: str


NOTES: Final[dict[NoteCode, _Told]] = {
    "no-report": _Told(
        "error",
        "the {0} text is no report: no work done, no problems and no plans were found in it",
        "{1}文本不是报告：没有找到工作成效、存在问题和工作安排",
    ),
    "same-report": _Told("error", "both are the same report", "两份报告相同"),
    "other-issuer": _Told(
        "error",
        "the reports are of different issuers: {0} and {1}",
        "两份报告的发布机关不同：{0}、{1}",
    ),
    "same-year": _Told("error", "both reports review the year {0}", "两份报告总结的都是{0}年"),
    "wrong-order": _Told(
        "error",
        "the first report reviews {0}, the second {1}: give the earlier one first",
        "第一份报告总结{0}年，第二份总结{1}年：请把较早的放在前面",
    ),
    "unknown-issuer": _Told(
        "warning",
        "whether both reports are of the same issuer is not known: {0}, {1}",
        "两份报告是否出自同一机关不明：{0}、{1}",
    ),
    "unknown-year": _Told(
        "warning",
        "the year that the {0} report reviews is not known: the order was not checked",
        "{1}报告总结的年度不明：未能核对先后",
    ),
    "years-apart": _Told(
        "warning",
        "the reports review {0} and {1}: what the years between tell is not seen",
        "两份报告分别总结{0}年和{1}年：中间年度的情况不在其中",
    ),
    "no-plans": _Told("info", "the earlier report names no plans", "前一份报告没有工作安排"),
    "no-review": _Told(
        "warning",
        "the later report tells nothing of what was done: nothing is said of plans and problems",
        "后一份报告没有工作回顾：不判断安排和问题的结果",
    ),
    "unclear-indicator": _Told(
        "warning",
        "{0}: the {1} report gives several values, or a unit that another figure has not; they are left out",
        "{3}：{2}报告给出多个数值，或所用单位与其他数值不同，未作比较",
    ),
}
#: Which of the two, as messages say it in English and Chinese.
EARLIER: Final = ("earlier", "前一份")
LATER: Final = ("later", "后一份")


def note(code: NoteCode, *values: object) -> Note:
    """Return the note of a code."""
    told = NOTES[code]
    return Note(code, told.severity, f"{told.english.format(*values)} / {told.chinese.format(*values)}")


def check_pair(earlier: Report, later: Report, *, force: bool) -> list[Note]:
    """Return what a reader should know of the pair; `ComparisonError` for an error, unless `force`."""
    notes = list(_notes(earlier, later))
    errors = [each for each in notes if each.severity == "error"]
    if errors and not force:
        raise ComparisonError(errors[0].message, errors[0].code)
    return notes


def _notes(earlier: Report, later: Report) -> Iterator[Note]:
    for report, which in ((earlier, EARLIER), (later, LATER)):
        if not _is_report(report):
            yield note("no-report", *which)
    if _same_text(earlier, later):
        yield note("same-report")
    yield from _on_issuers(earlier.header, later.header)
    yield from _on_years(earlier.header.year, later.header.year)
    if not earlier.plans:
        yield note("no-plans")
    if not later.achievements and not later.responsibility:
        yield note("no-review")


def _is_report(report: Report) -> bool:
    """Say whether a text is a report: it has a part that reports have, and a page or an outline that says so."""
    header = report.header
    named = header.title or header.issuer or header.year or any(section.roles for section in report.sections)
    return bool(named and (report.achievements or report.problems or report.plans))


def _on_issuers(earlier: Header, later: Header) -> Iterator[Note]:
    same = same_issuer(earlier, later)
    if same is None:
        yield note("unknown-issuer", _shown(earlier), _shown(later))
    elif not same:
        yield note("other-issuer", _shown(earlier), _shown(later))


def _on_years(earlier: int | None, later: int | None) -> Iterator[Note]:
    if earlier is None or later is None:
        yield note("unknown-year", *(EARLIER if earlier is None else LATER))
    elif earlier == later:
        yield note("same-year", earlier)
    elif earlier > later:
        yield note("wrong-order", earlier, later)
    elif later > earlier + 1:
        yield note("years-apart", earlier, later)


def same_issuer(earlier: Header, later: Header) -> bool | None:
    """Say whether two reports are of one issuer; None where that is not known.

    They are where their places are the same, down to the organ, or where one name is short for the other
    (海拉尔区人民政府, 呼伦贝尔市海拉尔区人民政府).
    """
    known = earlier.region is not None and later.region is not None
    if known and _place(earlier) == _place(later):
        return True
    some, those = _issuer(earlier), _issuer(later)
    if some is None or those is None:
        return False if known else None
    if _named_alike(some, those):
        return True
    # A page may name the office that published it; but an office reports on its own work, too.
    some, those = (_without_office(name) for name in (some, those))
    return None if _named_alike(some, those) else False


def _named_alike(some: str, those: str) -> bool:
    return some == those or is_short_of(some, those) or is_short_of(those, some)


def _without_office(name: str) -> str:
    for office in _OFFICES:
        if name.endswith(f"政府{office}"):
            return name.removesuffix(office)
    return name


def _issuer(header: Header) -> str | None:
    """Return the name of the issuer: the government, where the title names a place alone (石湾县2022年…报告)."""
    if header.issuer is not None:
        return header.issuer.translate(_NO_BLANKS)
    title = (header.title or "").translate(_NO_BLANKS)
    year = next((at for at, character in enumerate(title) if character.isdecimal()), 0)
    place = title[:year]
    return f"{place}{_GOVERNMENT}" if year <= _LONGEST_PLACE and is_place(place) else None


def _place(header: Header) -> tuple[str, str, str | None] | None:
    region = header.region
    return None if region is None else (region.code, region.name, region.organ)


def _shown(header: Header) -> str:
    if header.issuer is None and header.region is not None:
        return header.region.name + (header.region.organ or "")
    return _issuer(header) or "?"


def _same_text(some: Report, those: Report) -> bool:
    """Say whether two reports hold the same words, whatever page and blanks surround them."""
    if some.text.translate(_NO_BLANKS) == those.text.translate(_NO_BLANKS):
        return True
    body = _body(some)
    return bool(body) and body == _body(those)


def _body(report: Report) -> str:
    own = (each.text for section in report.walk() for each in section.body)
    return "".join(own).translate(_NO_BLANKS)

"""The header of a report: the values its page gives, weighed against each other.

Where places disagree on a value, the one most of them give wins, then the first; a diagnostic names all.
The issuer is whose report it is: the signature, else a full organisation name in the title, else 发布机构,
else one in the preamble.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from lawreport_parser.diagnostics import diagnose
from lawreport_parser.model import Diagnostic, Header, Signature
from lawreport_parser.numbers.dates import parse_date
from lawreport_parser.page import LONGEST, Found, Page, page_pattern
from lawreport_parser.spans import BLANK_CHARACTERS, LINE_ENDS, make_span, trim

__all__ = ["read_header", "read_signature"]

_NAMES: Final = {
    "title": "标题",
    "issuer": "发布机构",
    "index_number": "索引号",
    "document_number": "文号",
    "category": "分类",
    "validity": "有效性",
    "written_date": "成文日期",
    "published_date": "发布日期",
    "source": "来源",
}
#: Labels of metadata outside the text that give a field of the header.
_OUTSIDE: Final = {"标题": "title", "发布日期": "published_date", "来源": "source"}
_DATES: Final = frozenset({"written_date", "published_date"})
_BLANKS: Final = re.compile(f"[{BLANK_CHARACTERS}]+")
_YEAR_WRITTEN: Final = (
    # Not that of 石政发〔2024〕8号.
    r"(?<!\d)((?:19|20)\d{2}|[１２][０-９]{3})(?!\d)(?![ ]?[〕\]）)］】][ ]?第?[ ]?\d{1,5}[ ]?号)[ \u3000]?年?度?"
    r"|[一二][〇○零Ｏ0九][〇○零一二三四五六七八九]{2}(?=年)"
)
_YEAR: Final = re.compile(_YEAR_WRITTEN)
_YEAR_ROUND: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}[ \u3000]?年度")
#: A year, or the name of a document or the years of a plan, which are passed over.
_YEAR_OR_NAME: Final = re.compile(
    rf"《[^《》]{{0,200}}》|(?:19|20)\d\d年?[—–\-~～至]{{1,2}}(?:19|20)\d\d|(?P<year>{_YEAR_WRITTEN})"
)
_HAN_DIGITS: Final = str.maketrans("〇○零Ｏ一二三四五六七八九０１２３４５６７８９", "000012345678901234567" + "89")
_TIME: Final = re.compile(r"[ \u3000T]{0,3}\d{1,2}[:：].*$")
_ROUND: Final = str.maketrans("ОOoＯ", "〇〇〇〇")
#: …情况的报告_石湾县人民政府网站
_SITE: Final = re.compile(r"[_|｜\-—–]{1,3}[^_|｜]{2,30}(?:网站|门户网|政府网|信息网|公开网|网)$")
#: 受石湾县人民政府委托: whose report it is. 经省人民政府批准, 按照市人民政府要求: somebody else's name.
_COMMISSIONED: Final = re.compile(r"受(?=[^，。；]{2,40}?(?:的)?委托)")
_ON_BEHALF: Final = re.compile(r"[受由据]|经(?![开济贸])|按照?|根据|依据|依照|遵照|报请?|[提呈]请")
#: Words that no name of an organisation holds: 法治政府 is none.
_NO_NAME: Final = re.compile(r"[的以在是和与为对将把持彻落]|(?:法治|数字|服务型?)政府$")
#: What may stand in front of the organisation in a title: 2023年度, 二〇二三年关于
_BEFORE_NAME: Final = re.compile(r"(?:(?:(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})年度?)?(?:关于)?")
#: What stands in a title behind the name of whose report it is.
_BEHIND_NAME: Final = re.compile(
    r"关于|[0-9０-９]{4}|[一二][〇○零]|工作(?:报告|总结)|年度|法治政府建设|法治建设|依法行政"
)
_LINE_END: Final = re.compile(f"[{LINE_ENDS}]")
#: 来源：青川市司法局 where the place of the value says what it is.
_OWN_LABEL: Final = re.compile(r"^(?:信息|文章|稿件|内容)?来源[：:]\s{0,4}")
#: How the software of a site writes a date: 20240130, Tue Jan 30 09:00:00 CST 2024.
_DIGITS_ONLY: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?")
_IN_ENGLISH: Final = re.compile(
    r"(?:[A-Z][a-z]{2},? )?"
    r"(?:(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2})|(?P<day_first>\d{1,2}) (?P<month_behind>[A-Z][a-z]{2}))"
    r"(?:,? (?P<year_first>\d{4}))?(?: \d{2}:\d{2}(?::\d{2})?)?(?: (?:[A-Z]{2,5}|[+-]\d{4}))?(?: (?P<year>\d{4}))?"
)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: How far into the preamble issuer and year are looked for.
_PREAMBLE: Final = 300


def read_signature(page: Page) -> Signature | None:
    """Return the signature of a page, if it has one."""
    if page.signature is None:
        return None
    organisation, day, start, end = page.signature
    return Signature.build(
        issuer=page_pattern("SEAL_MARK").sub("", _squeezed(page.text, organisation)) if organisation else None,
        date=_date_in(page.text[slice(*day)]) if day else None,
        span=make_span(start, end),
    )


def _squeezed(text: str, span: tuple[int, int]) -> str:
    return _BLANKS.sub("", text[slice(*span)])


def read_header(
    page: Page,
    signature: Signature | None,
    preamble: tuple[int, int] | None,
    headings: Sequence[tuple[int, int]],
    metadata: Mapping[str, str],
) -> tuple[Header, list[Diagnostic]]:
    """Return the header and the diagnostics of its reading.

    `preamble` is the range of the text before the outline, `headings` those of the outermost sections;
    `metadata` holds labels and values from outside the text, which have no evidence in it.
    """
    reading = _Reading(page)
    reading.titles()
    reading.values()
    if page.addressee is not None:
        start, end = page.addressee
        reading.take("addressee", page.text[start:end].rstrip(f"：:{BLANK_CHARACTERS}"), start, end)
    reading.outside(metadata)
    reading.issuer(signature, preamble)
    reading.year(preamble, headings)
    return (
        Header.build(
            **{name: reading.fields.get(name) for name in Header.model_fields if name not in ("evidence", "other")},
            evidence={name: make_span(start, end) for name, (start, end) in reading.evidence.items()},
            other=reading.other,
        ),
        reading.diagnostics,
    )


class _Reading:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, tuple[int, int]] = {}
        self.other: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def take(self, name: str, value: Any, start: int, end: int) -> None:
        self.fields[name] = value
        self.evidence[name] = (start, end)

    def titles(self) -> None:
        """Add the titles printed on the page to the values found."""
        printed = []
        for lines in self.page.titles:
            value = "".join(self.text[start:end] for start, end in lines)
            printed.append(Found("title", "", value, lines[0][0], lines[-1][1]))
        self.found = sorted([*self.page.found, *printed], key=lambda each: each.start)

    def values(self) -> None:
        """Settle every field by majority, then by order; name the conflicts."""
        votes: dict[str, list[tuple[Any, Found]]] = {}
        for each in _settle_sent_dates(self.found):
            if each.field == "other":
                if each.label not in self.other or not self.other[each.label]:
                    self.other[each.label] = each.value
                continue
            value: Any = _tidy_title(each.value) if each.field == "title" else _tidy(each.value)
            if each.field in _DATES:
                value = _date_in(each.value)
                if value is None:
                    self.diagnostics.append(diagnose("invalid-date", each.start, each.end, each.value))
                    continue
            votes.setdefault(each.field, []).append((value, each))
        self.publisher: tuple[Any, Found] | None = None
        for name, given in votes.items():
            value, where = given[0]
            counts = Counter([_comparable(value) for value, _ in given]) if len(given) > 1 else {}
            if len(counts) > 1:
                best = max(counts.values())
                value, where = next((value, each) for value, each in given if counts[_comparable(value)] == best)
                shown = "; ".join(dict.fromkeys(str(value) for value, _ in given))
                self.diagnostics.append(
                    diagnose("metadata-conflict", where.start, where.end, _NAMES[name], shown, str(value))
                )
            if name == "issuer":
                self.publisher = (value, where)
            else:
                self.take(name, value, where.start, where.end)

    def outside(self, metadata: Mapping[str, str]) -> None:
        """Take what the file says outside its text, where the text is silent; name dates that disagree."""
        for label, value in metadata.items():
            name = _OUTSIDE.get(label)
            taken: Any = value.strip()
            if name in _DATES:
                taken = _date_outside(value)
                if taken is None and value.strip():
                    self.diagnostics.append(diagnose("invalid-date", 0, 0, value.strip()))
            elif name == "title":
                taken = _tidy_title(taken).strip()
            elif name is not None:
                taken = _OWN_LABEL.sub("", taken)
            if name is None or not taken:
                self.other.setdefault(label, value)
            elif name not in self.fields:
                self.fields[name] = taken
            elif name in _DATES and self.fields[name] != taken:
                given = self.fields[name]
                shown = f"{given}; {taken}"
                self.diagnostics.append(
                    diagnose("metadata-conflict", *self.evidence[name], _NAMES[name], shown, str(given))
                )

    def issuer(self, signature: Signature | None, preamble: tuple[int, int] | None) -> None:
        if signature is not None and signature.issuer is not None:
            assert self.page.signature is not None
            place = self.page.signature.organisation
            assert place is not None
            self.take("issuer", signature.issuer, *place)
            return
        if self._issuer_in_title():
            return
        if self.publisher is not None:
            value, where = self.publisher
            self.take("issuer", value, where.start, where.end)
            return
        if preamble is not None:
            self._issuer_in_preamble(*preamble)

    def _issuer_in_title(self) -> bool:
        """Take the full name of an organisation that the title begins with."""
        place = self.evidence.get("title")
        text, start, end = (self.text, *place) if place else (self.fields.get("title") or "", 0, LONGEST)
        before = _BEFORE_NAME.match(text, start, end)
        start = before.end() if before else start
        end = min(end, len(text))
        # A title over two lines may begin with a line that is the name.
        for named in (_BEHIND_NAME, _LINE_END):
            behind = named.search(text, start, end)
            name_end = trim(text, start, behind.start() if behind else end)[1]
            name = _BLANKS.sub("", text[start:name_end])
            if page_pattern("FULL_ORGANISATION").fullmatch(name):
                if place:
                    self.take("issuer", name, start, name_end)
                else:
                    self.fields["issuer"] = name
                return True
        return False

    def _issuer_in_preamble(self, start: int, end: int) -> None:
        """Look for a full organisation name where a clause of the preamble begins."""
        end = min(end, start + _PREAMBLE)
        for clause in re.compile(r"(?:^|[，,。；：:]|年度?)").finditer(self.text[start:end]):
            at = trim(self.text, start + clause.end(), end)[0]
            commissioned = _COMMISSIONED.match(self.text, at, end)
            if commissioned:
                at += 1
            elif _ON_BEHALF.match(self.text, at, end):
                continue
            name = page_pattern("FULL_ORGANISATION").match(self.text, at, min(end, at + 30))
            if name and not _NO_NAME.search(name.group()):
                self.take("issuer", name.group(), *name.span())
                return

    def year(self, preamble: tuple[int, int] | None, headings: Sequence[tuple[int, int]]) -> None:
        """The year reported on: the first in the title, else in the preamble, else in the outermost headings.

        What a document is called that the preamble names (《…2035年远景目标纲要》) says it last, and of 2023年度 only.
        """
        opening = preamble and (preamble[0], min(preamble[1], preamble[0] + _PREAMBLE))
        title = self.evidence.get("title")
        if title is None and self.fields.get("title"):
            outside = _YEAR.search(self.fields["title"])
            if outside:
                self.fields["year"] = _year_of(outside.group())
                return
        found = _YEAR.search(self.text, *title) if title else None
        if found is None and opening:
            found = next((hit for hit in _YEAR_OR_NAME.finditer(self.text, *opening) if hit["year"]), None)
        for heading in headings:
            found = found or _YEAR.search(self.text, *heading)
        if found is None and opening:
            found = _YEAR_ROUND.search(self.text, *opening)
        if found:
            self.take("year", _year_of(found.group()), *trim(self.text, *found.span()))


def _year_of(written: str) -> int:
    return int(re.sub(r"\D", "", written.translate(_HAN_DIGITS))[:4])


def _settle_sent_dates(found: list[Found]) -> list[Found]:
    """Take 发文日期 for the date a document was written where the page says when it was published, too."""
    sent = [
        each
        for each in found
        if each.field == "published_date" and page_pattern("LABEL_SENT_DATE").fullmatch(each.label)
    ]
    if not sent or all(each.field != "published_date" or each in sent for each in found):
        return found
    written = any(each.field == "written_date" for each in found)
    return [each._replace(field="other" if written else "written_date") if each in sent else each for each in found]


def _tidy(value: str) -> str:
    """Drop a value that a page prints twice in a row (政府公告    政府公告)."""
    halves = re.split(r"[ \t\u00a0\u3000]{2,}", value)
    return halves[0] if len(halves) == 2 and halves[0] == halves[1] else value


def _tidy_title(value: str) -> str:
    """Drop the name of the site behind a title, and 《》 around it."""
    value = _SITE.sub("", _tidy(value))
    return value[1:-1] if value[:1] == "《" and value[-1:] == "》" and value.count("《") == 1 else value


def _date_outside(value: str) -> date | None:
    """Return the date that a file gives outside its text, in the forms of software, too."""
    value = value.strip()
    plain = _DIGITS_ONLY.fullmatch(value)
    if plain:
        return _date_in("-".join(plain.groups()))
    english = _IN_ENGLISH.fullmatch(value) if value[:60].isascii() else None
    if english:
        month = english["month"] or english["month_behind"]
        year = english["year"] or english["year_first"]
        if month in _MONTHS and year:
            return _date_in(f"{year}-{_MONTHS.index(month) + 1}-{english['day'] or english['day_first']}")
    return _date_in(value)


def _comparable(value: Any) -> Any:
    return _BLANKS.sub("", value).translate(str.maketrans("（）()", "（）（）")) if isinstance(value, str) else value


def _date_in(value: str) -> date | None:
    found = page_pattern("DATE").search(value)
    # Writers take О, O or o for 〇; a time of day is no part of the date.
    return parse_date(_TIME.sub("", found.group()).translate(_ROUND)) if found else None

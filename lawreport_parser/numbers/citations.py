"""Cited documents: titles in 《》 and document numbers (发文字号) such as 豫政办〔2019〕30号.

GB/T 9704-2012, 7.2.5, builds a document number from the issuer's code, the year in 〔〕 and a serial number; pages
also write [2019], (2019) and （2019）, and lose a bracket now and then. Orders and announcements have an organ and a
number, with a year or without: 国务院令第722号, 某某部公告2022年第3号.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple
from unicodedata import normalize

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.model import Citation, CitationKind, DocumentNumber
from lawreport_parser.numbers.numerals import parse_ordinal
from lawreport_parser.numbers.wordlists import longest_match
from lawreport_parser.organs import find_organs, is_organ
from lawreport_parser.spans import Span

__all__ = [
    "CitationReading",
    "citation_index",
    "citation_mention",
    "find_citations",
    "find_document_numbers",
    "read_citations",
    "title_kind",
]

_SHAPES: Final = Terminals("lexical")
_FIGURES: Final = Terminals("figures")


#: The kind of a document by the last words of its title; the first row that fits wins.
TITLE_ENDINGS: Final[tuple[tuple[CitationKind, tuple[str, ...]], ...]] = (
    ("other", ("方法", "做法", "用法", "说法", "普法", "执法", "司法", "立法", "守法", "学法", "书法")),
    ("rule", ("办法", "规定", "规则", "细则", "规程", "准则", "规范", "制度")),
    ("law", ("法", "法典", "法通则", "法总则", "宪法修正案", "刑法修正案")),
    ("regulation", ("条例",)),
    ("plan", ("规划", "计划", "方案", "要点", "纲要", "安排", "预案")),
    ("opinion", ("意见", "措施")),
    ("notice", ("通知", "通告", "公告", "通报", "批复", "函", "决定")),
)
#: The same, by the last letter.
_ENDINGS_BY_LETTER: Final[dict[str, list[tuple[CitationKind, str]]]] = {}
for _kind, _endings in TITLE_ENDINGS:
    for _ending in _endings:
        _ENDINGS_BY_LETTER.setdefault(_ending[-1], []).append((_kind, _ending))

#: Words after which the issuer's code of a document number begins.
CODE_LEADS: Final = (
    "根据", "按照", "依据", "依照", "遵照", "落实", "贯彻", "执行", "印发", "转发", "下发", "制发", "制定", "出台",
    "发布", "公布", "关于", "参照", "对照", "详见", "文号", "文件", "编号", "学习", "上级", "批准", "的", "了", "号",
    "号和", "废止", "修订", "修改", "包括", "符合", "违反", "通过", "明确", "同意", "下达", "结合", "适用", "撤销",
    "现将", "已将", "拟将", "替代", "参见", "收到", "抄送", "以及", "我局", "我市", "我县", "我省", "我区", "我委",
    "我厅", "按", "与", "及", "以", "被", "由", "对", "在",
)  # fmt: skip
#: Leads that may also begin a code, and what behind them shows that they do: 和政县, 原平市, 即墨区, 经信.
CODE_LEADS_IN_DOUBT: Final[dict[str, str]] = {
    "依": "政兰安府办法司财", "经": "信贸开济发办管委科商", "原": "政平州府办发法司财", "即": "政墨府办发法司财",
    "如": "政东皋府办发法司财", "见": "书函告",
}  # fmt: skip
_CLOSED: Final = frozenset("）)》〕]］】")

_MAX_TITLE: Final = 200
_MAX_CODE: Final = 16
_MAX_NUMBER: Final = 60
#: How far before its number the organ of an order begins at most, and how long the short name of one is.
_MAX_ORGAN: Final = 40
_MAX_SHORT_ORGAN: Final = 10
_LAST_MARKS: Final = frozenset("）)〕] \t\u3000\xa0\n")
#: What does not count in a title: blanks, brackets, quotation marks and the dots inside names; signs for zero are one.
_INSIGNIFICANT: Final = str.maketrans(
    dict.fromkeys(BLANK_CHARACTERS + "《》〈〉（）()〔〕[]［］【】﹝﹞「」『』“”\"＂‘’'＇·•‧・∙⋅･", "")
    | dict.fromkeys("○◯零", "〇")
)
_OF_THE_STATE: Final = "中华人民共和国"
_GAPS: Final = " \t\u3000\xa0"


class NumberReading(NamedTuple):
    """A document number of a text: where it stands, its parts, and whether it lost a bracket.

    `listed`: it goes on a list, whose first number gives it the code.
    """

    start: int
    stop: int
    issuer_code: str
    year: int | None
    serial: int
    last: int | None = None
    torn: bool = False
    listed: bool = False


class CitationReading(NamedTuple):
    """One mention of a document: where it stands, its title, and the number that belongs to it."""

    start: int
    stop: int
    title: str | None
    number: NumberReading | None


@cache
def _code() -> re.Pattern[str]:
    leads = longest_match([*CODE_LEADS, *CODE_LEADS_IN_DOUBT], CODE_LEADS_IN_DOUBT)
    return re.compile(
        f"(?:.*(?:{leads}|{_FIGURES.CODE_JOINED.pattern}))?(?P<code>{_FIGURES.ISSUER.pattern})", re.DOTALL
    )


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """Return the document numbers of `text` in order, wherever they stand."""
    return [_document_number(text, number) for number in _numbers(text)]


def find_citations(text: str) -> tuple[list[Citation], list[NumberProblem]]:
    """Return the documents that `text` cites, in order, and the document numbers that lost a bracket.

    A title's number is the one that follows it, in brackets or not, else the one right before it. A number inside a
    title is part of the title. Each number of a list is a citation (〔2024〕15号、16号), a range of them is one.
    """
    readings, problems = read_citations(text)
    return [citation_mention(text, reading, None) for reading in readings], problems


def citation_mention(text: str, reading: CitationReading, section_id: str | None) -> Citation:
    """Return the mention of a document that `read_citations` found."""
    start, stop, title, number = reading
    return Citation(
        title=title,
        document_number=_document_number(text, number) if number else None,
        kind="other" if title is None else title_kind(title),
        text=text[start:stop],
        span=Span(start, stop),
        section_id=section_id,
    )


def _document_number(text: str, number: NumberReading) -> DocumentNumber:
    return DocumentNumber(
        text=text[number.start : number.stop],
        issuer_code=number.issuer_code,
        year=number.year,
        number=number.serial,
        span=Span(number.start, number.stop),
        last=number.last,
    )


def read_citations(text: str) -> tuple[list[CitationReading], list[NumberProblem]]:
    """Return what `find_citations` does, each mention as its places and words."""
    titles = _titles(text)
    starts = [start for start, _, _ in titles]
    problems: list[NumberProblem] = []
    belonging: dict[int, NumberReading] = {}
    starts_with_number: dict[int, int] = {}
    alone: list[NumberReading] = []
    for number in _numbers(text):
        start, stop = number.start, number.stop
        if number.torn:
            problems.append(NumberProblem("unbalanced-document-number", text[start:stop], Span(start, stop)))
        before = bisect_left(starts, start) - 1
        if before >= 0 and start < titles[before][1]:
            continue
        if before >= 0 and before not in belonging:
            opening = _FIGURES.NUMBER_OPENING.match(text, titles[before][1])
            if opening and opening.end() == start:
                belonging[before] = number
                continue
        alone.append(number)
    citations: list[CitationReading] = []
    for number in alone:
        behind = None if number.listed else _title_behind(text, number)
        if behind is not None and (index := bisect_left(starts, behind[1])) not in belonging:
            belonging[index] = number
            starts_with_number[index] = behind[0]
        else:
            citations.append(CitationReading(number.start, number.stop, None, number))
    for index, (start, stop, title) in enumerate(titles):
        owned = belonging.get(index)
        if owned and owned.start < start:
            start = starts_with_number[index]
        elif owned:
            closing = _FIGURES.NUMBER_CLOSING.match(text, owned.stop)
            bracketed = text[stop : owned.start].strip(BLANK_CHARACTERS)
            stop = closing.end() if closing and bracketed else owned.stop
        citations.append(CitationReading(start, stop, title, owned))
    if alone:
        citations.sort(key=lambda citation: citation.start)
    return citations, problems


def _title_behind(text: str, number: NumberReading) -> tuple[int, int] | None:
    """Return where the title begins that a number stands right before, behind where the two begin together.

    国发〔2021〕7号《…》, （国发〔2021〕7号）《…》; but that of …的通知（国发〔2021〕7号） belongs to what is before.
    """
    joint = _FIGURES.NUMBER_BEFORE_TITLE.match(text, number.stop)
    if joint is None:
        return None
    if joint["closing"] is None:
        return number.start, joint.end()
    opening = number.start - 1
    while opening > 0 and text[opening] in _GAPS:
        opening -= 1
    if opening < 0 or not _SHAPES.OPENING.match(text, opening):
        return None
    led = text[opening - 1 : opening] if opening else ""
    return None if led.isalpha() or led in _CLOSED else (opening, joint.end())


def title_kind(title: str) -> CitationKind:
    """Return the kind of a document by the last words of its title, brackets such as （试行） left out."""
    for _ in range(3):
        if title[-1:] not in _LAST_MARKS:
            break
        brackets = _FIGURES.LAST_BRACKETS.search(title, max(map(title.rfind, "（(〔[")))
        if brackets is None or not brackets.start():
            break
        title = title[: brackets.start()]
    for kind, ending in _ENDINGS_BY_LETTER.get(title[-1:], ()):
        if title.endswith(ending):
            return kind
    return "other"


def citation_index(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Group the mentions of one document, in the order of the first mention.

    Two mentions are of one document when they have the same number, or the same title and no two numbers. Of a title
    blanks, brackets, quotation marks, the form of dashes and dots, the width of letters and digits, 年 behind a range
    of years and a leading 中华人民共和国 do not count. The key is the number in its standard form where one is known,
    else the title of the first mention.
    """
    mentions = list(citations)
    numbers_of: dict[str, set[str]] = {}
    keys: dict[str, str] = {}
    for mention in mentions:
        if mention.document_number:
            number = _same_number(mention.document_number)
            keys.setdefault(number, mention.document_number.canonical)
            if mention.title:
                numbers_of.setdefault(_same_title(mention.title), set()).add(number)
    index: dict[str, list[Citation]] = {}
    for mention in mentions:
        if mention.document_number:
            key = keys[_same_number(mention.document_number)]
        else:
            same = _same_title(mention.title or "")
            numbers = numbers_of.get(same, set())
            key = keys[next(iter(numbers))] if len(numbers) == 1 else keys.setdefault(same, mention.title or "")
        index.setdefault(key, []).append(mention)
    return index


def _same_number(number: DocumentNumber) -> str:
    code = normalize("NFKC", number.issuer_code).removeprefix(_OF_THE_STATE)
    return f"{code} {number.year} {number.number} {number.last}"


def _same_title(title: str) -> str:
    years = _FIGURES.YEARS_OF_TITLE.sub(r"\1—\2", normalize("NFKC", title))
    return years.translate(_INSIGNIFICANT).removeprefix(_OF_THE_STATE)


def _titles(text: str) -> list[tuple[int, int, str]]:
    """Return the outermost closed 《…》 of each line and the title in it. An unclosed 《 hides no title behind it."""
    titles: list[tuple[int, int, str]] = []
    position = line_end = 0
    for match in _FIGURES.TITLE.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        if end - start == 1:
            if start >= line_end:
                found = _SHAPES.LINE_END.search(text, start)
                line_end = found.start() if found else len(text)
            position = _nested_titles(text, start, line_end, titles)
        elif title := text[start + 1 : end - 1].strip(BLANK_CHARACTERS):
            titles.append((start, end, title))
    return titles


def _nested_titles(text: str, start: int, line_end: int, titles: list[tuple[int, int, str]]) -> int:
    """Add the titles from a 《 on that holds others; return where it is closed, or its line ends."""
    open_marks: list[int] = []
    for mark in _FIGURES.TITLE_MARK.finditer(text, start, line_end):
        if mark[0] == "《":
            open_marks.append(mark.start())
            continue
        begin, end = open_marks.pop(), mark.end()
        title = text[begin + 1 : end - 1].strip(BLANK_CHARACTERS) if end - begin <= _MAX_TITLE else ""
        if title:
            while titles and titles[-1][0] > begin:
                titles.pop()
            titles.append((begin, end, title))
        if not open_marks:
            return end
    return line_end


def _numbers(text: str) -> Iterator[NumberReading]:
    floor = 0
    for ending in _FIGURES.NUMBER_ENDING.finditer(text):
        if ending.start() < floor:
            continue
        first = _in_brackets(text, floor, ending) or _of_order(text, floor, ending)
        if first is None:
            continue
        floor = yield from _listed(text, first)


def _in_brackets(text: str, floor: int, ending: re.Match[str]) -> tuple[NumberReading, int] | None:
    """Return the first number with its year in brackets that ends at `ending`, and where its digits end."""
    window_start = max(floor, ending.start() - _MAX_NUMBER)
    match = _FIGURES.DOCUMENT_NUMBER.search(text, window_start, ending.end())
    if match is None or match.end() != ending.end():
        return None
    kind = "year" if match["year"] else "torn_year" if match["torn_year"] else "bare_year"
    window_start = max(floor - 1, match.start() - _MAX_CODE, 0)
    window = text[window_start : match.start()].rstrip(_GAPS)
    run = len(window)
    while run and (window[run - 1].isalpha() and window[run - 1] not in "《》"):
        run -= 1
    if window[run : run + 1] == "和" and run and window[run - 1] in _CLOSED:
        run += 1
    code = _code().fullmatch(window[run:])
    if code is None or len(code["code"]) < 2:
        return None
    start = window_start + run + code.start("code")
    serial = f"{kind.removesuffix('year')}serial"
    number = NumberReading(start, match.end(), code["code"], int(match[kind]), int(match[serial]), torn=kind != "year")
    return number, match.end(serial)


def _of_order(text: str, floor: int, ending: re.Match[str]) -> tuple[NumberReading, int] | None:
    """Return the order or announcement whose number ends at `ending`, and where its digits end."""
    window_start = max(floor, ending.start() - _MAX_NUMBER)
    if text.find("第", window_start, ending.start()) < 0:
        return None
    match = _FIGURES.ORDER_NUMBER.search(text, window_start, ending.end() + 4)
    if match is None or not match.start() < ending.start() < match.end():
        match = _FIGURES.ORDER_BEHIND.search(text, window_start, ending.end() + 6)
        if match is None or not match.start() < ending.start() < match.end():
            return None
    organ_end = min(match.start("kind"), match.start())
    start = _organ_before(text, max(floor, organ_end - _MAX_ORGAN), organ_end)
    if start is None:
        return None
    organ = "".join(sign for sign in text[start:organ_end] if sign not in f"{_GAPS}、")
    written = match["serial"]
    serial = int(written) if written.isdecimal() else parse_ordinal(written)
    if serial is None:
        return None
    year = int(match["year"]) if match["year"] else None
    return NumberReading(start, match.end(), organ + match["kind"], year, serial), match.end()


def _organ_before(text: str, floor: int, end: int) -> int | None:
    """Return where the name of the organ begins, or of those that sign together, that ends at `end`."""
    run = end
    while run > floor and (text[run - 1].isalpha() or text[run - 1] in f"{_GAPS}、"):
        run -= 1
    begins: int | None = None
    while end > run:
        while end > run and text[end - 1] in _GAPS:
            end -= 1
        piece = max(run, *(text.rfind(mark, run, end) + 1 for mark in f"{_GAPS}、"))
        start = _one_organ_before(text, piece, end)
        if start is None:
            break
        begins = start
        if start > piece:
            break
        end = piece - 1
    return begins


def _one_organ_before(text: str, floor: int, end: int) -> int | None:
    state = text.rfind(_OF_THE_STATE, floor, end)
    if state >= 0 and _one_organ_before(text, state + len(_OF_THE_STATE), end) == state + len(_OF_THE_STATE):
        return state
    for start, stop in find_organs(text, floor, end):
        if stop == end:
            return start
    if office := _FIGURES.OFFICE.search(text, floor, end):
        return office.start()
    for start in range(max(floor, end - _MAX_SHORT_ORGAN), end - 1):
        if (start == floor or _FIGURES.OWN_UNIT.match(text, start, end)) and is_organ(text[start:end]):
            return start
    return None


def _listed(text: str, first: tuple[NumberReading, int]) -> Generator[NumberReading, None, int]:
    """Yield a number and those of the list that goes on from it; return where it ends.

    The far end of a range is its `last`. A range that runs backwards, as 15-1号 seems to, is none, and no number.
    """
    number, digits_end = first
    if number.torn:
        yield number
        return number.stop
    position = digits_end
    pending: NumberReading | None = number
    while more := _FIGURES.NEXT_NUMBER.match(text, position):
        position = more.end()
        serial = int(more["serial"])
        if more["dash"]:
            if pending is not None and (pending.last or more["year"] or serial <= pending.serial):
                pending = None
            elif pending is not None:
                pending = pending._replace(last=serial, stop=position)
            continue
        if pending is not None:
            yield pending._replace(stop=_number_end(text, more.start()))
        year = int(more["year"]) if more["year"] else number.year
        pending = NumberReading(more.start("number"), position, number.issuer_code, year, serial, listed=True)
    stop = _number_end(text, position) if position > digits_end else number.stop
    if pending is not None:
        yield pending._replace(stop=stop)
    return stop


def _number_end(text: str, at: int) -> int:
    """Return where a number ends whose digits end at `at`: behind its sign, where it has one."""
    sign = _FIGURES.NUMBER_SIGN.match(text, at)
    return sign.end() if sign else at

"""Cited documents: titles in 《》 and document numbers (发文字号) such as 豫政办〔2019〕30号.

GB/T 9704-2012, 7.2.5, builds a document number from the issuer's code, the year in 〔〕 and a serial number; pages
also write [2019], (2019) and （2019）, and lose a bracket now and then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.wordlists import longest_match
from lawreport_parser.spans import BLANK_CHARACTERS, Span

__all__ = [
    "Citation",
    "CitationKind",
    "DocumentNumber",
    "citation_index",
    "find_citations",
    "find_document_numbers",
    "title_kind",
]

_SHAPES: Final = Terminals("lexical")
_FIGURES: Final = Terminals("figures")

CitationKind = Literal["law", "regulation", "rule", "plan", "opinion", "notice", "other"]

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

#: Words after which the issuer's code of a document number begins.
CODE_LEADS: Final = (
    "根据", "按照", "依据", "依照", "遵照", "落实", "贯彻", "执行", "印发", "转发", "下发", "制发", "制定", "出台",
    "发布", "公布", "关于", "参照", "对照", "详见", "文号", "文件", "编号", "学习", "上级", "批准", "的", "了", "号",
    "号和", "废止", "修订", "修改", "包括", "符合", "违反", "通过", "明确", "同意", "下达", "结合", "适用", "撤销",
    "替代", "参见", "收到", "抄送", "以及", "我局", "我市", "我县", "我省", "我区", "我委", "我厅", "按", "与",
    "及", "以", "被", "由", "对", "在",
)  # fmt: skip
#: Leads that may also begin a code, and what behind them shows that they do: 和政县, 原平市, 即墨区, 经信.
CODE_LEADS_IN_DOUBT: Final[dict[str, str]] = {
    "依": "政兰安府办法司财", "经": "信贸开济发办管委科商", "原": "政平州府办发法司财", "即": "政墨府办发法司财",
    "如": "政东皋府办发法司财", "见": "书函告",
}  # fmt: skip
_CLOSED: Final = frozenset("）)》〕]］】")

_MAX_TITLE: Final = 200
_MAX_CODE: Final = 16
_MAX_NUMBER: Final = 40
_LAST_MARKS: Final = frozenset("）)〕] \t\u3000\xa0\n")
_INSIGNIFICANT: Final = str.maketrans("", "", BLANK_CHARACTERS + "《》〈〉（）()〔〕[]［］【】“”\"‘’'")


@model
class DocumentNumber(FrozenModel):
    """The number of an official document: 豫政办〔2019〕30号 is 豫政办, 2019 and 30."""

    text: str
    issuer_code: str
    year: int
    number: int
    span: Span

    @property
    def canonical(self) -> str:
        """The number as the standard writes it: 〔〕 and no blanks."""
        return f"{self.issuer_code}〔{self.year}〕{self.number}号"


@model
class Citation(FrozenModel):
    """One mention of a document: by title (without 《》), by document number, or by both.

    `kind` goes by the last words of the title; a mention by number alone is `other`, with `title` null.
    """

    title: str | None
    document_number: DocumentNumber | None
    kind: CitationKind
    text: str
    span: Span
    section_id: str | None = None


class _Found(NamedTuple):
    number: DocumentNumber
    torn: bool


@cache
def _code() -> re.Pattern[str]:
    leads = longest_match([*CODE_LEADS, *CODE_LEADS_IN_DOUBT], CODE_LEADS_IN_DOUBT)
    return re.compile(
        f"(?:.*(?:{leads}|{_FIGURES.CODE_JOINED.pattern}))?(?P<code>{_FIGURES.ISSUER.pattern})", re.DOTALL
    )


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """Return the document numbers of `text` in order, wherever they stand."""
    return [found.number for found in _numbers(text)]


def find_citations(text: str) -> tuple[list[Citation], list[NumberProblem]]:
    """Return the documents that `text` cites, in order, and the document numbers that lost a bracket.

    A title's number is the one that follows it, in brackets or not. A number inside a title is part of the title.
    """
    titles = _titles(text)
    ends = [end for _, end in titles]
    starts = [start for start, _ in titles]
    problems: list[NumberProblem] = []
    belonging: dict[int, DocumentNumber] = {}
    alone: list[DocumentNumber] = []
    for number, torn in _numbers(text):
        if torn:
            problems.append(NumberProblem("unbalanced-document-number", number.text, number.span))
        before = bisect_left(starts, number.span.start) - 1
        if before >= 0 and number.span.start < ends[before]:
            continue
        if before >= 0 and before not in belonging:
            opening = _FIGURES.NUMBER_OPENING.match(text, ends[before])
            if opening and opening.end() == number.span.start:
                belonging[before] = number
                continue
        alone.append(number)
    citations = [
        Citation(title=None, document_number=number, kind="other", text=number.text, span=number.span, section_id=None)
        for number in alone
    ]
    for index, (start, end) in enumerate(titles):
        title = text[start + 1 : end - 1].strip(BLANK_CHARACTERS)
        owned = belonging.get(index)
        stop = end
        if owned:
            closing = _FIGURES.NUMBER_CLOSING.match(text, owned.span.end)
            bracketed = text[end : owned.span.start].strip(BLANK_CHARACTERS)
            stop = closing.end() if closing and bracketed else owned.span.end
        citations.append(
            Citation(
                title=title,
                document_number=owned,
                kind=title_kind(title),
                text=text[start:stop],
                span=Span(start, stop),
                section_id=None,
            )
        )
    citations.sort(key=lambda citation: citation.span.start)
    return citations, problems


def title_kind(title: str) -> CitationKind:
    """Return the kind of a document by the last words of its title, brackets such as （试行） left out."""
    for _ in range(3):
        if title[-1:] not in _LAST_MARKS:
            break
        shorter = _FIGURES.LAST_BRACKETS.sub("", title[-80:])
        if not shorter or shorter == title[-80:]:
            break
        title = shorter
    return next((kind for kind, endings in TITLE_ENDINGS if title.endswith(endings)), "other")


def citation_index(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Group the mentions of one document, in the order of the first mention.

    Two mentions are of one document when they have the same number, or the same title (blanks, brackets and
    a leading 中华人民共和国 do not count) and no two numbers. The key is the number in its standard form where
    one is known, else the title of the first mention.
    """
    mentions = list(citations)
    numbers_of: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.title and mention.document_number:
            numbers_of.setdefault(_same_title(mention.title), set()).add(mention.document_number.canonical)
    keys: dict[str, str] = {}
    index: dict[str, list[Citation]] = {}
    for mention in mentions:
        if mention.document_number:
            key = mention.document_number.canonical
        else:
            same = _same_title(mention.title or "")
            numbers = numbers_of.get(same, set())
            key = next(iter(numbers)) if len(numbers) == 1 else keys.setdefault(same, mention.title or "")
        index.setdefault(key, []).append(mention)
    return index


def _same_title(title: str) -> str:
    return title.translate(_INSIGNIFICANT).removeprefix("中华人民共和国")


def _titles(text: str) -> list[tuple[int, int]]:
    """Return the outermost closed 《…》 of each line. An unclosed 《 hides no title that follows it."""
    pairs: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    position = 0
    for match in _FIGURES.TITLE_OR_MARK.finditer(text):
        start, end = match.span()
        if open_marks and _SHAPES.LINE_END.search(text, position, start):
            open_marks.clear()
        position = end
        mark = text[end - 1]
        if end - start > 1:
            if not open_marks:
                if text[start + 1 : end - 1].strip(BLANK_CHARACTERS):
                    pairs.append((start, end))
                continue
            open_marks.append(("《", start))
        elif mark in "《〈":
            open_marks.append((mark, start))
            continue
        if not open_marks:
            continue
        partner = "《" if mark == "》" else "〈"
        if open_marks[-1][0] != partner and partner == "〈":
            continue
        while open_marks and open_marks[-1][0] != partner:
            open_marks.pop()
        if not open_marks:
            continue
        start = open_marks.pop()[1]
        if partner == "《" and end - start <= _MAX_TITLE and text[start + 1 : end - 1].strip(BLANK_CHARACTERS):
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, end))
    return pairs


def _numbers(text: str) -> Iterator[_Found]:
    floor = 0
    for ending in _FIGURES.NUMBER_ENDING.finditer(text):
        window_start = max(floor, ending.start() - _MAX_NUMBER)
        match = _FIGURES.DOCUMENT_NUMBER.search(text, window_start, ending.end())
        if match is None or match.end() != ending.end():
            continue
        kind = "year" if match["year"] else "torn_year" if match["torn_year"] else "bare_year"
        window_start = max(floor - 1, match.start() - _MAX_CODE, 0)
        window = text[window_start : match.start()].rstrip(" \t\u3000\xa0")
        run = len(window)
        while run and (window[run - 1].isalpha() and window[run - 1] not in "《》"):
            run -= 1
        if window[run : run + 1] == "和" and run and window[run - 1] in _CLOSED:
            run += 1
        code = _code().fullmatch(window[run:])
        if code is None or len(code["code"]) < 2:
            continue
        start = window_start + run + code.start("code")
        prefix = kind.removesuffix("year")
        yield _Found(
            DocumentNumber(
                text=text[start : match.end()],
                issuer_code=code["code"],
                year=int(match[kind]),
                number=int(match[f"{prefix}serial"]),
                span=Span(start, match.end()),
            ),
            torn=kind != "year",
        )
        floor = match.end()

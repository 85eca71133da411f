"""Labels of metadata on a line (文号：, 【索引号】, 发布日期（…）), and how far the value behind one reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.han import is_han
from lawreport_parser.header_fields import EMPTY_PREFIXES, LABEL_OF, LABELS, ROWS, Label, ValueForm, label_pattern
from lawreport_parser.organs import is_organ
from lawreport_parser.page.patterns import PAGE, page_patterns

__all__ = [
    "LabelHit",
    "begins_with_label",
    "glued_label",
    "hit_of",
    "is_label",
    "label_at",
    "labels_in",
    "marked_labels",
    "split_cells",
    "value_form",
]

#: Labels of the tables of files only (`LabelKind`) are none on a line of words.
_ON_LINES: Final = tuple(label for label in LABELS if label.kind not in ("cell", "contact"))
#: What a label begins with: its first letter, or a bracket.
_BEGINNINGS: Final = frozenset({*"[【〔", *(label.words[0] for label in _ON_LINES)})
#: The first letters of labels that give a field.
_BEGIN_FIELDS: Final = frozenset(label.words[0] for label in _ON_LINES if label.field)
#: Behind these a word is a value, and no part of the next label.
_VALUE_FOLLOWS: Final = frozenset(":：|｜]】〕")
_LONGEST_LABEL: Final = 8


class LabelHit(NamedTuple):
    """A label on a line. `end` is where its value may begin, `marked` says that a colon, bar or bracket closes it.

    An unknown label (服务对象：) has `known` false; `bracketed` is the place of a value in brackets right behind it.
    """

    label: Label
    start: int
    end: int
    marked: bool
    known: bool = True
    bracketed: tuple[int, int] | None = None


def value_form(label: Label) -> ValueForm:
    """Return what the value of a label looks like."""
    return ROWS[label.field].form if label.field else "text"


@cache
def _labels() -> re.Pattern[str]:
    """Return the pattern of all labels, with the mark that closes one.

    The look-ahead at its begin is the sieve: the first letters of the labels, or a bracket.
    """
    first = re.escape("".join(sorted(_BEGINNINGS)))
    page = page_patterns()
    names = label_pattern(_ON_LINES, page["LABEL_GAP"])
    marks = "|".join(page[name] for name in ("LABEL_COLON", "LABEL_BAR", "LABEL_BRACKET"))
    return re.compile(
        rf"(?=[{first}])(?P<opening>{page['LABEL_OPENING']})?(?P<label>{names})"
        rf"(?:(?P<mark>{marks})|{page['BRACKETED_VALUE']}|(?={page['LABEL_GAP']})|$)"
    )


def is_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a label that is all of `start:end`, mark included."""
    return _labels().fullmatch(text, start, end)


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of the label that `start:end` begins with, mark included."""
    return _labels().match(text, start, end) if text[start : start + 1] in _BEGINNINGS else None


def glued_label(text: str, start: int, end: int) -> LabelHit | None:
    """Return the label that `start:end` begins with where nothing parts it from its value, and the value's form shows.

    文号石政发〔2024〕8号, 成文日期2024-01-09, 发布机构石湾县司法局: the cells of tables that lost what parted them.
    """
    found = _names().match(text, start, end) if text[start] in _BEGIN_FIELDS else None
    if found is None or found.end() >= end:
        return None
    label, value = LABEL_OF[PAGE.SPACES.sub("", found.group())], text[found.end() : end]
    return LabelHit(label, start, found.end(), True) if _has_form(value, value_form(label)) else None


def _has_form(value: str, form: ValueForm) -> bool:
    """Say whether words can be nothing but the value of a label of this form."""
    if form == "date":
        return PAGE.DATE.fullmatch(value) is not None
    if form == "number":
        return PAGE.DOCUMENT_NUMBER.fullmatch(value) is not None
    if form == "code":
        return PAGE.INDEX_CODE.fullmatch(value) is not None and any(sign.isdecimal() for sign in value)
    return form == "organ" and is_organ(value)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(label_pattern((label for label in _ON_LINES if label.field), page_patterns()["LABEL_GAP"]))


def hit_of(found: re.Match[str]) -> LabelHit:
    """Return the label that a match of the pattern is."""
    words, mark, value = found.group("label", "mark", "value")
    label = LABEL_OF.get(words) or LABEL_OF[PAGE.SPACES.sub("", words)]
    bracketed = found.span("value") if value is not None else None
    return LabelHit(label, *found.span(), mark is not None or value is not None, True, bracketed)


def begins_with_label(text: str, start: int, end: int) -> LabelHit | None:
    """Return the label that `start:end` begins with."""
    found = label_at(text, start, end)
    return hit_of(found) if found else None


def labels_in(text: str, start: int, end: int) -> list[LabelHit]:
    """Return the labels on a line; without colon or brackets one counts only at the start or behind a gap.

    A known label that is the tail of a longer word is another label: 失效日期：, 事项名称：.
    """
    known = list(_known(text, start, end))
    if _colons(text, start, end) <= sum(_colons(text, hit.start, hit.end) for hit in known):
        return known
    taken = [(hit.start, hit.end) for hit in known]
    colons = (colon.start() for colon in PAGE.COLON_OF_LABEL.finditer(text, start, end))
    if all(any(a <= colon < b for a, b in taken) for colon in colons):
        return known
    unknown = [hit for hit in _unknown(text, start, end) if not any(a < hit.end and hit.start < b for a, b in taken)]
    return sorted([*known, *unknown], key=lambda hit: hit.start) if unknown else known


def marked_labels(text: str, start: int, end: int) -> list[LabelHit]:
    """Return the labels on a line that a colon, bar or bracket closes."""
    if PAGE.LABEL_MARK.search(text, start, end) is None:
        return []
    return [hit for hit in labels_in(text, start, end) if hit.marked]


def _colons(text: str, start: int, end: int) -> int:
    return text.count("：", start, end) + text.count(":", start, end)


def _known(text: str, start: int, end: int) -> Iterator[LabelHit]:
    for found in _labels().finditer(text, start, end):
        hit, at = hit_of(found), found.start()
        behind_han = at > start and is_han(text[at - 1])
        if found["opening"] or hit.bracketed:
            if hit.bracketed and at > start and text[at - 1] not in BLANK_CHARACTERS:
                continue
            yield hit
        elif hit.marked:
            last = at
            if behind_han and len(hit.label.words) < found.end("label") - at:
                # 政务公开 索引号： is no 公开索引号.
                last = at + max(gap.end() for gap in PAGE.SPACES.finditer(found["label"]))
            elif behind_han and hit.label.words.startswith(("报告", "公告")):
                # 法治政府建设年度报告日期：2024-01-12 is a title, and a day.
                last = at + 2
            if last > at:
                tail = _labels().match(text, last, found.end())
                if tail and tail.end() == found.end():
                    yield hit_of(tail)
                    continue
            begin = _longer_word(text, start, at, len(hit.label.words)) if behind_han else at
            if begin != at and text[begin:at] not in EMPTY_PREFIXES:
                words = text[begin:at] + hit.label.words
                yield hit._replace(label=Label(words, None, "other", True), start=begin, known=False)
            else:
                yield hit if begin == at else hit._replace(start=begin)
        elif at == start or text[at - 1] in BLANK_CHARACTERS or text[at - 1] in "|｜":
            yield hit


def _unknown(text: str, start: int, end: int) -> Iterator[LabelHit]:
    """Yield what has the form of a label, at the start of the line or behind a gap: 服务对象："""
    at = start
    while at < end:
        found = PAGE.UNKNOWN_LABEL.match(text, at, end)
        if (
            found
            and (at == start or not PAGE.SPACES.search(found.group()))
            and not PAGE.NAVIGATION.match(text, at, end)
            and not PAGE.OTHER_PAGE.match(text, at, end)
        ):
            words = PAGE.SPACES.sub("", found.group()[:-1])
            if PAGE.ADDRESSEE.fullmatch(found.group()) is None or PAGE.NO_ADDRESSEE.search(words):
                yield LabelHit(Label(words, None, "other", True), at, found.end(), True, False)
        gap = PAGE.SPACES.search(text, at + 1, end)
        if gap is None:
            return
        at = gap.end()


def _longer_word(text: str, start: int, at: int, length: int) -> int:
    """Return where the word begins whose tail is the label at `at`; `at` where the label stands for itself."""
    begin = at
    while begin > start and at - begin + length <= _LONGEST_LABEL and is_han(text[begin - 1]):
        begin -= 1
    if at - begin + length > _LONGEST_LABEL:
        return at
    if begin > start:
        before = text[start:begin].rstrip(BLANK_CHARACTERS)
        # What stands behind a mark is the value of the label before.
        if len(before) == begin - start or before[-1:] in _VALUE_FOLLOWS:
            return at
    return at if is_organ(text[begin:at]) else begin


def split_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the cells that tabs or bars part on a line, without outer blanks."""
    bars = [bar.start() for bar in PAGE.BAR.finditer(text, start, end)]
    return [
        trim(text, begin, stop) for begin, stop in zip([start, *(at + 1 for at in bars)], [*bars, end], strict=True)
    ]

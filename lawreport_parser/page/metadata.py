"""Lines of metadata: labels with their values, and values that no label names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.page.model import Found
from lawreport_parser.page.patterns import GAP, GAPS, LONGEST, page_pattern, page_patterns
from lawreport_parser.spans import BLANK_CHARACTERS, trim

__all__ = [
    "FIELD_OF",
    "LEADS_IN",
    "MARKS",
    "NO_VALUES",
    "ONE_WORD",
    "Label",
    "found_in_cell",
    "is_marked",
    "labelled_values",
    "labels",
    "labels_in",
    "lone_date",
    "number_found",
    "split_cells",
    "terminal_of",
]

FIELD_OF: Final = {
    "LABEL_TITLE": "title",
    "LABEL_INDEX_NUMBER": "index_number",
    "LABEL_DOCUMENT_NUMBER": "document_number",
    "LABEL_CATEGORY": "category",
    "LABEL_VALIDITY": "validity",
    "LABEL_WRITTEN_DATE": "written_date",
    "LABEL_PUBLISHED_DATE": "published_date",
    "LABEL_ISSUER": "issuer",
    "LABEL_SOURCE": "source",
    "VISITS": "other",
    "LABEL_OTHER": "other",
    "LABEL_UNKNOWN": "other",
}
#: 现将有关情况报告如下：, the end of a preamble.
LEADS_IN: Final = re.compile(r"现将|如下[：:]?$")
#: A line of metadata holds no sentence and no beginning of an outline.
_RUNS_ON: Final = re.compile(r"。[^。]|如下[：:]|[：:][一（(][、一]")
#: What sets a date apart from the value before it.
_APART: Final = frozenset(BLANK_CHARACTERS + "|｜")
#: Where a value that is one word ends.
_WORD_ENDS: Final = re.compile(rf"{GAP}{{2,}}|{GAP}(?=\S*[:：])|{GAP}*[|｜】]|{GAP}*(?<![\[\d〔])\](?!\d)")
MARKS: Final = re.compile(r"[:：\]】〕]")
#: Fields whose value is one word: what stands behind a gap is no part of it.
ONE_WORD: Final = frozenset({"index_number", "document_number", "validity", "written_date", "source", "issuer"})
#: What stands for a value that there is none of.
NO_VALUES: Final = frozenset({"-", "--", "/", "无"})
#: Behind these a word is a value, and no part of the next label.
_VALUE_FOLLOWS: Final = frozenset(":：|｜]】〕")
#: A label that no table knows, behind a value or in a cell of its own.
_NEXT_LABEL: Final = re.compile(rf"{GAP}(?=([\u4e00-\u9fff]{{2,8}}[:：]))")
_CELL_LABEL: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,9}[:：]?")


@cache
def labels() -> re.Pattern[str]:
    """Return the pattern of all labels, with the mark that closes one; the group says the terminal."""
    fields = [name for name in FIELD_OF if name != "LABEL_UNKNOWN"]
    names = "|".join(f"(?P<{name}>{page_patterns()[name]})" for name in fields)
    # How a label begins: that alone rules out most places at once.
    words = "".join(terminal_patterns("page")[name] for name in fields)
    first = "".join(sorted(set(re.findall(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]", words))))
    return re.compile(
        rf"(?=[\[【〔{first}])(?:[\[【〔]{GAP}{{0,4}})?(?:{names})"
        rf"(?:{GAP}{{0,12}}[:：]|{GAP}{{0,4}}[|｜]|{GAP}{{0,4}}[\]】〕](?:{GAP}{{0,4}}[:：])?|(?={GAP})|$)"
    )


def terminal_of(hit: re.Match[str]) -> str:
    """Return the terminal of a label found by `labels`."""
    name = hit.lastgroup
    assert name is not None
    return name


def is_marked(hit: re.Match[str]) -> bool:
    """Say whether a colon, bar or bracket closes a label."""
    return hit.end() > hit.end(terminal_of(hit))


class Label(NamedTuple):
    """A label on a line: its field and terminal, its words without blanks, its place, whether a mark closes it."""

    field: str
    terminal: str
    words: str
    start: int
    end: int
    marked: bool


def labels_in(text: str, start: int, end: int) -> list[Label]:
    """Return the labels on a line; without colon or brackets one counts only at the start or behind a gap.

    A known label that is the tail of a longer word is another label: 失效日期：, 事项名称：.
    """
    found = []
    for hit in labels().finditer(text, start, end):
        name, at = terminal_of(hit), hit.start()
        marked = hit.end() > hit.end(name)
        field, words = FIELD_OF[name], GAPS.sub("", hit.group(name))
        if marked and at < hit.start(name):
            # A bracket opens the label.
            pass
        elif marked:
            if at > start and _is_han(text[at - 1]) and len(words) < hit.end(name) - at:
                # 政务公开 索引号： is no 公开索引号.
                tail = labels().match(text, at + max(gap.end() for gap in GAPS.finditer(hit.group(name))), hit.end())
                if tail and tail.end() == hit.end():
                    found.append(_label_of(tail))
                    continue
            begin = _longer_word(text, start, at, len(words)) if at > start and _is_han(text[at - 1]) else at
            if begin != at and page_pattern("SAME_LABEL").fullmatch(text, begin, at):
                at = begin
            elif begin != at:
                name, field, words = "LABEL_UNKNOWN", "other", text[begin:at] + words
                at = begin
        elif at > start and text[at - 1] not in BLANK_CHARACTERS:
            continue
        found.append(Label(field, name, words, at, hit.end(), marked))
    return found


def _label_of(hit: re.Match[str]) -> Label:
    name = terminal_of(hit)
    return Label(FIELD_OF[name], name, GAPS.sub("", hit.group(name)), hit.start(), hit.end(), is_marked(hit))


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _longer_word(text: str, start: int, at: int, length: int) -> int:
    """Return where the word begins whose tail is the label at `at`; `at` where the label stands for itself."""
    begin = at
    while begin > start and at - begin + length <= 8 and _is_han(text[begin - 1]):
        begin -= 1
    if at - begin + length > 8:
        return at
    if begin > start:
        before = text[start:begin].rstrip(BLANK_CHARACTERS)
        # What stands behind a mark is the value of the label before.
        if len(before) == begin - start or before[-1:] in _VALUE_FOLLOWS:
            return at
    return at if page_pattern("ORGANISATION").fullmatch(text, begin, at) else begin


def labelled_values(text: str, start: int, end: int, *, unknown: bool) -> Iterator[Found]:
    """Yield the labels and values of a line of metadata (nothing, if it is no such line).

    A line counts that begins with a label, or with a date or document number and then a label; or that holds two
    labels with colons, or one that says where a page is from behind the name of a site. An unknown label counts
    behind a known one, and at the start of a line with `unknown`. Empty values have field `blank`.
    """
    if end - start > LONGEST or (end - start > 60 and _RUNS_ON.search(text, start, end)):
        return
    marked = MARKS.search(text, start, end) is not None
    if not marked and labels().match(text, start, end) is None:
        # Without a colon or bracket only a label at the start can begin a line of metadata.
        return
    if text.find("\t", start, end) >= 0:
        pairs = list(_cells(text, start, end))
        if pairs:
            yield from pairs
            return
    hits = labels_in(text, start, end)
    strong = [hit for hit in hits if hit.marked]
    hits = strong if strong and hits[0].start != start else hits
    if not hits or (not unknown and all(hit.terminal == "LABEL_UNKNOWN" for hit in hits)):
        if unknown:
            yield from _unknown_label(text, start, end)
        return
    dated: tuple[int, int] | None = None
    if hits[0].start > start:
        lead_start, lead_end = trim(text, start, hits[0].start)
        lead = text[lead_start:lead_end]
        dated = lone_date(text, lead_start, lead_end)
        numbered = None if dated else page_pattern("DOCUMENT_NUMBER").fullmatch(lead)
        if not dated and not numbered:
            dated = _date_behind_site(text, lead_start, lead_end) if _says_where_from(hits[0]) else None
            if (len(strong) < 2 and not dated) or re.search(r"[，。；]", lead):
                if unknown:
                    yield from _unknown_label(text, start, end)
                return
            if not dated:
                yield from _unknown_label(text, start, hits[0].start)
        if dated and dated[0] < dated[1]:
            yield Found("published_date", "", text[slice(*dated)], *dated)
        elif numbered:
            # 石政呈〔2024〕7号　　签发人：…
            yield number_found(text, lead_start, lead_end)
    published = bool(dated and dated[0] < dated[1])
    for hit in hits:
        if hit.field == "published_date":
            published = True
    for hit, following in zip(hits, [*hits[1:], None], strict=True):
        yield from _value(text, hit, following.start if following else end, published=published)


def _value(text: str, hit: Label, end: int, *, published: bool) -> list[Found]:
    """Return the value of a label before `end`, the date beside it, and what an unknown label behind it names."""
    value_start, value_end = trim(text, hit.end, end)
    beside = None
    if hit.field == "source" or (hit.field == "other" and _counts_visits(hit)):
        beside = _date_beside(text, value_start, value_end, alone=hit.field == "source")
    behind = None
    if text.find("：", value_start, value_end) >= 0 or text.find(":", value_start, value_end) >= 0:
        behind = _NEXT_LABEL.search(text, value_start, value_end)
    if behind and behind.end(1) < value_end:
        value_end = trim(text, value_start, behind.start())[1]
    else:
        behind = None
    tab = text.find("\t", value_start, value_end)
    if tab >= 0:
        value_end = trim(text, value_start, tab)[1]
    if beside:
        value_end = min(value_end, trim(text, value_start, beside[0])[1])
    while value_end > value_start and text[value_end - 1] in "|｜":
        value_end = trim(text, value_start, value_end - 1)[1]
    if hit.field == "other":
        buttons = _buttons_behind().search(text, value_start, value_end)
        value_end = buttons.start() if buttons else value_end
    value = text[value_start:value_end]
    if hit.field in ONE_WORD and value:
        cut = _WORD_ENDS.search(value)
        if cut:
            value_end = value_start + cut.start()
            value = text[value_start:value_end]
    if hit.field == "other" and page_pattern("LABEL_CONTROLS").fullmatch(hit.words):
        # 字号：大 中 小 says nothing of the document.
        found = [Found("blank", hit.words, "", value_start, value_start)]
    elif value and value not in NO_VALUES:
        found = [Found(hit.field, hit.words, value, value_start, value_end)]
    else:
        found = [Found("other" if hit.field == "other" else "blank", hit.words, "", value_start, value_start)]
    if beside and not published:
        found.append(Found("published_date", "", text[slice(*beside)], *beside))
    if behind:
        found.extend(_unknown_label(text, *trim(text, behind.start(), end)))
    return found


def _counts_visits(hit: Label) -> bool:
    return hit.terminal == "VISITS" or page_pattern("LABEL_VISITS").fullmatch(hit.words) is not None


def _says_where_from(hit: Label) -> bool:
    """Say whether a label stands beside what a site says of a page: 来源：, 发布时间：, 阅读次数：."""
    return hit.marked and (hit.field in ("source", "published_date") or _counts_visits(hit))


def _date_behind_site(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the date behind the name of a site or organisation; an empty one where none is."""
    if end - start > 100:
        return None
    date = next(page_pattern("DATE").finditer(text, start, end), None)
    if date and trim(text, date.end(), end)[0] < end:
        return None
    for word in text[start : date.start() if date else end].split():
        named = page_pattern("SITE").fullmatch(word) or page_pattern("FULL_ORGANISATION").fullmatch(word)
        if named is None:
            return None
    return date.span() if date else (start, start)


def _cells(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the pairs of a row of a table whose cells tabs part: label, value, label, value."""
    cells = split_cells(text, start, end)
    if len(cells) % 2:
        cells.append((end, end))
    heads = [(labels().fullmatch(text, *cell), cell) for cell in cells[::2]]
    if heads[0][0] is None:
        return
    for hit, cell in heads:
        if hit is None and not _CELL_LABEL.fullmatch(text, *cell):
            return
    for (hit, cell), (value_start, value_end) in zip(heads, cells[1::2], strict=True):
        yield found_in_cell(text, hit, cell, value_start, value_end)


def split_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the cells that tabs part on a line, without outer blanks."""
    cells = []
    while True:
        tab = text.find("\t", start, end)
        cells.append(trim(text, start, tab if tab >= 0 else end))
        if tab < 0:
            return cells
        start = tab + 1


def found_in_cell(
    text: str, hit: re.Match[str] | None, cell: tuple[int, int], value_start: int, value_end: int
) -> Found:
    """Return what a cell gives for the label in another one; `hit` is the label, if it is a known one."""
    field = FIELD_OF[terminal_of(hit)] if hit else "other"
    words = GAPS.sub("", hit.group(terminal_of(hit)) if hit else text[slice(*cell)].rstrip("：:"))
    value = text[value_start:value_end]
    if page_pattern("LABEL_CONTROLS").fullmatch(words):
        return Found("blank", words, "", value_start, value_start)
    if not value or value in NO_VALUES:
        return Found("other" if field == "other" else "blank", words, "", value_start, value_start)
    return Found(field, words, value, value_start, value_end)


@cache
def _buttons_behind() -> re.Pattern[str]:
    """Return the pattern of buttons in brackets behind a value: 点击：33　【大】【中】【小】."""
    button = rf"[【\[]{GAP}{{0,4}}(?:{page_patterns()['SHARE']}){GAP}{{0,4}}[】\]]{GAP}{{0,4}}"
    return re.compile(rf"{GAP}{{0,4}}(?:{button})+$")


def _date_beside(text: str, start: int, end: int, *, alone: bool) -> tuple[int, int] | None:
    """Return the place of a date behind a value, apart from it: 来源：县司法局　2024-01-30 (`alone`: or as it)."""
    for date in page_pattern("DATE").finditer(text, start, end):
        before, after = text[date.start() - 1], text[date.end() : date.end() + 1]
        if (date.start() == start and alone) or (date.start() > start and before in _APART):
            return date.span() if date.end() >= end or after in _APART else None
    return None


def _unknown_label(text: str, start: int, end: int) -> Iterator[Found]:
    label = page_pattern("LABEL_UNKNOWN").match(text, start, end)
    if label is None or LEADS_IN.search(label.group()) or re.search(r"[，。；]", text[label.end() : end][:80]):
        return
    value_start, value_end = trim(text, label.end() + 1, end)
    following = re.compile(rf"{GAP}(?=[\u4e00-\u9fff]{{2,8}}[:：])").search(text, value_start, value_end)
    if following:
        yield from _unknown_label(text, *trim(text, following.end(), end))
        value_end = trim(text, value_start, following.start())[1]
    if value_start >= value_end:
        return
    name = label.group().strip(BLANK_CHARACTERS)
    if page_pattern("SHARE").fullmatch(name):
        yield Found("blank", name, "", value_start, value_start)
    else:
        yield Found("other", name, text[value_start:value_end], value_start, value_end)


def lone_date(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of a date that is all of a line, in brackets such as web pages set: [2024-01-30]."""
    if end - start > 40:
        return None
    if (
        text[start] in "[【〔（("
        and text[end - 1] in "]】〕）)"
        and not ("年" in text[start:end] and text[start] in "（(")
    ):
        start, end = trim(text, start + 1, end - 1)
    return (start, end) if page_pattern("DATE").fullmatch(text, start, end) else None


def number_found(text: str, start: int, end: int) -> Found:
    """Return a document number that no label names, without brackets around it."""
    value = text[start:end].strip("（）()")
    start = text.index(value, start)
    return Found("document_number", "", value, start, start + len(value))

"""Lines of metadata: labels with their values, and values that no label names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.page.model import Found
from lawreport_parser.page.patterns import GAP, GAPS, LONGEST, page_pattern, page_patterns
from lawreport_parser.source import BLANK_CHARACTERS, trim

__all__ = [
    "FIELD_OF",
    "LEADS_IN",
    "MARKS",
    "is_marked",
    "labelled_values",
    "labels",
    "lone_date",
    "number_found",
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
_ONE_WORD: Final = frozenset({"index_number", "document_number", "validity", "written_date", "source", "issuer"})


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


def labelled_values(text: str, start: int, end: int, *, unknown: bool) -> Iterator[Found]:
    """Yield the labels and values of a line of metadata (nothing, if it is no such line).

    A line counts that begins with a label, or with a date or document number and then a label; or that holds two
    labels with colons. An unknown label counts at the start of a line, with `unknown`. Empty values have field `blank`.
    """
    if end - start > LONGEST or (end - start > 60 and _RUNS_ON.search(text, start, end)):
        return
    marked = MARKS.search(text, start, end) is not None
    if not marked and labels().match(text, start, end) is None:
        # Without a colon or bracket only a label at the start can begin a line of metadata.
        return
    hits = [hit for hit in labels().finditer(text, start, end) if _is_label(text, hit, start)]
    strong = [hit for hit in hits if is_marked(hit)]
    hits = strong if strong and hits[0].start() != start else hits
    if not hits:
        if unknown:
            yield from _unknown_label(text, start, end)
        return
    lead = text[start : hits[0].start()].strip(BLANK_CHARACTERS)
    dated = page_pattern("DATE").fullmatch(lead) if lead else None
    numbered = page_pattern("DOCUMENT_NUMBER").fullmatch(lead) if lead else None
    if lead and not dated and not numbered:
        if len(strong) < 2 or re.search(r"[，。；]", lead):
            if unknown:
                yield from _unknown_label(text, start, end)
            return
        yield from _unknown_label(text, start, hits[0].start())
    if dated:
        place = trim(text, start, hits[0].start())
        yield Found("published_date", "", text[slice(*place)], *place)
    elif numbered:
        # 石政呈〔2024〕7号　　签发人：…
        yield number_found(text, *trim(text, start, hits[0].start()))
    for hit, following in zip(hits, [*hits[1:], None], strict=True):
        name = terminal_of(hit)
        field = FIELD_OF[name]
        value_start, value_end = trim(text, hit.end(), following.start() if following else end)
        beside = None
        label = GAPS.sub("", hit.group(name))
        if field == "source" or name == "VISITS" or page_pattern("LABEL_VISITS").fullmatch(label):
            beside = _date_beside(text, value_start, value_end, alone=field == "source")
        if beside:
            value_end = trim(text, value_start, beside[0])[1]
        while value_end > value_start and text[value_end - 1] in "|｜":
            value_end = trim(text, value_start, value_end - 1)[1]
        value = text[value_start:value_end]
        if field in _ONE_WORD and value:
            cut = _WORD_ENDS.search(value)
            if cut:
                value_end = value_start + cut.start()
                value = text[value_start:value_end]
        if page_pattern("LABEL_CONTROLS").fullmatch(label):
            # 字号：大 中 小 says nothing of the document.
            yield Found("blank", label, "", value_start, value_start)
        elif value and value not in {"-", "--", "/", "无"}:
            yield Found(field, label, value, value_start, value_end)
        else:
            yield Found("other" if field == "other" else "blank", label, "", value_start, value_start)
        if beside and not dated and not any(each.group("LABEL_PUBLISHED_DATE") for each in hits):
            yield Found("published_date", "", text[slice(*beside)], *beside)


def _date_beside(text: str, start: int, end: int, *, alone: bool) -> tuple[int, int] | None:
    """Return the place of a date behind a value, apart from it: 来源：县司法局　2024-01-30 (`alone`: or as it)."""
    for date in page_pattern("DATE").finditer(text, start, end):
        before, after = text[date.start() - 1], text[date.end() : date.end() + 1]
        if (date.start() == start and alone) or (date.start() > start and before in _APART):
            return date.span() if date.end() >= end or after in _APART else None
    return None


def _is_label(text: str, hit: re.Match[str], start: int) -> bool:
    """A label without colon or brackets counts only at the start of a line or behind a gap."""
    if is_marked(hit):
        return True
    return hit.start() == start or text[hit.start() - 1] in BLANK_CHARACTERS


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

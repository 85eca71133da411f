"""The page around a report: what is metadata, title, addressee, signature or furniture, and where the body is.

The patterns are those of `grammar/page.lark`. `divide_page` reads lines from both ends of the page towards
the body and stops where the body begins; it looks at a bounded number of lines at either end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.source import BLANK_CHARACTERS, trim

__all__ = ["Found", "Page", "Piece", "Signed", "Stretch", "divide_page", "page_pattern"]

_BLANKS: Final = frozenset(BLANK_CHARACTERS)
_LINES: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
#: Blanks inside a line. (Written as a class and one range, it costs a tenth of the time to compile.)
_GAP: Final = r"[\s\u200b-\u200d]"
#: How many lines are read at the top and at the foot of a page.
_TOP_LINES: Final = 80
_FOOT_LINES: Final = 80
#: How many lines that no word tells may stand behind a signature.
_BEHIND_LINES: Final = 30
#: How many organisations sign together at most, and how long a signature with labels is.
_MOST_SIGNATORIES: Final = 6
_LONGEST_LABELLED: Final = 100
#: A line of the page's head or foot is no longer than this (metadata tables run together).
_LONGEST: Final = 400
_FIELD_OF: Final = {
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
_LEADS_IN: Final = re.compile(r"现将|如下[：:]?$")
#: A line of metadata holds no sentence and no beginning of an outline.
_RUNS_ON: Final = re.compile(r"。[^。]|如下[：:]|[：:][一（(][、一]")
_HAN_WORD: Final = re.compile(r"[\u4e00-\u9fff0-9０-９（）()〔〕“”、]+")
#: Where a title may end and the body begin, on a page that lost its line breaks.
_TITLE_ENDS: Final = re.compile(
    r"(?:报告|总结|汇报|情况|函|通知|意见|方案|要点)"
    r"(?=[ \u3000\u00a0]|(?:19|20)\d\d年|今年|近年|根据|按照|为)"
)
_BODY_BEGINS: Final = re.compile(
    r"[ \u3000\u00a0]*(?:(?:19|20)\d\d年|今年|近年|根据|按照|为|一、|[\u4e00-\u9fff]{2,20}[：:]|现将)"
)
_CLAUSE: Final = re.compile(r"[，,]")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: How a title goes on below its organisation.
_YEAR_FIRST: Final = re.compile(
    r"(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇○零ОOoＯ0九][〇○零ОOoＯ一二三四五六七八九]{2}年"
)
#: What may stand behind a signature on its line.
_BEHIND_SIGNATURE: Final = re.compile(
    r"[（(]|附件|附[:：]|抄送|联系|主办|承办|相关|来源|责任编辑|分享|打印|关闭|上一|下一|扫一扫|信息来源|编辑"
)
#: What Markdown puts at the edges of lines.
_MARKUP: Final = frozenset("*#>_|｜")
_EDGES: Final = BLANK_CHARACTERS + "*#>_|｜"
#: How a line begins that may be the number of a page; the other characters that call for a look at a line.
_PAGE_EDGES: Final = frozenset("-—–－―‐‑─~～·•第")
_RULES: Final = frozenset("=＝-—_*")
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
_ODD: Final = _MARKUP | _PAGE_EDGES | _DIGITS
#: Bare numbers count pages if they are no fewer, and no closer to each other, than this.
_FEWEST_PAGES: Final = 3
_SHORTEST_PAGE: Final = 200
#: What sets a date apart from the value before it.
_APART: Final = _BLANKS | frozenset("|｜")
#: Every date holds one of these.
_FIGURE: Final = re.compile("[0-9０-９年]")
_SENTENCE_MARKS: Final = frozenset("。；！？，")
_SENTENCE: Final = re.compile(r"[。；！？]")
#: Words that end a report, before its signature.
_COURTESY: Final = re.compile(r"特此|专此|此致|此报|以上|妥否|请|敬请")
_SENTENCE_ENDS: Final = frozenset("。！？；：.!?;:")
_GAPS: Final = re.compile(rf"{_GAP}+")
#: Where a value that is one word ends.
_WORD_ENDS: Final = re.compile(rf"{_GAP}{{2,}}|{_GAP}(?=\S*[:：])|{_GAP}*[|｜】]|{_GAP}*(?<![\[\d〔])\](?!\d)")
_UNTITLED: Final = re.compile(r"[。；！？|>＞]")
_PUNCTUATED: Final = re.compile(r"[，,。；;！？]")
_MARKS: Final = re.compile(r"[:：\]】〕]")
#: Fields whose value shows by its form that it is one.
_TELLING: Final = frozenset({"index_number", "document_number", "written_date", "published_date"})
#: Fields whose value is one word: what stands behind a gap is no part of it.
_ONE_WORD: Final = frozenset({"index_number", "document_number", "validity", "written_date", "source", "issuer"})


class Piece:
    """A stretch of text of one kind: a token of `report.lark` made outside its lexer."""

    __slots__ = ("end", "start", "type")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.type = kind
        self.start = start
        self.end = end


class Stretch(list[Piece]):
    """The text between two markers, line by line: one token of `report.lark`, of the given `type`."""

    __slots__ = ("type",)
    type: str


class Found(NamedTuple):
    """A value of metadata found on the page: its header field, label as written, value, and place."""

    field: str
    label: str
    value: str
    start: int
    end: int


class Signed(NamedTuple):
    """A signature on the page: places of organisation and date (either may be missing), and of the whole."""

    organisation: tuple[int, int] | None
    date: tuple[int, int] | None
    start: int
    end: int


class Page:
    """A text divided: pieces in front of the body, the body's lines, pieces behind it, and the metadata."""

    __slots__ = ("addressee", "back", "body_end", "found", "front", "lines", "marks", "signature", "text", "titles")
    type = "PAGE"

    def __init__(self, text: str) -> None:
        self.text = text
        self.front: list[Piece] = []
        self.lines: list[Piece] = []
        self.body_end = 0
        self.back: list[Piece] = []
        self.found: list[Found] = []
        #: Stray marks at the edges of lines, set aside.
        self.marks: list[Piece] = []
        #: Titles printed on the page, as lists of (start, end) lines.
        self.titles: list[list[tuple[int, int]]] = []
        self.addressee: tuple[int, int] | None = None
        self.signature: Signed | None = None


@cache
def _patterns() -> dict[str, str]:
    patterns = terminal_patterns("page")
    for name, pattern in patterns.items():
        if name.startswith("LABEL_") and name != "LABEL_UNKNOWN":
            # Blanks may stand between any two letters of a label: 文　　号.
            patterns[name] = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: f"{_GAP}{{0,12}}", pattern)
    return patterns


@cache
def page_pattern(name: str) -> re.Pattern[str]:
    """Return the compiled pattern of a terminal of `page.lark`."""
    return re.compile(_patterns()[name])


@cache
def _labels() -> re.Pattern[str]:
    fields = [name for name in _FIELD_OF if name != "LABEL_UNKNOWN"]
    names = "|".join(f"(?P<{name}>{_patterns()[name]})" for name in fields)
    # How a label begins: that alone rules out most places at once.
    words = "".join(terminal_patterns("page")[name] for name in fields)
    first = "".join(sorted(set(re.findall(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]", words))))
    return re.compile(
        rf"(?=[\[【〔{first}])(?:[\[【〔]{_GAP}{{0,4}})?(?:{names})"
        rf"(?:{_GAP}{{0,12}}[:：]|{_GAP}{{0,4}}[|｜]|{_GAP}{{0,4}}[\]】〕](?:{_GAP}{{0,4}}[:：])?|(?={_GAP})|$)"
    )


@cache
def _button() -> re.Pattern[str]:
    """Return the pattern of a button at the start of a line: 打印, 【关闭】."""
    return re.compile(rf"[【\[]?(?:{_patterns()['SHARE']})(?=[】\]]|{_GAP}|$)")


def _name_of(hit: re.Match[str]) -> str:
    """Return the terminal of a label found by `_labels`."""
    name = hit.lastgroup
    assert name is not None
    return name


def _is_marked(hit: re.Match[str]) -> bool:
    """Say whether a colon, bar or bracket closes a label."""
    return hit.end() > hit.end(_name_of(hit))


def divide_page(text: str, furniture_start: int | None = None) -> Page:
    """Divide a page into what stands in front of the body, the body's lines, and what stands behind it.

    `furniture_start`: from there on a reader has put nothing but running heads, notes and the like.
    """
    page = Page(text)
    lines: list[tuple[int, int]] = []
    #: Lines that are nothing but a number.
    numbers: list[int] = []
    for match in _LINES.finditer(text):
        start, end = match.span()
        if text[start] in _BLANKS or text[end - 1] in _BLANKS:
            start, end = trim(text, start, end)
            if start >= end:
                continue
        first_sign = text[start]
        if first_sign in _ODD or text[end - 1] in _MARKUP:
            if first_sign in _DIGITS and end - start <= 3 and text[start:end].isdecimal():
                numbers.append(len(lines))
            elif first_sign in _PAGE_EDGES:
                if end - start <= 24 and page_pattern("PAGE_NUMBER").fullmatch(text, start, end):
                    page.marks.append(Piece("FURNITURE", start, end))
                    continue
            elif first_sign in _MARKUP or text[end - 1] in _MARKUP:
                start, end = _without_markup(page, start, end)
        if furniture_start is not None and start >= furniture_start:
            page.back.append(Piece("FURNITURE", start, end))
        else:
            lines.append((start, end))
    if len(numbers) >= _FEWEST_PAGES and _number_pages(text, lines, numbers):
        page.marks.extend(Piece("FURNITURE", *lines[at]) for at in numbers)
        for at in reversed(numbers):
            del lines[at]
    first = _Top(page, lines).read()
    if first < len(lines) and page.front and page.front[-1].end > lines[first][0]:
        # The head of the page runs into the first line of the body.
        start, end = trim(text, page.front[-1].end, lines[first][1])
        lines[first : first + 1] = [(start, end)] if start < end else []
    last = _Foot(page, lines, first).read()
    body = [Piece("LINE", start, end) for start, end in lines[first:last]]
    page.back.sort(key=lambda piece: piece.start)
    if body and page.back and page.back[0].start < body[-1].end:
        _, end = trim(text, body[-1].start, page.back[0].start)
        body[-1].end = end
        if body[-1].start >= end:
            del body[-1]
    page.lines = body
    page.body_end = body[-1].end if body else len(text)
    _mark_inner_signatures(page)
    if page.signature is not None and page.marks:
        # What stands within the signature is part of it.
        _, _, start, end = page.signature
        page.marks = [mark for mark in page.marks if not start <= mark.start < end]
    return page


def _number_pages(text: str, lines: list[tuple[int, int]], numbers: list[int]) -> bool:
    """Say whether the lines that are nothing but a number count pages: 1, 2, 3, far apart, and one tears a sentence.

    The first page may bear no number, and the last may be short. Numbers in the cells of a table stand close
    together, and tear nothing.
    """
    ordinals = [int(text[slice(*lines[at])]) for at in numbers]
    if ordinals[0] not in (1, 2) or ordinals != list(range(ordinals[0], ordinals[0] + len(ordinals))):
        return False
    starts = [lines[at][0] for at in numbers]
    if any(after - before < _SHORTEST_PAGE for before, after in pairwise([0, *starts[:-1]])):
        return False
    return any(
        0 < at < len(lines) - 1
        and lines[at - 1][1] - lines[at - 1][0] >= 15
        and text[lines[at - 1][1] - 1] not in _SENTENCE_ENDS
        and not page_pattern("OUTLINE_START").match(text, *lines[at + 1])
        for at in numbers
    )


def _without_markup(page: Page, start: int, end: int) -> tuple[int, int]:
    """Set the Markdown marks at the edges of a line aside as stray marks: **一、主要成效**, ## 标题, | 文号 |"""
    piece = page.text[start:end]
    left = len(piece) - len(piece.lstrip(_EDGES))
    right = len(piece.rstrip(_EDGES))
    if left >= right:
        return start, end
    for mark_start, mark_end in ((start, start + left), (start + right, end)):
        mark = trim(page.text, mark_start, mark_end)
        if mark[0] < mark[1]:
            page.marks.append(Piece("FURNITURE", *mark))
    return start + left, start + right


def _mark_inner_signatures(page: Page) -> None:
    """Mark signatures in the middle of a file: a notice is signed before its annex begins."""
    body, text = page.lines, page.text
    foot: _Foot | None = None
    previous: Piece | None = None
    for at, line in enumerate(body):
        above, previous = previous, line
        if line.end - line.start > 24 or above is None or above.end - above.start > 40:
            continue
        if not page_pattern("SIGNATURE_DATE").fullmatch(text, line.start, line.end):
            continue
        foot = foot or _Foot(page, [(each.start, each.end) for each in body], 0)
        if foot.is_signatory(text[above.start : above.end], dated=True):
            first = foot.joint(at - 1)
            for each in body[first : at + 1]:
                each.type = "SIGNED"
            if page.signature is None:
                place, date = (body[first].start, above.end), (line.start, line.end)
                page.signature = Signed(place, date, place[0], date[1])


class _Top:
    """Reads the head of the page, line by line, until the body begins."""

    def __init__(self, page: Page, lines: list[tuple[int, int]]) -> None:
        self.page = page
        self.text = page.text
        self.lines = lines
        self.titled = False
        #: A value stood on the line below its label.
        self.alternates = False

    def read(self) -> int:
        """Fill in the front of the page; return the index of the first line that holds body text."""
        lines, text = self.lines, self.text
        rule = self._rule()
        index = 0
        while index < len(lines) and index < _TOP_LINES:
            start, end = lines[index]
            if index <= rule:
                self._archive_line(start, end)
                index += 1
                continue
            line = text[start:end]
            taken = self._line(index, start, end, line)
            if taken == 0:
                break
            index += taken
        if index >= len(lines) and rule < 0 and not self.titled and not self.page.found:
            # Nothing but short lines: that is a text, not the head of one.
            self.page.front.clear()
            self.page.titles.clear()
            self.page.addressee = None
            return 0
        if index < len(lines):
            self._run_in(*lines[index])
        return index

    def _rule(self) -> int:
        """Return the index of a line such as ==== 正文 ==== that ends the head, or -1."""
        for index, (start, end) in enumerate(self.lines[:_TOP_LINES]):
            if self.text[start] not in _RULES or end - start > 120:
                continue
            rule = page_pattern("BODY_RULE").fullmatch(self.text, start, end)
            if rule and "正文" in rule.group():
                return index
        return -1

    def _archive_line(self, start: int, end: int) -> None:
        """Take a line above the rule: metadata where it has a label, else furniture."""
        if not self._metadata(start, end, known=True):
            self.page.front.append(Piece("FURNITURE", start, end))

    def _line(self, index: int, start: int, end: int, line: str) -> int:
        """Take the line at `index` if it belongs to the head; return how many lines were taken."""
        page, front = self.page, self.page.front
        if end - start > _LONGEST:
            return 0
        if page_pattern("OUTLINE_START").match(line):
            return 0
        addressed = page_pattern("ADDRESSEE").fullmatch(line)
        if addressed and self._addresses(line):
            front.append(Piece("ADDRESSEE", start, end))
            page.addressee = page.addressee or (start, end)
            return 1
        alternate = self._alternating(index)
        if alternate:
            return alternate
        if self._metadata(start, end, known=False):
            return 1
        number = page_pattern("DOCUMENT_NUMBER").fullmatch(line)
        if number:
            self._document_number(start, end)
            return 1
        date = _lone_date(self.text, start, end)
        if date:
            page.found.append(Found("published_date", "", self.text[slice(*date)], *date))
            front.append(Piece("METADATA", start, end))
            return 1
        if page_pattern("BODY_RULE").fullmatch(line):
            front.append(Piece("FURNITURE", start, end))
            return 1
        navigation = self._is_navigation(line)
        if not navigation:
            title = self._title(index)
            if title:
                page.titles.append(self.lines[index : index + title])
                front.extend(Piece("TITLE", *span) for span in self.lines[index : index + title])
                self.titled = True
                return title
        if navigation or self._is_head(index, line):
            front.append(Piece("FURNITURE", start, end))
            return 1
        return 0

    def _addresses(self, line: str) -> bool:
        # 发布机构： is a label, though it ends like an addressee.
        return len(line) <= 60 and not re.search(r"\d{4}|如下|主要|情况", line) and not _labels().fullmatch(line)

    def _is_navigation(self, line: str) -> bool:
        return len(line) <= 120 and page_pattern("NAVIGATION").match(line) is not None

    def _is_head(self, index: int, line: str) -> bool:
        """Say whether a line without label is still above the body: stray marks, a subtitle, a short line."""
        if page_pattern("STRAY").fullmatch(line) or page_pattern("SUBTITLE").fullmatch(line):
            return True
        if len(line) > 40 or _PUNCTUATED.search(line) or _LEADS_IN.search(line):
            return False
        if line.endswith(("：", ":")):
            return len(line) <= 8 and not self.titled
        # A short line without punctuation is navigation or a name, if the body is still to come.
        return index + 1 < len(self.lines) and not line.endswith(tuple(".…"))

    def _title(self, index: int) -> int:
        """Return over how many lines a title stands that begins at `index` (0: none does)."""
        ends = page_pattern("TITLE_LINE")
        lines, text = self.lines, self.text
        for count in (1, 2, 3):
            if index + count > len(lines):
                return 0
            start, end = lines[index + count - 1]
            line = text[start:end]
            if len(line) > 120 or _UNTITLED.search(line):
                return 0
            whole = "".join(text[a:b] for a, b in lines[index : index + count])
            if count > 1 and (page_pattern("DOCUMENT_NUMBER").fullmatch(line) or line.endswith("文件")):
                return 0
            if ends.fullmatch(whole):
                joined = count == 1 or self._joins([text[a:b] for a, b in lines[index : index + count]])
                return count if joined and len(whole) <= 150 else 0
            if len(line) < 4 or not all(_HAN_WORD.fullmatch(word) for word in line.split()):
                return 0
            if len(line.split()) > 1 and not all(
                page_pattern("ORGANISATION").fullmatch(word) or word.endswith("委") for word in line.split()
            ):
                return 0
            if page_pattern("OUTLINE_START").match(line) or page_pattern("DATE").match(line):
                return 0
        return 0

    def _joins(self, parts: list[str]) -> bool:
        """Say whether lines are one title: 某某县人民政府 / 关于2023年度…情况的报告."""
        head = "".join(parts[:-1])
        if self._signs_title(parts):
            return True
        if any(page_pattern("ORGANISATION").fullmatch(part.split()[0]) for part in parts[:-1] if len(part.split()) > 1):
            return True
        return "关于" in head or parts[1].startswith("关于") or re.search(r"(?:19|20)\d\d年?", head) is not None

    def _signs_title(self, parts: list[str]) -> bool:
        """Say whether an organisation stands over the rest of its title: 某某县司法局 / 2023年度…报告.

        It is the name of the site where it, or the title, stands on the page already.
        """
        organisation = parts[0]
        if not _YEAR_FIRST.match(parts[1]):
            return False
        if not page_pattern("FULL_ORGANISATION").fullmatch(organisation):
            # A long name counts without its place, but for 新闻中心 and 办事大厅 of web pages.
            long = len(organisation) >= 8 and not organisation.endswith(("中心", "大厅"))
            if not long or not page_pattern("ORGANISATION").fullmatch(organisation):
                return False
        page, text = self.page, self.text
        whole = "".join(parts)
        if any(each.field == "title" and each.value != whole for each in page.found):
            return False
        if self.titled or any(each.value == organisation for each in page.found):
            return False
        return all(text[piece.start : piece.end] != organisation for piece in page.front)

    def _document_number(self, start: int, end: int) -> None:
        self.page.found.append(_number_found(self.text, start, end))
        self.page.front.append(Piece("METADATA", start, end))

    def _metadata(self, start: int, end: int, known: bool) -> bool:
        """Take a line of metadata: labels with values. `known`: unknown labels count too."""
        found = list(labelled_values(self.text, start, end, unknown=known or bool(self.page.found)))
        if not found:
            return False
        self.page.found.extend(each for each in found if each.field != "blank")
        self.page.front.append(Piece("METADATA", start, end))
        return True

    def _alternating(self, index: int) -> int:
        """Take a label alone on its line and the value on the next: 索引号 / 0142…"""
        start, end = self.lines[index]
        if end - start > 24:
            return 0
        label = _labels().fullmatch(self.text, start, end)
        if label is None:
            return 0
        name = _name_of(label)
        self.page.front.append(Piece("METADATA", start, end))
        if index + 1 >= len(self.lines):
            return 1
        value_start, value_end = self.lines[index + 1]
        value = self.text[value_start:value_end]
        field = _FIELD_OF[name]
        colon = _is_marked(label)
        if not self._is_value(field, value, colon=colon) or (colon and self._stands_apart(index, field)):
            return 1
        self.alternates = True
        squeezed = _GAPS.sub("", label.group(name))
        if not page_pattern("LABEL_CONTROLS").fullmatch(squeezed):
            self.page.found.append(Found(field, squeezed, value, value_start, value_end))
        self.page.front.append(Piece("METADATA", value_start, value_end))
        return 2

    def _stands_apart(self, index: int, field: str) -> bool:
        """Say whether the line below a label with a colon is another thing than its value: the label is empty."""
        if field in _TELLING:
            return False
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        given = field == "issuer" or field == "source"
        if field != "title" and not given and page_pattern("FULL_ORGANISATION").fullmatch(text, start, end):
            return True
        begun = self._title(index + 1)
        if begun and (begun > 1 or field != "title") and not (given and self.alternates):
            return True
        if _breaks(text, lines[index][1], start) < 2 or self.alternates:
            return False
        # A page that sets a value apart by a blank line does so with the next label, too.
        return index + 2 >= len(lines) or _labels().match(text, *lines[index + 2]) is None

    def _is_value(self, field: str, value: str, *, colon: bool) -> bool:
        """Say whether a line can be the value of the label above it; an empty label may end in a colon."""
        if len(value) > 100 or _labels().match(value) or page_pattern("OUTLINE_START").match(value):
            return False
        if "。" in value or value.endswith(tuple("：:；;")) or (_CLAUSE.search(value) and _BODY_BEGINS.match(value)):
            return False
        if field in ("written_date", "published_date"):
            return page_pattern("DATE").match(value) is not None
        if field == "document_number":
            return page_pattern("DOCUMENT_NUMBER").fullmatch(value) is not None
        if field == "index_number":
            return re.fullmatch(r"[\w\-/().（）·]{4,60}", value) is not None
        if field == "title":
            return True
        return len(value) <= 40 and not (colon and page_pattern("TITLE_LINE").fullmatch(value))

    def _run_in(self, start: int, end: int) -> None:
        """Peel what belongs to the head off the first line of the body: 当前位置：…, 省司法厅：…"""
        text, front = self.text, self.page.front
        if end - start > 60 and (self._is_navigation(text[start : start + 60]) or self._labels_early(start)):
            start = self._peel(start, end)
        start = self._title_in_front(start, end)
        if page_pattern("OUTLINE_START").match(text, start):
            return
        addressed = page_pattern("ADDRESSEE").match(text, start, min(end, start + 60))
        if addressed and addressed.end() < end and self._addresses(addressed.group()):
            front.append(Piece("ADDRESSEE", *addressed.span()))
            self.page.addressee = self.page.addressee or addressed.span()

    def _title_in_front(self, start: int, end: int) -> int:
        """Take a title that runs on into the first line of the body; return where the body then begins."""
        if self.titled or end - start < 60 or any(each.field == "title" for each in self.page.found):
            return start
        head = self.text[start : min(end, start + 100)]
        for hit in _TITLE_ENDS.finditer(head):
            title = head[: hit.end()]
            if re.search(r"[。，；！？,;]", title):
                return start
            if page_pattern("TITLE_LINE").fullmatch(title) and _BODY_BEGINS.match(head, hit.end()):
                self.page.titles.append([(start, start + hit.end())])
                self.page.front.append(Piece("TITLE", start, start + hit.end()))
                return trim(self.text, start + hit.end(), end)[0]
        return start

    def _labels_early(self, start: int) -> bool:
        head = self.text[start : start + 120]
        return _MARKS.search(head) is not None and sum(1 for _ in _labels().finditer(head)) >= 2

    def _peel(self, start: int, end: int) -> int:
        """Take navigation, title, labels and share buttons off a line that runs on into the body."""
        text, page = self.text, self.page
        stop = min(end, start + _LONGEST)
        prose = re.compile(r"[，。；]").search(text, start, stop)
        stop = prose.start() if prose else stop
        last = start
        for label in _labels().finditer(text, start, stop):
            if _is_marked(label):
                date = page_pattern("DATE").match(text, label.end(), stop) or re.compile(
                    rf"{_GAP}{{0,3}}[^ \u3000]{{1,24}}"
                ).match(text, label.end(), stop)
                if date:
                    named = labelled_values(text, label.start(), date.end(), unknown=False)
                    page.found.extend(each for each in named if each.field != "blank")
                    last = date.end()
        shares = re.compile(rf"(?:{_GAP}{{0,4}}(?:{_patterns()['SHARE']})(?={_GAP}|$))+")
        for share in shares.finditer(text, last, stop):
            last = share.end()
        if last == start:
            return start
        known = [each for each in page.found if each.field == "title"]
        at = text.find(known[0].value, start, last) if known else -1
        if not known:
            # The last words before the labels are the title, if they look like one.
            first_label = next((hit.start() for hit in _labels().finditer(text, start, last) if _is_marked(hit)), last)
            words = re.split(rf"{_GAP}+", text[start:first_label].strip(BLANK_CHARACTERS))
            if words and len(words[-1]) >= 8 and page_pattern("TITLE_LINE").fullmatch(words[-1]):
                at = text.rfind(words[-1], start, first_label)
                known = [Found("title", "", words[-1], at, at + len(words[-1]))]
        cuts = [(start, last, "FURNITURE")]
        if at >= 0:
            after = at + len(known[0].value)
            cuts = [(start, at, "FURNITURE"), (at, after, "TITLE"), (after, last, "METADATA")]
            page.titles.append([(at, after)])
        for cut_start, cut_end, kind in cuts:
            piece = trim(text, cut_start, cut_end)
            if piece[0] < piece[1]:
                page.front.append(Piece(kind, *piece))
        return trim(text, last, end)[0]


def _breaks(text: str, start: int, end: int) -> int:
    """Return how many line breaks stand in a gap between two lines, at most a few."""
    return len(_BREAK.findall(text, start, min(end, start + 40)))


def _lone_date(text: str, start: int, end: int) -> tuple[int, int] | None:
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


def _number_found(text: str, start: int, end: int) -> Found:
    """Return a document number that no label names, without brackets around it."""
    value = text[start:end].strip("（）()")
    start = text.index(value, start)
    return Found("document_number", "", value, start, start + len(value))


def labelled_values(text: str, start: int, end: int, *, unknown: bool) -> Iterator[Found]:
    """Yield the labels and values of a line of metadata (nothing, if it is no such line).

    A line counts that begins with a label, or with a date or document number and then a label; or that holds two
    labels with colons. An unknown label counts at the start of a line, with `unknown`. Empty values have field `blank`.
    """
    if end - start > _LONGEST or (end - start > 60 and _RUNS_ON.search(text, start, end)):
        return
    marked = _MARKS.search(text, start, end) is not None
    if not marked and _labels().match(text, start, end) is None:
        # Without a colon or bracket only a label at the start can begin a line of metadata.
        return
    hits = [hit for hit in _labels().finditer(text, start, end) if _is_label(text, hit, start)]
    strong = [hit for hit in hits if _is_marked(hit)]
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
        yield _number_found(text, *trim(text, start, hits[0].start()))
    for hit, following in zip(hits, [*hits[1:], None], strict=True):
        name = _name_of(hit)
        field = _FIELD_OF[name]
        value_start, value_end = trim(text, hit.end(), following.start() if following else end)
        beside = None
        label = _GAPS.sub("", hit.group(name))
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
    if _is_marked(hit):
        return True
    return hit.start() == start or text[hit.start() - 1] in BLANK_CHARACTERS


def _unknown_label(text: str, start: int, end: int) -> Iterator[Found]:
    label = page_pattern("LABEL_UNKNOWN").match(text, start, end)
    if label is None or _LEADS_IN.search(label.group()) or re.search(r"[，。；]", text[label.end() : end][:80]):
        return
    value_start, value_end = trim(text, label.end() + 1, end)
    following = re.compile(rf"{_GAP}(?=[\u4e00-\u9fff]{{2,8}}[:：])").search(text, value_start, value_end)
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


class _Foot:
    """Reads the foot of the page upwards: furniture, then the signature."""

    def __init__(self, page: Page, lines: list[tuple[int, int]], first: int) -> None:
        self.page = page
        self.text = page.text
        self.lines = lines
        self.first = first

    def read(self) -> int:
        """Fill in the back of the page; return the index behind the last line of the body."""
        last = self._furniture(len(self.lines))
        found = self._signature(last)
        if found is None or self._is_imprint(found[1]):
            found = self._signature_above(last) or found
        if found is None:
            return self._run_in(last)
        index, signed = found
        self.page.signature = signed
        self.page.back[:0] = [Piece("SIGNATURE", signed.start, signed.end)]
        # What is attached is named between text and signature.
        attached = index
        while (above := self._attachments(attached)) < attached:
            attached = above
        self._take_lines(attached, index)
        return attached

    def _furniture(self, last: int) -> int:
        """Take the lines of furniture at the foot; return the index behind the last line that is none."""
        lines, text = self.lines, self.text
        lowest = max(self.first, last - _FOOT_LINES)
        index = last
        while index > lowest:
            start, end = lines[index - 1]
            line = text[start : min(end, start + _LONGEST)]
            if end - start <= _LONGEST and self._is_furniture(line):
                index -= 1
                continue
            listed = self._attachments(index)
            if listed == index:
                break
            index = listed
        self._take_lines(index, last)
        return index

    def _take_lines(self, index: int, last: int) -> None:
        if index == last:
            return
        aside = self.page.back
        self.page.back = []
        for at in range(index, last):
            self._take(*self.lines[at])
        self.page.back.extend(aside)

    def _take(self, start: int, end: int) -> None:
        found = list(labelled_values(self.text, start, end, unknown=False))
        sources = [each for each in found if each.field in ("source", "published_date")]
        self.page.found.extend(sources)
        self.page.back.append(Piece("METADATA" if sources else "FURNITURE", start, end))

    def _is_furniture(self, line: str) -> bool:
        if len(line) > 60 and "。" in line[:-1]:
            return False
        if page_pattern("DATE").fullmatch(line) or page_pattern("FULL_ORGANISATION").fullmatch(line):
            return False
        if page_pattern("STRAY").fullmatch(line) or page_pattern("CLOSING_NOTE").fullmatch(line):
            return True
        if line.endswith("印发") and page_pattern("IMPRINT").fullmatch(line):
            return True
        if len(line) > 40 and "。" in line[:-1]:
            return False
        if page_pattern("FOOTER").search(line) or page_pattern("NAVIGATION").match(line):
            return not line.endswith("。") or len(line) < 30
        if len(line) < 40 and _button().match(line):
            return True
        labelled = _labels().match(line)
        return labelled is not None and _is_marked(labelled) and len(line) < 80

    def _signature(self, last: int) -> tuple[int, Signed] | None:
        """Find organisation and date in the lines above `last`; return the index of the first of them, too."""
        if last <= self.first:
            return None
        lines = self.lines
        start, end = lines[last - 1]
        if self.text[end - 1] in _SENTENCE_MARKS:
            return None
        index = last
        date = organisation = sealed = None
        if self.text[end - 1] in "）)":
            sealed = self._sealed(index - 1)
            if sealed is not None:
                index -= 1
        if index > self.first and self.is_date(index - 1):
            index -= 1
            date = lines[index]
            index, organisation = self._signatories(index, named=bool(sealed))
        elif not sealed:
            labelled = self._labelled_signature(last) if end - start <= _LONGEST_LABELLED else None
            if labelled is not None:
                return labelled
            index, organisation, date = self._undated(index)
        if organisation is None and sealed:
            organisation = sealed
        if date is None and (organisation is None or index <= self.first):
            return None
        places = [place for place in (organisation, date) if place is not None]
        if sealed is not None:
            places.append(lines[last - 1])
        return index, Signed(organisation, date, min(places)[0], max(end for _, end in places))

    def _signatories(self, index: int, *, named: bool) -> tuple[int, tuple[int, int] | None]:
        """Return the organisations above a date, one or several, as one place, and the index of the first.

        `named`: a seal below names the organisation already.
        """
        if index > self.first and self.text[self.lines[index - 1][1] - 1] in "）)" and self._sealed(index - 1) == ():
            index -= 1
        if index <= self.first:
            return index, None
        start, end = self.lines[index - 1]
        if end - start > 40 or not self.is_signatory(self.text[start:end], dated=not named):
            return index, None
        index = self.joint(index - 1)
        return index, (self.lines[index][0], end)

    def _undated(self, last: int) -> tuple[int, tuple[int, int] | None, tuple[int, int] | None]:
        """Read the last line as organisation and date, as organisation below its date, or as organisation."""
        start, end = self.lines[last - 1]
        if end - start > 60:
            return last, None, None
        if self._is_organ(last - 1):
            first = self.joint(last - 1)
            # A date below another organisation is that one's.
            signed = first - 1 > self.first and self._is_organ(first - 2)
            if first > self.first and not signed and self.is_date(first - 1):
                return first - 1, (self.lines[first][0], end), self.lines[first - 1]
        if end - start <= 40 and self.is_signatory(self.text[start:end], dated=False):
            return last - 1, (start, end), None
        both = self._organisation_and_date(start, end) if _FIGURE.search(self.text, start, end) else None
        if both is not None and both[0] is not None and both[0][0] == start:
            return last - 1, *both
        return last, None, None

    def joint(self, index: int) -> int:
        """Return the index of the first of several organisations that sign, one below the other; `index`: the last."""
        lowest = max(self.first, index - _MOST_SIGNATORIES + 1)
        while index > lowest and self._is_organ(index - 1):
            index -= 1
        return index

    def _is_organ(self, index: int) -> bool:
        """Say whether a line is the full name of an organisation: 柳溪县人民政府, 中共柳溪县委."""
        start, end = self.lines[index]
        if end - start > 40:
            return False
        name = re.sub(rf"{_GAP}+|[（(](?:盖章|公章|印章|章)[）)]$", "", self.text[start:end])
        pattern = "PARTY_COMMITTEE" if name.startswith("中共") else "FULL_ORGANISATION"
        return page_pattern(pattern).fullmatch(name) is not None

    def _sealed(self, index: int) -> tuple[int, int] | tuple[()] | None:
        """Return the place of the name in （某某局印章）, () where a seal has none, None where no seal stands."""
        if index < self.first:
            return None
        start, end = self.lines[index]
        seal = page_pattern("SEAL").fullmatch(self.text, start, end) if end - start <= 40 else None
        if seal is None:
            return None
        name = page_pattern("ORGANISATION").match(self.text, start + 1, end)
        return name.span() if name else ()

    def _labelled_signature(self, last: int) -> tuple[int, Signed] | None:
        """Find 报告单位：… and 报告时间：…, on one line or on two."""
        text, index = self.text, last
        organisation: tuple[int, int] | None = None
        date: tuple[int, int] | None = None
        while index > max(self.first, last - 2):
            start, end = self.lines[index - 1]
            if end - start > _LONGEST_LABELLED or not page_pattern("SIGNS").match(text, start, end):
                break
            signs = list(page_pattern("SIGNS").finditer(text, start, end))
            for hit, stop in zip(signs, [*(each.start() for each in signs[1:]), end], strict=True):
                place = trim(text, hit.end(), stop)
                if page_pattern("SIGNATURE_DATE").fullmatch(text, *place):
                    date = date or place
                elif page_pattern("SIGNATORY").fullmatch(text, *place):
                    organisation = organisation or place
            index -= 1
        if organisation is None and date is None:
            return None
        return index, Signed(organisation, date, self.lines[index][0], self.lines[last - 1][1])

    def _signature_above(self, last: int) -> tuple[int, Signed] | None:
        """Find a dated signature that only short lines follow, and take these: an imprint, a list of attachments."""
        lines, text = self.lines, self.text
        at, lowest = last, max(self.first + 1, last - _BEHIND_LINES)
        while at > lowest:
            start, end = lines[at - 1]
            found = self._signature(at) if at < last and end - start <= 60 else None
            if found and found[1].organisation and found[1].date and not self._is_imprint(found[1]):
                self._take_lines(at, last)
                return found
            if end - start > _LONGEST:
                return None
            line = text[start:end]
            if "。" not in line and not page_pattern("OUTLINE_START").match(line):
                at -= 1
                continue
            # The last line is known to be neither furniture nor an attachment.
            listed = self._copies(at)
            if at < last and listed == at:
                listed = at - 1 if self._is_furniture(line) else self._attachments(at)
            if listed == at:
                return None
            at = listed
        return None

    def _attachments(self, last: int) -> int:
        """Return the index of the line where a list of attachments begins that ends above `last` (`last`: none does).

        附件：1.目录 and 2.统计表 below it (GB/T 9704-2012, 7.3.4): short lines without a full stop, their numbers
        in order; a long name may run over two lines.
        """
        lines, text = self.lines, self.text
        due: int | None = None
        torn = False
        for at in range(last - 1, max(self.first, last - _BEHIND_LINES) - 1, -1):
            start, end = lines[at]
            if end - start > 90 or text[end - 1] in _SENTENCE_MARKS:
                return last
            line = text[start:end]
            if _SENTENCE.search(line):
                return last
            head = page_pattern("ATTACHMENT").match(line)
            entry = page_pattern("ENTRY").match(line, head.end() if head else 0)
            number = int(entry.group()[:-1]) if entry else 0
            if entry:
                if due is not None and due != number:
                    return last
                due, torn = number - 1, False
            elif not head:
                if torn or due == 0 or _COURTESY.match(line) or page_pattern("OUTLINE_START").match(line):
                    return last
                torn = True
            if head:
                names = entry is not None or head.end() < len(line)
                return at if names or due is None or due == 0 else last
        return last

    def _copies(self, last: int) -> int:
        """Return the index of the line where a list of copies begins that ends above `last` (`last`: none does).

        抄送：县委办公室， and 县政协办公室。 below it.
        """
        for at in range(last - 1, max(self.first, last - 4) - 1, -1):
            start, end = self.lines[at]
            if end - start > 120 or (at < last - 1 and self.text[end - 1] in _SENTENCE_ENDS):
                return last
            if page_pattern("COPIES").match(self.text, start, end):
                return at
        return last

    def _is_imprint(self, signed: Signed) -> bool:
        """Say whether a date is that of printing (2024年1月6日印发): what stands above it may be the signature."""
        return signed.date is not None and self.text.endswith("印发", *signed.date)

    def is_date(self, index: int) -> bool:
        start, end = self.lines[index]
        return end - start <= 30 and page_pattern("SIGNATURE_DATE").fullmatch(self.text, start, end) is not None

    def is_signatory(self, line: str, *, dated: bool) -> bool:
        squeezed = _GAPS.sub("", line)
        if re.search(r"[，。；：:！？]", squeezed) or page_pattern("OUTLINE_START").match(squeezed):
            return False
        if dated and page_pattern("SIGNATORY").fullmatch(squeezed):
            return True
        return page_pattern("FULL_ORGANISATION").fullmatch(squeezed) is not None

    def _organisation_and_date(self, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
        """Find `某管委会 2024年2月23日` at the end of `start:end`, before what is no sentence of the text."""
        tail_start = max(start, end - 250)
        tail = self.text[tail_start:end]
        for date in reversed(list(page_pattern("DATE").finditer(tail))):
            rest = tail[date.end() :].strip(BLANK_CHARACTERS)
            if rest and ("。" in rest or not _BEHIND_SIGNATURE.match(rest)):
                continue
            before = tail[: date.start()].rstrip(BLANK_CHARACTERS)
            name_at = max(before.rfind(mark) for mark in "。！？；：”） \u3000\xa0\n") + 1
            name = before[name_at:]
            date_span = (tail_start + date.start(), tail_start + date.end())
            if page_pattern("ORGANISATION").fullmatch(name):
                return (tail_start + name_at, tail_start + len(before)), date_span
            if not rest and (not before or before[-1] in "。！？；"):
                return None, date_span
        return None

    def _run_in(self, last: int) -> int:
        """Peel furniture and a signature off the end of the last line of the body."""
        if last <= self.first:
            return last
        start, end = self.lines[last - 1]
        if end - start < 60:
            return last
        text = self.text
        end = self._peel(start, end)
        both = self._organisation_and_date(start, end)
        if both is not None:
            organisation, date = both
            signed = self.page.signature = Signed(organisation, date, (organisation or date)[0], date[1])
            rest = trim(text, signed.end, end)
            if rest[0] < rest[1]:
                self.page.back.insert(0, Piece("FURNITURE", *rest))
            self.page.back.insert(0, Piece("SIGNATURE", signed.start, signed.end))
        return last

    def _peel(self, start: int, end: int) -> int:
        """Take 来源：… 附件下载 and the like off the end of a line; return where the line then ends."""
        text = self.text
        tail_start = max(start, end - 200)
        tail = text[tail_start:end]
        sentence = max(tail.rfind(mark) for mark in "。！？；）)")
        if sentence < 0:
            return end
        rest_start = trim(text, tail_start + sentence + 1, end)[0]
        rest = text[rest_start:end]
        # Organisation and date may stand in front of what is furniture: they are the signature.
        starts = [hit.start() for hit in _labels().finditer(rest) if _is_marked(hit)][:1]
        footer = page_pattern("FOOTER").search(rest)
        if footer:
            starts.append(footer.start())
        if not starts:
            return end
        kept = trim(text, rest_start, rest_start + min(starts))[1]
        cut = rest_start = rest_start + min(starts)
        for each in labelled_values(text, rest_start, end, unknown=False):
            if each.field in ("source", "published_date"):
                word = re.match(r"\S+", each.value)
                assert word is not None
                value_end = each.start + word.end()
                self.page.found.append(each._replace(value=word.group(), end=value_end))
                self.page.back.insert(0, Piece("METADATA", *trim(text, cut, value_end)))
                cut = value_end
        at = next((n for n, piece in enumerate(self.page.back) if piece.start > cut), len(self.page.back))
        if trim(text, cut, end)[0] < trim(text, cut, end)[1]:
            self.page.back.insert(at, Piece("FURNITURE", *trim(text, cut, end)))
        return max(kept, trim(text, start, tail_start + sentence + 1)[1])

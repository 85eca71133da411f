"""The head of a page: metadata, titles, addressee and navigation, down to where the body begins."""

from __future__ import annotations

import re
from typing import Final

from lawreport_parser.page.metadata import (
    FIELD_OF,
    LEADS_IN,
    found_in_cell,
    is_marked,
    labelled_values,
    labels,
    lone_date,
    number_found,
    split_cells,
    terminal_of,
)
from lawreport_parser.page.model import Found, Page, Piece
from lawreport_parser.page.one_line import read_run_in
from lawreport_parser.page.patterns import GAPS, LONGEST, page_pattern

__all__ = ["Head"]

#: How many lines are read at the top of a page.
_TOP_LINES: Final = 80
#: How near a title stands to the name of a column that could be one.
_NEAR_LINES: Final = 10
#: How many lines of prose may stand above a title.
_PROSE_LINES: Final = 6
_HAN_WORD: Final = re.compile(r"[\u4e00-\u9fff0-9０-９（）()〔〕“”、]+")
#: How the body begins.
_BODY_BEGINS: Final = re.compile(
    r"[ \u3000\u00a0]*(?:(?:19|20)\d\d年|今年|近年|根据|按照|为|一、|[\u4e00-\u9fff]{2,20}[：:]|现将)"
)
#: What a title holds, and a category or a keyword does not.
_TELLS_TITLE: Final = re.compile(r"关于|[0-9０-９]{4}年|[〇○零一二三四五六七八九]{4}年")
_CLAUSE: Final = re.compile(r"[，,]")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: How a title goes on below its organisation.
_YEAR_FIRST: Final = re.compile(
    r"(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇○零ОOoＯ0九][〇○零ОOoＯ一二三四五六七八九]{2}年"
)
#: What names no organisation, though it ends like one.
_NO_ORGAN: Final = re.compile("(?:法治|服务型?|数字)政府")
_RULES: Final = frozenset("=＝-—_*")
_UNTITLED: Final = re.compile(r"[。；！？|>＞]")
_PUNCTUATED: Final = re.compile(r"[，,。；;！？]")
#: Fields whose value shows by its form that it is one.
_TELLING: Final = frozenset({"index_number", "document_number", "written_date", "published_date"})


class Head:
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
            taken = self._line(index, start, end, line) or self._prose_above_title(index)
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
        if end - start > LONGEST:
            return 0
        if page_pattern("OUTLINE_START").match(line):
            return 0
        addressed = page_pattern("ADDRESSEE").fullmatch(line)
        if addressed and self._addresses(line):
            front.append(Piece("ADDRESSEE", start, end))
            page.addressee = page.addressee or (start, end)
            return 1
        alternate = self._alternating(index) or (self._rows(index) if "\t" in line else 0)
        if alternate:
            return alternate
        if self._metadata(start, end, known=False):
            return 1
        number = page_pattern("DOCUMENT_NUMBER").fullmatch(line)
        if number:
            self._document_number(start, end)
            return 1
        date = lone_date(self.text, start, end)
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

    def _prose_above_title(self, index: int) -> int:
        """Take lines of prose above a title: an organisation's 关于…报告, or a title and its addressee.

        Prose says more of the report where a title, a label or an addressee stood already.
        """
        page, lines, text = self.page, self.lines, self.text
        if self.titled or page.found or page.addressee is not None:
            return 0
        for at in range(index, min(len(lines), index + _PROSE_LINES)):
            start, end = lines[at]
            if page_pattern("OUTLINE_START").match(text, start, end) or text.endswith(("：", ":"), start, end):
                return 0
            title = self._title(at) if at > index else 0
            if title and at + title < len(lines):
                whole = "".join(text[a:b] for a, b in lines[at : at + title])
                named = page_pattern("FULL_ORGANISATION").match(whole)
                following = text[slice(*lines[at + title])]
                addressed = page_pattern("ADDRESSEE").fullmatch(following) and self._addresses(following)
                if named and (addressed or whole.startswith("关于", named.end())):
                    page.front.extend(Piece("FURNITURE", *line) for line in lines[index:at])
                    return at - index
        return 0

    def _addresses(self, line: str) -> bool:
        # 发布机构： is a label, though it ends like an addressee.
        return len(line) <= 60 and not re.search(r"\d{4}|如下|主要|情况", line) and not labels().fullmatch(line)

    def _is_navigation(self, line: str) -> bool:
        return len(line) <= 120 and page_pattern("NAVIGATION").match(line) is not None

    def _is_head(self, index: int, line: str) -> bool:
        """Say whether a line without label is still above the body: stray marks, a subtitle, a short line."""
        if page_pattern("STRAY").fullmatch(line) or page_pattern("SUBTITLE").fullmatch(line):
            return True
        if len(line) > 40 or _PUNCTUATED.search(line) or LEADS_IN.search(line):
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
            if ends.fullmatch(whole) or self._is_title_of_rules(whole, index + count):
                joined = count == 1 or self._joins([text[a:b] for a, b in lines[index : index + count]])
                return count + self._goes_on(index + count) if joined and len(whole) <= 150 else 0
            if len(line) < 4 or not all(_HAN_WORD.fullmatch(word) for word in line.split()):
                return 0
            if len(line.split()) > 1 and not all(
                page_pattern("ORGANISATION").fullmatch(word) or word.endswith("委") for word in line.split()
            ):
                return 0
            if page_pattern("OUTLINE_START").match(line) or page_pattern("DATE").match(line):
                return 0
        return 0

    def _is_title_of_rules(self, whole: str, below: int) -> bool:
        """Say whether a line is the title of rules, a plan or the like, and no other stands on the page."""
        if self.titled or not page_pattern("RULES_LINE").fullmatch(whole):
            return False
        return all(each.field != "title" for each in self.page.found) and not self._title_below(below)

    def _title_below(self, index: int) -> bool:
        """Say whether a line like a title stands in the lines from `index` on, before the outline."""
        text = self.text
        for start, end in self.lines[index : index + _NEAR_LINES]:
            if page_pattern("OUTLINE_START").match(text, start, end):
                return False
            if end - start <= 120 and page_pattern("TITLE_LINE").fullmatch(text, start, end):
                return True
        return False

    def _goes_on(self, index: int) -> int:
        """Return 1 if a title goes on in the line at `index`: 及二〇一五年工作打算."""
        if index >= len(self.lines):
            return 0
        return int(page_pattern("TITLE_GOES_ON").fullmatch(self.text, *self.lines[index]) is not None)

    def _joins(self, parts: list[str]) -> bool:
        """Say whether lines are one title: 某某县人民政府 / 关于2023年度…情况的报告."""
        head = "".join(parts[:-1])
        if self._signs_title(parts):
            return True
        if any(page_pattern("ORGANISATION").fullmatch(part.split()[0]) for part in parts[:-1] if len(part.split()) > 1):
            return True
        if len(parts) > 2 and parts[-1].startswith("关于") and _are_joint(parts[:-1]):
            return True
        return "关于" in head or parts[1].startswith("关于") or re.search(r"(?:19|20)\d\d年?", head) is not None

    def _signs_title(self, parts: list[str]) -> bool:
        """Say whether an organisation stands over the rest of its title: 某某县司法局 / 2023年度…报告.

        It is the name of the site where it, or the title, stands on the page already.
        """
        organisation = parts[0]
        year = _YEAR_FIRST.search(parts[1])
        if year is None or page_pattern("ORGANISATION").match(_NO_ORGAN.sub("", parts[1][: year.start()])):
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
        self.page.found.append(number_found(self.text, start, end))
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
        label = labels().fullmatch(self.text, start, end)
        if label is None:
            return 0
        name = terminal_of(label)
        self.page.front.append(Piece("METADATA", start, end))
        if index + 1 >= len(self.lines):
            return 1
        value_start, value_end = self.lines[index + 1]
        value = self.text[value_start:value_end]
        field = FIELD_OF[name]
        colon = is_marked(label)
        if not self._is_value(field, value, colon=colon) or (colon and self._stands_apart(index, field)):
            return 1
        if not colon and field != "title" and self._is_title_below(index):
            return 1
        self.alternates = True
        squeezed = GAPS.sub("", label.group(name))
        if not page_pattern("LABEL_CONTROLS").fullmatch(squeezed):
            self.page.found.append(Found(field, squeezed, value, value_start, value_end))
        self.page.front.append(Piece("METADATA", value_start, value_end))
        return 2

    def _rows(self, index: int) -> int:
        """Take a row of labels and the row of their values below it, cells parted by tabs."""
        lines, text = self.lines, self.text
        if index + 1 >= len(lines) or lines[index + 1][1] - lines[index + 1][0] > LONGEST:
            return 0
        heads, values = (split_cells(text, *line) for line in lines[index : index + 2])
        hits = [labels().fullmatch(text, *cell) for cell in heads]
        if len(heads) != len(values) or hits[0] is None or sum(hit is not None for hit in hits) * 2 <= len(hits):
            return 0
        if any(labels().fullmatch(text, *cell) for cell in values if cell[0] < cell[1]):
            return 0
        found = [
            found_in_cell(text, hit, head, *value)
            for hit, head, value in zip(hits, heads, values, strict=True)
            if head[0] < head[1]
        ]
        self.page.found.extend(each for each in found if each.field != "blank")
        self.page.front.extend(Piece("METADATA", *line) for line in lines[index : index + 2])
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
        return index + 2 >= len(lines) or labels().match(text, *lines[index + 2]) is None

    def _is_title_below(self, index: int) -> bool:
        """Say whether the line below a label is a title: one that says so, or one no other label follows."""
        lines, text = self.lines, self.text
        start, end = lines[index + 1]
        if end - start > 120 or not page_pattern("TITLE_LINE").fullmatch(text, start, end):
            return False
        if _TELLS_TITLE.search(text, start, end):
            return True
        return index + 2 >= len(lines) or labels().match(text, *lines[index + 2]) is None

    def _is_value(self, field: str, value: str, *, colon: bool) -> bool:
        """Say whether a line can be the value of the label above it; an empty label may end in a colon."""
        if len(value) > 100 or labels().match(value) or page_pattern("OUTLINE_START").match(value):
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
        if end - start > 60:
            start = read_run_in(self.page, start, end)
        if page_pattern("OUTLINE_START").match(text, start):
            return
        addressed = page_pattern("ADDRESSEE").match(text, start, min(end, start + 60))
        if addressed and addressed.end() < end and self._addresses(addressed.group()):
            front.append(Piece("ADDRESSEE", *addressed.span()))
            self.page.addressee = self.page.addressee or addressed.span()


def _are_joint(organisations: list[str]) -> bool:
    """Say whether organisations, one below the other, report together: 中共石湾县委 / 石湾县人民政府.

    Above another organisation a government alone is the name of the site.
    """
    if len(set(organisations)) < len(organisations) or organisations[0].endswith("人民政府"):
        return False
    return all(
        page_pattern("PARTY_COMMITTEE" if each.startswith("中共") else "FULL_ORGANISATION").fullmatch(each)
        for each in organisations
    )


def _breaks(text: str, start: int, end: int) -> int:
    """Return how many line breaks stand in a gap between two lines, at most a few."""
    return len(_BREAK.findall(text, start, min(end, start + 40)))

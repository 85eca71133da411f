"""The head of a page: metadata, titles, addressee and navigation, down to where the body begins."""

from __future__ import annotations

import re
from typing import Final

from lawreport_parser.page.metadata import (
    FIELD_OF,
    LEADS_IN,
    MARKS,
    is_marked,
    labelled_values,
    labels,
    lone_date,
    number_found,
    terminal_of,
)
from lawreport_parser.page.model import Found, Page, Piece
from lawreport_parser.page.patterns import GAP, GAPS, LONGEST, page_pattern, page_patterns
from lawreport_parser.source import BLANK_CHARACTERS, trim

__all__ = ["Head"]

#: How many lines are read at the top of a page.
_TOP_LINES: Final = 80
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
        if end - start > LONGEST:
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
        self.alternates = True
        squeezed = GAPS.sub("", label.group(name))
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
        return MARKS.search(head) is not None and sum(1 for _ in labels().finditer(head)) >= 2

    def _peel(self, start: int, end: int) -> int:
        """Take navigation, title, labels and share buttons off a line that runs on into the body."""
        text, page = self.text, self.page
        stop = min(end, start + LONGEST)
        prose = re.compile(r"[，。；]").search(text, start, stop)
        stop = prose.start() if prose else stop
        last = start
        for label in labels().finditer(text, start, stop):
            if is_marked(label):
                date = page_pattern("DATE").match(text, label.end(), stop) or re.compile(
                    rf"{GAP}{{0,3}}[^ \u3000]{{1,24}}"
                ).match(text, label.end(), stop)
                if date:
                    named = labelled_values(text, label.start(), date.end(), unknown=False)
                    page.found.extend(each for each in named if each.field != "blank")
                    last = date.end()
        shares = re.compile(rf"(?:{GAP}{{0,4}}(?:{page_patterns()['SHARE']})(?={GAP}|$))+")
        for share in shares.finditer(text, last, stop):
            last = share.end()
        if last == start:
            return start
        known = [each for each in page.found if each.field == "title"]
        at = text.find(known[0].value, start, last) if known else -1
        if not known:
            # The last words before the labels are the title, if they look like one.
            first_label = next((hit.start() for hit in labels().finditer(text, start, last) if is_marked(hit)), last)
            words = re.split(rf"{GAP}+", text[start:first_label].strip(BLANK_CHARACTERS))
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

"""The head of a page that lost its line breaks: labels, title and controls in front of the body, on one line."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.page.metadata import (
    LEADS_IN,
    MARKS,
    NO_VALUES,
    ONE_WORD,
    Label,
    labels_in,
    lone_date,
    number_found,
)
from lawreport_parser.page.model import Found, Page, Piece
from lawreport_parser.page.patterns import GAP, LONGEST, page_pattern, page_patterns
from lawreport_parser.spans import BLANK_CHARACTERS, trim

__all__ = ["read_run_in"]

_BLANKS: Final = frozenset(BLANK_CHARACTERS)
_GAP: Final = re.compile(rf"{GAP}+")
#: What the head of a page does not hold.
_PROSE: Final = re.compile(r"[，,。；;！!？?]")
#: A word, and a word in a trail of them (首页 > 政务公开).
_WORD: Final = re.compile(rf"(?:(?!{GAP})[^>＞»›])+")
_TRAIL: Final = re.compile(rf"{GAP}{{0,4}}[>＞»›]+{GAP}{{0,4}}")
#: How the body begins, whatever stands in front of it.
_BODY_BEGINS: Final = re.compile(
    rf"{GAP}{{0,8}}(?:(?:19|20)\d\d年|[一二][〇○零][〇○零一二三四五六七八九]{{2}}年|今年|近年|一年来|过去一年|各位代表|——"
    r"|第一[章条]|根据|按照|为|一、|现将|[\u4e00-\u9fff]{2,20}[：:])"
)
#: How a sentence begins, and no title.
_NO_TITLE: Final = re.compile(r"根据|按照|为|今年|近年|现将|依据|一、")
_TELLS_TITLE: Final = re.compile(r"关于|[0-9０-９]{4}年?|[〇○零一二三四五六七八九]{4}年")
_SHORTEST_TITLE: Final = 8
_LONGEST_TITLE: Final = 100
#: 浏览次数：61
_COUNT: Final = re.compile(r"[0-9０-９]{1,9}次?")
#: A date in round brackets is that of a meeting, or of writing.
_ROUND: Final = frozenset("（(")
#: An unknown label: 服务对象：
_UNKNOWN: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]")


@cache
def _share() -> re.Pattern[str]:
    """Return the pattern of a share word or button, with its brackets or colon."""
    words = page_patterns()["SHARE"]
    return re.compile(
        rf"[【\[]{GAP}{{0,4}}(?:{words}){GAP}{{0,4}}[】\]]|(?:{words})(?:{GAP}{{0,2}}[:：]|(?=[【\[]|{GAP}|$))"
    )


@cache
def _title_ends() -> re.Pattern[str]:
    """Return the pattern of the last words of a title, where the body may begin."""
    return re.compile(rf"(?:{page_patterns()['TITLE_ENDS']})(?:[（(][^（）()]{{1,14}}[）)])?")


@cache
def _title_goes_on() -> re.Pattern[str]:
    """Return the pattern of what goes on with a title behind a word that may end one: …情况的报告, …总结及…计划."""
    return re.compile(rf"的?(?:{page_patterns()['TITLE_ENDS']})|[及和暨与]")


def read_run_in(page: Page, start: int, end: int) -> int:
    """Take the head of a page off the line `start:end` that runs on into the body; return where the body begins."""
    furthest = start + LONGEST
    stop = _head_stop(page, start, end)
    while start < furthest and (rule := page_pattern("BODY_RULE").search(page.text, start, stop)):
        # ==== 正文 ====: what stands before is the head, read or not.
        head = trim(page.text, start, rule.start())[1]
        left = (_Words(page, start, head, head).read(), head)
        page.front.extend(Piece("FURNITURE", *each) for each in (left, rule.span()) if each[0] < each[1])
        start = trim(page.text, rule.end(), end)[0]
        stop = _head_stop(page, start, end)
    if stop - start < _SHORTEST_TITLE or page_pattern("OUTLINE_START").match(page.text, start, end):
        return start
    return _Words(page, start, stop, end).read()


def _head_stop(page: Page, start: int, end: int) -> int:
    """Return where a head that begins at `start` ends at the latest: it holds no prose."""
    furthest = min(end, start + LONGEST)
    prose = _PROSE.search(page.text, start, furthest)
    return prose.start() if prose else furthest


class _Words:
    """Reads the words in front of the body, one after the other."""

    def __init__(self, page: Page, start: int, stop: int, end: int) -> None:
        self.page = page
        self.text = page.text
        self.start = start
        #: Where prose begins, and with it the body at the latest; where the line ends.
        self.stop = stop
        self.end = end
        self.pieces: list[Piece] = []
        self.found: list[Found] = []
        self.title: tuple[int, int] | None = None
        self.titles = {each.value for each in page.found if each.field == "title" and each.value}
        self.titles.update("".join(page.text[a:b] for a, b in lines) for lines in page.titles)
        #: Where the body begins, once a title has been read and it shows.
        self.over = False

    def read(self) -> int:
        text, page = self.text, self.page
        hits: list[Label] = []
        if MARKS.search(text, self.start, self.stop):
            hits = [hit for hit in labels_in(text, self.start, self.stop) if hit.marked]
        self.published = any(hit.field == "published_date" for hit in hits)
        at, values = self.start, 0
        for hit, following in zip([None, *hits], [*(each.start for each in hits), self.stop], strict=True):
            if hit is not None:
                if self.over:
                    break
                if hit.start < at:
                    continue
                values += 1
                at = self._value(hit, following, labelled=following < self.stop)
            at = self._words(at, following, labelled=following < self.stop)
        while self.pieces and self.pieces[-1].type == "WORD":
            self.pieces.pop()
        kinds = [piece.type for piece in self.pieces]
        if not kinds or not (
            values >= 2
            or "TITLE" in kinds
            or kinds[0] == "NUMBER"
            or (kinds[0] == "NAVIGATION" and (len(kinds) > kinds.count("NAVIGATION") or len(kinds) > 1))
        ):
            return self.start
        page.found.extend(self.found)
        if self.title is not None:
            page.titles.append([self.title])
        for piece in self.pieces:
            if piece.type in ("WORD", "NAVIGATION"):
                piece.type = "FURNITURE"
            elif piece.type == "NUMBER":
                piece.type = "METADATA"
        page.front.extend(self.pieces)
        return trim(text, self.pieces[-1].end, self.end)[0]

    def _take(self, kind: str, start: int, end: int) -> int:
        self.pieces.append(Piece(kind, start, end))
        return end

    def _value(self, hit: Label, stop: int, *, labelled: bool) -> int:
        """Take a label and its value; return where it ends. `labelled`: another label follows it."""
        text = self.text
        control = page_pattern("CONTROL").match(text, hit.start, self.end)
        if control:
            return self._take("FURNITURE", *control.span())
        start, end = trim(text, hit.end, stop)
        if start < end and hit.field in ("written_date", "published_date"):
            date = page_pattern("DATE").match(text, start, end)
            end = trim(text, *date.span())[1] if date else self._word_end(start, end)
        elif start < end and hit.field == "title":
            title = self._title_end(start, stop)
            end = title or (end if labelled else self._word_end(start, end))
        elif start < end:
            one_word = hit.field in ONE_WORD or not labelled
            end = self._word_end(start, end) if one_word else self._value_end(start, end)
            if _TELLS_TITLE.search(text, start, end) and self._title_end(start, stop):
                # 有效性：石湾县2023年…报告: the label is empty.
                end = start
        if not labelled and start < end and (end == self.stop < self.end or text[end - 1] in "：:"):
            end = self._value_before_body(start, end)
        value = text[start:end].rstrip("|｜】]")
        end = start + len(value)
        if not value:
            end = start = hit.end
        if value and value not in NO_VALUES and hit.terminal != "LABEL_CONTROLS":
            self.found.append(Found(hit.field, hit.words, value, start, end))
        elif hit.field == "other":
            self.found.append(Found("other", hit.words, "", start, start))
        return self._take("METADATA", hit.start, max(end, hit.end))

    def _value_before_body(self, start: int, end: int) -> int:
        """Return where a value ends that runs into the body: 来源：县司法局2023年，…; `start` where it is none."""
        for pattern in (page_pattern("DATE"), page_pattern("ORGANISATION"), _COUNT):
            value = pattern.match(self.text, start, end)
            if value and _BODY_BEGINS.match(self.text, value.end(), self.end):
                return value.end()
        return start

    def _word_end(self, start: int, stop: int) -> int:
        gap = _GAP.search(self.text, start, stop)
        return gap.start() if gap else stop

    def _value_end(self, start: int, stop: int) -> int:
        """Return where a value of several words ends: before what is a title, a date, a number or a label."""
        at = end = self._word_end(start, stop)
        while at < stop:
            at = trim(self.text, at, stop)[0]
            if (
                page_pattern("DATE").match(self.text, at, stop)
                or page_pattern("DOCUMENT_NUMBER").match(self.text, at, stop)
                or _UNKNOWN.match(self.text, at, stop)
                or _share().match(self.text, at, stop)
                or self._title_end(at, stop)
            ):
                return end
            at = end = self._word_end(at, stop)
        return end

    def _words(self, at: int, stop: int, *, labelled: bool) -> int:
        """Take the words before a label or the body; return where they end."""
        text = self.text
        while not self.over:
            while at < stop and text[at] in _BLANKS:
                at += 1
            if at >= stop:
                return at
            at = self._word(at, stop, labelled=labelled)
        return at

    def _word(self, at: int, stop: int, *, labelled: bool) -> int:
        text = self.text
        control = page_pattern("CONTROL").match(text, at, self.end) or _share().match(text, at, stop)
        if control and control.end() > at:
            return self._take("FURNITURE", *control.span())
        if page_pattern("OUTLINE_START").match(text, at, stop):
            self.over = True
            return at
        if self.title is not None and text.startswith(text[slice(*self.title)], at, self.end):
            return self._take("TITLE", at, at + self.title[1] - self.title[0])
        title = self._title_end(at, stop)
        if title:
            begin = at
            above = self.pieces[-1] if self.pieces else None
            if above is not None and above.type == "WORD" and self._begins_title(above, at):
                begin = above.start
                self.pieces.pop()
            self.title = (begin, title)
            return self._take("TITLE", begin, title)
        number = page_pattern("DOCUMENT_NUMBER").match(text, at, stop)
        if number and not _NO_TITLE.match(text, at) and self._is_closed(number.end(), stop, labelled=labelled):
            self.found.append(number_found(text, *number.span()))
            return self._take("NUMBER", *number.span())
        date_end = self._date_end(at, stop, labelled=labelled)
        if date_end:
            return date_end
        word = _WORD.match(text, at, stop)
        end = word.end() if word else at
        trail = _TRAIL.match(text, end, stop)
        if trail:
            return self._take("NAVIGATION", *trim(text, at, trail.end()))
        if page_pattern("NAVIGATION").match(text, at, stop) or (
            self.pieces and self.pieces[-1].type == "NAVIGATION" and text[self.pieces[-1].end - 1] in ">＞»›"
        ):
            return self._take("NAVIGATION", at, end)
        if labelled:
            unknown = _UNKNOWN.match(text, at, stop)
            if unknown and self._is_label(unknown, stop):
                start = trim(text, unknown.end(), stop)[0]
                end = self._word_end(start, stop)
                self.found.append(Found("other", unknown.group()[:-1], text[start:end], start, end))
                return self._take("METADATA", at, end)
        if (self.title is not None or self.titles) and _BODY_BEGINS.match(text, at, self.end):
            self.over = True
            return at
        if self.title is not None and end < stop:
            shown = page_pattern("SITE").fullmatch(text, at, end) or page_pattern("STRAY").fullmatch(text, at, end)
            if shown:
                return self._take("FURNITURE", at, end)
        return self._take("WORD", at, end)

    def _is_label(self, unknown: re.Match[str], stop: int) -> bool:
        text = self.text
        start = trim(text, unknown.end(), stop)[0]
        if start >= stop or LEADS_IN.search(unknown.group()):
            return False
        return page_pattern("ADDRESSEE").fullmatch(unknown.group()) is None

    def _is_closed(self, at: int, stop: int, *, labelled: bool) -> bool:
        """Say whether a gap, a label or a bracket follows, and not the rest of a sentence."""
        return self.text[at : at + 1] in _BLANKS or self.text[at : at + 1] in "【[" or (labelled and at == stop)

    def _date_end(self, at: int, stop: int, *, labelled: bool) -> int:
        """Take a date that no label names, bare or in brackets; return where it ends (0: there is none)."""
        text = self.text
        inner = at + 1 if text[at] in "[【〔（(" else at
        date = page_pattern("DATE").match(text, trim(text, inner, stop)[0], stop)
        if date is None:
            return 0
        # The pattern of a date takes the blank before a missing 日.
        place = trim(text, *date.span())
        end = place[1]
        if inner > at:
            end = trim(text, end, stop)[0] + 1
            if lone_date(text, at, min(end, stop)) is None:
                named = self.title is not None and text[at] in _ROUND and text[end - 1 : end] in "）)"
                return self._take("FURNITURE", at, end) if named and text[end : end + 1] in _BLANKS else 0
        if not self._is_closed(end, stop, labelled=labelled):
            return 0
        if not self.published and all(each.field != "published_date" for each in [*self.found, *self.page.found]):
            self.found.append(Found("published_date", "", text[slice(*place)], *place))
        return self._take("METADATA", at, end)

    def _begins_title(self, word: Piece, at: int) -> bool:
        """Say whether a word is the organisation of the title that goes on at `at`: 石湾县人民政府 关于…的报告."""
        text = self.text
        if not (text.startswith("关于", at) or re.match(r"(?:19|20)\d\d年", text[at : at + 5])):
            return False
        return page_pattern("FULL_ORGANISATION").fullmatch(text, word.start, word.end) is not None

    def _title_end(self, at: int, stop: int) -> int:
        """Return where a title ends that begins at `at`; 0 where none does."""
        text = self.text
        if self.title is not None or _NO_TITLE.match(text, at):
            return 0
        if self.titles:
            # The page has a title: what stands here may be no other.
            known = next((each for each in self.titles if text.startswith(each, at, self.end)), None)
            return at + len(known) if known else 0
        word_end = self._word_end(at, min(stop, at + _LONGEST_TITLE + 20))
        whole = page_pattern("TITLE_LINE").fullmatch(text, at, word_end) or page_pattern("RULES_LINE").fullmatch(
            text, at, word_end
        )
        if (
            whole
            and word_end - at >= _SHORTEST_TITLE
            and (word_end < self.stop or word_end == self.end)
            and (
                _TELLS_TITLE.search(text, at, word_end)
                or word_end == stop
                or _BODY_BEGINS.match(text, word_end, self.end)
                or page_pattern("DATE").match(text, *trim(text, word_end, self.end))
            )
        ):
            return word_end
        goes_on = _title_goes_on()
        for hit in _title_ends().finditer(text, at, word_end):
            if hit.end() - at > _LONGEST_TITLE:
                break
            if hit.end() - at < _SHORTEST_TITLE or not page_pattern("TITLE_LINE").fullmatch(text, at, hit.end()):
                continue
            if self._body_follows(hit.end()) and not goes_on.match(text, hit.end()):
                return hit.end()
        return 0

    def _body_follows(self, at: int) -> bool:
        """Say whether behind a title the body begins, an addressee, or a date."""
        text = self.text
        if text[at : at + 1] in _BLANKS and page_pattern("DATE").match(text, *trim(text, at, self.end)):
            return True
        return _BODY_BEGINS.match(text, at, self.end) is not None

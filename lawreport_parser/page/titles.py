"""Titles of a page: over how many lines one stands, where one ends in running text, and how surely it is one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.organs import is_full, is_organ, is_place, organ_at, place_at
from lawreport_parser.page.labels import begins_with_label
from lawreport_parser.page.patterns import PAGE, begins_outline

__all__ = ["LONGEST_LINE", "Sureness", "Titles", "goes_on_from_names", "says_whose", "sureness", "tidy_title"]

_BLANKS: Final = frozenset(BLANK_CHARACTERS)
#: Over how many lines a title stands at most, how long one line of it is, and the whole.
_MOST_LINES: Final = 3
LONGEST_LINE: Final = 120
_LONGEST: Final = 150
#: In running text a title is at least so long, and at most.
_SHORTEST_WITHIN: Final = 6
_LONGEST_WITHIN: Final = 100
#: The name of an organ so long says whose it is without its place.
_LONG_NAME: Final = 8
#: How near a title stands to the name of a column that could be one.
_NEAR_LINES: Final = 10
#: What no line of a title holds before the name of the site behind it.
_UNTITLED: Final = frozenset("。；！？|\t")
#: What names no organisation, though it ends like one; what long names end with that are columns of a page.
_NO_ORGAN: Final = ("法治政府", "服务政府", "服务型政府", "数字政府")
_COLUMNS: Final = ("中心", "大厅")


class Sureness(IntEnum):
    """How surely words are the title of a document: the name of a column ends like one (工作总结, 政策规定)."""

    NONE = 0
    LIKE = 1
    DATED = 2
    SURE = 3


@lru_cache(maxsize=256)
def sureness(title: str) -> Sureness:
    """Return how surely words that end like a title are one: 关于…的报告 is, …2023年…总结 likely, 工作总结 perhaps."""
    words = tidy_title("".join(title.split()))
    if PAGE.TITLE_ABOUT.search(words):
        return Sureness.SURE
    year = PAGE.TELLS_TITLE.search(words)
    if year is None:
        return Sureness.DATED if PAGE.REPORT_ENDS.search(words) and is_full(words[:-4]) else Sureness.LIKE
    return Sureness.SURE if PAGE.REPORT_ENDS.search(words) else Sureness.DATED


def says_whose(title: str) -> bool:
    """Say whether a title begins with the name of a place or an organ, or with 关于: the name of a column does not."""
    words = "".join(title.split())
    if PAGE.TITLE_ABOUT.match(words):
        return True
    return place_at(words, 0, len(words)) is not None or organ_at(words, 0, len(words)) is not None


def goes_on_from_names(title: str) -> bool:
    """Say whether a title is that of the organs named before it: 关于2023年…的报告, 2023年…报告."""
    return title.startswith("关于") or PAGE.YEAR_FIRST.match(title) is not None


@lru_cache(maxsize=256)
def tidy_title(value: str) -> str:
    """Drop the name of the site and of its columns behind a title, 《》 around it, blanks between single letters."""
    if _is_spaced(value):
        value = "".join(value.split())
    site = PAGE.SITE_BEHIND.search(value)
    if site and PAGE.TITLE_LINE.fullmatch(value, 0, site.start()):
        value = value[: site.start()]
    return value[1:-1] if value[:1] == "《" and value[-1:] == "》" and value.count("《") == 1 else value


class Titles:
    """Finds titles on the lines of a page, and knows those it has already."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.lines = lines
        #: The words of the titles so far, those that labels name too, and the surest of them.
        self.known: list[str] = []
        self.surest = Sureness.NONE
        #: Where lines begin that are the title of another page: 上一篇： stands above it.
        self.of_others: set[int] = set()
        #: Lines that name an organisation: the site of the page, or the first line of a title.
        self.organs: list[str] = []

    def add(self, words: str, *, labelled: bool = False) -> None:
        """Note a title."""
        self.known.append(words)
        self.surest = max(self.surest, Sureness.SURE if labelled else sureness(words))

    def repeated(self, at: int, end: int) -> int:
        """Return where a title that is known already ends, which stands once more at `at`; 0 where none does."""
        for words in self.known:
            if self.text.startswith(words, at, end):
                return at + len(words)
        return 0

    # --- on lines

    def over_lines(self, index: int) -> int:
        """Return over how many lines a title stands that begins with the line at `index` (0: none does)."""
        lines, text = self.lines, self.text
        parts: list[str] = []
        for start, end in lines[index : index + _MOST_LINES]:
            if end - start > LONGEST_LINE or start in self.of_others or PAGE.OTHER_PAGE.match(text, start, end):
                return 0
            line = text[start if parts else self.behind_lead(start, end) : end]
            parts.append(line)
            count, whole = len(parts), "".join(parts)
            if _is_spaced(whole):
                whole = "".join(whole.split())
            ended = PAGE.TITLE_LINE.fullmatch(whole) or self._is_title_of_rules(whole, index + count)
            if not ended and not _may_go_on(line):
                return 0
            if PAGE.DOCUMENT_NUMBER.fullmatch(line) or (count > 1 and line.endswith("文件")):
                return 0
            if ended:
                words = line.partition("_")[0]
                if not _UNTITLED.isdisjoint(words) or _leads_to_title(words):
                    return 0
                if count > 1 and not self._joins(parts):
                    return 0
                if PAGE.NO_TITLE.match(parts[0]) or sum(mark in "，," for mark in whole) > 1:
                    # A sentence that ends like a title: 现在，我代表…，请提出意见
                    return 0
                return count + self._goes_on(index + count) if len(whole) <= _LONGEST else 0
            if count == 1 and not _begins_title(line):
                return 0
        return 0

    def behind_lead(self, start: int, end: int) -> int:
        """Return where on a line the first title of the page begins: behind its dash (——…报告), behind 附件：."""
        lead = PAGE.TITLE_LEAD.match(self.text, start, end) if self.surest < Sureness.DATED else None
        return lead.end() if lead else start

    def _is_title_of_rules(self, whole: str, below: int) -> bool:
        """Say whether a line is the title of rules, a plan or the like, and no other stands on the page."""
        if self.known or not PAGE.RULES_LINE.fullmatch(whole):
            return False
        for start, end in self.lines[below : below + _NEAR_LINES]:
            if begins_outline(self.text, start, end):
                return True
            if end - start <= LONGEST_LINE and PAGE.TITLE_LINE.fullmatch(self.text, start, end):
                return False
        return True

    def _goes_on(self, index: int) -> int:
        """Return 1 if a title goes on in the line at `index`: 及二〇一五年工作打算, （送审稿）."""
        if index >= len(self.lines):
            return 0
        return int(PAGE.TITLE_GOES_ON.fullmatch(self.text, *self.lines[index]) is not None)

    def _joins(self, parts: list[str]) -> bool:
        """Say whether lines are one title: 某某县人民政府 / 关于2023年度…情况的报告."""
        head = "".join(parts[:-1])
        if self._signs_title(parts) or (is_place(parts[0]) and PAGE.REPORT_ENDS.search(parts[-1])):
            return True
        if any(is_organ(part.split()[0]) for part in parts[:-1] if len(part.split()) > 1):
            return True
        if len(parts) > 2 and parts[-1].startswith("关于") and _are_joint(parts[:-1]):
            return True
        if "关于" in head:
            return True
        if parts[1].startswith("关于"):
            # 政务公开 / 关于…的报告: the name of a column is no part of the title.
            return is_place(parts[0]) or all(is_organ(word) or word.endswith("委") for word in parts[0].split())
        year = PAGE.YEAR_FIRST.search(head)
        # 石湾县司法局2025年法治政府 / 建设年度报告
        return year is not None and not PAGE.YEAR_FIRST.search("".join(parts[1:]))

    def _signs_title(self, parts: list[str]) -> bool:
        """Say whether an organisation stands over the rest of its title: 某某县司法局 / 2023年度…报告.

        It is the name of the site where it, or the title, stands on the page already.
        """
        organ = parts[0]
        year = PAGE.YEAR_FIRST.search(parts[1])
        before = parts[1][: year.start()] if year else ""
        if year is None:
            # 水云市疾病预防控制中心 / 法治建设工作总结; 工作总结 alone may be a column of the page.
            return is_full(organ) and len(parts[1]) >= _LONG_NAME and self._is_new(parts)
        if organ_at(before, 0, len(before)) and not before.endswith(_NO_ORGAN):
            return False
        if before and _is_part(before, organ):
            # 石湾县柳溪街道办事处 / 柳溪街2023年…报告: the title says itself whose it is.
            return False
        # A long name counts without its place, but for 新闻中心 and 办事大厅 of web pages.
        long = len(organ) >= _LONG_NAME and not organ.endswith(_COLUMNS)
        if not is_full(organ) and not (long and is_organ(organ)):
            return False
        return self._is_new(parts)

    def _is_new(self, parts: list[str]) -> bool:
        """Say whether neither the name nor the title below it stands on the page already, as that of the site."""
        return parts[0] not in self.organs and "".join(parts[1:]) not in self.known

    # --- in running text

    def end_of(self, at: int, stop: int, end: int) -> int:
        """Return where a title ends that begins at `at` and is over at `stop`; 0 where none does.

        The line ends at `end`.
        """
        text = self.text
        if self.known and self.surest >= Sureness.DATED:
            # The page has a title: what stands here may be no other.
            return 0
        word_end = self._word_end(at, min(stop, at + _LONGEST_WITHIN + 20))
        if word_end - at < _SHORTEST_WITHIN and not self.known:
            return 0
        if not PAGE.TITLE_BREAK.search(text, at, word_end) and not PAGE.RULES_LINE.fullmatch(text, at, word_end):
            return 0
        if PAGE.NO_TITLE.match(text, at):
            return 0
        if self.known:
            return self._surer(at, word_end)
        title_end = self._whole_word(at, word_end, stop, end)
        return self.before_note(at, title_end) if title_end else self._before_body(at, word_end, end)

    def within(self, start: int, stop: int, end: int) -> bool:
        """Say whether behind a gap of `start:stop` a title begins that runs into the text of its line."""
        gaps = PAGE.SPACES.finditer(self.text, start, stop)
        ends = ((gap.end(), self.end_of(gap.end(), stop, end)) for gap in gaps)
        return any(title_end and says_whose(self.text[at:title_end]) for at, title_end in ends)

    def before_note(self, at: int, end: int) -> int:
        """Return where a title ends before its date or number: …报告（2024年1月9日）, …报告（石政发〔2024〕8号）."""
        if self.text[end - 1] not in "）)":
            return end
        opening = max(self.text.rfind(sign, at, end) for sign in "（(")
        noted = PAGE.DATED.fullmatch(self.text, opening, end) or PAGE.NUMBERED.fullmatch(self.text, opening, end)
        return opening if opening > at and noted else end

    def _surer(self, at: int, word_end: int) -> int:
        words = self.text[at:word_end]
        if PAGE.TITLE_LINE.fullmatch(words) and sureness(words) > self.surest:
            return word_end
        return 0

    def _word_end(self, at: int, stop: int) -> int:
        parted = PAGE.TITLE_PARTED.search(self.text, at, stop)
        return parted.start() if parted else stop

    def _whole_word(self, at: int, word_end: int, stop: int, end: int) -> int:
        """Return the end of the word at `at` where it is a title, and what follows lets it be."""
        text = self.text
        if word_end - at < _SHORTEST_WITHIN or (word_end >= stop and word_end < end and not self._labelled(stop, end)):
            return 0
        if not (PAGE.TITLE_LINE.fullmatch(text, at, word_end) or PAGE.RULES_LINE.fullmatch(text, at, word_end)):
            return 0
        told = PAGE.TELLS_TITLE.search(text, at, word_end) or word_end == stop or self._body_follows(word_end, end)
        return word_end if told else 0

    def _labelled(self, stop: int, end: int) -> bool:
        return begins_with_label(self.text, stop, end) is not None

    def _before_body(self, at: int, word_end: int, end: int) -> int:
        """Return the end of a title that runs into what follows it: …情况的报告2023年，我县…"""
        text = self.text
        for ends in PAGE.TITLE_BREAK.finditer(text, at, word_end):
            if ends.end() - at > _LONGEST_WITHIN:
                break
            if ends.end() - at < _SHORTEST_WITHIN or not PAGE.TITLE_LINE.fullmatch(text, at, ends.end()):
                continue
            if self._body_follows(ends.end(), end) and not PAGE.TITLE_CONTINUES.match(text, ends.end()):
                return ends.end()
        return 0

    def _body_follows(self, at: int, end: int) -> bool:
        """Say whether behind a title the body begins, an addressee, or a date."""
        text = self.text
        if text[at : at + 1] in _BLANKS and PAGE.DATE.match(text, *trim(text, at, end)):
            return True
        return any(each.match(text, at, end) for each in (PAGE.BODY_BEGINS, PAGE.DATED, PAGE.NUMBERED))


def _leads_to_title(line: str) -> bool:
    """Say whether a line is the way to a page: 政务公开 / 石湾县2023年…报告; names of organs parted so are none."""
    trail = PAGE.TRAIL.search(line)
    return trail is not None and not ("/" in trail.group() and is_full(line[: trail.start()]))


def _may_go_on(line: str) -> bool:
    """Say whether a line may be one of a title that goes on below it: Han words, or names of organisations."""
    words = line.split()
    if _is_spaced(line) or (len(line) < 4 and not is_place(line)):
        return False
    if not all(PAGE.HAN_WORDS.fullmatch(word) for word in words):
        return False
    if len(words) > 1 and not all(is_organ(word) or word.endswith("委") for word in words):
        return False
    return not begins_outline(line, 0, len(line)) and not PAGE.DATE.match(line)


def _begins_title(line: str) -> bool:
    """Say whether a title may begin with a line: one that names whose it is, or what it is about, or a year."""
    words = line.split()
    return PAGE.TELLS_TITLE.search(line) is not None or (bool(words) and is_organ(words[0])) or is_place(line)


def _is_part(words: str, name: str) -> bool:
    """Say whether the letters of words stand in a name in the same order."""
    letters = iter(name)
    return all(letter in letters for letter in words)


def _is_spaced(words: str) -> bool:
    """Say whether words are set in single letters: 工　作　报　告."""
    letters = words.split()
    return len(letters) > 2 and all(len(letter) == 1 for letter in letters)


def _are_joint(organs: list[str]) -> bool:
    """Say whether organisations, one below the other, report together: 中共石湾县委 / 石湾县人民政府.

    Above another organisation a government alone is the name of the site.
    """
    if len(set(organs)) < len(organs) or organs[0].endswith("人民政府"):
        return False
    return all(is_full(each) for each in organs)

"""Labels with their values on a line of a page, and the words around them: where each value ends."""

from __future__ import annotations

from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.header_fields import ROWS, Label
from lawreport_parser.organs import is_full, is_organ
from lawreport_parser.page.evidence import Evidence, Step
from lawreport_parser.page.labels import LabelHit, is_label, value_form
from lawreport_parser.page.model import Found
from lawreport_parser.page.patterns import PAGE
from lawreport_parser.page.titles import Sureness, goes_on_from_names, says_whose, sureness
from lawreport_parser.page.tokens import Gap, Token, gap_between, words_of

__all__ = ["Values"]

_STARS: Final = frozenset(BLANK_CHARACTERS + "*")
_DATE_ENDS: Final = frozenset("日号时点分秒0123456789０１２３４５６７８９")
#: What stands behind a value and is no part of it.
_BEHIND_VALUE: Final = _STARS | frozenset("|｜】")
#: The value of a label that no table knows is no longer than this, where a title stands behind it.
_SHORT_VALUE: Final = 9
#: Kinds of labels that say who did what to the paper before it was published.
_DONE: Final = ("drafted", "checked")
_OF_ONE_WORD: Final = frozenset({"visits", *_DONE})


class Values:
    """Reads labels with their values among the words of a line."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self.text = text
        self.evidence = evidence

    def read(self, start: int, stop: int, end: int, hits: list[LabelHit], gap: Gap = Gap.LINE) -> list[Step]:
        """Read a line up to `stop`, where text may begin: labels with their values, and the words around them.

        Where no text follows on the line, values reach further: they may hold blanks and the marks of sentences.
        """
        whole = stop == end
        at, begun, behind_value = start, False, False
        steps: list[Step] = []
        before: Step | None = None
        for number in range(len(hits) + 1):
            hit = hits[number] if number < len(hits) else None
            upto = hit.start if hit else stop
            if (upto > at and not self.text[at:upto].isspace()) or (hit is None and (not begun or stop < end)):
                prose = hit is None and stop < end
                for token in words_of(
                    self.text, at, upto, end, None if begun else gap, self.evidence.titles, prose=prose
                ):
                    step = self.evidence.one(token, before)
                    steps.append(step)
                    if step.worth > 0 and not whole:
                        before = step
                    behind_value, begun = False, True
                    at = max(at, token.end)
                    if token.kind in ("prose", "marker"):
                        step.whole, step.lines = True, 1
                        return steps
            if hit is None or hit.start < at or (not hit.known and not self.evidence.known):
                continue
            following = hits[number + 1].start if number + 1 < len(hits) else stop
            step = self.labelled(
                hit,
                following,
                end,
                gap_between(self.text, at, hit.start) if begun else gap,
                whole=whole,
                followed=number + 1 < len(hits),
                within=begun and not behind_value,
                alone=all(each.label.kind in _DONE for each in hits),
            )
            steps.append(step)
            begun = behind_value = True
            at = step.tokens[-1].end
        if steps:
            steps[-1].whole, steps[-1].lines = True, 1
        return steps

    def labelled(
        self,
        hit: LabelHit,
        stop: int,
        end: int,
        gap: Gap,
        *,
        whole: bool,
        followed: bool,
        within: bool,
        alone: bool = True,
    ) -> Step:
        """Read a label with its value; `alone`: no label of the page itself stands on the line."""
        text, label = self.text, hit.label
        # No label of a field begins like a control.
        control = PAGE.CONTROL.match(text, hit.start, end) if label.field is None else None
        if control or label.kind == "control":
            place = control.span() if control else (hit.start, hit.end)
            return self.evidence.one(Token("control", *trim(text, *place), gap))
        start, value_end = self.place(hit, stop, end, whole=whole, followed=followed)
        day = self.day_behind(label, value_end, stop) if label.kind == "drafted" or alone else None
        if day is not None and gap_between(text, value_end, day[0]) < Gap.CELL:
            value_end, day = day[1], None
        tokens = [Token("label", hit.start, trim(text, hit.start, hit.end)[1], gap)]
        value = text[start:value_end]
        empty = not value or PAGE.NO_VALUE.fullmatch(value) is not None
        found: list[Found] = []
        if value:
            tokens.append(Token("value", start, value_end, Gap.BLANK))
        if day is not None:
            tokens.append(Token("value", *day, Gap.CELL))
        if not empty:
            found.append(self.evidence.found(hit, start, value_end))
        elif label.field is None:
            found.append(Found("other", label.words, "", start, start))
        return Step(
            tokens,
            self.evidence.worth_of_label(hit, empty=empty, within=within and text[hit.start - 1] not in _STARS),
            found,
        )

    def place(self, hit: LabelHit, stop: int, end: int, *, whole: bool, followed: bool) -> tuple[int, int]:
        """Return the place of the value of a label, empty where it has none."""
        text, form = self.text, value_form(hit.label)
        if hit.bracketed:
            return hit.bracketed
        start = hit.end
        while start < stop and text[start] in _STARS:
            start += 1
        if whole:
            stop = self._title_behind(hit, start, stop, end)
        value_end = self.trimmed(start, stop)
        if start >= value_end:
            return start, start
        one_word = _is_one_word(hit.label)
        if one_word and form not in ("date", "number", "code") and PAGE.DATE.match(text, start, value_end):
            # 来源： 2024-01-30: the label is empty.
            return start, start
        if form == "date":
            date = PAGE.DATE.match(text, start, value_end)
            value_end = trim(text, *date.span())[1] if date else self._word_end(start, value_end, whole=whole)
        elif form == "number" and (number := PAGE.DOCUMENT_NUMBER.match(text, start, value_end)):
            value_end = number.end()
        elif form == "title" and not whole:
            value_end = self.evidence.titles.end_of(start, stop, end) or (
                value_end if followed else self._word_end(start, value_end)
            )
        elif one_word or not whole:
            if whole or one_word or not followed:
                value_end = self._word_end(start, value_end, whole=whole)
            else:
                value_end = self._words_end(start, stop, end)
            if (
                not whole
                and PAGE.TELLS_TITLE.search(text, start, value_end)
                and self.evidence.titles.end_of(start, stop, end)
            ):
                # 有效性：石湾县2023年…报告: the label is empty.
                return start, start
        else:
            value_end = self._cell_end(start, stop)
        if one_word and form not in ("date", "number", "code") and text[value_end - 1] in _DATE_ENDS:
            # 来源：石湾县司法局2025-01-20
            day = next((day for day in PAGE.DATE.finditer(text, start, value_end) if day.end() == value_end), None)
            value_end = day.start() if day else value_end
        if (
            not whole
            and not followed
            and start < value_end
            and (value_end == stop < end or text[value_end - 1] in "：:")
        ):
            value_end = self._value_before_body(start, value_end, end)
        if text[hit.end - 1] in "|｜" and is_label(text, start, self.trimmed(start, value_end)):
            # 序号 | 名称 | 文号: the names of columns.
            return start, start
        return start, self.trimmed(start, value_end)

    def _title_behind(self, hit: LabelHit, start: int, stop: int, end: int) -> int:
        """Return where in `start:stop` a title begins that is no part of the value; `stop` where none does.

        来源：石湾县司法局 石湾县2023年…报告. The label is empty where the title is all that follows.
        """
        text, label = self.text, hit.label
        if label.kind == "words" or value_form(label) == "title" or PAGE.TITLE_BREAK.search(text, start, stop) is None:
            return stop
        last = trim(text, start, stop)[1]
        words = [start, *(gap.end() for gap in PAGE.SPACES.finditer(text, start, last))]
        for number, at in enumerate(words):
            title_end = self.evidence.titles.repeated(at, last) or self.evidence.titles.end_of(at, last, end)
            if title_end and self._is_no_value(hit, start, at, text[at:title_end], whole=title_end == last):
                while (
                    number > 1
                    and goes_on_from_names(text[at:title_end])
                    and is_full(text[words[number - 1] : at].strip())
                ):
                    number -= 1
                    at = words[number]
                return at
        return stop

    def _is_no_value(self, hit: LabelHit, start: int, at: int, title: str, *, whole: bool) -> bool:
        """Say whether a title at `at`, behind what else the value from `start` on holds, is none of it."""
        sure, whose = sureness(title) == Sureness.SURE, says_whose(title)
        if at == start:
            return hit.known and sure and whose and whole
        if not hit.known:
            return sure and whose and at - start <= _SHORT_VALUE
        return (sure and _is_one_word(hit.label)) or (whose and (sure or PAGE.REPORT_ENDS.search(title) is not None))

    def day_behind(self, label: Label, value_end: int, stop: int) -> tuple[int, int] | None:
        """Return the place of the day behind who drafted or checked a paper, which is none of the page.

        拟稿人：宋某　2024-01-30
        """
        day = PAGE.DAY_BEHIND.match(self.text, value_end, stop) if label.kind in _DONE else None
        return trim(self.text, *day.span("day")) if day else None

    def trimmed(self, start: int, end: int) -> int:
        """Return the end of a value without the blanks, stars and bars behind it."""
        text = self.text
        while end > start and (text[end - 1] in _BEHIND_VALUE or self._closes_before(start, end)):
            end -= 1
        return end

    def _closes_before(self, start: int, end: int) -> bool:
        """Say whether a value ends in a bracket that opens before its label: （签发人：林某）."""
        text = self.text
        return text[end - 1] in "）)" and all(text.find(sign, start, end) < 0 for sign in "（(")

    def _word_end(self, start: int, stop: int, *, whole: bool = False) -> int:
        """Return where a value of one word ends; on a line of metadata a single blank does not end it."""
        pattern = PAGE.VALUE_STOPS if whole else PAGE.SPACES
        found = pattern.search(self.text, start, stop)
        word_end = found.start() if found else stop
        for bar in "|｜":
            at = self.text.find(bar, start, word_end)
            word_end = at if at >= 0 else word_end
        return word_end

    def _words_end(self, start: int, stop: int, end: int) -> int:
        """Return where a value of several words ends: before what is a title, a date, a number or a button."""
        value_end = start
        for token in words_of(self.text, start, stop, end, None, self.evidence.titles, prose=False):
            if value_end > start and (token.gap >= Gap.CELL or token.kind not in ("word", "organ", "site")):
                return value_end
            value_end = token.end
        return value_end

    def _cell_end(self, start: int, stop: int) -> int:
        """Return where a value of any words ends: before a bar or tab, or buttons in brackets."""
        text = self.text
        bar = PAGE.BAR.search(text, start, stop)
        return self.before_others(start, bar.start() if bar else stop)

    def before_others(self, start: int, stop: int) -> int:
        """Return where a value ends before the buttons behind it."""
        buttons = PAGE.BUTTONS_BEHIND.search(self.text, start, stop)
        others = buttons or PAGE.OTHER_BEHIND.search(self.text, start, stop)
        return others.start() if others else stop

    def _value_before_body(self, start: int, value_end: int, end: int) -> int:
        """Return where a value ends that runs into the body: 来源：县司法局2023年，…; `start` where it is none."""
        begins = PAGE.BODY_BEGINS
        for size in range(2, min(40, value_end - start + 1)):
            if begins.match(self.text, start + size, end) and not self.text[start + size].isspace():
                words = self.text[start : start + size]
                if PAGE.DATE.fullmatch(words) or PAGE.COUNT.fullmatch(words) or is_organ(words):
                    return start + size
        return start


def _is_one_word(label: Label) -> bool:
    """Say whether what stands behind a gap is no part of a label's value."""
    return ROWS[label.field].one_word if label.field else label.kind in _OF_ONE_WORD

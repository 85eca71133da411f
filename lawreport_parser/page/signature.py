"""The signature (落款) of a report: who signed, and when, in all the shapes in which pages give the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.organs import LAST_LETTERS, is_full, is_organ, is_place
from lawreport_parser.page.model import Signed
from lawreport_parser.page.patterns import PAGE, SENTENCE_ENDS, SENTENCE_MARKS, begins_outline

__all__ = ["Signatures"]

#: How many organisations sign together at most, on how many lines the name of one stands at most, and how
#: long lines are that hold a name, a date, both, or labels.
_MOST_SIGNATORIES: Final = 6
_MOST_ROWS: Final = 3
_LONGEST_NAME: Final = 40
_LONGEST_DATE: Final = 36
_LONGEST_BOTH: Final = 60
_LONGEST_LABELLED: Final = 100
#: How far from the end of a line a signature on it may begin.
_LONGEST_TAIL: Final = 250
#: How long the cell of a table is at most.
_LONGEST_CELL: Final = 20
#: How the last line of a signature ends: in a date, the mark of a seal, or the name of an organ.
_LAST_SIGNS: Final = frozenset(
    "日号曰制月时点分秒0123456789０１２３４５６７８９一二三四五六天发）)" + "".join(LAST_LETTERS)
)
_DATE_HOLDS: Final = frozenset("0123456789０１２３４５６７８９年")
#: What stands before a name on its line.
_WORD_ENDS: Final = "。！？；：”） \u3000\xa0\t\n"
_NO_NAME: Final = frozenset("，。；：:！？")
#: Places with no other place in them that has organs.
_SMALLEST: Final = ("乡", "镇", "街道")


class Signatures:
    """Finds signatures on the lines of a page, from the line `first` on."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]], first: int) -> None:
        self.text = text
        self.lines = lines
        self.first = first

    def above(self, last: int) -> tuple[int, Signed] | None:
        """Return the signature that ends right above the line `last`, with the index of its first line."""
        if last <= self.first:
            return None
        lines = self.lines
        start, end = lines[last - 1]
        if end - start > _LONGEST_LABELLED:
            return None
        stopped = self.text[end - 1] == "。"
        if self.text[end - 1] in SENTENCE_MARKS and not (stopped and self.is_date(last - 1)):
            return None
        if not stopped and self.text[end - 1] not in _LAST_SIGNS and not PAGE.SIGNS.match(self.text, start, end):
            return None
        index = last
        date = organisation = sealed = None
        if self.text[end - 1] in "）)":
            sealed = self._sealed(index - 1)
            if sealed is not None:
                index -= 1
        dated = self._dated(index - 1) if index > self.first else None
        if dated is None and index > self.first and not sealed and self._is_short_date(index - 1):
            dated = lines[index - 1], None
        if dated is not None:
            index -= 1
            date = dated[0]
            sealed = dated[1] if sealed is None else sealed
            index, organisation = self._signatories(index, named=bool(sealed))
            if not sealed and not PAGE.DAY.search(self.text, *date) and self._in_cells(index):
                return None
            if stopped and organisation is None:
                return None
        elif not sealed:
            labelled = self._labelled(last)
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
        if index > self.first and PAGE.WITHOUT_TEXT.fullmatch(self.text, *lines[index - 1]):
            index -= 1
        return index, Signed(organisation, date, lines[index][0], max(end for _, end in places))

    def is_whole(self, index: int, signed: Signed) -> bool:
        """Say whether a signature that begins at `index` holds the full name of an organisation, and a full date."""
        if signed.organisation is None or signed.date is None:
            return False
        if PAGE.DAY.search(self.text, *signed.date) is None:
            return False
        name = self._name(*signed.organisation)
        return is_full(name) or (is_organ(name) and len(name) > 3 and not self._in_cells(index))

    def is_imprint(self, signed: Signed) -> bool:
        """Say whether a date is that of printing (2024年1月6日印发): what stands above it may be the signature."""
        return signed.date is not None and self.text.endswith("印发", *signed.date)

    def _name(self, start: int, end: int) -> str:
        name = "".join(self.text[start:end].split())
        return PAGE.SEAL_MARK.sub("", name) if name.endswith(("）", ")")) else name

    def _dated(self, index: int) -> tuple[tuple[int, int], tuple[int, int] | tuple[()] | None] | None:
        """Return the date that a line is, and the name in the seal behind it: 2024年1月5日（某某局印章）."""
        start, end = self.lines[index]
        if self.is_date(index):
            return (start, end), None
        opening = max(self.text.rfind(sign, start, end) for sign in "（(") if self.text[end - 1] in "）)" else -1
        if opening <= start or end - start > _LONGEST_BOTH or not (seal := self._seal_at(opening, end)):
            return None
        day = trim(self.text, start, opening)
        return (day, seal) if PAGE.SIGNATURE_DATE.fullmatch(self.text, *day) else None

    def is_date(self, index: int) -> bool:
        """Say whether a line is nothing but the date of a signature, with a full stop or without."""
        start, end = self.lines[index]
        end -= self.text[end - 1] == "。"
        return end - start <= _LONGEST_DATE and PAGE.SIGNATURE_DATE.fullmatch(self.text, start, end) is not None

    def _is_short_date(self, index: int) -> bool:
        """Say whether a line is a date without its year, below the full name of an organisation.

        Names and days in turn are a list.
        """
        start, end = self.lines[index]
        if end - start > _LONGEST_DATE or PAGE.SHORT_DATE.fullmatch(self.text, start, end) is None:
            return False
        if index == self.first or not self.is_organ(index - 1) or self._in_cells(index - 1):
            return False
        listed_below = index + 1 < len(self.lines) and self.is_organ(index + 1)
        return not listed_below and not (
            index - 1 > self.first and PAGE.SHORT_DATE.fullmatch(self.text, *self.lines[index - 2])
        )

    def is_organ(self, index: int) -> bool:
        """Say whether a line is the full name of an organisation: 柳溪县人民政府, 中共柳溪县委."""
        return self.is_organ_at(*self.lines[index])

    def is_organ_at(self, start: int, end: int) -> bool:
        """Say whether `start:end` is the full name of an organisation, with or without the mark of its seal."""
        return end - start <= _LONGEST_NAME and is_full(self._name(start, end))

    def is_signatory(self, start: int, end: int, *, dated: bool) -> bool:
        """Say whether a line names who signs: above a date a short name will do, else it must be a full one."""
        squeezed = "".join(self.text[start:end].split())
        if not _NO_NAME.isdisjoint(squeezed) or begins_outline(squeezed, 0, len(squeezed)):
            return False
        if dated and PAGE.SIGNATORY.fullmatch(squeezed):
            return True
        return is_full(self._name(start, end))

    def joint(self, index: int) -> int:
        """Return the index of the first of several organisations that sign, one below the other; `index`: the last.

        Names above one that stands on one line do so, too: cells of a table stand there, else.
        """
        begun = self._name_torn(index)
        torn = begun is not None and begun < index
        index = index if begun is None else begun
        for _ in range(_MOST_SIGNATORIES - 1):
            begun = self._name_torn(index - 1) if index > self.first and (torn or self.is_organ(index - 1)) else None
            if begun is None:
                break
            index = begun
        return index

    def _name_torn(self, index: int) -> int | None:
        """Return on which line the full name begins that ends on this one; None where none does.

        石湾县 / 司法局; 石湾县市场监督 / 管理局.
        """
        if self.is_organ(index):
            return index
        begun: int | None = None
        name = self._name(*self.lines[index])
        for above in range(index - 1, max(self.first, index - _MOST_ROWS + 1) - 1, -1):
            row = "".join(self.text[slice(*self.lines[above])].split())
            name = row + name
            if len(name) > _LONGEST_NAME or PAGE.ONE_WORD.fullmatch(row) is None or is_full(row):
                break
            if begun is not None and (not is_place(row) or row.endswith(_SMALLEST)):
                break
            if is_full(name):
                begun = above
            elif begun is not None:
                break
        return begun

    def _signatories(self, index: int, *, named: bool) -> tuple[int, tuple[int, int] | None]:
        """Return the organisations above a date, one or several, as one place, and the index of the first.

        `named`: a seal below names the organisation already.
        """
        if index > self.first and self.text[self.lines[index - 1][1] - 1] in "）)":
            sealed = self._sealed(index - 1)
            if sealed is not None:
                index -= 1
            if sealed:
                return index, sealed
        if index <= self.first:
            return index, None
        start, end = self.lines[index - 1]
        if end - start > _LONGEST_NAME or not (
            self.is_signatory(start, end, dated=not named) or self._name_torn(index - 1) is not None
        ):
            return index, None
        index = self.joint(index - 1)
        return index, (self.lines[index][0], end)

    def _undated(self, last: int) -> tuple[int, tuple[int, int] | None, tuple[int, int] | None]:
        """Read the last line as organisation and date, as organisation below its date, or as organisation."""
        start, end = self.lines[last - 1]
        if end - start > _LONGEST_BOTH:
            return last, None, None
        torn = self._name_torn(last - 1)
        if torn is not None:
            first = self.joint(last - 1)
            # A date below another organisation is that one's.
            signed = first - 1 > self.first and self.is_organ(first - 2)
            if first > self.first and not signed and self.is_date(first - 1):
                return first - 1, (self.lines[first][0], end), self.lines[first - 1]
        if end - start <= _LONGEST_NAME and self.is_signatory(start, end, dated=False) and not self._in_cells(last - 1):
            return last - 1, (start, end), None
        if torn is not None and self.first < torn < last - 1 and self.text[self.lines[torn - 1][1] - 1] in "。！？":
            return torn, (self.lines[torn][0], end), None
        if _DATE_HOLDS.isdisjoint(self.text[start:end]):
            return last, None, None
        both = self.within(start, end)
        if both is not None and both.organisation is not None and both.start == start:
            return last - 1, both.organisation, both.date
        return last, None, None

    def _in_cells(self, index: int) -> bool:
        """Say whether a line stands below the cells of a table: two short lines that end no sentence."""
        if index - 2 < self.first:
            return False
        return all(
            end - start <= _LONGEST_CELL
            and self.text[end - 1] not in SENTENCE_ENDS
            and not begins_outline(self.text, start, end)
            and not PAGE.COURTESY.match(self.text, start, end)
            for start, end in self.lines[index - 2 : index]
        ) and not self.is_organ(index - 1)

    def _sealed(self, index: int) -> tuple[int, int] | tuple[()] | None:
        """Return the place of the name in （某某局印章）, () where a seal has none, None where no seal stands."""
        if index < self.first:
            return None
        start, end = self.lines[index]
        return self._seal_at(start, end) if end - start <= _LONGEST_NAME else None

    def _seal_at(self, start: int, end: int) -> tuple[int, int] | tuple[()] | None:
        """Return the place of the name in the seal that is all of `start:end`, () or None as `_sealed` does."""
        if PAGE.SEAL.fullmatch(self.text, start, end) is None:
            return None
        place = trim(self.text, start + 1, PAGE.SEAL_BEHIND.search(self.text, start, end).start())  # type: ignore[union-attr]
        return place if place[0] < place[1] and is_organ("".join(self.text[slice(*place)].split())) else ()

    def _labelled(self, last: int) -> tuple[int, Signed] | None:
        """Find 报告单位：… and 报告时间：…, on one line or on two."""
        text, index = self.text, last
        organisation: tuple[int, int] | None = None
        date: tuple[int, int] | None = None
        while index > max(self.first, last - 2):
            start, end = self.lines[index - 1]
            if end - start > _LONGEST_LABELLED or not PAGE.SIGNS.match(text, start, end):
                break
            signs = list(PAGE.SIGNS.finditer(text, start, end))
            for hit, stop in zip(signs, [*(each.start() for each in signs[1:]), end], strict=True):
                place = trim(text, hit.end(), stop)
                if PAGE.SIGNATURE_DATE.fullmatch(text, *place):
                    date = date or place
                elif PAGE.SIGNATORY.fullmatch(text, *place):
                    organisation = organisation or place
            index -= 1
        if organisation is None and date is None:
            return None
        return index, Signed(organisation, date, self.lines[index][0], self.lines[last - 1][1])

    def within(self, start: int, end: int) -> Signed | None:
        """Find `某管委会 2024年2月23日` at the end of `start:end`, before what is no sentence of the text.

        Of a line that lost its breaks the signature counts before the imprint behind it (…2024年1月6日印发).
        """
        text = self.text
        tail = max(start, end - _LONGEST_TAIL)
        signed = self._labels_within(tail, end)
        if signed is not None:
            return signed
        printed: Signed | None = None
        for date in reversed(list(PAGE.SIGNATURE_DATE.finditer(text, tail, end))):
            day = trim(text, *date.span())
            signed = self._named_before(tail, day, end) or self._named_behind(tail, day, end)
            if signed is not None and not self.is_imprint(signed):
                return signed
            printed = printed or signed
        return printed

    def _named_before(self, tail: int, day: tuple[int, int], end: int) -> Signed | None:
        """Read who signs in front of a date on its line, or the date alone that ends the line behind a sentence."""
        text = self.text
        before_end = trim(text, tail, day[0])[1]
        seal = self._seal_before(tail, before_end)
        start = name_end = before_end
        if seal is not None:
            start, name_end = seal[0], seal[1] if seal[1] > seal[0] else trim(text, tail, seal[0])[1]
        if seal is None or seal[1] <= seal[0]:
            start = self._name_begins(tail, name_end)
            first = begin = self._joint_within(tail, start)
        else:
            first, begin = start, seal[0] - 1
        name, rest = "".join(text[start:name_end].split()), text[day[1] : end].strip(BLANK_CHARACTERS)
        if rest and ("。" in rest or not PAGE.BEHIND_SIGNATURE.match(rest)):
            # A full name and a date, both set apart behind the end of a sentence, sign before a note, too.
            apart = text[day[1] : day[1] + 1].strip(BLANK_CHARACTERS) == ""
            ended = text[tail:begin].rstrip(BLANK_CHARACTERS)[-1:] in tuple("。！？；")
            if not apart or not ended or not is_full(name) or PAGE.OUTLINE_WITHIN.search(rest):
                return None
        if name and is_organ(name):
            return Signed((first, name_end), day, begin, day[1])
        if not rest and (before_end <= tail or text[before_end - 1] in "。！？；"):
            return Signed(None, day, *day)
        return None

    def _name_begins(self, tail: int, end: int) -> int:
        """Return where the word begins that ends at `end`."""
        return max(tail, *(self.text.rfind(mark, tail, end) + 1 for mark in _WORD_ENDS))

    def _joint_within(self, tail: int, start: int) -> int:
        """Return where the first of several full names begins that stand side by side before `start`."""
        for _ in range(_MOST_SIGNATORIES):
            before_end = trim(self.text, tail, start)[1]
            begin = self._name_begins(tail, before_end)
            if before_end in (start, begin) or not is_full(self.text[begin:before_end]):
                break
            start = begin
        return start

    def _seal_before(self, tail: int, end: int) -> tuple[int, int] | None:
        """Return the place of the name in （某某局印章） right before `end`; an empty one where the seal has none."""
        text = self.text
        opening = max(text.rfind(sign, max(tail, end - _LONGEST_NAME), end) for sign in "（(")
        if opening < 0 or text[end - 1] not in "）)":
            return None
        place = self._seal_at(opening, end)
        return place if place else (opening, opening) if place is not None else None

    def _named_behind(self, tail: int, day: tuple[int, int], end: int) -> Signed | None:
        """Read who signs behind a date, at the start of a line or behind a sentence: 。2024年1月5日　柳溪县司法局"""
        text = self.text
        before_end = trim(text, tail, day[0])[1]
        start = trim(text, day[1], end)[0]
        if start == end or (before_end > tail and text[before_end - 1] not in "。！？；"):
            return None
        seal = PAGE.SEAL.match(text, start, end)
        if seal is None and start == day[1]:
            return None
        gap = PAGE.SPACES.search(text, start, end)
        name_end = seal.end() if seal else gap.start() if gap else end
        rest = trim(text, name_end, end)
        if rest[0] < rest[1] and not PAGE.BEHIND_SIGNATURE.match(text, *rest):
            return None
        if seal is not None:
            place = self._seal_at(start, name_end)
            return Signed(place, day, day[0], name_end) if place else None
        return Signed((start, name_end), day, day[0], name_end) if self.is_organ_at(start, name_end) else None

    def _labels_within(self, tail: int, end: int) -> Signed | None:
        """Find 报告单位：… 报告时间：… behind a sentence of a line."""
        text = self.text
        first = PAGE.SIGNS.search(text, tail, end)
        start = at = first.start() if first else end
        behind = trim(text, tail, start)[1]
        if first is None or (behind > tail and text[behind - 1] not in "。！？；"):
            return None
        organisation: tuple[int, int] | None = None
        date: tuple[int, int] | None = None
        while hit := PAGE.SIGNS.match(text, at, end):
            value = trim(text, hit.end(), end)[0]
            gap = PAGE.SPACES.search(text, value, end)
            value_end = gap.start() if gap else end
            if day := PAGE.SIGNATURE_DATE.match(text, value, end):
                value_end = trim(text, *day.span())[1]
                date = date or (value, value_end)
            elif PAGE.SIGNATORY.fullmatch(text, value, value_end):
                organisation = organisation or (value, value_end)
            else:
                return None
            at = trim(text, value_end, end)[0]
        if at < end and not PAGE.BEHIND_SIGNATURE.match(text, at, end):
            return None
        return Signed(organisation, date, start, value_end)

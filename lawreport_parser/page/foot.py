"""The foot of a page: footers, what is attached, and the signature, up to where the body ends."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.page.metadata import is_marked, labelled_values, labels
from lawreport_parser.page.model import Page, Piece, Signed
from lawreport_parser.page.patterns import GAP, GAPS, LONGEST, SENTENCE_ENDS, page_pattern, page_patterns
from lawreport_parser.spans import BLANK_CHARACTERS, trim

__all__ = ["Foot"]

#: How many lines are read at the foot of a page.
_FOOT_LINES: Final = 80
#: How many lines that no word tells may stand behind a signature.
_BEHIND_LINES: Final = 30
#: How many organisations sign together at most, and how long a signature with labels is.
_MOST_SIGNATORIES: Final = 6
_LONGEST_LABELLED: Final = 100
#: What may stand behind a signature on its line.
_BEHIND_SIGNATURE: Final = re.compile(
    r"[（(]|附件|附[:：]|抄送|联系|主办|承办|相关|来源|责任编辑|分享|打印|关闭|上一|下一|扫一扫|信息来源|编辑"
)
#: Every date holds one of these.
_FIGURE: Final = re.compile("[0-9０-９年]")
_SENTENCE_MARKS: Final = frozenset("。；！？，")
_SENTENCE: Final = re.compile(r"[。；！？]")
_OPENING: Final = re.compile(rf"[【\[]{GAP}{{0,4}}$")
#: How long the cell of a table is at most.
_LONGEST_CELL: Final = 20
#: How many characters may stand behind a signature that is nothing but text, and no annex.
_LONGEST_BEHIND: Final = 1500
#: Words that end a report, before its signature.
_COURTESY: Final = re.compile(r"特此|专此|此致|此报|以上|妥否|请|敬请")


@cache
def _button() -> re.Pattern[str]:
    """Return the pattern of a button at the start of a line: 打印, 【关闭】."""
    return re.compile(rf"(?:[【\[]{GAP}{{0,4}})?(?:{page_patterns()['SHARE']})(?={GAP}{{0,4}}[】\]]|{GAP}|$)")


@cache
def _button_behind() -> re.Pattern[str]:
    """Return the pattern of a button behind a signature on its line, with what parts the two."""
    words = page_patterns()["SHARE"]
    return re.compile(rf"[【\[]{GAP}{{0,4}}(?:{words}){GAP}{{0,4}}[】\]]|(?:^|(?<={GAP}))(?:{words})(?={GAP}|$)")


class Foot:
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
        higher = None
        if found is None or self._is_imprint(found[1]):
            higher = self._signature_above(last)
        if higher is None and (found is None or not self._is_whole(*found)):
            higher = self._signature_before_text(last)
        found = higher or found
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
            line = text[start : min(end, start + LONGEST)]
            if end - start <= LONGEST and self._is_furniture(line):
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
        labelled = labels().match(line)
        return labelled is not None and is_marked(labelled) and len(line) < 80

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
            if not sealed and not page_pattern("DATE").search(self.text, *date) and self._in_cells(index):
                return None
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
        if self.is_organ(last - 1):
            first = self.joint(last - 1)
            # A date below another organisation is that one's.
            signed = first - 1 > self.first and self.is_organ(first - 2)
            if first > self.first and not signed and self.is_date(first - 1):
                return first - 1, (self.lines[first][0], end), self.lines[first - 1]
        if end - start <= 40 and self.is_signatory(self.text[start:end], dated=False) and not self._in_cells(last - 1):
            return last - 1, (start, end), None
        both = self._organisation_and_date(start, end) if _FIGURE.search(self.text, start, end) else None
        if both is not None and both[0] is not None and both[0][0] == start:
            return last - 1, *both
        return last, None, None

    def joint(self, index: int) -> int:
        """Return the index of the first of several organisations that sign, one below the other; `index`: the last."""
        lowest = max(self.first, index - _MOST_SIGNATORIES + 1)
        while index > lowest and self.is_organ(index - 1):
            index -= 1
        return index

    def is_organ(self, index: int) -> bool:
        """Say whether a line is the full name of an organisation: 柳溪县人民政府, 中共柳溪县委."""
        start, end = self.lines[index]
        if end - start > 40:
            return False
        name = GAPS.sub("", self.text[start:end])
        if name.endswith(("）", ")")):
            name = page_pattern("SEAL_MARK").sub("", name)
        pattern = "PARTY_COMMITTEE" if name.startswith("中共") else "FULL_ORGANISATION"
        return page_pattern(pattern).fullmatch(name) is not None

    def _in_cells(self, index: int) -> bool:
        """Say whether a line stands below the cells of a table: two short lines that end no sentence."""
        if index - 2 < self.first:
            return False
        return all(
            end - start <= _LONGEST_CELL
            and self.text[end - 1] not in SENTENCE_ENDS
            and not page_pattern("OUTLINE_START").match(self.text, start, end)
            and not _COURTESY.match(self.text, start, end)
            for start, end in self.lines[index - 2 : index]
        ) and not self.is_organ(index - 1)

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
            if end - start > LONGEST:
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

    def _is_whole(self, index: int, signed: Signed) -> bool:
        """Say whether a signature that begins at `index` holds the full name of an organisation, and a date."""
        if signed.organisation is None or signed.date is None:
            return False
        return self.is_organ(index) or signed.organisation[0] != self.lines[index][0]

    def _signature_before_text(self, last: int) -> tuple[int, Signed] | None:
        """Find a whole signature behind which nothing of a report follows, and take that: notes, comments, addresses.

        Behind it stand no marker of an outline, no title and no attachment.
        """
        lines, text = self.lines, self.text
        lowest = max(self.first + 2, last - _BEHIND_LINES)
        for at in range(last - 1, lowest - 1, -1):
            start, end = lines[at]
            if lines[last - 1][1] - start > _LONGEST_BEHIND or page_pattern("OUTLINE_START").match(text, start, end):
                return None
            if page_pattern("ATTACHMENT").match(text, start, end) or page_pattern("TITLE_LINE").fullmatch(
                text, start, min(end, start + 160)
            ):
                return None
            found = self._whole_signature(at)
            if found is not None:
                self._take_lines(at, last)
                return found
        return None

    def _whole_signature(self, last: int) -> tuple[int, Signed] | None:
        """Find name and full date right above the line `last`, on two lines or on one."""
        lines, text = self.lines, self.text
        if self.is_date(last - 1):
            start, end = lines[last - 2]
            named = self.is_organ(last - 2) or (
                page_pattern("ORGANISATION").fullmatch(text, start, min(end, start + 40)) is not None
                and not self._in_cells(last - 2)
            )
            dated = page_pattern("DATE").search(text, *lines[last - 1]) is not None
            return self._signature(last) if named and dated else None
        start, end = lines[last - 1]
        if end - start > 60 or not _FIGURE.search(text, start, end):
            return None
        both = self._organisation_and_date(start, end)
        if both is None or both[0] is None or both[0][0] != start or both[1][1] != end:
            return None
        return self._signature(last) if page_pattern("FULL_ORGANISATION").fullmatch(text, *both[0]) else None

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
            if end - start > 120 or (at < last - 1 and self.text[end - 1] in SENTENCE_ENDS):
                return last
            if page_pattern("COPIES").match(self.text, start, end):
                return at
        return last

    def _is_imprint(self, signed: Signed) -> bool:
        """Say whether a date is that of printing (2024年1月6日印发): what stands above it may be the signature."""
        return signed.date is not None and self.text.endswith("印发", *signed.date)

    def is_date(self, index: int) -> bool:
        """Say whether a line is nothing but the date of a signature."""
        start, end = self.lines[index]
        return end - start <= 30 and page_pattern("SIGNATURE_DATE").fullmatch(self.text, start, end) is not None

    def is_signatory(self, line: str, *, dated: bool) -> bool:
        """Say whether a line names who signs: above a date a short name will do, else it must be a full one."""
        squeezed = GAPS.sub("", line)
        if re.search(r"[，。；：:！？]", squeezed) or page_pattern("OUTLINE_START").match(squeezed):
            return False
        if dated and page_pattern("SIGNATORY").fullmatch(squeezed):
            return True
        name = page_pattern("SEAL_MARK").sub("", squeezed)
        return page_pattern("FULL_ORGANISATION").fullmatch(name) is not None

    def _organisation_and_date(self, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
        """Find `某管委会 2024年2月23日` at the end of `start:end`, before what is no sentence of the text."""
        tail_start = max(start, end - 250)
        tail = self.text[tail_start:end]
        for date in reversed(list(page_pattern("DATE").finditer(tail))):
            rest = tail[date.end() :].strip(BLANK_CHARACTERS)
            before = tail[: date.start()].rstrip(BLANK_CHARACTERS)
            name_at = max(before.rfind(mark) for mark in "。！？；：”） \u3000\xa0\n") + 1
            name = before[name_at:]
            if rest and ("。" in rest or not _BEHIND_SIGNATURE.match(rest)):
                # A full name and a date, both set apart behind the end of a sentence, sign before a note, too.
                apart = (
                    tail[date.end() - 1 : date.end() + 1].strip(BLANK_CHARACTERS)
                    != tail[date.end() - 1 : date.end() + 1]
                )
                if not apart or before[:name_at].rstrip(BLANK_CHARACTERS)[-1:] not in tuple("。！？；"):
                    continue
                if not page_pattern("FULL_ORGANISATION").fullmatch(name) or page_pattern("OUTLINE_WITHIN").search(rest):
                    continue
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
        starts = [hit.start() for hit in labels().finditer(rest) if is_marked(hit)][:1]
        footer = page_pattern("FOOTER").search(rest)
        if footer:
            starts.append(len(_OPENING.sub("", rest[: footer.start()])))
        button = _button_behind().search(rest)
        if button:
            starts.append(button.start())
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

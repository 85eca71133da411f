"""The foot of a page: the signature, and what stands behind it, up to where the body ends.

The head's reading, from the other end: the lines from the last one upwards are evidence that the foot still goes on, or
that the text has been reached. The foot begins where the sum of the evidence is greatest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.blanks import trim
from lawreport_parser.header_fields import LABELS, label_pattern
from lawreport_parser.page.labels import begins_with_label, marked_labels
from lawreport_parser.page.model import Found, Page, Piece, Signed
from lawreport_parser.page.patterns import LONGEST, PAGE, SENTENCE_ENDS, SENTENCE_MARKS, begins_outline, page_patterns
from lawreport_parser.page.signature import Signatures

__all__ = ["Foot"]

#: What a line is worth as evidence that the foot of the page still goes on: furniture, a signature in full, one that
#: lacks something, a line that nothing tells, a long one, prose, and what is text of the report.
_FURNITURE: Final = 3
_LISTED: Final = 4
_SIGNED: Final = 60
_HALF_SIGNED: Final = 30
_UNKNOWN: Final = -1
_LONG: Final = -4
_PROSE: Final = -8
_PROSE_SIZE: Final = 40
_TEXT: Final = -1000
_HOPELESS: Final = -60
#: How good a signature is: that of printing, one that lacks something, one in full.
_IMPRINT: Final = 1
_PARTLY: Final = 2
_WHOLE: Final = 3
#: How many lines are read at the foot of a page, and how many that no word tells may stand behind a signature.
_FOOT_LINES: Final = 80
_BEHIND_LINES: Final = 30
#: How many characters may stand behind a signature that are text.
_LONGEST_BEHIND: Final = 1500
#: Header fields that the foot of a page may give.
_PUBLISHED: Final = frozenset({"source", "published_date"})
_SHORTEST_RUN_IN: Final = 60


@cache
def _of_publication() -> re.Pattern[str]:
    """Return a pattern of the labels that the foot of a page may hold with their values: 来源, 发布时间."""
    return re.compile(
        label_pattern((label for label in LABELS if label.field in _PUBLISHED), page_patterns()["LABEL_GAP"])
    )


class _Step(NamedTuple):
    """Lines read at once: the index of the first, what they are worth, the signature that they are, how good it is."""

    first: int
    worth: int
    signed: Signed | None = None
    rank: int = 0


class Foot:
    """Reads the foot of the page upwards, until the text is reached."""

    def __init__(self, page: Page, lines: list[tuple[int, int]], first: int) -> None:
        self.page = page
        self.text = page.text
        self.lines = lines
        self.first = first
        self.signatures = Signatures(page.text, lines, first)
        #: What has been read: lines that nothing tells, prose.
        self.unknown = 0
        self.prose = False

    def read(self) -> int:
        """Fill in the back of the page; return the index behind the last line of the body."""
        last = index = cut = len(self.lines)
        lowest = max(self.first, last - _FOOT_LINES)
        steps: list[_Step] = []
        total = best = kept = 0
        while index > lowest:
            step = self._step(index, last)
            if kept and steps[kept - 1].rank == _WHOLE and step.worth != _LISTED:
                # Above a signature stands what is attached, and then the text.
                break
            total += step.worth
            steps.append(step)
            index = step.first
            if total > best:
                best, kept, cut = total, len(steps), index
            elif total < best + _HOPELESS:
                break
        signed = self._sign(steps[:kept])
        self._take(cut, last, signed)
        return cut if signed else self._run_in(cut)

    def _sign(self, steps: list[_Step]) -> Signed | None:
        """Return the signature of the report: the best one, of those that are as good the lowest."""
        best: _Step | None = None
        for step in steps:
            if step.signed is None:
                continue
            if best is None or step.rank > best.rank:
                best = step
        self.page.signature = best.signed if best else None
        return self.page.signature

    def _take(self, first: int, last: int, signed: Signed | None) -> None:
        """Put the lines of the foot into the page."""
        back: list[Piece] = []
        aside = self.page.back
        for at in range(first, last):
            start, end = self.lines[at]
            if signed is not None and signed.start <= start < signed.end:
                if start == signed.start or not back or back[-1].type != "SIGNATURE":
                    back.append(Piece("SIGNATURE", signed.start, signed.end))
                continue
            back.append(Piece("METADATA" if self._metadata(start, end) else "FURNITURE", start, end))
        self.page.back = [*back, *aside]

    def _metadata(self, start: int, end: int) -> bool:
        """Take from a line of the foot what it says of where and when the page was published."""
        found = list(self._values(start, end))
        self.page.found.extend(found)
        return bool(found)

    def _values(self, start: int, end: int) -> Iterator[Found]:
        text = self.text
        if end - start > LONGEST or _of_publication().search(text, start, end) is None:
            return
        hits = [hit for hit in marked_labels(text, start, end) if hit.known]
        if not hits:
            return
        for hit, stop in zip(hits, [*(hit.start for hit in hits[1:]), end], strict=True):
            value_start, value_end = trim(text, hit.end, stop)
            if hit.label.field not in _PUBLISHED or value_start >= value_end:
                continue
            ends = PAGE.SPACES.search(text, value_start, value_end)
            value_end = ends.start() if ends else value_end
            if hit.label.field == "published_date":
                date = PAGE.DATE.match(text, value_start, trim(text, hit.end, stop)[1])
                if date is None:
                    continue
                value_end = trim(text, *date.span())[1]
            if value_start < value_end:
                yield Found(hit.label.field, hit.label.words, text[value_start:value_end], value_start, value_end)

    # --- lines

    def _step(self, index: int, last: int) -> _Step:
        """Read the line above `index`, with those that belong to it."""
        start, end = self.lines[index - 1]
        if end - start > LONGEST:
            return _Step(index - 1, self._worth(index - 1, last))
        signed = self._signature(index)
        if signed is not None:
            return signed
        listed = index if self.prose else self._attachments(index)
        if listed == index:
            listed = self._copies(index)
        if listed < index:
            return _Step(listed, _LISTED)
        return _Step(index - 1, self._worth(index - 1, last))

    def _worth(self, at: int, last: int) -> int:
        """Return what a line is worth that is no signature and no list."""
        text = self.text
        start, end = self.lines[at]
        annex = self.prose and PAGE.ATTACHMENT.match(text, start, end) is not None
        if not annex and end - start <= LONGEST and self.is_furniture(start, end):
            return _FURNITURE
        self.unknown += 1
        if begins_outline(text, start, end):
            return _TEXT
        if self.unknown > _BEHIND_LINES or self.lines[last - 1][1] - start > _LONGEST_BEHIND:
            return _TEXT
        if annex or (self.prose and PAGE.TITLE_LINE.fullmatch(text, start, min(end, start + 160))):
            # An annex is text.
            return _TEXT
        if PAGE.SENTENCE.search(text, start, min(end, start + LONGEST)):
            self.prose = True
            return _PROSE - (end - start) // _PROSE_SIZE
        return _LONG if end - start > 60 else _UNKNOWN

    def _signature(self, index: int) -> _Step | None:
        found = self.signatures.above(index)
        if found is None:
            return None
        first, signed = found
        whole = self.signatures.is_whole(first, signed)
        if self.unknown or self.prose:
            # With text behind it only a signature in full is one.
            if signed.organisation is None or signed.date is None or self.signatures.is_imprint(signed):
                return None
            if self.prose and not whole:
                return None
        if self.signatures.is_imprint(signed):
            return _Step(first, _HALF_SIGNED, signed, _IMPRINT)
        half = signed.organisation is None or signed.date is None
        return _Step(first, _HALF_SIGNED if half else _SIGNED, signed, _WHOLE if whole else _PARTLY)

    def is_furniture(self, start: int, end: int) -> bool:
        """Say whether a line is of the web page or the paper, and not of the report."""
        text = self.text
        size, sentence = end - start, text.find("。", start, end - 1) >= 0
        if sentence:
            # 完善制度。 责任编辑：王某: what stands first says what the line is.
            return size <= 40 and self.is_furniture(start, text.index("。", start) + 1)
        if PAGE.LONE_DATE.fullmatch(text, start, end) or self.signatures.is_organ_at(start, end):
            return False
        if PAGE.STRAY.fullmatch(text, start, end) or PAGE.CLOSING_NOTE.fullmatch(text, start, end):
            return True
        if text.endswith("印发", start, end) and PAGE.IMPRINT.fullmatch(text, start, end):
            return True
        if begins_outline(text, start, end):
            return False
        bullet = PAGE.BULLET.match(text, start, end)
        begin = bullet.end() if bullet else start
        footer = PAGE.FOOTER.search(text, start, end)
        if text.endswith("。", start, end):
            # 加强技术支持。: a sentence is the page's only where its words begin it, or are a label in it.
            if footer and size < 30 and (footer.start() == begin or text[footer.end() - 1] in ":："):
                return True
        elif footer or PAGE.NAVIGATION.match(text, begin, end):
            return True
        if size < 40 and PAGE.BUTTON.match(text, begin, end):
            return True
        label = begins_with_label(text, begin, end)
        return label is not None and label.marked and size < 80

    def _attachments(self, last: int) -> int:
        """Return the index of the line where a list of attachments begins that ends above `last` (`last`: none does).

        附件：1.目录 and 2.统计表 below it (GB/T 9704-2012, 7.3.4): short lines without a full stop, their numbers
        in order; a long name may run over two lines.
        """
        lines, text = self.lines, self.text
        lowest = max(self.first, last - _BEHIND_LINES)
        if text.find("附", lines[lowest][0], lines[last - 1][1]) < 0:
            return last
        due: int | None = None
        torn = False
        for at in range(last - 1, lowest - 1, -1):
            start, end = lines[at]
            if end - start > 90 or text[end - 1] in SENTENCE_MARKS:
                return last
            line = text[start:end]
            if PAGE.SENTENCE.search(line):
                return last
            head = PAGE.ATTACHMENT.match(line)
            entry = PAGE.ENTRY.match(line, head.end() if head else 0)
            number = int(entry.group()[:-1]) if entry else 0
            if entry:
                if due is not None and due != number:
                    return last
                due, torn = number - 1, False
            elif not head:
                if torn or due == 0 or PAGE.COURTESY.match(line) or begins_outline(line, 0, len(line)):
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
            if PAGE.COPIES.match(self.text, start, end):
                return at
        return last

    # --- a last line that runs on into the foot

    def _run_in(self, last: int) -> int:
        """Peel furniture and a signature off the end of the last line of the body."""
        if last <= self.first:
            return last
        start, end = self.lines[last - 1]
        text = self.text
        short = end - start < _SHORTEST_RUN_IN
        end = self._peel(start, end)
        signed = self.signatures.within(start, end)
        if signed is not None and not (short and signed.organisation is None):
            self.page.signature = signed
            rest = trim(text, signed.end, end)
            if rest[0] < rest[1]:
                self.page.back.insert(0, Piece("FURNITURE", *rest))
            self.page.back.insert(0, Piece("SIGNATURE", signed.start, signed.end))
        return last

    def _peel(self, start: int, end: int) -> int:
        """Take 来源：… 附件下载 and the like off the end of a line; return where the line then ends."""
        text = self.text
        tail_start = max(start, end - LONGEST)
        sentence = max(text.rfind(mark, tail_start, end) for mark in "。！？；）)")
        if sentence < 0:
            return end
        rest_start = trim(text, sentence + 1, end)[0]
        # Organisation and date may stand in front of what is furniture: they are the signature.
        hits = [hit.start for hit in marked_labels(text, rest_start, end) if hit.known]
        starts = [start for start in hits if not PAGE.SIGNS.match(text, start, end)][:1]
        for name in ("FOOTER", "BUTTON_BEHIND"):
            hit = getattr(PAGE, name).search(text, rest_start, end)
            if hit:
                opening = PAGE.OPENING_BEHIND.search(text, rest_start, hit.start())
                starts.append(opening.start() if opening else hit.start())
        if not starts:
            return end
        cut = min(starts)
        kept = trim(text, rest_start, cut)[1]
        pieces: list[Piece] = []
        for each in self._values(cut, end):
            self.page.found.append(each)
            pieces.append(Piece("METADATA", *trim(text, cut, each.end)))
            cut = each.end
        cut, stop = trim(text, cut, end)
        if cut < stop:
            pieces.append(Piece("FURNITURE", cut, stop))
        self.page.back = [*pieces, *self.page.back]
        return max(kept, trim(text, start, sentence + 1)[1])

"""The sentence that a figure stands in: what a reader checks a cell against."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from lawreport_parser.blanks import in_one_line
from lawreport_parser.comparison.units import sentences_in
from lawreport_parser.report import Report
from lawreport_parser.spans import Span
from lawreport_parser.word_search import joined_rows, own_places

__all__ = ["LONGEST", "Sentences"]

#: So many characters of a longer sentence are shown, those around the figure.
LONGEST: Final = 200


class Sentences:
    """The sentences of a report, each heading one of them; rows of one paragraph are joined."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        pieces = [*joined_rows(report.text, report.preamble), *joined_rows(report.text, report.closing)]
        for section in report.walk():
            pieces += own_places(report.text, section)
        self._places = sorted(place for piece in pieces for place in sentences_in(report.text, *piece))

    def around(self, span: Span) -> str | None:
        """Return the sentence in which `span` begins, on one line; None where no heading or paragraph holds it.

        Of more than 200 characters it is cut to these around the span, with … where something is left out.
        """
        at = bisect_right(self._places, (span.start, len(self._text))) - 1
        if at < 0 or self._places[at][1] <= span.start:
            return None
        start, end = self._places[at]
        first, last = start, max(end, span.end)
        if last - first > LONGEST:
            aside = max(0, LONGEST - (span.end - span.start)) // 2
            first = max(start, min(span.start - aside, last - LONGEST))
            last = min(last, first + LONGEST)
        words = in_one_line(self._text[first:last])
        return f"{'…' if first > start else ''}{words}{'…' if last < end else ''}"

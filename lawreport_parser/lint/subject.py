"""What a rule looks at: a report, its prose with the markers in it or blanked out, and what several rules ask of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from lawreport_parser._computed_once import computed_once
from lawreport_parser.blanks import trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.header_fields import LABELS, label_pattern
from lawreport_parser.lint.pairing import Pairs, pair_marks
from lawreport_parser.model import DiagnosticCode, Section
from lawreport_parser.numbers.citations import find_document_numbers
from lawreport_parser.numbers.dates import find_dates
from lawreport_parser.numbers.model import DateMention, DocumentNumber
from lawreport_parser.page.patterns import page_patterns
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["Check", "Hit", "Subject", "from_diagnostics", "squeezed"]

_SHAPES: Final = Terminals("lexical")
_LINT: Final = Terminals("lint")
_SENTENCES: Final = Terminals("prose")
_PROSE: Final = frozenset({"title", "paragraph", "marker", "heading"})


@cache
def _published_by() -> re.Pattern[str]:
    """Return the pattern of 发布机构： or another label of the issuer, and a name."""
    named = label_pattern((label for label in LABELS if label.field == "issuer"), page_patterns()["LABEL_GAP"])
    return re.compile(f"(?:{named}){_LINT.PUBLISHER.pattern}")


class Hit(NamedTuple):
    """Where a rule fires. `values` fill the rule's message, or `message` is it; `kind` is what is counted as one."""

    start: int
    end: int
    values: tuple[Any, ...] = ()
    kind: str = ""
    message: str = ""


class Subject:
    """A report as the rules see it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        self.header = report.header
        self.sections: list[Section] = list(report.walk())

    @computed_once
    def first(self) -> int:
        """Where what concerns the whole report is said: its title, else its first words."""
        title = self.header.evidence.get("title")
        return title.start if title else trim(self.text, 0, len(self.text))[0]

    @computed_once
    def beginning(self) -> int:
        """Where the report's own text begins: behind metadata, title and addressee."""
        first = self.report.preamble[0] if self.report.preamble else self.report.sections[0] if self.sections else None
        return first.span.start if first is not None else 0

    @computed_once
    def lines(self) -> list[tuple[int, int]]:
        """The lines of prose (title, preamble, sections, closing), each from its first word to its last."""
        lines: list[tuple[int, int]] = []
        for segment in self.report.segments():
            if segment.kind not in _PROSE:
                continue
            start, end = segment.span.start, segment.span.end
            if lines and not _SHAPES.LINE_END.search(self.text, lines[-1][1], start):
                lines[-1] = (lines[-1][0], end)
            else:
                lines.append((start, end))
        return lines

    @computed_once
    def line_ends(self) -> frozenset[int]:
        """Where the lines of prose end."""
        return frozenset(end for _, end in self.lines)

    @computed_once
    def prose(self) -> str:
        """The text with all that is no prose (metadata, furniture, signature) replaced by line breaks."""
        pieces: list[str] = []
        at = 0
        for start, end in self.lines:
            pieces += ["\n" * (start - at), self.text[start:end]]
            at = end
        pieces.append("\n" * (len(self.text) - at))
        return "".join(pieces)

    @computed_once
    def words(self) -> str:
        """The prose with its markers replaced by spaces."""
        pieces: list[str] = []
        at = 0
        for section in self.sections:
            span = section.marker.span
            pieces += [self.prose[at : span.start], " " * len(span)]
            at = span.end
        pieces.append(self.prose[at:])
        return "".join(pieces)

    @computed_once
    def pairs(self) -> Pairs:
        """The brackets and quotation marks of the prose."""
        return pair_marks(self.words, self.lines)

    @computed_once
    def document_numbers(self) -> list[DocumentNumber]:
        """The document numbers of the whole text, metadata included."""
        return find_document_numbers(self.text)

    @computed_once
    def preamble(self) -> str:
        """The words before the outline."""
        return "\n".join(paragraph.text for paragraph in self.report.preamble)

    @computed_once
    def is_law_report(self) -> bool:
        """Whether this is a yearly report on government under the rule of law: by its title, else by its preamble."""
        title = self.header.title
        if title is not None:
            return (
                _LINT.LAW.search(title) is not None
                and _SENTENCES.CALLED_REPORT.search(title) is not None
                and _LINT.LOOKS_FORWARD.search(title) is None
            )
        return (
            _LINT.LAW.search(self.preamble) is not None
            and _SENTENCES.CALLED_REPORT.search(self.preamble[-200:]) is not None
        )

    @computed_once
    def covers_a_year(self) -> bool:
        """Whether the report is on a whole year, not on a half-year or quarter."""
        return (
            self.is_law_report and _LINT.PART_OF_YEAR.search(f"{self.header.title or ''}{self.preamble[-200:]}") is None
        )

    @computed_once
    def title_years(self) -> set[int]:
        """The years that the title names, those of a range included; 23年 is 2023."""
        title = self.header.title or ""
        years = {int(year) for year in _LINT.FULL_YEAR.findall(title)}
        for mention in find_dates(title)[0]:
            years.update(range(mention.start.year, mention.end.year + 1))
        return years | {2000 + int(year) for year in _LINT.SHORT_YEAR.findall(title)}

    @computed_once
    def stated_year(self) -> int | None:
        """The year reported on, where the title or the preamble states it. A heading may name the year of the plans."""
        year, evidence = self.header.year, self.header.evidence.get("year")
        headings = [section.heading.span for section in self.report.sections if section.heading]
        deduced = any(each.code == "year-deduced" for each in self.report.diagnostics)
        if deduced or year is None or evidence is None or any(s.start <= evidence.start < s.end for s in headings):
            return max(self.title_years, default=None)
        return year if not self.title_years or year in self.title_years else max(self.title_years)

    @computed_once
    def writing(self) -> tuple[date, Span] | None:
        """The day the report was signed, else the 成文日期 of its metadata, with its place."""
        signature = self.report.signature
        if signature is not None and signature.date is not None:
            return signature.date, signature.span
        written, place = self.header.written_date, self.header.evidence.get("written_date")
        return (written, place) if written is not None and place is not None else None

    @computed_once
    def dates(self) -> list[DateMention]:
        """The dates of the report; those in titles of documents are not its own."""
        titles = [match.span() for match in _LINT.TITLES.finditer(self.text)]
        starts = [start for start, _ in titles]

        def is_own(mention: DateMention) -> bool:
            at = bisect_right(starts, mention.span.start) - 1
            return at < 0 or mention.span.start >= titles[at][1]

        return [mention for mention in self.report.dates if is_own(mention)]

    @computed_once
    def _date_starts(self) -> list[int]:
        return [mention.span.start for mention in self.dates]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Return the dates that begin in a range of the text."""
        return self.dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    @computed_once
    def short_dates(self) -> list[tuple[int, int]]:
        """The lines of prose that are a date whose year has two digits, and nothing else."""
        return [(start, end) for start, end in self.lines if _LINT.SHORT_DATE.fullmatch(self.text, start, end)]

    @computed_once
    def publisher(self) -> tuple[str, int] | None:
        """The 发布机构 of the metadata, with its place."""
        for segment in self.report.page:
            if segment.kind == "metadata":
                found = _published_by().search(self.text, segment.span.start, segment.span.end)
                if found:
                    return found[1], found.start(1)
        return None

    def part_of(self, section_id: str | None) -> Section | None:
        """Return the outermost section that holds the section of this id."""
        return self.report.sections[int(section_id.partition(".")[0]) - 1] if section_id else None

    @staticmethod
    def without_titles(text: str) -> str:
        """Return `text` with the titles of documents in it blanked out."""
        return _LINT.TITLES.sub(lambda match: " " * len(match[0]), text)

    def siblings(self) -> Iterator[list[Section]]:
        """Yield the sections that stand beside each other, for every place in the tree."""
        yield self.report.sections
        for section in self.sections:
            if section.children:
                yield section.children


Check = Callable[[Subject], Iterator[Hit]]


def from_diagnostics(*codes: DiagnosticCode) -> Check:
    """Return the check that fires where the parser gave one of these diagnostics, with the parser's message."""

    def check(subject: Subject) -> Iterator[Hit]:
        for diagnostic in subject.report.diagnostics:
            if diagnostic.code in codes:
                span = diagnostic.span
                start, end = (span.start, span.end) if span.end else (subject.first, subject.first)
                yield Hit(start, end, message=diagnostic.message)

    return check


def squeezed(text: str) -> str:
    """Return `text` without any white space."""
    return _LINT.WHITE_SPACE.sub("", text)

"""What of a report is compared: its sentences, sections with their own text, paragraphs, items."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.blanks import trim
from lawreport_parser.comparison.similarity import Grams, Profile, Rarity
from lawreport_parser.discourse.cues import cues_in
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Item, Section
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["Compared", "Unit", "first_clause", "heading_range", "item_units", "review_units", "sentences_in"]

_PROSE: Final = Terminals("prose")
#: Where a report tells what was done.
_LOOKS_BACK: Final[frozenset[Role]] = frozenset({"achievements", "responsibility"})
#: A paragraph of more sentences is several units.
_MOST_SENTENCES: Final = 40
#: A cue of more letters has the matter in it (新增…3, 履行…职责): only its verb, of so many letters, is how it is said.
_LONGEST_MANNER: Final = 5
_VERB: Final = 2
#: The first clause of a text without heading is looked for in so many letters.
_LONGEST_HEAD: Final = 60


class Unit(NamedTuple):
    """A place that may be linked: its words begin at `words`, behind its marker.

    What it is about, its heading or first clause, stands from `head` to `head_end`.
    """

    start: int
    words: int
    end: int
    section_id: str | None
    head: int
    head_end: int


class Compared:
    """A report that is compared: its letters, its sentences, and what of it may be linked."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        # How it is said (还有差距, 进一步, 累计) tells nothing of what it is about; what a longer cue spans does.
        cues = cues_in(report.text, 0, len(report.text))
        self.grams = Grams(report.text, ((start, _end_of_manner(start, end)) for _, _, start, end in cues))

    def sentences(self) -> Iterator[set[str]]:
        """Yield the letters and pairs of each heading and each sentence."""
        report = self.report
        pieces = [each.span for each in (*report.preamble, *report.closing)]
        for section in report.walk():
            pieces += (each.span for each in section.body)
            if (heading := heading_range(section)) is not None:
                yield self.grams.held(*heading)
        for span in pieces:
            for start, end in sentences_in(self.text, span.start, span.end):
                yield self.grams.held(start, end)

    def profile(self, unit: Unit, rarity: Rarity) -> Profile:
        """Return the weighted letters and pairs of a unit."""
        return rarity.profile(self.grams.count(unit.words, unit.end), self.grams.held(unit.head, unit.head_end))

    def clause_around(self, place: Span, rarity: Rarity) -> Profile:
        """Return the weighted letters and pairs of the clause that holds a place."""
        start, end = max(0, place.start - _LONGEST_HEAD), place.end + _LONGEST_HEAD
        for before in _PROSE.CLAUSE.finditer(self.text, start, place.start):
            start = before.end()
        behind = _PROSE.CLAUSE.search(self.text, place.end, end)
        return rarity.profile(self.grams.count(start, behind.start() if behind else end), set())


def review_units(report: Report) -> list[Unit]:
    """Return the places where a report looks back, in the order of the text."""
    roles = _Roles(report)
    found = [
        unit
        for paragraph in (*report.preamble, *report.closing)
        if roles.at(paragraph.span.start) in _LOOKS_BACK
        for unit in _cut(report.text, paragraph.span.start, paragraph.span.start, paragraph.span.end, None, None)
    ]
    for section in report.walk():
        found += (unit for unit in _own_units(report.text, section) if roles.at(unit.words) in _LOOKS_BACK)
    return sorted(found)


def item_units(report: Report, items: Sequence[Item]) -> list[Unit]:
    """Return the items of a report as units."""
    sections = {section.span.start: section for section in report.walk()}
    units = []
    for item in items:
        start, end = item.span.start, item.span.end
        section = sections.get(start) if item.basis == "section" else None
        words = start if section is None else min(section.marker.span.end, end)
        heading = None if section is None else heading_range(section)
        head = heading or first_clause(report.text, words, end)
        units.append(Unit(start, words, end, item.section_id, *head))
    return units


def heading_range(section: Section) -> tuple[int, int] | None:
    """Return the range of the heading of a section, where it has one."""
    return None if section.heading is None else (section.heading.span.start, section.heading.span.end)


def first_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the first clause of a text: what it is about, where it has no heading."""
    start, end = trim(text, start, min(end, start + _LONGEST_HEAD))
    clause = _PROSE.CLAUSE.search(text, start, end)
    return start, clause.start() if clause else end


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the range of each sentence in a stretch of the text."""
    for sentence in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, start, end):
        left, right = trim(text, *sentence.span())
        if left < right:
            yield left, right


def _end_of_manner(start: int, end: int) -> int:
    """Return where the words of a cue end that say how it is said: of 新增民主法治示范村3 only the first two do."""
    return end if end - start <= _LONGEST_MANNER else start + _VERB


class _Roles:
    """Tells the role of each place of a report."""

    def __init__(self, report: Report) -> None:
        self._passages = report.passages

    def at(self, place: int) -> Role:
        before = bisect_right(self._passages, place, key=lambda each: each.span.start) - 1
        if before >= 0 and place < self._passages[before].span.end:
            return self._passages[before].role
        return "other"


def _own_units(text: str, section: Section) -> Iterator[Unit]:
    """Yield a section with its own first paragraph, and each further paragraph of its own."""
    start, words = section.span.start, section.marker.span.end
    heading = heading_range(section)
    ends = [paragraph.span for paragraph in section.body]
    if not ends:
        if not section.children:
            yield from _cut(text, start, words, section.span.end, section.id, heading)
        return
    yield from _cut(text, start, words, ends[0].end, section.id, heading)
    for span in ends[1:]:
        yield from _cut(text, span.start, span.start, span.end, section.id, None)


def _cut(
    text: str, start: int, words: int, end: int, section_id: str | None, heading: tuple[int, int] | None
) -> Iterator[Unit]:
    """Yield a stretch of the text as a unit; as several where it has very many sentences."""
    sentences = list(sentences_in(text, words, end))
    for first in range(0, max(len(sentences), 1), _MOST_SENTENCES):
        last = first + _MOST_SENTENCES
        behind = sentences[last][0] if last < len(sentences) else end
        if first:
            start = words = sentences[first][0]
        stop = trim(text, start, behind)[1]
        head = heading if heading is not None and not first else first_clause(text, words, stop)
        yield Unit(start, words, stop, section_id, *head)

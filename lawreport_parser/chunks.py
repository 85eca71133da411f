"""Chunks for retrieval: pieces of a report no longer than wanted, cut where a reader would cut.

The body of a report is its segments of the kinds `marker`, `heading` and `paragraph`: preamble, sections and
closing, without metadata, titles, addressee, signature and furniture. Every character of the body that is not white
space is in exactly one chunk (with an overlap: in one chunk beyond its repeated start). White space between two chunks
(line ends, indentation) is in none, that within a chunk in this one; no character of anything else is in any.

Chunks follow the outline. A section that fits is kept whole and joined with the siblings beside it; one that does not
is divided into its own text and its subsections, and its own text at the ends of sentences. A heading with nothing
of its own below it goes with the text that follows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from numbers import Integral
from typing import Final, Literal, Protocol
from uuid import NAMESPACE_OID, uuid5

from lawreport_parser.blanks import BLANK_CHARACTERS, trim
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Paragraph, Passage, Section, Segment
from lawreport_parser.spans import Span
from lawreport_parser.text_digest import text_sha256

__all__ = ["Chunk", "ChunkPlace", "chunk_report"]

ChunkPlace = Literal["preamble", "section", "closing"]

#: The kinds of segments that make the body.
_BODY: Final = frozenset({"marker", "heading", "paragraph"})
_SHAPES: Final = Terminals("lexical")
_PROSE: Final = Terminals("prose")
#: Where a sentence that is too long is cut, from good to bad; behind these, anywhere.
_CUTS: Final = ("CUT_AT_CLAUSE", "CUT_AT_PAUSE", "CUT_AT_WORD")
#: How many times what is expected to fit is looked at before a long stretch is measured as a whole.
_PROBE: Final = 4


@model
class Chunk(FrozenModel):
    """A piece of a report for retrieval: `report.text[span.start:span.end]` is `text`.

    `id` is a UUID (version 5, RFC 9562) of the text of the report and the span: the same chunk of the same text has it
    again, and no other. It is `uuid5(NAMESPACE_OID, "TEXT_SHA256:START-END")`, of `Report.text_sha256` and code points.
    `section_id` is the innermost section that holds all of it (null in preamble and closing, and where outermost
    sections are joined); headings that only lead in to the text do not count. `path` names this section and the
    ones around it, outermost first, by `Section.title`: the heading of each, or its first words. `section_ids` are all
    sections that text of the chunk belongs to. `roles` hold for all of its text. `overlap` counts the code points
    at its start that the chunk before it holds too.
    """

    id: str
    index: int
    text: str
    span: Span
    place: ChunkPlace
    section_id: str | None
    section_ids: list[str]
    path: list[str]
    roles: list[Role]
    overlap: int = 0


class ReadReport(Protocol):
    """What `chunk_report` asks of a `Report`."""

    @property
    def text(self) -> str:
        """The text as given."""

    @property
    def closing(self) -> list[Paragraph]:
        """The paragraphs after the last section."""

    @property
    def passages(self) -> list[Passage]:
        """The passages, which part the body by role."""

    def walk(self) -> Iterator[Section]:
        """Yield every section."""

    def segments(self) -> Iterator[Segment]:
        """Yield the segments of the text."""


def chunk_report(report: ReadReport, max_size: int, size: Callable[[str], int] = len, overlap: int = 0) -> list[Chunk]:
    """Return the body of a report in chunks of at most `max_size`, in the order of the text.

    `size` measures a text in any unit (`len`, a tokenizer's count); it should not shrink as a text grows, and need
    not be additive. A chunk never holds two different lists of roles, and never cuts a sentence, unless that sentence
    alone is larger than `max_size`: such a sentence is cut at clause marks, else at 、 and blanks, else anywhere. Only
    a single character can be larger than `max_size`.

    `overlap`, in the same unit, is how much of the chunk before may be repeated, in whole sentences, where the text
    of one section had to be cut. `ValueError` for a `max_size` below 1 and an `overlap` that is negative or not
    smaller than `max_size`; `TypeError` where either is no `int`, or `size` cannot be called.
    """
    for name, given in (("max_size", max_size), ("overlap", overlap)):
        if not isinstance(given, Integral):
            raise TypeError(f"{name} must be an int, not {type(given).__name__}")
    if not callable(size):
        raise TypeError(f"size must be a function that takes a text, not {type(size).__name__}")
    if max_size < 1:
        raise ValueError(f"max_size must be at least 1, not {max_size}")
    if not 0 <= overlap < max_size:
        raise ValueError(f"overlap must be at least 0 and smaller than max_size ({max_size}), not {overlap}")
    chunker = _Chunker(report, max_size, size, overlap)
    blocks = chunker.blocks
    first = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or blocks[at].group != blocks[first].group:
            chunker.pack(first, at, 0, first)
            first = at
    return chunker.chunks


@dataclass(slots=True)
class _Block:
    """The own text of a section, or a stretch of prose: without gap, of one place and with the same roles.

    No chunk holds text of two groups. `steps` is the section's id by level; `bare`: nothing but marker and heading.
    `stops` are the ends of the heading and of each sentence; the heading's is `heading_end`, else -1.
    """

    group: int
    place: ChunkPlace
    steps: tuple[str, ...]
    roles: tuple[Role, ...]
    start: int
    end: int
    bare: bool = True
    heading_end: int = -1
    stops: list[int] = field(default_factory=list)


def _blocks(report: ReadReport) -> list[_Block]:
    """Return the body as blocks; text that is not body between two blocks puts them into different groups."""
    text = report.text
    roles = _Roles(report)
    closing = {paragraph.span.start for paragraph in report.closing}
    blocks: list[_Block] = []
    torn = False
    for segment in report.segments():
        start, end = trim(text, segment.span.start, segment.span.end)
        if segment.kind not in _BODY:
            torn = torn or segment.kind != "blank"
            continue
        if start == end:
            continue
        place: ChunkPlace = "section" if segment.section_id else "closing" if start in closing else "preamble"
        steps = tuple(segment.section_id.split(".")) if segment.section_id else ()
        stops = [end] if segment.kind == "heading" else _sentence_ends(text, start, end)
        at = start
        for stop in roles.with_turns(start, stops):
            own = roles.of(at, segment.section_id)
            last = blocks[-1] if blocks else None
            joined = last is not None and not torn and last.place == place and last.roles == own
            if last is None or not joined or last.steps != steps:
                group = 0 if last is None else last.group + (not joined)
                last = _Block(group, place, steps, own, at, stop)
                blocks.append(last)
                torn = False
            last.end = stop
            if segment.kind != "marker":
                last.stops.append(stop)
            if segment.kind == "heading":
                last.heading_end = stop
            last.bare = last.bare and segment.kind != "paragraph"
            at = _skip_blanks(text, stop)
    for block in blocks:
        if not block.stops or block.stops[-1] != block.end:
            block.stops.append(block.end)
    return blocks


@dataclass(slots=True)
class _Atom:
    """The blocks `first:last`, which go into one chunk if they fit; `start` is where their text begins."""

    first: int
    last: int
    start: int
    fits: bool


class _Roles:
    """The roles of the text of a report: those of its passages; `other` is one only where a heading says so."""

    def __init__(self, report: ReadReport) -> None:
        self._of_section = {section.id: tuple(section.roles) for section in report.walk()}
        self._passages = [(each.span.start, each.span.end, each.role) for each in report.passages]
        self._starts = [start for start, _, _ in self._passages]
        self._text = report.text

    def of(self, place: int, section_id: str | None) -> tuple[Role, ...]:
        """Return the roles of the text from `place` to the next turn."""
        of_section = self._of_section[section_id] if section_id is not None else ()
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self._passages[at][1]:
            # JSON of earlier versions has no passages.
            return of_section
        role = self._passages[at][2]
        return () if role == "other" and role not in of_section else (role,)

    def with_turns(self, start: int, stops: list[int]) -> list[int]:
        """Return the ends of sentences from `start`, and the ends of passages among them."""
        first, last = bisect_right(self._starts, start), bisect_left(self._starts, stops[-1])
        turns = {trim(self._text, start, turn)[1] for turn in self._starts[first:last]}
        return sorted(turns.union(stops)) if turns else stops


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of a paragraph end; the last end is the paragraph's."""
    stops = [match.end() for match in _PROSE.SENTENCE_ENDS.finditer(text, start, end)]
    if not stops or stops[-1] < end:
        stops.append(end)
    return stops


def _skip_blanks(text: str, at: int) -> int:
    match = _PROSE.WHITE_SPACE.match(text, at)
    return match.end() if match else at


class _Chunker:
    """Packs blocks into chunks: `pack` along the outline, `_cut` through the text of one section."""

    def __init__(self, report: ReadReport, max_size: int, size: Callable[[str], int], overlap: int) -> None:
        self.text = report.text
        self.max_size = max_size
        self.size = size
        self.overlap = overlap
        self.blocks = _blocks(report)
        self.chunks: list[Chunk] = []
        self._starts = [block.start for block in self.blocks]
        self._names = {tuple(section.id.split(".")): section.title for section in report.walk()}
        self._digest = text_sha256(report.text)
        #: Code points to a unit of size, as last seen.
        self._rate = 1.0

    def pack(self, first: int, last: int, depth: int, lead: int) -> None:
        """Make chunks of the blocks `first:last`, the text of one section of this depth or a part of it.

        The blocks `lead:first` are the bare headings around it that go with its first chunk.
        """
        units = self._units(first, last, depth)
        if len(units) > 1 and self.blocks[first].bare and len(self.blocks[first].steps) == depth > 0:
            inner = units[1]
            if self._fits(self.blocks[lead].start, self._end(inner[1])):
                units[:2] = [(first, inner[1])]
            else:
                # The heading is better kept with a part of the first subsection than alone.
                self._divide(*inner, depth, lead)
                del units[:2]
                lead = units[0][0] if units else last
        if not units:
            return
        starts = [self.blocks[lead].start, *(self.blocks[start].start for start, _ in units[1:])]
        atoms = self._atoms(units, starts)
        ends = [self._end(atom.last) for atom in atoms]
        at = stretch = 0
        while at < len(atoms):
            atom = atoms[at]
            if not atom.fits:
                self._divide(atom.first, atom.last, depth, lead if at == 0 else atom.first)
                at += 1
                continue
            stretch = max(stretch, at)
            while stretch < len(atoms) and atoms[stretch].fits:
                stretch += 1
            taken = max(at + 1, self._reach(atom.start, ends, at, stretch))
            self._emit(atom.start, ends[taken - 1])
            at = taken

    def _units(self, first: int, last: int, depth: int) -> list[tuple[int, int]]:
        """Divide `first:last` into the blocks of the section itself and the ranges of its subsections."""
        units: list[tuple[int, int]] = []
        at = first
        while at < last:
            steps = self.blocks[at].steps[: depth + 1]
            stop = at + 1
            if len(steps) > depth:
                while stop < last and self.blocks[stop].steps[: depth + 1] == steps:
                    stop += 1
            units.append((at, stop))
            at = stop
        return units

    def _atoms(self, units: list[tuple[int, int]], starts: list[int]) -> list[_Atom]:
        """Make atoms of units: the members of one sentence (一是…；二是…。) stay together where all of them fit."""
        single = [
            _Atom(first, last, start, self._fits(start, self._end(last)))
            for (first, last), start in zip(units, starts, strict=True)
        ]
        atoms: list[_Atom] = []
        at = 0
        while at < len(single):
            stop = at + 1
            while (
                stop < len(single) and single[stop - 1].fits and single[stop].fits and self._goes_on(single[stop].first)
            ):
                stop += 1
            one, last = single[at], single[stop - 1].last
            if stop - at > 1 and self._fits(one.start, self._end(last)):
                atoms.append(_Atom(one.first, last, one.start, True))
            else:
                atoms += single[at:stop]
            at = stop
        return atoms

    def _goes_on(self, at: int) -> bool:
        """Say whether the sentence before block `at` goes on in it."""
        before, block = self.blocks[at - 1], self.blocks[at]
        return (
            not before.bare
            and _PROSE.ENDED.search(self.text, max(before.start, before.end - 8), before.end) is None
            and _SHAPES.LINE_END.search(self.text, before.end, block.start) is None
        )

    def _divide(self, first: int, last: int, depth: int, lead: int) -> None:
        if last - first > 1:
            self.pack(first, last, depth + 1, lead)
        else:
            self._cut(lead, last)

    def _cut(self, first: int, last: int) -> None:
        """Cut the blocks `first:last` (bare headings, then the text of one section) at the ends of sentences."""
        text, end = self.text, self._end(last)
        stops = [stop for block in self.blocks[first:last] for stop in block.stops]
        headings = {block.heading_end for block in self.blocks[first:last]}
        at, before = self.blocks[first].start, -1
        sentence: _LongSentence | None = None
        while at < end:
            following = bisect_right(stops, at)
            for left in (*self._repeatable(before, at, stops, headings), at):
                taken = self._reach(left, stops, following, len(stops))
                if taken > following:
                    break
            if taken > following:
                stop = stops[taken - 1]
            else:
                if sentence is None or sentence.end != stops[following]:
                    sentence = _LongSentence(text, at, stops[following])
                stop = self._clause_stop(at, sentence)
            self._emit(left, stop, at - left)
            before, at = at, _skip_blanks(text, stop)

    def _clause_stop(self, at: int, sentence: _LongSentence) -> int:
        for level in range(len(_CUTS) + 1):
            stops = sentence.stops(level)
            following = bisect_right(stops, at)
            taken = self._reach(at, stops, following, len(stops))
            if taken > following:
                return stops[taken - 1]
        return at + 1

    def _repeatable(self, before: int, at: int, stops: list[int], headings: set[int]) -> Iterator[int]:
        """Yield where a chunk that goes on at `at` may begin, earliest first: whole sentences of the chunk before."""
        if not self.overlap or before < 0:
            return
        first, last = bisect_right(stops, before), bisect_right(stops, at)
        if last == first:  # the chunk before ends within a sentence
            return
        starts = [
            _skip_blanks(self.text, stops[n]) for n in range(last - 2, first - 1, -1) if stops[n + 1] not in headings
        ]
        end = stops[last - 1]
        fitting = _gallop(0, len(starts), 0, lambda n: self.size(self.text[starts[n] : end]) <= self.overlap)
        yield from reversed(starts[:fitting])

    def _end(self, last: int) -> int:
        return self.blocks[last - 1].end

    def _fits(self, start: int, end: int) -> bool:
        """Say whether `start:end` is no larger than a chunk may be; a long stretch is judged by its beginning."""
        probe = _PROBE * max(1, int(self.max_size * self._rate))
        while start + probe < end:
            if self._measure(start, start + probe) > self.max_size:
                return False
            probe *= _PROBE
        return self._measure(start, end) <= self.max_size

    def _measure(self, start: int, end: int) -> int:
        piece = self.text[start:end].rstrip(BLANK_CHARACTERS)
        size = self.size(piece)
        if size > 0:
            self._rate = len(piece) / size
        return size

    def _reach(self, start: int, ends: Sequence[int], first: int, last: int) -> int:
        """Return how far `ends[first:last]` can be taken: `ends[:n]` with `start:ends[n - 1]` fitting, or `first`."""
        guess = bisect_right(ends, start + int(self.max_size * self._rate), first, last) - 1
        return _gallop(first, last, guess, lambda n: self._fits(start, ends[n]))

    def _emit(self, start: int, stop: int, overlap: int = 0) -> None:
        start, stop = trim(self.text, start, stop)
        first = bisect_right(self._starts, start + overlap) - 1
        last = bisect_left(self._starts, stop)
        covered = self.blocks[first:last]
        ids = dict.fromkeys(".".join(block.steps) for block in covered if block.steps)
        owner = _common(covered[_lead_in(covered)].steps, covered[-1].steps)
        self.chunks.append(
            Chunk(
                id=str(uuid5(NAMESPACE_OID, f"{self._digest}:{start}-{stop}")),
                index=len(self.chunks),
                text=self.text[start:stop],
                span=Span(start=start, end=stop),
                place=covered[0].place,
                section_id=".".join(owner) or None,
                section_ids=list(ids),
                path=[self._names[owner[:depth]] for depth in range(1, len(owner) + 1)],
                roles=list(covered[0].roles),
                overlap=overlap,
            )
        )


class _LongSentence:
    """A sentence larger than a chunk, and where it may be cut: by level, each level found when first asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._levels: dict[int, Sequence[int]] = {}
        self.end = end

    def stops(self, level: int) -> Sequence[int]:
        """Return the places of this level, in order."""
        if level not in self._levels:
            start, end = self._start, self.end
            self._levels[level] = (
                [
                    match.end()
                    for match in getattr(_PROSE, _CUTS[level]).finditer(self._text, start, end)
                    if match.end() > start
                ]
                if level < len(_CUTS)
                else range(start + 1, end + 1)
            )
        return self._levels[level]


def _gallop(first: int, last: int, guess: int, fits: Callable[[int], bool]) -> int:
    """Return the end of the members of `first:last` that fit, all of them before those that do not.

    Steps that double lead away from `guess`, halving closes in: the calls grow with the logarithm of the distance.
    """
    if first >= last:
        return first
    low, high = first, last  # what is below `low` fits, what is from `high` on does not
    at, step = min(max(guess, first), last - 1), 1
    while low < high:
        if fits(at):
            low = at + 1
            at = low + step - 1 if high == last else (low + high) // 2
        else:
            high = at
            at = high - step if low == first else (low + high) // 2
        step *= 2
        at = min(max(at, low), high - 1)
    return low


def _holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return len(outer) < len(inner) and inner[: len(outer)] == outer


def _lead_in(blocks: Sequence[_Block]) -> int:
    """Return how many bare headings stand before the text they belong to."""
    at = 0
    while at + 1 < len(blocks) and blocks[at].bare and _holds(blocks[at].steps, blocks[at + 1].steps):
        at += 1
    return at


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return one[:shared]

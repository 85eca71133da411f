"""`Report`: what `parse` returns, what its JSON holds, and the views computed from it on first use."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, Field, ValidationError, ValidationInfo, computed_field, field_validator
from pydantic_core import PydanticSerializationError, to_json

from lawreport_parser._computed_once import computed_once
from lawreport_parser.chunks import Chunk, chunk_report
from lawreport_parser.errors import ReportError
from lawreport_parser.items import items_of_role
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon, Role
from lawreport_parser.model import (
    Diagnostic,
    FlatNode,
    Header,
    Item,
    Paragraph,
    Passage,
    Section,
    Segment,
    Signature,
    Source,
)
from lawreport_parser.numbers.citations import Citation, citation_index
from lawreport_parser.numbers.dates import DateMention
from lawreport_parser.numbers.figures import Figures, Mentions, read_numbers
from lawreport_parser.numbers.quantities import Quantity
from lawreport_parser.offsets import convert_report, restore_spans
from lawreport_parser.spans import BLANK_CHARACTERS, FrozenModel, OffsetUnit, Span

if TYPE_CHECKING:
    from lawreport_parser.explain import Explanation

__all__ = ["MENTIONS", "SCHEMA_VERSION", "Report"]

#: Version of the JSON form: readers refuse another major number.
SCHEMA_VERSION: Final = "1.2"


#: What of lone surrogates JSON has to escape.
_SURROGATE: Final = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]")
#: A value of a quantity that no binary floating point number holds exactly: written as a string first.
_EXACT: Final = re.compile(r'"(value|high)":( ?)"(-?\d+(?:\.\d+)?)"')
_QUANTITIES: Final = ('"quantities":[', '"quantities": [')
#: So many decimal digits a double always holds: what is written shorter needs no such care.
_DOUBLE_DIGITS: Final = 15
#: Sections of JSON from strangers nest no deeper: pickling and walking such a report still works. (`parse` makes 32.)
_DEEPEST: Final = 100
#: Tells the validation that `from_json` asks for it, and will convert the spans.
_ANY_UNIT: Final = {"any unit": True}


#: The fields of a report that `parse` makes when they are first looked at.
_UNFOLDED: Final = frozenset(
    {"header", "signature", "preamble", "sections", "closing", "passages", "page", "furniture", "diagnostics"}
)
#: Under these names a report holds what makes them, and what was made. (`dict(report)` leaves out a name with _.)
_PARTS: Final = "parts to come"
_FIGURES: Final = "_its figures"
#: ... and, among its parts, the dates and citations, where they have been read already.
MENTIONS: Final = "_its dates and citations"
_WHOLE: Final = "the report with its parts"
_held_by: Final = BaseModel.__dict__["__dict__"].__get__
_hold: Final = BaseModel.__dict__["__dict__"].__set__


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"this is no report: {place or 'the whole'}: {first['msg']} ({error.error_count()} in all)"


def _other_version(version: str) -> str:
    return (
        f"schema version {version!r} cannot be read by this version of lawreport_parser, which reads {SCHEMA_VERSION}"
    )


class Report(FrozenModel):
    """A report as read. See `docs/model.md` for every field.

    `page` holds the pieces of the page that are neither outline nor furniture: metadata, titles, addressee.
    `source` says what file the text comes from, where it comes from one. `offset_unit` says what spans count: code
    points, save in JSON that was asked for in another unit.
    """

    schema_version: str = SCHEMA_VERSION
    offset_unit: OffsetUnit = "codepoint"
    text: str
    header: Header
    preamble: list[Paragraph]
    sections: list[Section]
    closing: list[Paragraph]
    passages: list[Passage] = Field(default_factory=list)
    signature: Signature | None
    source: Source | None = None
    page: list[Segment]
    furniture: list[Paragraph]
    diagnostics: list[Diagnostic]

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def achievements(self) -> list[Item]:
        """What was done (主要举措和成效)."""
        return self._items_of("achievements")

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def problems(self) -> list[Item]:
        """What is lacking (存在的不足和原因)."""
        return self._items_of("problems")

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def responsibility(self) -> list[Item]:
        """What the leaders did in person (党政主要负责人履行推进法治建设第一责任人职责的情况)."""
        return self._items_of("responsibility")

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def plans(self) -> list[Item]:
        """What comes next (下一年度的主要安排)."""
        return self._items_of("plans")

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def quantities(self) -> list[Quantity]:
        """The quantities of the text, with the section each stands in."""
        return self._figures.quantities

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def dates(self) -> list[DateMention]:
        """The dates of the text, with the section each stands in."""
        return self._figures.dates

    @computed_field  # type: ignore[prop-decorator]
    @computed_once
    def citations(self) -> list[Citation]:
        """The documents that the text cites, with the section each stands in."""
        return self._figures.citations

    @classmethod
    def unfolding(cls, parts: Callable[[], dict[str, Any]], **values: Any) -> Report:
        """Make a report from values known to be right, of which `parts` gives some when first looked at."""
        made = cls.build(offset_unit="codepoint", **values)
        _held_by(made)[_PARTS] = parts
        return made

    # `__dict__` is what pydantic writes, compares, copies and pickles, and what `vars` shows. Whoever looks at it,
    # or at a field that is not made yet, finds the report whole; nobody can tell that it was not so before.

    @property
    def __dict__(self) -> dict[str, Any]:
        held: dict[str, Any] = _held_by(self)
        if _PARTS not in held:
            return held
        made = {**held, **held[_PARTS]()}
        # Two threads may make the parts at once: the first dictionary that is whole counts for both.
        fields = {name: made[name] for name in Report.model_fields}
        if made.get(MENTIONS) is not None:
            fields[MENTIONS] = made[MENTIONS]
        whole: dict[str, Any] = held.setdefault(_WHOLE, fields)
        _hold(self, whole)
        return whole

    @__dict__.setter
    def __dict__(self, values: dict[str, Any]) -> None:
        _hold(self, values)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Another thread may have made the parts since the look-up that failed.
            if name in _UNFOLDED and name in (held := self.__dict__):
                return held[name]
            return super().__getattr__(name)

    def _items_of(self, role: Role) -> list[Item]:
        return items_of_role(self.text, self.sections, [*self.preamble, *self.closing], self.passages, role)

    def citation_index(self) -> dict[str, list[Citation]]:
        """Return the citations grouped by the document they mean: same number, else same title."""
        return citation_index(self.citations)

    @property
    def _figures(self) -> Figures:
        held = self.__dict__
        if _FIGURES not in held:
            held[_FIGURES] = self._read_figures()
        figures: Figures = held[_FIGURES]
        return figures

    def _read_figures(self) -> Figures:
        """Quantities, dates and citations in one reading; markers and the page's own lines count nothing."""
        sections = list(self.walk())
        aside = [(section.marker.span.start, section.marker.span.end) for section in sections if section.marker.text]
        aside += [(segment.span.start, segment.span.end) for segment in self.page]
        aside += [(paragraph.span.start, paragraph.span.end) for paragraph in self.furniture]
        if self.signature is not None:
            aside.append((self.signature.span.start, self.signature.span.end))
        starts = [section.span.start for section in sections]
        places = [(section.span.end, section.id) for section in sections]

        def section_of(offset: int) -> str | None:
            at = bisect_right(starts, offset)
            if not at:
                return None
            end, section_id = places[at - 1]
            return section_id if offset < end else None

        # What diagnostics have read is read once; a copy may hold it beside another text.
        mentions: Mentions | None = self.__dict__.get(MENTIONS)
        if mentions is not None and mentions.text is not self.text:
            mentions = None
        return read_numbers(self.text, exclude=aside, mentions=mentions, section_of=section_of)

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def section(self, section_id: str) -> Section:
        """Return the section with this id; `KeyError` if there is none."""
        sections, found = self.sections, None
        for position in section_id.split("."):
            index = int(position) - 1 if position.isascii() and position.isdecimal() else -1
            if not 0 <= index < len(sections):
                raise KeyError(section_id)
            found = sections[index]
            sections = found.children
        if found is None:
            raise KeyError(section_id)
        return found

    def explain(
        self, section_id: str | None = None, *, at: int | None = None, lexicon: Lexicon = DEFAULT_LEXICON
    ) -> Explanation:
        """Return why the text is read as it is: what each stage saw, what was weighed, and the reasons in words.

        All of the text, or the section with this id (`KeyError` if there is none); or what stands `at` an offset, and
        why it is a marker or none (`ValueError` outside the text; not with a section). `lexicon` is the one that the
        text was parsed with. The stages run anew for it: see `docs/explain.md`.
        """
        from lawreport_parser.explain import explain_report

        if section_id is not None and at is not None:
            raise ValueError("explain takes a section or a place, not both")
        section = None if section_id is None else self.section(section_id)
        furniture = self.furniture if self.source is not None else ()
        return explain_report(self.text, self.sections, section=section, at=at, lexicon=lexicon, furniture=furniture)

    def nodes(self) -> list[FlatNode]:
        """Return the sections as flat rows, in the order of the text; `text` is the section's own body."""
        return [
            FlatNode(
                id=section.id,
                parent_id=section.id.rpartition(".")[0] or None,
                depth=section.depth,
                kind=section.marker.style,
                ordinal=section.marker.ordinal,
                suffix=section.marker.suffix,
                marker=section.marker.text,
                heading=section.heading.text if section.heading else None,
                roles=list(section.roles),
                text="\n".join(paragraph.text for paragraph in section.body),
                start=section.span.start,
                end=section.span.end,
            )
            for section in self.walk()
        ]

    def chunks(self, max_size: int, size: Callable[[str], int] = len, overlap: int = 0) -> list[Chunk]:
        """Return the body in pieces of at most `max_size`, for retrieval; see `docs/chunks.md`.

        `size` counts a piece (characters, or a tokenizer's tokens). A sentence is cut only if it alone is too
        long; no piece mixes two roles; each carries its section path and exact span. `ValueError` where
        `max_size` or `overlap` makes no sense.
        """
        return chunk_report(self, max_size, size, overlap)

    def segments(self) -> Iterator[Segment]:
        """Yield contiguous segments that cover the text once, in order, from 0 to `len(text)`.

        The closing mark of a heading belongs to the heading's segment; what no piece holds is `blank`.
        """
        text, position = self.text, 0
        previous: Segment | None = None
        for piece in sorted(self._pieces(), key=lambda piece: (piece.span.start, piece.span.end)):
            start = piece.span.start
            if previous is not None:
                stop = previous.span.end
                if stop < start:
                    previous = self._with_closing_mark(previous, start)
                yield previous
                position = previous.span.end
            if position < start:
                yield Segment(kind="blank", span=Span(start=position, end=start))
            position = start
            previous = piece
        if previous is not None:
            previous = self._with_closing_mark(previous, len(text))
            yield previous
            position = previous.span.end
        if position < len(text):
            yield Segment(kind="blank", span=Span(start=position, end=len(text)))

    def _with_closing_mark(self, segment: Segment, end: int) -> Segment:
        """Return a segment with what stands behind it up to `end`: a heading ends before its closing mark."""
        mark = len(self.text[segment.span.end : end].rstrip(BLANK_CHARACTERS))
        if not mark:
            return segment
        span = Span(start=segment.span.start, end=segment.span.end + mark)
        return segment.model_copy(update={"span": span})

    @field_validator("offset_unit")
    @classmethod
    def _counts_code_points(cls, unit: OffsetUnit, info: ValidationInfo) -> OffsetUnit:
        if unit != "codepoint" and info.context is not _ANY_UNIT:
            raise ValueError(f"the spans count {unit} units; read this JSON with Report.from_json, which converts them")
        return unit

    def to_json(self, *, indent: int | None = None, offsets: OffsetUnit = "codepoint") -> str:
        """Return the report as JSON (see `docs/schema/report-1.schema.json`); `from_json` takes it back.

        Spans count code points, or what `offsets` says: `utf16` units or `utf8` bytes.
        """
        dump: dict[str, Any] | None = None
        if offsets != "codepoint":
            dump = self.model_dump(mode="json")
            convert_report(dump, offsets)
        try:
            if any(map(_SURROGATE.search, self.header.other)):
                raise PydanticSerializationError("pydantic would replace lone surrogates in a key")
            written = self.model_dump_json(indent=indent) if dump is None else to_json(dump, indent=indent).decode()
        except PydanticSerializationError:
            # Lone surrogates: JSON can escape them, UTF-8 cannot hold them. Of two that would read as one
            # character, the second is left as it is.
            dump = self.model_dump(mode="json") if dump is None else dump
            dump["header"]["other"] = dict(self.header.other)
            written = json.dumps(
                dump,
                ensure_ascii=False,
                indent=indent,
                separators=(",", ":") if indent is None else None,
            )
            written = _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
        if any(each.kind == "fraction" or len(each.text) > _DOUBLE_DIGITS for each in self.quantities):
            # Behind the name of the list: a label of the page may be called "value" too.
            at = max(map(written.rfind, _QUANTITIES))
            written = written[:at] + _EXACT.sub(r'"\1":\2\3', written[at:])
        return written

    @classmethod
    def from_json(cls, data: str | bytes) -> Report:
        """Return the report that `to_json` wrote, in whatever unit: spans count code points again.

        Fields it does not know are ignored, and what is computed (items, quantities, dates, citations) is
        computed anew. `ReportError` where the JSON is none, of another major version
        of the schema, of wrong types, or where a span does not cover the text it claims.
        """
        try:
            report = cls.model_validate_json(data, strict=True, context=_ANY_UNIT)
        except (ValidationError, UnicodeEncodeError) as error:
            report = cls._from_escaped(data, error)
        major = report.schema_version.partition(".")[0]
        if major != SCHEMA_VERSION.partition(".")[0]:
            raise ReportError(_other_version(report.schema_version))
        if report.offset_unit != "codepoint":
            restore_spans(report, report.text, report.offset_unit)
            vars(report)["offset_unit"] = "codepoint"
        report._verify()
        return report

    @classmethod
    def _from_escaped(cls, data: str | bytes, error: ValidationError | UnicodeEncodeError) -> Report:
        """Read JSON that only Python's own reader takes (escaped lone surrogates), or say what is wrong."""
        try:
            raw = json.loads(data)
        except (ValueError, RecursionError) as problem:
            raise ReportError(f"this is no JSON: {_first_line(problem)}") from None
        if not isinstance(raw, dict):
            raise ReportError(f"a report is a JSON object, this is a {type(raw).__name__}")
        version = raw.get("schema_version")
        if isinstance(version, str) and version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
            raise ReportError(_other_version(version))
        if isinstance(error, ValidationError) and any(
            each["type"] not in ("json_invalid", "string_unicode")
            for each in error.errors(include_url=False, include_input=False)
        ):
            raise ReportError(_first_problem(error))
        try:
            return cls.model_validate(raw, context=_ANY_UNIT)
        except ValidationError as problem:
            raise ReportError(_first_problem(problem)) from None

    def _verify(self) -> None:
        """Check that every span lies in the text and covers the words that it claims."""
        size = len(self.text)

        def check(span: Span, words: str | None, where: str) -> None:
            if not 0 <= span.start <= span.end <= size:
                raise ReportError(f"{where}: the span {span.start}–{span.end} is outside the text (0–{size})")
            if words is not None and self.text[span.start : span.end] != words:
                raise ReportError(f"{where}: the text at {span.start}–{span.end} is not what the piece says")

        # Level by level, for what nests too deep must not be walked.
        level, depth = self.sections, 0
        while level:
            depth += 1
            if depth > _DEEPEST:
                raise ReportError(f"section {level[0].id}: sections nest deeper than {_DEEPEST} levels")
            level = [child for section in level for child in section.children]
        for name in ("preamble", "closing", "furniture"):
            for at, paragraph in enumerate(getattr(self, name)):
                check(paragraph.span, paragraph.text, f"{name}[{at}]")
        for section in self.walk():
            where = f"section {section.id}"
            check(section.span, None, where)
            check(section.marker.span, section.marker.text, f"{where}, marker")
            if section.heading is not None:
                check(section.heading.span, section.heading.text, f"{where}, heading")
            for paragraph in section.body:
                check(paragraph.span, paragraph.text, f"{where}, body")
        for name, span in self.header.evidence.items():
            check(span, None, f"header.evidence.{name}")
        if self.signature is not None:
            check(self.signature.span, None, "signature")
        end = 0
        for at, passage in enumerate(self.passages):
            check(passage.span, None, f"passages[{at}]")
            if passage.span.start < end:
                raise ReportError(f"passages[{at}]: it begins at {passage.span.start}, before the one before it ends")
            end = passage.span.end
        for segment in self.page:
            check(segment.span, None, "page")
        for diagnostic in self.diagnostics:
            check(diagnostic.span, None, f"diagnostic {diagnostic.code}")

    def _pieces(self) -> Iterator[Segment]:
        yield from self.page
        for paragraph in (*self.preamble, *self.closing):
            yield Segment(kind="paragraph", span=paragraph.span)
        for paragraph in self.furniture:
            yield Segment(kind="furniture", span=paragraph.span)
        if self.signature is not None:
            yield Segment(kind="signature", span=self.signature.span)
        for section in self.walk():
            if section.marker.text:
                yield Segment(kind="marker", span=section.marker.span, section_id=section.id)
            if section.heading is not None:
                yield Segment(kind="heading", span=section.heading.span, section_id=section.id)
            for paragraph in section.body:
                yield Segment(kind="paragraph", span=paragraph.span, section_id=section.id)

"""`Report`: what `parse` returns, what its JSON holds, and the views computed from it on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, TypeVar, final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.chunks import Chunk, chunk_report
from lawreport_parser.diagnostics import figure_diagnostics
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.indicators.reading import conflicts, find_indicators
from lawreport_parser.items import items_of_role
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon, Role
from lawreport_parser.model import (
    Diagnostic,
    FlatNode,
    Header,
    Item,
    Occurrence,
    Paragraph,
    Passage,
    Section,
    Segment,
    Signature,
    Source,
    stand_in,
)
from lawreport_parser.numbers.citations import citation_index
from lawreport_parser.numbers.figures import Figures, Mentions, read_numbers
from lawreport_parser.numbers.model import Citation, DateMention, Quantity
from lawreport_parser.report_fields import COMPUTED, SCHEMA_VERSION, ReportFields, WrittenReport
from lawreport_parser.report_json import read_json, write_json
from lawreport_parser.report_markdown import report_markdown
from lawreport_parser.report_outline import outline_text
from lawreport_parser.report_shown import report_html, report_line
from lawreport_parser.spans import OffsetUnit, Span
from lawreport_parser.text_digest import text_sha256
from lawreport_parser.word_search import find_words

if TYPE_CHECKING:
    from pydantic import (
        GetCoreSchemaHandler,
        GetJsonSchemaHandler,
        SerializationInfo,
        SerializerFunctionWrapHandler,
        ValidatorFunctionWrapHandler,
    )
    from pydantic_core import CoreSchema

    from lawreport_parser.explain import Explanation

__all__ = ["SCHEMA_VERSION", "Report", "Unfolded"]

Made = TypeVar("Made")


class Unfolded(NamedTuple):
    """What a report becomes when someone looks: its fields, and its dates and citations where they are read already."""

    fields: ReportFields
    mentions: Mentions | None


@final
class Report(FrozenModel):
    """A report as read. See `docs/reference/model.md` for every field.

    `page` holds the pieces of the page that are neither outline nor furniture: metadata, titles, addressee.
    `source` says what file the text comes from, where it comes from one. `offset_unit` says what spans count: code
    points, save in JSON that was asked for in another unit.

    All but `text` and `source` is made when it is first looked at, then kept.
    """

    # `_kept` holds what was made: "fields", "whole" (these with all diagnostics), "figures", "indicators", the items of
    # each role, "text_sha256"; and until then what makes the fields, under "unfold". "mentions" are dates and citations
    # that were read for the diagnostics.
    __slots__ = ("__weakref__", "_kept", "_source", "_text")

    model_fields = ReportFields.model_fields
    _text: str
    _source: Source | None
    _kept: dict[str, Any]

    def __init__(
        self,
        *,
        text: str,
        header: Header,
        preamble: list[Paragraph],
        sections: list[Section],
        closing: list[Paragraph],
        signature: Signature | None,
        page: list[Segment],
        furniture: list[Paragraph],
        diagnostics: list[Diagnostic],
        passages: Sequence[Passage] = (),
        source: Source | None = None,
        schema_version: str = SCHEMA_VERSION,
        offset_unit: OffsetUnit = "codepoint",
    ) -> None:
        """Make a report from its fields, which are not validated."""
        fields = ReportFields(
            schema_version=schema_version,
            offset_unit=offset_unit,
            text=text,
            header=header,
            preamble=preamble,
            sections=sections,
            closing=closing,
            passages=list(passages),
            signature=signature,
            source=source,
            page=page,
            furniture=furniture,
            diagnostics=diagnostics,
        )
        self._begin(text, source, fields=fields, whole=fields)

    def _begin(self, text: str, source: Source | None, **kept: Any) -> None:
        for name, value in (("_text", text), ("_source", source), ("_kept", kept)):
            object.__setattr__(self, name, value)
        if "fields" in kept:
            stand_in(text, kept["fields"].sections)

    @classmethod
    def _unfolding(cls, text: str, source: Source | None, unfold: Callable[[], Unfolded]) -> Report:
        """Make a report on a text, whose fields are made by `unfold` when someone looks at one."""
        made = cls.__new__(cls)
        made._begin(text, source, unfold=unfold)
        return made

    @property
    def _fields(self) -> ReportFields:
        kept = self._kept
        while "fields" not in kept:
            # Two threads may make the fields at once: the first that are whole count for both.
            unfold = kept.get("unfold")
            if unfold is not None:
                made = unfold()
                stand_in(self.text, made.fields.sections)
                kept.setdefault("mentions", made.mentions)
                kept.setdefault("fields", made.fields)
                kept.pop("unfold", None)
        fields: ReportFields = kept["fields"]
        return fields

    @property
    def _whole(self) -> ReportFields:
        """The fields, with the diagnostics of figures and indicators among the others."""
        return self._keep("whole", self._with_all_diagnostics)

    def _with_all_diagnostics(self) -> ReportFields:
        fields = self._fields
        found = [*figure_diagnostics(self._figures.problems), *conflicts(self.indicators)]
        if not found:
            return fields
        known = {(each.code, each.span) for each in fields.diagnostics}
        diagnostics = [*fields.diagnostics, *(each for each in found if (each.code, each.span) not in known)]
        diagnostics.sort(key=lambda each: (each.span.start, each.span.end, each.code))
        return fields.model_copy(update={"diagnostics": diagnostics})

    def _keep(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is kept under a name, made when it is first asked for."""
        kept: dict[str, Made] = self._kept
        return kept[name] if name in kept else kept.setdefault(name, make())

    @property
    def text(self) -> str:
        """The text as given."""
        return self._text

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text in UTF-8: the same for one text in several files, encodings and formats."""
        return self._keep("text_sha256", lambda: text_sha256(self.text))

    @property
    def source(self) -> Source | None:
        """The file the text was read from; null for `parse`."""
        return self._source

    @property
    def schema_version(self) -> str:
        """The version of the JSON form it was read from, or is written in."""
        return self._fields.schema_version

    @property
    def offset_unit(self) -> OffsetUnit:
        """What spans count: code points."""
        return self._fields.offset_unit

    @property
    def header(self) -> Header:
        """What the page says of the report: whose, of which year, when published."""
        return self._fields.header

    @property
    def preamble(self) -> list[Paragraph]:
        """The paragraphs in front of the first section."""
        return self._fields.preamble

    @property
    def sections(self) -> list[Section]:
        """The outermost sections, in the order of the text."""
        return self._fields.sections

    @property
    def closing(self) -> list[Paragraph]:
        """The paragraphs behind the last section."""
        return self._fields.closing

    @property
    def passages(self) -> list[Passage]:
        """The body by role: stretches of achievements, problems, responsibility, plans and other."""
        return self._fields.passages

    @property
    def signature(self) -> Signature | None:
        """The signature (落款)."""
        return self._fields.signature

    @property
    def page(self) -> list[Segment]:
        """The pieces of the page that are neither outline nor furniture: metadata, titles, addressee."""
        return self._fields.page

    @property
    def furniture(self) -> list[Paragraph]:
        """What the page says of itself: menus, printing notes, share buttons."""
        return self._fields.furniture

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was seen in the text that a reader should know. It takes reading the figures."""
        return self._whole.diagnostics

    @property
    def achievements(self) -> list[Item]:
        """What was done (主要举措和成效)."""
        return self._items_of("achievements")

    @property
    def problems(self) -> list[Item]:
        """What is lacking (存在的不足和原因)."""
        return self._items_of("problems")

    @property
    def responsibility(self) -> list[Item]:
        """What the leaders did in person (党政主要负责人履行推进法治建设第一责任人职责的情况)."""
        return self._items_of("responsibility")

    @property
    def plans(self) -> list[Item]:
        """What comes next (下一年度的主要安排)."""
        return self._items_of("plans")

    @property
    def quantities(self) -> list[Quantity]:
        """The quantities of the text, with the section each stands in."""
        return self._figures.quantities

    @property
    def dates(self) -> list[DateMention]:
        """The dates of the text, with the section each stands in."""
        return self._figures.dates

    @property
    def citations(self) -> list[Citation]:
        """The documents that the text cites, with the section each stands in."""
        return self._figures.citations

    @property
    def indicators(self) -> list[Indicator]:
        """The figures that the codebook names, for comparing reports."""
        return self._keep("indicators", lambda: find_indicators(self))

    def __eq__(self, other: object) -> bool:
        return self._whole == other._whole if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __getitem__(self, key: object) -> NoReturn:
        # Python asks this for `for each in report` and for `in`, too.
        raise TypeError(
            "a Report is no list: take report.sections (the outermost sections), report.walk() (all of them), "
            "report.section(id) or report.find(words)"
        )

    def __len__(self) -> NoReturn:
        raise TypeError("a Report has no len(): take len(report.text), or that of report.sections or report.nodes()")

    def __bool__(self) -> Literal[True]:
        return True

    def __repr__(self) -> str:
        return report_line(self)

    def _repr_html_(self) -> str:
        """Return it as a notebook shows it."""
        return report_html(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _with_fields, (self._whole,)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic how to read a report (a `Report`, or what holds its fields) and how to write one."""
        from pydantic_core import core_schema

        return core_schema.no_info_wrap_validator_function(
            cls._validate,
            handler.generate_schema(ReportFields),
            serialization=core_schema.wrap_serializer_function_ser_schema(
                cls._write, schema=handler.generate_schema(WrittenReport), info_arg=True
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell pydantic what is written, where the schema of that is asked for."""
        return handler(schema["serialization"]["schema"] if handler.mode == "serialization" else schema)

    @classmethod
    def _validate(cls, value: Any, handler: ValidatorFunctionWrapHandler) -> Report:
        if isinstance(value, Report):
            return value
        fields: ReportFields = handler(value)
        if fields.offset_unit != "codepoint":
            raise ValueError(
                f"the spans count {fields.offset_unit} units; read this JSON with Report.from_json, which converts them"
            )
        return _with_fields(fields)

    def _write(self, write: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
        written = write(self._written())
        if info.round_trip or getattr(info, "exclude_computed_fields", False):
            written = {name: value for name, value in written.items() if name not in COMPUTED}
        return written

    def _written(self) -> WrittenReport:
        return WrittenReport(**{name: getattr(self, name) for name in WrittenReport.model_fields})

    def _items_of(self, role: Role) -> list[Item]:
        return self._keep(
            role,
            lambda: items_of_role(self.text, self.sections, [*self.preamble, *self.closing], self.passages, role),
        )

    def citation_index(self) -> dict[str, list[Citation]]:
        """Return the citations grouped by the document they mean: same number, else same title."""
        return citation_index(self.citations)

    @property
    def _figures(self) -> Figures:
        return self._keep("figures", self._read_figures)

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

        mentions: Mentions | None = self._kept.get("mentions")
        boundaries = [passage.span.start for passage in self.passages]
        return read_numbers(self.text, exclude=aside, mentions=mentions, section_of=section_of, boundaries=boundaries)

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def section(self, section_id: str) -> Section:
        """Return the section with this id, such as `"1.2"`; `KeyError` if there is none."""
        return self._way_to(section_id)[-1]

    def path(self, section_id: str) -> list[str]:
        """Return the titles that lead to a section, from the outermost to its own; `KeyError` if there is none.

        They are those of `Section.title`: the heading, or the first words where there is none. `Chunk.path` and
        `Occurrence.path` are the same.
        """
        return [section.title for section in self._way_to(section_id)]

    def _way_to(self, section_id: str) -> list[Section]:
        """Return the sections around a section, the outermost first, and this section itself."""
        if not isinstance(section_id, str):
            raise TypeError(f'the id of a section is a str such as "1.2", not {section_id!r}')
        sections, way = self.sections, []
        for position in section_id.split("."):
            index = int(position) - 1 if position.isascii() and position.isdecimal() else -1
            if not 0 <= index < len(sections):
                raise KeyError(f"no section {section_id!r} in this report")
            way.append(sections[index])
            sections = sections[index].children
        return way

    def explain(
        self, section_id: str | None = None, *, at: int | None = None, lexicon: Lexicon = DEFAULT_LEXICON
    ) -> Explanation:
        """Return why the text is read as it is: what each stage saw, what was weighed, and the reasons in words.

        All of the text, or the section with this id (`KeyError` if there is none); or what stands `at` an offset, and
        why it is a marker or none (`ValueError` outside the text; not with a section). `lexicon` is the one that the
        text was parsed with. The stages run anew for it: see `docs/use/explain.md`.
        """
        from lawreport_parser.explain import explain_report

        if section_id is not None and at is not None:
            raise ValueError("explain takes a section or a place, not both")
        section = None if section_id is None else self.section(section_id)
        furniture = self.furniture if self.source is not None else ()
        return explain_report(self.text, self.sections, section=section, at=at, lexicon=lexicon, furniture=furniture)

    def find(self, words: str) -> list[Occurrence]:
        """Return where words stand in the body, in the order of the text: each place with its section and span.

        Blanks part words (行政复议 案件): all of them must stand in one section, that is in its heading and own
        paragraphs, or all in the preamble, or all in the closing paragraphs. Blanks and ends of lines within the text,
        full and half width, and case make no difference. Searched are preamble, headings, paragraphs and closing; not
        the page around the report, its title and signature. `ValueError` where `words` holds no word. Time is linear
        in the text.
        """
        return find_words(self.text, self.sections, (self.preamble, self.closing), words)

    def outline(self, depth: int | None = None) -> str:
        """Return the sections as a tree in text, a line each: marker, title, and roles where they change.

        `depth` leaves out the levels below it. Empty where the report has no sections. Control characters are escaped.
        """
        return outline_text(self.sections, depth)

    def to_markdown(self) -> str:
        r"""Return the report as Markdown (CommonMark): title, addressee, preamble, sections, closing, signature.

        Sections with a heading are headings by depth, the others entries of lists. What Markdown would read as a mark
        of its own is escaped (`\*`). The page around the report and its metadata are left out. `parse` reads the same
        outline from it: markers, depths and headings.
        """
        return report_markdown(self)

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

    def to_frame(self, table: str = "items", as_: str = "pandas") -> Any:
        """Return one table of this report as a data frame: see `lawreport_parser.to_frame`."""
        # What reads reports knows nothing of tables, which stand above it.
        return import_module("lawreport_parser.frames").to_frame([self], table, as_)

    def chunks(self, max_size: int, size: Callable[[str], int] = len, overlap: int = 0) -> list[Chunk]:
        """Return the body in pieces of at most `max_size`, for retrieval; see `docs/use/chunks.md`.

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
        return Segment(segment.kind, span, segment.section_id)

    def to_json(self, *, indent: int | None = None, offsets: OffsetUnit = "codepoint") -> str:
        """Return the report as JSON (see `docs/schema/report-1.schema.json`); `from_json` takes it back.

        Spans count code points, or what `offsets` says: `utf16` units or `utf8` bytes.
        """
        return write_json(self._written(), indent, offsets)

    @classmethod
    def from_json(cls, data: str | bytes) -> Report:
        """Return the report that `to_json` wrote, in whatever unit: spans count code points again.

        Fields it does not know are ignored, and what is computed (items, quantities, dates, citations) is
        computed anew. `ReportError` where the JSON is none, of another major version
        of the schema, of wrong types, or where a span does not cover the text it claims.
        """
        return _with_fields(read_json(data))

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


def _with_fields(fields: ReportFields) -> Report:
    report = Report.__new__(Report)
    report._begin(fields.text, fields.source, fields=fields, whole=fields)
    return report

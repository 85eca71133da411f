"""The models of a report: what `parse` returns and what its JSON holds.

All models are frozen. Every piece of text carries its span, and `report.text[span.start:span.end]` is that
piece; spans are half-open and count Unicode code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_core import PydanticSerializationError

from lawreport_parser.errors import ReportError
from lawreport_parser.lexicon import Role
from lawreport_parser.source import BLANK_CHARACTERS, FrozenModel, Span

__all__ = [
    "SCHEMA_VERSION",
    "Diagnostic",
    "DiagnosticCode",
    "FlatNode",
    "Header",
    "Heading",
    "Item",
    "ItemBasis",
    "Marker",
    "MarkerStyle",
    "Paragraph",
    "Report",
    "RoleBasis",
    "Section",
    "Segment",
    "SegmentKind",
    "Severity",
    "Signature",
]

#: Version of the JSON form: readers refuse another major number.
SCHEMA_VERSION = "1.0"

MarkerStyle = Literal[
    "part",
    "chapter",
    "article",
    "han_dun",
    "han_paren",
    "arabic_dot",
    "arabic_dun",
    "arabic_paren",
    "arabic_half_paren",
    "circled",
    "decimal",
    "han_is",
    "han_must",
    "han_ordinal",
    "sequence",
    "aspect",
]
RoleBasis = Literal["heading", "position", "inherited"]
ItemBasis = Literal["section", "clause", "sentence"]
Severity = Literal["info", "warning", "error"]
SegmentKind = Literal[
    "metadata", "title", "addressee", "paragraph", "marker", "heading", "signature", "furniture", "blank"
]
DiagnosticCode = Literal[
    "lost-ordinal",
    "missing-ordinal",
    "repeated-ordinal",
    "out-of-order-ordinal",
    "restarted-ordinal",
    "skipped-level",
    "mixed-style",
    "unbalanced-bracket",
    "depth-capped",
    "no-title",
    "no-outline",
    "metadata-conflict",
    "invalid-date",
    "missing-part",
    "impossible-date",
    "unbalanced-document-number",
    "doubtful-encoding",
    "extraction-fallback",
    "numbering-unresolved",
    "text-truncated",
]


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


class Paragraph(FrozenModel):
    """A stretch of text on one line, outer white space left out."""

    text: str
    span: Span


class Marker(FrozenModel):
    """The marker of a section (序号): its text as written, style and value.

    `inferred` is true where the numeral was lost and deduced from the series; `text` is then what is left.
    """

    text: str
    style: MarkerStyle
    ordinal: int
    inferred: bool = False
    span: Span


class Heading(FrozenModel):
    """The heading of a section, without its closing mark. `run_in`: body text follows on the same line."""

    text: str
    span: Span
    run_in: bool = False


class Section(FrozenModel):
    """A numbered section (节): marker, heading, own paragraphs, then child sections.

    `id` is its position in the tree ("1.2.3"), `depth` counts from 1, `span` covers the whole subtree.
    """

    id: str
    depth: int
    marker: Marker
    heading: Heading | None
    roles: list[Role]
    role_basis: RoleBasis | None
    body: list[Paragraph]
    children: list[Section]
    span: Span

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Header(FrozenModel):
    """What the page says of the report (whose, of which year, when published): plain values or null.

    `year` is the year reported on. `evidence` gives, for each field that has a value, where it was read;
    `other` holds further metadata, label → value.
    """

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    addressee: str | None = None
    index_number: str | None = None
    document_number: str | None = None
    category: str | None = None
    validity: str | None = None
    written_date: date | None = None
    published_date: date | None = None
    source: str | None = None
    evidence: dict[str, Span] = Field(default_factory=dict)
    other: dict[str, str] = Field(default_factory=dict)


class Signature(FrozenModel):
    """The signature (落款): organisation and date, either may be missing."""

    issuer: str | None
    date: date | None
    span: Span


class Item(FrozenModel):
    """A member of a part: an achievement, a problem, a plan, a point of the leaders' responsibility.

    `basis` says what the item is: a `section` (or a paragraph of one), a `clause` of an enumeration, or a
    `sentence` of the closing prose. `items` holds its own members.
    """

    heading: str | None
    text: str
    span: Span
    section_id: str | None
    basis: ItemBasis
    items: list[Item]


class Diagnostic(FrozenModel):
    """Something seen in the text that a reader should know. `message` is in English, then in Chinese."""

    code: DiagnosticCode
    severity: Severity
    message: str
    span: Span
    section_id: str | None = None


class Segment(FrozenModel):
    """A stretch of the text and its kind; the segments of a report cover its text once, in order."""

    kind: SegmentKind
    span: Span
    section_id: str | None = None


class FlatNode(FrozenModel):
    """A section as a row: for consumers that cannot hold recursive types."""

    id: str
    parent_id: str | None
    depth: int
    kind: MarkerStyle
    ordinal: int
    marker: str
    heading: str | None
    roles: list[Role]
    text: str
    start: int
    end: int


class Report(FrozenModel):
    """A report as read. See `docs/model.md` for every field.

    `page` holds the pieces of the page that are neither outline nor furniture: metadata, titles, addressee.
    """

    schema_version: str = SCHEMA_VERSION
    text: str
    header: Header
    preamble: list[Paragraph]
    sections: list[Section]
    closing: list[Paragraph]
    signature: Signature | None
    page: list[Segment]
    furniture: list[Paragraph]
    achievements: list[Item]
    problems: list[Item]
    responsibility: list[Item]
    plans: list[Item]
    diagnostics: list[Diagnostic]

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def section(self, section_id: str) -> Section:
        """Return the section with this id; `KeyError` if there is none."""
        sections, found = self.sections, None
        for position in section_id.split("."):
            index = int(position) - 1 if position.isdecimal() else -1
            if not 0 <= index < len(sections):
                raise KeyError(section_id)
            found = sections[index]
            sections = found.children
        if found is None:
            raise KeyError(section_id)
        return found

    def nodes(self) -> list[FlatNode]:
        """Return the sections as flat rows, in the order of the text; `text` is the section's own body."""
        return [
            FlatNode(
                id=section.id,
                parent_id=section.id.rpartition(".")[0] or None,
                depth=section.depth,
                kind=section.marker.style,
                ordinal=section.marker.ordinal,
                marker=section.marker.text,
                heading=section.heading.text if section.heading else None,
                roles=list(section.roles),
                text="\n".join(paragraph.text for paragraph in section.body),
                start=section.span.start,
                end=section.span.end,
            )
            for section in self.walk()
        ]

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
                    # A heading ends before its closing mark: the mark goes with it.
                    mark = len(text[stop:start].rstrip(BLANK_CHARACTERS))
                    if mark:
                        previous = previous.model_copy(
                            update={"span": Span(start=previous.span.start, end=stop + mark)}
                        )
                yield previous
                position = previous.span.end
            if position < start:
                yield Segment(kind="blank", span=Span(start=position, end=start))
            position = start
            previous = piece
        if previous is not None:
            mark = len(text[previous.span.end :].rstrip(BLANK_CHARACTERS))
            if mark:
                span = Span(start=previous.span.start, end=previous.span.end + mark)
                previous = previous.model_copy(update={"span": span})
            yield previous
            position = previous.span.end
        if position < len(text):
            yield Segment(kind="blank", span=Span(start=position, end=len(text)))

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON (see `docs/schema/report-1.schema.json`); `from_json` takes it back."""
        try:
            return self.model_dump_json(indent=indent)
        except PydanticSerializationError:
            # Lone surrogates: JSON can escape them, UTF-8 cannot hold them.
            return json.dumps(
                self.model_dump(mode="json"), indent=indent, separators=(",", ":") if indent is None else None
            )

    @classmethod
    def from_json(cls, data: str | bytes) -> Report:
        """Return the report that `to_json` wrote.

        Fields it does not know are ignored. `ReportError` where the JSON is none, of another major version
        of the schema, of wrong types, or where a span does not cover the text it claims.
        """
        try:
            report = cls.model_validate_json(data, strict=True)
        except ValidationError as error:
            report = cls._from_escaped(data, error)
        major = report.schema_version.partition(".")[0]
        if major != SCHEMA_VERSION.partition(".")[0]:
            raise ReportError(_other_version(report.schema_version))
        report._verify()
        return report

    @classmethod
    def _from_escaped(cls, data: str | bytes, error: ValidationError) -> Report:
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
        if any(each["type"] != "json_invalid" for each in error.errors(include_url=False, include_input=False)):
            raise ReportError(_first_problem(error))
        try:
            return cls.model_validate(raw, context={"json": True})
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
        for name in ("achievements", "problems", "responsibility", "plans"):
            waiting: list[Item] = list(getattr(self, name))
            while waiting:
                item = waiting.pop()
                check(item.span, item.text, name)
                waiting.extend(item.items)
        for name, span in self.header.evidence.items():
            check(span, None, f"header.evidence.{name}")
        if self.signature is not None:
            check(self.signature.span, None, "signature")
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
            yield Segment(kind="marker", span=section.marker.span, section_id=section.id)
            if section.heading is not None:
                yield Segment(kind="heading", span=section.heading.span, section_id=section.id)
            for paragraph in section.body:
                yield Segment(kind="paragraph", span=paragraph.span, section_id=section.id)

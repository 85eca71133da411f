"""The models of a report: what `parse` returns and what its JSON holds.

All models are frozen. Every piece of text carries its span, and `report.text[span.start:span.end]` is that
piece; spans are half-open and count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from lawreport_parser.lexicon import Role
from lawreport_parser.source import BLANK_CHARACTERS, FrozenModel, Span

__all__ = [
    "SCHEMA_VERSION", "Diagnostic", "DiagnosticCode", "FlatNode", "Header", "Heading", "Item", "ItemBasis", "Marker",
    "MarkerStyle", "Paragraph", "Report", "RoleBasis", "Section", "Segment", "SegmentKind", "Severity", "Signature",
]

#: Version of the JSON form: readers refuse another major number.
SCHEMA_VERSION = "1.0"

MarkerStyle = Literal[
    "part", "chapter", "article", "han_dun", "han_paren", "arabic_dot", "arabic_dun", "arabic_paren",
    "arabic_half_paren", "circled", "decimal", "han_is", "han_must", "han_ordinal", "sequence", "aspect",
]
RoleBasis = Literal["heading", "position", "inherited"]
ItemBasis = Literal["section", "clause", "sentence"]
Severity = Literal["info", "warning", "error"]
SegmentKind = Literal[
    "metadata", "title", "addressee", "paragraph", "marker", "heading", "signature", "furniture", "blank"
]
DiagnosticCode = Literal[
    "lost-ordinal", "missing-ordinal", "repeated-ordinal", "out-of-order-ordinal", "restarted-ordinal",
    "skipped-level", "mixed-style", "unbalanced-bracket", "depth-capped", "no-title", "no-outline",
    "metadata-conflict", "invalid-date", "missing-part", "impossible-date", "unbalanced-document-number",
    "doubtful-encoding", "extraction-fallback", "numbering-unresolved", "text-truncated",
]


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
            start, end = piece.span.start, piece.span.end
            if previous is not None:
                stop = previous.span.end
                if stop < start:
                    # A heading ends before its closing mark: the mark goes with it.
                    mark = len(text[stop:start].rstrip(BLANK_CHARACTERS))
                    if mark:
                        previous = previous.model_copy(update={"span": Span(start=previous.span.start, end=stop + mark)})
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

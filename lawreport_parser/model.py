"""The models that a report is made of: sections, header, items, diagnostics, segments.

All models are frozen. Every piece of text carries its span, and `report.text[span.start:span.end]` is that
piece; spans are half-open and count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY
from html import escape
from typing import Literal

from lawreport_parser.errors import counted
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.header_fields import Day, Header
from lawreport_parser.lexicon import Role
from lawreport_parser.marker_styles import MarkerStyle
from lawreport_parser.spans import Span

__all__ = [
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
    "Passage",
    "PassageBasis",
    "RoleBasis",
    "Section",
    "Segment",
    "SegmentKind",
    "Severity",
    "Signature",
    "Source",
]

RoleBasis = Literal["heading", "position", "wording", "inherited"]
PassageBasis = Literal["heading", "wording", "neighbours"]
ItemBasis = Literal["section", "clause", "sentence"]
Severity = Literal["info", "warning", "error"]
SegmentKind = Literal[
    "metadata", "title", "addressee", "paragraph", "marker", "heading", "signature", "furniture", "blank"
]
DiagnosticCode = Literal[
    "lost-ordinal",
    "misread-ordinal",
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
    "year-conflict",
    "year-deduced",
    "guessed-role",
    "missing-part",
    "impossible-date",
    "unbalanced-document-number",
    "indicator-conflict",
    "ambiguous-region",
    "unread-figure",
    "doubtful-encoding",
    "extraction-fallback",
    "numbering-unresolved",
    "text-truncated",
    "doubtful-text",
    "pages-without-text",
    "page-unreadable",
    "radicals-replaced",
    "docx-hidden-text",
    "docx-comments",
    "docx-embedded",
]


@model
class Paragraph(FrozenModel):
    """A stretch of text on one line, outer white space left out."""

    text: str
    span: Span


@model
class Marker(FrozenModel):
    """The marker of a section (序号): its text as written, style and value.

    `suffix` is the number behind 之: 1 in 第二条之一. `inferred` is true where the numeral was lost or misread
    and deduced from the series; `text` is then what stands there. A section with a heading and no marker has the style
    `unnumbered`: `text` is empty, the span too, at the start of the heading, and `ordinal` is its place among such
    headings of its parent.
    """

    text: str
    style: MarkerStyle
    ordinal: int
    _: KW_ONLY
    suffix: int | None = None
    inferred: bool = False
    span: Span


@model
class Heading(FrozenModel):
    """The heading of a section, without its closing mark. `run_in`: body text follows on the same line."""

    text: str
    span: Span
    run_in: bool = False


@model
class Section(FrozenModel):
    """A section (节), numbered or with a heading alone: marker, heading, own paragraphs, then child sections.

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


@model
class Passage(FrozenModel):
    """A stretch of the body with one role: of achievements, problems, responsibility, plans, or other.

    `other` is preamble, thanks, appeals, and what a report says beside. `basis` says why: the `heading` above it names
    the role; the `wording` of its sentences shows it; or, where they show little, its `neighbours` and the usual course
    of a report. `section_id` is the innermost section that holds all of it, null where none does.
    """

    role: Role
    basis: PassageBasis
    span: Span
    section_id: str | None


@model
class Signature(FrozenModel):
    """The signature (落款): organisation and date, either may be missing."""

    issuer: str | None
    date: Day | None
    span: Span


@model
class Source(FrozenModel):
    """The file a text was read from: its name, format, encoding (of text and web pages) and SHA-256."""

    name: str
    format: Literal["text", "html", "docx", "pdf"]
    encoding: str | None
    sha256: str


@model
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

    def words(self, most: int = 40) -> str:
        """Return its heading, else the beginning of its text, in a line; what is longer than `most` is cut."""
        words = " ".join((self.heading or self.text[: 2 * most]).split())
        whole = len(words) <= most and (self.heading is not None or len(self.text) <= 2 * most)
        return words if whole else f"{words[:most]}…"

    def __repr__(self) -> str:
        members = f", {counted(len(self.items), 'item')}" if self.items else ""
        size = counted(len(self.text), "character")
        return f"<Item {self.section_id or self.basis} {self.words()!r}, {size}{members}>"

    def _repr_html_(self) -> str:
        """Return it as a notebook shows it: its text, with its heading in front."""
        heading = f"<strong>{escape(self.heading)}</strong> " if self.heading else ""
        return f"<div>{heading}{escape(self.text)}</div>"


@model
class Diagnostic(FrozenModel):
    """Something seen in the text that a reader should know. `message` is in English, then in Chinese."""

    code: DiagnosticCode
    severity: Severity
    message: str
    span: Span
    section_id: str | None = None


@model
class Segment(FrozenModel):
    """A stretch of the text and its kind; the segments of a report cover its text once, in order."""

    kind: SegmentKind
    span: Span
    section_id: str | None = None


@model
class FlatNode(FrozenModel):
    """A section as a row: for consumers that cannot hold recursive types."""

    id: str
    parent_id: str | None
    depth: int
    kind: MarkerStyle
    ordinal: int
    suffix: int | None
    marker: str
    heading: str | None
    roles: list[Role]
    text: str
    start: int
    end: int

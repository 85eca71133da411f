"""Assembles the models of a report from what was read: header, sections, paragraphs, page; with its diagnostics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from lawreport_parser.blanks import trim
from lawreport_parser.diagnostics import number_diagnostics
from lawreport_parser.discourse.passages import Told
from lawreport_parser.documents import Documents
from lawreport_parser.judging import judge
from lawreport_parser.model import (
    Diagnostic,
    Header,
    Heading,
    Marker,
    Paragraph,
    Passage,
    Section,
    Segment,
    SegmentKind,
    Signature,
    Source,
)
from lawreport_parser.outline.candidates import MISREAD
from lawreport_parser.outline.styles import UNNUMBERED
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.page import Piece
from lawreport_parser.report import Unfolded
from lawreport_parser.report_fields import ReportFields
from lawreport_parser.spans import Span

__all__ = ["assemble"]


#: The kind of the segment that a piece of the page becomes.
_KINDS: Final[dict[str, SegmentKind]] = {kind.upper(): kind for kind in get_args(SegmentKind)}


def assemble(
    text: str,
    outline: Outline,
    told: Sequence[Told],
    header: Header,
    signature: Signature | None,
    source: Source | None,
    given: Sequence[Diagnostic],
    *,
    report: bool,
    documents: Documents,
) -> Unfolded:
    """Return the fields of the report on `text`.

    `told` are its passages, `given` the diagnostics of header and reader; those of the outline and of the numbers are
    added. `report` says whether the document calls itself one, `documents` what else the file holds.
    """
    of_numbers, mentions = number_diagnostics(text)
    diagnostics = [*given, *of_numbers]
    diagnostics += judge(text, header, outline, told, report=report, documents=documents)
    diagnostics.sort(key=lambda each: (each.span.start, each.span.end, each.code))
    # A file of several documents has several signatures: those that are not the report's belong to the page.
    own = signature.span if signature else Span(0, 0)
    others = [piece for piece in outline.signatures if not own.start <= piece.start < own.end]
    pieces = sorted([*outline.front, *others, *outline.back], key=lambda piece: piece.start)
    sections = _sections(text, outline.sections, "", 1)
    fields = ReportFields(
        text=text,
        header=header,
        signature=signature,
        source=source,
        preamble=_paragraphs(text, outline.preamble),
        sections=sections,
        closing=_paragraphs(text, outline.closing),
        passages=_passages(told, sections),
        page=[
            Segment(_KINDS[piece.type], Span(piece.start, piece.end)) for piece in pieces if piece.type != "FURNITURE"
        ],
        furniture=_paragraphs(text, [piece for piece in pieces if piece.type == "FURNITURE"]),
        diagnostics=diagnostics,
    )
    return Unfolded(fields, mentions)


def _passages(told: Sequence[Told], sections: Sequence[Section]) -> list[Passage]:
    ids = {section.span.start: section.id for outermost in sections for section in outermost.walk()}
    return [
        Passage(
            role=each.role,
            basis=each.basis,
            span=Span(each.start, each.end),
            section_id=ids[each.path[-1].marker.start] if each.path else None,
        )
        for each in told
    ]


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    return Paragraph(text[start:end], Span(start, end))


def _paragraphs(text: str, pieces: Sequence[Piece]) -> list[Paragraph]:
    return [_paragraph(text, piece.start, piece.end) for piece in pieces]


def _sections(text: str, nodes: Sequence[Node], prefix: str, depth: int) -> list[Section]:
    sections: list[Section] = []
    unnumbered = 0
    for position, node in enumerate(nodes, 1):
        unnumbered += node.marker.type == UNNUMBERED
        ordinal = unnumbered if node.marker.type == UNNUMBERED else node.ordinal
        sections.append(_section(text, node, f"{prefix}{position}", depth, ordinal))
    return sections


def _section(text: str, node: Node, section_id: str, depth: int, ordinal: int) -> Section:
    marker = node.marker
    heading = None
    body: list[Paragraph] = []
    if node.pieces:
        first = node.pieces[0]
        start, end = trim(text, node.body_start, first.end) if node.heading else (first.start, first.end)
        if start < end:
            body.append(_paragraph(text, start, end))
        if node.heading:
            span = Span(node.heading[0], node.heading[1])
            heading = Heading(text[span.start : span.end], span, start < end)
        body.extend([_paragraph(text, piece.start, piece.end) for piece in node.pieces[1:]])
    return Section(
        id=section_id,
        depth=depth,
        marker=Marker(
            text=text[marker.start : marker.end],
            style=marker.style.name,
            ordinal=ordinal,
            suffix=marker.suffix,
            inferred=marker.type == "BARE_IS" or marker.doubt == MISREAD,
            span=Span(marker.start, marker.end),
        ),
        heading=heading,
        roles=list(node.roles),
        role_basis=node.role_basis,
        body=body,
        children=_sections(text, node.children, f"{section_id}.", depth + 1) if node.children else [],
        span=Span(marker.start, node.end),
    )

"""Assembles the models of a report from what the readers found: sections, items, diagnostics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lawreport_parser.diagnostics import diagnose
from lawreport_parser.items import has_part
from lawreport_parser.lexicon import Role
from lawreport_parser.model import (
    Diagnostic,
    Header,
    Heading,
    Marker,
    Paragraph,
    Section,
    Segment,
    Signature,
    Source,
)
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.page import Piece
from lawreport_parser.report import SCHEMA_VERSION, Report
from lawreport_parser.roles import RoleMap
from lawreport_parser.source import make_span, trim

__all__ = ["assemble"]

_STATUTORY: Final[tuple[tuple[Role, str], ...]] = (
    ("achievements", "主要举措和成效"),
    ("problems", "存在的不足和原因"),
    ("responsibility", "党政主要负责人履行推进法治建设第一责任人职责的情况"),
    ("plans", "下一年度的主要安排"),
)
#: The levels of GB/T 9704-2012, 7.3.3, from outer to inner.
_LEVELS: Final = ("han_dun", "han_paren", "arabic", "arabic_paren")
_PAIRS: Final = dict(zip("）)”’》〉】」]〕", "（(“‘《〈【「[〔", strict=True))
_OPENERS: Final = frozenset(_PAIRS.values())


def assemble(
    text: str,
    outline: Outline,
    header: Header,
    signature: Signature | None,
    roles: RoleMap,
    diagnostics: list[Diagnostic],
    source: Source | None,
    *,
    report: bool,
) -> Report:
    """Make the report. `roles` come by the start of each marker, `diagnostics` from the header."""
    maker = _SectionMaker(text, roles, diagnostics)
    sections = maker.sections(outline.sections, "", 1, None)
    closing = _paragraphs(text, outline.closing)
    _judge_whole(text, header, sections, closing, diagnostics, report=report)
    diagnostics.sort(key=lambda each: (each.span.start, each.span.end, each.code))
    pieces = [*outline.front, *outline.back]
    return Report.build(
        schema_version=SCHEMA_VERSION,
        text=text,
        header=header,
        preamble=_paragraphs(text, outline.preamble),
        sections=sections,
        closing=closing,
        signature=signature,
        source=source,
        page=[
            Segment.build(kind=piece.type.lower(), span=make_span(piece.start, piece.end), section_id=None)
            for piece in pieces
            if piece.type != "FURNITURE"
        ],
        furniture=_paragraphs(text, [piece for piece in pieces if piece.type == "FURNITURE"]),
        diagnostics=diagnostics,
    )


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    return Paragraph.build(text=text[start:end], span=make_span(start, end))


def _paragraphs(text: str, pieces: Sequence[Piece]) -> list[Paragraph]:
    return [_paragraph(text, piece.start, piece.end) for piece in pieces]


class _SectionMaker:
    """Turns nodes into sections, and their notes into diagnostics with the section's id."""

    def __init__(self, text: str, roles: RoleMap, diagnostics: list[Diagnostic]) -> None:
        self.text = text
        self.roles = roles
        self.diagnostics = diagnostics

    def sections(self, nodes: Sequence[Node], prefix: str, depth: int, parent: Node | None) -> list[Section]:
        made = []
        before: Node | None = None
        for position, node in enumerate(nodes, 1):
            section_id = f"{prefix}{position}"
            self._judge(node, parent, before, section_id)
            made.append(self._section(node, section_id, depth))
            before = node
        return made

    def _section(self, node: Node, section_id: str, depth: int) -> Section:
        text, marker = self.text, node.marker
        roles, basis = self.roles[marker.start]
        heading = None
        body: list[Paragraph] = []
        if node.pieces:
            first = node.pieces[0]
            start, end = trim(text, node.body_start, first.end) if node.heading else (first.start, first.end)
            if start < end:
                body.append(_paragraph(text, start, end))
            if node.heading:
                span = make_span(node.heading[0], node.heading[1])
                heading = Heading.build(text=text[span.start : span.end], span=span, run_in=start < end)
            body.extend(_paragraph(text, piece.start, piece.end) for piece in node.pieces[1:])
        return Section.build(
            id=section_id,
            depth=depth,
            marker=Marker.build(
                text=text[marker.start : marker.end],
                style=marker.style.name,
                ordinal=marker.ordinal,
                inferred=marker.type == "BARE_IS",
                span=make_span(marker.start, marker.end),
            ),
            heading=heading,
            roles=list(roles),
            role_basis=basis,
            body=body,
            children=self.sections(node.children, f"{section_id}.", depth + 1, node),
            span=make_span(marker.start, node.end),
        )

    def _judge(self, node: Node, parent: Node | None, before: Node | None, section_id: str) -> None:
        marker = node.marker
        for code, start, end, *values in marker.notes:
            self._say(code, start, end, *values, section_id=section_id)
        if parent is not None and before is None:
            outer, inner = parent.marker.family, marker.family
            if outer in _LEVELS and inner in _LEVELS and _LEVELS.index(inner) > _LEVELS.index(outer) + 1:
                self._say(
                    "skipped-level",
                    marker.start,
                    marker.end,
                    parent.marker.style.name,
                    marker.style.name,
                    section_id=section_id,
                )
        if (
            before is not None
            and before.marker.style.name != marker.style.name
            and (before.marker.family == marker.family)
        ):
            self._say(
                "mixed-style",
                marker.start,
                marker.end,
                before.marker.style.name,
                marker.style.name,
                section_id=section_id,
            )
        if node.heading is not None:
            self._balance(*node.heading, section_id)

    def _balance(self, start: int, end: int, section_id: str) -> None:
        """Report the first bracket or quotation mark of a heading that has no partner."""
        waiting: list[int] = []
        for at in range(start, end):
            mark = self.text[at]
            if mark in _OPENERS:
                waiting.append(at)
            elif mark in _PAIRS:
                if not waiting or self.text[waiting[-1]] not in (_PAIRS[mark], {"）": "(", ")": "（"}.get(mark)):
                    self._say("unbalanced-bracket", at, at + 1, mark, section_id=section_id)
                    return
                waiting.pop()
        if waiting:
            self._say("unbalanced-bracket", waiting[0], waiting[0] + 1, self.text[waiting[0]], section_id=section_id)

    def _say(self, code: Any, start: int, end: int, *values: Any, section_id: str) -> None:
        self.diagnostics.append(diagnose(code, start, end, *values, section_id=section_id))


def _judge_whole(
    text: str,
    header: Header,
    sections: Sequence[Section],
    closing: Sequence[Paragraph],
    diagnostics: list[Diagnostic],
    *,
    report: bool,
) -> None:
    """Add what concerns the report as a whole: no title, no outline, a statutory part absent."""
    if not text.strip():
        return
    if header.title is None:
        diagnostics.append(diagnose("no-title", 0, 0))
    if not sections:
        diagnostics.append(diagnose("no-outline", 0, 0))
    elif report:
        for role, name in _STATUTORY:
            if not has_part(text, sections, closing, role):
                diagnostics.append(diagnose("missing-part", 0, 0, role, name))

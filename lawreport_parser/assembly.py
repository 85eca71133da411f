"""Assembles the models of a report from what the readers found: sections, items, diagnostics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from lawreport_parser.diagnostics import diagnose, number_diagnostics
from lawreport_parser.items import holds_part
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
from lawreport_parser.outline.candidates import Candidate
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.page import Piece
from lawreport_parser.report import MENTIONS, SCHEMA_VERSION, Report
from lawreport_parser.source import make_span, trim

__all__ = ["assemble"]

_STATUTORY: Final[tuple[tuple[Role, str], ...]] = (
    ("achievements", "主要举措和成效"),
    ("problems", "存在的不足和原因"),
    ("responsibility", "党政主要负责人履行推进法治建设第一责任人职责的情况"),
    ("plans", "下一年度的主要安排"),
)
#: The levels of GB/T 9704-2012, 7.3.3, from outer to inner.
_LEVELS: Final = {family: at for at, family in enumerate(("han_dun", "han_paren", "arabic", "arabic_paren"))}
_PAIRS: Final = dict(zip("）)”’》〉】」]〕", "（(“‘《〈【「[〔", strict=True))
_OPENERS: Final = frozenset(_PAIRS.values())
_BRACKET: Final = re.compile(f"[{re.escape(''.join([*_PAIRS, *_OPENERS]))}]")


def assemble(
    text: str,
    outline: Outline,
    header: Header,
    signature: Signature | None,
    diagnostics: list[Diagnostic],
    source: Source | None,
    *,
    report: bool,
) -> Report:
    """Make the report. `diagnostics` come from header and reader; those of the outline and of the numbers are added.

    The models of sections, paragraphs and diagnostics are made when someone looks at one.
    """
    return Report.unfolding(
        partial(_parts, text, outline, header, signature, diagnostics, report=report),
        schema_version=SCHEMA_VERSION,
        text=text,
        header=header,
        signature=signature,
        source=source,
    )


# --- models


def _parts(
    text: str,
    outline: Outline,
    header: Header,
    signature: Signature | None,
    given: Sequence[Diagnostic],
    *,
    report: bool,
) -> dict[str, Any]:
    """Return the fields of a report that hold its text piece by piece, and what is wrong with it."""
    of_numbers, mentions = number_diagnostics(text)
    diagnostics = [*given, *of_numbers]
    _Judge(text, diagnostics).sections(outline.sections, "", None)
    _judge_whole(text, header, outline, diagnostics, report=report)
    diagnostics.sort(key=lambda each: (each.span.start, each.span.end, each.code))
    # A file of several documents has several signatures: those that are not the report's belong to the page.
    own = signature.span if signature else make_span(0, 0)
    others = [piece for piece in outline.signatures if not own.start <= piece.start < own.end]
    pieces = sorted([*outline.front, *others, *outline.back], key=lambda piece: piece.start)
    return {
        "preamble": _paragraphs(text, outline.preamble),
        "sections": _sections(text, outline.sections, "", 1),
        "closing": _paragraphs(text, outline.closing),
        "page": [
            Segment.build(kind=piece.type.lower(), span=make_span(piece.start, piece.end), section_id=None)
            for piece in pieces
            if piece.type != "FURNITURE"
        ],
        "furniture": _paragraphs(text, [piece for piece in pieces if piece.type == "FURNITURE"]),
        "diagnostics": diagnostics,
        MENTIONS: mentions,
    }


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    return Paragraph.build(text=text[start:end], span=make_span(start, end))


def _paragraphs(text: str, pieces: Sequence[Piece]) -> list[Paragraph]:
    return [_paragraph(text, piece.start, piece.end) for piece in pieces]


def _sections(text: str, nodes: Sequence[Node], prefix: str, depth: int) -> list[Section]:
    return [_section(text, node, f"{prefix}{position}", depth) for position, node in enumerate(nodes, 1)]


def _section(text: str, node: Node, section_id: str, depth: int) -> Section:
    marker = node.marker
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
        body.extend([_paragraph(text, piece.start, piece.end) for piece in node.pieces[1:]])
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
        roles=list(node.roles),
        role_basis=node.role_basis,
        body=body,
        children=_sections(text, node.children, f"{section_id}.", depth + 1) if node.children else [],
        span=make_span(marker.start, node.end),
    )


# --- diagnostics


class _Judge:
    """Turns the notes on nodes, and what is odd about them, into diagnostics with the section's id."""

    def __init__(self, text: str, diagnostics: list[Diagnostic]) -> None:
        self.text = text
        self.diagnostics = diagnostics

    def sections(self, nodes: Sequence[Node], prefix: str, parent: Node | None) -> None:
        text, bracket = self.text, _BRACKET.search
        before: Candidate | None = None
        for position, node in enumerate(nodes, 1):
            marker = node.marker
            if marker.notes:
                for code, start, end, *values in marker.notes:
                    self._say(code, start, end, *values, section_id=f"{prefix}{position}")
            if before is None:
                if parent is not None:
                    self._levels(parent.marker, marker, f"{prefix}{position}")
            elif before.style is not marker.style and before.family == marker.family:
                self._styles(before, marker, f"{prefix}{position}")
            heading = node.heading
            if heading is not None and bracket(text, heading[0], heading[1]):
                self._balance(heading[0], heading[1], f"{prefix}{position}")
            if node.children:
                self.sections(node.children, f"{prefix}{position}.", node)
            before = marker

    def _levels(self, outer: Candidate, inner: Candidate, section_id: str) -> None:
        """Report a level of the formal outline that is skipped."""
        if _LEVELS.get(inner.family, 0) > _LEVELS.get(outer.family, len(_LEVELS)) + 1:
            styles = outer.style.name, inner.style.name
            self._say("skipped-level", inner.start, inner.end, *styles, section_id=section_id)

    def _styles(self, before: Candidate, marker: Candidate, section_id: str) -> None:
        styles = before.style.name, marker.style.name
        if styles[0] != styles[1]:
            self._say("mixed-style", marker.start, marker.end, *styles, section_id=section_id)

    def _balance(self, start: int, end: int, section_id: str) -> None:
        """Report the first bracket or quotation mark of a heading that has no partner."""
        waiting: list[re.Match[str]] = []
        for found in _BRACKET.finditer(self.text, start, end):
            mark = found.group()
            if mark in _OPENERS:
                waiting.append(found)
            elif not waiting or waiting[-1].group() not in (_PAIRS[mark], {"）": "(", ")": "（"}.get(mark)):
                self._say("unbalanced-bracket", found.start(), found.end(), mark, section_id=section_id)
                return
            else:
                waiting.pop()
        if waiting:
            first = waiting[0]
            self._say("unbalanced-bracket", first.start(), first.end(), first.group(), section_id=section_id)

    def _say(self, code: Any, start: int, end: int, *values: Any, section_id: str) -> None:
        self.diagnostics.append(diagnose(code, start, end, *values, section_id=section_id))


def _judge_whole(text: str, header: Header, outline: Outline, diagnostics: list[Diagnostic], *, report: bool) -> None:
    """Add what concerns the report as a whole: no title, no outline, a statutory part absent."""
    if not text or text.isspace():
        return
    if header.title is None:
        diagnostics.append(diagnose("no-title", 0, 0))
    if not outline.sections:
        diagnostics.append(diagnose("no-outline", 0, 0))
    elif report:
        closing = [(piece.start, piece.end) for piece in outline.closing]
        for role, name in _STATUTORY:
            if not holds_part(text, outline.sections, closing, role):
                diagnostics.append(diagnose("missing-part", 0, 0, role, name))

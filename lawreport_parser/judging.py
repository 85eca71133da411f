"""Judges an outline: numbers that are not due, levels skipped, styles mixed, marks without partner, parts absent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lawreport_parser.blanks import in_one_line
from lawreport_parser.brackets import OPENER_OF, OPENERS, closes
from lawreport_parser.diagnostics import diagnose
from lawreport_parser.discourse.passages import Told
from lawreport_parser.documents import Documents
from lawreport_parser.held_roles import absent_parts
from lawreport_parser.lexicon import STATUTORY_PARTS, Role
from lawreport_parser.model import Diagnostic, Header
from lawreport_parser.outline.candidates import Candidate
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.spans import Span

__all__ = ["judge"]

#: Which documents of a file the lists are those of, in English and Chinese.
_FROM_BEFORE: Final = ("the report before it", "只取自此前的报告")
_FROM_BEHIND: Final = ("the report behind it", "只取自此后的报告")
_FROM_ALL: Final = ("all of the file: which document is the report is not sure", "取自整个文件，因无法确定哪一份是报告")
_BRACKET: Final = re.compile(f"[{re.escape(''.join([*OPENER_OF, *OPENERS]))}]")


def judge(
    text: str, header: Header, outline: Outline, told: Sequence[Told], *, report: bool, documents: Documents
) -> list[Diagnostic]:
    """Return what is wrong with an outline and, where the document is a `report`, with the report as a whole.

    `documents` tells where the report stands in its file, and what other documents begin.
    """
    diagnostics: list[Diagnostic] = []
    _Judge(text, diagnostics).sections(outline.sections, "", None)
    _judge_whole(text, header, outline, told, diagnostics, report=report, own=documents.report)
    _judge_documents(text, documents, diagnostics)
    return diagnostics


def _judge_documents(text: str, documents: Documents, diagnostics: list[Diagnostic]) -> None:
    """Tell of the documents beside the report, and where the lists come from."""
    behind = _FROM_BEFORE if documents.sure else _FROM_ALL
    for each, whose in (
        *((one, _FROM_BEHIND) for one in documents.before),
        *((one, behind) for one in documents.behind),
    ):
        words = in_one_line(text[each.start : each.end])
        diagnostics.append(diagnose("further-document", each.start, each.end, words, *whose))


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
            if node.notes:
                for code, start, end, *values in node.notes:
                    self._say(code, start, end, *values, section_id=f"{prefix}{position}")
            if before is None:
                if parent is not None:
                    self._levels(parent.marker, marker, f"{prefix}{position}")
            elif before.style is not marker.style and before.family == marker.family:
                self._styles(before, marker, f"{prefix}{position}")
            heading = node.heading
            if node.role_basis == "position" and node.roles != ["achievements"]:
                end = marker.end if heading is None else heading[1]
                names = "、".join(STATUTORY_PARTS.get(role, role) for role in node.roles)
                self._say(
                    "guessed-role", marker.start, end, ", ".join(node.roles), names, section_id=f"{prefix}{position}"
                )
            if heading is not None and bracket(text, heading[0], heading[1]):
                self._balance(heading[0], heading[1], f"{prefix}{position}")
            if node.children:
                self.sections(node.children, f"{prefix}{position}.", node)
            before = marker

    def _levels(self, outer: Candidate, inner: Candidate, section_id: str) -> None:
        """Report a level of GB/T 9704-2012, 7.3.3, that is skipped."""
        above, level = outer.style.level, inner.style.level
        if above is not None and level is not None and level > above + 1:
            self._say("skipped-level", inner.start, inner.end, *self._both(outer, inner), section_id=section_id)

    def _styles(self, before: Candidate, marker: Candidate, section_id: str) -> None:
        self._say("mixed-style", marker.start, marker.end, *self._both(before, marker), section_id=section_id)

    def _both(self, one: Candidate, other: Candidate) -> tuple[str, ...]:
        """Return the names of the styles of two markers, then the markers as written."""
        written = (self.text[each.start : each.end].strip() for each in (one, other))
        return (one.style.name, other.style.name, *written)

    def _balance(self, start: int, end: int, section_id: str) -> None:
        """Report the first bracket or quotation mark of a heading that has no partner."""
        waiting: list[re.Match[str]] = []
        for found in _BRACKET.finditer(self.text, start, end):
            mark = found.group()
            if mark in OPENERS:
                waiting.append(found)
            elif not waiting or not closes(mark, waiting[-1].group()):
                self._say("unbalanced-bracket", found.start(), found.end(), mark, section_id=section_id)
                return
            else:
                waiting.pop()
        if waiting:
            first = waiting[0]
            self._say("unbalanced-bracket", first.start(), first.end(), first.group(), section_id=section_id)

    def _say(self, code: Any, start: int, end: int, *values: Any, section_id: str) -> None:
        self.diagnostics.append(diagnose(code, start, end, *values, section_id=section_id))


def _judge_whole(
    text: str,
    header: Header,
    outline: Outline,
    told: Sequence[Told],
    diagnostics: list[Diagnostic],
    *,
    report: bool,
    own: Span,
) -> None:
    """Add what concerns the report as a whole: no title, no outline, a statutory part absent."""
    if header.title is None:
        diagnostics.append(diagnose("no-title", 0, 0))
    if not outline.sections:
        diagnostics.append(diagnose("no-outline", 0, 0))
    elif report:
        sections = [node for node in outline.sections if own.start <= node.marker.start < own.end]
        passages = [each for each in told if each.start < own.end and own.start < each.end]
        for role, name in absent_parts(sections, passages, _headings(text, sections)):
            diagnostics.append(diagnose("missing-part", 0, 0, role, name))


def _headings(text: str, nodes: Sequence[Node]) -> Iterator[tuple[Sequence[Role], str]]:
    """Yield the roles and the heading of each section that has one."""
    for node in nodes:
        if node.heading is not None:
            yield node.roles, text[node.heading[0] : node.heading[1]]
        yield from _headings(text, node.children)

"""Which part of a report each section is: achievements, problems, responsibility, plans, other.

A heading's own words decide first; then the prose that leads a series in; then position: a numbered part
that stands before the problems and plans of a report is an achievement, one behind a part of plans goes on
with the plans. Children inherit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role, last_year_in, looks_back, looks_beyond
from lawreport_parser.model import RoleBasis
from lawreport_parser.outline.styles import UNNUMBERED
from lawreport_parser.outline.tree import Node
from lawreport_parser.page import Piece

__all__ = ["assign_roles", "is_report"]

_PROSE: Final = Terminals("prose")
#: How far into a part without heading its role is looked for.
_LEAD: Final = 40
_LEAD_START: Final = 14


def is_report(title: str | None, preamble: str) -> bool:
    """Say whether title or preamble call the document a report (报告, 总结, 汇报, 情况)."""
    return (
        _PROSE.CALLED_REPORT.search(title or "") is not None
        or _PROSE.CALLED_REPORT.search("".join(preamble.split())[-200:]) is not None
    )


def assign_roles(
    text: str,
    sections: Sequence[Node],
    lexicon: Lexicon,
    *,
    report: bool,
    year: int | None,
    closing: Sequence[Piece],
) -> None:
    """Say of every section which roles it has and why. `year` is the year reported on, as far as the head tells."""
    named = [_named(text, node, lexicon) for node in sections]
    _name_plans_by_year(text, sections, named, year)
    report = report or bool(closing) or any(named)
    first_later = next((at for at, roles in enumerate(named) if "problems" in roles or "plans" in roles), len(named))
    led: list[Role] = []
    led_family = ""
    planning = False
    for at, node in enumerate(sections):
        if node.afresh:
            led, planning = [], False
        if node.led_by is not None:
            led = _role_of_prose(text, node.led_by, lexicon)
            led_family = node.marker.family
        if led and node.marker.family == led_family and not (named[at] and node.marker.type == UNNUMBERED):
            _inherit(text, node, (led, "inherited"), lexicon)
        elif named[at]:
            _inherit(text, node, (named[at], "heading"), lexicon)
            planning = "plans" in named[at]
        elif report and at < first_later:
            _inherit(text, node, (["achievements"], "position"), lexicon)
        elif planning:
            _inherit(text, node, (["plans"], "position"), lexicon)
        else:
            _inherit(text, node, ([], None), lexicon)


def _name_plans_by_year(text: str, sections: Sequence[Node], named: list[list[Role]], year: int | None) -> None:
    """Take a part for plans whose heading names a later year than that reported on: 2024年主要工作, 今年主要工作.

    Where a part looks back on its year, that is the year reported on: a work report of 2023 reviews 2022.
    """
    reviewed = False
    for at, node in enumerate(sections):
        if node.heading is None or named[at] not in ([], ["achievements"]):
            continue
        heading = text[node.heading[0] : node.heading[1]]
        if "年" not in heading:
            reviewed = reviewed or "回顾" in heading
        elif looks_beyond(heading, year, reviewed=reviewed):
            named[at] = ["plans"]
        elif looks_back(heading):
            reviewed = True
            year = last_year_in(heading) or year


def _named(text: str, node: Node, lexicon: Lexicon) -> list[Role]:
    """Return the roles that a part's heading names, or the first words of a part without heading."""
    if node.heading is not None:
        return lexicon.roles_of(text[node.heading[0] : node.heading[1]])
    if not node.pieces:
        return []
    start = node.pieces[0].start
    stop = _PROSE.CLAUSE.search(text, start, start + _LEAD)
    lead = text[start : stop.start() if stop else start + _LEAD]
    theme = _PROSE.THEME.match(lead)
    if lexicon.roles_of(lead[: (theme.end() if theme else 0) + _LEAD_START]):
        return lexicon.roles_of(lead)
    # 其他需要报告的情况无。
    return next((roles for stop in range(4, _LEAD_START) if (roles := lexicon.roles_of(lead[:stop])) == ["other"]), [])


def _role_of_prose(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> list[Role]:
    last = text[pieces[-1].start : pieces[-1].end].rstrip("：:")
    if len(last) <= _LEAD and not _PROSE.CLAUSE.search(last):
        # An unnumbered heading: 下一步工作打算
        return lexicon.roles_of(last)
    sentences = [each.group() for piece in pieces for each in _PROSE.SENTENCE.finditer(text, piece.start, piece.end)]
    if any(_PROSE.LOOKS_AHEAD.match(sentence) for sentence in sentences):
        return ["plans"]
    if sentences and _PROSE.NAMES_PROBLEMS.search(sentences[-1]):
        return ["problems"]
    return []


def _inherit(text: str, node: Node, given: tuple[list[Role], RoleBasis | None], lexicon: Lexicon) -> None:
    own, node.role_basis = given
    node.roles = own
    if not node.children:
        return
    led: list[Role] = []
    if len(own) > 1:
        leads = [_role_of_lead(text, child, own, lexicon) for child in node.children]
        if leads and not leads[0]:
            leads[0] = _role_before(text, node, own)
        # What stands before the lead-in of one role is on the others.
        later = next(filter(None, leads), [])
        own = [role for role in own if role not in later] or own
    for at, child in enumerate(node.children):
        if len(node.roles) > 1 and leads[at]:
            led = leads[at]
        if led:
            _inherit(text, child, (led, "heading"), lexicon)
            continue
        named = _child_roles(text, child, own, lexicon)
        if named and named != own:
            _inherit(text, child, (named, "heading"), lexicon)
        else:
            _inherit(text, child, (own, "inherited" if own else None), lexicon)


def _role_before(text: str, node: Node, own: list[Role]) -> list[Role]:
    """Return plans, if the last sentence in front of the children looks ahead: …仍存在…。2019年，我厅将：一是…"""
    sentences = [
        each.group() for piece in node.pieces for each in _PROSE.SENTENCE.finditer(text, piece.start, piece.end)
    ]
    return ["plans"] if len(sentences) > 1 and "plans" in own and _PROSE.LOOKS_AHEAD.match(sentences[-1]) else []


def _role_of_lead(text: str, child: Node, own: list[Role], lexicon: Lexicon) -> list[Role]:
    """Return which of a part's roles the words above a child name, if it opens a series below such words.

    A child without marker is such words itself.
    """
    lead = child.heading if child.marker.type == UNNUMBERED else child.lead
    if lead is None:
        return []
    words = text[slice(*lead)]
    named: list[Role] = ["plans"] if _PROSE.LOOKS_AHEAD.match(words) else lexicon.roles_of(words)
    return [role for role in named if role in own]


def _child_roles(text: str, child: Node, own: list[Role], lexicon: Lexicon) -> list[Role]:
    """Return the roles of a child whose heading is a part's name outright, not a theme that mentions one."""
    if child.heading is None or child.heading[1] - child.heading[0] > _LEAD:
        return []
    heading = text[child.heading[0] : child.heading[1]]
    if len(own) > 1:
        return [role for role in lexicon.roles_of(heading) if role in own]
    responsible = "第一责任人" in heading and "主要" in heading
    within = own and own != ["achievements"]
    outright = [] if within else lexicon.outright(heading)
    if not responsible and not outright:
        return []
    named = lexicon.roles_of(heading)
    if responsible and "responsibility" in named:
        return ["responsibility"]
    return [role for role in named if role in outright]

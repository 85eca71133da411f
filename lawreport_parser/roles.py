"""Which part of a report each section is: achievements, problems, responsibility, plans, other.

What its heading names; else what its passages are. A numbered part with a heading of its own that stands before the
problems and plans of a report is an achievement by position, unless its sentences say otherwise. Children inherit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from lawreport_parser.discourse.evidence import Genre
from lawreport_parser.discourse.passages import Told, passages_by_headings, tell_passages
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role, last_year_in, looks_back, looks_beyond, names_duty
from lawreport_parser.outline.tree import Node, Outline

__all__ = ["assign_roles", "genre_of", "is_report", "roles_named"]

_PROSE: Final = Terminals("prose")
#: How far into a part without heading its role is looked for.
_LEAD: Final = 40
_LEAD_START: Final = 14
#: A role is one of a section that this part of its text has: one in so many characters.
_LEAST_SHARE: Final = 4
#: Words at the end of a section that are no more than this, or than half of it, may lead in to what follows.
_LONGEST_LEAD: Final = 100
#: How far into the body it is looked for who reports to a meeting.
_OPENING: Final = 200


def is_report(title: str | None, preamble: str) -> bool | None:
    """Say whether title or preamble call the document a report (报告, 总结, 汇报, 情况).

    `False`: its title calls it something else, a plan or a rule; `None`: nothing tells.
    """
    if _PROSE.CALLED_REPORT.search(title or ""):
        return True
    if _PROSE.CALLED_OTHERWISE.search(title or ""):
        return False
    return True if _PROSE.CALLED_REPORT.search("".join(preamble.split())[-200:]) else None


def _tells_of_work(passages: Sequence[Told]) -> bool:
    """Say whether a document that does not call itself a report reads like one: two roles in the words of sentences."""
    return len({told.role for told in passages if told.basis == "wording" and told.role != "other"}) > 1


def genre_of(text: str, outline: Outline, year: int | None) -> Genre:
    """Return what is known of a document before its sentences are read."""
    start = min(
        [piece.start for piece in outline.preamble[:1]] + [node.marker.start for node in outline.sections[:1]],
        default=0,
    )
    opening = text[start : start + _OPENING]
    return Genre(year, _PROSE.TO_A_MEETING.search(opening) is not None)


def assign_roles(text: str, outline: Outline, lexicon: Lexicon, *, report: bool | None, year: int | None) -> list[Told]:
    """Say of every section which roles it has and why; return the passages of the body.

    `year` is the year reviewed, `report` says whether the document calls itself a report, as `is_report` does.
    """
    genre = genre_of(text, outline, year)
    named = roles_named(text, outline.sections, lexicon, genre.year)
    if report is None and (outline.closing or not outline.sections or any(named[node] for node in outline.sections)):
        report = True
    passages = [] if report is False else tell_passages(text, outline, genre, named)
    if not report and not _tells_of_work(passages):
        passages = passages_by_headings(text, outline, named)
    _Assignment(passages, named).of_parts(outline.sections)
    return passages


# --- what headings name


def roles_named(text: str, sections: Sequence[Node], lexicon: Lexicon, year: int | None) -> dict[Node, list[Role]]:
    """Return the roles that the heading of each section names; none for most."""
    named = {node: _named(text, node, lexicon) for node in sections}
    _name_plans_by_year(text, sections, named, year)
    _name_led(text, sections, named, lexicon)
    waiting = list(sections)
    for node in waiting:  # grows as it is read
        for child in node.children:
            own = named[node]
            named[child] = _child_roles(text, child, own, lexicon)
            if named[child] == own:
                named[child] = []
        waiting += node.children
    return named


def _name_led(text: str, sections: Sequence[Node], named: dict[Node, list[Role]], lexicon: Lexicon) -> None:
    """Take what names a part in front of a series for the heading of its members: …。存在的问题（一）…（二）…"""
    led: list[Role] = []
    family = ""
    for node in sections:
        if node.led_by is not None:
            words = text[node.led_by[-1].start : node.led_by[-1].end].rstrip("：:")
            led = lexicon.roles_of(words) if len(words) <= _LEAD and not _PROSE.CLAUSE.search(words) else []
            family = node.marker.family
        elif node.afresh:
            led = []
        if led and node.marker.family == family and not named[node]:
            named[node] = led


def _name_plans_by_year(text: str, sections: Sequence[Node], named: dict[Node, list[Role]], year: int | None) -> None:
    """Take a part for plans whose heading names a later year than that reported on: 2024年主要工作, 今年主要工作.

    Where a part looks back on its year, that is the year reported on: a work report of 2023 reviews 2022.
    """
    reviewed = False
    for node in sections:
        if node.heading is None or named[node] not in ([], ["achievements"]):
            continue
        heading = text[node.heading[0] : node.heading[1]]
        if "年" not in heading:
            reviewed = reviewed or "回顾" in heading
        elif looks_beyond(heading, year, reviewed=reviewed):
            named[node] = ["plans"]
        elif looks_back(heading):
            reviewed = True
            year = last_year_in(heading) or year


def _named(text: str, node: Node, lexicon: Lexicon) -> list[Role]:
    """Return the roles that a part's heading names, or the first words of a part without heading."""
    if node.heading is not None:
        return lexicon.roles_of(text[node.heading[0] : node.heading[1]])
    if not node.pieces or node.marker.style.spoken:
        return []
    start = node.pieces[0].start
    stop = _PROSE.CLAUSE.search(text, start, start + _LEAD)
    lead = text[start : stop.start() if stop else start + _LEAD]
    theme = _PROSE.THEME.match(lead)
    if lexicon.roles_of(lead[: (theme.end() if theme else 0) + _LEAD_START]):
        return lexicon.roles_of(lead)
    # 其他需要报告的情况无。
    return next((roles for stop in range(4, _LEAD_START) if (roles := lexicon.roles_of(lead[:stop])) == ["other"]), [])


def _child_roles(text: str, child: Node, own: list[Role], lexicon: Lexicon) -> list[Role]:
    """Return the roles of a child whose heading is a part's name outright, not a theme that mentions one."""
    if child.heading is None or child.heading[1] - child.heading[0] > _LEAD:
        return []
    heading = text[child.heading[0] : child.heading[1]]
    if len(own) > 1:
        return [role for role in lexicon.roles_of(heading) if role in own]
    within = own and own != ["achievements"]
    # What is planned for the duty, or lacks in it, is no account of it.
    responsible = not within and (
        ("第一责任人" in heading and "主要" in heading) or (names_duty(heading) and not child.marker.style.spoken)
    )
    outright = [] if within else lexicon.outright(heading)
    if not responsible and not outright:
        return []
    named = lexicon.roles_of(heading)
    if responsible and "responsibility" in named:
        return ["responsibility"]
    return [role for role in named if role in outright]


# --- what sections are


class _Assignment:
    """Gives sections their roles: those named, else those of the passages in them."""

    def __init__(self, passages: Sequence[Told], named: dict[Node, list[Role]]) -> None:
        self.passages = passages
        self.named = named
        self._ends = [passage.end for passage in passages]

    def of_parts(self, parts: Sequence[Node]) -> None:
        """Give the outermost sections, and all below them, their roles."""
        told = [self._told(node) for node in parts]
        later = next(
            (at for at, (roles, _) in enumerate(told) if "problems" in roles or "plans" in roles),
            len(parts),
        )
        for at, node in enumerate(parts):
            roles, surely = told[at]
            node.roles = roles
            if self.named[node]:
                node.role_basis = "heading"
            elif not roles:
                node.role_basis = None
            elif roles == ["achievements"] and at < later and node.heading is not None:
                node.role_basis = "position"
            else:
                node.role_basis = "wording" if surely else "position"
            self._of_children(node)

    def _of_children(self, node: Node) -> None:
        for child in node.children:
            roles, _ = self._told(child)
            child.roles = roles or node.roles
            if self.named[child]:
                child.role_basis = "heading"
            elif not child.roles:
                child.role_basis = None
            else:
                child.role_basis = "inherited" if child.roles == node.roles else "wording"
            self._of_children(child)

    def _told(self, node: Node) -> tuple[list[Role], bool]:
        """Return the roles of a section, and whether its own sentences say so."""
        if self.named[node]:
            return self.named[node], True
        sizes: dict[Role, int] = {}
        surely = False
        start = node.marker.start
        for at in range(bisect_right(self._ends, start), len(self.passages)):
            passage = self.passages[at]
            if passage.start >= node.end:
                break
            goes_on = start < passage.start and node.end < passage.end
            if goes_on and node.end - passage.start < max(_LONGEST_LEAD, (node.end - start) / 2):
                # Its last words lead in to what follows.
                break
            if passage.role != "other":
                sizes[passage.role] = (
                    sizes.get(passage.role, 0) + min(passage.end, node.end) - max(passage.start, start)
                )
                surely = surely or passage.basis != "neighbours"
        whole = sum(sizes.values())
        return [role for role, size in sizes.items() if size * _LEAST_SHARE >= whole], surely

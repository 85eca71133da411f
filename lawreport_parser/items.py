"""The items of each part: its members as a reader would list them.

The children of a section that is the whole part; the sections themselves where several top-level sections
share the role; where the part has no children, the clauses that a sentence such as 主要表现在：…；… enumerates,
or else its paragraphs; where a report has no such part, the sentences of its closing prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol, TypeVar

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Item, ItemBasis, Paragraph, RoleBasis, Section
from lawreport_parser.spans import Span, make_span, trim

__all__ = ["has_part", "holds_part", "items_of_role"]

_PROSE: Final = Terminals("prose")


class _Part(Protocol):
    """A section, or what will be one."""

    @property
    def roles(self) -> list[Role]: ...
    @property
    def role_basis(self) -> RoleBasis | None: ...
    @property
    def children(self) -> Sequence[_Part]: ...


_AnyPart = TypeVar("_AnyPart", bound=_Part)


def items_of_role(text: str, sections: Sequence[Section], closing: Sequence[Paragraph], role: Role) -> list[Item]:
    """Return the items of one part of the report, in the order of the text."""
    parts = _parts(sections, role)
    if len(parts) > 1:
        return [_of_section(text, part) for part in parts]
    if parts:
        return _of_part(text, parts[0], role)
    return _of_prose(text, _ranges(closing), role)


def has_part(text: str, sections: Sequence[Section], closing: Sequence[Paragraph], role: Role) -> bool:
    """Say whether the report holds this part at all, in sections or in its closing prose."""
    return holds_part(text, sections, _ranges(closing), role)


def holds_part(text: str, parts: Sequence[_Part], closing: Sequence[tuple[int, int]], role: Role) -> bool:
    """Say the same of sections that are not made yet, and ranges of closing prose."""
    return bool(_parts(parts, role)) or any(_sentences_on(text, closing, role))


def _ranges(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    return [(paragraph.span.start, paragraph.span.end) for paragraph in paragraphs]


def _parts(sections: Sequence[_AnyPart], role: Role) -> list[_AnyPart]:
    """Return the sections that are the part: top-level ones, else the outermost whose heading names it."""
    parts = [section for section in sections if role in section.roles]
    return parts or [section for top in sections for section in _nested_parts(top, role)]


def _nested_parts(section: Any, role: Role) -> list[Any]:
    """Return the outermost sections below `section` whose own heading names the role."""
    found: list[Any] = []
    for child in section.children:
        if role in child.roles and child.role_basis == "heading":
            found.append(child)
        else:
            found.extend(_nested_parts(child, role))
    return found


def _of_part(text: str, part: Section, role: Role) -> list[Item]:
    if part.children:
        if len(part.roles) > 1:
            # 存在问题及下一步打算: children that are parts of their own hold one role each.
            own = [child for child in part.children if child.role_basis == "heading" and role in child.roles]
            if len(own) == 1:
                return _of_part(text, own[0], role)
            if own:
                return [_of_section(text, child) for child in own]
        held = [_of_section(text, child) for child in part.children if role in child.roles]
        if held or len(part.roles) < 2:
            return held
    ranges = _of_one_role(text, _ranges(part.body), role) if len(part.roles) > 1 else _ranges(part.body)
    clauses = [item for start, end in ranges for item in _clauses(text, make_span(start, end), part.id)]
    if clauses:
        return clauses
    told = [(start, end) for start, end in ranges if text[end - 1] not in "：:"]
    return [_item(text, start, end, part.id, "section") for start, end in told or ranges]


def _of_one_role(text: str, ranges: list[tuple[int, int]], role: Role) -> list[tuple[int, int]]:
    """Return what of a part on problems and plans is on one of them: its plans begin with what looks ahead."""
    if role not in ("problems", "plans"):
        return ranges
    turn = next(
        (
            trim(text, *sentence.span())[0]
            for each in ranges
            for sentence in _PROSE.SENTENCE.finditer(text, *each)
            if _PROSE.LOOKS_AHEAD.match(sentence.group())
        ),
        None,
    )
    if turn is None:
        return ranges
    if role == "plans":
        cut = [trim(text, max(start, turn), end) for start, end in ranges if end > turn]
    else:
        cut = [trim(text, start, min(end, turn)) for start, end in ranges if start < turn]
    return cut or ranges


def _of_section(text: str, section: Section) -> Item:
    return Item.build(
        heading=section.heading.text if section.heading else None,
        text=text[section.span.start : section.span.end],
        span=section.span,
        section_id=section.id,
        basis="section",
        items=[_of_section(text, child) for child in section.children],
    )


def _item(text: str, start: int, end: int, section_id: str | None, basis: ItemBasis) -> Item:
    return Item.build(
        heading=None,
        text=text[start:end],
        span=make_span(start, end),
        section_id=section_id,
        basis=basis,
        items=[],
    )


def _clauses(text: str, span: Span, section_id: str | None) -> list[Item]:
    """Return the clauses that an enumerating sentence of a paragraph lists, or nothing."""
    for sentence in _PROSE.SENTENCE.finditer(text, span.start, span.end):
        opening = _PROSE.ENUMERATES.search(text, sentence.start(), sentence.end())
        if opening is None:
            continue
        start, end = trim(text, opening.end(), sentence.end())
        clauses = _parted(text, start, end, "；;")
        if len(clauses) == 1:
            at_commas = _parted(text, start, end, "，,")
            if len(at_commas) > 1 and all(_PROSE.LACKS.search(text, *clause) for clause in at_commas):
                clauses = at_commas
        if len(clauses) > 1 or (clauses and _PROSE.LACKS.search(text, start, end)):
            return [_item(text, *clause, section_id, "clause") for clause in clauses]
    return []


def _parted(text: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Part `start:end` at `marks`, without end marks and outer white space; empty parts are left out."""
    parts: list[tuple[int, int]] = []
    at = start
    for position in [*(n for n in range(start, end) if text[n] in marks), end]:
        left, right = trim(text, at, position)
        while right > left and text[right - 1] in "。！？；;":
            right -= 1
        if left < right:
            parts.append((left, right))
        at = position + 1
    return parts


def _of_prose(text: str, closing: Sequence[tuple[int, int]], role: Role) -> list[Item]:
    """Return what the closing prose says of problems or plans: clauses where it enumerates, else sentences."""
    found: list[Item] = []
    for start, end in _sentences_on(text, closing, role):
        clauses = _clauses(text, make_span(start, end), None) if role == "problems" else []
        found.extend(clauses or [_item(text, start, end, None, "sentence")])
    return found


def _sentences_on(text: str, closing: Sequence[tuple[int, int]], role: Role) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the closing prose that speak of problems, or of plans."""
    if role not in ("problems", "plans"):
        return
    for paragraph in closing:
        for sentence in _PROSE.SENTENCE.finditer(text, *paragraph):
            start, end = trim(text, *sentence.span())
            words = text[start:end]
            if not words:
                continue
            ahead = _PROSE.LOOKS_AHEAD.match(words) is not None
            if ahead if role == "plans" else not ahead and _PROSE.NAMES_PROBLEMS.search(words):
                yield start, end

"""The items of each part: its members as a reader would list them.

The children of a section that is the whole part; where two to four outermost sections are, the children of each, or
the section itself if it has none; where more are, the sections themselves; where the part has no children, the clauses
that a sentence such as 主要表现在：…；… enumerates, or else its paragraphs. Where other text has the role (a passage on
problems inside the review, plans at the end), its members: the sections that it leads in, the clauses it enumerates, or
else its sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lawreport_parser.discourse.cues import cues_in
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Item, ItemBasis, Paragraph, Passage, Section
from lawreport_parser.spans import make_span, trim

__all__ = ["holds_role", "items_of_role"]

_PROSE: Final = Terminals("prose")
#: So many outermost sections of a role are parts of their own, whose children are the items; more are items.
_MOST_PARTS: Final = 4
#: A sentence no longer than this, that only says that something is lacking, leads in to what is.
_LONGEST_LEAD: Final = 50
_LEADS: Final = frozenset(
    {"but", "compared with", "lack named", "problem named", "sees clearly", "there still is", "with success"}
)
#: Sentences at the end of a passage on problems that say why, or that they will be solved.
_AFTERWORDS: Final = frozenset({"causes", "ensures", "must", "sees clearly", "to be solved", "will"})
#: What says of a clause or sentence that it tells something that is lacking.
_FACTS: Final = frozenset({"not enough", "not yet", "only so much", "ought to mend", "weak or late"})
_LACKS: Final = _FACTS | {"hard", "lack named", "sees clearly", "still", "there still is"}


def items_of_role(
    text: str,
    sections: Sequence[Section],
    prose: Sequence[Paragraph],
    passages: Sequence[Passage],
    role: Role,
) -> list[Item]:
    """Return the items of one role, in the order of the text; `prose` are the paragraphs outside the sections."""
    listing = _Listing(text, sections, passages, role)
    parts = [section for section in sections if listing.is_part(section)]
    if any(section.roles == [role] for section in parts):
        # 二、“十四五”发展成就和“十五五”主要目标 holds plans too, but 三、2026年重点工作 is the part.
        mixed = [section for section in parts if len(section.roles) > 1 and "achievements" in section.roles]
        parts = [section for section in parts if section not in mixed]
    else:
        mixed = []
    led = [section for section in parts if listing.is_led(section)]
    parts = [section for section in parts if section not in led]
    items = [_of_section(text, section) for section in led]
    for part in parts:
        if len(parts) > _MOST_PARTS:
            items.append(_of_section(text, part))
        else:
            items += listing.of_part(part) or [_of_section(text, part)] if len(parts) > 1 else listing.of_whole(part)
    listed = [*led, *parts]
    taken = {section.id for section in (*listed, *mixed)}
    if listed and role not in ("problems", "plans"):
        return sorted(items, key=lambda item: item.span.start)
    paragraphs: list[_Prose] = [(each.span.start, each.span.end, None) for each in prose]
    paragraphs += [
        (each.span.start, each.span.end, inner.id)
        for section in sections
        if section.id not in taken
        for inner in section.walk()
        for each in inner.body
    ]
    paragraphs.sort()
    others = [each for each in sections if each.id not in taken]
    for passage in listing.passages:
        leads = any(each.span.start < passage.span.end and passage.span.start < each.span.end for each in listed)
        items += listing.of_passage(passage, others, () if leads else paragraphs)
    items.sort(key=lambda item: item.span.start)
    return items


def holds_role(sections: Sequence[Section], passages: Sequence[Passage], role: Role) -> bool:
    """Say whether the report holds this role at all, in a section or in a passage."""
    return any(role in section.roles for section in sections) or any(passage.role == role for passage in passages)


_Prose = tuple[int, int, "str | None"]


class _Listing:
    """Lists the members of what holds a role."""

    def __init__(self, text: str, sections: Sequence[Section], passages: Sequence[Passage], role: Role) -> None:
        self.text = text
        self.sections = sections
        self.role = role
        self.passages = [passage for passage in passages if passage.role == role]
        #: The styles of outermost series behind those of another style: what prose or an annex leads in.
        first = sections[0].marker.style if sections else None
        self._later_styles = {
            each.marker.style for each in sections if each.marker.ordinal == 1 and each.marker.style != first
        } - {"unnumbered"}

    def is_part(self, section: Section) -> bool:
        """Say whether a section is a part of this role: its heading names it, or most of its text has it."""
        if self.role not in section.roles:
            return False
        if section.role_basis == "heading" or section.roles == [self.role]:
            return True
        start, end = section.span.start, section.span.end
        held = sum(max(0, min(end, each.span.end) - max(start, each.span.start)) for each in self.passages)
        return 2 * held > end - start

    def is_led(self, section: Section) -> bool:
        """Say whether prose in front of an outermost section leads in the series that it belongs to."""
        if section.role_basis == "heading":
            return False
        start = section.span.start
        if section.marker.style in self._later_styles:
            return True
        passage = next((each for each in self.passages if each.span.start < start < each.span.end), None)
        if passage is None:
            return False
        # The series begins anew behind the beginning of the passage, which stands in prose or at the end of a section.
        first = next(each for each in self.sections if each.span.start > passage.span.start)
        return first.marker.ordinal == 1 and first.marker.style == section.marker.style

    def of_whole(self, part: Section) -> list[Item]:
        """Return the items of the one section that is the part."""
        items = self.of_part(part)
        if items:
            return items
        own = list(self._own_prose([(each.span.start, each.span.end, part.id) for each in part.body]))
        told = [each for each in own if self.text[each[1] - 1] not in "：:"]
        return [_item(self.text, start, end, part.id, "section") for start, end, _ in told or own]

    def of_part(self, part: Section) -> list[Item]:
        """Return the children of a part, or the clauses that it enumerates."""
        children = [child for child in part.children if self.role in child.roles]
        named = [child for child in children if child.role_basis == "heading"]
        if len(part.roles) > 1 and len(named) == 1:
            # 存在问题及下一步打算: a child that is a part of its own.
            return self.of_whole(named[0])
        if children:
            return [item for child in children for item in self._of_child(child)]
        own = list(self._own_prose([(each.span.start, each.span.end, part.id) for each in part.body]))
        clauses = [item for start, end, _ in own for item in _clauses(self.text, start, end, part.id)]
        if not clauses and self.role == "problems" and len(own) == 1:
            # One paragraph that lists: 群众的操心事就是我们的差距：…；…；…
            told = self._problems_told(own)
            clauses = told if len(told) > 1 and all(item.basis == "clause" for item in told) else []
        return clauses

    def _of_child(self, child: Section) -> list[Item]:
        """Return a child as an item; what of it has this role, where it begins with another: a problem, its remedy."""
        start, end = child.span.start, child.span.end
        inside = [each for each in self.passages if each.span.start < end and start < each.span.end]
        if len(child.roles) < 2 or not inside or inside[0].span.start <= start:
            return [_of_section(self.text, child)]
        prose = [(each.span.start, each.span.end, inner.id) for inner in child.walk() for each in inner.body]
        cut = [one for each in inside for one in _cut(self.text, prose, *_range(each))]
        return self._told(cut, prose)

    def _told(self, prose: Sequence[_Prose], paragraphs: Sequence[_Prose]) -> list[Item]:
        """Return the items of prose."""
        if self.role == "problems":
            return self._problems_told(prose)
        if self.role == "plans":
            return self._plans_told(prose, paragraphs)
        return [_item(self.text, *each, "sentence") for each in prose]

    def _own_prose(self, prose: Sequence[_Prose]) -> Iterator[_Prose]:
        """Yield what of the paragraphs of a part the passages of this role cover; all, where none does."""
        covered = [each for passage in self.passages for each in _cut(self.text, prose, *_range(passage))]
        yield from covered or prose

    def of_passage(self, passage: Passage, sections: Sequence[Section], paragraphs: Sequence[_Prose]) -> list[Item]:
        """Return the items of a passage in text that is no part of this role."""
        start, end = _range(passage)
        inner = list(_outermost_within(sections, start, end))
        ranges = [(each.span.start, each.span.end) for each in inner]
        prose = [
            (left, right, section_id)
            for left, right, section_id in _cut(self.text, paragraphs, start, end)
            if not any(low <= left < high for low, high in ranges)
        ]
        if len(inner) == 1 and not prose:
            return self.of_whole(inner[0])
        if inner:
            return [_of_section(self.text, section, end) for section in inner]
        return self._told(prose, paragraphs)

    def _problems_told(self, prose: Sequence[_Prose]) -> list[Item]:
        """Return the clauses of what is lacking, without what leads in to them."""
        sentences = [each for paragraph in prose for each in _sentences(self.text, *paragraph)]
        told = [each for each in sentences if self.text[each[1] - 1] not in "：:"]
        if len(told) > 1 and self._leads_in(*told[0][:2]):
            del told[0]
        while len(told) > 1 and self._only_assures(*told[-1][:2]):
            del told[-1]
        items: list[Item] = []
        for start, end, section_id in told:
            opening = _PROSE.LISTS.match(self.text, start, end)
            if opening is not None:
                start = opening.end()
            parts = _parted(self.text, *trim(self.text, start, end), "；;")
            if len(parts) == 1 and len(told) == 1 and opening is not None:
                at_commas = _parted(self.text, *trim(self.text, start, end), "，,")
                if len(at_commas) > 2 and all(self._lacks(*clause) for clause in at_commas):
                    parts = at_commas
            basis: ItemBasis = "clause" if len(parts) > 1 or opening is not None else "sentence"
            if basis == "sentence":
                parts = [trim(self.text, start, end)]
            items += [_item(self.text, left, right, section_id, basis) for left, right in parts]
        return items

    def _lacks(self, start: int, end: int) -> bool:
        """Say whether a clause says by itself that something is lacking."""
        return not _LACKS.isdisjoint(cue[0] for cue in cues_in(self.text, start, end))

    def _only_assures(self, start: int, end: int) -> bool:
        """Say whether a sentence at the end of a passage on problems says why, or that they will be solved."""
        cues = {cue[0] for cue in cues_in(self.text, start, end)}
        return not _AFTERWORDS.isdisjoint(cues) and ("causes" in cues or _FACTS.isdisjoint(cues))

    def _leads_in(self, start: int, end: int) -> bool:
        """Say whether a sentence on problems only says that there are some."""
        if end - start > _LONGEST_LEAD or any(mark in self.text[start:end] for mark in "；;：:"):
            return False
        return not _LEADS.isdisjoint(cue[0] for cue in cues_in(self.text, start, end))

    def _plans_told(self, prose: Sequence[_Prose], paragraphs: Sequence[_Prose]) -> list[Item]:
        """Return the paragraphs of plans, where there are several that are nothing else; else the sentences."""
        whole = [each for each in prose if each in paragraphs]
        items: list[Item] = []
        for each in prose:
            if len(whole) > 1 and each in whole:
                if self.text[each[1] - 1] not in "：:":
                    items.append(_item(self.text, *each, "sentence"))
                continue
            told = [one for one in _sentences(self.text, *each) if self.text[one[1] - 1] not in "：:"]
            items += [_item(self.text, *one, "sentence") for one in told]
        return items


def _range(passage: Passage) -> tuple[int, int]:
    return passage.span.start, passage.span.end


def _outermost_within(sections: Sequence[Section], start: int, end: int) -> Iterator[Section]:
    """Yield the outermost sections that lie in `start:end`, and those without children that begin there."""
    for section in sections:
        if start <= section.span.start < end and (section.span.end <= end or not section.children):
            yield section
        elif section.span.start < end and start < section.span.end:
            yield from _outermost_within(section.children, start, end)


def _cut(text: str, prose: Sequence[_Prose], start: int, end: int) -> Iterator[_Prose]:
    """Yield what of paragraphs lies in `start:end`."""
    for left, right, section_id in prose:
        low, high = trim(text, max(left, start), min(right, end)) if left < end and start < right else (0, 0)
        if low < high:
            yield low, high, section_id


def _sentences(text: str, start: int, end: int, section_id: str | None) -> Iterator[_Prose]:
    for sentence in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, start, end):
        left, right = trim(text, *sentence.span())
        if left < right:
            yield left, right, section_id


def _of_section(text: str, section: Section, end: int | None = None) -> Item:
    """Return a section as an item, up to `end` where another role begins in it."""
    start, stop = section.span.start, section.span.end
    span = section.span if end is None or stop <= end else make_span(start, end)
    return Item.build(
        heading=section.heading.text if section.heading else None,
        text=text[span.start : span.end],
        span=span,
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


def _clauses(text: str, start: int, end: int, section_id: str | None) -> list[Item]:
    """Return the clauses that an enumerating sentence of a paragraph lists, or nothing."""
    for sentence in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, start, end):
        opening = _PROSE.ENUMERATES.search(text, sentence.start(), sentence.end())
        if opening is None:
            continue
        left, right = trim(text, opening.end(), sentence.end())
        clauses = _parted(text, left, right, "；;")
        if len(clauses) == 1:
            at_commas = _parted(text, left, right, "，,")
            if len(at_commas) > 1 and all(_PROSE.LACKS.search(text, *clause) for clause in at_commas):
                clauses = at_commas
        if len(clauses) > 1 or (clauses and _PROSE.LACKS.search(text, left, right)):
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

"""The items of each part: its members as a reader would list them.

The children of a section that is the whole part; where two to four outermost sections are, the children of each, or
the section itself if it has none; where more are, the sections themselves; where the part has no children, the clauses
that a sentence such as 主要表现在：…；… enumerates, or else its paragraphs; a paragraph that is nothing but a list
…；…；…。 of problems or plans is its clauses. Nothing is parted within brackets or quotation marks, and what
stands behind the sentence that enumerates is listed, too. Where other text has the role (a passage on
problems inside the review, plans at the end), its members: the sections that it leads in, the clauses it enumerates, or
else its sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from lawreport_parser.blanks import trim
from lawreport_parser.brackets import CLOSERS, OPENERS, within_pairs
from lawreport_parser.discourse.cues import cues_in
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Item, ItemBasis, Paragraph, Passage, Section
from lawreport_parser.spans import Span

__all__ = ["items_of_role"]

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

_Piece = TypeVar("_Piece", Passage, Section)


class _Prose(NamedTuple):
    """A paragraph or a piece of one: its range, the section it stands in, and whether it is `whole`."""

    start: int
    end: int
    section_id: str | None
    whole: bool = True


def items_of_role(
    text: str,
    sections: Sequence[Section],
    prose: Sequence[Paragraph],
    passages: Sequence[Passage],
    role: Role,
    *,
    within: Span,
) -> list[Item]:
    """Return the items of one role, in the order of the text; `prose` are the paragraphs outside the sections.

    Only what stands `within` a range of the text counts: that of the report, where its file has further documents.
    """
    if (within.start, within.end) != (0, len(text)):
        sections = _lying_in(sections, within.start, within.end)
        prose = [each for each in prose if within.start <= each.span.start < within.end]
        passages = [_clipped(each, within) for each in _lying_in(passages, within.start, within.end)]
    listing = _Listing(text, sections, passages, role)
    parts = [section for section in sections if listing.is_part(section)]
    mixed: list[Section] = []
    if any(section.roles == [role] for section in parts):
        # 二、“十四五”发展成就和“十五五”主要目标 holds plans too, but 三、2026年重点工作 is the part.
        mixed = [section for section in parts if len(section.roles) > 1 and "achievements" in section.roles]
        parts = _without(parts, mixed)
    led = sorted([section for section in parts if listing.is_led(section)], key=lambda section: section.span.start)
    parts = _without(parts, led)
    items = [listing.of_section(section) for section in led]
    for part in parts:
        if len(parts) > _MOST_PARTS:
            items.append(listing.of_section(part))
        else:
            items += listing.of_part(part) or [listing.of_section(part)] if len(parts) > 1 else listing.of_whole(part)
    if not listing.passages or ((led or parts) and role not in ("problems", "plans")):
        return sorted(items, key=lambda item: item.span.start)
    listed = sorted([*led, *parts], key=lambda section: section.span.start)
    others = _without(sections, [*listed, *mixed])
    paragraphs = [_Prose(each.span.start, each.span.end, None) for each in prose]
    for section in others:
        paragraphs += _prose_in(section)
    paragraphs.sort()
    listing.beside_parts = bool(listed)
    for passage in listing.passages:
        # Prose that leads in sections tells nothing itself, nor does what stands around the parts on plans.
        leads = _lying_in(led if role == "problems" else listed, *_range(passage))
        items += listing.of_passage(passage, others, () if leads else paragraphs)
    items.sort(key=lambda item: item.span.start)
    return items


class _Listing:
    """Lists the members of what holds a role."""

    def __init__(self, text: str, sections: Sequence[Section], passages: Sequence[Passage], role: Role) -> None:
        self.text = text
        self.sections = sections
        self.role = role
        self.passages = [passage for passage in passages if passage.role == role]
        #: Whether other text than this has the role, too: a sentence that only assures is no item then.
        self.beside_parts = False
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
        start, end = _range(section)
        inside = _lying_in(self.passages, start, end)
        held = sum(min(end, each.span.end) - max(start, each.span.start) for each in inside)
        return 2 * held > end - start

    def is_led(self, section: Section) -> bool:
        """Say whether prose in front of an outermost section leads in the series that it belongs to."""
        if section.role_basis == "heading":
            return False
        start = section.span.start
        if section.marker.style in self._later_styles:
            return True
        passage = next(iter(_lying_in(self.passages, start, start + 1)), None)
        if passage is None or passage.span.start == start:
            return False
        # The series begins anew behind the beginning of the passage, which stands in prose or at the end of a section.
        behind = bisect_right(self.sections, passage.span.start, key=_start)
        # JSON may hold sections in any order.
        first = self.sections[min(behind, len(self.sections) - 1)]
        return first.marker.ordinal == 1 and first.marker.style == section.marker.style

    def of_section(self, section: Section) -> Item:
        """Return a section as an item, without what has another role at its end: problems, thanks, what leads on."""
        inside = _lying_in(self.passages, *_range(section))
        cut = inside and not section.children
        return _of_section(self.text, section, inside[-1].span.end if cut else None)

    def of_whole(self, part: Section) -> list[Item]:
        """Return the items of the one section that is the part."""
        items = self.of_part(part)
        if items:
            return items
        own = self._own_prose(part)
        told = [each for each in own if not self._is_lead(each)]
        return [_item(self.text, each.start, each.end, part.id, "section") for each in told or own]

    def of_part(self, part: Section) -> list[Item]:
        """Return the children of a part, or the clauses that it enumerates."""
        children = [child for child in part.children if self.role in child.roles]
        named = [child for child in children if child.role_basis == "heading"]
        if len(part.roles) > 1 and len(named) == 1:
            # 存在问题及下一步打算: a child that is a part of its own.
            return self.of_whole(named[0])
        if len(children) == 1 and children[0].marker.style == "unnumbered" and children[0].children:
            # 工作中还存在一些不足： on a line of its own.
            return self.of_part(children[0])
        if children:
            # What of another child has this role, 一是人员不足。下一步将招人。, would be in no list.
            listed = part.children if len(part.roles) > 1 else children
            return [
                item
                for child in listed
                for item in (self._of_child(child) if self.role in child.roles else self._told_in(child))
            ]
        own = self._own_prose(part)
        clauses = [item for each in own for item in self._clauses(each.start, each.end, part.id)]
        if clauses or len(own) != 1:
            return clauses
        if self.role == "plans":
            return self._listed_plans(own[0])
        if self.role == "problems":
            # One paragraph that lists: 群众的操心事就是我们的差距：…；…；…
            told = self._problems_told(own)
            return told if len(told) > 1 and all(item.basis == "clause" for item in told) else []
        return []

    def _listed_plans(self, prose: _Prose) -> list[Item]:
        """Return the clauses of a paragraph that lists plans and nothing else: …；…；…。"""
        listed: list[tuple[int, int]] = []
        for sentence in _sentences(self.text, prose):
            clauses = self._told_clauses(sentence.start, sentence.end)
            if len(clauses) == 1 or not all(_is_whole(self.text, *clause) for clause in clauses):
                return []
            listed += clauses
        return [_item(self.text, *clause, prose.section_id, "clause") for clause in listed]

    def _of_child(self, child: Section) -> list[Item]:
        """Return a child as an item; what of it has this role, where it begins with another: a problem, its remedy."""
        inside = _lying_in(self.passages, *_range(child))
        if len(child.roles) < 2 or not inside or inside[0].span.start <= child.span.start:
            return [self.of_section(child)]
        return self._told_in(child)

    def _told_in(self, child: Section) -> list[Item]:
        """Return the items of what of a child the passages of this role cover."""
        prose = _prose_in(child)
        inside = _lying_in(self.passages, *_range(child))
        return self._told([one for each in inside for one in _cut(self.text, prose, *_range(each))])

    def _told(self, prose: Sequence[_Prose]) -> list[Item]:
        """Return the items of prose."""
        if self.role == "problems":
            return self._problems_told(prose)
        if self.role == "plans":
            return self._plans_told(prose)
        return [_item(self.text, each.start, each.end, each.section_id, "sentence") for each in prose]

    def _own_prose(self, part: Section) -> list[_Prose]:
        """Return what of the paragraphs of a part the passages of this role cover; all, where none does."""
        prose = [_Prose(each.span.start, each.span.end, part.id) for each in part.body]
        inside = _lying_in(self.passages, *_range(part))
        return [one for each in inside for one in _cut(self.text, prose, *_range(each))] or prose

    def _is_lead(self, prose: _Prose) -> bool:
        """Say whether prose ends with a colon: it leads in what follows and tells nothing itself."""
        return self.text[prose.end - 1] in "：:"

    def of_passage(self, passage: Passage, sections: Sequence[Section], paragraphs: Sequence[_Prose]) -> list[Item]:
        """Return the items of a passage in text that is no part of this role."""
        start, end = _range(passage)
        inner = list(_outermost_within(sections, start, end))
        prose = [
            each for each in _cut(self.text, paragraphs, start, end) if not _lying_in(inner, each.start, each.start + 1)
        ]
        if len(inner) == 1 and not prose and inner[0].span.end <= end:
            return self.of_whole(inner[0])
        if inner:
            return [_of_section(self.text, section, end) for section in inner]
        return self._told(prose)

    def _problems_told(self, prose: Sequence[_Prose]) -> list[Item]:
        """Return the clauses of what is lacking, without what leads in to them."""
        told = [each for one in prose for each in _sentences(self.text, one) if not self._is_lead(each)]
        if len(told) > 1 and self._only_leads_in(told[0].start, told[0].end):
            del told[0]
        while len(told) > (not self.beside_parts) and self._only_assures(told[-1].start, told[-1].end):
            del told[-1]
        items: list[Item] = []
        for start, end, section_id, _ in told:
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

    def _clauses(self, start: int, end: int, section_id: str | None) -> list[Item]:
        """Return the clauses that an enumerating sentence of a paragraph lists, or nothing."""
        prose = _Prose(start, end, section_id)
        listed: list[Item] = []
        for sentence in _sentences(self.text, prose):
            if listed:
                listed += self._behind_clauses(sentence)
                continue
            opening = _PROSE.ENUMERATES.search(self.text, sentence.start, sentence.end)
            if opening is None:
                continue
            left, right = trim(self.text, opening.end(), sentence.end)
            clauses = self._told_clauses(left, right)
            if len(clauses) == 1:
                at_commas = _parted(self.text, left, right, "，,")
                if len(at_commas) > 1 and all(self._lacks(*clause) for clause in at_commas):
                    clauses = at_commas
            if len(clauses) > 1 or (clauses and self._lacks(left, right)):
                listed = [_item(self.text, *clause, section_id, "clause") for clause in clauses]
        return listed

    def _told_clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the clauses of a sentence, without what it asks for at its end: …；以上报告，请审议。"""
        clauses = _parted(self.text, start, end, "；;")
        if len(clauses) > 1 and _closes_paper(self.text, *clauses[-1]):
            del clauses[-1]
        return clauses

    def _behind_clauses(self, prose: _Prose) -> list[Item]:
        """Return the items of a sentence behind one that enumerates: what it lists, or itself."""
        start, end, section_id, _ = prose
        if self._is_lead(prose) or _closes_paper(self.text, start, end):
            return []
        if self.role != "plans" and (not self._lacks(start, end) or self._only_assures(start, end)):
            return []
        clauses = self._told_clauses(start, end)
        if len(clauses) == 1 or not all(_is_whole(self.text, *clause) for clause in clauses):
            return [_item(self.text, start, end, section_id, "sentence")]
        return [_item(self.text, *clause, section_id, "clause") for clause in clauses]

    def _lacks(self, start: int, end: int) -> bool:
        """Say whether a clause says by itself that something is lacking."""
        if _PROSE.SEVERE.search(self.text, start, end):
            return True
        return not _LACKS.isdisjoint(cue[0] for cue in cues_in(self.text, start, end))

    def _only_assures(self, start: int, end: int) -> bool:
        """Say whether a sentence at the end of a passage on problems says why, or that they will be solved."""
        cues = {cue[0] for cue in cues_in(self.text, start, end)}
        return not _AFTERWORDS.isdisjoint(cues) and ("causes" in cues or _FACTS.isdisjoint(cues))

    def _only_leads_in(self, start: int, end: int) -> bool:
        """Say whether a sentence on problems only says that there are some."""
        if end - start > _LONGEST_LEAD or any(mark in self.text[start:end] for mark in "；;：:"):
            return False
        return not _LEADS.isdisjoint(cue[0] for cue in cues_in(self.text, start, end))

    def _plans_told(self, prose: Sequence[_Prose]) -> list[Item]:
        """Return the paragraphs of plans, where there are several that are nothing else; else the sentences."""
        several = sum(each.whole for each in prose) > 1
        told = (one for each in prose for one in ([each] if several and each.whole else _sentences(self.text, each)))
        return [
            _item(self.text, each.start, each.end, each.section_id, "sentence")
            for each in told
            if not self._is_lead(each)
        ]


def _clipped(passage: Passage, within: Span) -> Passage:
    """Return what of a passage stands within a range."""
    span = Span(max(passage.span.start, within.start), min(passage.span.end, within.end))
    return Passage(role=passage.role, basis=passage.basis, span=span, section_id=passage.section_id)


def _range(piece: Passage | Section) -> tuple[int, int]:
    return piece.span.start, piece.span.end


def _start(piece: Passage | Section) -> int:
    return piece.span.start


def _lying_in(pieces: Sequence[_Piece], start: int, end: int) -> Sequence[_Piece]:
    """Return those of `pieces`, which stand in the order of the text, that hold something of `start:end`."""
    first = bisect_right(pieces, start, key=lambda each: each.span.end)
    return pieces[first : bisect_left(pieces, end, lo=first, key=_start)]


def _without(sections: Sequence[Section], others: Sequence[Section]) -> list[Section]:
    ids = {section.id for section in others}
    return [section for section in sections if section.id not in ids]


def _outermost_within(sections: Sequence[Section], start: int, end: int) -> Iterator[Section]:
    """Yield the outermost sections that lie in `start:end`, and those without children that begin there."""
    for section in _lying_in(sections, start, end):
        if start <= section.span.start and (section.span.end <= end or not section.children):
            yield section
        else:
            yield from _outermost_within(section.children, start, end)


def _prose_in(section: Section) -> list[_Prose]:
    """Return the paragraphs of a section and of those below it."""
    return [_Prose(each.span.start, each.span.end, inner.id) for inner in section.walk() for each in inner.body]


def _cut(text: str, prose: Sequence[_Prose], start: int, end: int) -> Iterator[_Prose]:
    """Yield what of paragraphs, which stand in the order of the text, lies in `start:end`."""
    first = bisect_right(prose, start, key=lambda each: each.end)
    for at in range(first, bisect_left(prose, end, lo=first, key=lambda each: each.start)):
        each = prose[at]
        low, high = trim(text, max(each.start, start), min(each.end, end))
        if low < high:
            yield each._replace(start=low, end=high, whole=(low, high) == (each.start, each.end))


def _sentences(text: str, prose: _Prose) -> Iterator[_Prose]:
    for sentence in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, prose.start, prose.end):
        left, right = trim(text, *sentence.span())
        if left < right:
            yield prose._replace(start=left, end=right)


def _of_section(text: str, section: Section, end: int | None = None) -> Item:
    """Return a section as an item, up to `end` where another role begins in it."""
    start, stop = section.span.start, section.span.end
    span = section.span if end is None or stop <= end else Span(start, end)
    return Item(
        heading=section.heading.text if section.heading else None,
        text=text[span.start : span.end],
        span=span,
        section_id=section.id,
        basis="section",
        items=[_of_section(text, child) for child in section.children],
    )


def _item(text: str, start: int, end: int, section_id: str | None, basis: ItemBasis) -> Item:
    return Item(
        heading=None,
        text=text[start:end],
        span=Span(start, end),
        section_id=section_id,
        basis=basis,
        items=[],
    )


def _closes_paper(text: str, start: int, end: int) -> bool:
    """Say whether a clause or sentence is one with which a paper ends: 以上报告，请审议"""
    return _PROSE.CLOSING_FORMULA.match(text[start:end]) is not None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of the text holds as many opening as closing brackets and quotation marks."""
    marks = text[start:end]
    return sum(mark in OPENERS for mark in marks) == sum(mark in CLOSERS for mark in marks)


def _parted(text: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Part `start:end` at `marks` that stand in no brackets or quotation marks; empty parts are left out.

    They have neither end marks nor outer white space.
    """
    parts: list[tuple[int, int]] = []
    at = start
    inside = within_pairs(text, start, end)
    for position in [*(n for n in range(start, end) if text[n] in marks and n not in inside), end]:
        left, right = trim(text, at, position)
        while right > left and text[right - 1] in "。！？；;":
            right -= 1
        if left < right:
            parts.append((left, right))
        at = position + 1
    return parts

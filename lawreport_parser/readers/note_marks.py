"""Marks of notes, as every reader writes them: raised digits, which no figure takes for its own.

受理, a raised 2, 63件 is 受理²63件. Powers and units are the same digits (10⁴, m²), so a reader need not know which of
the two it has. Inside a figure a mark would part the number from its unit, so it is set behind it: 35¹件 becomes 35件¹.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple
from unicodedata import numeric

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.units import UNITS

__all__ = [
    "NUMBERS_APART",
    "Edit",
    "behind_figures",
    "doubt_of_marks",
    "edited",
    "edits_behind_figures",
    "edits_to_raise_marks",
    "raised",
    "with_marks_raised",
]


#: An en space: what parts two numbers that are not one. A plain space may part the thousands of one (2 634件).
NUMBERS_APART: Final = "\u2002"


class Edit(NamedTuple):
    """The characters of a line from `start` to `end`, and what is written in their place."""

    start: int
    end: int
    text: str


_READERS: Final = Terminals("readers")
_LONGEST_UNIT: Final = max(map(len, UNITS))
_DIGITS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: ①–⑳, ㉑–㉟, ㊱–㊿, ❶–❿.
_CIRCLED: Final = (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0), *range(0x2776, 0x2780))
_FIRST_MARKS: Final = ("①", "[1]", "［1］", "〔1〕")


def _counted(number: int) -> str:
    """Return a number in raised digits."""
    return "".join([_DIGITS[int(digit)] for digit in str(number)])


#: How each character of a mark is raised; brackets, blanks and the words around 注 are left out.
_RAISED: Final[Mapping[int, str | None]] = {
    **{ord(digit) + shift: _DIGITS[number] for number, digit in enumerate("0123456789") for shift in (0, 0xFEE0)},
    **{sign: _counted(int(numeric(chr(sign)))) for sign in _CIRCLED},
    **{ord(sign): "⁻" for sign in "-−–－"},
    **{ord(sign): "⁺" for sign in "+＋"},
    **{ord(sign): "," for sign in "，、;；"},
    **dict.fromkeys(map(ord, "见释：:[]［］<>【】〔〕()（） \t\r\n\u00a0\u3000\u200b"), None),
}  # fmt: skip


def raised(text: str) -> str | None:
    """Return what stands raised in a text (2, [2], ②, 注2, -1, 1,3, 1 3) in raised digits; null where it is no mark.

    A sign that marks notes (*, ※) is returned as it is.
    """
    if _READERS.SIGN_OF_NOTE.fullmatch(text):
        return text.strip()
    found = _READERS.RAISED_TEXT.fullmatch(text)
    return _READERS.GAP_OF_MARKS.sub(",", text).translate(_RAISED) if found else None


def behind_figures(text: str, powers: bool = True) -> str:
    """Return `text` with each mark that stands inside a figure or a date set behind it.

    Where `powers` holds, raised digits behind a lone 10 may be a power, and stay.
    """
    return edited(text, edits_behind_figures(text, powers))


def edits_behind_figures(text: str, powers: bool = True) -> list[Edit]:
    """Return the edits that `behind_figures` makes."""
    edits: list[Edit] = []
    for found in _READERS.MARK_IN_FIGURE.finditer(text):
        mark, end = found[0], found.end()
        if powers and _READERS.POWER.search(text, max(0, found.start() - 4), end):
            continue
        behind = _end_of_figure(text, end)
        if behind is None:
            continue
        # Behind letters (km, m²) raised digits would be part of the unit.
        gap = " " if _READERS.UNIT_IN_LETTERS.match(text, behind - 1) else ""
        edits += [Edit(found.start(), end, ""), Edit(behind, behind, gap + mark)]
    return edits


def doubt_of_marks(text: str) -> str | None:
    """Return what to note of a text where a mark stands between digits, in English and Chinese; null elsewhere."""
    between = _READERS.MARK_BETWEEN_DIGITS.search(text)
    if between is None:
        return None
    around = text[max(0, between.start() - 4) : between.end() + 4].strip()
    return (
        f"raised digits stand between digits ({around}); see in the document which number is meant"
        f" / 数字之间夹有上标数字（{around}）；请对照原文核实"
    )


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with edits made, which are in its order and do not overlap."""
    pieces, done = [], 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]]) if pieces else text


def _end_of_figure(text: str, start: int) -> int | None:
    """Return where a figure or a date ends whose number ends at `start`; null where neither goes on there."""
    date = _READERS.REST_OF_DATE.match(text, start)
    if date:
        return date.end()
    scale = _READERS.SCALE_BEHIND.match(text, start)
    at = scale.end() if scale else start
    for length in range(_LONGEST_UNIT, 0, -1):
        if text[at : at + length] in UNITS and len(text) >= at + length:
            return at + length
    return at if scale and scale[0].strip() else None


def with_marks_raised(lines: list[str]) -> list[str]:
    """Return lines with the marks of notes raised that stand in them as ①, [1] or 〔1〕, and at the notes below."""
    result = list(lines)
    for index, edits in edits_to_raise_marks(lines).items():
        line = edited(lines[index], edits)
        # The notes themselves begin with their mark.
        result[index] = behind_figures(line, powers=False) if edits[0].start else line
    return result


def edits_to_raise_marks(lines: Sequence[str]) -> dict[int, list[Edit]]:
    """Return, by the number of a line, the edits that raise the marks of notes in it: ①, [1] or 〔1〕.

    They are marks of notes where the last lines that begin with them count from 1, each of them stands behind a word
    in the text above, never at the beginning of a clause, and one beside a figure. An outline has no such marks.
    """
    if not any(line.lstrip().startswith(_FIRST_MARKS) for line in lines):
        return {}
    begins = [(index, found) for index, line in enumerate(lines) if (found := _READERS.MARK_OF_NOTE.match(line))]
    first = next((place for place in range(len(begins) - 1, -1, -1) if raised(begins[place][1]["mark"]) == "¹"), None)
    if first is None:
        return {}
    notes = begins[first:]
    if [raised(found["mark"]) for _, found in notes] != list(map(_counted, range(1, len(notes) + 1))):
        return {}
    above = range(notes[0][0])
    marks = [(index, each) for index in above for each in _READERS.MARK_IN_TEXT.finditer(lines[index])]
    if {mark[0] for _, mark in marks} != {found["mark"] for _, found in notes} or not any(
        lines[index][place : place + 1].isdigit() for index, each in marks for place in (each.start() - 1, each.end())
    ):
        return {}
    edits: dict[int, list[Edit]] = {}
    for index, each in marks:
        edits.setdefault(index, []).append(Edit(*each.span(), raised(each[0]) or ""))
    for index, found in notes:
        edits[index] = [Edit(*found.span(), f"{raised(found['mark'])} ")]
    return edits

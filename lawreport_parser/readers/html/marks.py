"""Raised and lowered text in a line of a web page: what it may be, and the line with it in raised digits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.note_marks import NUMBERS_APART, behind_figures, raised

__all__ = ["Kind", "Raised", "holds_notes", "kind_of_raised", "raised_in_source"]

#: `note`: the page says that it is the mark of a note; `raised`: it may be a power too; `lowered`: none of both;
#: `anchor`: it leads to a place on the page, as the arrow behind a note does.
Kind = Literal["note", "raised", "lowered", "anchor"]

_READERS: Final = Terminals("readers")
_INLINE: Final = frozenset(["a", "abbr", "b", "cite", "em", "font", "i", "label", "span", "strong", "u"])
#: Raised text is short, and of few parts.
_LONGEST: Final = 60
_MOST_PARTS: Final = 20
# Names of classes of notes (footnote-ref, MsoFootnoteReference, fn), of what stands raised, and of notes on the page.
_NOTE_CLASS = re.compile(
    r"(?:foot|end)_?-?note(?!s?-?text)|note-?_?(?:ref|mark|num)|(?:^|[\s_-])(?:fn|fnref|ftn|noteref)(?:$|[\s_\d-])",
    re.I,
)
_NOTES_NAME = re.compile(r"^cite[_-]?note|(?:^|\s)references(?:$|\s)", re.I)
_RAISED_CLASS = re.compile(r"(?:^|\s)(?:sup|super|superscript)(?:$|\s)", re.I)
_NOTE_PLACE = re.compile(r"#(?:\d{1,3}|[\w-]{0,20}?(?:note|ftn|edn|fn|cite|zhu|ref)[\w-]{0,20})\s*$", re.I)
#: Roles of WAI-ARIA and of EPUB.
_NOTE_ROLES: Final = frozenset(("doc-noteref", "noteref"))
# A <sup> with little in it, and the tags in there.
_RAISED_ELEMENT = re.compile(
    r"<sup\b[^<>]{0,2000}>((?:[^<>]{0,20}<(?!/?sup\b)[^<>]{0,300}>){0,6}[^<>]{0,20})</sup\s*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")


def kind_of_raised(tag: str, attributes: Mapping[str, str], raised_by_style: bool) -> Kind | None:
    """Return what the text of an element may be that stands raised or lowered; null for all other elements."""
    if tag not in _INLINE:
        if tag in ("sub", "small"):
            return "lowered"
        if tag != "sup":
            return None
    elif not attributes:
        return None
    named = attributes.get("class")
    if (named and _NOTE_CLASS.search(named)) or _NOTE_ROLES.intersection(
        (attributes.get("role"), attributes.get("epub:type"))
    ):
        return "note"
    if tag == "sup":
        return "raised"
    if tag == "a" and attributes.get("href", "").startswith("#"):
        return "note" if _NOTE_PLACE.match(attributes["href"]) else "anchor"
    if raised_by_style or (named and _RAISED_CLASS.search(named)):
        return "raised"
    return None


def holds_notes(attributes: Mapping[str, str]) -> bool:
    """Tell whether a list or its item says of itself that it holds notes."""
    return any(
        _NOTE_CLASS.search(attributes[key]) or _NOTES_NAME.search(attributes[key])
        for key in ("class", "id")
        if attributes.get(key)
    )


def raised_in_source(source: str) -> str:
    """Return the source of a page with the text of each `<sup>` in raised digits."""
    return _RAISED_ELEMENT.sub(lambda found: raised(_TAG.sub("", found[1])) or found[0], source)


class Raised:
    """The raised and lowered text of the line that stands open."""

    def __init__(self) -> None:
        #: Index of a part of the line → the text that it had.
        self._had: dict[int, str] = {}
        self._powers = False

    def __bool__(self) -> bool:
        return bool(self._had)

    def note(self, parts: list[str], first: int, kind: Kind) -> None:
        """Put the parts from `first` on, all that stood in a raised or lowered element, into one."""
        if sum(map(len, parts[first : first + _MOST_PARTS])) > _LONGEST or len(parts) - first > _MOST_PARTS:
            return
        text = "".join([self._had.pop(index, parts[index]) for index in range(first, len(parts))])
        if not text.strip():
            return
        mark = None if kind in ("lowered", "anchor") else raised(text)
        if kind in ("note", "anchor") and _READERS.BACK_LINK.fullmatch(text):
            mark = ""
        parts[first:] = [text if mark is None else mark]
        if mark is not None or kind in ("raised", "lowered"):
            self._had[first] = text
            self._powers = self._powers or kind == "raised"

    def written(self, parts: Sequence[str]) -> tuple[str, str]:
        """Return the line without and with its raised digits, and forget it."""
        plain = "".join([self._had.get(index, part) for index, part in enumerate(parts)])
        text = ""
        for index, part in enumerate(parts):
            # 35 behind PM, a lowered 2.5, is a number of its own.
            apart = (index in self._had or index - 1 in self._had) and text and part
            text += (NUMBERS_APART if apart and _READERS.NUMBERS_MEET.fullmatch(text[-1] + part[0]) else "") + part
        text = behind_figures(text, self._powers)
        self._had, self._powers = {}, False
        return plain, text

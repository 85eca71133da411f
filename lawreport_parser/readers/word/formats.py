"""Formatting that decides what of a Word file's text is read: hidden, raised above the line or lowered below it.

A run has a property from itself, else from its character style, else from the style of its paragraph (ECMA-376 Part 1,
§17.7.2); a style from the style that it is based on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from lawreport_parser.readers.word.package import OFF, W
from lawreport_parser.readers.word.styles import Styles

__all__ = ["Format", "Formats", "Height"]

_VANISH: Final = W + "vanish"
_HEIGHTS: Final[Mapping[str | None, Height]] = {"superscript": "raised", "subscript": "lowered"}
_ALIGN: Final = W + "vertAlign"
_POSITION: Final = W + "position"
_SIZE: Final = W + "sz"
_STYLE: Final = W + "rStyle"
#: Properties that decide.
_TELLING: Final = (_STYLE, _VANISH, _ALIGN, _POSITION)
_VALUE: Final = W + "val"
#: Half-points: small letters that are moved up this far are raised. Large ones may be moved to stand beside a picture.
_RAISED_BY: Final = 4
_SMALL: Final = 18


Height = Literal["level", "raised", "lowered"]


class Format(NamedTuple):
    """Whether text is hidden, and whether it stands above or below the line."""

    hidden: bool = False
    height: Height = "level"


_PLAIN: Final = Format()


class Formats:
    """What the styles of one document say of text."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[str | None, Format] = {}

    def of_paragraph(self, properties: Any) -> Format:
        """Return what the style of a paragraph says, given its `w:pPr` (or None)."""
        style = None if properties is None else properties.find(W + "pStyle")
        return self._of_style(self._styles.of_paragraph(None if style is None else style.get(_VALUE)))

    def of_run(self, properties: Any, around: Format) -> Format:
        """Return the format of a run or a paragraph's mark by its `w:rPr` (or None); `around` is its paragraph's."""
        if properties is None:
            return around
        for child in properties.iterchildren(*_TELLING):
            if child.tag == _STYLE:
                own = self._of_style(child.get(_VALUE))
                around = Format(around.hidden or own.hidden, around.height if own.height == "level" else own.height)
            else:
                return _laid_over(properties, around)
        return around

    def _of_style(self, name: str | None) -> Format:
        known = self._known.get(name)
        if known is None:
            known = _PLAIN
            for _, style in reversed(self._styles.chain(name)):
                properties = style.find(W + "rPr")
                if properties is not None:
                    known = _laid_over(properties, known)
            self._known[name] = known
        return known


def _laid_over(properties: Any, around: Format) -> Format:
    """Return what a `w:rPr` says by itself, and for the rest `around`."""
    hidden, height = around
    for child in properties.iterchildren(*_TELLING):
        tag = child.tag
        if tag == _VANISH:
            hidden = child.get(_VALUE) not in OFF
        elif tag == _ALIGN:
            height = _HEIGHTS.get(child.get(_VALUE), "level")
        elif tag == _POSITION and _half_points(child) >= _RAISED_BY:
            size = properties.find(_SIZE)
            if size is not None and 0 < _half_points(size) <= _SMALL:
                height = "raised"
    return Format(hidden, height)


def _half_points(element: Any) -> int:
    digits = element.get(_VALUE) or ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0

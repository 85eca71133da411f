"""The styles of a Word file: which there are, and what each is based on (ECMA-376 Part 1, §17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lawreport_parser.readers.word.package import ON, W, XmlElement

__all__ = ["Styles"]

_LONGEST_CHAIN: Final = 64


class Styles:
    """The styles of one document by their ids (`w:styleId`); of two with one id the last."""

    def __init__(self, root: XmlElement | None) -> None:
        """Take the root element of `word/styles.xml`, None where there is none."""
        self._elements: dict[str, XmlElement] = {}
        self._default: str | None = None
        for element in root if root is not None else ():
            if element.tag != W + "style":
                continue
            name = str(element.get(W + "styleId") or "")
            self._elements[name] = element
            if element.get(W + "default") in ON and element.get(W + "type") == "paragraph":
                self._default = name

    def items(self) -> Iterator[tuple[str, XmlElement]]:
        """Yield the id and the element of each style."""
        yield from self._elements.items()

    def of_paragraph(self, name: str | None) -> str | None:
        """Return the id of the style of a paragraph that names `name`, or none: the default where that is unknown."""
        return name if name in self._elements else self._default

    def chain(self, name: str | None) -> list[tuple[str, XmlElement]]:
        """Return a style, the one that it is based on, and so on, each with its id; none where `name` is unknown.

        A chain that leads back into itself ends there, a longer one than any word processor makes after 64 styles.
        """
        found: dict[str, XmlElement] = {}
        while name in self._elements and name not in found and len(found) < _LONGEST_CHAIN:
            element = found[name] = self._elements[name]
            base = element.find(W + "basedOn")
            name = None if base is None else base.get(W + "val")
        return list(found.items())

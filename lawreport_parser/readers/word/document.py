"""Word documents (.docx): the text in reading order, with the numbers that Word adds on the page.

What becomes of each thing is told in `docs/reference/word-numbering.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.readers.content import Extracted, Limits, check_size
from lawreport_parser.readers.note_marks import edits_behind_figures, edits_to_raise_marks
from lawreport_parser.readers.word.formats import Formats
from lawreport_parser.readers.word.lines import NUMBER, Line
from lawreport_parser.readers.word.numbering import NumberingCounter, NumberingScheme
from lawreport_parser.readers.word.package import Package, W
from lawreport_parser.readers.word.styles import Styles
from lawreport_parser.readers.word.text import Notes, Story

__all__ = ["Origin", "read_docx", "trace_docx"]

_CORE: Final[Mapping[str, str]] = {
    "{http://purl.org/dc/elements/1.1/}title": "标题",
    "{http://purl.org/dc/elements/1.1/}creator": "作者",
    "{http://purl.org/dc/terms/}created": "创建时间",
}


class Origin(NamedTuple):
    """Where a stretch of the text comes from: `text[start:end]` are the characters of `element` from `offset` on.

    `element` is one that holds characters (`w:t`, `w:tab`, `w:sym` …), in the tree of its part. `offset` is None for an
    automatic number: `element` is then its paragraph.
    """

    start: int
    end: int
    element: Any
    offset: int | None


@dataclass(frozen=True, slots=True)
class _Read:
    """The lines of a document and of what stands around its pages, and what is known about it."""

    body: list[Line]
    around: list[Line]
    metadata: Mapping[str, str]
    notes: list[tuple[str, str]]

    def extracted(self) -> Extracted:
        text = "\n".join([line.text for line in self.body])
        return Extracted(
            text="\n".join([text, *(line.text for line in self.around)]),
            format="docx",
            metadata=self.metadata,
            notes=self.notes,
            furniture_start=len(text) + 1 if self.around else None,
        )

    def origins(self) -> Iterator[Origin]:
        at = 0
        for line in (*self.body, *self.around):
            for piece in line.pieces:
                end = at + len(piece.text)
                if piece.source is not None:
                    yield Origin(at, end, piece.source, None if piece.offset == NUMBER else piece.offset)
                at = end
            at += 1


def read_docx(data: bytes, *, name: str = "", limits: Limits | None = None) -> Extracted:
    """Return the text of a .docx file, one line for each paragraph, numbered as Word numbers it on the page.

    Tables become a line for each row, cells parted by tabs, and lines `label：value` where they hold a
    document's particulars; text boxes follow the paragraph they hang on. Deleted text is left out, inserted
    text kept; marks of notes are left out. Notes, headers and footers stand at the end, from `furniture_start` on.
    `metadata` has the title, author and time of creation that the file states (标题, 作者, 创建时间).

    Raises `ReadError` for what is damaged, cut off, encrypted, without text or beyond `limits`, and
    `MissingExtraError` where python-docx is not installed. `name` names the file in messages.
    """
    limits = limits or Limits()
    return _read(_open(data, name, limits), name, limits).extracted()


def trace_docx(
    data: bytes, *, name: str = "", limits: Limits | None = None, root: Callable[[], Any] | None = None
) -> tuple[Extracted, list[Origin]]:
    """Return what `read_docx` returns, and where each stretch of the text comes from, in the order of the text.

    What no origin covers are characters that the reader put in: line ends, the tabs between cells. `root` gives a
    tree of the main part (`w:document`) to read in the place of the file's own: it is asked when all parts of the file
    were found to be within the limits. Origins are elements of it.
    """
    limits = limits or Limits()
    parts = _open(data, name, limits)
    read = _read(parts if root is None else replace(parts, root=root()), name, limits)
    return read.extracted(), list(read.origins())


@dataclass(frozen=True, slots=True)
class _Parts:
    """The trees of all that is read of a file, unpacked within the limits: of the main part, the styles and so on."""

    root: Any
    styles: Any
    numbering: Any
    #: The notes at the foot of pages, and those at the end.
    notes: list[list[Any]]
    headers_and_footers: list[Any]
    metadata: Mapping[str, str]
    has_comments: bool


def _open(data: bytes, name: str, limits: Limits) -> _Parts:
    parse_xml = require("docx.oxml", "python-docx", "docx").parse_xml
    check_size(data, name, limits)
    package = Package(data, limits, name, parse_xml)
    main = package.main_part()
    root = package.root(main)
    if root is None or root.tag != W + "document":
        raise ReadError.because("docx-no-document", name)
    relations = package.relations(main)
    named = {kind: target for _, kind, target in relations}
    targets = {identity: target for identity, _, target in relations}
    around = dict.fromkeys(targets[found] for found in _page_parts(root) if found in targets)
    return _Parts(
        root=root,
        styles=package.root(named.get("styles")),
        numbering=package.root(named.get("numbering")),
        notes=[package.children(named.get(kind)) for kind in ("footnotes", "endnotes")],
        headers_and_footers=[package.root(target) for target in around],
        metadata=_core_properties(package),
        has_comments="comments" in named,
    )


def _read(parts: _Parts, name: str, limits: Limits) -> _Read:
    notes = Notes()
    styles = Styles(parts.styles)
    scheme = NumberingScheme.from_xml(parts.numbering, styles)
    body = Story(NumberingCounter(scheme), Formats(styles), notes, limits, name)
    body.blocks(parts.root)
    body.finish()

    furniture = body.next_story()
    for elements in parts.notes:
        for element in elements:
            if element.get(W + "type") in (None, "normal"):
                furniture.blocks(element)
        furniture.finish()
        furniture = furniture.next_story(keep_lines=True)
    for root in parts.headers_and_footers:
        furniture.blocks(root)
        furniture.finish()
    if parts.has_comments:
        notes.add("docx-comments", "the comments in the document are left out / 文档中的批注未读入")
    _note_unresolved(notes, body.counter)
    _raise_marks(body.lines)

    if not any(line.text.strip() for line in body.lines):
        raise ReadError.because("docx-no-text", name)
    around: dict[str, Line] = {}
    for line in furniture.lines:
        if line.text.strip():
            around.setdefault(line.text, line)
    return _Read(body.lines, list(around.values()), parts.metadata, notes.pairs)


def _raise_marks(lines: list[Line]) -> None:
    """Raise the marks of notes that are typed as ①, [1] or 〔1〕."""
    for index, edits in edits_to_raise_marks([line.text for line in lines]).items():
        line = lines[index].edited(edits)
        # The notes themselves begin with their mark.
        lines[index] = line.edited(edits_behind_figures(line.text, powers=False)) if edits[0].start else line


def _core_properties(package: Package) -> dict[str, str]:
    target = next((target for _, kind, target in package.relations("") if kind == "core-properties"), None)
    found: dict[str, str] = {}
    for element in package.children(target):
        label = _CORE.get(element.tag)
        if label and element.text and element.text.strip():
            found[label] = element.text.strip()
    return found


def _page_parts(root: Any) -> Iterator[str]:
    """Yield the relation ids of the headers and footers that the sections name, in order."""
    for element in root.iter(W + "headerReference", W + "footerReference"):
        yield from (value for key, value in element.items() if key.endswith("}id"))


def _note_unresolved(notes: Notes, counter: NumberingCounter) -> None:
    found = list(counter.unresolved)
    if found:
        beyond = len(found) - 5
        more, more_zh = (f" and {beyond} more", f"等，另有 {beyond} 项") if beyond > 0 else ("", "")
        listed = ", ".join(found[:5])
        notes.add(
            "numbering-unresolved",
            f"automatic numbers may differ from the page: {listed}{more} "
            "(a format not known is written in decimal, a list without definition gets no number)"
            f" / 自动编号可能与页面不同：{listed}{more_zh}（格式不明的按十进制书写，没有定义的列表不加编号）",
        )

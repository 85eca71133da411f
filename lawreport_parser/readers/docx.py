"""Word documents (.docx): the text in reading order, with the numbers that Word adds on the page.

The package is an OPC archive (ECMA-376 Part 2) whose main part is WordprocessingML (Part 1, §17). Only the
parts that hold text are unpacked, each counted while it is unpacked, so pictures cost nothing and a zip
bomb stops at `Limits.max_unpacked_bytes`. What becomes of each thing is told in `docs/word-numbering.md`.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, Final

from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.readers.content import Extracted, Limits, check_characters, check_size
from lawreport_parser.readers.labels import is_label, labels
from lawreport_parser.readers.word_numbering import SYMBOL_CHARACTERS, NumberingCounter, NumberingScheme

__all__ = ["MAX_MARKUP", "read_docx"]

#: Tags and attributes in all parts together. The tree of a part costs up to 250 bytes of memory for each.
MAX_MARKUP: Final = 3_000_000

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = _W.strip("{}").encode()
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_CORE: Final[Mapping[str, str]] = {
    "{http://purl.org/dc/elements/1.1/}title": "标题",
    "{http://purl.org/dc/elements/1.1/}creator": "作者",
    "{http://purl.org/dc/terms/}created": "创建时间",
}

#: Elements of which nothing is shown, by name: properties, deleted text, field codes, readings of ruby text.
_UNSEEN: Final = frozenset(
    _W + name
    for name in (
        "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "fldChar",
        "instrText", "delInstrText", "del", "delText", "moveFrom", "softHyphen", "footnoteReference",
        "endnoteReference", "commentReference", "footnoteRef", "endnoteRef", "annotationRef", "separator",
        "continuationSeparator", "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd",
    )
)  # fmt: skip
#: Elements that stand for a character.
_CHARACTERS: Final[Mapping[str, str]] = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
}
_TEXT: Final = frozenset(
    (
        _W + "t",
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
        "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
    )
)


def read_docx(data: bytes, *, name: str = "", limits: Limits | None = None) -> Extracted:
    """Return the text of a .docx file, one line for each paragraph, numbered as Word numbers it on the page.

    Tables become a line for each row, cells parted by tabs, and lines `label：value` where they hold a
    document's particulars; text boxes follow the paragraph they hang on. Deleted text is left out, inserted
    text kept. Notes, headers and footers stand at the end, from `furniture_start` on. `metadata` has the
    title, author and time of creation that the file states (标题, 作者, 创建时间).

    Raises `ReadError` for what is damaged, cut off, encrypted, without text or beyond `limits`, and
    `MissingExtraError` where python-docx is not installed. `name` names the file in messages.
    """
    parse_xml = require("docx.oxml", "python-docx", "docx").parse_xml
    limits = limits or Limits()
    check_size(data, name, limits)
    package = _Package(data, limits, name, parse_xml)
    main = package.main_part()
    root = package.root(main)
    if root is None or root.tag != _W + "document":
        raise ReadError("this is not a Word document: its main part holds no w:document", name)
    relations = package.relations(main)
    parts = {kind: target for _, kind, target in relations}

    notes = _Notes()
    scheme = NumberingScheme.from_xml(package.root(parts.get("numbering")), package.root(parts.get("styles")))
    body = _Story(NumberingCounter(scheme), notes, limits, name)
    body.blocks(root)
    body.finish()

    furniture = body.next_story()
    for kind in ("footnotes", "endnotes"):
        for element in package.children(parts.get(kind)):
            if element.get(_W + "type") in (None, "normal"):
                furniture.blocks(element)
        furniture.finish()
        furniture = furniture.next_story(keep_lines=True)
    targets = {identity: target for identity, _, target in relations}
    for target in dict.fromkeys(targets[found] for found in _page_parts(root) if found in targets):
        furniture.blocks(package.root(target))
        furniture.finish()
    if "comments" in parts:
        notes.add("docx-comments", "the comments in the document are left out")
    _note_unresolved(notes, body.counter)

    text = "\n".join(body.lines)
    if not text.strip():
        raise ReadError("the document holds no text; if it holds pictures of pages, run it through OCR first", name)
    last = dict.fromkeys(line for line in furniture.lines if line.strip())
    start = len(text) + 1 if last else None
    return Extracted(
        text="\n".join([text, *last]),
        format="docx",
        metadata=_core_properties(package),
        notes=notes.pairs,
        furniture_start=start,
    )


def _core_properties(package: _Package) -> dict[str, str]:
    target = next((target for _, kind, target in package.relations("") if kind == "core-properties"), None)
    found: dict[str, str] = {}
    for element in package.children(target):
        label = _CORE.get(element.tag)
        if label and element.text and element.text.strip():
            found[label] = element.text.strip()
    return found


def _page_parts(root: Any) -> Iterator[str]:
    """Yield the relation ids of the headers and footers that the sections name, in order."""
    for element in root.iter(_W + "headerReference", _W + "footerReference"):
        yield from (value for key, value in element.items() if key.endswith("}id"))


def _note_unresolved(notes: _Notes, counter: NumberingCounter) -> None:
    found = list(counter.unresolved)
    if found:
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        notes.add(
            "numbering-unresolved",
            f"automatic numbers may differ from the page: {', '.join(found[:5])}{more} "
            "(a format not known is written in decimal, a list without definition gets no number)",
        )


@dataclass(slots=True)
class _Notes:
    pairs: list[tuple[str, str]] = field(default_factory=list)

    def add(self, code: str, message: str) -> None:
        """Note something once."""
        if (code, message) not in self.pairs:
            self.pairs.append((code, message))


# ---------------------------------------------------------------- the package

_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)


class _Package:
    """The parts of an OPC package, unpacked one by one within the limits."""

    def __init__(self, data: bytes, limits: Limits, name: str, parse: Callable[[bytes], Any]) -> None:
        self._limits = limits
        self._name = name
        self._parse = parse
        self._left = limits.max_unpacked_bytes
        self._markup = 0
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            what = "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "in the old Word format (.doc)"
            raise ReadError(f"the document is {what}; open it in a word processor and save it as plain .docx", name)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            members = self._archive.infolist()
        except _DAMAGE as error:
            raise ReadError(
                "this is no .docx, or it is damaged or cut off: its archive cannot be opened", name
            ) from error
        declared = sum(member.file_size for member in members)
        if declared > self._left:
            raise self._too_large(f"{declared:,}")
        # Part names do not tell case (Part 2 §6.2.2); some writers part folders with a backslash.
        self._members = {member.filename.replace("\\", "/").lower(): member for member in members}

    def _too_large(self, size: str) -> ReadError:
        return ReadError(
            f"the document unpacks to {size} bytes, more than the limit of {self._limits.max_unpacked_bytes:,}; "
            "raise Limits.max_unpacked_bytes if it is meant",
            self._name,
        )

    def main_part(self) -> str:
        """Return the name of the part with the document, by the package's relations."""
        return next((target for _, kind, target in self.relations("") if kind == "officeDocument"), "word/document.xml")

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return (id, kind, part name) of what `part` points to ("" for the package itself), where that exists."""
        folder, _, last = part.rpartition("/")
        found = []
        for element in self.children(normpath(join(folder, "_rels", last + ".rels"))):
            if element.tag == _RELATION and element.get("TargetMode") != "External":
                target = normpath(join("/", dirname(part), element.get("Target", ""))).lstrip("/")
                kind = element.get("Type", "").rpartition("/")[2]
                if target.lower() in self._members:
                    found.append((element.get("Id", ""), kind, target))
        return found

    def root(self, part: str | None) -> Any:
        """Return the root element of a part, None where there is no such part."""
        member = self._members.get(part.lower()) if part else None
        if member is None:
            return None
        content = self._unpack(member).replace(_STRICT, _TRANSITIONAL)
        if any(mark in content for mark in _DOCTYPES):
            # Part 2 §7.1.4 forbids it; with it go entities that expand without end.
            raise ReadError(f"the part {part} has a document type declaration, which no Word document has", self._name)
        self._markup += content.count(b"<") + content.count(b"=")
        if self._markup > MAX_MARKUP:
            raise ReadError(f"the document has more than {MAX_MARKUP:,} tags and attributes, too many", self._name)
        try:
            return self._parse(content)
        except (SyntaxError, ValueError) as error:
            raise ReadError(f"the document is damaged: part {part} is no readable XML ({error})", self._name) from error

    def children(self, part: str | None) -> list[Any]:
        """Return what the root element of a part holds, nothing where there is no such part."""
        root = self.root(part)
        return [] if root is None else list(root)

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise ReadError("the document is encrypted; open it with its password and save it without one", self._name)
        try:
            with self._archive.open(member) as stream:
                content = stream.read(self._left + 1)
        except (*_DAMAGE, RuntimeError) as error:
            raise ReadError(
                f"the document is damaged or cut off: {member.filename} cannot be unpacked", self._name
            ) from error
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large(f"more than {self._limits.max_unpacked_bytes:,}")
        return content


# ---------------------------------------------------------------- the text


@dataclass(slots=True)
class _Story:
    """One run of paragraphs that counts its own numbers: the body, the notes, the headers, a text box."""

    counter: NumberingCounter
    notes: _Notes
    limits: Limits
    name: str
    lines: list[str] = field(default_factory=list)
    size: int = 0
    held: str = ""

    def next_story(self, keep_lines: bool = False) -> _Story:
        """Return a story whose numbers begin anew."""
        lines = self.lines if keep_lines else []
        return _Story(self.counter.new_story(), self.notes, self.limits, self.name, lines, self.size)

    def blocks(self, parent: Any) -> None:
        """Add the paragraphs and tables in `parent`, whatever they are wrapped in."""
        for child in parent:
            tag = child.tag
            if tag == _W + "p":
                self._paragraph(child)
            elif tag == _W + "tbl":
                self._table(child)
            elif tag == _MC + "AlternateContent":
                self.blocks(_chosen(child))
            elif tag == _W + "altChunk":
                self.notes.add("docx-embedded", "a document embedded in the document is left out")
            elif tag not in _UNSEEN:
                self.blocks(child)

    def finish(self) -> None:
        """Add text that was to run on into a paragraph which does not come."""
        if self.held:
            self._add(self.held)
            self.held = ""

    def _add(self, line: str) -> None:
        self.size += len(line) + 1
        check_characters(self.size, self.name, self.limits)
        self.lines.append(line)

    def _paragraph(self, paragraph: Any) -> None:
        pieces: list[str] = []
        boxes: list[Any] = []
        self._inline(paragraph, pieces, boxes)
        text = self.held + "".join(pieces)
        properties = paragraph.find(_W + "pPr")
        if properties is not None and properties.find(f"{_W}rPr/{_W}del") is not None:
            # The end of this paragraph is deleted: its text runs on into the next (§17.13.5.15).
            self.held = text
        else:
            self.held = ""
            label = self.counter.label_of(properties)
            self._add(f"{label}{text}" if label else text)
        for box in boxes:
            inner = self.next_story()
            inner.blocks(box)
            inner.finish()
            for line in inner.lines:
                self._add(line)

    def _inline(self, parent: Any, pieces: list[str], boxes: list[Any]) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXT:
                pieces.append(child.text or "")
            elif tag in _CHARACTERS:
                pieces.append(_CHARACTERS[tag])
            elif tag == _W + "sym":
                pieces.append(_symbol(child))
            elif tag == _W + "txbxContent":
                boxes.append(child)
            elif tag == _MC + "AlternateContent":
                self._inline(_chosen(child), pieces, boxes)
            elif tag == _W + "r" and _is_hidden(child):
                self.notes.add("docx-hidden-text", "text that is formatted as hidden is left out")
            elif tag not in _UNSEEN:
                self._inline(child, pieces, boxes)

    def _table(self, table: Any) -> None:
        self.finish()
        for row in _children(table, "tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells = [self._cell(cell) for cell in _children(row, "tc")]
            filled = [cell for cell in cells if cell]
            if len(cells) == 1 or (len(filled) == 1 and len(filled[0]) > 1):
                lines = filled[0] if filled else []
            else:
                lines = _row_lines([" ".join(line.strip() for line in cell).replace("\t", " ") for cell in cells])
            for line in lines:
                self._add(line)

    def _cell(self, cell: Any) -> list[str]:
        """Return the lines of a cell that are not blank (none where it only continues the cell above it)."""
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(_W + "val") != "restart":
            return []
        inner = _Story(self.counter, self.notes, self.limits, self.name, size=self.size)
        inner.blocks(cell)
        inner.finish()
        return [line for text in inner.lines for line in text.split("\n") if line.strip()]


def _row_lines(cells: list[str]) -> list[str]:
    """Return the lines of one row of a table: particulars as 标签：值, anything else as one line with tabs."""
    known = labels("day", "time")
    first = [cell for cell in cells[::2] if cell]
    if len(cells) % 2 == 0 and first and all(is_label(cell, known) for cell in first):
        pairs = ((label.rstrip("：: "), value) for label, value in zip(cells[::2], cells[1::2], strict=True))
        return [f"{label}：{value}" if label else value for label, value in pairs if label or value]
    line = "\t".join(cells).rstrip("\t")
    return [line] if line.strip() else []


def _children(parent: Any, name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also where content controls or insertions wrap them."""
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag == _MC + "AlternateContent":
            yield from _children(_chosen(child), name)
        elif child.tag not in _UNSEEN and child.tag not in (_W + "tr", _W + "tc"):
            yield from _children(child, name)


def _chosen(alternatives: Any) -> Any:
    """Return the branch of `mc:AlternateContent` to read: the first choice that holds text, else the fallback."""
    branches = [child for child in alternatives if child.tag in (_MC + "Choice", _MC + "Fallback")]
    with_text = (branch for branch in branches if next(branch.iter(*_TEXT), None) is not None)
    return next(with_text, ())


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(_W + "val") not in ("0", "false", "off")


def _symbol(element: Any) -> str:
    """Return the character of `w:sym` (§17.3.3.30): a code point, often in a symbol font's private range."""
    try:
        point = int(element.get(_W + "char", ""), 16)
    except ValueError:
        return ""
    if not 0x20 <= point <= 0xFFFF or 0xD800 <= point <= 0xDFFF:
        return ""
    return SYMBOL_CHARACTERS.get(point if point >= 0xF000 else point + 0xF000, chr(point))

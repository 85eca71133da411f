"""The text of a Word file's parts, line by line, as the page shows it: what each element of WordprocessingML gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.readers.content import Limits, check_characters
from lawreport_parser.readers.labels import is_label, labels
from lawreport_parser.readers.note_marks import NUMBERS_APART, Edit, doubt_of_marks, edits_behind_figures, raised
from lawreport_parser.readers.word.formats import Format, Formats, Height
from lawreport_parser.readers.word.lines import NUMBER, Line, Piece
from lawreport_parser.readers.word.numbering import SYMBOL_CHARACTERS, NumberingCounter, is_on
from lawreport_parser.readers.word.package import ON, W

__all__ = ["Notes", "Story"]

_READERS: Final = Terminals("readers")
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH: Final = W + "p"
_TABLE: Final = W + "tbl"
_RUN: Final = W + "r"
_OF_PARAGRAPH: Final = W + "pPr"
_OF_RUN: Final = W + "rPr"
_SYMBOL: Final = W + "sym"
_BOX: Final = W + "txbxContent"
_EMBEDDED: Final = W + "altChunk"
_ALTERNATIVES: Final = _MC + "AlternateContent"
_RAISED_IN_FORMULA: Final = _M + "sup"
_LOWERED_IN_FORMULA: Final = _M + "sub"
_DENOMINATOR: Final = _M + "den"
#: Elements of which nothing is shown, by name: properties, deleted text, field codes, readings of ruby text.
_UNSEEN: Final = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "fldChar",
        "instrText", "delInstrText", "del", "delText", "moveFrom", "softHyphen", "footnoteReference",
        "endnoteReference", "commentReference", "footnoteRef", "endnoteRef", "annotationRef", "separator",
        "continuationSeparator", "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd",
    )
)  # fmt: skip
#: Elements that stand for a character.
_CHARACTERS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_NOTE_MARKS: Final = (W + "footnoteReference", W + "endnoteReference")
_TEXT: Final = frozenset(
    (
        W + "t",
        _M + "t",
        "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
    )
)


@dataclass(slots=True)
class Notes:
    """What the reading of a file has to say, as pairs of a code and a message."""

    pairs: list[tuple[str, str]] = field(default_factory=list)

    def add(self, code: str, message: str) -> None:
        """Note something once."""
        if (code, message) not in self.pairs:
            self.pairs.append((code, message))


@dataclass(slots=True)
class _Inline:
    """What is gathered of one paragraph: its pieces, which stand above or below the line, and the text boxes on it."""

    pieces: list[Piece] = field(default_factory=list)
    heights: dict[int, Height] = field(default_factory=dict)
    boxes: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """One run of paragraphs that counts its own numbers: the body, the notes, the headers, a text box."""

    counter: NumberingCounter
    formats: Formats
    notes: Notes
    limits: Limits
    name: str
    lines: list[Line] = field(default_factory=list)
    size: int = 0
    #: Of paragraphs that run on into the next: what stands before the number of that, and behind it.
    _shown: list[Piece] = field(default_factory=list)
    _held: list[Piece] = field(default_factory=list)

    def next_story(self, keep_lines: bool = False) -> Story:
        """Return a story whose numbers begin anew."""
        lines = self.lines if keep_lines else []
        return Story(self.counter.new_story(), self.formats, self.notes, self.limits, self.name, lines, self.size)

    def blocks(self, parent: Any) -> None:
        """Add the paragraphs and tables in `parent`, whatever they are wrapped in."""
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child)
            elif tag == _TABLE:
                self._table(child)
            elif tag == _ALTERNATIVES:
                self.blocks(_chosen(child))
            elif tag == _EMBEDDED:
                self.notes.add("docx-embedded", "a document embedded in the document is left out / 嵌入的文档未读入")
            elif tag not in _UNSEEN:
                self.blocks(child)

    def finish(self) -> None:
        """Add text that was to run on into a paragraph which does not come."""
        if self._shown or self._held:
            self._add(Line.of(self._shown + self._held))
            self._shown, self._held = [], []

    def _add(self, line: Line) -> None:
        self.size += len(line.text) + 1
        check_characters(self.size, self.name, self.limits)
        self.lines.append(line)

    def _paragraph(self, paragraph: Any) -> None:
        found = _Inline()
        properties = paragraph.find(_OF_PARAGRAPH)
        around = self.formats.of_paragraph(properties)
        self._inline(paragraph, found, around)
        pieces = self._with_heights(found.pieces, found.heights) if found.heights else found.pieces
        mark = None if properties is None else properties.find(_OF_RUN)
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            # The end of this paragraph is deleted: its text runs on into the next (§17.13.5.15, §17.13.5.21).
            self._held += pieces
        elif self.formats.of_run(mark, around).hidden:
            # Its end is hidden: it runs on into the next as it stands, and where nothing of it is seen, has no number.
            if pieces or self._held:
                self._shown += self._numbered(paragraph, properties, self._held + pieces)
                self._held = []
        else:
            line = self._numbered(paragraph, properties, self._held + pieces if self._held else pieces)
            self._add(Line.of(self._shown + line if self._shown else line))
            self._shown, self._held = [], []
        for box in found.boxes:
            inner = self.next_story()
            inner.blocks(box)
            inner.finish()
            for each in inner.lines:
                self._add(each)

    def _with_heights(self, pieces: list[Piece], heights: Mapping[int, Height]) -> list[Piece]:
        """Return the pieces of a paragraph with its raised digits written as such, behind figures and not in them."""
        if len(heights) == len(pieces):
            return pieces
        found: list[Piece] = []
        apart = False
        marks = False
        for height, numbers in groupby(range(len(pieces)), lambda number: heights.get(number, "level")):
            group = Line.of([pieces[number] for number in numbers])
            mark = raised(group.text) if height == "raised" else None
            if mark is not None:
                marks = True
                same = len(mark) == len(group.text)
                group = group.rewritten(mark) if same else group.edited([Edit(0, len(group.text), mark)])
            # 35 behind PM, a lowered 2.5, is a number of its own.
            if found and group.text and (apart or height != "level") and _meet(found[-1].text, group.text):
                found.append(Piece(NUMBERS_APART))
            found += group.pieces
            apart = height != "level"
        line = Line.of(found)
        if marks:
            line = line.edited(edits_behind_figures(line.text))
            if doubt := doubt_of_marks(line.text):
                self.notes.add("doubtful-text", doubt)
        return line.pieces

    def _numbered(self, paragraph: Any, properties: Any, pieces: list[Piece]) -> list[Piece]:
        label = self.counter.label_of(properties)
        return pieces if label is None else [Piece(str(label), paragraph, NUMBER), *pieces]

    def _inline(self, parent: Any, found: _Inline, around: Format) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, found, around)
            elif tag in _TEXT:
                self._add_piece(found, child.text or "", child, around)
            elif tag in _CHARACTERS:
                self._add_piece(found, _CHARACTERS[tag], child, around)
            elif tag == _SYMBOL:
                self._add_piece(found, _symbol(child), child, around)
            elif tag == _BOX:
                found.boxes.append(child)
            elif tag == _ALTERNATIVES:
                self._inline(_chosen(child), found, around)
            elif tag in _NOTE_MARKS and child.get(W + "customMarkFollows") in ON:
                # The mark is what follows in the run (§17.11.14).
                break
            elif tag == _RAISED_IN_FORMULA:
                self._inline(child, found, Format(height="raised"))
            elif tag == _LOWERED_IN_FORMULA:
                self._inline(child, found, Format(height="lowered"))
            elif tag not in _UNSEEN:
                if tag == _DENOMINATOR:
                    self._add_piece(found, "/", child, around)
                self._inline(child, found, around)

    def _run(self, run: Any, found: _Inline, around: Format) -> None:
        # Runs lie within runs only in ruby text, where the inner one has the say.
        properties = run.find(_OF_RUN)
        own = around if properties is None else self.formats.of_run(properties, around)
        if own.hidden:
            if next(run.iter(*_TEXT), None) is not None:
                self.notes.add(
                    "docx-hidden-text", "text that is formatted as hidden is left out / 设为隐藏的文字未读入"
                )
        else:
            self._inline(run, found, own)

    @staticmethod
    def _add_piece(found: _Inline, text: str, element: Any, around: Format) -> None:
        if text:
            if around.height != "level":
                found.heights[len(found.pieces)] = around.height
            found.pieces.append(Piece(text, element))

    def _table(self, table: Any) -> None:
        self.finish()
        for row in _children(table, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and (properties.find(W + "del") is not None or is_on(properties, "hidden")):
                continue
            cells = [self._cell(cell) for cell in _children(row, "tc")]
            filled = [cell for cell in cells if cell]
            if len(cells) == 1 or (len(filled) == 1 and len(filled[0]) > 1):
                lines = filled[0] if filled else []
            else:
                bare = (Line.joined([each.stripped() for each in cell], " ") for cell in cells)
                lines = _row_lines([cell.without_tabs() for cell in bare])
            for line in lines:
                self._add(line)

    def _cell(self, cell: Any) -> list[Line]:
        """Return the lines of a cell that are not blank (none where it only continues the cell above or before it)."""
        properties = cell.find(W + "tcPr")
        if properties is not None:
            for name in ("vMerge", "hMerge"):
                merge = properties.find(W + name)
                if merge is not None and merge.get(W + "val") != "restart":
                    return []
            if properties.find(W + "cellDel") is not None:
                return []
        inner = Story(self.counter, self.formats, self.notes, self.limits, self.name, size=self.size)
        inner.blocks(cell)
        inner.finish()
        return [part for line in inner.lines for part in line.parts() if part.text.strip()]


def _row_lines(cells: list[Line]) -> list[Line]:
    """Return the lines of one row of a table: particulars as 标签：值, anything else as one line with tabs."""
    known = labels("day", "time")
    first = [cell.text for cell in cells[::2] if cell.text]
    if len(cells) % 2 == 0 and first and all(is_label(text, known) for text in first):
        pairs = zip(cells[::2], cells[1::2], strict=True)
        return [
            Line.joined([label.cut([len(label.text.rstrip("：: "))])[0], value], "：") if label.text else value
            for label, value in pairs
            if label.text or value.text
        ]
    while cells and not cells[-1].text.strip():
        cells.pop()
    return [Line.joined(cells, "\t")] if cells else []


def _meet(before: str, after: str) -> bool:
    """Tell whether two numbers, one of which stands above or below the line, would be read as one."""
    return _READERS.NUMBERS_MEET.fullmatch(before[-1] + after[0]) is not None


def _children(parent: Any, name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also where content controls or insertions wrap them."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _children(_chosen(child), name)
        elif child.tag not in _UNSEEN and child.tag not in (W + "tr", W + "tc"):
            yield from _children(child, name)


def _chosen(alternatives: Any) -> Any:
    """Return the branch of `mc:AlternateContent` to read: the first choice that holds text, else the fallback."""
    branches = [child for child in alternatives if child.tag in (_MC + "Choice", _MC + "Fallback")]
    with_text = (branch for branch in branches if next(branch.iter(*_TEXT), None) is not None)
    return next(with_text, ())


def _symbol(element: Any) -> str:
    """Return the character of `w:sym` (§17.3.3.30): a code point, often in a symbol font's private range."""
    try:
        point = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if not 0x20 <= point <= 0xFFFF or 0xD800 <= point <= 0xDFFF:
        return ""
    return SYMBOL_CHARACTERS.get(point if point >= 0xF000 else point + 0xF000, chr(point))

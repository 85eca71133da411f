"""PDF to text: lines in reading order, furniture of the pages set apart, hard-wrapped lines joined to paragraphs."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

from lawreport_parser.errors import ReadError
from lawreport_parser.extras import require
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.reading import starts_with_marker
from lawreport_parser.page.patterns import PAGE
from lawreport_parser.readers.content import Extracted, Limits, check_characters, check_size

__all__ = ["read_pdf"]

_READERS: Final = Terminals("readers")

#: PDFium is not safe to enter from two threads at once.
_PDFIUM_LOCK = threading.Lock()

#: Share of the height of a page at its top and at its bottom where running heads, feet and page numbers stand.
_EDGE: Final = 0.15
#: A row belongs to an edge if it is among this many rows from it.
_EDGE_ROWS: Final = 2
#: A running head or foot stands on at least this share of the pages, and on two (heads of odd and even pages differ).
_REPEATED: Final = 0.4

#: Rows that end before this share of the page or column are short, however many end there.
_FULL: Final = 0.7

# Distances in em, the size of the type.
_INDENTED: Final = 1.2
#: A full row may end so far from the margin: a character that did not fit, and punctuation that hangs in the margin.
_SHORT: Final = 2.3
_OFF_CENTRE: Final = 1.5
#: Word processors set Chinese characters and digits apart by a quarter of an em; a typed space is wider.
_TYPOGRAPHIC: Final = 0.5

#: A title stands among this many rows at the head of the document.
_TITLE_ROWS: Final = 12

_SENTENCE_ENDS: Final = "。！？；：!?;:"
_CLAUSE_ENDS: Final = _SENTENCE_ENDS + "…”’》）)"

# Fonts that map a glyph to the radical instead of the character (U+2F00 ⼀ for U+4E00 一) are common; the radicals of
# the supplement that have no compatibility decomposition are those of simplified characters.
_RADICALS: Final = {
    **{point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2F00, 0x2FD6)},
    **dict(
        zip(
            map(ord, "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳"),
            "民西见角贝车长门青页风飞马鬼鱼鸟麦黄齐齿龙龟",
            strict=True,
        )
    ),
}
_RADICAL = re.compile("[" + "".join(map(chr, _RADICALS)) + "]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# PDFium gives these for a hyphen at the end of a line, and for a glyph without a character.
_SPECIAL: Final = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd", 0xFFFF: "\ufffd"}


def read_pdf(
    data: bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    starts_marker: Callable[[str], bool] = starts_with_marker,
) -> Extracted:
    """Return the text of a PDF, a line for each paragraph.

    Rows are read from the top of a page to its bottom, the left column before the right one. A paragraph begins
    after a row that ends short of the right margin, with an indented row, with larger or smaller type, after a wider
    gap, and with a row that `starts_marker` knows (unless the row before it breaks off in the middle of a clause, and
    paragraphs are indented in this document but the row is not). Where paragraphs are not indented, a full row that
    ends with sentence punctuation also ends its paragraph. A title centred on two or three rows is one line.

    Running heads and feet and page numbers follow after the body, one on a line, each once: `furniture_start` says
    where.

    Notes: `pages-without-text` (pages that are pictures), `page-unreadable`, `text-truncated` (the file is cut off),
    `radicals-replaced`, `doubtful-text` (glyphs of unknown characters).

    Raises `ReadError` for a file that is empty, too large, damaged, encrypted or without text (scanned), and
    `MissingExtraError` without pypdfium2.
    """
    limits = limits or Limits()
    check_size(data, name, limits)
    pdfium = require("pypdfium2", "pypdfium2", "pdf")
    raw = require("pypdfium2.raw", "pypdfium2", "pdf")
    notes: list[tuple[str, str]] = []
    if b"%%EOF" not in data[-65_536:]:
        notes.append(("text-truncated", "the PDF has no end (%%EOF): it may be cut off and its last pages missing"))
    with _PDFIUM_LOCK:
        pages = _read_pages(data, pdfium, raw, name, limits, notes)

    furniture = _take_furniture(pages)
    rows = [row for page in pages for row in page.rows]
    if not any(row.text.strip() for row in rows):
        raise ReadError(_without_text(pages, notes), name)
    pictures = [page.number for page in pages if page.pictures and not page.rows]
    if pictures:
        listed = ", ".join(map(str, pictures[:20])) + (" …" if len(pictures) > 20 else "")
        notes.append(
            ("pages-without-text", f"{len(pictures)} of {len(pages)} pages are pictures without text: {listed}")
        )

    body = "\n".join(_paragraphs(rows, starts_marker))
    body = _mend_characters(body, notes)
    start = len(body) + 1 if furniture else None
    text = "\n".join([body, *furniture])
    check_characters(len(text), name, limits)
    return Extracted(text, "pdf", None, {}, notes, start)


@dataclass(slots=True)
class _Row:
    """A row of text: its text, its first and last printed character and base line (in points), the size of its type."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int = 0
    #: The part of the page it may fill, from left to right: the page, or one of two columns.
    room: tuple[float, float] = (0.0, 0.0)
    #: Distances in em from the margins there.
    from_left: float = 0.0
    to_right: float = 0.0


@dataclass(slots=True)
class _Page:
    number: int
    width: float
    height: float
    rows: list[_Row]
    pictures: bool


def _read_pages(
    data: bytes, pdfium: Any, raw: Any, name: str, limits: Limits, notes: list[tuple[str, str]]
) -> list[_Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError("the PDF is encrypted; open it with its password and save it without one", name) from error
        raise ReadError(f"a PDF that is damaged or cut off ({error}); get it again", name) from error
    try:
        count = len(document)
        if count == 0:
            raise ReadError("a PDF without pages: it is damaged or cut off; get it again", name)
        if count > limits.max_pages:
            raise ReadError(
                f"the PDF has {count:,} pages, more than the limit of {limits.max_pages:,}; "
                "raise Limits.max_pages if it is meant",
                name,
            )
        pages: list[_Page] = []
        broken: list[int] = []
        characters = 0
        for number in range(1, count + 1):
            try:
                page = _read_page(document, number, raw, limits.max_characters - characters, name, limits)
            except pdfium.PdfiumError:
                broken.append(number)
                continue
            characters += sum(len(row.text) for row in page.rows)
            pages.append(page)
        if broken:
            listed = ", ".join(map(str, broken[:20]))
            notes.append(("page-unreadable", f"{len(broken)} of {count} pages are damaged and missing here: {listed}"))
        return pages
    finally:
        document.close()


def _read_page(document: Any, number: int, raw: Any, room: int, name: str, limits: Limits) -> _Page:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        left, bottom, _, _ = page.get_bbox()
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            if count > 2 * room + 1000:
                check_characters(limits.max_characters + 1, name, limits)
            rows = _rows(textpage, count, raw)
        finally:
            textpage.close()
        pictures = not rows and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()
    for row in rows:
        row.text = _whole_characters(row.text)
        row.left -= left
        row.right -= left
        row.bottom -= bottom
        row.page = number
        row.room = (0.0, width)
    return _Page(number, width, height, _in_reading_order(rows, width), pictures)


def _whole_characters(text: str) -> str:
    """Return text with one character for the two halves that PDFium gives of those beyond U+FFFF."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _rows(textpage: Any, count: int, raw: Any) -> list[_Row]:
    """Return the rows of a page in the order of its content, cut where PDFium bridged a gap as wide as a character."""
    rows: list[_Row] = []
    characters: list[str] = []
    first = last = wide = -1
    gap = False
    x, y = c_double(), c_double()
    get_character = raw.FPDFText_GetUnicode

    def end_row() -> None:
        if first >= 0:
            left, bottom, _, top = textpage.get_charbox(first, loose=True)
            _, _, right, _ = textpage.get_charbox(last, loose=True)
            # A Han character is as wide as its type is large; the size of the font may be scaled by the page.
            size = top - bottom
            if wide >= 0:
                start, _, end, _ = textpage.get_charbox(wide, loose=True)
                size = end - start
            if raw.FPDFText_GetCharOrigin(textpage, first, x, y):
                bottom = y.value
            rows.append(_Row("".join(characters).strip(" \t"), left, right, bottom, max(size, 1.0)))
        characters.clear()

    for index in range(count):
        point = get_character(textpage, index)
        if point in (10, 13):
            end_row()
            first = last = wide = -1
            continue
        character = _SPECIAL.get(point) or (chr(point) if point <= 0x10FFFF else "\ufffd")
        if character == " " and raw.FPDFText_IsGenerated(textpage, index) == 1:
            gap = True
            continue
        if not character.isspace():
            if gap and first >= 0:
                _, bottom, right, top = textpage.get_charbox(last, loose=True)
                width = textpage.get_charbox(index, loose=True)[0] - right
                if width > top - bottom:
                    end_row()
                    first = wide = -1
                elif width > _TYPOGRAPHIC * (top - bottom) or not (_is_wide(characters[-1]) or _is_wide(character)):
                    characters.append(" ")
            gap = False
            first = index if first < 0 else first
            last = index
            if wide < 0 and "\u2e80" <= character <= "\u9fff":
                wide = index
        characters.append(character)
    end_row()
    return rows


def _is_wide(character: str) -> bool:
    """Tell whether a character is Chinese: beside it a narrow gap is no space, but set by the word processor."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff60" or character in "“”‘’…—"


def _in_reading_order(rows: list[_Row], width: float) -> list[_Row]:
    """Return rows from top to bottom, those on one height joined from left to right, column after column."""
    gutter = _gutter(rows, width)
    if gutter is None:
        return _by_height(rows)
    across = [row for row in rows if row.left < gutter < row.right]
    beside = sorted((row for row in rows if not row.left < gutter < row.right), key=lambda row: row.bottom)
    ordered: list[_Row] = []
    # Rows across both columns (a title, a foot) divide the page into bands.
    for edge, level in [*_levels(across), (float("-inf"), [])]:
        band = []
        while beside and beside[-1].bottom > edge:
            band.append(beside.pop())
        for room in ((0.0, gutter), (gutter, width)):
            column = [row for row in band if (row.right <= gutter) == (room[1] == gutter)]
            for row in column:
                row.room = room
            ordered += _by_height(column)
        ordered += _by_height(level)
    return ordered


def _levels(rows: list[_Row]) -> list[tuple[float, list[_Row]]]:
    """Return rows by the height of their foot, from top to bottom."""
    levels: dict[float, list[_Row]] = {}
    for row in rows:
        levels.setdefault(row.bottom, []).append(row)
    return sorted(levels.items(), key=lambda level: -level[0])


def _gutter(rows: list[_Row], width: float) -> float | None:
    """Return where the gap between two columns of running text stands, or null.

    Cells of a table also stand side by side, but do not fill their columns.
    """
    middle = width / 2
    lefts = [row for row in rows if row.right <= middle + 1]
    rights = [row for row in rows if row.left >= middle - 1]
    if len(lefts) < 8 or len(rights) < 8 or (len(lefts) + len(rights)) * 10 < len(rows) * 8:
        return None
    for column in (lefts, rights):
        widest = max(row.right for row in column) - min(row.left for row in column)
        if sum(1 for row in column if row.right - row.left > 0.85 * widest) * 2 < len(column):
            return None
    return middle


def _by_height(rows: list[_Row]) -> list[_Row]:
    ordered: list[_Row] = []
    for row in sorted(rows, key=lambda row: -row.bottom):
        if ordered and ordered[-1].bottom - row.bottom < 0.4 * min(row.size, ordered[-1].size):
            other = ordered[-1]
            before, after = (other, row) if other.left <= row.left else (row, other)
            gap = " " if after.left - before.right > 0.3 * row.size else ""
            other.text = before.text + gap + after.text
            other.left, other.right = before.left, max(before.right, after.right)
        else:
            ordered.append(row)
    return ordered


def _take_furniture(pages: list[_Page]) -> list[str]:
    """Take running heads, feet and page numbers out of the pages; return them in order, each once."""
    taken: set[int] = set()
    heads: defaultdict[str, list[tuple[float, _Row]]] = defaultdict(list)
    numbers: defaultdict[int, list[_Row]] = defaultdict(list)
    for index, page in enumerate(pages):
        for row in _edge_rows(page):
            text = unicodedata.normalize("NFKC", row.text).strip()
            if PAGE.PAGE_NUMBER.fullmatch(text) or _READERS.PAGE_NUMBER.fullmatch(text):
                taken.add(id(row))
            elif _READERS.BARE_NUMBER.fullmatch(text):
                numbers[int(text) - index].append(row)
            else:
                heads[_READERS.NUMBER.sub("#", text)].append((row.bottom / page.height, row))
    for rows in numbers.values():
        if len(rows) > 1 or (len(pages) == 1 and rows[0].text.strip() == "1"):
            taken.update(map(id, rows))
    for found in heads.values():
        place = median(height for height, _ in found)
        rows = [row for height, row in found if abs(height - place) < 0.01]
        if len(rows) >= 2 and len({row.page for row in rows}) >= max(2, _REPEATED * len(pages)):
            taken.update(map(id, rows))
    furniture = [row.text for page in pages for row in page.rows if id(row) in taken]
    for page in pages:
        page.rows = [row for row in page.rows if id(row) not in taken]
    return list(dict.fromkeys(map(str.strip, furniture)))


def _edge_rows(page: _Page) -> list[_Row]:
    ordered = sorted(page.rows, key=lambda row: -row.bottom)
    top = [row for row in ordered[:_EDGE_ROWS] if row.bottom > (1 - _EDGE) * page.height]
    bottom = [row for row in ordered[-_EDGE_ROWS:] if row.bottom < _EDGE * page.height]
    return list({id(row): row for row in (*top, *bottom)}.values())


def _set_margins(rows: list[_Row]) -> None:
    """Give each row its distances from the margins: of its page or column, or where few rows are full there, of all."""

    def margins(of: list[_Row]) -> tuple[float, float, int]:
        # The right margin is where two rows at least end; one alone may jut out. Rows that all end in the left part of
        # the page are short ones.
        ends = sorted((row.right for row in of), reverse=True)
        size = median(row.size for row in of)
        start, end = of[0].room
        right = next((a for a, b in pairwise(ends) if a - b < size), ends[0])
        right = max(right, start + _FULL * (end - start))
        full = [row.right > right - _SHORT * row.size for row in of]
        # Full rows may all be indented ones; the rows after them are not.
        left = min((row.left for row, a, b in zip(of, full, [False, *full], strict=False) if a or b), default=start)
        return left, right, sum(full)

    by_room: defaultdict[float, defaultdict[int, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_room[row.room[0] / row.room[1]][row.page].append(row)
    for pages in by_room.values():
        left, right, full = margins([row for of in pages.values() for row in of])
        if not full:
            left = min(row.left for of in pages.values() for row in of)
        for of in pages.values():
            own_left, own_right, own_full = margins(of)
            # A page of short rows only would take the longest of them for its measure.
            if own_full < 4 or own_right - own_left < 0.9 * (right - left):
                own_left, own_right = left, right
            for row in of:
                row.from_left = (row.left - own_left) / row.size
                row.to_right = (own_right - row.right) / row.size


def _paragraphs(rows: list[_Row], starts_marker: Callable[[str], bool]) -> Iterable[str]:
    """Join the rows of one paragraph to one line."""
    _set_margins(rows)
    gaps = [a.bottom - b.bottom for a, b in pairwise(rows) if a.page == b.page and a.bottom > b.bottom]
    # The commonest distance of two rows, in whole points, is the leading.
    leading = Counter(map(round, gaps)).most_common(1)[0][0] if gaps else 0
    surely_first = [b for a, b in pairwise(rows) if a.to_right > _SHORT and b.to_right <= _SHORT]
    indented = [row for row in surely_first if _is_indented(row)]
    indents = len(indented) * 2 >= len(surely_first) and bool(surely_first)

    def begins(before: _Row, row: _Row) -> bool:
        if (
            before.to_right > _SHORT - 1 + _first_width(row.text)
            or abs(before.size - row.size) > 0.15 * row.size
            or _is_indented(row)
        ):
            return True
        if before.page == row.page and leading and before.bottom - row.bottom > 1.6 * leading:
            return True
        end = before.text.rstrip()[-1:]
        if starts_marker(row.text):
            return not indents or end in _CLAUSE_ENDS
        return not indents and end in _SENTENCE_ENDS

    title, after_title = _title_rows(rows, starts_marker)
    paragraph: list[str] = []
    previous: _Row | None = None
    for row in rows:
        if previous is not None and id(row) not in title and (row is after_title or begins(previous, row)):
            yield "".join(paragraph)
            paragraph = []
        if paragraph and _needs_space(paragraph[-1], row.text):
            paragraph.append(" ")
        paragraph.append(row.text)
        previous = row
    if paragraph:
        yield "".join(paragraph)


def _first_width(text: str) -> float:
    """Return, in em, the room that the first word of a row takes, with the punctuation that must follow it."""
    latin = _READERS.LATIN_START.match(text)
    if latin:
        return 0.5 * len(latin[0])
    found = _READERS.HAN_START.match(text)
    return float(len(found[0])) if found else 1.0


def _title_rows(rows: list[_Row], starts_marker: Callable[[str], bool]) -> tuple[set[int], _Row | None]:
    """Return the rows (by id) that continue a title centred on up to three rows at the head of the document.

    And the row after it, which begins a paragraph even where the last row of the title fills the line.
    """

    def centred(row: _Row) -> bool:
        return abs(row.from_left - row.to_right) < _OFF_CENTRE and not starts_marker(row.text)

    in_text = False
    for index, row in enumerate(rows[:_TITLE_ROWS]):
        in_text = in_text or _READERS.PROSE.search(row.text) is not None
        if row.page == rows[0].page and centred(row) and _READERS.TITLE_END.search(row.text):
            first = index
            while first and index - first < 2:
                above, below = rows[first - 1], rows[first]
                if (
                    not centred(above)
                    or abs(above.size - below.size) > 0.15 * below.size
                    or (_READERS.TITLE_END.search(above.text) and not below.text.startswith("的"))
                ):
                    break
                if _READERS.OTHER_END.search(above.text) and not below.text.startswith("关于"):
                    break
                first -= 1
            after = rows[index + 1] if index + 1 < len(rows) else None
            if after is not None and after.text.startswith("的") and centred(after):
                continue
            return {id(below) for below in rows[first + 1 : index + 1]}, None if in_text else after
    return set(), None


def _is_indented(row: _Row) -> bool:
    return row.from_left > _INDENTED


def _needs_space(before: str, after: str) -> bool:
    """Tell whether a line break stood for a space: between words of Latin letters, not between Chinese characters."""
    end, start = before[-1:], after[:1]
    return end.isascii() and (end.isalpha() or end in ",.;:") and start.isascii() and start.isalpha()


def _mend_characters(text: str, notes: list[tuple[str, str]]) -> str:
    count = len(_RADICAL.findall(text))
    if count:
        text = text.translate(_RADICALS)
        notes.append(
            (
                "radicals-replaced",
                f"the fonts gave radicals for {count:,} characters (⼀ for 一); the characters were taken",
            )
        )
    unknown = text.count("\ufffd")
    if unknown:
        notes.append(("doubtful-text", f"the fonts do not say what {unknown:,} glyphs mean; U+FFFD stands for them"))
    return text


def _without_text(pages: list[_Page], notes: list[tuple[str, str]]) -> str:
    if any(code == "text-truncated" for code, _ in notes):
        return "a PDF that is cut off: no text is left in it; get it again"
    if any(page.pictures for page in pages):
        return f"a scanned PDF: its {len(pages)} pages are pictures without text; run it through OCR first"
    return f"a PDF without text on its {len(pages)} pages; if they show writing, run it through OCR first"
